mod checking;
pub(crate) mod commands;
mod forms;
pub(crate) mod reading;
pub use forms::*;
