//! What is written, and where words stand.

use super::moves;
use super::whole::{rich, signed};
use super::world::World;
use crate::error::RecordError;
use crate::journal::{Entry, EntryKind};
use crate::tables::MeetingChange;
use protocol::grounds::OnFile;
use protocol::meeting::Meeting;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

#[test]
fn recording_an_item_writes_its_own_rows_and_no_others() {
    let mut world = World::new();
    let before = rich(&mut world);
    let mut after = before.clone();
    moves::make(&mut world, after.in_session_mut().unwrap(), (0, 1)).unwrap();
    let item = after.proceedings().items.last().unwrap().parts();
    let recipients = item.receipts.len() as u64;
    assert!(recipients > 2);
    // Entry, body, item, where its words are, and that these were the first.
    assert_eq!(world.keep(Some(&before), &after), 5 + recipients);
}

#[test]
fn a_wording_writes_three_rows_and_an_unchanged_meeting_none() {
    let mut world = World::new();
    let before = rich(&mut world);
    let entry_and_body = 2;
    assert_eq!(world.keep(Some(&before), &before), entry_and_body);
    let mut after = before.clone();
    let line = moves::some_line(after.proceedings()).unwrap();
    let session = after.in_session_mut().unwrap();
    let (pack, none) = (world.pack.clone(), OnFile::default());
    let words = "needle put otherwise".into();
    session.reword(line, words, &pack, &none).unwrap();
    assert_eq!(world.keep(Some(&before), &after), entry_and_body + 3);
}

#[test]
fn words_stand_in_bodies_and_in_no_other_column() {
    let mut world = World::new();
    signed(&mut world);
    let found = columns_with(&world.connection, "needle");
    assert_eq!(found, ["body.bytes"]);
}

#[test]
fn a_change_whose_words_are_not_in_the_entry_is_refused_whole() {
    let mut world = World::new();
    let before = rich(&mut world);
    let mut after = before.clone();
    moves::make(&mut world, after.in_session_mut().unwrap(), (0, 1)).unwrap();
    let change = MeetingChange::between(Some(&before), &after);
    let entry = Entry::of(EntryKind::ItemRecorded);
    let refused = world.enter(&entry, |tables| tables.meetings().apply(&change));
    assert_eq!(refused.err(), Some(RecordError::WordsNotEntered));
    assert_eq!(world.read(before.proceedings().id), Some(before));
}

#[test]
fn cases_taken_off_and_moved_and_people_no_longer_expected_leave_no_rows() {
    let mut world = World::new();
    let before = moves::planned(&mut world);
    let mut after = before.clone();
    let p = before.proceedings();
    let planned = after.planned_mut().unwrap();
    planned.move_case(p.slots[3].id, 0).unwrap();
    planned.remove_case(p.slots[1].id).unwrap();
    planned.unexpect(p.attendances[2].id).unwrap();
    world.keep(Some(&before), &after);
    let emptied: Meeting = world.planned(p.kind, 12).into();
    world.keep(None, &emptied);
}

/// Every `table.column` in which a text occurs in any form.
pub fn columns_with(connection: &Connection, needle: &str) -> Vec<String> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let mut statement = connection.prepare(tables).unwrap();
    let tables = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let mut found = Vec::new();
    for table in tables.map(Result::unwrap) {
        let mut all = connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns: Vec<String> = all.column_names().map(|c| format!("{table}.{c}")).collect();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let holds = |n: &usize| contains(row.get_ref(*n).unwrap(), needle);
            found.extend((0..columns.len()).filter(holds).map(|n| columns[n].clone()));
        }
    }
    found.sort();
    found.dedup();
    found
}

fn contains(value: ValueRef<'_>, needle: &str) -> bool {
    let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = value else {
        return false;
    };
    String::from_utf8_lossy(bytes)
        .to_lowercase()
        .contains(needle)
}
