//! Opens a record that is there. Until the key was right nothing is written, and nothing is ever removed.

use super::Record;
use crate::connection;
use crate::disk::Folder;
use crate::error::OpenError;
use crate::journal::{Entry, EntryKind, Head, JournalFault};
use crate::keyfile::{Keyfile, Locked, Opened};
use crate::lock::Lock;
use crate::random::Random;
use crate::recovery_key::RecoveryKey;
use crate::schema;
use protocol::ids::UserId;
use protocol::trade::At;
use std::path::Path;

/// Something amiss that does not keep the record shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A copy of the key file was damaged or altered; both were written anew.
    KeyfileMended,
    /// The database is older than the record was when it was last closed, or tells another story of that time.
    NotAsLastClosed(Head),
    /// The journal is not what was written.
    Journal(JournalFault),
}

impl Record {
    /// Unlocks with a passphrase: the named user's, or anybody's.
    ///
    /// # Errors
    /// [`OpenError`], each for its own plain sentence; then nothing on disk was changed.
    pub fn unlock(
        folder: &Path,
        user: Option<UserId>,
        passphrase: &str,
        at: At,
        random: Box<dyn Random>,
    ) -> Result<Self, OpenError> {
        let folder = Folder::new(folder);
        let locked = Locked::read(&folder)?;
        connection::check_there(&folder.database(locked.generation()))?;
        let lock = Lock::take_if_there(&folder)?;
        let opened = locked.open(user, passphrase)?;
        open(folder, lock, opened, at, random)
    }

    /// Unlocks with the key on paper, even when no user's slot is left.
    ///
    /// # Errors
    /// [`OpenError`], each for its own plain sentence; then nothing on disk was changed.
    pub fn unlock_with_recovery(
        folder: &Path,
        paper: &RecoveryKey,
        at: At,
        random: Box<dyn Random>,
    ) -> Result<Self, OpenError> {
        let folder = Folder::new(folder);
        let lock = Lock::take_if_there(&folder)?;
        let opened = Keyfile::open_on_paper(&folder, paper)?;
        open(folder, lock, opened, at, random)
    }
}

fn open(
    folder: Folder,
    lock: Option<Lock>,
    opened: Opened,
    at: At,
    random: Box<dyn Random>,
) -> Result<Record, OpenError> {
    let Opened {
        keyfile,
        by,
        needs_mending,
    } = opened;
    let database = folder.database(keyfile.generation());
    let connection = connection::open(&database, &keyfile.database_key())?;
    folder.try_writing()?;
    let lock = lock.map_or_else(|| Lock::make(&folder), Ok)?;
    let mut record = Record {
        connection,
        keyfile,
        folder,
        random,
        unlocked_by: by,
        notices: Vec::new(),
        failed: false,
        _lock: lock,
    };
    schema::bring_up_to_date(&mut record.connection)?;
    record.look_around()?;
    if needs_mending {
        record.notices.push(Notice::KeyfileMended);
        record.write_keyfile()?;
    }
    let entry = Entry::of(EntryKind::RecordUnlocked);
    record.write(by, at, &entry, |_| Ok::<_, OpenError>(()))?;
    Ok(record)
}

impl Record {
    /// Goes over the whole journal, and holds it against what the key file remembers.
    fn look_around(&mut self) -> Result<(), OpenError> {
        let remembered = self.keyfile.last_head();
        let verified = self.read().journal().verify(remembered.as_slice())?;
        self.notices = verified
            .faults
            .into_iter()
            .map(|fault| match fault {
                JournalFault::OlderThan(head) | JournalFault::OtherThan(head) => {
                    Notice::NotAsLastClosed(head)
                }
                other => Notice::Journal(other),
            })
            .collect();
        Ok(())
    }
}
