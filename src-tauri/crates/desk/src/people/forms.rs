//! What the registers of people ask and answer.

use crate::cases::Choice;
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
    /// The organisation's key and name.
    pub organisation: String,
    pub organisation_name: String,
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
