//! What was decided about a case at earlier meetings.

use super::forms::HistoryRow;
use super::reading::count;
use crate::problem::Problem;
use protocol::ids::CaseId;
use protocol::meeting::{Place, Proceedings, Stage};
use protocol::sharing::Standing;
use record::Record;

/// How many meetings back a page goes: a year of them.
const MEETINGS: usize = 12;

/// The earlier meetings that took up the case under one of these files, the last first.
pub(super) fn of(record: &Record, files: &[CaseId]) -> Result<Vec<HistoryRow>, Problem> {
    let reading = record.read();
    let ended = |stage: Stage| matches!(stage, Stage::Closed | Stage::Sealed);
    let mut rows = Vec::new();
    for summary in reading
        .meetings()
        .all()?
        .into_iter()
        .filter(|m| ended(m.stage))
    {
        if let Some(meeting) = reading.meetings().one(summary.id)? {
            let p = meeting.proceedings();
            rows.extend(files.iter().filter_map(|file| row(p, *file)));
        }
        if rows.len() >= MEETINGS {
            break;
        }
    }
    Ok(rows)
}

fn row(meeting: &Proceedings, case: CaseId) -> Option<HistoryRow> {
    let slot = meeting.slots.iter().find(|slot| slot.case.case == case)?;
    let here = |place: Place| place == Place::Case(slot.id);
    let decisions = meeting
        .decisions
        .iter()
        .filter(|d| here(d.place) && d.undone.is_none());
    let items = meeting.items.iter().map(|item| item.parts());
    Some(HistoryRow {
        date: meeting.date,
        kind: meeting.kind.into(),
        decisions: decisions.map(|d| d.words.as_str().to_owned()).collect(),
        items: count(items.filter(|i| here(i.place) && i.standing == Standing::Shared)),
    })
}
