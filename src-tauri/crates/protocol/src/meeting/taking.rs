//! One line taken back by itself, wherever it stands, or a differing view beside a decision: nobody said it, and the journal
//! keeps that it was there.

use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::{Line, Wording};
use super::transfer::{still_decided, take_action, take_item};
use crate::ids::{DecisionId, ItemId};
use crate::refusal::Refusal;
use crate::sharing::{SharedItem, Standing};
use crate::trade::At;

impl InSession {
    /// Takes one line back that nobody said, whatever was said since.
    ///
    /// # Errors
    /// The gate's; as [`Closed::take_back`].
    pub fn take_back(&mut self, what: impl Into<Wording>, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        self.0 = without(&self.0, what.into(), at)?;
        Ok(())
    }
}

impl Closed {
    /// Takes a line back that nobody said: a slip, printed nowhere, kept in the journal. What was shared beside the draft was heard by
    /// nobody yet, and waits again.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; [`Refusal::NothingToUndo`] for a differing view that was corrected;
    /// [`Refusal::IncidentStays`] where it was heard without a ground; [`Refusal::NothingDecided`]
    /// where its case would be left without a decision.
    pub fn take_back(&mut self, what: impl Into<Wording>, at: At) -> Result<(), Refusal> {
        self.proceedings = without(&self.proceedings, what.into(), at)?;
        Ok(())
    }
}

fn without(p: &Proceedings, what: Wording, at: At) -> Result<Proceedings, Refusal> {
    match what {
        Wording::Of(line) => without_line(p, line, at),
        Wording::Dissent(decision, nth) => without_dissent(p, (decision, nth), at),
        _ => Err(Refusal::NoSuchLine),
    }
}

/// The agency did not differ, and the decision stands; of every case that it was said of. It keeps its place, so that none of the
/// others takes another's earlier words; and none goes that was corrected, for whoever heard it may have been told of that.
fn without_dissent(
    p: &Proceedings,
    (id, nth): (DecisionId, usize),
    at: At,
) -> Result<Proceedings, Refusal> {
    let mut after = p.clone();
    let said = p.dissent(id, nth).ok_or(Refusal::NoSuchLine)?;
    for line in p.copies_of(Line::Decision(id)) {
        let Line::Decision(id) = line else { continue };
        let mut dissents = after.standing_decision(id)?.dissents.iter_mut().enumerate();
        let (nth, same) = dissents
            .find(|(_, dissent)| *dissent == said)
            .ok_or(Refusal::NothingToUndo)?;
        if p.corrections_of(Wording::Dissent(id, nth)).next().is_some() {
            return Err(Refusal::NothingToUndo);
        }
        same.withdrawn = Some(at);
    }
    Ok(after)
}

fn without_line(p: &Proceedings, line: Line, at: At) -> Result<Proceedings, Refusal> {
    let mut after = p.clone();
    let place = after.place_of(line).ok_or(Refusal::NoSuchLine)?;
    match line {
        Line::Item(id) => {
            after.standing_item(id)?;
            if after.is_incident(line) {
                return Err(Refusal::IncidentStays);
            }
            match after.was_released(id) {
                true => after.waits_again(id),
                false => take_item(&mut after, id, at),
            }
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

impl Proceedings {
    /// Whether an item was held until the meeting had ended, and has been shared since.
    fn was_released(&self, id: ItemId) -> bool {
        let mut items = self.items.iter().map(SharedItem::parts);
        items.any(|i| i.id == id && i.standing == Standing::Shared && i.released.is_some())
    }

    /// It is held as before, under every case that it was said of.
    fn waits_again(&mut self, id: ItemId) {
        let copies = self.copies_of(Line::Item(id));
        let items = self.items.iter_mut();
        let these = items.filter(|i| copies.contains(&Line::Item(i.parts().id)));
        these.for_each(SharedItem::wait_again);
        let follow = self.actions.iter_mut();
        let follow = follow.filter(|a| {
            let from = a.arises_from.map(Line::Item);
            from.is_some_and(|from| copies.contains(&from))
        });
        follow.for_each(|a| a.arises_from = None);
    }
}
