//! Dates as a minute-taker types them: "2w", "fri", "4 dec", "next meeting".

mod trailing;

pub use trailing::{Trailing, trailing};

use super::deadlines::Period;
use super::written::{self, Written, WrittenFault, month_named};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is no date to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum DateWordsFault {
    #[error("missing")]
    Missing,
    #[error("not a date")]
    NotADate,
    /// A date was meant, and that month has no such day.
    #[error("there is no such day")]
    NoSuchDay,
    #[error("in the past")]
    Past,
    /// "Next meeting" before anybody has set one.
    #[error("the next meeting has no date yet")]
    NoNextMeeting,
    #[error("more than {years} years ahead")]
    TooFar { years: u32 },
}

const FURTHEST: u32 = 5;

/// Reads a date to come, today included; words that fit no pattern are no date.
pub fn read(
    text: &str,
    today: NaiveDate,
    next_meeting: Option<NaiveDate>,
) -> Result<NaiveDate, DateWordsFault> {
    let lower = text.to_lowercase();
    let trimmed = lower.trim().trim_end_matches(['.', ',', ';', '!']);
    let words: Vec<&str> = trimmed
        .split_whitespace()
        .filter(|word| *word != "the")
        .collect();
    let date = match words.as_slice() {
        [] => return Err(DateWordsFault::Missing),
        ["next", "meeting" | "mtg"] | ["nm" | "meeting" | "mtg"] => {
            next_meeting.ok_or(DateWordsFault::NoNextMeeting)?
        }
        _ => named(&words, today)
            .or_else(|| counted(&words, today))
            .map_or_else(|| on_the_calendar(&words, today), Ok)?,
    };
    if date < today {
        Err(DateWordsFault::Past)
    } else if date > Period::Years(FURTHEST).end(today) {
        Err(DateWordsFault::TooFar { years: FURTHEST })
    } else {
        Ok(date)
    }
}

/// Days and ends that have a name.
fn named(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["today"] => Some(today),
        ["tomorrow" | "tmrw" | "tom"] => Some(today + Days::new(1)),
        ["next", "week"] => Some(today + Days::new(7)),
        ["next", "month"] => Some(Period::Months(1).end(today)),
        ["eow"] | ["end", "of", "week"] => Some(on_or_after(today, Weekday::Fri)),
        ["eom"] | ["month", "end"] | ["end", "of", "month"] => Some(last_of_month(today)),
        ["end", "of", "next", "month"] => Some(last_of_month(Period::Months(1).end(today))),
        ["end", "of", month] => end_of(month_named(month)?, today),
        ["next", day] => Some(monday(today) + Days::new(7 + from_monday(weekday(day)?))),
        ["this", day] => Some(monday(today) + Days::new(from_monday(weekday(day)?))),
        [day] => Some(on_or_after(today + Days::new(1), weekday(day)?)),
        _ => None,
    }
}

/// "2w", "10 days", "in a month", "three weeks".
fn counted(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let words = match words {
        ["in" | "within", rest @ ..] => rest,
        all => all,
    };
    let (count, unit) = match words {
        [both] => number_and_unit(both)?,
        [count, unit] => (*count, *unit),
        _ => return None,
    };
    let count = number(count)?;
    let period = match unit {
        "d" | "day" | "days" => Period::Days(count),
        "w" | "wk" | "wks" | "week" | "weeks" => Period::Days(count.saturating_mul(7)),
        "f" | "fortnight" => Period::Days(count.saturating_mul(14)),
        "m" | "mth" | "mths" | "month" | "months" => Period::Months(count),
        "y" | "yr" | "year" | "years" => Period::Years(count),
        _ => return None,
    };
    Some(period.end(today))
}

/// "2w" cut between its figures and its letters.
fn number_and_unit(word: &str) -> Option<(&str, &str)> {
    Some(word.split_at(word.find(|c: char| !c.is_ascii_digit())?))
}

/// "4 dec", "4/12", "4th december 2026", "the 4th"; without a year, the first such day from today on.
fn on_the_calendar(words: &[&str], today: NaiveDate) -> Result<NaiveDate, DateWordsFault> {
    if let [day] = words
        && let Some(day) = ordinal(day)
    {
        return next_with_day(day, today).ok_or(DateWordsFault::NoSuchDay);
    }
    let words = match words {
        [first, rest @ ..] if !rest.is_empty() && weekday(first).is_some() => rest,
        all => all,
    };
    let written = written::read(&words.join(" ")).map_err(|fault| match fault {
        WrittenFault::NotADate | WrittenFault::Year => DateWordsFault::NotADate,
    })?;
    let Written { day, month, year } = written;
    match year {
        Some(year) => {
            let century = if year.short {
                today.year() - today.year().rem_euclid(100)
            } else {
                0
            };
            NaiveDate::from_ymd_opt(century + year.number, month, day)
        }
        None => [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| *date >= today),
    }
    .ok_or(DateWordsFault::NoSuchDay)
}

fn ordinal(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    (!digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The first day of that number from today on, within the months that may lack it.
fn next_with_day(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..3)
        .filter_map(|months| Period::Months(months).end(first).with_day(day))
        .find(|date| *date >= today)
}

fn number(text: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    match text {
        "a" | "an" => Some(1),
        _ => WORDS
            .iter()
            .position(|word| *word == text)
            .and_then(|index| u32::try_from(index + 1).ok())
            .or_else(|| text.parse().ok()),
    }
}

/// A weekday from its name or the usual short forms: only those, because "we" and "sa" are other words.
fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "mon" | "monday" => Some(Weekday::Mon),
        "tue" | "tues" | "tuesday" => Some(Weekday::Tue),
        "wed" | "weds" | "wednesday" => Some(Weekday::Wed),
        "thu" | "thur" | "thurs" | "thursday" => Some(Weekday::Thu),
        "fri" | "friday" => Some(Weekday::Fri),
        "sat" | "saturday" => Some(Weekday::Sat),
        "sun" | "sunday" => Some(Weekday::Sun),
        _ => None,
    }
}

fn from_monday(day: Weekday) -> u64 {
    day.num_days_from_monday().into()
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(from_monday(day.weekday()))
}

fn on_or_after(start: NaiveDate, day: Weekday) -> NaiveDate {
    let ahead = (7 + from_monday(day) - from_monday(start.weekday())) % 7;
    start + Days::new(ahead)
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1)
        .map_or(day, |first| Period::Months(1).end(first) - Days::new(1))
}

fn end_of(month: u32, today: NaiveDate) -> Option<NaiveDate> {
    [today.year(), today.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, 1))
        .map(last_of_month)
        .find(|date| *date >= today)
}

#[cfg(test)]
mod tests;
