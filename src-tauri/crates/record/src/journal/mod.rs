//! The journal: what was done, when and by whom, in a chain of hashes, with the words kept apart so that they can be erased.

mod append;
mod code;
mod entry;
mod head;
mod kind;
mod reading;
#[cfg(test)]
mod tests;
mod verify;
mod whose;

pub(crate) use append::append;
pub use code::{CheckCode, MisreadCode};
pub use entry::{Entry, EntryWords};
pub use head::{BodyId, Head, Seq};
pub use kind::EntryKind;
pub use reading::{Journal, Logged, LoggedBody};
pub use verify::{JournalFault, Verified};
pub use whose::WordsByCase;
