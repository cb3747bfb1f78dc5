//! The projector's view: what may stand on a wall in large type, and nothing else.

pub(crate) mod commands;
mod forms;
mod reading;

pub use forms::*;
pub(crate) use reading::Projecting;
