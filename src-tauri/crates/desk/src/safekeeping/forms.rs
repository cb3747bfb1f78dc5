//! What the safekeeping screen answers.

use serde::Serialize;
use ts_rs::TS;

/// Where the record is, who can open it, and whether its journal is whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SafekeepingView {
    pub folder: String,
    pub record_name: String,
    pub users: Vec<UserRow>,
    pub recovery_confirmed: bool,
    pub entries: u64,
    /// The fingerprint of the journal's head, in groups, as printed in minutes.
    pub head: String,
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

#[derive(Debug, Clone, Serialize, TS)]
pub struct UserRow {
    pub name: String,
    pub role: crate::sign_in::UserRole,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    pub whole: bool,
    pub entries_checked: u64,
    /// The numbers of entries at fault.
    pub faults: Vec<u64>,
}

/// One entry of the journal, without words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryRow {
    pub seq: u64,
    pub at: String,
    pub kind: String,
    pub by: String,
}
