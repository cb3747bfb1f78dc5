//! Who has been told of a correction, ticked off one by one.

use super::cell::{Cell, Cells};
use crate::error::RecordError;
use protocol::ids::{AttendanceId, CorrectionId, ItemId, MeetingId};
use protocol::trade::At;
use rusqlite::{Connection, Transaction, params_from_iter};

/// The ticks, for reading.
pub struct TellList<'r>(pub(super) &'r Connection);

/// The ticks, for writing.
pub struct TellListToWrite<'t>(pub(super) &'t Transaction<'t>);

/// Who is told of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// Somebody of the register.
    Person(AttendanceId),
    /// An agency outside the room: by the line, and the place among those to whom it was to be sent.
    Outside(ItemId, usize),
}

/// One recipient who has been told of one correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub correction: CorrectionId,
    pub recipient: Recipient,
    /// The user who ticked it off, by name.
    pub by: String,
    pub at: At,
}

impl TellList<'_> {
    /// Everybody who has been told of a correction of a meeting.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of(&self, meeting: MeetingId) -> Result<Vec<Told>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT correction, recipient, who, nth, by_whom, at FROM told
             WHERE of_meeting = ? ORDER BY at",
        )?;
        let mut rows = statement.query([meeting.0])?;
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            let mut row = Cells::of(row, 6)?;
            told.push(Told {
                correction: CorrectionId(row.id()?),
                recipient: recipient(&mut row)?,
                by: row.text()?,
                at: row.at()?,
            });
        }
        Ok(told)
    }
}

impl TellListToWrite<'_> {
    /// Ticks somebody off.
    ///
    /// # Errors
    /// [`RecordError::RuleOfTheTables`] for somebody ticked off before, or no such correction.
    pub fn tick(&self, meeting: MeetingId, told: &Told) -> Result<(), RecordError> {
        let mut cells = key(meeting, told.correction, told.recipient);
        cells.extend([Cell::text(&told.by), told.at.into()]);
        let sql = "INSERT INTO told (of_meeting, correction, recipient, who, nth, by_whom, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)";
        self.0
            .prepare_cached(sql)?
            .execute(params_from_iter(cells))?;
        Ok(())
    }

    /// Takes a tick back that was set by mistake; the journal keeps both.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn untick(
        &self,
        meeting: MeetingId,
        correction: CorrectionId,
        recipient: Recipient,
    ) -> Result<(), RecordError> {
        let sql = "DELETE FROM told
            WHERE of_meeting = ? AND correction = ? AND recipient = ? AND who = ? AND nth = ?";
        let cells = key(meeting, correction, recipient);
        self.0
            .prepare_cached(sql)?
            .execute(params_from_iter(cells))?;
        Ok(())
    }
}

fn key(meeting: MeetingId, correction: CorrectionId, recipient: Recipient) -> Vec<Cell> {
    let (sort, who, nth) = match recipient {
        Recipient::Person(who) => ("person", who.0, 0),
        Recipient::Outside(item, nth) => ("outside", item.0, nth),
    };
    let nth = i64::try_from(nth).unwrap_or(i64::MAX);
    vec![
        meeting.0.into(),
        correction.0.into(),
        sort.into(),
        who.into(),
        nth.into(),
    ]
}

fn recipient(row: &mut Cells) -> Result<Recipient, RecordError> {
    let (sort, who, nth) = (row.text()?, row.id()?, row.number()?);
    match &*sort {
        "person" => Ok(Recipient::Person(AttendanceId(who))),
        "outside" => Ok(Recipient::Outside(ItemId(who), nth)),
        _ => Err(RecordError::Unreadable("recipient of a correction")),
    }
}
