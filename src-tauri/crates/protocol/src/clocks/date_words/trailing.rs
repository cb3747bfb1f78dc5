//! Where an action's date stands at its end: behind "by", or bare in a minute-taker's shorthand.

use super::{DateWordsFault, number_and_unit, read, weekday};
use crate::clocks::written::month_named;
use chrono::NaiveDate;

/// A date at the end of an action's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trailing {
    /// The first word that belongs to it, its "by" included.
    pub from: usize,
    pub date: Result<NaiveDate, DateWordsFault>,
    /// Whether it stands there without a "by", so that a person is to be told how it was taken.
    pub bare: bool,
}

/// Finds the date that ends an action.
///
/// "By" followed by no date is prose ("stand by the door"); by a date with a fault, it is that fault. Without "by" only
/// shorthand counts ("2w", "fri", "10 dec", "next meeting"): a day written out, or led up to, belongs to the words.
pub fn trailing(
    words: &[&str],
    today: NaiveDate,
    next_meeting: Option<NaiveDate>,
) -> Option<Trailing> {
    behind_by(words, today, next_meeting).or_else(|| bare(words, today, next_meeting))
}

fn behind_by(
    words: &[&str],
    today: NaiveDate,
    next_meeting: Option<NaiveDate>,
) -> Option<Trailing> {
    let from = words
        .iter()
        .rposition(|word| word.eq_ignore_ascii_case("by"))?;
    match read(&words[from + 1..].join(" "), today, next_meeting) {
        Err(DateWordsFault::Missing | DateWordsFault::NotADate) => None,
        date => Some(Trailing {
            from,
            date,
            bare: false,
        }),
    }
}

/// The longest shorthand at the end; one that is no date to come is no fault, because nobody said that it was a date.
fn bare(words: &[&str], today: NaiveDate, next_meeting: Option<NaiveDate>) -> Option<Trailing> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let from = (1..=LONGEST)
        .rev()
        .filter_map(|count| lower.len().checked_sub(count))
        .find(|from| is_shorthand(&lower[*from..]))?;
    let before = from.checked_sub(1)?;
    let number = lower[from].starts_with(|c: char| c.is_ascii_digit());
    if leads_up_to_it(lower[before]) || (number && bears_a_number(lower[before])) {
        return None;
    }
    let date = read(&lower[from..].join(" "), today, next_meeting);
    date.is_ok().then_some(Trailing {
        from,
        date,
        bare: true,
    })
}

const LONGEST: usize = 3;

/// What nobody writes but as a date; a sign behind it, a full stop say, makes it the text's own.
fn is_shorthand(words: &[&str]) -> bool {
    match words {
        ["next", "meeting" | "mtg"] | ["nm" | "eow" | "eom"] => true,
        ["next" | "this", day] => is_short_day(day),
        [one] => is_short_day(one) || is_count(one),
        [day, month] => is_day_of_month(day) && month.len() <= 4 && month_named(month).is_some(),
        [week, day, month] => is_short_day(week) && is_shorthand(&[day, month]),
        _ => false,
    }
}

/// A weekday cut short; "sat" and "sun" are other words too.
fn is_short_day(word: &str) -> bool {
    word.len() <= 5 && !matches!(word, "sat" | "sun") && weekday(word).is_some()
}

fn is_count(word: &str) -> bool {
    number_and_unit(word).is_some_and(|(count, unit)| {
        !count.is_empty() && matches!(unit, "d" | "w" | "wk" | "wks" | "m" | "mth" | "mths" | "y")
    })
}

fn is_day_of_month(word: &str) -> bool {
    let figures = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    let figures = figures.unwrap_or(word);
    matches!(figures.len(), 1 | 2) && figures.bytes().all(|c| c.is_ascii_digit())
}

/// Whether the word before may make a number its own: "flat 2d".
fn bears_a_number(word: &str) -> bool {
    matches!(
        word,
        "apartment"
            | "apt"
            | "block"
            | "flat"
            | "floor"
            | "house"
            | "no"
            | "no."
            | "number"
            | "room"
            | "section"
            | "unit"
    )
}

/// Whether the word before makes the date part of what is said: "on fri", "10am fri", "mon, fri".
fn leads_up_to_it(word: &str) -> bool {
    const LEADING: &[&str] = &[
        "a", "about", "after", "all", "an", "and", "around", "at", "before", "between", "both",
        "but", "by", "dated", "during", "each", "every", "for", "from", "in", "last", "next", "of",
        "on", "or", "over", "past", "per", "since", "than", "the", "this", "through", "till", "to",
        "until", "when", "with", "within",
    ];
    let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(|c: char| c.is_ascii_digit())
        || word.ends_with(['-', '\u{2013}', '/', '&', '+'])
        || LEADING.contains(&plain)
        || weekday(plain).is_some()
        || month_named(plain).is_some()
}
