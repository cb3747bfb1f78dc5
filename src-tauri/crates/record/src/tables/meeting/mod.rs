//! Meetings: each part in a table of its own, written row by row as it changes, and put together again through the rules.

mod action;
mod afterwards;
mod along;
mod answer;
mod attendance;
mod cases;
mod change;
mod decision;
mod earlier;
mod head;
mod held_over;
mod item;
mod part;
mod sheet;
mod slot;
mod source;
mod stored;
mod turns;
mod update;
mod versions;
mod writing;

pub(super) use action::all as all_actions;
pub use change::MeetingChange;
pub use versions::Version;

use super::Tables;
use super::cell::Cells;
use crate::error::RecordError;
use chrono::{NaiveDate, NaiveTime};
use protocol::ids::{ItemId, MeetingId};
use protocol::meeting::{Meeting, Stage, Wording};
use protocol::trade::{At, MeetingKind};
use rusqlite::Connection;
use stored::Stored;
use writing::write;

/// The meetings, for reading.
pub struct Meetings<'r>(pub(super) &'r Connection);

/// The meetings, for writing.
pub struct MeetingsToWrite<'t>(pub(super) &'t Tables<'t>);

/// What a list of meetings shows of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingSummary {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub venue: String,
    pub stage: Stage,
    /// Cases on the agenda.
    pub cases: u32,
    /// People on the register.
    pub people: u32,
    pub signed_at: Option<At>,
    /// The day on which it goes on, where it has been adjourned.
    pub adjourned_to: Option<NaiveDate>,
}

impl Meetings<'_> {
    /// Every meeting, the newest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<MeetingSummary>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT m.id, m.kind, m.date, m.starts, m.ends, m.venue, m.stage,
               (SELECT count(*) FROM slot WHERE slot.meeting = m.id),
               (SELECT count(*) FROM attendance WHERE attendance.meeting = m.id), seal.at,
               (SELECT json_extract(turn.detail, '$.to') FROM turn WHERE turn.meeting = m.id
                 AND json_extract(turn.detail, '$.turn') = 'adjourned' ORDER BY turn.n DESC LIMIT 1)
             FROM meeting m LEFT JOIN seal ON seal.meeting = m.id
             ORDER BY m.date DESC, m.starts DESC, m.id",
        )?;
        let mut rows = statement.query([])?;
        let mut meetings = Vec::new();
        while let Some(row) = rows.next()? {
            meetings.push(summary(Cells::of(row, 11)?)?);
        }
        Ok(meetings)
    }

    /// One meeting, checked again by the rules.
    ///
    /// # Errors
    /// [`RecordError::ContradictoryMeeting`] or [`RecordError::ContradictoryItem`] for a damaged or tampered record.
    pub fn one(&self, id: MeetingId) -> Result<Option<Meeting>, RecordError> {
        head::read(&Stored::of(self.0, id)?)
    }

    /// The items that are held in meetings that have ended and that no later one has taken up, by meeting, the earliest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn left_held(&self) -> Result<Vec<(MeetingId, ItemId)>, RecordError> {
        held_over::waiting(self.0)
    }

    /// The later meeting that has taken up an item which another left held.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn taken_up(&self, item: ItemId) -> Result<Option<MeetingId>, RecordError> {
        held_over::taken_up(self.0, item)
    }

    /// Every wording that a line has had, the first one first and the present one last.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn versions(
        &self,
        id: MeetingId,
        of: impl Into<Wording>,
    ) -> Result<Vec<Version>, RecordError> {
        versions::of(self.0, id, of.into())
    }
}

impl MeetingsToWrite<'_> {
    /// Writes the rows that differ; the entry must hold the change's words.
    ///
    /// # Errors
    /// [`RecordError::WordsNotEntered`]; [`RecordError::RuleOfTheTables`] for a signed meeting.
    pub fn apply(&self, change: &MeetingChange) -> Result<(), RecordError> {
        write(self.0, change)
    }

    /// Takes away a meeting that was prepared by mistake, with every wording that it has had.
    ///
    /// # Errors
    /// [`RecordError::RuleOfTheTables`] for a signed meeting.
    pub fn drop(&self, meeting: &Meeting) -> Result<(), RecordError> {
        let sql = "DELETE FROM wording_version WHERE meeting = ?";
        let mut statement = self.0.transaction.prepare_cached(sql)?;
        statement.execute([meeting.proceedings().id.0])?;
        self.apply(&MeetingChange::away(meeting))
    }
}

fn summary(mut row: Cells) -> Result<MeetingSummary, RecordError> {
    Ok(MeetingSummary {
        id: MeetingId(row.id()?),
        kind: row.slug()?,
        date: row.date()?,
        starts: row.time()?,
        ends: row.time()?,
        venue: row.text()?,
        stage: row.slug()?,
        cases: row.number()?,
        people: row.number()?,
        signed_at: row.some_at()?,
        adjourned_to: row.some_date()?,
    })
}
