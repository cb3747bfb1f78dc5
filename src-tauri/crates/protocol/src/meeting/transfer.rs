//! A line that stands in the wrong place, moved to another case.

use super::agenda::{Place, SlotProgress};
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand, Heard, LineChange};
use crate::grounds::OnFile;
use crate::ids::{ActionId, AttendanceId, DecisionId, ItemId, SlotId};
use crate::pack::{Clauses, Pack, Rule};
use crate::refusal::Refusal;
use crate::room::{AttendeeRole, Whereabouts};
use crate::sharing::{Action, Assessment, Decision, ItemParts, SharedItem, Standing, assess};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// Moves a line to the case that it belongs to; it leaves no words behind, and whoever may
    /// have it is weighed again for that case (`decisions` 2).
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for a line that cannot move; [`Refusal::NotOnTheAgenda`];
    /// [`Refusal::NothingDecided`] where the case that it leaves would be left without a decision.
    pub fn move_line(
        &mut self,
        line: Line,
        to: SlotId,
        fresh: Uuid,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Line, Refusal> {
        self.0.gate()?;
        let (after, moved) = moved(&self.0, (line, to, fresh), hand, (pack, on_file))?;
        self.0 = after;
        Ok(moved)
    }
}

/// The meeting with a line moved, and the line as it is called there.
pub(super) fn moved(
    p: &Proceedings,
    (line, to, fresh): (Line, SlotId, Uuid),
    hand: Hand,
    by: (&Pack, &OnFile),
) -> Result<(Proceedings, Line), Refusal> {
    p.slot(to)?;
    let mut after = p.clone();
    let place = Place::Case(to);
    let from = after.place_of(line).filter(|from| *from != place);
    let from = from.ok_or(Refusal::NoSuchLine)?;
    let (moved, lines) = match line {
        Line::Item(id) => move_item(&mut after, (id, ItemId(fresh)), place, hand.at, by)?,
        Line::Action(id) => move_action(&mut after, id, place, ActionId(fresh), hand.at)?,
        Line::Decision(id) => move_decision(&mut after, id, place, DecisionId(fresh), hand.at)?,
        Line::Silence(_) => return Err(Refusal::NoSuchLine),
    };
    still_decided(&after, from)?;
    let (from, to) = (line, moved);
    after.carry_corrections(from, to);
    let what = Amended::Moved { from, to, lines };
    after.amendments.push(Amendment { by: hand, what });
    Ok((after, moved))
}

/// Weighs an item for whoever was in the room when it was said.
pub(super) fn weighed_then(
    p: &Proceedings,
    item: &ItemParts,
    place: Place,
    id: ItemId,
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Assessment, Refusal> {
    let then = as_it_was(p, item.at, Some(item.contributor));
    assess(item.proposal(), id, item.at, place, &then, pack, on_file)
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

fn move_item(
    p: &mut Proceedings,
    (id, new): (ItemId, ItemId),
    to: Place,
    at: At,
    by: (&Pack, &OnFile),
) -> Result<(Line, Vec<LineChange>), Refusal> {
    let item = p.standing_item(id)?.parts().clone();
    let assessment = weighed_then(p, &item, to, new, by)?;
    take_item(p, id, at);
    if item.standing == Standing::Held {
        // Nobody has heard it: it goes on waiting, and is weighed for whoever is there once it is released.
        p.items.push(assessment.hold());
        return Ok((Line::Item(new), Vec::new()));
    }
    let lines = share(p, assessment, item.chair_did, &by.0.clauses);
    Ok((Line::Item(new), lines))
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
        heard && !received && parts.standing == Standing::Shared
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

fn move_action(
    p: &mut Proceedings,
    id: ActionId,
    to: Place,
    new: ActionId,
    at: At,
) -> Result<(Line, Vec<LineChange>), Refusal> {
    let action = p.standing_action(id)?.clone();
    take_action(p, id, at);
    let case = p.case_at(to);
    p.actions.push(Action {
        id: new,
        place: to,
        case,
        arises_from: None,
        ..action
    });
    Ok((Line::Action(new), Vec::new()))
}

fn move_decision(
    p: &mut Proceedings,
    id: DecisionId,
    to: Place,
    new: DecisionId,
    at: At,
) -> Result<(Line, Vec<LineChange>), Refusal> {
    let decision = p.standing_decision(id)?;
    let moved = Decision {
        id: new,
        place: to,
        ..decision.clone()
    };
    decision.undone = Some(at);
    p.decisions.push(moved);
    Ok((Line::Decision(new), Vec::new()))
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
