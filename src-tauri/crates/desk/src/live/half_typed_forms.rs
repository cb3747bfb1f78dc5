//! What is unfinished, as the window gives it and as it comes back.

use super::forms::LineName;
use super::half_typed::is_empty;
use protocol::ids::MeetingId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is unfinished, kept so that a power cut loses at most its last second; it comes back as it was given.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DraftForm {
    pub line: String,
    /// In UTF-16 units, as the window counts.
    pub cursor: u32,
    /// An older line that is being changed, in front of the new one.
    pub mending: Option<MendingDraft>,
    /// Notes and reasons that nobody has entered yet, by where they are written.
    pub notes: BTreeMap<String, String>,
}

/// Words that nobody has entered yet, by where they are written: about people at the table, or at a meeting's end.
#[derive(Clone, Deserialize, TS)]
pub struct NotesForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub notes: BTreeMap<String, String>,
}

/// The same of what is prepared between meetings: cases, registers, plans.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
pub struct DeskNotes {
    pub notes: BTreeMap<String, String>,
}

/// An older line as it is being changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MendingDraft {
    pub line: LineName,
    pub how: MendingView,
    pub before: String,
    pub words: String,
    pub cursor: u32,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MendingView {
    Reword,
    Correct,
    Convert,
    /// Whose it is, of what kind or on what basis, put right in substance.
    PutRight,
}

impl DraftForm {
    /// What is left once the line has been entered.
    pub(crate) fn without_the_line(self) -> Self {
        Self {
            notes: self.notes,
            ..Self::default()
        }
    }

    /// Nothing that anybody would miss.
    pub fn is_empty(&self) -> bool {
        self.line.trim().is_empty() && self.mending.is_none() && is_empty(&self.notes)
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedDraft {
    pub at: String,
}
