//! What an agency that cannot come wrote before the meeting: kept verbatim until its case is open, and disclosed to nobody before.

use crate::ids::{AttendanceId, KindKey, PersonId, SlotId, TeamKey, UpdateId};
use crate::meeting::Hand;
use crate::trade::Basis;
use crate::words::Words;
use chrono::NaiveDate;

/// An update in writing about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    pub id: UpdateId,
    pub slot: SlotId,
    /// The agency whose it is.
    pub team: TeamKey,
    /// Who wrote it, as it was signed; blank where that is not known.
    pub sender: Words,
    pub says: UpdateSays,
    pub set_aside: Option<SetAside>,
    /// The day of the meeting for which it was taken down, where it followed its case to a later one.
    pub since: Option<NaiveDate>,
}

/// What it says of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateSays {
    /// The agency holds nothing new.
    Nothing,
    Information {
        kind: KindKey,
        basis: Basis,
        words: Words,
        /// Who is not to receive it if they are in the room: which seat they have there, if any, is known only by then.
        left_out: Vec<PersonId>,
    },
}

impl UpdateSays {
    /// Who is not to receive it: nobody, where there is nothing to receive.
    pub fn left_out(&self) -> &[PersonId] {
        match self {
            Self::Nothing => &[],
            Self::Information { left_out, .. } => left_out,
        }
    }
}

/// Not shared after all, by whose hand and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub by: Hand,
    pub reason: Words,
}

/// That something was given in writing, and who in the room read it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InWriting {
    pub update: UpdateId,
    pub reader: AttendanceId,
}
