pub(crate) mod commands;
mod forms;
mod resting;
pub use forms::*;
pub(crate) use resting::{Idle, Resting};
