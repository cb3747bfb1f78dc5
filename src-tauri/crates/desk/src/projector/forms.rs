//! What the projector is told to show, and what it then shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the projector is to show; nothing puts it away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProjectForm {
    pub show: Option<ShowView>,
}

/// What the chair has up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShowView {
    /// Where the meeting is on its agenda.
    Place,
    /// The statement that the chair reads aloud.
    Statement,
    /// What was decided in the open case, and who does what.
    ReadBack,
}

/// Whether the projector stands open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectorView {
    pub show: Option<ShowView>,
}

/// All that the projector's window is ever told.
///
/// There is no field in it for a line of the record, an item held, anybody left out or a draft, so none can be shown; and a name
/// stands only in a case that is open, which everybody in the room has been admitted to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "shows")]
pub enum ProjectionView {
    /// Nothing of any meeting: locked, handed over, or none is going on.
    Neutral,
    Place {
        of: MeetingShown,
        place: PlaceShown,
        cases: u32,
        /// The case that is open.
        case: Option<CaseProjected>,
    },
    Statement {
        of: MeetingShown,
        version: String,
        paragraphs: Vec<String>,
        question: String,
    },
    ReadBack {
        of: MeetingShown,
        /// The open case, and whatever was discussed together with it.
        cases: Vec<CaseRead>,
    },
}

/// What is read back of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseRead {
    pub case: CaseProjected,
    pub decisions: Vec<DecisionRead>,
    pub actions: Vec<ActionRead>,
}

/// Which meeting it is; what its kind is called and its day name nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingShown {
    pub name: String,
    pub date: NaiveDate,
    pub marking: String,
}

/// A place of the agenda, by its sort alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceShown {
    Opening,
    PreviousMinutes,
    MattersArising,
    Case,
    AnyOtherBusiness,
    Closing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseProjected {
    pub number: u32,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionRead {
    pub words: String,
    pub rationale: Option<String>,
    /// The agencies that dissent; why stands in the minutes.
    pub dissent: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionRead {
    pub who: String,
    pub words: String,
    pub due: Option<NaiveDate>,
}
