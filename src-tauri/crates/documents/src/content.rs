//! What a document says, before anybody has thought about paper.

mod fingerprint;
mod leaf;
mod text;

pub use leaf::{Cell, Column, Fact, Ink, KeyValues, Leaf, Level, Signature, Table};
pub use text::{Paragraph, Span, Text, Voice, Weight};

/// One whole document: a cover, then its sections.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// What it is, printed large at its head and shown in a reader's title bar.
    pub title: String,
    /// A BCP 47 tag, `en-GB` as a rule.
    pub language: String,
    /// The protective marking, printed top and bottom of every page.
    pub marking: String,
    /// How it is to be handled, printed under the marking at the top.
    pub handling: String,
    /// What it is filed under.
    pub reference: String,
    /// Who answers for it; an organisation or a role, never a person discussed.
    pub author: String,
    /// What every page says at its foot, such as "Draft: not yet signed".
    pub footer: String,
    /// What stands under the title on the first page. Its name is not printed.
    pub cover: Section,
    /// What follows, each with its name as a heading.
    pub sections: Vec<Section>,
    pub form: Form,
}

/// How a document lies on its sheets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// One column, in the type of a report.
    #[default]
    Report,
    /// Two columns of small type, to lie beside the laptop: a thing to look up and not to read through.
    Card,
}

/// A part of a document that could be left out without touching another.
#[derive(Clone, PartialEq, Default)]
pub struct Section {
    /// Its heading; empty for a section that goes on without one.
    pub name: String,
    /// Whether it starts on a page of its own, so that it can be taken out of a bundle.
    pub own_page: bool,
    /// What it says, in reading order.
    pub leaves: Vec<Leaf>,
}

impl Document {
    /// What it may be saved as: its reference, in letters and figures that every disk takes.
    pub fn file_name(&self) -> String {
        let words = self.reference.split(|c: char| !c.is_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        format!("{}.pdf", words.join("-"))
    }
}

impl Section {
    /// A section that follows on the same page as the one before.
    pub fn new(name: impl Into<String>, leaves: Vec<Leaf>) -> Self {
        Self {
            name: name.into(),
            own_page: false,
            leaves,
        }
    }

    /// The same section, started on a page of its own.
    #[must_use]
    pub fn on_own_page(mut self) -> Self {
        self.own_page = true;
        self
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} sections)", self.sections.len())
    }
}

impl std::fmt::Debug for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Section({} leaves)", self.leaves.len())
    }
}
