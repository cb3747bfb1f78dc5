//! Lines that somebody has not finished typing: kept against a power cut, entered nowhere.

use super::column::moment;
use crate::error::RecordError;
use protocol::trade::At;
use rusqlite::{Connection, OptionalExtension};
use std::fmt;

/// A half-typed line, or the place where its typist was.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    pub at: At,
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Draft({} bytes at {})", self.bytes.len(), self.at)
    }
}

/// The drafts, for reading.
pub struct Drafts<'r>(pub(super) &'r Connection);

impl Drafts<'_> {
    /// The draft under a key.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, key: &str) -> Result<Option<Draft>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT at, bytes FROM draft WHERE key = ?")?;
        let found: Option<(String, Vec<u8>)> = statement
            .query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        found
            .map(|(at, bytes)| {
                Ok(Draft {
                    at: moment(&at)?,
                    bytes,
                })
            })
            .transpose()
    }
}

/// The drafts, for a change that a draft has become.
pub struct DraftsToWrite<'t>(pub(super) &'t Connection);

impl DraftsToWrite<'_> {
    /// Keeps what is left of a draft.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn keep(&self, key: &str, at: At, bytes: &[u8]) -> Result<(), RecordError> {
        keep_draft(self.0, key, at, bytes)
    }

    /// Forgets the draft under a key, where there is one.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, key: &str) -> Result<(), RecordError> {
        drop_draft(self.0, key)
    }
}

pub(crate) fn keep_draft(
    connection: &Connection,
    key: &str,
    at: At,
    bytes: &[u8],
) -> Result<(), RecordError> {
    connection
        .prepare_cached(
            "INSERT INTO draft (key, at, bytes) VALUES (?, ?, ?)
             ON CONFLICT (key) DO UPDATE SET at = excluded.at, bytes = excluded.bytes",
        )?
        .execute((key, at.to_rfc3339(), bytes))?;
    Ok(())
}

pub(crate) fn drop_draft(connection: &Connection, key: &str) -> Result<(), RecordError> {
    connection
        .prepare_cached("DELETE FROM draft WHERE key = ?")?
        .execute([key])?;
    Ok(())
}
