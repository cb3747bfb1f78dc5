//! What the window may ask: forms in, views out, problems.
//!
//! One folder per place in the window. The desk knows the record, the documents and the rules;
//! it knows no window, reads no clock and draws no random number of its own.

pub mod contract;

mod actions;
mod cases;
mod ending;
mod handed_over;
mod live;
mod meetings;
mod month;
mod partnership;
mod people;
mod problem;
mod safekeeping;
pub mod sample;
mod sign_in;

pub use actions::*;
pub use cases::*;
pub use ending::*;
pub use handed_over::*;
pub use live::*;
pub use meetings::*;
pub use month::*;
pub use partnership::*;
pub use people::*;
pub use problem::*;
pub use safekeeping::*;
pub use sign_in::*;
