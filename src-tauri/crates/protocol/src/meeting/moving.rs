//! A line that stands in the wrong place, moved to another case.

use super::agenda::Place;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand, LineChange};
use super::transfer::{share, still_decided, take_action, take_item, weighed_then};
use crate::grounds::OnFile;
use crate::ids::{ActionId, DecisionId, ItemId, SlotId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, Decision, Standing};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// Moves a line to the case that it belongs to; it leaves no words behind, and whoever may
    /// have it is weighed again for that case (`decisions` 2).
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`] for a line that cannot move; [`Refusal::NotOnTheAgenda`];
    /// [`Refusal::NothingDecided`] where the case that it leaves would be left without a decision;
    /// [`Refusal::HeardThere`], with the clause, where it was shared and might not have been there: see [`Moving::heard`];
    /// [`Refusal::NothingWritten`] where that says nothing.
    pub fn move_line(
        &mut self,
        moving: Moving,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Line, Refusal> {
        self.0.gate()?;
        let (after, moved) = moved(&self.0, moving, hand, (pack, on_file))?;
        self.0 = after;
        Ok(moved)
    }
}

/// Which line goes where, by which name; and what the chair did, where that was said.
#[derive(Clone, Debug)]
pub struct Moving {
    line: Line,
    to: SlotId,
    fresh: Uuid,
    chair_did: Option<Words>,
}

impl Moving {
    /// A line that goes to its own case, and what it is called there.
    pub fn of(line: Line, to: SlotId, fresh: Uuid) -> Self {
        Self {
            line,
            to,
            fresh,
            chair_did: None,
        }
    }

    /// Where it was heard by somebody who might not have it there it becomes an incident of that case, with what the chair did:
    /// what was said is not unsaid by standing elsewhere (`decisions` 1).
    #[must_use]
    pub fn heard(self, chair_did: Words) -> Self {
        Self {
            chair_did: Some(chair_did),
            ..self
        }
    }
}

/// The meeting with a line moved, and the line as it is called there.
pub(super) fn moved(
    p: &Proceedings,
    moving: Moving,
    hand: Hand,
    by: (&Pack, &OnFile),
) -> Result<(Proceedings, Line), Refusal> {
    let Moving {
        line,
        to,
        fresh,
        chair_did,
    } = moving;
    p.slot(to)?;
    let mut after = p.clone();
    let place = Place::Case(to);
    let from = after.place_of(line).filter(|from| *from != place);
    let from = from.ok_or(Refusal::NoSuchLine)?;
    let (moved, lines) = match line {
        Line::Item(id) => {
            let ids = (id, ItemId(fresh));
            move_item(&mut after, ids, (place, chair_did), hand.at, by)?
        }
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

fn move_item(
    p: &mut Proceedings,
    (id, new): (ItemId, ItemId),
    (to, chair_did): (Place, Option<Words>),
    at: At,
    by: (&Pack, &OnFile),
) -> Result<(Line, Vec<LineChange>), Refusal> {
    let item = p.standing_item(id)?.parts().clone();
    // Advice was asked about it under the name that it leaves.
    let assessment = weighed_then(p, &item, to, id, by)?.called(new);
    let assessment = assessment.chaired_then(item.chaired_by);
    take_item(p, id, at);
    if item.standing == Standing::Held {
        // Nobody has heard it: it goes on waiting, and is weighed for whoever is there once it is released.
        p.items.push(assessment.hold());
        return Ok((Line::Item(new), Vec::new()));
    }
    let said = chair_did.or(item.chair_did);
    match (assessment.objection(), &said) {
        (Some(clause), None) => return Err(Refusal::HeardThere(clause)),
        (Some(_), Some(did)) if did.is_blank() => return Err(Refusal::NothingWritten),
        _ => {}
    }
    let lines = share(p, assessment, said, &by.0.clauses);
    Ok((Line::Item(new), lines))
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
