//! Who does an action and by when, where that is put right.

use chrono::NaiveDate;
use protocol::ids::{ActionId, MeetingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose an action is and by when, whole.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReassignForm {
    #[ts(as = "String")]
    pub action: ActionId,
    /// The agency, by its team's key.
    pub team: String,
    /// Who of it, as they are called beside it; empty for the agency itself.
    pub person: String,
    /// Date words, counted from the day of the meeting; empty for none.
    pub due: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReassignClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub owed: ReassignForm,
}

/// An agency that an action may be, with whoever came for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgencyChoice {
    pub key: String,
    pub short_name: String,
    pub people: Vec<String>,
}

/// How an action stood before it was put right.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwedRow {
    pub agency: String,
    pub due: Option<NaiveDate>,
    /// Who put it right, and when.
    pub by: String,
    pub at: String,
}
