//! How what goes wrong below becomes one of the four kinds of problem.

use crate::problem::{BrokenCode, LockedWhy, Problem};
use record::{CreateError, NoRandomness, OpenError, Part, PassphraseFault, RecordError};

impl From<RecordError> for Problem {
    fn from(error: RecordError) -> Self {
        use RecordError::*;
        Self::broken(match error {
            DiskFull => BrokenCode::DiskFull,
            DiskFailed | MustReopen => BrokenCode::CouldNotWrite,
            ReadOnlyFolder => BrokenCode::ReadOnlyFolder,
            WrongPassphrase => {
                return Self::Locked {
                    why: LockedWhy::WrongPassphrase,
                };
            }
            Passphrase(fault) => return passphrase("passphrase", fault),
            Damaged | Unreadable(_) => BrokenCode::RecordDamaged,
            _ => BrokenCode::Internal,
        })
    }
}

impl From<OpenError> for Problem {
    fn from(error: OpenError) -> Self {
        use OpenError::*;
        Self::broken(match error {
            WrongPassphrase => {
                return Self::Locked {
                    why: LockedWhy::WrongPassphrase,
                };
            }
            WrongRecoveryKey => {
                return Self::Locked {
                    why: LockedWhy::WrongRecoveryKey,
                };
            }
            NoRecordHere => BrokenCode::NoRecordHere,
            Missing(_) => BrokenCode::FileMissing,
            ZeroBytes(Part::Keyfile) => BrokenCode::KeyfileEmpty,
            ZeroBytes(Part::Database) => BrokenCode::FileEmpty,
            NewerVersion => BrokenCode::NewerVersion,
            AlreadyOpen => BrokenCode::AlreadyOpen,
            ReadOnlyFolder => BrokenCode::ReadOnlyFolder,
            KeyfileDamaged => BrokenCode::KeyfileDamaged,
            KdfCostRefused => BrokenCode::KeyCostRefused,
            Damaged => BrokenCode::RecordDamaged,
            DiskFull => BrokenCode::DiskFull,
            Disk(_) => BrokenCode::CouldNotWrite,
            Record(error) => return error.into(),
            WrongBuild(_) | NoRandomness(_) => BrokenCode::Internal,
        })
    }
}

impl From<CreateError> for Problem {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::RecordAlreadyHere => Self::broken(BrokenCode::RecordExists),
            CreateError::Users => Self::broken(BrokenCode::Internal),
            CreateError::Passphrase(fault) => passphrase("passphrase", fault),
            CreateError::Opening(error) => error.into(),
        }
    }
}

impl From<NoRandomness> for Problem {
    fn from(_: NoRandomness) -> Self {
        Self::broken(BrokenCode::Internal)
    }
}

/// A passphrase that is too short, or one that anybody would try first.
pub(crate) fn passphrase(field: &str, fault: PassphraseFault) -> Problem {
    let code = match fault {
        PassphraseFault::TooShort { .. } => "passphrase_too_short",
        PassphraseFault::TriedFirst => "passphrase_tried_first",
    };
    Problem::field(field, code)
}
