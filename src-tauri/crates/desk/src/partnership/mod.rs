pub(crate) mod commands;
mod forms;
mod keeping;
mod lists;
mod reading;
mod versions;
pub use forms::*;
