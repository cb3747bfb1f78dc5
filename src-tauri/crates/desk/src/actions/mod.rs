pub(crate) mod commands;
mod forms;
pub(crate) mod labels;
pub(crate) mod row;
pub use forms::*;
