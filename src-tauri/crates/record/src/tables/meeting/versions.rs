//! The wordings that a line has had: none of them is printed, and each can be read with who wrote it and when.

use super::afterwards;
use crate::error::RecordError;
use crate::tables::cell::Cells;
use crate::tables::wording::{WordsOf, body_id, body_text};
use protocol::ids::{MeetingId, UserId};
use protocol::meeting::Wording;
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
    which: Wording,
) -> Result<Vec<Version>, RecordError> {
    let Some(of) = words_of(meeting, which) else {
        return Ok(Vec::new());
    };
    let name = of.to_string();
    let mut statement = connection.prepare_cached(
        "SELECT v.seq, v.body, e.at, e.actor FROM wording_version v JOIN entry e USING (seq)
         WHERE v.meeting = ? AND v.part = ? AND v.id = ? AND v.n = ? ORDER BY v.seq",
    )?;
    let mut rows = statement.query(params![meeting.0, of.part, of.id, of.n])?;
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

/// The name under which the words are kept; none for what has none.
fn words_of(meeting: MeetingId, which: Wording) -> Option<WordsOf> {
    Some(match which {
        Wording::Of(line) => {
            let (part, id) = afterwards::line(line)?;
            WordsOf::new(part, id)
        }
        Wording::Rationale(decision) => WordsOf::new("rationale", decision.0),
        Wording::Dissent(decision, nth) => {
            WordsOf::nth("dissent", decision.0, i64::try_from(nth).ok()?)
        }
        Wording::Outcome(action) => WordsOf::new("settled", action.0),
        Wording::Deferral(slot) => WordsOf::new("deferral", slot.0),
        Wording::WentOn(slot) => WordsOf::new("went_on", slot.0),
        Wording::SetAside(update) => WordsOf::new("update_aside", update.0),
        Wording::Turn(nth) => WordsOf::nth("turn", meeting.0, i64::try_from(nth).ok()?),
        Wording::MinutesBefore => WordsOf::new("corrections", meeting.0),
    })
}
