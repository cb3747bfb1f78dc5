//! What was left held, as it is shown: by name and kind in a list, verbatim where its case or its meeting is.

use super::forms::{HeldAfterRow, HeldOverRow, HeldRow, HeldStands};
use super::left::{left_behind, taken_up};
use crate::ending::{case, live_or_closed, meeting_of};
use crate::live::{LineName, LineRow, RightView, Would, held, weigh_held};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::ids::ItemId;
use protocol::meeting::{Meeting, Place, Stage};
use protocol::sharing::{ItemParts, SharedItem, Standing};
use protocol::trade::At;

/// Everything that waits for somebody or something, whichever meeting left it held; not a word of what was said.
pub(crate) fn everywhere(desk: &Desk) -> Result<Vec<HeldRow>, Problem> {
    let left = left_behind(desk)?;
    let rows = left.iter().filter_map(|one| one.row());
    Ok(rows.map(|row| row.held.clone()).collect())
}

/// A held item of a meeting that has ended, with what it waits for by now.
pub(super) fn row(by: &Live, id: ItemId, at: At) -> Option<HeldOverRow> {
    let p = by.meeting.proceedings();
    let item = p.items.iter().map(SharedItem::parts).find(|i| i.id == id)?;
    let mut lines = held(by, at).into_iter();
    lines.find_map(|line| match line {
        LineRow::Item {
            name: LineName::Item { item: named },
            agency,
            kind,
            words,
            waiting,
            ..
        } if named == id => Some(HeldOverRow {
            held: HeldRow {
                meeting: p.id,
                item: id,
                about: match item.place {
                    Place::Case(slot) => Some(case(p, slot)),
                    _ => None,
                },
                agency,
                kind,
                since: item.held_over.as_ref().map_or(p.date, |from| from.since),
                waiting,
            },
            words,
        }),
        _ => None,
    })
}

/// What a meeting that has ended left held, with what has become of each.
pub(crate) fn after(desk: &Desk, meeting: &Meeting) -> Result<Vec<HeldAfterRow>, Problem> {
    if !matches!(meeting.stage(), Stage::Closed | Stage::Sealed) {
        return Ok(Vec::new());
    }
    let p = meeting.proceedings();
    let is_held = |item: &&ItemParts| item.standing == Standing::Held;
    let items = p.items.iter().map(SharedItem::parts).filter(is_held);
    let items: Vec<ItemId> = items.map(|item| item.id).collect();
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let by = live_or_closed(desk, p.id)?;
    let mut rows = Vec::new();
    for id in items {
        if let Some(row) = row(&by, id, desk.now()) {
            rows.push(HeldAfterRow {
                stands: stands(desk, &by, id)?,
                held: row.held,
                words: row.words,
            });
        }
    }
    Ok(rows)
}

fn stands(desk: &Desk, by: &Live, id: ItemId) -> Result<HeldStands, Problem> {
    let names = by.meeting.proceedings().names_of(id);
    if let Some(said) = by.on_file.withheld(&names) {
        return Ok(HeldStands::Withheld {
            because: said.because.as_str().to_owned(),
            by: said.by.clone(),
            on: said.at.date_naive(),
        });
    }
    if let Some(later) = taken_up(desk, by.meeting.proceedings(), id)? {
        let on = meeting_of(desk, later)?.proceedings().date;
        return Ok(HeldStands::TakenUp { on });
    }
    if by.meeting.stage() == Stage::Sealed {
        return Ok(HeldStands::Signed);
    }
    // Where it cannot be weighed at all, nobody can be told that it may be shared.
    let Ok(weighed) = weigh_held(by, id, desk.now()) else {
        return Ok(HeldStands::Unsigned {
            recipients: Vec::new(),
            free: false,
            rights: Vec::new(),
        });
    };
    let mut rights = weighed.rights;
    rights.retain(settles_afterwards);
    Ok(HeldStands::Unsigned {
        recipients: match weighed.would {
            Would::Item { recipients, .. } => recipients,
            _ => Vec::new(),
        },
        free: weighed.objection.is_none(),
        rights,
    })
}

/// What can still be given once the room is empty; a consent goes on the case's own file.
fn settles_afterwards(right: &RightView) -> bool {
    matches!(
        right,
        RightView::Authority { .. }
            | RightView::Permission { .. }
            | RightView::Power { .. }
            | RightView::GoOn
            | RightView::AdviceCame { .. }
    )
}
