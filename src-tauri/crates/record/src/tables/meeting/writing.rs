//! Writes a change, row by row.

use super::change::MeetingChange;
use super::part::{Part, Table};
use crate::error::RecordError;
use crate::tables::Tables;
use crate::tables::cell::Cell;
use crate::tables::wording::WordsOf;
use protocol::ids::MeetingId;
use rusqlite::{Transaction, params_from_iter};

pub(super) fn write(tables: &Tables<'_>, change: &MeetingChange) -> Result<(), RecordError> {
    let (transaction, meeting) = (tables.transaction, change.meeting);
    for (part, key) in &change.gone {
        take_away(transaction, meeting, part.table(), key)?;
    }
    for of in &change.words_gone {
        let sql = "DELETE FROM wording WHERE meeting = ? AND part = ? AND id = ? AND n = ?";
        execute(transaction, sql, of.cells(meeting))?;
    }
    let (before, sealing): (Vec<_>, Vec<_>) =
        change.rows.iter().partition(|(part, _)| *part < Part::Seal);
    for (part, cells) in before {
        put(transaction, meeting, part.table(), cells)?;
    }
    for (of, text) in &change.words {
        reword(tables, meeting, of, text)?;
    }
    // Nothing can be written after the seal, so it comes after the words.
    for (part, cells) in sealing {
        put(transaction, meeting, part.table(), cells)?;
    }
    Ok(())
}

fn put(
    transaction: &Transaction<'_>,
    meeting: MeetingId,
    table: Table,
    cells: &[Cell],
) -> Result<(), RecordError> {
    let places = vec!["?"; table.columns.len() + 1].join(", ");
    let keys = [&[table.meeting], &table.columns[..table.keys]].concat();
    let rest = &table.columns[table.keys..];
    let set: Vec<String> = rest.iter().map(|c| format!("{c} = excluded.{c}")).collect();
    let sql = format!(
        "INSERT INTO {} ({}, {}) VALUES ({places}) ON CONFLICT ({}) DO UPDATE SET {}",
        table.name,
        table.meeting,
        table.columns.join(", "),
        keys.join(", "),
        set.join(", ")
    );
    execute(transaction, &sql, of_meeting(meeting, cells))
}

fn take_away(
    transaction: &Transaction<'_>,
    meeting: MeetingId,
    table: Table,
    key: &[Cell],
) -> Result<(), RecordError> {
    let keys = [&[table.meeting], &table.columns[..table.keys]].concat();
    let these: Vec<String> = keys.iter().map(|c| format!("{c} = ?")).collect();
    let sql = format!("DELETE FROM {} WHERE {}", table.name, these.join(" AND "));
    execute(transaction, &sql, of_meeting(meeting, key))
}

/// Notes which body of this entry holds these words now; the bodies of earlier wordings stay in the journal.
fn reword(
    tables: &Tables<'_>,
    meeting: MeetingId,
    of: &WordsOf,
    text: &str,
) -> Result<(), RecordError> {
    let body = tables.body_with(&of.to_string(), text)?;
    let mut cells = of.cells(meeting);
    cells.extend([body.seq.0.into(), body.n.into()]);
    let version =
        "INSERT INTO wording_version (meeting, part, id, n, seq, body) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING";
    execute(tables.transaction, version, cells.clone())?;
    let sql = "INSERT INTO wording (meeting, part, id, n, seq, body) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (meeting, part, id, n) DO UPDATE SET seq = excluded.seq, body = excluded.body";
    execute(tables.transaction, sql, cells)
}

fn of_meeting(meeting: MeetingId, cells: &[Cell]) -> Vec<Cell> {
    let mut all = vec![meeting.0.into()];
    all.extend_from_slice(cells);
    all
}

fn execute(transaction: &Transaction<'_>, sql: &str, cells: Vec<Cell>) -> Result<(), RecordError> {
    transaction
        .prepare_cached(sql)?
        .execute(params_from_iter(cells))?;
    Ok(())
}
