//! What meetings that have ended left held and nobody has resolved since, wherever its case is by now.

use super::reading::row;
use crate::ending::{Seen, live_or_closed};
use crate::held::HeldOverRow;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::file_merges::file_of;
use protocol::ids::{ItemId, MeetingId};
use protocol::meeting::{LeftHeld, Proceedings};
use protocol::people::whom;

/// One item that was left held, with the same words that are held of other cases, as each is shown.
pub(crate) struct LeftBehind {
    pub(crate) items: Vec<LeftHeld>,
    rows: Vec<HeldOverRow>,
}

impl LeftBehind {
    /// How it is shown: once, however many cases it was said of.
    pub(crate) fn row(&self) -> Option<&HeldOverRow> {
        self.rows.first()
    }

    /// How it is shown where it has a place in a meeting that has not taken it up.
    pub(crate) fn waits_in(&self, p: &Proceedings) -> Option<&HeldOverRow> {
        let here = |one: &LeftHeld| one.place_in(p).is_some();
        if self.items.iter().any(|one| p.has_taken_up(one)) {
            return None;
        }
        self.items
            .iter()
            .position(here)
            .and_then(|n| self.rows.get(n))
    }
}

/// What was left held by every meeting that has ended, the earliest first.
pub(crate) fn left_behind(desk: &Desk) -> Result<Vec<LeftBehind>, Problem> {
    let reading = desk.record()?.read();
    let held = reading.meetings().left_held()?;
    let mut meetings: Vec<MeetingId> = held.into_iter().map(|(meeting, _)| meeting).collect();
    meetings.dedup();
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    let (merges, files) = (reading.merges().all()?, reading.file_merges().all()?);
    let mut all = Vec::new();
    for id in meetings {
        let by: Seen<'_> = live_or_closed(desk, id)?;
        let p = by.meeting.proceedings();
        for items in p.left_held(&by.on_file, |who| whom(who, &merges)) {
            let items = LeftHeld::found_under(items, |case| file_of(case, &files));
            let Some(first) = items.first() else {
                continue;
            };
            if taken_up(desk, p, first.from.item)?.is_none() {
                let rows = items.iter();
                let rows = rows.filter_map(|one| row(&by, one.from.item, desk.now()));
                let rows = rows.collect();
                all.push(LeftBehind { items, rows });
            }
        }
    }
    Ok(all)
}

/// The later meeting that has taken an item up, under any name that it had in its own: what it was before was taken up by that one.
pub(super) fn taken_up(
    desk: &Desk,
    p: &Proceedings,
    item: ItemId,
) -> Result<Option<MeetingId>, Problem> {
    let meetings = desk.record()?.read().meetings();
    let here = |name: &ItemId| p.items.iter().any(|i| i.parts().id == *name);
    for name in p.names_of(item).into_iter().filter(here) {
        if let Some(by) = meetings.taken_up(name)? {
            return Ok(Some(by));
        }
    }
    Ok(None)
}
