//! Spelling at the keyboard: what is doubtful, how it may have been meant, and the record's own words.

use super::draft;
use super::forms::{
    DoubtfulWord, DraftSpellingView, LettersForm, LettersView, NearestView, OwnWordsView,
    SpellingView, WordForm, WritingForm,
};
use super::names::Names;
use super::writing;
use crate::live::stretches_of_words;
use crate::meetings::MeetingForm;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use record::{Entry, EntryKind};

/// What is doubtful in a text; in a capture line, its keys and signs are no words.
pub(crate) fn check_spelling(desk: &mut Desk, form: WritingForm) -> Result<SpellingView, Problem> {
    let live = desk.open()?.live.as_ref();
    let pack = live.map_or_else(|| desk.pack(), |live| Ok(live.pack.clone()))?;
    let meeting = live.map(|live| live.meeting.proceedings());
    let names = Names::of(desk, &pack, meeting)?;
    let mut doubtful = doubtful(desk, &names, &form.text);
    if form.capture_line {
        let words = stretches_of_words(desk.live()?, &form.text);
        let within = |word: &DoubtfulWord| {
            words
                .iter()
                .any(|&(from, to)| from <= word.from && word.to <= to)
        };
        doubtful.retain(within);
    }
    Ok(SpellingView {
        dictionary: desk.british.is_here(&*desk.surroundings),
        doubtful,
    })
}

/// The words of a text that neither the dictionary nor anybody's name accounts for.
pub(super) fn doubtful(desk: &Desk, names: &Names, text: &str) -> Vec<DoubtfulWord> {
    let known = |word: &str| names.have(word) || desk.british.has(word, &*desk.surroundings);
    let unknown = writing::words(text)
        .into_iter()
        .filter(|written| !known(&written.word));
    unknown
        .map(|written| DoubtfulWord {
            from: u32::try_from(written.from).unwrap_or(u32::MAX),
            to: u32::try_from(written.to).unwrap_or(u32::MAX),
            word: written.word,
        })
        .collect()
}

/// What no typeface here can print, told while it is typed: a name is on every paper, and is put right most easily where it is written.
pub(crate) fn check_letters(desk: &mut Desk, form: LettersForm) -> Result<LettersView, Problem> {
    let unprintable = desk.unprintable(&form.text);
    Ok(LettersView { unprintable })
}

pub(crate) fn nearest_words(desk: &mut Desk, form: WordForm) -> Result<NearestView, Problem> {
    let words = desk.british.nearest(form.word.trim(), &*desk.surroundings);
    Ok(NearestView { words })
}

/// The words that this record counts as right.
pub(crate) fn own_words(desk: &mut Desk, _: Nothing) -> Result<OwnWordsView, Problem> {
    listed(desk)
}

/// Adds a word to the record's own dictionary. The entry does not say which: a word may be somebody's name.
pub(crate) fn keep_word(desk: &mut Desk, form: WordForm) -> Result<OwnWordsView, Problem> {
    let word = one_word(&form)?;
    desk.write(&Entry::of(EntryKind::WordKept), |tables| {
        tables.spellings().keep(&word)
    })?;
    listed(desk)
}

pub(crate) fn drop_word(desk: &mut Desk, form: WordForm) -> Result<OwnWordsView, Problem> {
    let word = one_word(&form)?;
    desk.write(&Entry::of(EntryKind::WordDropped), |tables| {
        tables.spellings().drop(&word)
    })?;
    listed(desk)
}

/// What was given, where it is one word and no more.
fn one_word(form: &WordForm) -> Result<String, Problem> {
    match writing::words(form.word.trim()).as_slice() {
        [only] if only.word.chars().count() == form.word.trim().chars().count() => {
            Ok(only.word.clone())
        }
        _ => Err(Problem::field("word", "one_word")),
    }
}

pub(crate) fn draft_spelling(
    desk: &mut Desk,
    form: MeetingForm,
) -> Result<DraftSpellingView, Problem> {
    draft::draft(desk, &form)
}

fn listed(desk: &Desk) -> Result<OwnWordsView, Problem> {
    let words = desk.record()?.read().spellings().all()?;
    Ok(OwnWordsView { words })
}
