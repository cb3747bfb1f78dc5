//! What differs between a meeting as it was and as it is, so that a line costs a few rows however long the meeting.

use super::cases::case_of;
use super::part::Part;
use super::sheet::{Key, Sheet};
use super::{action, afterwards, along, attendance, decision, head, item, slot, turns, update};
use crate::journal::WordsByCase;
use crate::tables::cell::Cell;
use crate::tables::wording::WordsOf;
use protocol::ids::{CaseId, MeetingId};
use protocol::meeting::{Meeting, Proceedings};
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// The rows that differ between two states of a meeting, and the words that are new.
pub struct MeetingChange {
    pub(super) meeting: MeetingId,
    /// Rows to write, keys first, in the order in which they may be written.
    pub(super) rows: Vec<(Part, Vec<Cell>)>,
    /// Rows to take away, by key, in the order in which they may go.
    pub(super) gone: Vec<Key>,
    pub(super) words: BTreeMap<WordsOf, String>,
    /// The case that each of the words is about, by the part that they stand in.
    cases: BTreeMap<Uuid, CaseId>,
    pub(super) words_gone: Vec<WordsOf>,
}

impl MeetingChange {
    /// Compares part by part; a meeting that was not there before is new in all its parts.
    pub fn between(before: Option<&Meeting>, after: &Meeting) -> Self {
        let now = after.proceedings();
        let before = before.filter(|b| b.proceedings().id == now.id);
        let (mut old, mut new) = (Sheet::default(), Sheet::default());
        if let Some(before) = before {
            head::put(&mut old, before);
        }
        head::put(&mut new, after);
        let mut parts = Parts {
            was: before.map(Meeting::proceedings),
            now,
            old,
            new,
        };
        parts.lay_out();
        Self::of((parts.was, now), parts.old, parts.new)
    }

    /// All of a meeting, to be taken away again as if nobody had prepared it; what was written of it stays in the journal.
    pub fn away(meeting: &Meeting) -> Self {
        let whole = Self::between(None, meeting);
        let key = |(part, mut cells): (Part, Vec<Cell>)| {
            cells.truncate(part.table().keys);
            (part, cells)
        };
        Self {
            meeting: whole.meeting,
            rows: Vec::new(),
            gone: whole.rows.into_iter().rev().map(key).collect(),
            words: BTreeMap::new(),
            cases: BTreeMap::new(),
            words_gone: whole.words.into_keys().collect(),
        }
    }

    /// The words that are new or changed, each with the case that it is about, for the entry.
    pub fn words(&self) -> WordsByCase {
        let mut words = WordsByCase::default();
        for (of, text) in &self.words {
            let case = self.cases.get(&of.id).copied();
            words.add(case, of.to_string(), text.clone());
        }
        words
    }

    fn of((was, now): (Option<&Proceedings>, &Proceedings), old: Sheet, new: Sheet) -> Self {
        let gone = old.rows.keys().filter(|key| !new.rows.contains_key(key));
        let gone = gone.rev().cloned().collect();
        let words_gone = old.words.keys().filter(|of| !new.words.contains_key(of));
        let words_gone = words_gone.cloned().collect();
        let differs = |key: &Key, rest: &Vec<Cell>| old.rows.get(key) != Some(rest);
        let rows = new
            .rows
            .into_iter()
            .filter(|(key, rest)| differs(key, rest));
        let whole = |((part, mut cells), rest): (Key, Vec<Cell>)| {
            cells.extend(rest);
            (part, cells)
        };
        let rows = rows.map(whole).collect();
        let mut words = new.words;
        // Words that are another case's now lie with that person's from here on.
        let same_case =
            |of: &WordsOf| was.is_some_and(|was| case_of(was, of.id) == case_of(now, of.id));
        words.retain(|of, text| old.words.get(of) != Some(text) || !same_case(of));
        let about = |of: &WordsOf| Some((of.id, case_of(now, of.id)?));
        let cases = words.keys().filter_map(about).collect();
        Self {
            meeting: now.id,
            rows,
            gone,
            words,
            cases,
            words_gone,
        }
    }
}

impl fmt::Debug for MeetingChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rows, gone) = (self.rows.len(), self.gone.len());
        write!(f, "MeetingChange({rows} rows, {gone} gone)")
    }
}

/// The two states side by side, and what has been laid out of them.
struct Parts<'m> {
    was: Option<&'m Proceedings>,
    now: &'m Proceedings,
    old: Sheet,
    new: Sheet,
}

impl Parts<'_> {
    fn lay_out(&mut self) {
        let here = self.now.id;
        self.list(|p| &p.attendances, attendance::put);
        self.list(|p| &p.slots, slot::put);
        self.list(|p| &p.items, item::put);
        self.list(|p| &p.decisions, decision::put);
        self.list(|p| &p.actions, action::put);
        self.list(|p| &p.silences, decision::put_silence);
        self.list(|p| &p.updates, update::put);
        self.list(|p| &p.together, along::put_together);
        self.list(|p| &p.releases, along::put_release);
        self.list(
            |p| &p.corrections,
            |sheet, n, correction| afterwards::put_correction(sheet, n, here, correction),
        );
        self.list(|p| &p.amendments, afterwards::put_amendment);
        self.list(
            |p| &p.turns,
            |sheet, n, turn| turns::put(sheet, n, here, turn),
        );
        self.list(
            |p| &p.carried,
            |sheet, n, carried| action::put_carried(sheet, n, here, carried),
        );
    }

    /// Lays out, of both states, those places of a list where they differ.
    fn list<T: PartialEq>(
        &mut self,
        of: impl Fn(&Proceedings) -> &Vec<T>,
        put: impl Fn(&mut Sheet, i64, &T),
    ) {
        let was = self.was.map_or(&[][..], |was| of(was));
        let now = of(self.now);
        for (place, n) in (0..was.len().max(now.len())).zip(0_i64..) {
            let (before, after) = (was.get(place), now.get(place));
            if before == after {
                continue;
            }
            if let Some(before) = before {
                put(&mut self.old, n, before);
            }
            if let Some(after) = after {
                put(&mut self.new, n, after);
            }
        }
    }
}
