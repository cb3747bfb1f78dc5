//! The registers of people: representatives, and the officers of each organisation (§4.4).

use crate::ids::{AttendanceId, MeetingId, OfficerId, OrganisationKey, PersonId, TeamKey};
use crate::room::AttendeeRole;
use crate::trade::At;
use serde::{Deserialize, Serialize};

/// Somebody who comes to meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// The name as the person writes it, in any script.
    pub name: String,
    /// What they do: "Offender manager", "Tenancy officer".
    pub job: String,
    pub affiliation: Affiliation,
    /// Whether the person is no longer offered at a register.
    pub retired: bool,
}

/// For whom somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "for")]
pub enum Affiliation {
    /// A team of the pack; its organisation and flags are the pack's.
    Team { team: TeamKey },
    /// An agency that is not in the pack: it is not a party, so §1.2.3 applies unless statutory.
    Guest { agency: String, statutory: bool },
}

/// A (Primary) Designated Officer: documents leave only to these (§4.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    pub id: OfficerId,
    pub organisation: OrganisationKey,
    pub primary: bool,
    pub name: String,
    pub role: String,
    pub email: String,
    pub telephone: String,
    pub retired: bool,
}

/// Two entries of the register that are one person: the first counts as the second from then on.
///
/// Registers of meetings that have been keep the name that was written that day; signed minutes are never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub person: PersonId,
    pub into: PersonId,
    pub at: At,
    /// Whether the first was retired before, so that undoing leaves it as it was.
    pub was_retired: bool,
    /// Seats at meetings that were still planned, which went over.
    pub seats: Vec<MergedSeat>,
}

/// A seat at a planned meeting that went over to the other entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedSeat {
    pub meeting: MeetingId,
    pub attendance: AttendanceId,
    pub role: AttendeeRole,
    /// Whether it went altogether, because the other was expected already.
    pub dropped: bool,
}

/// Who an entry of the register counts as today.
pub fn whom(person: PersonId, merges: &[Merge]) -> PersonId {
    let mut whom = person;
    // No longer a chain than there are merges, so that one that bit its own tail would end too.
    for _ in merges {
        match merges.iter().find(|merge| merge.person == whom) {
            Some(merge) => whom = merge.into,
            None => break,
        }
    }
    whom
}
