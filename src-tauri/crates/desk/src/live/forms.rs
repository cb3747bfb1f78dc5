//! What a meeting asks while it goes on.

use crate::actions::OutcomeView;
use crate::meetings::RoleView;
use protocol::ids::{ActionId, AttendanceId, DecisionId, ItemId, MeetingId, SlotId, UpdateId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AttendanceForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
}

/// Several people at once; nobody is not everybody.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AttendancesForm {
    #[ts(as = "Vec<String>")]
    pub attendances: Vec<AttendanceId>,
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
    /// A nil return or a refusal to share, by its place among them.
    Silence { nth: u32 },
}

/// Words that stand beside the lines: why something was decided, a view that differed, what was said of a carried action, and every
/// other reason that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "beside")]
pub enum BesideName {
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
    Outcome {
        #[ts(as = "String")]
        action: ActionId,
    },
    Deferral {
        #[ts(as = "String")]
        slot: SlotId,
    },
    WentOn {
        #[ts(as = "String")]
        slot: SlotId,
    },
    SetAside {
        #[ts(as = "String")]
        update: UpdateId,
    },
    /// Its place among the turns that the meeting took.
    Turn {
        nth: u32,
    },
    MinutesBefore,
}

/// Words that can be tidied: a line's own, or what stands beside the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum WordsName {
    Line(LineName),
    Beside(BesideName),
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
pub struct TakeBackForm {
    pub line: WordsName,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakeBackClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: WordsName,
}

#[derive(Clone, Deserialize, TS)]
pub struct CorrectClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: WordsName,
    pub words: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ItemForm {
    #[ts(as = "String")]
    pub item: ItemId,
}
