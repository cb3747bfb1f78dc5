mod checking;
pub(crate) mod commands;
mod fields;
mod forms;
mod history;
mod mirrors;
mod numbers;
pub(crate) mod reading;
pub use forms::*;
