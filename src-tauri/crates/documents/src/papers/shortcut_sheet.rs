//! Every key on one page, to lie beside the laptop.
//!
//! Which keys there are is known where they work, and given here; nobody is named, so it bears no marking.

use crate::content::{Cell, Document, Fact, Form, KeyValues, Leaf, Section};

/// The keys of one part of the program.
pub struct Keys {
    pub part: String,
    pub rows: Vec<Key>,
}

/// One key, or something typed, and what it does.
pub struct Key {
    pub given: Given,
    pub does: String,
}

/// What is pressed or typed.
pub enum Given {
    Pressed(String),
    /// The first and the last of several that stand in a row on the keyboard.
    Between(String, String),
    Typed(String),
}

/// The sheet.
pub fn of(keys: &[Keys], app_version: &str) -> Document {
    let section = |keys: &Keys| Section::new(keys.part.as_str(), leaves(&keys.rows));
    Document {
        title: "All shortcuts".into(),
        language: "en-GB".into(),
        marking: String::new(),
        handling: String::new(),
        reference: "ODOC \u{b7} Shortcuts".into(),
        author: "ODOC".into(),
        footer: format!("ODOC {app_version}. F1 shows this list on the screen."),
        cover: Section::default(),
        sections: keys.iter().map(section).collect(),
        form: Form::Card,
    }
}

/// What is typed is longer than a key, so the two stand in lists of their own.
fn leaves(rows: &[Key]) -> Vec<Leaf> {
    let typed = |key: &Key| matches!(key.given, Given::Typed(_));
    rows.chunk_by(|a, b| typed(a) == typed(b))
        .map(|rows| Leaf::KeyValues(KeyValues(rows.iter().map(fact).collect())))
        .collect()
}

fn fact(key: &Key) -> Fact {
    let name = match &key.given {
        Given::Pressed(keys) => spelt(keys),
        Given::Between(first, last) => format!("{} to {}", spelt(first), spelt(last)),
        Given::Typed(words) => words.clone(),
    };
    Fact {
        name,
        value: Cell::of(key.does.as_str()),
    }
}

/// Keys as they are called aloud, since not every typeface has the signs on their caps; a hyphen at the end of a line would be
/// read as that of a broken word.
fn spelt(keys: &str) -> String {
    keys.replace("+-", "+\u{2212}")
        .replace("ArrowUp", "Arrow up")
        .replace("ArrowDown", "Arrow down")
        .replace("Escape", "Esc")
}
