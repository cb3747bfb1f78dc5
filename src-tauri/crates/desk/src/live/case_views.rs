//! What is open in the middle: the case on one page, and the lines of the record.

use super::amending_forms::StruckRow;
use super::forms::LineName;
use super::ground_forms::GroundInShort;
use super::until_view::UntilView;
use super::written_forms::WrittenRow;
use crate::actions::{ActionRow, StrandView};
use crate::cases::CustodyForm;
use crate::grounds::{GlanceView, PaperRow};
use crate::meetings::FlagView;
use crate::problem::RefusalView;
use chrono::NaiveDate;
use protocol::ids::{CaseId, MeetingId, SlotId};
use protocol::sharing::DecisionKind;
use serde::Serialize;
use ts_rs::TS;

/// What is open in the middle.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum OpenedView {
    /// The register, the statement, the acceptances.
    Opening,
    PreviousMinutes {
        /// The meeting whose minutes they are, where there was one before.
        #[ts(as = "Option<String>")]
        meeting: Option<MeetingId>,
        date: Option<NaiveDate>,
        agreed: bool,
        corrections: Option<String>,
        signed: bool,
    },
    MattersArising {
        actions: Vec<ActionRow>,
    },
    Case {
        case: Box<CaseNow>,
    },
    AnyOtherBusiness {
        lines: Vec<LineRow>,
        /// What was permitted at this meeting of what is said outside every case.
        permissions: Vec<PaperRow>,
    },
    Closing {
        /// What is to be done by whom, agency by agency, to be read out before everybody goes.
        actions: Vec<ActionRow>,
    },
}

/// The open case on one page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseNow {
    #[ts(as = "String")]
    pub slot: SlotId,
    #[ts(as = "String")]
    pub case: CaseId,
    pub number: u32,
    pub name: String,
    pub reference: String,
    pub born: Option<NaiveDate>,
    /// The same as the agreement writes it.
    pub born_written: Option<String>,
    pub cro: Option<String>,
    pub offender_manager: Option<String>,
    pub flags: Vec<FlagView>,
    pub custody: crate::cases::CustodyStatus,
    pub establishment: Option<String>,
    pub until: Option<NaiveDate>,
    /// Consent, in a word.
    pub glance: GlanceView,
    /// The same as it would be typed, to be changed in the meeting.
    pub whereabouts: CustodyForm,
    /// Closure was decided: it leaves the caseload when it is closed.
    pub leaves_caseload: bool,
    pub went_on_because: Option<String>,
    pub since: Option<SinceLast>,
    pub lines: Vec<LineRow>,
    /// Why it cannot close yet, where it cannot.
    pub close_refused: Option<RefusalView>,
    /// When the chair asked the whole room whether anybody holds anything new.
    pub asked_at: Option<String>,
    /// Why "no change" cannot be said, where it cannot.
    pub no_change_refused: Option<RefusalView>,
    /// Agencies at the table that have said nothing of it yet.
    pub silent: u32,
    /// The cases discussed together with it.
    pub together: Vec<TogetherRow>,
    /// What agencies that could not come wrote of it: what waits, and what was set aside.
    pub written: Vec<WrittenRow>,
}

/// A case that is discussed together with the open one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TogetherRow {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub number: u32,
    pub name: String,
    /// What was said of it, which closes with the open one.
    pub lines: Vec<LineRow>,
}

/// What was decided last time, and what is still to be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SinceLast {
    pub date: Option<NaiveDate>,
    pub decisions: Vec<String>,
    pub actions: Vec<ActionRow>,
}

/// One line of the record.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "sort")]
pub enum LineRow {
    Item {
        name: LineName,
        /// What one types before its words to say whose it is and of what kind; `None` where that is not for the room to say.
        said_as: Option<String>,
        /// The same before its words to make an action of it; `None` for what was not shared.
        instead: Option<String>,
        /// The number of its case on the agenda, where it is said of one.
        number: Option<u32>,
        at: String,
        agency: String,
        kind: String,
        sensitive: bool,
        judgement: bool,
        words: String,
        shared: SharedWith,
        /// The usual power for its kind, and on what those who have it do have it, most of them first.
        power: String,
        grounds: Vec<GroundInShort>,
        purpose: String,
        /// Whether these two are the chair's own choice.
        chosen: bool,
        held: bool,
        /// It was said without a ground: what the chair did.
        heard: Option<String>,
        /// Whose information it originally is, where it is not the agency's own.
        third_party: Option<String>,
        /// Who wrote it, where the agency gave it in writing; may be empty.
        written: Option<String>,
        /// The day on which it was said, where an earlier meeting left it held.
        since: Option<NaiveDate>,
        /// Who waits for what, where it is held.
        waiting: Vec<WaitingRow>,
        versions: u32,
        /// What was struck from it, the first words first.
        struck: Vec<StruckRow>,
    },
    Action {
        name: LineName,
        at: String,
        action: ActionRow,
        strand: Option<StrandView>,
        /// What one types before its words to make a note of it, which is what it was before it was made an action.
        instead: String,
        struck: Vec<StruckRow>,
    },
    Decision {
        name: LineName,
        at: String,
        kind: DecisionKindView,
        words: String,
        rationale: Option<String>,
        no_action: bool,
        dissents: Vec<DissentRow>,
        struck: Vec<StruckRow>,
    },
    Silence {
        name: LineName,
        at: String,
        agency: String,
        declined: bool,
        /// As with an item.
        written: Option<String>,
    },
}

/// What a case review decides on (§4.3 DIP, purpose).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKindView {
    Other,
    CareCoordination,
    Caseload,
    Closure,
    Deselection,
    ReferredToMappa,
    ReferredToChildProtection,
    NoChange,
}

impl From<DecisionKind> for DecisionKindView {
    fn from(kind: DecisionKind) -> Self {
        match kind {
            DecisionKind::Other => Self::Other,
            DecisionKind::CareCoordination => Self::CareCoordination,
            DecisionKind::Caseload => Self::Caseload,
            DecisionKind::Closure => Self::Closure,
            DecisionKind::Deselection => Self::Deselection,
            DecisionKind::ReferredToMappa => Self::ReferredToMappa,
            DecisionKind::ReferredToChildProtection => Self::ReferredToChildProtection,
            DecisionKind::NoChange => Self::NoChange,
        }
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DissentRow {
    /// Its place among the decision's differing views.
    pub nth: u32,
    pub agency: String,
    pub words: String,
}

/// Somebody who may not have an item, and what they wait for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingRow {
    pub name: String,
    pub agency: String,
    pub until: UntilView,
    pub clause: String,
}

/// With whom: everybody in the room, or who was left out.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct SharedWith {
    pub people: u32,
    pub everyone: bool,
    /// Agencies (or names) left out or out of the room.
    pub without: Vec<String>,
    /// Agencies outside the room to whom it is still to be sent.
    pub pending: Vec<String>,
}
