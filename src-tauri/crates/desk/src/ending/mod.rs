pub(crate) mod commands;
mod forms;
mod papers;
pub(crate) mod printing;
mod reading;
pub(crate) mod saving;

pub use forms::*;
pub(crate) use papers::meeting as meeting_of;
