//! What the list of actions answers.

use chrono::NaiveDate;
use protocol::ids::{ActionId, CaseId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The strand of work that an action belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StrandView {
    Enforcement,
    Disruption,
    Treatment,
    Resettlement,
}

/// The four ways in which an action ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeView {
    Done,
    NotPossible,
    NotDone,
    NoLongerNeeded,
}

/// One action in any list: always with the case it belongs to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActionRow {
    #[ts(as = "String")]
    pub id: ActionId,
    #[ts(as = "Option<String>")]
    pub case: Option<CaseId>,
    /// The case's reference and name; `None` for any other business.
    pub case_label: Option<String>,
    pub agency: String,
    pub team: String,
    pub person: Option<String>,
    /// The agency that the person comes for now, where that is no longer the action's: the action stays with its agency.
    pub person_now_with: Option<String>,
    pub words: String,
    pub due: Option<NaiveDate>,
    /// Days until it is due; below nought it is late.
    pub days_left: Option<i64>,
    pub strand: Option<StrandView>,
    pub agreed_on: NaiveDate,
    pub outcome: Option<OutcomeView>,
    pub note: Option<String>,
}

/// Every open action, the latest due first, and those settled at the last meetings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActionsView {
    pub open: Vec<ActionRow>,
    pub settled: Vec<ActionRow>,
}

impl From<protocol::trade::Strand> for StrandView {
    fn from(strand: protocol::trade::Strand) -> Self {
        use protocol::trade::Strand::*;
        match strand {
            Enforcement => Self::Enforcement,
            Disruption => Self::Disruption,
            Treatment => Self::Treatment,
            Resettlement => Self::Resettlement,
        }
    }
}

impl From<StrandView> for protocol::trade::Strand {
    fn from(view: StrandView) -> Self {
        match view {
            StrandView::Enforcement => Self::Enforcement,
            StrandView::Disruption => Self::Disruption,
            StrandView::Treatment => Self::Treatment,
            StrandView::Resettlement => Self::Resettlement,
        }
    }
}

impl From<protocol::sharing::Outcome> for OutcomeView {
    fn from(outcome: protocol::sharing::Outcome) -> Self {
        use protocol::sharing::Outcome::*;
        match outcome {
            Done => Self::Done,
            NotPossible => Self::NotPossible,
            NotDone => Self::NotDone,
            NoLongerNeeded => Self::NoLongerNeeded,
        }
    }
}

impl From<OutcomeView> for protocol::sharing::Outcome {
    fn from(view: OutcomeView) -> Self {
        match view {
            OutcomeView::Done => Self::Done,
            OutcomeView::NotPossible => Self::NotPossible,
            OutcomeView::NotDone => Self::NotDone,
            OutcomeView::NoLongerNeeded => Self::NoLongerNeeded,
        }
    }
}
