//! What is still to be done, and what was settled of late.

use super::forms::ActionsView;
use super::labels::{Labels, by_urgency};
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use chrono::{Days, NaiveDate};
use protocol::sharing::Action;

/// For how many days a settled action stays on the list: three months, so that the last meetings are in it.
const SETTLED_FOR: u64 = 92;

pub(crate) fn actions(desk: &mut Desk, _: Nothing) -> Result<ActionsView, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let reading = desk.record()?.read();
    let labels = Labels::of(&reading.cases().all()?);
    let (mut open, rest): (Vec<_>, Vec<_>) = reading
        .actions()
        .all()?
        .into_iter()
        .partition(Action::is_open);
    by_urgency(&mut open);
    let settled = settled_since(rest, today - Days::new(SETTLED_FOR));
    let rows = |actions: &[Action]| labels.rows(actions, &pack, today);
    Ok(ActionsView {
        open: rows(&open),
        settled: rows(&settled),
    })
}

/// Those settled since a day, the last first; one that was taken back as a slip never was.
fn settled_since(mut actions: Vec<Action>, since: NaiveDate) -> Vec<Action> {
    let settled_at = |action: &Action| action.settled.as_ref().map(|s| s.at);
    actions
        .retain(|a| a.undone.is_none() && settled_at(a).is_some_and(|at| at.date_naive() >= since));
    actions.sort_by_key(|action| std::cmp::Reverse(settled_at(action)));
    actions
}
