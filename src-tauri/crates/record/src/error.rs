//! What can go wrong: at opening, at creating, and while the record is open.

use crate::passphrase::PassphraseFault;
use crate::random::NoRandomness;
use protocol::ids::ItemId;
use protocol::meeting::Contradiction;
use std::io;

/// A file that the record is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Keyfile,
    Database,
}

/// Why the record did not open; whichever it is, nothing on disk was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("there is no record in this folder")]
    NoRecordHere,
    #[error("a part of the record is missing: {0:?}")]
    Missing(Part),
    #[error("a part of the record is empty: {0:?}")]
    ZeroBytes(Part),
    #[error("a newer version of the program wrote this record")]
    NewerVersion,
    #[error("the record is already open")]
    AlreadyOpen,
    #[error("the folder cannot be written to")]
    ReadOnlyFolder,
    #[error("the passphrase opens nothing")]
    WrongPassphrase,
    #[error("the recovery key opens nothing")]
    WrongRecoveryKey,
    #[error("both copies of the key file are damaged")]
    KeyfileDamaged,
    #[error("the key file asks for more, or less, work than is allowed")]
    KdfCostRefused,
    #[error("the database is damaged")]
    Damaged,
    #[error("the disk is full")]
    DiskFull,
    #[error("SQLCipher was built without: {0}")]
    WrongBuild(&'static str),
    #[error("the disk refused: {0:?}")]
    Disk(io::ErrorKind),
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    #[error(transparent)]
    Record(RecordError),
}

/// Why no new record was made; what had been written was taken away again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreateError {
    #[error("there is already a record in this folder")]
    RecordAlreadyHere,
    #[error("a record needs at least one user, each named once")]
    Users,
    #[error(transparent)]
    Passphrase(#[from] PassphraseFault),
    #[error(transparent)]
    Opening(#[from] OpenError),
}

/// Why an open record refused a reading or a change; a refused change left nothing behind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    #[error("the disk is full")]
    DiskFull,
    #[error("the disk refused; the record must be opened anew")]
    DiskFailed,
    #[error("the database is damaged")]
    Damaged,
    #[error("the folder cannot be written to")]
    ReadOnlyFolder,
    #[error("a rule of the tables refused: {0}")]
    RuleOfTheTables(String),
    #[error("a row could not be read: {0}")]
    Unreadable(&'static str),
    #[error("words were to be kept that the entry does not hold")]
    WordsNotEntered,
    #[error("words are gone, and no logged erasure took them")]
    WordsMissing,
    #[error("a stored meeting is none that the rules would have made: {0}")]
    ContradictoryMeeting(Contradiction),
    #[error("a stored item is none that the rules would have made: {0}")]
    ContradictoryItem(ItemId),
    #[error("the record was closed after a failure and must be opened anew")]
    MustReopen,
    #[error("the passphrase opens nothing")]
    WrongPassphrase,
    #[error("there is no such user")]
    NoSuchUser,
    #[error(transparent)]
    Passphrase(#[from] PassphraseFault),
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    #[error("SQLite answered {0}")]
    Sqlite(i32),
}

impl From<rusqlite::Error> for RecordError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let rusqlite::Error::SqliteFailure(failure, said) = &error else {
            return Self::Unreadable("a column of another type than expected");
        };
        match failure.code {
            Code::DiskFull => Self::DiskFull,
            Code::SystemIoFailure => Self::DiskFailed,
            Code::DatabaseCorrupt | Code::NotADatabase => Self::Damaged,
            Code::ReadOnly | Code::CannotOpen => Self::ReadOnlyFolder,
            // The text is our own (a trigger's) or names a column, never a value.
            Code::ConstraintViolation => Self::RuleOfTheTables(said.clone().unwrap_or_default()),
            _ => Self::Sqlite(failure.extended_code),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        if let rusqlite::Error::SqliteFailure(failure, _) = &error
            && matches!(failure.code, Code::DatabaseBusy | Code::DatabaseLocked)
        {
            return Self::AlreadyOpen;
        }
        Self::from(RecordError::from(error))
    }
}

impl From<RecordError> for OpenError {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::DiskFull => Self::DiskFull,
            RecordError::Damaged | RecordError::Unreadable(_) => Self::Damaged,
            RecordError::ReadOnlyFolder => Self::ReadOnlyFolder,
            RecordError::NoRandomness(none) => Self::NoRandomness(none),
            other => Self::Record(other),
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnlyFolder
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Disk(kind),
        }
    }
}

impl From<io::Error> for RecordError {
    fn from(error: io::Error) -> Self {
        match OpenError::from(error) {
            OpenError::ReadOnlyFolder => Self::ReadOnlyFolder,
            OpenError::DiskFull => Self::DiskFull,
            _ => Self::DiskFailed,
        }
    }
}
