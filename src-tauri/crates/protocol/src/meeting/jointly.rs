//! Several cases discussed together: what is said once is placed under each, and weighed for each (`0024`).

use super::agenda::{Place, SlotProgress};
use super::door::InSession;
use super::mending::taken_back;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{AgendaChange, Hand};
use crate::grounds::OnFile;
use crate::ids::{ItemId, SlotId};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Assessment, Proposal, Standing, assess, strictest};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// Discusses another case together with the open one, from here on.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoCaseOpen`]; [`Refusal::CaseDone`] for one that is dealt with or open already;
    /// [`Refusal::NothingWritten`] where a flagged case needs the chair's reason (§4.3 MAPPA).
    pub fn join_case(
        &mut self,
        slot: SlotId,
        because: Option<Words>,
        hand: Hand,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let open = self.open_case_slot()?;
        if self.0.slot(slot)?.progress != SlotProgress::Waiting {
            return Err(Refusal::CaseDone(slot));
        }
        self.0.choose_to_go_on(slot, because)?;
        let since = hand.at;
        self.0.slot_mut(slot)?.progress = SlotProgress::With { slot: open, since };
        self.0.trace(slot, AgendaChange::Joined(open), hand);
        Ok(())
    }

    /// Discusses a case by itself again: it waits for its turn, with what was said of it.
    ///
    /// # Errors
    /// [`Refusal::NoCaseOpen`] for one that is not discussed together with the open one.
    pub fn part_case(&mut self, slot: SlotId, hand: Hand) -> Result<(), Refusal> {
        self.0.gate()?;
        let SlotProgress::With { slot: open, .. } = self.0.slot(slot)?.progress else {
            return Err(Refusal::NoCaseOpen);
        };
        self.0.slot_mut(slot)?.progress = SlotProgress::Waiting;
        self.0.trace(slot, AgendaChange::Parted(open), hand);
        Ok(())
    }

    /// Records something of every case under discussion, once in each; one undo takes all of it back.
    /// An item goes by [`Self::record_item`], which weighs it of all of them together.
    ///
    /// # Errors
    /// The first refusal, and then nothing was recorded anywhere.
    pub fn say(
        &mut self,
        fresh: Uuid,
        mut record: impl FnMut(&mut Self, Uuid) -> Result<Vec<Line>, Refusal>,
    ) -> Result<(), Refusal> {
        let here = self.0.place;
        let places = self.0.discussed();
        if places.len() == 1 {
            let lines = record(self, fresh)?;
            self.0.breathe(lines);
            return Ok(());
        }
        let mut after = self.clone();
        let mut lines = Vec::new();
        for (n, place) in places.into_iter().enumerate() {
            after.0.place = place;
            lines.extend(record(&mut after, nth(fresh, n))?);
        }
        after.0.place = here;
        after.0.breathe(lines);
        *self = after;
        Ok(())
    }
}

impl Proceedings {
    /// Every case under discussion, the open one first.
    pub fn cases_discussed(&self) -> Vec<SlotId> {
        let Place::Case(open) = self.place else {
            return Vec::new();
        };
        let joined = self
            .slots
            .iter()
            .filter(|s| matches!(s.progress, SlotProgress::With { slot, .. } if slot == open));
        std::iter::once(open).chain(joined.map(|s| s.id)).collect()
    }

    /// The places under which a line that is said now belongs.
    pub fn discussed(&self) -> Vec<Place> {
        match self.place {
            Place::Case(_) => self
                .cases_discussed()
                .into_iter()
                .map(Place::Case)
                .collect(),
            other => vec![other],
        }
    }

    /// A line weighed for every case under discussion, of whose answers the strictest counts; of equal ones the open case's.
    ///
    /// # Errors
    /// The weighing's.
    pub fn assess_together(
        &self,
        proposal: &Proposal,
        at: At,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Assessment, Refusal> {
        let weigh = |place| {
            let (nobody, proposal) = (ItemId(Uuid::nil()), proposal.clone());
            assess(proposal, nobody, at, place, self, pack, on_file)
        };
        let each = self.discussed().into_iter().map(weigh);
        let each = each.collect::<Result<Vec<_>, _>>()?;
        strictest(&each).cloned().ok_or(Refusal::NoCaseOpen)
    }

    pub(super) fn breathe(&mut self, lines: Vec<Line>) {
        if lines.len() > 1 {
            self.together.push(lines);
        }
    }

    /// A line, and whatever was said in one breath with it.
    pub fn said_with(&self, line: Line) -> Vec<Line> {
        let breath = self.together.iter().find(|lines| lines.contains(&line));
        breath.cloned().unwrap_or_else(|| vec![line])
    }

    /// The same words under each of the cases that they were said of.
    pub(super) fn copies_of(&self, line: Line) -> Vec<Line> {
        let mut lines = self.said_with(line);
        lines.retain(|one| {
            *one == line || (same_sort(*one, line) && self.words_of(*one) == self.words_of(line))
        });
        lines
    }

    /// What one undo takes back: nothing of a case that is not under discussion any more.
    pub(super) fn said_here_with(&self, line: Line) -> Vec<Line> {
        let places = self.discussed();
        let mut lines = self.said_with(line);
        lines.retain(|one| {
            *one == line
                || self
                    .place_of(*one)
                    .is_some_and(|place| places.contains(&place))
        });
        lines
    }

    /// What was taken back in the same moment as a line, and may come back with it.
    pub(super) fn taken_back_with(&self, line: Line) -> Vec<Line> {
        let back: Vec<(At, Line)> = taken_back(self).collect();
        let when = back.iter().find(|(_, one)| *one == line).map(|(at, _)| *at);
        let mut lines = self.said_here_with(line);
        lines.retain(|one| {
            let then = back
                .iter()
                .find(|(_, other)| other == one)
                .map(|(at, _)| *at);
            then.is_some() && then == when && !self.has_gone(*one)
        });
        lines
    }

    /// Takes a line back, where it stands.
    pub(super) fn take_back(&mut self, line: Line, at: At) {
        match line {
            Line::Item(id) => {
                let standing = |s| !matches!(s, Standing::Undone { .. });
                let these = self.items.iter_mut().filter(|i| i.parts().id == id);
                these
                    .filter(|i| standing(i.parts().standing))
                    .for_each(|i| i.undo(at));
            }
            Line::Action(id) => {
                let these = self.actions.iter_mut().filter(|a| a.id == id);
                these.for_each(|a| a.undone = a.undone.or(Some(at)));
            }
            Line::Decision(id) => {
                let these = self.decisions.iter_mut().filter(|d| d.id == id);
                these.for_each(|d| d.undone = d.undone.or(Some(at)));
            }
            Line::Silence(n) => {
                let these = self.silences.get_mut(n).into_iter();
                these.for_each(|s| s.undone = s.undone.or(Some(at)));
            }
        }
    }
}

fn same_sort(one: Line, other: Line) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// The n-th name made of a fresh one: a command is given one, and may record several lines.
pub(super) fn nth(fresh: Uuid, n: usize) -> Uuid {
    Uuid::from_u128(fresh.as_u128() ^ n as u128)
}
