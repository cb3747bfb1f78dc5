//! What meetings left held, and what resolves it once its meeting has ended.

use crate::live::{
    AdviceForm, AuthoriseForm, ChoosePowerForm, GoOnForm, PermitForm, RightView, WaitingRow,
};
use chrono::NaiveDate;
use protocol::ids::{ItemId, MeetingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that waits, without a word of what was said.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HeldRow {
    /// The meeting that left it held.
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub item: ItemId,
    /// The case's reference and initials; nothing where it was said outside every case.
    pub about: Option<String>,
    pub agency: String,
    pub kind: String,
    /// The day of the meeting at which it was said.
    pub since: NaiveDate,
    /// Who waits for what by now; nobody, where nothing stands against it any more.
    pub waiting: Vec<WaitingRow>,
}

/// The same in the room to which its case comes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HeldOverRow {
    pub held: HeldRow,
    pub words: String,
}

/// The same beside the draft of the meeting that left it held, or with its documents.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HeldAfterRow {
    pub held: HeldRow,
    pub words: String,
    pub stands: HeldStands,
}

/// What has become of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "stands")]
pub enum HeldStands {
    /// It can be shared with the minutes, or made right here.
    Unsigned {
        /// With whom it would be shared.
        recipients: Vec<String>,
        /// Nothing stands against it any more.
        free: bool,
        rights: Vec<RightView>,
    },
    /// The minutes are signed without it: it waits for a meeting at which its case is open.
    Signed,
    /// A later meeting has taken it up.
    TakenUp { on: NaiveDate },
    /// It is not to be shared.
    Withheld {
        because: String,
        by: String,
        on: NaiveDate,
    },
}

/// What makes a held item right, or shares it, beside the draft.
#[derive(Clone, Deserialize, TS)]
pub struct HeldRightForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub right: HeldRight,
}

#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "right")]
pub enum HeldRight {
    /// Nothing stands against it any more.
    Release {
        #[ts(as = "String")]
        item: ItemId,
    },
    Authority(AuthoriseForm),
    Permission(PermitForm),
    Power(ChoosePowerForm),
    /// Why the chair goes on with its case.
    GoOn(GoOnForm),
    AdviceCame(AdviceForm),
}

/// That a held item is not to be shared.
#[derive(Clone, Deserialize, TS)]
pub struct WithholdForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub item: ItemId,
    pub because: String,
}

/// That it waits again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HeldForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub item: ItemId,
}
