//! A whole invented meeting, run through the desk's own commands, the same as the window's.
//!
//! It makes the sample partnership's past months, the documents to look at where there is no window, and a meeting of any size
//! for the tests. Nothing in it knows the record's tables: what it cannot do by a command, a chair cannot do either.

mod account;
mod agenda;
mod business;
mod cast;
mod clock;
mod days;
mod ending;
mod folder;
mod furnish;
mod ink;
mod opening;
mod play;
mod room;
mod script;
mod talk;
mod turn;
mod witness;

pub use account::{Account, FileAccount};
pub use clock::{Clock, ScriptedSurroundings};
pub use ending::Printed;
pub use folder::{Failed, Order, Performed, perform};
pub use play::{Performance, run};
pub use script::{Pace, Script, Stumble};
pub use witness::{entries, meeting, on_file, pack};

pub(crate) use furnish::{a_month_ago, furnish};

#[cfg(test)]
mod tests;
