//! What changing the agenda in mid-meeting asks and answers.

use crate::cases::{CohortView, ToldView};
use crate::meetings::{PlanOtherCase, TierView};
use protocol::ids::{CaseId, SlotId};
use protocol::meeting::Forum;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The forums that follow protocols of their own (§4.3 MAPPA).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ForumView {
    Mappa,
    ChildProtection,
}

impl From<ForumView> for Forum {
    fn from(view: ForumView) -> Self {
        match view {
            ForumView::Mappa => Self::Mappa,
            ForumView::ChildProtection => Self::ChildProtection,
        }
    }
}

/// The cases that could be put on the agenda now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReferableView {
    pub cases: Vec<PlanOtherCase>,
    /// The number that a new case would have.
    pub next_reference: String,
}

/// A case referred to this very meeting: one of the register, or a new one in one row.
#[derive(Clone, Deserialize, TS)]
pub struct ReferHereForm {
    /// `None` for a new case, of which the rest speaks.
    #[ts(as = "Option<String>")]
    pub case: Option<CaseId>,
    pub tier: TierView,
    pub forename: String,
    pub surname: String,
    pub born: String,
    pub cohort: CohortView,
    pub told: ToldView,
    pub told_reason: String,
    pub told_ground: String,
    pub told_decided_by: String,
}

/// A case that goes to another forum, and why.
#[derive(Clone, Deserialize, TS)]
pub struct ReferOnForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub forum: ForumView,
    pub reason: String,
}

/// A case that is taken off the cohort or the caseload, and why.
#[derive(Clone, Deserialize, TS)]
pub struct TakeOffForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub reason: String,
}

/// A case to discuss together with the open one; the reason where it is flagged.
#[derive(Clone, Deserialize, TS)]
pub struct JoinForm {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub because: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SlotForm {
    #[ts(as = "String")]
    pub slot: SlotId,
}
