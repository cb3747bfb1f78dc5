pub(crate) mod commands;
mod forms;
mod reading;
pub use forms::*;
pub(crate) use reading::{open_to_updates, view};
