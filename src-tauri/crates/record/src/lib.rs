//! The encrypted record: keys and unlocking, the journal, one file per table, and the only SQL there is.
//!
//! Nothing is written but through [`Record::write`], which makes one journal entry with every change; drafts alone are exempt,
//! because a half-typed line is not yet a thing that anybody did.

#[doc(hidden)]
pub mod bare;
mod cipher;
mod connection;
mod disk;
mod error;
mod journal;
mod keyfile;
mod lock;
mod passphrase;
mod random;
mod record;
mod recovery_key;
mod schema;
mod scrub;
pub mod tables;

pub use error::{CreateError, OpenError, Part, RecordError};
pub use journal::{
    BodyId, CheckCode, Entry, EntryKind, EntryWords, Head, Journal, JournalFault, Logged,
    LoggedBody, MisreadCode, Seq, Verified, WordsByCase,
};
pub use keyfile::{KdfCost, Role};
pub use passphrase::{PassphraseFault, check_passphrase};
pub use random::{NoRandomness, Random, SystemRandom};
pub use record::{Door, NewRecord, NewUser, Notice, Record};
pub use recovery_key::{RecoveryKey, RecoveryKeyFault};
pub use tables::{
    CaseWords, CommittedLeaves, LeansOn, MeetingChange, MeetingSummary, Reading, Tables,
};
