pub(crate) mod commands;
mod forms;
mod papers;
mod printing;
mod reading;
mod saving;

pub use forms::*;
