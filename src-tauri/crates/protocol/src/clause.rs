//! A clause as it is cited.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A clause of the partnership's agreement, as a chair quotes it in the room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Clause(Arc<str>);

impl Clause {
    /// A clause by the words that are quoted.
    pub fn new(words: impl Into<Arc<str>>) -> Self {
        Self(words.into())
    }

    /// The words that are quoted.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Clause {
    fn from(words: String) -> Self {
        Self::new(words)
    }
}

impl From<Clause> for String {
    fn from(clause: Clause) -> Self {
        clause.as_str().to_owned()
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
