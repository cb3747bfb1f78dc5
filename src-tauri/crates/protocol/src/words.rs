//! Free text that may name people.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What somebody typed about somebody: its `Debug` prints a length, so that no log ever holds it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// Takes the text as it is; trimming belongs to whoever reads the form.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({} characters)", self.0.chars().count())
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn debug_output_never_shows_what_was_said() {
        let shown = format!("{:?}", Words::new("seen at the address"));
        assert_eq!(shown, "Words(19 characters)");
    }
}
