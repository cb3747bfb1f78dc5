//! Lines put right: corrected in substance with the first words kept, and put back after they were taken back.

use super::agenda::SlotProgress;
use super::closed::Closed;
use super::door::InSession;
use super::jointly::nth;
use super::proceedings::Proceedings;
use super::rewording::as_they_stand;
use super::tidying::{Line, Wording, everywhere, reword};
use super::trace::{Correction, Hand};
use super::transfer::weighed_then;
use crate::grounds::OnFile;
use crate::ids::{ActionId, CorrectionId, DecisionId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Decision, Dissent, Settled, SharedItem, Standing};
use crate::trade::At;
use crate::words::Words;

impl InSession {
    /// Corrects a line in substance: the first words stay, struck, and whoever heard them and is
    /// not here to hear the correction is to be told (§2.2). What nobody has heard is tidied: there is nothing to strike.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`], [`Refusal::NothingWritten`]; those of [`Self::reword`].
    pub fn correct(
        &mut self,
        line: Line,
        words: Words,
        id: CorrectionId,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        correct(&mut self.0, line.into(), words, (id, hand), (pack, on_file))
    }

    /// The line that was taken back last in this place, while nothing was said there since.
    pub fn last_taken_back(&self) -> Option<Line> {
        let (p, here) = (&self.0, self.0.place);
        let (at, line) = taken_back(p)
            .filter(|(_, line)| p.place_of(*line) == Some(here) && !p.has_gone(*line))
            .filter(|(_, line)| !p.was_given_otherwise(*line))
            .max_by_key(|(at, _)| *at)?;
        let since = self.last_line().and_then(|line| p.said_at(line));
        since.is_none_or(|said| said <= at).then_some(line)
    }

    /// Puts back the line that was taken back last, with what was taken back along with it; an item is weighed
    /// again as it was said.
    ///
    /// # Errors
    /// [`Refusal::NothingToRedo`]; the weighing's.
    pub fn redo(&mut self, pack: &Pack, on_file: &OnFile) -> Result<Line, Refusal> {
        self.0.gate()?;
        let line = self.last_taken_back().ok_or(Refusal::NothingToRedo)?;
        let mut after = self.0.clone();
        let lines = after.taken_back_with(line);
        for line in &lines {
            put_back(&mut after, *line, (pack, on_file))?;
        }
        after.held_alike(&lines);
        self.0 = after;
        Ok(line)
    }
}

impl Closed {
    /// Corrects a line in substance after the close, or a reason, a differing view or a note beside one: everybody who heard it
    /// is to be told.
    ///
    /// # Errors
    /// As in session.
    pub fn correct(
        &mut self,
        which: impl Into<Wording>,
        words: Words,
        id: CorrectionId,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let (p, by) = (&mut self.proceedings, (pack, on_file));
        correct(p, which.into(), words, (id, hand), by)
    }
}

fn put_back(p: &mut Proceedings, line: Line, by: (&Pack, &OnFile)) -> Result<(), Refusal> {
    match line {
        Line::Item(id) => {
            let these = |i: &SharedItem| i.parts().id == id;
            let n = p.items.iter().position(these).ok_or(Refusal::NoSuchLine)?;
            let item = p.items[n].parts().clone();
            let weighed = weighed_then(p, &item, item.place, id, by)?;
            // Whoever's acceptance was taken back meanwhile does not receive it again.
            match weighed.share().ok().filter(|_| item.was_said()) {
                Some(again) => {
                    p.items[n].set_receipts(again.parts().receipts.clone());
                    p.items[n].put_back(Standing::Shared);
                }
                None => p.items[n].put_back(Standing::Held),
            }
        }
        Line::Action(id) => {
            let these = p.actions.iter_mut().filter(|a| a.id == id);
            these.for_each(|a| a.undone = None);
        }
        Line::Decision(id) => {
            let these = p.decisions.iter_mut().filter(|d| d.id == id);
            these.for_each(|d| d.undone = None);
        }
        Line::Silence(n) => p.silences[n].undone = None,
    }
    Ok(())
}

fn correct(
    p: &mut Proceedings,
    which: Wording,
    words: Words,
    (id, hand): (CorrectionId, Hand),
    by: (&Pack, &OnFile),
) -> Result<(), Refusal> {
    let before = p.words_of(which).ok_or(Refusal::NoSuchLine)?.clone();
    let words = as_they_stand(p, which, words, by.0)?;
    if before == words {
        return Err(Refusal::NothingWritten);
    }
    // What was said of several cases at once is struck in each of them.
    let mut struck = everywhere(p, which);
    struck.retain(|one| p.words_of(*one) == Some(&before) && p.was_said(*one));
    reword(p, which, &words, by)?;
    let corrections = struck.into_iter().enumerate().map(|(n, of)| Correction {
        id: CorrectionId(nth(id.0, n)),
        of,
        before: before.clone(),
        by: hand.clone(),
    });
    p.corrections.extend(corrections);
    Ok(())
}

/// Everything that was taken back and not moved away, with the moment.
pub(super) fn taken_back(p: &Proceedings) -> impl Iterator<Item = (At, Line)> {
    let items = p.items.iter().map(|i| i.parts());
    let items = items.filter_map(|i| match i.standing {
        Standing::Undone { at, .. } => Some((at, Line::Item(i.id))),
        _ => None,
    });
    let actions = p.actions.iter();
    let actions = actions.filter_map(|a| Some((a.undone?, Line::Action(a.id))));
    // What sent a case away was taken back by opening it again, and comes back only by sending it away again.
    let decisions = p.decisions.iter().filter(|d| !d.kind.sends_away());
    let decisions = decisions.filter_map(|d| Some((d.undone?, Line::Decision(d.id))));
    let silences = p.silences.iter().enumerate();
    let silences = silences.filter_map(|(n, s)| Some((s.undone?, Line::Silence(n))));
    items.chain(actions).chain(decisions).chain(silences)
}

impl Proceedings {
    /// The words of a line that stands, or that stand beside one.
    pub fn words_of(&self, which: impl Into<Wording>) -> Option<&Words> {
        match which.into() {
            Wording::Of(Line::Item(id)) => self.standing_item(id).ok().map(|i| &i.parts().words),
            Wording::Of(Line::Action(id)) => {
                let standing = |a: &&crate::sharing::Action| a.id == id && a.undone.is_none();
                self.actions.iter().find(standing).map(|a| &a.words)
            }
            Wording::Of(Line::Decision(id)) => self.decided(id).map(|d| &d.words),
            Wording::Of(Line::Silence(_)) => None,
            Wording::Rationale(id) => self.decided(id)?.rationale.as_ref(),
            Wording::Dissent(id, nth) => self.dissent(id, nth).map(|d| &d.words),
            Wording::Outcome(id) => self.settled_here(id)?.note.as_ref(),
            Wording::Deferral(id) => match &self.slot(id).ok()?.progress {
                SlotProgress::Deferred { reason } => Some(reason),
                _ => None,
            },
            Wording::WentOn(id) => self.slot(id).ok()?.went_on_because.as_ref(),
            Wording::SetAside(id) => Some(&self.update(id).ok()?.set_aside.as_ref()?.reason),
            Wording::Turn(nth) => self.turns.get(nth)?.reason.as_ref(),
            Wording::MinutesBefore => self.previous.as_ref()?.corrections.as_ref(),
        }
    }

    /// A decision that stands.
    fn decided(&self, id: DecisionId) -> Option<&Decision> {
        let standing = |d: &&Decision| d.id == id && d.undone.is_none();
        self.decisions.iter().find(standing)
    }

    pub(super) fn dissent(&self, id: DecisionId, nth: usize) -> Option<&Dissent> {
        let dissent = self.decided(id)?.dissents.get(nth);
        dissent.filter(|dissent| dissent.withdrawn.is_none())
    }

    /// What was said at this meeting of how a carried action turned out.
    pub(super) fn settled_here(&self, id: ActionId) -> Option<&Settled> {
        let mut these = self.carried.iter().filter(|a| a.id == id);
        let settled = these.find_map(|a| a.settled.as_ref());
        settled.filter(|s| s.meeting == self.id)
    }

    /// A decision that stands, and that did not send its case away.
    pub(super) fn standing_decision(&mut self, id: DecisionId) -> Result<&mut Decision, Refusal> {
        let standing = |d: &&mut Decision| d.id == id && d.undone.is_none() && !d.kind.sends_away();
        let decision = self.decisions.iter_mut().find(standing);
        decision.ok_or(Refusal::NoSuchLine)
    }

    /// When a line was said.
    pub fn said_at(&self, line: Line) -> Option<At> {
        match line {
            Line::Item(id) => {
                let item = self.items.iter().map(|i| i.parts()).find(|i| i.id == id);
                item.map(|i| i.at)
            }
            Line::Action(id) => self.actions.iter().find(|a| a.id == id).map(|a| a.at),
            Line::Decision(id) => {
                let decision = self.decisions.iter().find(|d| d.id == id);
                decision.map(|d| d.at)
            }
            Line::Silence(n) => self.silences.get(n).map(|s| s.at),
        }
    }
}
