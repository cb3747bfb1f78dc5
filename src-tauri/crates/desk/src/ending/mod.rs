pub(crate) mod commands;
mod forms;
mod papers;
mod printing;
mod reading;
mod saving;

pub use forms::*;
pub(crate) use papers::meeting as meeting_of;
