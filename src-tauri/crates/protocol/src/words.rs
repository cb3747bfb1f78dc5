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

    /// The words alone, without capitals and stops: what two people type on two days is one name.
    pub fn apart(&self) -> Vec<String> {
        let apart = |c: char| !c.is_alphanumeric() && c != '-' && c != '\'' && c != '’';
        let words = self.0.split(apart).filter(|word| !word.is_empty());
        words
            .map(|word| word.to_lowercase().replace('’', "'"))
            .map(|word| word.trim_end_matches("'s").to_owned())
            .collect()
    }

    /// Whether the whole name stands in them, word by word: half a name may be another word, or another person.
    pub fn name(&self, who: &Self) -> bool {
        let (said, name) = (self.apart(), who.apart());
        !name.is_empty() && said.windows(name.len()).any(|words| words == name)
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
