mod along;
mod checking;
pub(crate) mod commands;
mod forms;
mod merged;
mod merging;
pub(crate) mod reading;
pub use forms::*;
