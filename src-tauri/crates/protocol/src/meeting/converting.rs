//! A line of the wrong sort: a note made an action, and an action made a note.

use super::door::InSession;
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand};
use super::transfer::{as_it_was, share, still_decided, take_action, take_item};
use crate::grounds::OnFile;
use crate::ids::{ActionId, ItemId, TeamKey};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, ItemParts, Proposal, Source, Standing, assess};

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
        let mut after = self.0.clone();
        let mut made = Vec::new();
        for (n, from) in same_words(&after, Line::Item(note)).into_iter().enumerate() {
            let Line::Item(note) = from else { continue };
            let id = ActionId(nth(action.id.0, n));
            let action = Action {
                id,
                ..action.clone()
            };
            note_becomes(&mut after, note, action, &hand)?;
            made.push(Line::Action(id));
        }
        after.breathe(made);
        self.0 = after;
        Ok(())
    }

    /// Makes a note of an action, of every case that it was said of: it is weighed for whoever was in the room when it was said.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::NothingDecided`]; those of recording an item.
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
        let mut after = self.0.clone();
        let mut made = Vec::new();
        for (n, from) in same_words(&after, Line::Action(action))
            .into_iter()
            .enumerate()
        {
            let Line::Action(action) = from else { continue };
            let into = (proposal.clone(), ItemId(nth(id.0, n)));
            made.push(action_becomes(
                &mut after,
                action,
                into,
                &hand,
                (pack, on_file),
            )?);
        }
        after.breathe(made);
        self.0 = after;
        Ok(())
    }
}

/// A line with the same words under every other case that they were said of, itself first.
fn same_words(p: &Proceedings, line: Line) -> Vec<Line> {
    let mut lines = p.copies_of(line);
    lines.sort_by_key(|one| *one != line);
    lines
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
    let then = as_it_was(p, at, None);
    let assessment = assess(proposal, id, at, place, &then, pack, on_file)?;
    let lines = share(p, assessment, None, &pack.clauses);
    let (from, to) = (Line::Action(action), Line::Item(id));
    p.carry_corrections(from, to);
    let what = Amended::Converted { from, to, lines };
    let by = hand.clone();
    p.amendments.push(Amendment { by, what });
    Ok(to)
}
