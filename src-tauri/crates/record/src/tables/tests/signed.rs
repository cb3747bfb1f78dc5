//! Nothing of a signed meeting can be changed, whichever way and in whichever table.

use super::whole::{rich, signed};
use super::world::World;
use crate::journal::Entry;
use crate::tables::Reading;
use protocol::ids::MeetingId;
use protocol::meeting::Meeting;
use rusqlite::Connection;

const SIGNED: &str = "signed minutes are never changed";

/// Every table whose rows belong to a meeting, with the column that says to which: none can be forgotten.
fn tables(connection: &Connection) -> Vec<(String, String)> {
    let sql = "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND c.type = 'BLOB'
          AND (c.name = 'meeting' OR (t.name = 'meeting' AND c.name = 'id'))";
    let mut statement = connection.prepare(sql).unwrap();
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    found.unwrap().map(Result::unwrap).collect()
}

#[test]
fn no_row_of_a_signed_meeting_can_be_added_changed_replaced_or_removed() {
    let mut world = World::new();
    rich(&mut world);
    let (sealed, _) = signed(&mut world);
    let id = sealed.proceedings().id;
    // Another program with the key need not keep to these.
    world
        .connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF;")
        .unwrap();
    let tables = tables(&world.connection);
    assert_eq!(tables.len(), 31);
    let mut moved_in = 0;
    for (table, own) in tables {
        let count = format!("SELECT count(*) FROM {table} WHERE {own} = ?1");
        let rows: i64 = world
            .connection
            .query_row(&count, [id.0], |row| row.get(0))
            .unwrap();
        assert!(rows > 0, "nothing stands in {table}");
        for attempt in [
            format!("UPDATE {table} SET {own} = {own} WHERE {own} = ?1"),
            format!("UPDATE {table} SET {own} = randomblob(16) WHERE {own} = ?1"),
            format!("DELETE FROM {table} WHERE {own} = ?1"),
            format!("INSERT INTO {table} SELECT * FROM {table} WHERE {own} = ?1"),
            format!("REPLACE INTO {table} SELECT * FROM {table} WHERE {own} = ?1"),
        ] {
            let refused = world.connection.execute(&attempt, [id.0]).unwrap_err();
            assert!(refused.to_string().contains(SIGNED), "{attempt}: {refused}");
        }
        let others = format!("SELECT count(*) FROM {table} WHERE {own} <> ?1");
        let others: i64 = world
            .connection
            .query_row(&others, [id.0], |row| row.get(0))
            .unwrap();
        if others > 0 {
            moved_in += 1;
            let attempt = format!("UPDATE OR REPLACE {table} SET {own} = ?1 WHERE {own} <> ?1");
            let refused = world.connection.execute(&attempt, [id.0]).unwrap_err();
            assert!(refused.to_string().contains(SIGNED), "{attempt}: {refused}");
        }
    }
    // All but the seal and the leaves, of which an unsigned meeting has none.
    assert_eq!(moved_in, 25);
    assert_eq!(world.read(id), Some(sealed));
}

#[test]
fn the_sealed_meeting_refuses_a_change_that_comes_by_the_proper_door() {
    let mut world = World::new();
    let (sealed, leaves) = signed(&mut world);
    let other: Meeting = world.planned(sealed.proceedings().kind, 12).into();
    let id = sealed.proceedings().id;
    let entry = Entry::of(crate::EntryKind::MinutesSigned);
    assert!(world.try_keep(None, &sealed).is_err());
    assert!(
        world
            .enter(&entry, |tables| tables.leaves().keep(id, &leaves))
            .is_err()
    );
    world.keep(None, &other);
    assert_eq!(world.read(id), Some(sealed));
}

#[test]
fn an_erasure_takes_words_and_salts_from_under_the_seal_and_the_rest_still_holds() {
    let mut world = World::new();
    let (sealed, leaves) = signed(&mut world);
    let p = sealed.proceedings();
    let case = p.slots[0].case.case;
    let bodies = Reading::of(&world.connection)
        .journal()
        .bodies_about(case)
        .unwrap();
    assert!(!bodies.is_empty());
    world
        .connection
        .execute("DELETE FROM leaf_salt WHERE section = 1", [])
        .unwrap_err();
    let entry = Entry::erasure("R2", &bodies);
    let salts = |id: MeetingId| {
        (
            "DELETE FROM leaf_salt WHERE meeting = ? AND section = 1",
            [id.0],
        )
    };
    world
        .enter(&entry, |tables| {
            let (sql, of) = salts(p.id);
            tables.transaction.execute(sql, of)?;
            tables.erase_bodies(&bodies)
        })
        .unwrap();
    let left = world.read(p.id).unwrap();
    let words = left
        .proceedings()
        .items
        .iter()
        .map(|i| i.parts().words.as_str());
    assert!(words.clone().any(str::is_empty) && words.clone().any(|w| !w.is_empty()));
    let kept = Reading::of(&world.connection).leaves().of(p.id).unwrap();
    assert_eq!(kept.commitments, leaves.commitments);
    assert!(
        Reading::of(&world.connection)
            .journal()
            .verify(&[])
            .unwrap()
            .faults
            .is_empty()
    );
}
