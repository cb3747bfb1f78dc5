//! A date that is written out in full, past or to come: when an order began, when it ends.

use super::written::{self, WrittenFault};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum CalendarFault {
    #[error("missing")]
    Missing,
    #[error("not a date")]
    NotADate,
    /// Past and future both being possible, nobody can guess the year.
    #[error("no year")]
    NoYear,
    #[error("there is no such day")]
    NoSuchDay,
}

/// Reads a date with its year; two digits are the nearest such year, since sentences end decades ahead and began decades ago.
pub fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, CalendarFault> {
    if text.trim().is_empty() {
        return Err(CalendarFault::Missing);
    }
    let written = written::read(text.trim()).map_err(|fault| match fault {
        WrittenFault::NotADate | WrittenFault::Year => CalendarFault::NotADate,
    })?;
    let year = written.year.ok_or(CalendarFault::NoYear)?;
    let number = if year.short {
        nearest(year.number, today.year())
    } else {
        year.number
    };
    NaiveDate::from_ymd_opt(number, written.month, written.day).ok_or(CalendarFault::NoSuchDay)
}

fn nearest(short: i32, this_year: i32) -> i32 {
    let century = this_year - this_year.rem_euclid(100);
    let candidates = [century - 100, century, century + 100].map(|century| century + short);
    candidates
        .into_iter()
        .min_by_key(|year| (year - this_year).abs())
        .unwrap_or(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn a_date_is_read_on_either_side_of_today() {
        let today = day(2026, 11, 24);
        for (text, date) in [
            ("18/12/2026", day(2026, 12, 18)),
            ("3/8/26", day(2026, 8, 3)),
            ("1 May 41", day(2041, 5, 1)),
            ("1/5/88", day(1988, 5, 1)),
            ("2026-12-18", day(2026, 12, 18)),
        ] {
            assert_eq!(read(text, today), Ok(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_named() {
        let today = day(2026, 11, 24);
        for (text, fault) in [
            (" ", CalendarFault::Missing),
            ("soon", CalendarFault::NotADate),
            ("18 Dec", CalendarFault::NoYear),
            ("31/02/2026", CalendarFault::NoSuchDay),
        ] {
            assert_eq!(read(text, today), Err(fault), "{text}");
        }
    }
}
