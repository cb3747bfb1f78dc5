//! Who has heard words that were corrected since, and is to be told (§2.2).

use super::proceedings::Proceedings;
use super::tidying::{Line, Wording};
use super::trace::{Amended, Correction};
use super::turns::{Turn, Turned};
use crate::ids::{AttendanceId, ItemId};
use crate::room::Attendance;
use crate::sharing::{ItemParts, Standing};
use crate::trade::At;

impl Proceedings {
    /// Everybody who is to be told of a correction: whoever heard the first words, entitled or not, and not the second.
    pub fn to_be_told(&self, correction: &Correction) -> Vec<AttendanceId> {
        let heard = self.heard_of(correction);
        let people = self.attendances.iter();
        let not_since = people.filter(|a| !a.was_in_the_room(correction.by.at));
        let ids = not_since.map(|a| a.id);
        ids.filter(|id| heard.contains(id)).collect()
    }

    /// The agencies outside the room to whom the first words were to be sent, and who are to be told if they were: each once, by the
    /// item and its place among those to whom that was to be sent.
    pub fn to_be_told_outside(&self, correction: &Correction) -> Vec<(ItemId, usize)> {
        let mut each: Vec<(ItemId, usize)> = Vec::new();
        let Wording::Of(line) = correction.of else {
            return each;
        };
        for item in self.lives_of(line).filter_map(|line| self.item(line)) {
            let said = item.was_said_by(correction.by.at);
            for nth in (0..item.pending.len()).filter(|_| said) {
                let named = self.outside(item.id, nth);
                if each.iter().all(|one| self.outside(one.0, one.1) != named) {
                    each.push((item.id, nth));
                }
            }
        }
        each
    }

    /// What an agency outside the room is called, to which an item was to be sent.
    pub fn outside(&self, item: ItemId, nth: usize) -> Option<&str> {
        let item = self.item(Line::Item(item))?;
        item.pending.get(nth).map(|p| &*p.to.named)
    }

    /// Who heard the first words: whoever was there when they were said. Why a case was put off, or gone on with, has no moment of its own:
    /// that is told to everybody who came, but for those who were out of the room for the case.
    fn heard_of(&self, correction: &Correction) -> Vec<AttendanceId> {
        let until = correction.by.at;
        let at = match correction.of {
            Wording::Of(line) => return self.heard(line, until),
            Wording::Rationale(id) => return self.heard(Line::Decision(id), until),
            Wording::Deferral(slot) | Wording::WentOn(slot) => {
                let out = |a: &Attendance| a.step_outs.iter().any(|s| s.slot == slot);
                let came = self.attendances.iter().filter(|a| !a.presence.is_empty());
                return came.filter(|a| !out(a)).map(|a| a.id).collect();
            }
            Wording::Dissent(id, nth) => self.dissent(id, nth).map(|d| d.at),
            Wording::Outcome(id) => self.settled_here(id).map(|s| s.at),
            Wording::SetAside(id) => {
                let aside = self.update(id).ok().and_then(|u| u.set_aside.as_ref());
                aside.map(|aside| aside.by.at)
            }
            Wording::Turn(nth) => match self.turns.get(nth) {
                // Of a day that was not held nothing else is kept of who was there.
                Some(Turn {
                    what: Turned::Postponed { came, .. },
                    ..
                }) => return came.clone(),
                turn => turn.map(|turn| turn.by.at),
            },
            Wording::MinutesBefore => self.previous.as_ref().and_then(|m| m.agreed),
        };
        at.map_or_else(Vec::new, |at| self.there(at))
    }

    /// Who had heard a line by a moment, as it stands, and as what it was before it was moved or made of another sort.
    fn heard(&self, line: Line, until: At) -> Vec<AttendanceId> {
        let mut people = Vec::new();
        let mut lives = self.lives_of(line).peekable();
        while let Some(line) = lives.next() {
            // An action made of a note was said once, to those who heard the note.
            let was_a_note = matches!(lives.peek(), Some(Line::Item(_)));
            people.extend(match line {
                Line::Item(_) => self.heard_the_item(line, until),
                Line::Action(_) if was_a_note => Vec::new(),
                Line::Action(id) => {
                    let action = self.actions.iter().find(|a| a.id == id);
                    action.map_or_else(Vec::new, |a| self.there(a.at))
                }
                Line::Decision(id) => {
                    let decision = self.decisions.iter().find(|d| d.id == id);
                    decision.map_or_else(Vec::new, |d| self.there(d.at))
                }
                Line::Silence(_) => Vec::new(),
            });
        }
        people
    }

    /// An item's recipients and whoever overheard it; of one that stands elsewhere now, whoever was there and not left out.
    fn heard_the_item(&self, line: Line, until: At) -> Vec<AttendanceId> {
        let Some(item) = self.item(line).filter(|item| item.was_said_by(until)) else {
            return Vec::new();
        };
        if matches!(item.standing, Standing::Undone { .. }) {
            let mut there = self.there(item.at);
            there.retain(|id| !item.left_out.contains(id));
            return there;
        }
        let overheard = self.overheard(item.id).into_iter().map(|(who, _)| who);
        let received = item.receipts.iter().map(|r| r.attendance);
        received.chain(overheard).collect()
    }

    /// Whether anybody has heard words: those of an item that was held all along, nobody has.
    pub(super) fn was_said(&self, which: Wording) -> bool {
        let Wording::Of(line) = which else {
            return true;
        };
        let mut lives = self.lives_of(line);
        lives.any(|line| self.item(line).is_none_or(ItemParts::was_said))
    }

    fn there(&self, at: At) -> Vec<AttendanceId> {
        let here = self.attendances.iter().filter(|a| a.was_spoken_to(at));
        here.map(|a| a.id).collect()
    }

    pub(super) fn item(&self, line: Line) -> Option<&ItemParts> {
        let mut items = self.items.iter().map(|i| i.parts());
        items.find(|i| Line::Item(i.id) == line)
    }

    /// A line, and every line that it was before; no more than there are changes, whatever a record says.
    pub(super) fn lives_of(&self, line: Line) -> impl Iterator<Item = Line> {
        let before = |line: &Line| {
            self.amendments.iter().find_map(|a| match &a.what {
                Amended::Moved { from, to, .. }
                | Amended::Converted { from, to, .. }
                | Amended::PutRight { from, to, .. } => (to == line).then_some(*from),
                _ => None,
            })
        };
        std::iter::successors(Some(line), before).take(self.amendments.len() + 1)
    }

    /// What was struck goes with the line that it was struck from.
    pub(super) fn carry_corrections(&mut self, from: Line, to: Line) {
        let these = self.corrections.iter_mut();
        let these = these.filter(|c| c.of.line() == Some(from));
        these.for_each(|c| c.of = c.of.of(to));
    }

    /// Whether a line was heard without a ground.
    pub(super) fn is_incident(&self, line: Line) -> bool {
        let item = self.item(line);
        item.is_some_and(|item| item.standing == Standing::Heard)
    }
}
