//! Words by the case that they are about.

use protocol::ids::CaseId;
use std::collections::BTreeMap;
use std::fmt;

/// Words by name, and apart for each case: what one person's erasure takes must hold nobody else's.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct WordsByCase(pub(crate) BTreeMap<Option<CaseId>, BTreeMap<String, String>>);

impl WordsByCase {
    /// Words about one case, or about none.
    pub(crate) fn about(case: Option<CaseId>, words: BTreeMap<String, String>) -> Self {
        Self(BTreeMap::from([(case, words)]))
    }

    /// Adds a text under a name.
    pub(crate) fn add(&mut self, case: Option<CaseId>, name: String, text: String) {
        self.0.entry(case).or_default().insert(name, text);
    }
}

impl fmt::Debug for WordsByCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WordsByCase(of {})", self.0.len())
    }
}
