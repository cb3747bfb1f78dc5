//! The British dictionary that stands beside the application.

use crate::surroundings::Surroundings;
use spellbook::Dictionary;
use std::path::Path;
use std::sync::OnceLock;

/// How many ways of writing a doubtful word are offered.
const OFFERED: usize = 5;

/// The dictionary, read at the first question and kept: it holds nothing of the record.
#[derive(Default)]
pub(crate) struct British(OnceLock<Option<Dictionary>>);

impl British {
    /// Whether there is a dictionary to ask.
    pub(crate) fn is_here(&self, surroundings: &dyn Surroundings) -> bool {
        self.read(surroundings).is_some()
    }

    /// Whether the dictionary has a word; one that is not here doubts nothing.
    pub(crate) fn has(&self, word: &str, surroundings: &dyn Surroundings) -> bool {
        let dictionary = self.read(surroundings);
        dictionary.is_none_or(|dictionary| dictionary.check(word))
    }

    /// How a word may have been meant, likeliest first.
    pub(crate) fn nearest(&self, word: &str, surroundings: &dyn Surroundings) -> Vec<String> {
        let mut nearest = Vec::new();
        if let Some(dictionary) = self.read(surroundings) {
            dictionary.suggest(word, &mut nearest);
        }
        nearest.truncate(OFFERED);
        nearest
    }

    fn read(&self, surroundings: &dyn Surroundings) -> Option<&Dictionary> {
        let read = || read(&surroundings.dictionary_folder());
        self.0.get_or_init(read).as_ref()
    }
}

fn read(folder: &Path) -> Option<Dictionary> {
    let rules = std::fs::read_to_string(folder.join("en-GB.aff")).ok()?;
    let words = std::fs::read_to_string(folder.join("en-GB.dic")).ok()?;
    Dictionary::new(&rules, &words).ok()
}
