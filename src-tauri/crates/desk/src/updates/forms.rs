//! What is asked and answered about updates in writing, while a meeting is being prepared and as long as it goes on.

use chrono::NaiveDate;
use protocol::ids::{MeetingId, PersonId, SlotId, UpdateId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an agency wrote about one case, as it is taken down.
#[derive(Clone, Deserialize, TS)]
pub struct UpdateForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    /// The one that is changed; `None` for a new one.
    #[ts(as = "Option<String>")]
    pub update: Option<UpdateId>,
    /// The agency's team, by its key.
    pub team: String,
    /// Who wrote it; may be empty.
    pub sender: String,
    #[ts(as = "Option<String>")]
    pub slot: Option<SlotId>,
    /// Whether it says that the agency holds nothing new; then the rest says nothing.
    pub nothing: bool,
    /// The kind of information, by its key.
    pub kind: String,
    pub judgement: bool,
    pub words: String,
    #[ts(as = "Vec<String>")]
    pub left_out: Vec<PersonId>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DropUpdateForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub update: UpdateId,
}

/// The updates that wait for their cases, and what one can be about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UpdatesView {
    pub meeting: crate::meetings::MeetingRow,
    pub updates: Vec<UpdateRow>,
    pub cases: Vec<UpdateCase>,
    pub teams: Vec<UpdateChoice>,
    pub kinds: Vec<UpdateChoice>,
    pub people: Vec<UpdatePerson>,
    /// What was done last, where it can be taken back.
    pub last: Option<u32>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct UpdateRow {
    #[ts(as = "String")]
    pub update: UpdateId,
    #[ts(as = "String")]
    pub slot: SlotId,
    pub team: String,
    pub agency: String,
    pub sender: String,
    /// The kind's key and name; `None` where the agency holds nothing new.
    pub kind: Option<UpdateChoice>,
    pub judgement: bool,
    pub words: String,
    #[ts(as = "Vec<String>")]
    pub left_out: Vec<PersonId>,
    /// The meeting for which it was taken down, where it followed its case to this one.
    pub since: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct UpdateCase {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub number: u32,
    pub reference: String,
    pub name: String,
}

/// A key of the agreement with its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UpdateChoice {
    pub key: String,
    pub name: String,
}

/// Somebody who may be left out: expected, or left out already.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UpdatePerson {
    #[ts(as = "String")]
    pub person: PersonId,
    pub name: String,
    pub agency: String,
    pub expected: bool,
}
