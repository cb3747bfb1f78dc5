//! What spelling asks and answers.

use crate::live::{PlaceView, WordsName};
use crate::problem::Unprinted;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something written: a capture line, of which only the words are looked at, or words throughout.
#[derive(Clone, Deserialize, TS)]
pub struct WritingForm {
    pub text: String,
    pub capture_line: bool,
}

/// The words that no dictionary here has, in the order of the text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SpellingView {
    /// Whether there is a dictionary to ask.
    pub dictionary: bool,
    pub doubtful: Vec<DoubtfulWord>,
}

/// A doubtful word and where it stands, in UTF-16 units.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoubtfulWord {
    pub from: u32,
    pub to: u32,
    pub word: String,
}

/// What is being typed in any field.
#[derive(Clone, Deserialize, TS)]
pub struct LettersForm {
    pub text: String,
}

/// What of it no document could print.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LettersView {
    pub unprintable: Option<Unprinted>,
}

/// One word.
#[derive(Clone, Deserialize, TS)]
pub struct WordForm {
    pub word: String,
}

/// How a word may have been meant, likeliest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NearestView {
    pub words: Vec<String>,
}

/// The record's own dictionary.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwnWordsView {
    pub words: Vec<String>,
}

/// The lines of a meeting that have a doubtful word, in the order of the agenda.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DraftSpellingView {
    pub dictionary: bool,
    pub lines: Vec<DoubtfulLine>,
}

/// Words that can still be tidied, and what is doubtful in them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoubtfulLine {
    pub line: WordsName,
    pub place: PlaceView,
    /// The case's number on the agenda, for a line of a case.
    pub number: Option<u32>,
    /// The agency whose words they are; none for a decision and why it was made, which are everyone's.
    pub agency: Option<String>,
    pub words: String,
    pub doubtful: Vec<DoubtfulWord>,
}
