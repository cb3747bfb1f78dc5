//! What the window may ask: forms in, views out, problems.
//!
//! One folder per place in the window. The desk knows the record, the documents and the rules;
//! it knows no window, reads no clock and draws no random number of its own.

pub mod contract;
pub mod rehearsal;
pub mod sample;

mod actions;
mod along;
mod beforehand;
mod cases;
mod ending;
mod failing;
mod faults;
mod grounds;
mod hand;
mod handed_over;
mod held;
mod importing;
mod live;
mod meetings;
mod moment;
mod month;
mod moves;
mod packs;
mod partnership;
mod people;
mod practice;
mod problem;
mod projector;
mod safekeeping;
mod secret;
mod session;
mod shortcuts;
mod sign_in;
mod spelling;
mod surroundings;
mod undoing;
mod updates;

pub use actions::*;
pub use beforehand::*;
pub use cases::*;
pub use contract::dispatch;
pub use ending::*;
pub use grounds::*;
pub use handed_over::*;
pub use held::*;
pub use importing::*;
pub use live::*;
pub use meetings::*;
pub use month::*;
pub use partnership::*;
pub use people::*;
pub use problem::*;
pub use projector::*;
pub use record::{KdfCost, NoRandomness};
pub use safekeeping::*;
pub use secret::Secret;
pub use session::Desk;
pub use sign_in::*;
pub use spelling::*;
pub use surroundings::{Choice, ChooseFile, ChooseWhy, Remembered, Surroundings, asks_first};
pub use undoing::{LastForm, LastOfForm};
pub use updates::*;

/// The commands of every place, by the names of the contract.
mod places {
    pub(crate) use crate::actions::commands::*;
    pub(crate) use crate::beforehand::commands::*;
    pub(crate) use crate::cases::commands::*;
    pub(crate) use crate::cases::returning::like_cases;
    pub(crate) use crate::ending::commands::*;
    pub(crate) use crate::grounds::alike::{
        file_objection_there, flag_there, withdraw_consent_there,
    };
    pub(crate) use crate::grounds::commands::*;
    pub(crate) use crate::handed_over::commands::*;
    pub(crate) use crate::held::commands::*;
    pub(crate) use crate::importing::commands::*;
    pub(crate) use crate::importing::taken_over::{import_again, import_back};
    pub(crate) use crate::live::commands::*;
    pub(crate) use crate::meetings::commands::*;
    pub(crate) use crate::month::commands::*;
    pub(crate) use crate::partnership::commands::*;
    pub(crate) use crate::people::commands::*;
    pub(crate) use crate::practice::commands::{end_practice, practise};
    pub(crate) use crate::projector::commands::*;
    pub(crate) use crate::safekeeping::commands::*;
    pub(crate) use crate::shortcuts::commands::*;
    pub(crate) use crate::sign_in::commands::*;
    pub(crate) use crate::spelling::commands::*;
    pub(crate) use crate::undoing::{
        back_into_the_room, back_to_the_register, plan_undo, undo_kept, undo_last, undo_last_closed,
    };
    pub(crate) use crate::updates::commands::*;
}
