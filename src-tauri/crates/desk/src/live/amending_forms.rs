//! What putting something right afterwards asks and answers: times in the room, earlier words, who is to be told.

use super::forms::WordsName;
use super::owing_forms::OwedRow;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, CorrectionId, ItemId, MeetingId, SlotId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When somebody was in the room, as the clock on the wall had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StayView {
    pub presence: Vec<StretchRow>,
    pub step_outs: Vec<OutRow>,
    /// How often these times, or an acceptance, were put right.
    pub amended: u32,
}

/// From when to when; `to` is empty while it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StretchRow {
    /// The day that the times are of, where the meeting sat on several; none for a new row, which is of the last of them.
    pub day: Option<NaiveDate>,
    pub from: String,
    pub to: String,
}

/// Out of the room for one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutRow {
    #[ts(as = "String")]
    pub slot: SlotId,
    /// The case's reference.
    pub case: String,
    pub day: Option<NaiveDate>,
    pub from: String,
    pub to: String,
}

/// The times as they should be: whole, so that one may be changed, added or taken away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PresenceForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub presence: Vec<StretchRow>,
    pub step_outs: Vec<OutForm>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub day: Option<NaiveDate>,
    pub from: String,
    pub to: String,
}

/// The lines that would have other recipients, listed before anything is changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PresenceView {
    pub lines: Vec<AffectedRow>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct AffectedRow {
    pub at: String,
    pub agency: String,
    pub kind: String,
    /// The case's reference; `None` for business that is not a case.
    pub case: Option<String>,
    pub heard: HeardView,
    /// The clause by which they were not entitled to it, where they were not.
    pub clause: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeardView {
    Received,
    Not,
    Overheard,
}

/// Words struck from a line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StruckRow {
    pub words: String,
    pub by: String,
    pub at: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LineHistoryForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: WordsName,
}

/// Every wording that a line has had, the present one last.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LineHistoryView {
    pub versions: Vec<VersionRow>,
    /// Whose an action was and by when, each time before that was put right.
    pub owed: Vec<OwedRow>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionRow {
    /// `None` once the words were erased.
    pub words: Option<String>,
    pub by: String,
    pub at: String,
}

/// Somebody has been told of a correction, or after all has not.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ToldForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub correction: CorrectionId,
    pub recipient: RecipientName,
    pub told: bool,
}

/// Who is told of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "recipient")]
pub enum RecipientName {
    Person {
        #[ts(as = "String")]
        attendance: AttendanceId,
    },
    /// An agency outside the room: by the line, and its place among those to whom that was to be sent.
    Outside {
        #[ts(as = "String")]
        item: ItemId,
        nth: u32,
    },
}
