//! Words with their weight.

/// A run of words, some of them strong.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<Span>);

/// Words of one weight.
#[derive(Clone, PartialEq, Eq)]
pub struct Span {
    pub words: String,
    pub weight: Weight,
}

/// How heavily words are printed; colour is never used to tell things apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    Plain,
    Strong,
}

/// How loudly a paragraph speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Voice {
    /// The body of the document.
    #[default]
    Body,
    /// Notes of evidence: who heard it, on which ground.
    Small,
    /// Words that were corrected: printed struck through, with a note of who struck them (§2.2).
    Struck,
}

/// Text with its voice.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    pub text: Text,
    pub voice: Voice,
}

impl Text {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::default().and(words, Weight::Plain)
    }

    /// Strong words.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::default().and(words, Weight::Strong)
    }

    /// The same text with plain words after it.
    #[must_use]
    pub fn then(self, words: impl Into<String>) -> Self {
        self.and(words, Weight::Plain)
    }

    /// The same text with strong words after it.
    #[must_use]
    pub fn then_strong(self, words: impl Into<String>) -> Self {
        self.and(words, Weight::Strong)
    }

    /// Its spans, in reading order.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    fn and(mut self, words: impl Into<String>, weight: Weight) -> Self {
        self.0.push(Span {
            words: words.into(),
            weight,
        });
        self
    }
}

impl<T: Into<String>> From<T> for Text {
    fn from(words: T) -> Self {
        Self::plain(words)
    }
}

impl Paragraph {
    /// A paragraph in the body's voice.
    pub fn body(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            voice: Voice::Body,
        }
    }

    /// A note in small print.
    pub fn small(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            voice: Voice::Small,
        }
    }

    /// Words that no longer stand.
    pub fn struck(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            voice: Voice::Struck,
        }
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let length: usize = self.0.iter().map(|s| s.words.chars().count()).sum();
        write!(f, "Text({length} characters)")
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Span({} characters)", self.words.chars().count())
    }
}

impl std::fmt::Debug for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} in {:?}", self.text, self.voice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_never_shows_what_a_document_says() {
        let shown = format!(
            "{:?}",
            Paragraph::body(Text::strong("seen at").then(" the address"))
        );
        assert_eq!(shown, "Text(19 characters) in Body");
    }
}
