pub(crate) mod commands;
mod forms;
mod resting;
pub(crate) mod standing;
pub use forms::*;
pub(crate) use resting::{Idle, Resting};
