//! What an agreement in a file asks and answers.

use crate::problem::FieldFault;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which version is to be a file: the one in force, unless another is named.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavePackForm {
    pub version: Option<String>,
}

/// The file that was looked over, by its hash.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AdoptPackForm {
    pub sha256: String,
}

/// What was chosen; nothing where nobody chose.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PackFileView {
    pub file: Option<PackFile>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PackFile {
    /// Empty for the example.
    pub name: String,
    pub sha256: String,
    /// Everything that is wrong with it, in the order of its lines.
    pub faults: Vec<PackFault>,
    /// What is in it, where nothing is wrong with it.
    pub found: Option<PackFound>,
    /// What the record counts on and the file does not name.
    pub lacking: Vec<LackingRow>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PackFault {
    /// Counted from 1.
    pub line: u32,
    pub what: FieldFault,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PackFound {
    pub name: String,
    pub version: String,
    pub dated: NaiveDate,
    pub organisations: u32,
    pub teams: u32,
    pub kinds: u32,
    pub powers: u32,
    pub in_force_already: bool,
    pub same_texts: bool,
    pub same_rules: bool,
}

/// A team or organisation by its name today, and how many count on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LackingRow {
    pub name: String,
    pub people: u32,
    pub cases: u32,
    /// Open ones.
    pub actions: u32,
    pub officers: u32,
    /// Places kept for its people at meetings to come, whose registers could not be opened without it.
    pub expected: u32,
}

impl LackingRow {
    pub(super) fn of(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            people: 0,
            cases: 0,
            actions: 0,
            officers: 0,
            expected: 0,
        }
    }
}
