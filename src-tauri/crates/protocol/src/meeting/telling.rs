//! Who has heard words that were corrected since, and is to be told (§2.2).

use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Correction};
use crate::ids::AttendanceId;
use crate::sharing::{ItemParts, Standing};
use crate::trade::At;

impl Proceedings {
    /// Everybody who is to be told of a correction: whoever heard the first words, entitled or not, and not the second.
    pub fn to_be_told(&self, correction: &Correction) -> Vec<AttendanceId> {
        let heard = self.heard(correction.line);
        let people = self.attendances.iter();
        let not_since = people.filter(|a| !a.was_in_the_room(correction.by.at));
        let ids = not_since.map(|a| a.id);
        ids.filter(|id| heard.contains(id)).collect()
    }

    /// The agencies outside the room to whom the first words were to be sent, and who are to be told if they were.
    pub fn to_be_told_outside(&self, correction: &Correction) -> Vec<&str> {
        let mut named: Vec<&str> = Vec::new();
        for item in self
            .lives_of(correction.line)
            .filter_map(|line| self.item(line))
        {
            let pending = item.pending.iter().filter(|_| item.was_said());
            let new = pending.map(|p| &*p.to.named);
            named.extend(new.filter(|name| !named.contains(name)).collect::<Vec<_>>());
        }
        named
    }

    /// Who heard a line as it stands, and as what it was before it was moved or made of another sort.
    fn heard(&self, line: Line) -> Vec<AttendanceId> {
        let mut people = Vec::new();
        let mut lives = self.lives_of(line).peekable();
        while let Some(line) = lives.next() {
            // An action made of a note was said once, to those who heard the note.
            let was_a_note = matches!(lives.peek(), Some(Line::Item(_)));
            people.extend(match line {
                Line::Item(_) => self.heard_the_item(line),
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
    fn heard_the_item(&self, line: Line) -> Vec<AttendanceId> {
        let Some(item) = self.item(line).filter(|item| item.was_said()) else {
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

    fn there(&self, at: At) -> Vec<AttendanceId> {
        let here = self.attendances.iter().filter(|a| a.was_in_the_room(at));
        here.map(|a| a.id).collect()
    }

    fn item(&self, line: Line) -> Option<&ItemParts> {
        let mut items = self.items.iter().map(|i| i.parts());
        items.find(|i| Line::Item(i.id) == line)
    }

    /// A line, and every line that it was before; no more than there are changes, whatever a record says.
    fn lives_of(&self, line: Line) -> impl Iterator<Item = Line> {
        let before = |line: &Line| {
            self.amendments.iter().find_map(|a| match &a.what {
                Amended::Moved { from, to, .. } | Amended::Converted { from, to, .. } => {
                    (to == line).then_some(*from)
                }
                _ => None,
            })
        };
        std::iter::successors(Some(line), before).take(self.amendments.len() + 1)
    }

    /// What was struck goes with the line that it was struck from.
    pub(super) fn carry_corrections(&mut self, from: Line, to: Line) {
        let these = self.corrections.iter_mut().filter(|c| c.line == from);
        these.for_each(|c| c.line = to);
    }

    /// Whether a line was heard without a ground.
    pub(super) fn is_incident(&self, line: Line) -> bool {
        let item = self.item(line);
        item.is_some_and(|item| item.standing == Standing::Heard)
    }
}
