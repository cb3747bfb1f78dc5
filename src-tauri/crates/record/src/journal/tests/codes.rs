//! The code on printed minutes, looked for in a journal.

use super::{at, disarm, enter, faults, journal_of};
use crate::journal::{CheckCode, Entry, EntryKind, Journal, JournalFault, Seq};
use rusqlite::Connection;

fn entry_of(connection: &Connection, typed: &str) -> Option<Seq> {
    let code = CheckCode::read(typed).unwrap();
    let found = Journal(connection).of_code(&code).unwrap();
    found.map(|(seq, written)| {
        assert_eq!(written, at());
        seq
    })
}

#[test]
fn a_code_leads_to_its_entry_however_many_follow_and_the_whole_hash_does_too() {
    let mut connection = journal_of(9);
    let printed = Journal(&connection).head().unwrap().unwrap();
    let code = printed.check_code().to_string();
    enter(&mut connection, &Entry::of(EntryKind::RecordRenamed));
    assert_eq!(entry_of(&connection, &code), Some(Seq(9)));
    let whole = hex::encode(printed.hash);
    assert_eq!(entry_of(&connection, &whole), Some(Seq(9)));
    // One sign wrong beyond what is printed today is another hash.
    let last = if whole.ends_with('0') { '1' } else { '0' };
    let wrong = format!("{}{last}", &whole[..63]);
    assert_eq!(entry_of(&connection, &wrong), None);
}

#[test]
fn the_code_of_a_journal_that_was_written_anew_is_nowhere_in_it() {
    let (one, other) = (journal_of(9), journal_of(9));
    let printed = Journal(&one).head().unwrap().unwrap();
    assert_eq!(faults(&other, &[]), []);
    assert_eq!(entry_of(&other, &printed.check_code().to_string()), None);
}

#[test]
fn a_code_put_on_another_entry_is_found_there_with_that_entry_at_fault() {
    let connection = journal_of(9);
    let printed = journal_of(9);
    let printed = Journal(&printed).head().unwrap().unwrap();
    disarm(&connection);
    connection
        .execute("UPDATE entry SET hash = ? WHERE seq = 5", [printed.hash])
        .unwrap();
    let code = printed.check_code().to_string();
    assert_eq!(entry_of(&connection, &code), Some(Seq(5)));
    assert!(faults(&connection, &[]).contains(&JournalFault::AlteredEntry(Seq(5))));
}
