//! What the safekeeping screen answers.

use crate::secret::Secret;
use crate::sign_in::UserRole;
use chrono::NaiveDate;
use protocol::ids::{PersonId, UserId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the record is, who can open it, and whether its journal is whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SafekeepingView {
    pub folder: String,
    pub record_name: String,
    pub users: Vec<UserRow>,
    /// People of the register who are no user yet.
    pub people: Vec<PersonChoice>,
    /// After how many minutes without a touch the record locks.
    pub idle_minutes: u8,
    pub recovery_confirmed: bool,
    pub entries: u64,
    /// The check code of the journal's head, as minutes would have it now.
    pub check_code: String,
    /// `None` until a check was asked for.
    pub check: Option<CheckView>,
    pub recent: Vec<EntryRow>,
    /// What was found amiss when the record was opened.
    pub notices: Vec<NoticeRow>,
}

/// Something found amiss on opening, which was no reason not to open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoticeRow {
    pub code: NoticeCode,
    /// The entry of the journal that it is about.
    pub entry: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCode {
    /// A writing of the key file was cut short, and was finished.
    KeyfileMended,
    /// The journal does not stand where it stood when the record was last closed.
    NotAsLastClosed,
    /// The journal is not what was written.
    JournalFault,
}

/// Somebody with a passphrase of their own.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UserRow {
    #[ts(as = "String")]
    pub user: UserId,
    pub name: String,
    pub role: UserRole,
    /// Who they are on the register of people, once that was said.
    pub person: Option<String>,
    /// Whether they are the one who is signed in.
    pub signed_in: bool,
}

/// Somebody on the register of people.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonChoice {
    #[ts(as = "String")]
    pub person: PersonId,
    pub name: String,
    pub agency: String,
}

/// A new user; whoever is signed in proves that it is they who give the way in.
#[derive(Deserialize, TS)]
pub struct AddUserForm {
    pub name: String,
    pub role: UserRole,
    #[ts(as = "Option<String>")]
    pub person: Option<PersonId>,
    #[ts(as = "String")]
    pub passphrase: Secret,
    #[ts(as = "String")]
    pub own_passphrase: Secret,
}

/// A user says who they are on the register of people, and proves it with their own passphrase.
#[derive(Deserialize, TS)]
pub struct LinkUserForm {
    #[ts(as = "String")]
    pub user: UserId,
    #[ts(as = "String")]
    pub person: PersonId,
    #[ts(as = "String")]
    pub passphrase: Secret,
}

/// Another passphrase: one's own, or that of somebody who has forgotten theirs.
#[derive(Deserialize, TS)]
pub struct PassphraseForm {
    #[ts(as = "String")]
    pub user: UserId,
    #[ts(as = "String")]
    pub passphrase: Secret,
    #[ts(as = "String")]
    pub own_passphrase: Secret,
}

/// Whoever is signed in shows that it is them.
#[derive(Deserialize, TS)]
pub struct OwnPassphraseForm {
    #[ts(as = "String")]
    pub own_passphrase: Secret,
}

/// Takes a user's way in away.
#[derive(Deserialize, TS)]
pub struct RetireUserForm {
    #[ts(as = "String")]
    pub user: UserId,
    #[ts(as = "String")]
    pub own_passphrase: Secret,
}

/// After how many minutes without a touch the record locks.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IdleForm {
    pub minutes: u8,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    pub whole: bool,
    pub entries_checked: u64,
    /// The numbers of entries at fault.
    pub faults: Vec<u64>,
}

/// A check code, as somebody types it off printed minutes.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckCodeForm {
    pub code: String,
}

/// What the journal has of a check code; the whole of it was gone over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "found")]
pub enum CodeView {
    There {
        entry: u64,
        /// The day on which that entry was written.
        written: NaiveDate,
        /// The numbers of entries at fault, up to that one and after it.
        faults: Vec<u64>,
        later_faults: Vec<u64>,
    },
    Nowhere {
        faults: Vec<u64>,
    },
}

/// One entry of the journal, without words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryRow {
    pub seq: u64,
    pub at: String,
    pub kind: String,
    pub by: String,
}
