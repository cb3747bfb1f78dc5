//! What ending a meeting, signing its minutes and taking its documents ask and answer.

use super::afterwards::{ClosedCase, ClosedPerson, ClosedPlace};
use super::telling::TellRow;
use crate::actions::ActionRow;
use crate::handed_over::SignatureForm;
use crate::held::HeldAfterRow;
use crate::live::{AgencyChoice, PlaceView};
use crate::meetings::{LeftRoom, MeetingRow};
use crate::problem::{RefusalView, Unprinted};
use crate::safekeeping::UserRow;
use crate::secret::Secret;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, ItemId, MeetingId, PersonId, SlotId};
use protocol::meeting::Since;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is missing, and what there is to sign, to read and to take away.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EndingView {
    pub meeting: MeetingRow,
    pub missing: Vec<MissingRow>,
    pub end_refused: Option<RefusalView>,
    /// Who chaired at the close and signs.
    pub signer: Option<String>,
    /// Whose passphrase that takes.
    pub signs: Option<SignsView>,
    pub signed: bool,
    pub documents: Vec<DocumentRow>,
    /// Every line by its place, to be tidied or corrected until the minutes are signed.
    pub lines: Vec<ClosedPlace>,
    /// Everybody who came, whose times may be put right until then.
    pub people: Vec<ClosedPerson>,
    /// The cases that somebody may have been out of the room for.
    pub cases: Vec<ClosedCase>,
    /// Who is to be told of what was corrected; ticked off before the signature or after it.
    pub tell: Vec<TellRow>,
    /// What the meeting left held, and what has become of it.
    pub held: Vec<HeldAfterRow>,
    /// Whose an action may be, until the minutes are signed.
    pub owners: Vec<AgencyChoice>,
    /// What was put right last, where one key takes it back.
    pub last: Option<u32>,
    /// The end itself, where nothing was done since and one key goes back into the room.
    pub left: Option<LeftRoom>,
    /// What is half typed here, by where it is written.
    pub notes: BTreeMap<String, String>,
    /// Next month's meeting, once this one has ended.
    pub next: Option<MeetingRow>,
    pub proposed_next_date: NaiveDate,
}

/// Whether whoever chaired at the close can sign.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "has")]
pub enum SignsView {
    /// A passphrase of their own.
    Passphrase,
    /// None yet: they are one of these users, who has not said so, or somebody new.
    None {
        #[ts(as = "String")]
        person: PersonId,
        users: Vec<UserRow>,
    },
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingRow {
    pub code: MissingCode,
    pub about: String,
    /// Where to put it right.
    pub place: PlaceView,
    #[ts(as = "Option<String>")]
    pub attendance: Option<AttendanceId>,
    /// The item that is held.
    #[ts(as = "Option<String>")]
    pub item: Option<ItemId>,
    /// The action that has no date.
    pub action: Option<ActionRow>,
    /// What came to stand against sending it.
    pub since: Option<SinceView>,
    /// Whether the meeting cannot end before it is settled.
    pub blocks: bool,
}

/// What came to stand against something that was still to be sent, and on which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "since")]
pub enum SinceView {
    ObjectionUpheld { on: NaiveDate },
    ConsentWithdrawn { on: NaiveDate },
    ConsentExpired { on: NaiveDate },
    AuthorityWithdrawn { on: NaiveDate },
    PermissionWithdrawn { on: NaiveDate },
    ChoiceWithdrawn { on: NaiveDate },
    Otherwise { clause: String },
}

impl From<&Since> for SinceView {
    fn from(since: &Since) -> Self {
        match since {
            Since::ObjectionUpheld(on) => Self::ObjectionUpheld { on: *on },
            Since::ConsentWithdrawn(on) => Self::ConsentWithdrawn { on: *on },
            Since::ConsentExpired(on) => Self::ConsentExpired { on: *on },
            Since::AuthorityWithdrawn(on) => Self::AuthorityWithdrawn { on: *on },
            Since::PermissionWithdrawn(on) => Self::PermissionWithdrawn { on: *on },
            Since::ChoiceWithdrawn(on) => Self::ChoiceWithdrawn { on: *on },
            Since::Otherwise(clause) => Self::Otherwise {
                clause: clause.to_string(),
            },
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MissingCode {
    CaseStillOpen,
    CaseNotReached,
    MinutesNotAgreed,
    ActionNotSettled,
    ActionWithoutDate,
    AuthorityNotConfirmed,
    ItemHeld,
    NotToBeSent,
    NoLongerPermitted,
    UpdateWaiting,
    NextDateNotSet,
    StillAtTheDoor,
    LineHalfTyped,
}

/// Which document of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "document")]
pub enum DocumentName {
    Minutes,
    ActionPlan {
        #[ts(as = "String")]
        slot: SlotId,
    },
    /// An agency's numbered action sheet, by its team's key.
    ActionSheet {
        team: String,
    },
    Declaration {
        #[ts(as = "String")]
        attendance: AttendanceId,
        /// Of whoever signed on several days, which: counted from nought.
        nth: usize,
    },
    AttendanceRegister,
    DisclosureRecord,
    /// What was heard without a ground: for the chair only.
    ChairsCopy,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentRow {
    pub name: DocumentName,
    /// Whom or what it is for: a case's reference, an agency, a signer.
    pub about: String,
    pub draft: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DocumentForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub document: DocumentName,
}

/// A document's bytes, to be shown as pages.
#[derive(Clone, Serialize, TS)]
pub struct PagesView {
    /// The PDF in base 64.
    pub pdf: String,
    pub pages: u32,
    pub file_name: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct SignMinutesForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub passphrase: Secret,
    pub signature: SignatureForm,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveDocumentsForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    /// Empty is refused: "all" is said by naming all.
    pub documents: Vec<DocumentName>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedView {
    pub folder: String,
    pub files: Vec<SavedFile>,
    /// Those that could not be made, each with the character that no typeface has.
    pub unprinted: Vec<Unprinted>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedFile {
    pub name: String,
    pub sha256: String,
    pub bytes: u32,
}
