//! What a meeting shows of other things: last month's meeting, the register of people, and what earlier meetings left held.
//!
//! They stay as they are from line to line, and reading a whole meeting takes longer than an Enter may.

use crate::held::{LeftBehind, left_behind};
use crate::problem::Problem;
use crate::session::Desk;
use protocol::file_merges::{FileMerge, file_of, known_to};
use protocol::ids::{CaseId, PersonId};
use protocol::meeting::{Meeting, Place, Proceedings, Stage};
use protocol::people::{Merge, Person, whom};
use std::collections::BTreeMap;

/// Read when it is first shown.
pub(crate) struct Beside {
    /// The meeting before this one, where there was one.
    last: Option<Meeting>,
    /// Everybody on the register of people.
    pub(super) people: Vec<Person>,
    /// Entries of it that count as another; no meeting goes on while that changes.
    merges: Vec<Merge>,
    /// Case files that count as another.
    files: Vec<FileMerge>,
    /// What earlier meetings left held.
    pub(crate) left_held: Vec<LeftBehind>,
}

impl Beside {
    pub(crate) fn read(desk: &Desk, p: &Proceedings) -> Result<Self, Problem> {
        let record = desk.record()?;
        let last = match &p.previous {
            Some(previous) => record.read().meetings().one(previous.meeting)?,
            None => None,
        };
        let people = record.read().people().all()?;
        let merges = record.read().merges().all()?;
        let files = known_to(p.register_opened, &record.read().file_merges().all()?);
        Ok(Self {
            last,
            people,
            merges,
            files,
            left_held: left_behind(desk)?,
        })
    }

    /// How far last month's meeting has come: its minutes are agreed once they are signed.
    pub(super) fn last_stage(&self) -> Option<Stage> {
        self.last.as_ref().map(Meeting::stage)
    }

    /// What was decided about a case last month, under whichever file.
    pub(super) fn decided(&self, case: CaseId) -> Vec<String> {
        let Some(last) = self.last.as_ref().map(Meeting::proceedings) else {
            return Vec::new();
        };
        let slots = last.slots.iter();
        let slots = slots.filter(|s| file_of(s.case.case, &self.files) == case);
        let places: Vec<Place> = slots.map(|s| Place::Case(s.id)).collect();
        let standing = last.decisions.iter().filter(|d| d.undone.is_none());
        let of_it = standing.filter(|d| places.contains(&d.place));
        of_it.map(|d| d.words.as_str().to_owned()).collect()
    }

    /// Who gave each person their authority last time: offered again, never assumed (§4.3).
    pub(super) fn authorities(&self) -> BTreeMap<PersonId, &str> {
        let people = self.last.iter().flat_map(|m| &m.proceedings().attendances);
        people
            .filter_map(|a| {
                let by = a.authority.as_ref()?.given_by.as_str();
                Some((whom(a.person, &self.merges), by))
            })
            .collect()
    }
}
