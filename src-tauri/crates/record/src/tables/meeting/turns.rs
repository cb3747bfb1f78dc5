//! What turned a meeting from its plan, each with the reason that was given.

use super::part::Part;
use super::sheet::Sheet;
use super::stored::Stored;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::WordsOf;
use protocol::ids::MeetingId;
use protocol::meeting::{Hand, Turn};

pub(super) fn put(sheet: &mut Sheet, n: i64, meeting: MeetingId, turn: &Turn) {
    // Names, keys and times always have a JSON form.
    let detail = serde_json::to_string(&turn.what).unwrap_or_default();
    let by = [Cell::text(&turn.by.by), turn.by.at.into()];
    let mut row = vec![n.into()];
    row.extend(by);
    row.push(Cell::text(&detail));
    sheet.row(Part::Turn, row);
    sheet.some_words(WordsOf::nth("turn", meeting.0, n), turn.reason.as_ref());
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Turn>, RecordError> {
    let rows = stored.rows(Part::Turn)?;
    rows.into_iter().map(|row| one(row, stored)).collect()
}

fn one(mut row: Cells, stored: &Stored<'_>) -> Result<Turn, RecordError> {
    let n = row.number()?;
    let by = Hand {
        by: row.text()?,
        at: row.at()?,
    };
    let what = serde_json::from_str(&row.text()?);
    let reason = WordsOf::nth("turn", stored.meeting.0, n);
    Ok(Turn {
        by,
        what: what.map_err(|_| RecordError::Unreadable("turn of a meeting"))?,
        reason: stored.words.some_words(&reason),
    })
}
