mod afterwards;
pub(crate) mod commands;
mod forms;
mod mending;
mod papers;
pub(crate) mod printing;
mod reading;
pub(crate) mod saving;
mod sheets;
mod telling;

pub use afterwards::{BesideRow, ClosedCase, ClosedPerson, ClosedPlace};
pub use forms::*;
pub(crate) use mending::{Seen, in_closed_along, live_or_closed};
pub(crate) use papers::meeting as meeting_of;
pub(crate) use reading::{case, view};
pub(crate) use saving::looked_at;
pub(crate) use telling::tell;
pub use telling::{TellRecipient, TellRow};
