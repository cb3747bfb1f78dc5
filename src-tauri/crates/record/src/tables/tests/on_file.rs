//! What is on file about a case.

use super::world::World;
use crate::error::RecordError;
use crate::journal::{Entry, EntryKind};
use crate::tables::{Filed, FiledWords, Reading};
use chrono::NaiveDate;
use protocol::grounds::{
    Addressee, Consent, ConsentParts, ConsentSort, HowGiven, OnFile, Scope, Whose, Withdrawal,
};
use protocol::ids::{CaseId, ConsentId, KindKey, PurposeKey, TeamKey};
use protocol::words::Words;

fn consent(world: &mut World, case: CaseId) -> Consent {
    let scope = Scope::of(
        [KindKey::new("treatment")],
        [Addressee::Team(TeamKey::new("dip"))],
        [PurposeKey::new("support")],
    );
    Consent::restored(ConsentParts {
        id: ConsentId(world.id()),
        case,
        sort: ConsentSort::Waiver,
        whose: Whose::Victim(Words::new("needle victim")),
        scope: scope.unwrap(),
        given: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap(),
        entered: None,
        expires: None,
        how: HowGiven::InWriting,
        explicit: true,
        consequences_understood: true,
        freely_given: true,
        taken_by: Words::new("needle taker"),
        evidence: Some(Words::new("needle drawer")),
        withdrawn: None,
    })
}

pub fn file(world: &mut World, kind: EntryKind, paper: &Filed) -> Result<(), RecordError> {
    let entry = Entry::of(kind)
        .about_some(paper.case())
        .with_words(FiledWords::of(paper));
    world.enter(&entry, |tables| tables.on_file().save(paper))?;
    Ok(())
}

pub fn on_file(world: &World, case: impl Into<Option<CaseId>>) -> OnFile {
    let reading = Reading::of(&world.connection);
    reading.on_file().of(case.into()).unwrap()
}

#[test]
fn a_consent_is_read_back_as_it_last_was_and_only_for_its_case() {
    let mut world = World::new();
    let (case, other) = (CaseId(world.id()), CaseId(world.id()));
    let mut waiver = consent(&mut world, case);
    file(
        &mut world,
        EntryKind::ConsentSaved,
        &Filed::Consent(waiver.clone()),
    )
    .unwrap();
    assert_eq!(on_file(&world, case).consents, [waiver.clone()]);
    let withdrawal = Withdrawal {
        at: world.now(),
        told_by: Words::new("needle teller"),
        noted_by: Words::new("A. Chair"),
        note: None,
    };
    waiver.withdraw(withdrawal).unwrap();
    file(
        &mut world,
        EntryKind::ConsentWithdrawn,
        &Filed::Consent(waiver.clone()),
    )
    .unwrap();
    assert_eq!(on_file(&world, case).consents, [waiver]);
    assert_eq!(on_file(&world, other), OnFile::default());
}

#[test]
fn a_paper_is_not_kept_under_an_entry_that_does_not_say_it() {
    let mut world = World::new();
    let case = CaseId(world.id());
    let paper = Filed::Consent(consent(&mut world, case));
    let entry = Entry::of(EntryKind::ConsentSaved).about(case);
    let kept = world.enter(&entry, |tables| tables.on_file().save(&paper));
    assert_eq!(kept.err(), Some(RecordError::WordsNotEntered));
}

#[test]
fn what_a_paper_says_stands_in_bodies_only_and_goes_when_the_person_is_erased() {
    let mut world = World::new();
    let case = CaseId(world.id());
    let paper = Filed::Consent(consent(&mut world, case));
    file(&mut world, EntryKind::ConsentSaved, &paper).unwrap();
    assert_eq!(
        super::rows::columns_with(&world.connection, "needle"),
        ["body.bytes"]
    );
    let journal = Reading::of(&world.connection).journal();
    let bodies = journal.bodies_about(case).unwrap();
    let erasure = Entry::erasure("R2", &bodies);
    world
        .enter(&erasure, |tables| tables.erase_bodies(&bodies))
        .unwrap();
    assert_eq!(on_file(&world, case), OnFile::default());
}
