//! An open record.

mod create;
mod door;
mod leaves;
mod unlock;
mod users;

pub use create::{NewRecord, NewUser};
pub use door::Door;
pub use unlock::Notice;

use crate::disk::Folder;
use crate::error::{OpenError, RecordError};
use crate::journal::{Entry, EntryKind, Journal, Seq, append};
use crate::keyfile::Keyfile;
use crate::lock::Lock;
use crate::random::Random;
use crate::tables::{Reading, Tables, drop_draft, keep_draft};
use protocol::ids::UserId;
use protocol::trade::At;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// The record, unlocked: dropping it forgets the key.
pub struct Record {
    connection: Connection,
    keyfile: Keyfile,
    folder: Folder,
    random: Box<dyn Random>,
    unlocked_by: UserId,
    notices: Vec<Notice>,
    /// Set once the disk has failed: what this connection believes can no longer be trusted.
    failed: bool,
    /// Last, so that it is let go after the database is closed.
    _lock: Lock,
}

impl Record {
    /// Reads.
    pub fn read(&self) -> Reading<'_> {
        Reading::of(&self.connection)
    }

    /// Makes one change and its one journal entry, together or not at all.
    ///
    /// # Errors
    /// Whatever the change refuses with; then nothing was written. [`RecordError`] when the disk or the database fails.
    pub fn write<T, E: From<RecordError>>(
        &mut self,
        actor: UserId,
        at: At,
        entry: &Entry,
        change: impl FnOnce(&Tables<'_>) -> Result<T, E>,
    ) -> Result<(Seq, T), E> {
        self.still_sound()?;
        let begun = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| failure(&mut self.failed, error))?;
        let seq = match append(&transaction, &*self.random, actor, at, entry) {
            Ok(seq) => seq,
            Err(error) => return Err(noted(&mut self.failed, error).into()),
        };
        let value = change(&Tables::of(&transaction, seq, entry))?;
        transaction
            .commit()
            .map_err(|error| failure(&mut self.failed, error))?;
        Ok((seq, value))
    }

    /// Keeps a half-typed line; on disk when this returns.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn keep_draft(&mut self, key: &str, at: At, bytes: &[u8]) -> Result<(), RecordError> {
        self.still_sound()?;
        keep_draft(&self.connection, key, at, bytes).map_err(|e| noted(&mut self.failed, e))
    }

    /// Forgets a half-typed line.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), RecordError> {
        self.still_sound()?;
        drop_draft(&self.connection, key).map_err(|e| noted(&mut self.failed, e))
    }

    /// What was found amiss on unlocking: for the chair to see, and no reason not to open.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Who unlocked it.
    pub fn unlocked_by(&self) -> UserId {
        self.unlocked_by
    }

    /// The folder that it lies in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Enters the locking, keeps the journal's head in the key file, closes the database and forgets the key.
    ///
    /// # Errors
    /// [`RecordError`] when the disk fails; the record is closed and the key forgotten all the same.
    pub fn lock(mut self, actor: UserId, at: At) -> Result<(), RecordError> {
        self.write(actor, at, &Entry::of(EntryKind::RecordLocked), |_| {
            Ok::<_, RecordError>(())
        })?;
        self.keep_head()?;
        self.connection
            .close()
            .map_err(|(_, error)| RecordError::from(error))
    }

    /// Puts the journal's head into the key file, so that an older database put in this one's place is noticed.
    fn keep_head(&mut self) -> Result<(), RecordError> {
        let head = Journal(&self.connection).head()?;
        self.keyfile.keep_head(head);
        self.write_keyfile()
    }

    fn write_keyfile(&self) -> Result<(), RecordError> {
        self.keyfile
            .write(&self.folder)
            .map_err(|error| match error {
                OpenError::DiskFull => RecordError::DiskFull,
                OpenError::ReadOnlyFolder => RecordError::ReadOnlyFolder,
                _ => RecordError::DiskFailed,
            })
    }

    fn still_sound(&self) -> Result<(), RecordError> {
        if self.failed {
            Err(RecordError::MustReopen)
        } else {
            Ok(())
        }
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Record")
    }
}

fn failure(failed: &mut bool, error: rusqlite::Error) -> RecordError {
    noted(failed, error.into())
}

/// After a failed fsync the pages in memory and on disk may differ for good: never try again on the same handle.
fn noted(failed: &mut bool, error: RecordError) -> RecordError {
    if matches!(error, RecordError::DiskFailed | RecordError::Damaged) {
        *failed = true;
    }
    error
}
