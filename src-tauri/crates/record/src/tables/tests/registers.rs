//! People, officers and cases.

use super::world::World;
use crate::error::RecordError;
use crate::journal::{Entry, EntryKind};
use crate::tables::{CaseWords, Reading};
use chrono::NaiveDate;
use protocol::cases::{Case, Cohort, Custody, Flags, Particulars, Told};
use protocol::formats::{Address, PersonName};
use protocol::ids::{CaseId, OfficerId, OrganisationKey, PersonId, TeamKey};
use protocol::people::{Affiliation, Officer, Person};
use protocol::trade::MeetingKind;
use protocol::words::Words;

fn person(world: &mut World, affiliation: Affiliation) -> Person {
    Person {
        id: PersonId(world.id()),
        name: "Ǫlá Invented".to_owned(),
        job: "Tenancy officer".to_owned(),
        affiliation,
        retired: false,
    }
}

pub(super) fn case(world: &mut World) -> Case {
    Case {
        id: CaseId(world.id()),
        reference: "ODOC-014".to_owned(),
        particulars: Particulars {
            name: PersonName::read("Ms", "Needle", "Invented").unwrap(),
            born: NaiveDate::from_ymd_opt(1991, 4, 5),
            gender: None,
            ethnic_group: None,
            cro: None,
            address: Some(Address::NoFixedAbode),
            offender_manager: None,
            note: Words::new("needle in the note"),
        },
        cohort: Cohort::Asb,
        meeting: MeetingKind::Odoc,
        lead: Some(TeamKey::new("police")),
        whereabouts: Custody::NotKnown,
        flags: Flags {
            mappa: true,
            child_protection: false,
            under_18: false,
        },
        told: Told::Neither {
            reason: Words::new("needle"),
            ground: "needle ground".to_owned(),
            decided_by: "needle decider".to_owned(),
        },
        closed: None,
    }
}

pub(super) fn save(world: &mut World, case: &Case) {
    let entry = Entry::of(EntryKind::CaseSaved)
        .about(case.id)
        .with_words(CaseWords::of(case));
    world
        .enter(&entry, |tables| tables.cases().save(case))
        .unwrap();
}

#[test]
fn people_are_read_back_as_they_were_last_saved() {
    let mut world = World::new();
    let team = TeamKey::new("police");
    let agency = "Invented Gardeners".to_owned();
    let mut one = person(&mut world, Affiliation::Team { team });
    let statutory = false;
    let other = person(&mut world, Affiliation::Guest { agency, statutory });
    let entry = Entry::of(EntryKind::PersonSaved);
    for person in [&one, &other] {
        world
            .enter(&entry, |tables| tables.people().save(person))
            .unwrap();
    }
    one.retired = true;
    one.affiliation = other.affiliation.clone();
    world
        .enter(&entry, |tables| tables.people().save(&one))
        .unwrap();
    let people = Reading::of(&world.connection).people();
    assert_eq!(people.all().unwrap(), [one.clone(), other]);
    assert_eq!(people.one(one.id).unwrap(), Some(one));
}

#[test]
fn officers_are_read_back_by_organisation_with_the_primary_one_first() {
    let mut world = World::new();
    let mut officer = |organisation: &str, primary| Officer {
        id: OfficerId(world.id()),
        organisation: OrganisationKey::new(organisation),
        primary,
        name: "An Invented Officer".to_owned(),
        role: "Records".to_owned(),
        email: "records@police.example".to_owned(),
        telephone: "0121 496 0000".to_owned(),
        retired: false,
    };
    let officers = [
        officer("council", false),
        officer("police", true),
        officer("police", false),
    ];
    let entry = Entry::of(EntryKind::OfficerSaved);
    for officer in officers.iter().rev() {
        world
            .enter(&entry, |tables| tables.officers().save(officer))
            .unwrap();
    }
    let kept = Reading::of(&world.connection).officers().all().unwrap();
    assert_eq!(kept, officers);
}

#[test]
fn a_case_is_read_back_as_it_was_last_saved_and_not_at_all_once_erased() {
    let mut world = World::new();
    let (mut one, other) = (case(&mut world), case(&mut world));
    save(&mut world, &one);
    save(&mut world, &other);
    one.closed = NaiveDate::from_ymd_opt(2026, 11, 24);
    one.particulars.note = Words::new("another needle");
    save(&mut world, &one);
    let cases = Reading::of(&world.connection).cases().all().unwrap();
    assert_eq!(cases, [one.clone(), other.clone()]);
    let bodies = Reading::of(&world.connection)
        .journal()
        .bodies_about(one.id)
        .unwrap();
    assert_eq!(bodies.len(), 2);
    let erasure = Entry::erasure("R2", &bodies);
    world
        .enter(&erasure, |tables| tables.erase_bodies(&bodies))
        .unwrap();
    let cases = Reading::of(&world.connection).cases();
    assert_eq!(cases.one(one.id).unwrap(), None);
    assert_eq!(cases.all().unwrap(), [other]);
}

#[test]
fn nothing_that_says_who_a_case_is_stands_in_its_row() {
    let mut world = World::new();
    let case = case(&mut world);
    save(&mut world, &case);
    assert_eq!(
        super::rows::columns_with(&world.connection, "needle"),
        ["body.bytes"]
    );
}

#[test]
fn a_case_whose_words_are_not_in_the_entry_is_refused() {
    let mut world = World::new();
    let case = case(&mut world);
    let entry = Entry::of(EntryKind::CaseSaved).about(case.id);
    let refused = world.enter(&entry, |tables| tables.cases().save(&case));
    assert_eq!(refused.err(), Some(RecordError::WordsNotEntered));
}
