//! What moving a line and making it of another sort have in common: weighing it as it was said, sharing, taking back.

use super::agenda::{Place, SlotProgress};
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Heard, LineChange};
use crate::grounds::OnFile;
use crate::ids::{ActionId, AttendanceId, ItemId};
use crate::pack::{Clauses, Pack, Rule};
use crate::refusal::Refusal;
use crate::room::{AttendeeRole, Whereabouts};
use crate::sharing::{Action, Assessment, ItemParts, SharedItem, Standing, assess};
use crate::trade::At;
use crate::words::Words;

/// Weighs an item for whoever was in the room when it was said, with what was on file when it was shared. What a case was flagged with
/// since, or whom its person was told by, bears no date: where an item stood shared, neither stood against anybody.
pub(super) fn weighed_then(
    p: &Proceedings,
    item: &ItemParts,
    place: Place,
    id: ItemId,
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Assessment, Refusal> {
    let when = (item.released.unwrap_or(item.at), item.released);
    if place == item.place && item.was_shared() {
        let (p, on_file) = unstopped(p, place, on_file);
        return weighed_at(&p, item, (place, id), when, (pack, &on_file));
    }
    weighed_at(p, item, (place, id), when, (pack, on_file))
}

/// The meeting and the files as something shared there found them: outside every case no flag stops anything.
pub(super) fn unstopped(p: &Proceedings, place: Place, on_file: &OnFile) -> (Proceedings, OnFile) {
    let mut then = p.clone();
    let Place::Case(slot) = place else {
        return (then, on_file.clone());
    };
    for slot in then.slots.iter_mut().filter(|one| one.id == slot) {
        slot.was_not_stopped();
    }
    let file = OnFile {
        cases: Vec::new(),
        ..on_file.clone()
    };
    (then, file)
}

/// The same, once the meeting has ended, with what is on file by now.
pub(super) fn weighed_since(
    p: &Proceedings,
    item: &ItemParts,
    at: At,
    by: (&Pack, &OnFile),
) -> Result<Assessment, Refusal> {
    let weighed = weighed_at(p, item, (item.place, item.id), (at, Some(at)), by)?;
    Ok(weighed.chaired_then(item.chaired_by))
}

fn weighed_at(
    p: &Proceedings,
    item: &ItemParts,
    (place, id): (Place, ItemId),
    (at, released): (At, Option<At>),
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Assessment, Refusal> {
    let then = as_it_was(p, item.at, Some(item.contributor));
    let weighed = assess(item.proposal(), id, at, place, &then, pack, on_file)?;
    Ok(weighed.said_then(item.at, released))
}

/// The meeting with everybody where they were at a moment; whoever spoke then may be an observer now.
pub(super) fn as_it_was(p: &Proceedings, at: At, spoke: Option<AttendanceId>) -> Proceedings {
    let mut then = p.clone();
    for a in &mut then.attendances {
        let there = a.was_in_the_room(at) && p.was_admitted(a, at);
        p.as_admitted_at(a, at);
        let spoke = Some(a.id) == spoke;
        a.whereabouts = match spoke || there {
            true => Whereabouts::InTheRoom,
            false => Whereabouts::Left,
        };
        if spoke {
            a.role = AttendeeRole::Representative;
        }
    }
    then
}

/// Shares what may be shared and holds the rest; whoever was there unadmitted has overheard it.
pub(super) fn share(
    p: &mut Proceedings,
    assessment: Assessment,
    chair_did: Option<Words>,
    clauses: &Clauses,
) -> Vec<LineChange> {
    let heard = chair_did.and_then(|did| assessment.clone().heard(did).ok());
    let item = heard.or_else(|| assessment.clone().share().ok());
    let item = item.unwrap_or_else(|| assessment.hold());
    let parts = item.parts().clone();
    p.items.push(item);
    let missing = |a: &&crate::room::Attendance| {
        let heard = a.was_in_the_room(parts.at) && !parts.left_out.contains(&a.id);
        let received = parts.receipts.iter().any(|r| r.attendance == a.id);
        heard && !received && parts.was_said()
    };
    let overheard = p.attendances.iter().filter(missing);
    let change = |a: &crate::room::Attendance| LineChange {
        item: parts.id,
        who: a.id,
        heard: Heard::Overheard {
            clause: clauses.of(Rule::AgreementAccepted).to_string(),
        },
    };
    overheard.map(change).collect()
}

/// Takes a note back, and lets no action say that it follows from it.
pub(super) fn take_item(p: &mut Proceedings, id: ItemId, at: At) {
    let these = p.items.iter_mut().filter(|i| i.parts().id == id);
    these.for_each(|i| i.undo(at));
    let follow = p.actions.iter_mut().filter(|a| a.arises_from == Some(id));
    follow.for_each(|a| a.arises_from = None);
}

pub(super) fn take_action(p: &mut Proceedings, id: ActionId, at: At) {
    let these = p.actions.iter_mut().filter(|a| a.id == id);
    these.for_each(|a| a.undone = Some(at));
}

/// A case that has been closed keeps a decision or an action (§4.3 ODOC, audit).
pub(super) fn still_decided(p: &Proceedings, place: Place) -> Result<(), Refusal> {
    let Place::Case(id) = place else {
        return Ok(());
    };
    let slot = p.slot(id)?;
    let put_off = matches!(slot.progress, SlotProgress::Deferred { .. });
    match slot.is_dealt_with() && !put_off && !p.is_decided(id) {
        true => Err(Refusal::NothingDecided(id)),
        false => Ok(()),
    }
}

impl Proceedings {
    pub(super) fn standing_item(&self, id: ItemId) -> Result<&SharedItem, Refusal> {
        let standing = |i: &&SharedItem| {
            i.parts().id == id && !matches!(i.parts().standing, Standing::Undone { .. })
        };
        let item = self.items.iter().find(standing);
        item.ok_or(Refusal::NoSuchLine)
    }

    /// An action first agreed here: one that goes on belongs to where it came from.
    pub(super) fn standing_action(&self, id: ActionId) -> Result<&Action, Refusal> {
        let standing = |a: &&Action| a.id == id && a.is_open() && a.continues.is_none();
        let action = self.actions.iter().find(standing);
        action.ok_or(Refusal::NoSuchLine)
    }

    /// Where a line stands.
    pub fn place_of(&self, line: Line) -> Option<Place> {
        match line {
            Line::Item(id) => {
                let item = self.items.iter().map(|i| i.parts()).find(|i| i.id == id);
                item.map(|i| i.place)
            }
            Line::Action(id) => self.actions.iter().find(|a| a.id == id).map(|a| a.place),
            Line::Decision(id) => {
                let decision = self.decisions.iter().find(|d| d.id == id);
                decision.map(|d| d.place)
            }
            Line::Silence(n) => self.silences.get(n).map(|s| s.place),
        }
    }
}
