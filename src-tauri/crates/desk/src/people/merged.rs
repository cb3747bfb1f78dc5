//! Which entries of the register are one person, which may be, and where each was.

use super::forms::{AlikeRow, CameForRow, MergedAttendance, MergedRow, NamesakeView};
use super::reading::agency_name;
use crate::cases::reading::count;
use crate::problem::Problem;
use protocol::ids::PersonId;
use protocol::namesakes::{Namesake, pairs};
use protocol::pack::Pack;
use protocol::people::{CameFor, Merge, Person, came_for, whom};
use record::Reading;
use record::tables::Attended;
use std::collections::BTreeSet;

/// What the record says of entries that are one person.
pub(super) struct Merged {
    pub merges: Vec<Merge>,
    apart: BTreeSet<(PersonId, PersonId)>,
    attended: Vec<Attended>,
}

impl Merged {
    pub fn of(reading: Reading<'_>) -> Result<Self, Problem> {
        let merges = reading.merges();
        Ok(Self {
            merges: merges.all()?,
            apart: merges.apart()?,
            attended: merges.attended()?,
        })
    }

    pub fn is_merged(&self, person: PersonId) -> bool {
        self.merges.iter().any(|merge| merge.person == person)
    }

    /// Who may be one person, of those whom nobody has told apart.
    pub fn alike(&self, people: &[Person]) -> Vec<AlikeRow> {
        let own = people.iter().filter(|person| !self.is_merged(person.id));
        let own: Vec<Person> = own.cloned().collect();
        let told_apart =
            |one: PersonId, other: PersonId| self.apart.contains(&(one.min(other), one.max(other)));
        pairs(&own)
            .into_iter()
            .filter(|(one, other, _)| !told_apart(*one, *other))
            .map(|(one, other, why)| AlikeRow {
                why: why.into(),
                one,
                one_meetings: count(self.of_person(one)),
                other,
                other_meetings: count(self.of_person(other)),
            })
            .collect()
    }

    /// The trace of what was merged: which attendances now count as whose.
    pub fn rows(&self, people: &[Person], pack: &Pack) -> Vec<MergedRow> {
        let person = |id: PersonId| people.iter().find(|person| person.id == id);
        let name = |id| person(id).map(|p| p.name.clone()).unwrap_or_default();
        let agency = |id| person(id).map(|p| agency_name(&p.affiliation, pack));
        let row = |merge: &Merge| MergedRow {
            person: merge.person,
            name: name(merge.person),
            agency: agency(merge.person).unwrap_or_default(),
            into: whom(merge.into, &self.merges),
            into_name: name(whom(merge.into, &self.merges)),
            on: merge.at.date_naive(),
            attendances: self.went_over(merge),
        };
        self.merges.iter().rev().map(row).collect()
    }

    /// Places under the entry's own name, and seats at planned meetings that were given to the other.
    fn went_over(&self, merge: &Merge) -> Vec<MergedAttendance> {
        let moved = |a: &&Attended| {
            let seat = |s: &protocol::people::MergedSeat| {
                s.meeting == a.meeting && s.attendance == a.attendance && !s.dropped
            };
            a.person == merge.person || merge.seats.iter().any(seat)
        };
        let shown = |a: &Attended| MergedAttendance {
            kind: a.kind.into(),
            date: a.date,
            name: a.name.clone(),
        };
        self.attended.iter().filter(moved).map(shown).collect()
    }

    /// Whom somebody came for before, under any entry that counts as theirs.
    pub fn came_for(&self, person: PersonId, agency: &str) -> Vec<CameForRow> {
        let theirs = |a: &&Attended| !a.planned && whom(a.person, &self.merges) == person;
        let attended = self.attended.iter().filter(theirs);
        let attended: Vec<_> = attended.map(|a| (a.date, a.agency.clone())).collect();
        let row = |came: CameFor| CameForRow {
            agency: came.agency,
            until: came.until,
        };
        came_for(&attended, agency).into_iter().map(row).collect()
    }

    pub fn of_person(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        self.attended.iter().filter(move |a| a.person == person)
    }
}

impl From<Namesake> for NamesakeView {
    fn from(why: Namesake) -> Self {
        match why {
            Namesake::SameName => Self::SameName,
            Namesake::Initial => Self::Initial,
            Namesake::OneLetter => Self::OneLetter,
        }
    }
}
