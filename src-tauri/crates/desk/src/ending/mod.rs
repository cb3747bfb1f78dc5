pub(crate) mod commands;
mod forms;
mod papers;
mod reading;

pub use forms::*;
