//! Who has been told of a correction, ticked off one by one.

use super::cell::{Cell, Cells};
use crate::error::RecordError;
use protocol::ids::{AttendanceId, CorrectionId, MeetingId};
use protocol::trade::At;
use rusqlite::{Connection, Transaction, params, params_from_iter};

/// The ticks, for reading.
pub struct TellList<'r>(pub(super) &'r Connection);

/// The ticks, for writing.
pub struct TellListToWrite<'t>(pub(super) &'t Transaction<'t>);

/// One recipient who has been told of one correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub correction: CorrectionId,
    pub attendance: AttendanceId,
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
            "SELECT correction, attendance, by_whom, at FROM told WHERE of_meeting = ? ORDER BY at",
        )?;
        let mut rows = statement.query([meeting.0])?;
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            let mut row = Cells::of(row, 4)?;
            told.push(Told {
                correction: CorrectionId(row.id()?),
                attendance: AttendanceId(row.id()?),
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
        let cells: [Cell; 5] = [
            meeting.0.into(),
            told.correction.0.into(),
            told.attendance.0.into(),
            Cell::text(&told.by),
            told.at.into(),
        ];
        let sql = "INSERT INTO told (of_meeting, correction, attendance, by_whom, at)
            VALUES (?, ?, ?, ?, ?)";
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
        attendance: AttendanceId,
    ) -> Result<(), RecordError> {
        self.0
            .prepare_cached(
                "DELETE FROM told WHERE of_meeting = ? AND correction = ? AND attendance = ?",
            )?
            .execute(params![meeting.0, correction.0, attendance.0])?;
        Ok(())
    }
}
