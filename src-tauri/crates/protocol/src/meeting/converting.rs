//! A line of the wrong sort: a note made an action, and an action made a note.

use super::door::InSession;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand};
use super::transfer::{as_it_was, share, still_decided, take_action, take_item};
use crate::grounds::OnFile;
use crate::ids::{ActionId, ItemId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, Proposal, Standing, assess};

impl InSession {
    /// Makes an action of a note: the note is taken back, and the action stands where it stood.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::NotShared`] for one that is held or was heard without a ground, for a plan
    /// and a sheet are read by others; those of recording an action.
    pub fn note_to_action(
        &mut self,
        note: ItemId,
        action: Action,
        hand: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.decides()?;
        let item = self.0.standing_item(note)?.parts();
        if item.standing != Standing::Shared {
            return Err(Refusal::NotShared);
        }
        let (place, at) = (item.place, item.at);
        if action.words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        if action.due.is_some_and(|due| due < self.0.date) {
            return Err(Refusal::DateInThePast);
        }
        let (from, to) = (Line::Item(note), Line::Action(action.id));
        let case = self.0.case_at(place);
        take_item(&mut self.0, note, hand.at);
        self.0.actions.push(Action {
            place,
            at,
            case,
            ..action
        });
        self.0.carry_corrections(from, to);
        let lines = Vec::new();
        let what = Amended::Converted { from, to, lines };
        self.0.amendments.push(Amendment { by: hand, what });
        Ok(())
    }

    /// Makes a note of an action: it is weighed for whoever was in the room when it was said.
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
        let mut after = self.0.clone();
        let (place, at) = {
            let action = after.standing_action(action)?;
            (action.place, action.at)
        };
        take_action(&mut after, action, hand.at);
        still_decided(&after, place)?;
        let then = as_it_was(&after, at, None);
        let assessment = assess(proposal, id, at, place, &then, pack, on_file)?;
        let lines = share(&mut after, assessment, None, &pack.clauses);
        let (from, to) = (Line::Action(action), Line::Item(id));
        after.carry_corrections(from, to);
        let what = Amended::Converted { from, to, lines };
        after.amendments.push(Amendment { by: hand, what });
        self.0 = after;
        Ok(())
    }
}
