//! Actions in a list, each with the case that it belongs to: without its case an action means little.

use super::forms::ActionRow;
use super::row::row;
use chrono::NaiveDate;
use protocol::cases::Case;
use protocol::ids::CaseId;
use protocol::pack::Pack;
use protocol::sharing::Action;
use std::collections::BTreeMap;

/// Each case as a list names it: its reference, then its name.
pub(crate) struct Labels(BTreeMap<CaseId, String>);

impl Labels {
    /// The labels of these cases.
    pub(crate) fn of(cases: &[Case]) -> Self {
        let label = |case: &Case| format!("{} {}", case.reference, case.particulars.name.shown());
        Self(cases.iter().map(|case| (case.id, label(case))).collect())
    }

    /// The rows of these actions, seen on a day.
    pub(crate) fn rows(&self, actions: &[Action], pack: &Pack, today: NaiveDate) -> Vec<ActionRow> {
        let label = |action: &Action| action.case.and_then(|case| self.0.get(&case).cloned());
        actions
            .iter()
            .map(|action| row(action, pack, label(action), today))
            .collect()
    }
}

/// Puts the most overdue first; an action without a date comes last, because nothing presses it.
pub(crate) fn by_urgency(actions: &mut [Action]) {
    actions.sort_by_key(|action| (action.due.is_none(), action.due, action.at, action.id));
}
