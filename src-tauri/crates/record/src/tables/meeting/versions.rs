//! The wordings that a line has had: none of them is printed, and each can be read with who wrote it and when.

use super::afterwards;
use crate::error::RecordError;
use crate::tables::cell::Cells;
use crate::tables::wording::{WordsOf, body_id, body_text};
use protocol::ids::{MeetingId, UserId};
use protocol::meeting::Line;
use protocol::trade::At;
use protocol::words::Words;
use rusqlite::{Connection, params};

/// One wording of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Who was at the laptop.
    pub by: UserId,
    pub at: At,
    /// The words; none once they were erased.
    pub words: Option<Words>,
}

pub(super) fn of(
    connection: &Connection,
    meeting: MeetingId,
    line: Line,
) -> Result<Vec<Version>, RecordError> {
    let Some((part, id)) = afterwards::line(line) else {
        return Ok(Vec::new());
    };
    let name = WordsOf::new(part, id).to_string();
    let mut statement = connection.prepare_cached(
        "SELECT v.seq, v.body, e.at, e.actor FROM wording_version v JOIN entry e USING (seq)
         WHERE v.meeting = ? AND v.part = ? AND v.id = ? AND v.n = 0 ORDER BY v.seq",
    )?;
    let mut rows = statement.query(params![meeting.0, part, id])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::of(row, 4)?;
        let body = body_id(&mut cells)?;
        versions.push(Version {
            at: cells.at()?,
            by: UserId(cells.id()?),
            words: body_text(connection, body, &name)?.map(Words::from),
        });
    }
    Ok(versions)
}
