//! One month's meeting: an enum outside, one type per stage inside, and moves that use the stage up.
//!
//! `Planned → Gathering → InSession → Closed → Sealed`, and from `InSession` by `Adjourned` back to `Gathering`. Only a [`Sealed`] meeting can be printed
//! as final minutes, and nothing takes one back.

mod adjourned;
mod admission;
mod agenda;
mod business;
mod carrying;
mod caseload;
mod changing;
mod choosing;
mod closed;
mod closing;
mod converting;
mod declaring;
mod door;
mod gathering;
mod going_on;
mod held;
mod instead;
mod jointly;
mod left_held;
mod lines;
mod mending;
mod merging;
mod moments;
mod moving;
mod named;
mod never_added;
mod owing;
mod owning;
mod pace;
mod planned;
mod presence;
mod proceedings;
mod reckoning;
mod restore;
mod rewording;
mod round;
mod sealed;
mod sharing;
mod taking;
mod telling;
mod tidying;
mod trace;
mod transfer;
mod turns;
mod undoing;
mod unsent;
mod updates;
mod written_late;

pub use adjourned::Adjourned;
pub use agenda::{Forum, Place, PreviousMinutes, Release, Slot, SlotProgress, Stops};
pub use closed::Closed;
pub use closing::Missing;
pub use door::InSession;
pub use gathering::Gathering;
pub use instead::{Converting, Instead, PutRight};
pub use left_held::LeftHeld;
pub use moving::Moving;
pub use planned::Planned;
pub use proceedings::{PinnedPack, Proceedings};
pub use reckoning::{Reckoning, available, budget};
pub use restore::{Contradiction, Stage};
pub use sealed::{Seal, Sealed};
pub use tidying::{Line, Wording};
pub use trace::{
    AgendaChange, Amended, Amendment, Correction, Hand, Heard, LineChange, Owed, Stay,
};
pub use turns::{EarlierDay, Inquorate, Turn, Turned};
pub use unsent::{NotToBeSent, Since};

use crate::refusal::Refusal;

/// A meeting at whichever stage it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meeting {
    Planned(Planned),
    Gathering(Gathering),
    InSession(InSession),
    Adjourned(Adjourned),
    Closed(Closed),
    Sealed(Sealed),
}

impl Meeting {
    /// Everything that has happened, to read.
    pub fn proceedings(&self) -> &Proceedings {
        match self {
            Self::Planned(m) => m.proceedings(),
            Self::Gathering(m) => m.proceedings(),
            Self::InSession(m) => m.proceedings(),
            Self::Adjourned(m) => m.proceedings(),
            Self::Closed(m) => m.proceedings(),
            Self::Sealed(m) => m.proceedings(),
        }
    }

    /// The name of the stage, as it is stored.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Planned(_) => Stage::Planned,
            Self::Gathering(_) => Stage::Gathering,
            Self::InSession(_) => Stage::InSession,
            Self::Adjourned(_) => Stage::Adjourned,
            Self::Closed(_) => Stage::Closed,
            Self::Sealed(_) => Stage::Sealed,
        }
    }
}

macro_rules! stage_door {
    ($($name:ident $name_mut:ident $variant:ident $stage:ident;)*) => {
        impl Meeting {$(
            /// The meeting, at this stage.
            ///
            /// # Errors
            /// [`Refusal::WrongStage`] at any other.
            pub fn $name(self) -> Result<$stage, Refusal> {
                match self {
                    Self::$variant(stage) => Ok(stage),
                    _ => Err(Refusal::WrongStage),
                }
            }

            /// The meeting at this stage, to change in place.
            ///
            /// # Errors
            /// [`Refusal::WrongStage`] at any other.
            pub fn $name_mut(&mut self) -> Result<&mut $stage, Refusal> {
                match self {
                    Self::$variant(stage) => Ok(stage),
                    _ => Err(Refusal::WrongStage),
                }
            }
        )*}
        $(impl From<$stage> for Meeting {
            fn from(stage: $stage) -> Self {
                Self::$variant(stage)
            }
        })*
    };
}

stage_door! {
    planned planned_mut Planned Planned;
    gathering gathering_mut Gathering Gathering;
    in_session in_session_mut InSession InSession;
    adjourned adjourned_mut Adjourned Adjourned;
    closed closed_mut Closed Closed;
    sealed sealed_mut Sealed Sealed;
}
