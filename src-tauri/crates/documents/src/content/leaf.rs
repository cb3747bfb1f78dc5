//! The kinds of thing a section can say.

use super::{Paragraph, Text};

/// One thing said; each becomes one branch of the tag tree.
#[derive(Clone, PartialEq)]
pub enum Leaf {
    /// A heading inside a section, below the section's own name.
    Heading(Level, Text),
    Paragraph(Paragraph),
    /// Numbered from one.
    NumberedList(Vec<Text>),
    BulletList(Vec<Text>),
    Table(Table),
    /// What would be a form's filled boxes: a name and what stands beside it.
    KeyValues(KeyValues),
    Signature(Signature),
    /// A thin line across the column.
    Rule,
    /// A little air.
    Gap,
    /// What follows starts a new page.
    PageBreak,
    /// Leaves that stay on one page when they fit on one.
    Together(Vec<Leaf>),
}

/// How deep a heading lies within its section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    Main,
    Sub,
}

/// Rows under a head that is repeated on each page.
#[derive(Clone, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Each row has as many cells as there are columns; missing ones are empty.
    pub rows: Vec<Vec<Cell>>,
}

/// A column's name and its share of the width.
#[derive(Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub share: f32,
}

/// What stands in one box of a table.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Cell(pub Vec<Paragraph>);

/// A list of names, each with what stands beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyValues(pub Vec<Fact>);

/// One name and what stands beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct Fact {
    pub name: String,
    pub value: Cell,
}

/// What somebody signed, where, and under whose name.
#[derive(Clone, PartialEq)]
pub struct Signature {
    pub ink: Ink,
    /// Printed beneath: who signed, as what, when.
    pub caption: Vec<Text>,
    /// What a screen reader says in place of the strokes.
    pub alternative: String,
}

/// The mark itself.
#[derive(Clone, PartialEq)]
pub enum Ink {
    /// Pen movements on a pad of the given width and height, in the pad's own units.
    Drawn {
        strokes: Vec<Vec<(f32, f32)>>,
        pad: (f32, f32),
    },
    /// A name typed by somebody who could not draw, and labelled so.
    Typed(String),
    /// A line to sign on with a pen.
    Blank,
}

impl Leaf {
    /// A paragraph in the body's voice.
    pub fn body(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph::body(text))
    }

    /// A note in small print.
    pub fn small(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph::small(text))
    }
}

impl Table {
    /// An empty table with its columns, each with its share of the width.
    pub fn new<const N: usize>(columns: [(&str, f32); N]) -> Self {
        let column = |(name, share): (&str, f32)| Column {
            name: name.to_owned(),
            share,
        };
        Self {
            columns: columns.map(column).into(),
            rows: Vec::new(),
        }
    }
}

impl KeyValues {
    /// Names with plain text beside them.
    pub fn new<T: Into<Text>>(facts: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let fact = |(name, value): (&str, T)| Fact {
            name: name.into(),
            value: Cell::of(value),
        };
        Self(facts.into_iter().map(fact).collect())
    }
}

impl Cell {
    /// A cell with one paragraph.
    pub fn of(text: impl Into<Text>) -> Self {
        Self(vec![Paragraph::body(text)])
    }

    /// The same cell with a note in small print beneath.
    #[must_use]
    pub fn with_note(mut self, text: impl Into<Text>) -> Self {
        self.0.push(Paragraph::small(text));
        self
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::of(text)
    }
}

macro_rules! silent {
    ($($named:ident),*) => {$(
        impl std::fmt::Debug for $named {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($named))
            }
        }
    )*};
}
// Everything here may name people, so `Debug` says only which kind of thing it is.
silent!(Leaf, Table, Column, Cell, KeyValues, Fact, Signature, Ink);
