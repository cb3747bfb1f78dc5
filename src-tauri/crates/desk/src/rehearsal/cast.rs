//! Who plays which part in a rehearsal.

use crate::meetings::{Kind, RoleView};
use crate::people::PersonForm;
use crate::sample::{Part, Sample, SamplePerson, Signs};

/// Everybody in a rehearsal, by part; small rooms do without some.
pub(super) struct Cast {
    /// Who is there from the beginning, the chair first.
    pub table: Vec<SamplePerson>,
    pub late: Option<SamplePerson>,
    /// Comes for one case; neither statutory nor a party, so that an item is held (§1.2.3).
    pub guest: Option<SamplePerson>,
    pub refuses: Option<SamplePerson>,
    pub apologises: Option<SamplePerson>,
    /// Leaves before the end.
    pub leaves: Option<SamplePerson>,
}

impl Cast {
    /// As many admitted people as asked for, beside the minute-taker.
    pub fn of(sample: &Sample, kind: Kind, attendees: usize) -> Self {
        let people = sample.people_at(kind, attendees);
        let mut table: Vec<SamplePerson> = people.into_iter().cloned().collect();
        let guest = (attendees >= 4).then(guest);
        if guest.is_some() {
            make_room(&mut table);
        }
        let late = late(&mut table);
        let refuses = sample.refuser().cloned();
        let apologises = sample.people().iter().find(|p| {
            let known = |other: &SamplePerson| other.form.name == p.form.name;
            let plays = table.iter().chain(&late).chain(&refuses).any(known);
            !plays && p.meetings.contains(&kind) && p.role == RoleView::Representative
        });
        let leaves = table.iter().rfind(|p| p.role == RoleView::Representative);
        Self {
            leaves: leaves.filter(|_| attendees >= 4).cloned(),
            apologises: apologises.filter(|_| attendees >= 4).cloned(),
            refuses: refuses.filter(|_| attendees >= 2),
            table,
            late,
            guest,
        }
    }

    /// Everybody whose name the plan has before the register opens.
    pub fn expected(&self) -> impl Iterator<Item = &SamplePerson> {
        let others = self.late.iter().chain(&self.refuses);
        self.table.iter().chain(others).chain(&self.apologises)
    }

    /// Everybody, by name.
    pub fn named(&self, name: &str) -> Option<&SamplePerson> {
        let mut everybody = self.expected().chain(&self.guest);
        everybody.find(|person| person.form.name == name)
    }
}

/// The guest takes the place of a representative who draws and comes in time.
fn make_room(table: &mut Vec<SamplePerson>) {
    let ordinary = |p: &SamplePerson| {
        let draws = matches!(p.signs, Signs::Drawn);
        p.role == RoleView::Representative && p.part == Part::Accepts && draws
    };
    if let Some(place) = table.iter().rposition(ordinary) {
        table.remove(place);
    }
}

/// Who the sample says is late, or else the last representative where there are two.
fn late(table: &mut Vec<SamplePerson>) -> Option<SamplePerson> {
    let speaks = |p: &SamplePerson| p.role == RoleView::Representative;
    let place = table.iter().position(|p| p.part == Part::Late);
    let last = table.iter().rposition(speaks);
    let enough = table.iter().filter(|p| speaks(p)).count() >= 2;
    let place = place.or(last).filter(|_| enough)?;
    Some(table.remove(place))
}

fn guest() -> SamplePerson {
    SamplePerson {
        form: PersonForm {
            id: None,
            name: "Perpetua Lindqvist-Amadi".to_owned(),
            job: "Advocate".to_owned(),
            team: String::new(),
            guest_agency: "Invented Advocacy Trust".to_owned(),
            guest_statutory: false,
            retired: false,
        },
        role: RoleView::Representative,
        part: Part::Late,
        authority_from: "Chair of the trustees".to_owned(),
        meetings: vec![Kind::Odoc, Kind::DipCaseReview],
        signs: Signs::Drawn,
    }
}
