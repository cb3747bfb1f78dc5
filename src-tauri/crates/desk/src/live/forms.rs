//! What a meeting asks while it goes on.

use crate::actions::OutcomeView;
use crate::meetings::RoleView;
use protocol::ids::{ActionId, AttendanceId, DecisionId, ItemId, MeetingId, SlotId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AttendanceForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
}

/// A new face, in one row: name, agency, role.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewcomerForm {
    pub name: String,
    pub job: String,
    /// A team's key, or a few letters of it, or empty for a guest agency.
    pub team: String,
    pub guest_agency: String,
    pub guest_statutory: bool,
    pub role: RoleView,
}

/// Somebody, with what they said or sent.
#[derive(Clone, Deserialize, TS)]
pub struct RemarkForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub remark: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RoleForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub role: RoleView,
}

/// Acceptance of the very text shown, named by its hash.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub text_hash: String,
}

/// Who in the organisation gave the authority to share.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AuthorityForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub given_by: String,
}

/// Where in the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "place")]
pub enum PlaceView {
    Opening,
    PreviousMinutes,
    MattersArising,
    Case {
        #[ts(as = "String")]
        slot: SlotId,
    },
    AnyOtherBusiness,
    Closing,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlaceForm {
    pub place: PlaceView,
}

#[derive(Clone, Deserialize, TS)]
pub struct CorrectionsForm {
    /// What was said to be corrected; empty for none.
    pub corrections: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct SettleForm {
    #[ts(as = "String")]
    pub action: ActionId,
    pub outcome: OutcomeView,
    pub note: String,
    /// Date words, for an action not done.
    pub new_date: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct OpenCaseForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    /// The chair's reason for going on with a flagged case; empty otherwise.
    pub because: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct DeferForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct NextDateForm {
    /// Date words; empty takes the proposal.
    pub date: String,
}

/// The capture line as it stands.
#[derive(Clone, Deserialize, TS)]
pub struct LineForm {
    pub line: String,
}

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
        let mut notes = self.notes.values();
        self.line.trim().is_empty()
            && self.mending.is_none()
            && notes.all(|note| note.trim().is_empty())
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedDraft {
    pub at: String,
}

/// A line of the record that somebody points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "line")]
pub enum LineName {
    Item {
        #[ts(as = "String")]
        item: ItemId,
    },
    Action {
        #[ts(as = "String")]
        action: ActionId,
    },
    Decision {
        #[ts(as = "String")]
        decision: DecisionId,
    },
}

/// Words that can be tidied: a line's own, why something was decided, or a view that differed from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "line")]
pub enum WordsName {
    Item {
        #[ts(as = "String")]
        item: ItemId,
    },
    Action {
        #[ts(as = "String")]
        action: ActionId,
    },
    Decision {
        #[ts(as = "String")]
        decision: DecisionId,
    },
    Rationale {
        #[ts(as = "String")]
        decision: DecisionId,
    },
    Dissent {
        #[ts(as = "String")]
        decision: DecisionId,
        /// Its place among the decision's dissents.
        nth: u32,
    },
}

#[derive(Clone, Deserialize, TS)]
pub struct RewordForm {
    pub line: WordsName,
    pub words: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct CorrectForm {
    pub line: LineName,
    pub words: String,
}

/// A line, and the case that it belongs to.
#[derive(Clone, Deserialize, TS)]
pub struct MoveLineForm {
    pub line: LineName,
    #[ts(as = "String")]
    pub slot: SlotId,
    /// What the chair did, where it was heard by somebody who might not have it there; empty otherwise.
    pub chair_did: String,
}

/// A note to be an action, or an action to be a note: as the capture line would say it.
#[derive(Clone, Deserialize, TS)]
pub struct ConvertLineForm {
    pub line: LineName,
    pub text: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ActionForm {
    #[ts(as = "String")]
    pub action: ActionId,
}

#[derive(Clone, Deserialize, TS)]
pub struct RewordClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: WordsName,
    pub words: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct MoveClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: LineName,
    #[ts(as = "String")]
    pub slot: SlotId,
    /// As in the meeting.
    pub chair_did: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakeBackClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: LineName,
}

#[derive(Clone, Deserialize, TS)]
pub struct CorrectClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: LineName,
    pub words: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ItemForm {
    #[ts(as = "String")]
    pub item: ItemId,
}
