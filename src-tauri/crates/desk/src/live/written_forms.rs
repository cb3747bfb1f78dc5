//! What is asked and answered about updates in writing while a meeting goes on.

use chrono::NaiveDate;
use protocol::ids::UpdateId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct WrittenForm {
    #[ts(as = "String")]
    pub update: UpdateId,
}

#[derive(Clone, Deserialize, TS)]
pub struct AsideForm {
    #[ts(as = "String")]
    pub update: UpdateId,
    /// Why it is not shared; the minutes say it.
    pub reason: String,
}

/// An update in writing that waits, or was set aside.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WrittenRow {
    #[ts(as = "String")]
    pub update: UpdateId,
    /// The number of its case on the agenda.
    pub number: u32,
    pub agency: String,
    pub sender: String,
    /// `None` where the agency holds nothing new.
    pub kind: Option<String>,
    pub judgement: bool,
    pub words: String,
    /// Who is to be left out, by name.
    pub without: Vec<String>,
    /// The meeting for which it was taken down, where it followed its case to this one.
    pub since: Option<NaiveDate>,
    /// Why it was set aside, where it was.
    pub aside: Option<String>,
}
