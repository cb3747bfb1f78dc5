pub(crate) mod commands;
mod forms;
mod left;
mod reading;

pub use forms::*;
pub(crate) use left::{LeftBehind, left_behind};
pub(crate) use reading::{after, everywhere};
