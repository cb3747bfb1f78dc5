//! An entry whose words are about several people.

use super::{CASE, disarm, enter, erase, faults, journal_of};
use crate::journal::{Entry, EntryKind, Journal, JournalFault, Seq, WordsByCase};
use protocol::ids::CaseId;
use rusqlite::Connection;
use uuid::Uuid;

const OTHER: CaseId = CaseId(Uuid::from_u128(8));

/// An entry as planning makes them: words of two people, and words of nobody.
fn of_two_people(connection: &mut Connection) -> Seq {
    let mut words = WordsByCase::default();
    words.add(Some(CASE), "heading".to_owned(), "ONE".to_owned());
    words.add(Some(OTHER), "heading".to_owned(), "OTHER".to_owned());
    words.add(None, "venue".to_owned(), "a hall".to_owned());
    enter(
        connection,
        &Entry::of(EntryKind::MeetingPlanned).with_words(words),
    )
}

#[test]
fn erasing_one_person_leaves_every_other_persons_words_of_the_same_entry() {
    let mut connection = journal_of(2);
    let planned = of_two_people(&mut connection);
    let bodies = Journal(&connection).bodies_about(OTHER).unwrap();
    assert_eq!(bodies.len(), 1);
    erase(&mut connection, &bodies);
    let verified = Journal(&connection).verify(&[]).unwrap();
    assert_eq!((verified.erased, verified.faults), (1, Vec::new()));
    let entry = Journal(&connection).one(planned).unwrap().unwrap();
    let left: Vec<_> = entry.bodies.iter().map(|body| body.subject).collect();
    assert_eq!(left, [None, Some(CASE)]);
    let said = format!(
        "{:?}",
        entry.bodies.iter().map(|b| &b.words.0).collect::<Vec<_>>()
    );
    assert!(said.contains("ONE") && said.contains("a hall") && !said.contains("OTHER"));
}

#[test]
fn two_bodies_of_one_entry_cannot_change_places_unseen() {
    let mut connection = journal_of(2);
    let Seq(planned) = of_two_people(&mut connection);
    disarm(&connection);
    let swap = format!(
        "UPDATE body SET n = 9 WHERE seq = {planned} AND n = 1;
         UPDATE body SET n = 1 WHERE seq = {planned} AND n = 2;
         UPDATE body SET n = 2 WHERE seq = {planned} AND n = 9"
    );
    connection.execute_batch(&swap).unwrap();
    let altered = JournalFault::AlteredBody(Seq(planned));
    assert_eq!(faults(&connection, &[]), [altered, altered]);
}
