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
