//! A line of the wrong sort: a note made an action, an action made a note, and a note that another agency had said or of another kind.

use super::agenda::Place;
use super::door::InSession;
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand};
use super::transfer::{as_it_was, share, still_decided, take_action, take_item, unstopped};
use crate::grounds::{OnFile, Owner};
use crate::ids::{ActionId, ItemId, TeamKey};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, Assessment, ItemParts, Proposal, Source, Standing, assess};
use crate::trade::At;
use uuid::Uuid;

impl InSession {
    /// Makes an action of a note: the note is taken back, and the action stands where it stood; of every case that it was said of.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::NotShared`] for one that is held or was heard without a ground, for a plan
    /// and a sheet are read by others; [`Refusal::OthersInformation`] and [`Refusal::OwnerDidNotHear`] for words that would
    /// reach the action's agency without their mark, or past whom they were kept from; those of recording an action.
    pub fn note_to_action(
        &mut self,
        note: ItemId,
        action: Action,
        hand: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.decides()?;
        self.0.standing_item(note)?;
        if action.words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        if action.due.is_some_and(|due| due < self.0.date) {
            return Err(Refusal::DateInThePast);
        }
        let fresh = action.id.0;
        of_every_case(&mut self.0, Line::Item(note), fresh, |p, from, fresh| {
            let Line::Item(note) = from else {
                return Err(Refusal::NoSuchLine);
            };
            let id = ActionId(fresh);
            let action = Action {
                id,
                ..action.clone()
            };
            note_becomes(p, note, action, &hand)?;
            Ok(Line::Action(id))
        })
    }

    /// Says of a note that another agency had said it, or that it is of another kind: typed at speed, it is weighed as it should
    /// have been, for whoever was in the room when it was said and of every case that it was said of. Whom it was not for it is not
    /// for, and whose it is it stays.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`], also for what an agency gave in writing and for what an earlier meeting left held;
    /// [`Refusal::IncidentStays`] for one that was heard without a ground; [`Refusal::HeardThere`] where somebody heard it who might
    /// not have it as that; those of recording an item.
    pub fn note_to_note(
        &mut self,
        note: ItemId,
        said: &Proposal,
        id: ItemId,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        of_every_case(&mut self.0, Line::Item(note), id.0, |p, from, fresh| {
            let Line::Item(note) = from else {
                return Err(Refusal::NoSuchLine);
            };
            said_otherwise(p, (note, ItemId(fresh)), said, &hand, (pack, on_file))
        })
    }

    /// Makes a note of an action, of every case that it was said of: it is weighed for whoever was in the room when it was said.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::NothingDecided`]; [`Refusal::HeardThere`] where somebody heard it who might not have it
    /// as a note; those of recording an item.
    pub fn action_to_note(
        &mut self,
        action: ActionId,
        proposal: Proposal,
        id: ItemId,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0.standing_action(action)?;
        of_every_case(&mut self.0, Line::Action(action), id.0, |p, from, fresh| {
            let Line::Action(action) = from else {
                return Err(Refusal::NoSuchLine);
            };
            let into = (proposal.clone(), ItemId(fresh));
            action_becomes(p, action, into, &hand, (pack, on_file))
        })
    }
}

/// Makes something else of a line under every case that it was said of, itself first, or of none of them where one does not allow it.
fn of_every_case(
    p: &mut Proceedings,
    line: Line,
    fresh: Uuid,
    becomes: impl Fn(&mut Proceedings, Line, Uuid) -> Result<Line, Refusal>,
) -> Result<(), Refusal> {
    let mut lines = p.copies_of(line);
    lines.sort_by_key(|one| *one != line);
    let mut after = p.clone();
    let mut made = Vec::new();
    for (n, from) in lines.into_iter().enumerate() {
        made.push(becomes(&mut after, from, nth(fresh, n))?);
    }
    after.breathe(made);
    *p = after;
    Ok(())
}

fn note_becomes(
    p: &mut Proceedings,
    note: ItemId,
    action: Action,
    hand: &Hand,
) -> Result<(), Refusal> {
    let item = p.standing_item(note)?.parts();
    may_be_read_by(p, item, &action.owner.team)?;
    let (place, at) = (item.place, item.at);
    let (from, to) = (Line::Item(note), Line::Action(action.id));
    let case = p.case_at(place);
    take_item(p, note, hand.at);
    p.actions.push(Action {
        place,
        at,
        case,
        ..action
    });
    p.carry_corrections(from, to);
    let (by, lines) = (hand.clone(), Vec::new());
    let what = Amended::Converted { from, to, lines };
    p.amendments.push(Amendment { by, what });
    Ok(())
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
    (proposal, id): (Proposal, ItemId),
    hand: &Hand,
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Line, Refusal> {
    let standing = p.standing_action(action)?;
    let (place, at) = (standing.place, standing.at);
    take_action(p, action, hand.at);
    still_decided(p, place)?;
    // Everybody heard it: what its case was flagged with since stands against nobody's having heard it.
    let (then, file) = as_heard(p, (at, place), on_file);
    let assessment = assess(proposal, id, at, place, &then, pack, &file)?;
    was_heard_rightly(&assessment)?;
    let lines = share(p, assessment, None, &pack.clauses);
    let (from, to) = (Line::Action(action), Line::Item(id));
    p.carry_corrections(from, to);
    let what = Amended::Converted { from, to, lines };
    let by = hand.clone();
    p.amendments.push(Amendment { by, what });
    Ok(to)
}

/// What was said aloud is not unsaid by being called something else (`decisions` 1).
fn was_heard_rightly(assessment: &Assessment) -> Result<(), Refusal> {
    match assessment.objection() {
        Some(clause) => Err(Refusal::HeardThere(clause)),
        None => Ok(()),
    }
}

/// The room and the files as they were for something that it heard.
fn as_heard(p: &Proceedings, (at, place): (At, Place), on_file: &OnFile) -> (Proceedings, OnFile) {
    unstopped(&as_it_was(p, at, None), place, on_file)
}

fn said_otherwise(
    p: &mut Proceedings,
    (note, id): (ItemId, ItemId),
    said: &Proposal,
    hand: &Hand,
    (pack, on_file): (&Pack, &OnFile),
) -> Result<Line, Refusal> {
    let item = p.standing_item(note)?.parts().clone();
    if item.speaker().is_none() {
        return Err(Refusal::NoSuchLine);
    }
    if item.standing == Standing::Heard {
        return Err(Refusal::IncidentStays);
    }
    let (at, place) = (item.at, item.place);
    let (then, file) = match item.was_shared() {
        true => as_heard(p, (at, place), on_file),
        false => (as_it_was(p, at, None), on_file.clone()),
    };
    // Advice was asked about it under the name that it leaves.
    let assessment = assess(as_said(&item, said), note, at, place, &then, pack, &file)?;
    let assessment = assessment.called(id).chaired_then(item.chaired_by);
    let follow = p.actions.iter_mut().filter(|a| a.arises_from == Some(note));
    follow.for_each(|a| a.arises_from = Some(id));
    take_item(p, note, hand.at);
    let (from, to) = (Line::Item(note), Line::Item(id));
    let lines = if item.standing == Standing::Held {
        // Nobody has heard it: it goes on waiting.
        p.items.push(assessment.hold());
        Vec::new()
    } else {
        was_heard_rightly(&assessment)?;
        share(p, assessment, None, &pack.clauses)
    };
    p.carry_corrections(from, to);
    let what = Amended::Converted { from, to, lines };
    let by = hand.clone();
    p.amendments.push(Amendment { by, what });
    Ok(to)
}

/// Who says it, of what kind and in which words, as typed now; whom it keeps out, and whose it is, as it was said, too.
fn as_said(item: &ItemParts, said: &Proposal) -> Proposal {
    let was = item.proposal();
    let owned = matches!(&was.source, Source::ThirdParty(Owner::Team(team)) if *team == said.team);
    let source = match &said.source {
        Source::Own if !owned => was.source,
        said => said.clone(),
    };
    let mut made = Proposal {
        source,
        about: said.about.or(was.about),
        for_advice: said.for_advice || was.for_advice,
        ..said.clone()
    };
    if said.kind == was.kind {
        (made.purpose, made.power, made.chosen) = (was.purpose, was.power, was.chosen);
    }
    made.left_out.extend(was.left_out);
    made.kept_out.extend(was.kept_out);
    let pending = was.pending.into_iter();
    let also = pending.filter(|to| !said.pending.contains(to));
    made.pending.extend(also);
    made
}
