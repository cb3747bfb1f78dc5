//! What the registers of people ask and answer.

use crate::cases::Choice;
use crate::meetings::Kind;
use crate::partnership::OfficerRoleRow;
use chrono::NaiveDate;
use protocol::ids::{OfficerId, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Representatives and officers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PeopleView {
    pub people: Vec<PersonRow>,
    pub officers: Vec<OfficerRow>,
    /// Organisations without a Primary Designated Officer (§4.4).
    pub without_primary: Vec<String>,
    pub teams: Vec<Choice>,
    pub organisations: Vec<Choice>,
    /// Who the agreement says holds these offices, by role (§4.4).
    pub officer_roles: Vec<OfficerRoleRow>,
    /// Entries that may be one person, the likeliest first.
    pub alike: Vec<AlikeRow>,
    /// Entries that count as another, with where they were.
    pub merged: Vec<MergedRow>,
    /// The number of what was just kept, where it can be taken back.
    pub last: Option<u32>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonRow {
    #[ts(as = "String")]
    pub id: PersonId,
    pub name: String,
    pub job: String,
    /// The team's key; empty for a guest agency.
    pub team: String,
    pub agency: String,
    pub guest: bool,
    pub statutory: bool,
    pub retired: bool,
    /// Whom they came for before, the latest first.
    pub came_for: Vec<CameForRow>,
}

/// An agency that somebody came for, and the day on which they last did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CameForRow {
    pub agency: String,
    pub until: NaiveDate,
}

/// A representative; `team` empty means a guest agency, named.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonForm {
    #[ts(as = "Option<String>")]
    pub id: Option<PersonId>,
    pub name: String,
    pub job: String,
    pub team: String,
    pub guest_agency: String,
    pub guest_statutory: bool,
    pub retired: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OfficerRow {
    #[ts(as = "String")]
    pub id: OfficerId,
    /// The organisation's key.
    pub organisation: String,
    pub primary: bool,
    pub name: String,
    pub role: String,
    pub email: String,
    pub telephone: String,
    pub retired: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfficerForm {
    #[ts(as = "Option<String>")]
    pub id: Option<OfficerId>,
    pub organisation: String,
    pub primary: bool,
    pub name: String,
    pub role: String,
    pub email: String,
    pub telephone: String,
    pub retired: bool,
}

/// Two entries that may be one person, and on how many registers each stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AlikeRow {
    pub why: NamesakeView,
    #[ts(as = "String")]
    pub one: PersonId,
    pub one_meetings: u32,
    #[ts(as = "String")]
    pub other: PersonId,
    pub other_meetings: u32,
}

/// Why two entries look like one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NamesakeView {
    SameName,
    Initial,
    OneLetter,
}

/// An entry that counts as another.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergedRow {
    #[ts(as = "String")]
    pub person: PersonId,
    pub name: String,
    pub agency: String,
    #[ts(as = "String")]
    pub into: PersonId,
    pub into_name: String,
    pub on: NaiveDate,
    pub attendances: Vec<MergedAttendance>,
}

/// A place on a register that counts as the other's.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergedAttendance {
    pub kind: Kind,
    pub date: NaiveDate,
    /// As it was written that day.
    pub name: String,
}

/// One entry of the register is to count as another.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MergeForm {
    #[ts(as = "String")]
    pub person: PersonId,
    #[ts(as = "String")]
    pub into: PersonId,
}

/// An entry that is to stand for itself again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnmergeForm {
    #[ts(as = "String")]
    pub person: PersonId,
}
