//! The tables, and how an older record is brought to them.

use crate::error::OpenError;
use rusqlite::{Connection, TransactionBehavior};

/// Each step takes the database from its number in this list to the next.
const STEPS: &[&str] = &[
    concat!(
        include_str!("0001_journal.sql"),
        include_str!("0001_foundation.sql"),
    ),
    include_str!("0002_registers.sql"),
    concat!(
        include_str!("0003_meeting.sql"),
        include_str!("0003_signed.sql"),
        include_str!("0003_spelling.sql"),
        include_str!("0003_merged.sql"),
    ),
    concat!(
        include_str!("0004_held.sql"),
        include_str!("0004_held_over.sql"),
        include_str!("0004_regime.sql"),
        include_str!("0004_struck.sql"),
    ),
    include_str!("0005_of_no_case.sql"),
    include_str!("0006_withdrawn.sql"),
    include_str!("0007_condition.sql"),
    include_str!("0008_merged_files.sql"),
    include_str!("0009_confirmed.sql"),
];

/// Refuses a database that a newer program has brought further than this one knows, and one without tables: SQLCipher takes a
/// first page that was lost for that of a new database, and every record of ours has at least the first step behind it.
pub(crate) fn check_version(connection: &Connection) -> Result<(), OpenError> {
    // The key is known to be right, since the key file's MAC was, so whatever will not decrypt is damage.
    match version(connection)? {
        0 => Err(OpenError::Damaged),
        newer if newer > STEPS.len() => Err(OpenError::NewerVersion),
        _ => Ok(()),
    }
}

/// Takes every step that is outstanding in one transaction, so that a power cut leaves the old tables or the new.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> Result<(), OpenError> {
    let from = version(connection)?;
    if from >= STEPS.len() {
        return Ok(());
    }
    let steps = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in &STEPS[from..] {
        steps.execute_batch(step)?;
    }
    let reached = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    steps.pragma_update(None, "user_version", reached)?;
    steps.commit()?;
    Ok(())
}

fn version(connection: &Connection) -> Result<usize, OpenError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| OpenError::NewerVersion)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, bring_up_to_date, check_version};
    use crate::error::OpenError;
    use rusqlite::Connection;

    #[test]
    fn a_database_of_a_newer_program_is_refused_and_so_is_one_without_tables() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert_eq!(check_version(&connection), Err(OpenError::Damaged));
        bring_up_to_date(&mut connection).unwrap();
        assert_eq!(check_version(&connection), Ok(()));
        let newer = i64::try_from(STEPS.len()).unwrap() + 1;
        connection
            .pragma_update(None, "user_version", newer)
            .unwrap();
        assert_eq!(check_version(&connection), Err(OpenError::NewerVersion));
    }

    #[test]
    fn a_record_from_before_files_could_be_merged_opens_with_none_merged() {
        let mut connection = Connection::open_in_memory().unwrap();
        for step in &STEPS[..5] {
            connection.execute_batch(step).unwrap();
        }
        connection.pragma_update(None, "user_version", 5).unwrap();
        bring_up_to_date(&mut connection).unwrap();
        for table in ["file_merged", "file_apart"] {
            let sql = format!("SELECT count(*) FROM {table}");
            let rows: i64 = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
            assert_eq!(rows, 0);
        }
    }

    #[test]
    fn corrections_and_who_was_told_of_them_are_there_after_the_step_that_widens_them() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection
            .pragma_update(None, "foreign_keys", true)
            .unwrap();
        for step in &STEPS[..3] {
            connection.execute_batch(step).unwrap();
        }
        connection.pragma_update(None, "user_version", 3).unwrap();
        connection
            .execute_batch(
                "INSERT INTO meeting (id, kind, date, starts, ends, venue, stage, place)
                   VALUES (zeroblob(16), 'odoc', '2026-10-08', '13:30', '16:30', '', 'closed', 'closing');
                 INSERT INTO correction (meeting, id, n, part, line, by_whom, at)
                   VALUES (zeroblob(16), zeroblob(16), 0, 'item', zeroblob(16), 'The chair', '2026-10-08T14:00:00Z');
                 INSERT INTO told (of_meeting, correction, attendance, by_whom, at)
                   VALUES (zeroblob(16), zeroblob(16), zeroblob(16), 'The chair', '2026-10-09T09:00:00Z');",
            )
            .unwrap();
        bring_up_to_date(&mut connection).unwrap();
        let kept: (String, String, i64) = connection
            .query_row(
                "SELECT c.part, t.recipient, t.nth FROM told t
                   JOIN correction c ON c.meeting = t.of_meeting AND c.id = t.correction",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        assert_eq!(kept, ("item".to_owned(), "person".to_owned(), 0));
        let guards: i64 = connection
            .query_row(
                "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'correction'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(guards, 3, "what is signed is guarded as before");
    }
}
