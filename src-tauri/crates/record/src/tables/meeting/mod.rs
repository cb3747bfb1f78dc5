//! Meetings: each part in a table of its own, written row by row as it changes, and put together again through the rules.

mod change;

pub use change::MeetingChange;

use super::Tables;
use crate::error::RecordError;
use chrono::{NaiveDate, NaiveTime};
use protocol::ids::MeetingId;
use protocol::meeting::{Meeting, Stage};
use protocol::sharing::Action;
use protocol::trade::{At, MeetingKind};
use rusqlite::Connection;

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
}

const NOT_YET: RecordError = RecordError::Unreadable("meetings are not kept yet");

impl Meetings<'_> {
    /// Every meeting, the newest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<MeetingSummary>, RecordError> {
        let _ = self.0;
        Err(NOT_YET)
    }

    /// One meeting, checked again by the rules.
    ///
    /// # Errors
    /// [`RecordError::ContradictoryMeeting`] or [`RecordError::ContradictoryItem`] for a damaged or tampered record.
    pub fn one(&self, _id: MeetingId) -> Result<Option<Meeting>, RecordError> {
        Err(NOT_YET)
    }
}

impl MeetingsToWrite<'_> {
    /// Writes the rows that differ; the entry must hold the change's words.
    ///
    /// # Errors
    /// [`RecordError::WordsNotEntered`]; [`RecordError::RuleOfTheTables`] for a signed meeting.
    pub fn apply(&self, change: &MeetingChange) -> Result<(), RecordError> {
        if !self.0.enters(&change.words()) {
            return Err(RecordError::WordsNotEntered);
        }
        Err(NOT_YET)
    }
}

pub(super) fn all_actions(_connection: &Connection) -> Result<Vec<Action>, RecordError> {
    Err(NOT_YET)
}
