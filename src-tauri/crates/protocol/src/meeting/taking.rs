//! One line taken back by itself, wherever it stands: nobody said it, and the record keeps that it was there.

use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::transfer::{still_decided, take_action, take_item};
use crate::refusal::Refusal;
use crate::trade::At;

impl InSession {
    /// Takes one line back that nobody said, whatever was said since.
    ///
    /// # Errors
    /// The gate's; as [`Closed::take_back`].
    pub fn take_back(&mut self, line: Line, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0 = without(&self.0, line, at)?;
        Ok(())
    }
}

impl Closed {
    /// Takes a line back that nobody said: a slip, printed nowhere, kept in the journal.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::IncidentStays`] where it was heard without a ground; [`Refusal::NothingDecided`]
    /// where its case would be left without a decision.
    pub fn take_back(&mut self, line: Line, at: At) -> Result<(), Refusal> {
        self.proceedings = without(&self.proceedings, line, at)?;
        Ok(())
    }
}

fn without(p: &Proceedings, line: Line, at: At) -> Result<Proceedings, Refusal> {
    let mut after = p.clone();
    let place = after.place_of(line).ok_or(Refusal::NoSuchLine)?;
    match line {
        Line::Item(id) => {
            after.standing_item(id)?;
            if after.is_incident(line) {
                return Err(Refusal::IncidentStays);
            }
            take_item(&mut after, id, at);
        }
        Line::Action(id) => {
            after.standing_action(id)?;
            take_action(&mut after, id, at);
        }
        Line::Decision(id) => after.standing_decision(id)?.undone = Some(at),
        Line::Silence(n) => {
            let standing = after.silences.get_mut(n).filter(|s| s.undone.is_none());
            standing.ok_or(Refusal::NoSuchLine)?.undone = Some(at);
        }
    }
    still_decided(&after, place)?;
    Ok(after)
}
