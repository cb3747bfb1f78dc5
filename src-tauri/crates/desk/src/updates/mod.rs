pub(crate) mod commands;
mod forms;
mod reading;
pub use forms::*;
