pub(crate) mod commands;
mod forms;
pub use forms::*;
