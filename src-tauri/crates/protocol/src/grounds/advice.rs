//! Legal advice through a senior manager, asked before something contentious is shared (§1.2.3).

use crate::ids::{AdviceId, CaseId, ItemId};
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// What was asked about one held item, of whom, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalAdvice {
    pub id: AdviceId,
    pub case: CaseId,
    pub item: ItemId,
    /// The senior manager through whom it goes.
    pub asked_of: Words,
    pub asked_at: At,
    pub question: Words,
    pub outcome: Option<AdviceOutcome>,
}

/// What the advice was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceOutcome {
    pub at: At,
    /// Whether it may be shared; then the ordinary rules still decide with whom.
    pub may_be_shared: bool,
    pub advice: Words,
    pub given_by: Words,
}
