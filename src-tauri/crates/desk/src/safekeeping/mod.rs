pub(crate) mod commands;
mod forms;
mod reading;
mod users;
pub use forms::*;
pub(crate) use reading::user_rows;
pub(crate) use users::is_free;
