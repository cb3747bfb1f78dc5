//! The bytes of one leaf.

use crate::trade::At;

/// Length-prefixed fields, so that no two different leaves have the same bytes.
pub(super) struct Leaf(pub Vec<u8>);

impl Leaf {
    pub fn of(kind: &str) -> Self {
        let mut leaf = Self(Vec::new());
        leaf.text(kind);
        leaf
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    pub fn moment(&mut self, at: Option<At>) -> &mut Self {
        self.text(&at.map(|at| at.to_rfc3339()).unwrap_or_default())
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend((bytes.len() as u64).to_be_bytes());
        self.0.extend(bytes);
        self
    }
}
