//! The few facts about the record itself.

use super::column::moment;
use crate::error::RecordError;
use protocol::trade::At;
use protocol::words::Words;
use rusqlite::{Connection, OptionalExtension};

const NAME: &str = "name";
const CREATED: &str = "created";
const PAPER_TYPED_BACK: &str = "paper-typed-back";
const IDLE_MINUTES: &str = "idle-minutes";

/// The settings, for reading.
pub struct Settings<'r>(pub(super) &'r Connection);

/// The settings, for writing.
pub struct SettingsToWrite<'t>(pub(super) &'t Connection);

impl Settings<'_> {
    /// What the partnership calls the record.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn name(&self) -> Result<Words, RecordError> {
        self.value(NAME).map(Words::new)
    }

    /// When the record was made.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn created(&self) -> Result<At, RecordError> {
        moment(&self.value(CREATED)?)
    }

    /// Whether the recovery key on paper has been typed back.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn recovery_confirmed(&self) -> Result<bool, RecordError> {
        match self.value(PAPER_TYPED_BACK) {
            Ok(_) => Ok(true),
            Err(RecordError::Unreadable("setting")) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// After how many minutes without a touch the record locks, where that was chosen.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn idle_minutes(&self) -> Result<Option<u8>, RecordError> {
        match self.value(IDLE_MINUTES) {
            Ok(minutes) => Ok(minutes.parse().ok()),
            Err(RecordError::Unreadable("setting")) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn value(&self, key: &str) -> Result<String, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT value FROM setting WHERE key = ?")?;
        let value = statement.query_row([key], |row| row.get(0)).optional()?;
        value.ok_or(RecordError::Unreadable("setting"))
    }
}

impl SettingsToWrite<'_> {
    /// Sets what stands from the first day on.
    pub(crate) fn begin(&self, name: &Words, at: At) -> Result<(), RecordError> {
        self.set(CREATED, &at.to_rfc3339())?;
        self.rename(name)
    }

    /// Changes what the record is called.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn rename(&self, name: &Words) -> Result<(), RecordError> {
        self.set(NAME, name.as_str())
    }

    /// Notes that the recovery key on paper was typed back.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn confirm_recovery(&self, at: At) -> Result<(), RecordError> {
        self.set(PAPER_TYPED_BACK, &at.to_rfc3339())
    }

    /// A new paper has not been typed back.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn await_paper(&self) -> Result<(), RecordError> {
        self.0
            .prepare_cached("DELETE FROM setting WHERE key = ?")?
            .execute([PAPER_TYPED_BACK])?;
        Ok(())
    }

    /// Chooses after how many minutes without a touch the record locks.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn set_idle_minutes(&self, minutes: u8) -> Result<(), RecordError> {
        self.set(IDLE_MINUTES, &minutes.to_string())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), RecordError> {
        self.0
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?, ?)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?;
        Ok(())
    }
}
