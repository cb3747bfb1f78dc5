pub(crate) mod commands;
mod forms;
mod resting;
mod standing;
pub use forms::*;
pub(crate) use resting::{Idle, Resting};
