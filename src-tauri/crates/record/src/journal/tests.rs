mod bodies;
mod codes;

use super::{BodyId, Entry, EntryKind, Head, Journal, JournalFault, Seq, append};
use crate::random::SystemRandom;
use crate::schema;
use crate::tables::Tables;
use protocol::ids::{CaseId, UserId};
use protocol::trade::At;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use uuid::Uuid;

const ACTOR: UserId = UserId(Uuid::from_u128(1));
const CASE: CaseId = CaseId(Uuid::from_u128(7));

fn at() -> At {
    At::parse_from_rfc3339("2026-11-23T10:00:00+00:00").unwrap()
}

fn journal_of(entries: usize) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;")
        .unwrap();
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .unwrap();
    schema::bring_up_to_date(&mut connection).unwrap();
    connection
        .execute(
            "INSERT INTO user (id, role, name) VALUES (?, 'chair', 'An Invented Chair')",
            [ACTOR.0],
        )
        .unwrap();
    for n in 0..entries {
        let entry = Entry::of(EntryKind::RecordRenamed)
            .about(CASE)
            .with("n", n.to_string());
        enter(&mut connection, &entry);
    }
    connection
}

fn enter(connection: &mut Connection, entry: &Entry) -> Seq {
    let transaction = connection.transaction().unwrap();
    let seq = append(&transaction, &SystemRandom, ACTOR, at(), entry).unwrap();
    transaction.commit().unwrap();
    seq
}

fn erase(connection: &mut Connection, bodies: &[BodyId]) -> Seq {
    let transaction = connection.transaction().unwrap();
    let entry = Entry::erasure("R2", bodies);
    let seq = append(&transaction, &SystemRandom, ACTOR, at(), &entry).unwrap();
    Tables::of(&transaction, seq, &entry)
        .erase_bodies(bodies)
        .unwrap();
    transaction.commit().unwrap();
    seq
}

fn faults(connection: &Connection, anchors: &[Head]) -> Vec<JournalFault> {
    Journal(connection).verify(anchors).unwrap().faults
}

/// The one body of an entry about one case.
fn first(seq: i64) -> BodyId {
    let (seq, n) = (Seq(seq), 0);
    BodyId { seq, n }
}

/// What somebody with the key and another program could do: no triggers, no foreign keys.
fn disarm(connection: &Connection) {
    let names: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(!names.is_empty());
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    for name in names {
        connection
            .execute_batch(&format!("DROP TRIGGER {name}"))
            .unwrap();
    }
}

#[test]
fn a_journal_verifies_as_it_was_written() {
    let connection = journal_of(40);
    let verified = Journal(&connection).verify(&[]).unwrap();
    assert_eq!((verified.entries, verified.erased), (40, 0));
    assert_eq!(verified.faults, []);
    assert_eq!(verified.head, Journal(&connection).head().unwrap());
}

#[test]
fn the_triggers_refuse_every_way_of_changing_what_was_entered() {
    let connection = journal_of(9);
    for attempt in [
        "UPDATE entry SET kind = 'x' WHERE seq = 5",
        "DELETE FROM entry WHERE seq = 5",
        "INSERT OR REPLACE INTO entry SELECT seq, at, 'x', actor, commitments, prev, hash FROM entry WHERE seq = 5",
        "INSERT INTO entry SELECT 12, at, kind, actor, commitments, prev, zeroblob(32) FROM entry WHERE seq = 5",
        "INSERT INTO entry SELECT 10, at, kind, actor, commitments, prev, zeroblob(32) FROM entry WHERE seq = 5",
        "UPDATE body SET bytes = x'41' WHERE seq = 5",
        "UPDATE body SET subject = NULL WHERE seq = 5",
        "DELETE FROM body WHERE seq = 5",
        "REPLACE INTO body SELECT seq, n, subject, salt, x'41' FROM body WHERE seq = 5",
        "REPLACE INTO body SELECT seq, n, subject, salt, x'41' FROM body WHERE seq = 9",
        "INSERT INTO body SELECT seq, 1, subject, salt, bytes FROM body WHERE seq = 9",
        "INSERT INTO erasure_covers VALUES (5, 0, 9)",
    ] {
        connection
            .execute_batch("PRAGMA recursive_triggers = OFF")
            .unwrap();
        assert!(
            connection.execute_batch(attempt).is_err(),
            "without recursion: {attempt}"
        );
        connection
            .execute_batch("PRAGMA recursive_triggers = ON")
            .unwrap();
        assert!(connection.execute_batch(attempt).is_err(), "{attempt}");
    }
    // A defensive database lets the first statement pass and the second change nothing.
    let _ = connection.execute_batch("PRAGMA writable_schema = ON");
    assert!(
        connection
            .execute_batch("DELETE FROM sqlite_schema")
            .is_err()
    );
    assert_eq!(faults(&connection, &[]), []);
}

#[test]
fn erasing_a_body_leaves_a_chain_that_verifies_against_heads_printed_before() {
    let mut connection = journal_of(9);
    let printed = Journal(&connection).head().unwrap().unwrap();
    let seqs = Journal(&connection).bodies_about(CASE).unwrap();
    assert_eq!(seqs.len(), 9);
    erase(&mut connection, &seqs[2..5]);
    let verified = Journal(&connection).verify(&[printed]).unwrap();
    assert_eq!((verified.erased, verified.faults), (3, Vec::new()));
    assert_eq!(Journal(&connection).bodies_about(CASE).unwrap().len(), 6);
    let words: Vec<bool> = Journal(&connection)
        .after(Seq(2))
        .unwrap()
        .iter()
        .map(|e| !e.bodies.is_empty())
        .collect();
    assert_eq!(words, [false, false, false, true, true, true, true, true]);
}

#[test]
fn an_erased_body_cannot_be_written_again_nor_another_laid_to_the_same_erasure() {
    let mut connection = journal_of(9);
    let by = erase(&mut connection, &[first(3)]);
    let again = "INSERT INTO body VALUES (3, 0, NULL, zeroblob(32), x'41')";
    assert!(connection.execute_batch(again).is_err());
    enter(&mut connection, &Entry::of(EntryKind::RecordRenamed));
    let later = format!("INSERT INTO erasure_covers VALUES (4, 0, {by})");
    assert!(connection.execute_batch(&later).is_err());
}

#[test]
fn every_attack_of_somebody_with_the_key_is_found() {
    use JournalFault as Fault;
    let attacks: [(&str, Fault); 11] = [
        (
            "UPDATE body SET bytes = x'41' WHERE seq = 5",
            Fault::AlteredBody(Seq(5)),
        ),
        (
            "UPDATE body SET subject = NULL WHERE seq = 5",
            Fault::AlteredBody(Seq(5)),
        ),
        (
            "UPDATE entry SET actor = zeroblob(16) WHERE seq = 5",
            Fault::AlteredEntry(Seq(5)),
        ),
        (
            "UPDATE entry SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 5",
            Fault::AlteredEntry(Seq(5)),
        ),
        (
            "UPDATE entry SET hash = zeroblob(32) WHERE seq = 5",
            Fault::BrokenLink(Seq(6)),
        ),
        (
            "DELETE FROM body WHERE seq = 5; DELETE FROM entry WHERE seq = 5",
            Fault::Gap { before: Seq(6) },
        ),
        ("DELETE FROM body WHERE seq = 5", Fault::BodyMissing(Seq(5))),
        (
            "INSERT INTO erasure_covers VALUES (5, 0, 10); DELETE FROM body WHERE seq = 5",
            Fault::BodyMissing(Seq(5)),
        ),
        (
            "INSERT INTO erasure_covers VALUES (5, 0, 10)",
            Fault::StrayBody(Seq(5)),
        ),
        (
            "INSERT INTO body VALUES (99, 0, NULL, zeroblob(32), x'41')",
            Fault::StrayBody(Seq(99)),
        ),
        (
            "INSERT INTO body VALUES (5, 1, NULL, zeroblob(32), x'41')",
            Fault::StrayBody(Seq(5)),
        ),
    ];
    for (attack, fault) in attacks {
        let mut connection = journal_of(9);
        assert_eq!(erase(&mut connection, &[first(3)]), Seq(10));
        enter(&mut connection, &Entry::of(EntryKind::RecordRenamed));
        disarm(&connection);
        connection.execute_batch(attack).unwrap();
        let found = faults(&connection, &[]);
        assert!(found.contains(&fault), "{attack}: {found:?}");
    }
}

#[test]
fn a_tail_cut_off_is_found_by_a_head_known_from_elsewhere_and_by_nothing_else() {
    let connection = journal_of(9);
    let printed = Journal(&connection).head().unwrap().unwrap();
    disarm(&connection);
    connection
        .execute_batch("DELETE FROM body WHERE seq > 6; DELETE FROM entry WHERE seq > 6")
        .unwrap();
    assert_eq!(faults(&connection, &[]), []);
    assert_eq!(
        faults(&connection, &[printed]),
        [JournalFault::OlderThan(printed)]
    );
}

#[test]
fn a_whole_rewriting_is_found_by_a_head_known_from_elsewhere() {
    let (one, other) = (journal_of(9), journal_of(9));
    let printed = Journal(&one).head().unwrap().unwrap();
    assert_eq!(faults(&other, &[]), []);
    assert_eq!(
        faults(&other, &[printed]),
        [JournalFault::OtherThan(printed)]
    );
}

#[test]
fn an_entry_holds_no_word_of_what_was_said() {
    let mut connection = journal_of(0);
    let entry = Entry::of(EntryKind::RecordRenamed)
        .about(CASE)
        .with("note", "NEEDLE");
    enter(&mut connection, &entry);
    let shown: String = connection
        .query_row(
            "SELECT quote(at) || kind || quote(actor) || quote(commitments) FROM entry",
            [],
            |r| r.get(0),
        )
        .unwrap();
    assert!(
        !shown.contains("NEEDLE") && !shown.contains(&CASE.0.simple().to_string().to_uppercase())
    );
    assert!(!format!("{entry:?}").contains("NEEDLE"));
}
