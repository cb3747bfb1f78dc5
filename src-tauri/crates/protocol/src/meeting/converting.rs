//! A line of the wrong sort: a note made an action, an action made a note, and a note that another agency had said, of another kind or
//! on another basis.

use super::closed::Closed;
use super::door::InSession;
use super::instead::{Converting, Instead, PutRight, weighed_instead};
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Correction, Hand};
use super::transfer::{as_it_was, share, still_decided, take_action, take_item};
use crate::grounds::OnFile;
use crate::ids::{ActionId, CorrectionId, ItemId, TeamKey};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, Assessment, ItemParts, Source, Standing};
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// Makes something else of a line, where and when it was said and of every case that it was said of, or of none of them where
    /// one does not allow it: an action of a note, a note of an action, or the note that it should have been. A note is weighed for
    /// whoever was in the room when it was said; whom it was not for it is not for, and whose it is it stays.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`], also for what an agency gave in writing and for what an earlier meeting left held;
    /// [`Refusal::NothingWritten`] for what it is already;
    /// of an action: [`Refusal::HearsOnly`], [`Refusal::DateInThePast`]; [`Refusal::NotShared`] for a note that is held or was heard
    /// without a ground, for a plan and a sheet are read by others; [`Refusal::OthersInformation`] and [`Refusal::OwnerDidNotHear`]
    /// for words that would reach the action's agency without their mark, or past whom they were kept from;
    /// of a note: [`Refusal::NothingDecided`]; [`Refusal::IncidentStays`] for one that was heard without a ground;
    /// [`Refusal::HeardThere`], with the clause, where somebody heard it who might not have it as that: see [`PutRight::heard`];
    /// those of recording either.
    pub fn convert(
        &mut self,
        converting: &Converting,
        hand: &Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Line, Refusal> {
        self.0.gate()?;
        if matches!(converting.into, Instead::Action(_)) {
            self.decides()?;
        }
        let (after, line) = converted(&self.0, converting, hand, (pack, on_file))?;
        self.0 = after;
        Ok(line)
    }
}

impl Closed {
    /// The same, when it is found in the draft: nothing is decided of what was said while reports only were heard.
    ///
    /// # Errors
    /// As [`InSession::convert`].
    pub fn convert(
        &mut self,
        converting: &Converting,
        hand: &Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Line, Refusal> {
        let p = &self.proceedings;
        let decides = matches!(converting.into, Instead::Action(_));
        if decides && p.as_when_said(converting.line)?.hears_only() {
            return Err(Refusal::HearsOnly);
        }
        let (after, line) = converted(p, converting, hand, (pack, on_file))?;
        self.proceedings = after;
        Ok(line)
    }
}

impl Proceedings {
    /// The meeting with everybody where they were when a line was said.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`].
    pub fn as_when_said(&self, line: Line) -> Result<Self, Refusal> {
        let at = self.said_at(line).ok_or(Refusal::NoSuchLine)?;
        Ok(as_it_was(self, at, None))
    }
}

/// The meeting with something else in a line's place, and that line: itself first, then whatever was said in one breath with it.
fn converted(
    p: &Proceedings,
    converting: &Converting,
    hand: &Hand,
    by: (&Pack, &OnFile),
) -> Result<(Proceedings, Line), Refusal> {
    let Converting { line, into, fresh } = converting;
    let mut lines = p.copies_of(*line);
    lines.sort_by_key(|one| one != line);
    let mut after = p.clone();
    let mut made = Vec::new();
    for (n, from) in lines.into_iter().enumerate() {
        let as_which = (nth(*fresh, n), n);
        made.push(becomes(&mut after, from, into, as_which, hand, by)?);
    }
    let first = made.first().copied().ok_or(Refusal::NoSuchLine)?;
    after.breathe(made);
    Ok((after, first))
}

fn becomes(
    p: &mut Proceedings,
    from: Line,
    into: &Instead,
    (fresh, n): (Uuid, usize),
    hand: &Hand,
    by: (&Pack, &OnFile),
) -> Result<Line, Refusal> {
    match (from, into) {
        (Line::Item(note), Instead::Action(action)) => {
            note_becomes(p, note, action, ActionId(fresh), hand)
        }
        (Line::Item(note), Instead::Note(_) | Instead::PutRight(_)) => {
            said_otherwise(p, note, into, (ItemId(fresh), n), hand, by)
        }
        (Line::Action(action), Instead::Note(_)) => {
            action_becomes(p, action, into, ItemId(fresh), hand, by)
        }
        (Line::Action(_), _) => Err(Refusal::NothingWritten),
        _ => Err(Refusal::NoSuchLine),
    }
}

fn note_becomes(
    p: &mut Proceedings,
    note: ItemId,
    action: &Action,
    id: ActionId,
    hand: &Hand,
) -> Result<Line, Refusal> {
    let item = p.standing_item(note)?.parts();
    if action.words.is_blank() {
        return Err(Refusal::NothingWritten);
    }
    if action.due.is_some_and(|due| due < p.date) {
        return Err(Refusal::DateInThePast);
    }
    may_be_read_by(p, item, &action.owner.team)?;
    let (place, at) = (item.place, item.at);
    let case = p.case_at(place);
    take_item(p, note, hand.at);
    p.actions.push(Action {
        id,
        place,
        at,
        case,
        ..action.clone()
    });
    let (from, to) = (Line::Item(note), Line::Action(id));
    let lines = Vec::new();
    stands_instead(p, from, to, Amended::Converted { from, to, lines }, hand);
    Ok(to)
}

/// An action's words go to its agency as they are: to one that heard them, and never without the mark of whose they are.
fn may_be_read_by(p: &Proceedings, item: &ItemParts, team: &TeamKey) -> Result<(), Refusal> {
    if item.standing != Standing::Shared {
        return Err(Refusal::NotShared);
    }
    if item.source != Source::Own {
        return Err(Refusal::OthersInformation);
    }
    let of_team = |id| {
        let person = p.attendance(id).ok();
        person.is_some_and(|a| a.agency.is(team))
    };
    let heard = item.team == *team || item.receipts.iter().any(|r| of_team(r.attendance));
    match heard {
        true => Ok(()),
        false => Err(Refusal::OwnerDidNotHear),
    }
}

fn action_becomes(
    p: &mut Proceedings,
    action: ActionId,
    into: &Instead,
    id: ItemId,
    hand: &Hand,
    by: (&Pack, &OnFile),
) -> Result<Line, Refusal> {
    let place = p.standing_action(action)?.place;
    let (from, to) = (Line::Action(action), Line::Item(id));
    let assessment = weighed_instead(p, from, into, by)?.called(id);
    take_action(p, action, hand.at);
    still_decided(p, place)?;
    was_heard_rightly(&assessment)?;
    let lines = share(p, assessment, None, &by.0.clauses);
    stands_instead(p, from, to, Amended::Converted { from, to, lines }, hand);
    Ok(to)
}

/// What was said aloud is not unsaid by being called something else (`decisions` 1).
fn was_heard_rightly(assessment: &Assessment) -> Result<(), Refusal> {
    match assessment.objection() {
        Some(clause) => Err(Refusal::HeardThere(clause)),
        None => Ok(()),
    }
}

fn said_otherwise(
    p: &mut Proceedings,
    note: ItemId,
    into: &Instead,
    (id, n): (ItemId, usize),
    hand: &Hand,
    by: (&Pack, &OnFile),
) -> Result<Line, Refusal> {
    let item = p.standing_item(note)?.parts().clone();
    let (from, to) = (Line::Item(note), Line::Item(id));
    let assessment = weighed_instead(p, from, into, by)?.called(id);
    let follow = p.actions.iter_mut().filter(|a| a.arises_from == Some(note));
    follow.for_each(|a| a.arises_from = Some(id));
    take_item(p, note, hand.at);
    // Nobody has heard it: it goes on waiting, and there is nothing to strike.
    if item.standing == Standing::Held {
        p.items.push(assessment.hold());
        let lines = Vec::new();
        stands_instead(p, from, to, Amended::Converted { from, to, lines }, hand);
        return Ok(to);
    }
    let Instead::PutRight(right) = into else {
        was_heard_rightly(&assessment)?;
        let lines = share(p, assessment, None, &by.0.clauses);
        stands_instead(p, from, to, Amended::Converted { from, to, lines }, hand);
        return Ok(to);
    };
    let chair_did = what_the_chair_did(&assessment, right)?;
    let lines = share(p, assessment, chair_did, &by.0.clauses);
    let correction = CorrectionId(nth(right.correction.0, n));
    let what = Amended::PutRight {
        from,
        to,
        correction,
        lines,
    };
    stands_instead(p, from, to, what, hand);
    p.corrections.push(Correction {
        id: correction,
        of: to.into(),
        before: Words::new(format!("{}: {}", item.headed(by.0), item.words.as_str())),
        by: hand.clone(),
    });
    Ok(to)
}

/// Heard by somebody who might not have it as what it was, it is an incident, with what the chair did about that.
fn what_the_chair_did(assessment: &Assessment, right: &PutRight) -> Result<Option<Words>, Refusal> {
    match (assessment.objection(), &right.chair_did) {
        (Some(clause), None) => Err(Refusal::HeardThere(clause)),
        (Some(_), Some(did)) if did.is_blank() => Err(Refusal::NothingWritten),
        (Some(_), did) => Ok(did.clone()),
        (None, _) => Ok(None),
    }
}

/// What was struck from the one goes on with the other, and the trace has both.
fn stands_instead(p: &mut Proceedings, from: Line, to: Line, what: Amended, hand: &Hand) {
    p.carry_corrections(from, to);
    let by = hand.clone();
    p.amendments.push(Amendment { by, what });
}
