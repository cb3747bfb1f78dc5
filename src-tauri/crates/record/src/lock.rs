//! One program at a time: an operating system's lock on a file, which vanishes with the process that held it.

use crate::disk::Folder;
use crate::error::OpenError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;

/// The lock, held for as long as the record is open.
#[derive(Debug)]
pub(crate) struct Lock(File);

impl Lock {
    /// Takes the lock if its file is there; a missing file is made only after the passphrase was right.
    pub fn take_if_there(folder: &Folder) -> Result<Option<Self>, OpenError> {
        match OpenOptions::new()
            .read(true)
            .write(true)
            .open(folder.lock())
        {
            Ok(file) => Self::on(file).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the file and takes the lock.
    pub fn make(folder: &Folder) -> Result<Self, OpenError> {
        let mut options = OpenOptions::new();
        Self::on(
            options
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(folder.lock())?,
        )
    }

    fn on(file: File) -> Result<Self, OpenError> {
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::AlreadyOpen),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for Lock {
    /// Lets go in so many words: a process that was just being started may hold the same file for a moment longer.
    fn drop(&mut self) {
        // Closing the file lets go as well.
        let _ = self.0.unlock();
    }
}
