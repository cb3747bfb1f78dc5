//! A meeting, or what may have changed of it, laid out in rows.

use super::part::Part;
use crate::tables::cell::Cell;
use crate::tables::slug::Slug;
use crate::tables::wording::WordsOf;
use protocol::ids::SlotId;
use protocol::meeting::Place;
use protocol::words::Words;
use std::collections::BTreeMap;

/// What tells a row from all others of its meeting.
pub(super) type Key = (Part, Vec<Cell>);

/// Rows by their keys, and words by their names.
#[derive(Default)]
pub(super) struct Sheet {
    pub rows: BTreeMap<Key, Vec<Cell>>,
    pub words: BTreeMap<WordsOf, String>,
}

impl Sheet {
    /// Adds a row, given in the order of its columns.
    pub fn row(&mut self, part: Part, mut cells: Vec<Cell>) {
        let rest = cells.split_off(part.table().keys);
        self.rows.insert((part, cells), rest);
    }

    pub fn words(&mut self, of: WordsOf, words: &Words) {
        self.text(of, words.as_str());
    }

    pub fn some_words(&mut self, of: WordsOf, words: Option<&Words>) {
        if let Some(words) = words {
            self.words(of, words);
        }
    }

    pub fn text(&mut self, of: WordsOf, text: &str) {
        self.words.insert(of, text.to_owned());
    }
}

/// The two columns of a place.
pub(super) fn place(place: Place) -> [Cell; 2] {
    let (name, slot) = match place {
        Place::Opening => ("opening", None),
        Place::PreviousMinutes => ("previous_minutes", None),
        Place::MattersArising => ("matters_arising", None),
        Place::Case(slot) => ("case", Some(slot)),
        Place::AnyOtherBusiness => ("any_other_business", None),
        Place::Closing => ("closing", None),
    };
    [Cell::text(name), Cell::maybe(slot.map(|SlotId(id)| id))]
}

/// The slug of a choice that may be missing.
pub(super) fn some_slug(choice: Option<impl Slug>) -> Cell {
    choice.map_or(Cell::Null, Cell::slug)
}
