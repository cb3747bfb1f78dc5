//! What is done alike to every meeting that is still planned.

use crate::problem::Problem;
use crate::session::{Desk, refused};
use protocol::meeting::{Meeting, Planned, Stage};
use protocol::refusal::Refusal;
use record::tables::MeetingChange;

/// What a move changes in the meetings that are still planned.
pub(crate) fn in_planned(
    desk: &Desk,
    mut act: impl FnMut(&mut Planned) -> Result<(), Refusal>,
) -> Result<Vec<MeetingChange>, Problem> {
    let reading = desk.record()?.read();
    let mut changes = Vec::new();
    let all = reading.meetings().all()?;
    for summary in all.iter().filter(|m| m.stage == Stage::Planned) {
        let Some(before) = reading.meetings().one(summary.id)? else {
            continue;
        };
        let mut after: Meeting = before.clone();
        act(after.planned_mut()?).map_err(|r| refused(&r, before.proceedings()))?;
        if after != before {
            changes.push(MeetingChange::between(Some(&before), &after));
        }
    }
    Ok(changes)
}
