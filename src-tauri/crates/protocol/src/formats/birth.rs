//! A date of birth: stored as a date, shown as the agreement has it (§2.2.5).

use crate::clocks::written::{self, Written, WrittenFault};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// A date of birth that lies in the past, and not beyond anybody's life.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateOfBirth(NaiveDate);

/// What is wrong with a date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum DateOfBirthFault {
    #[error("missing")]
    Missing,
    #[error("not a date")]
    NotADate,
    #[error("no year")]
    NoYear,
    /// Three digits, or one, say no year.
    #[error("the year is neither two digits nor four")]
    Year,
    /// The month comes second: 07/25/1985 is written the American way.
    #[error("there is no month {month}")]
    NoSuchMonth { month: u32 },
    #[error("that month has no day {day}")]
    NoSuchDay { day: u32 },
    #[error("in the future")]
    Future,
    #[error("more than {limit} years ago")]
    TooLongAgo { limit: u32 },
}

const OLDEST: u32 = 120;

impl DateOfBirth {
    /// Reads what people write: 3/7/85, 03-07-1985, 3.7.1985, 3 July 1985, 1985-07-03, 03071985.
    ///
    /// Two digits are the last such year that is not in the future, so `today` is passed in.
    pub fn read(text: &str, today: NaiveDate) -> Result<Self, DateOfBirthFault> {
        if text.trim().is_empty() {
            return Err(DateOfBirthFault::Missing);
        }
        let written = written::read(text).map_err(|fault| match fault {
            WrittenFault::NotADate => DateOfBirthFault::NotADate,
            WrittenFault::Year => DateOfBirthFault::Year,
        })?;
        if written.month > 12 || written.month == 0 {
            return Err(DateOfBirthFault::NoSuchMonth {
                month: written.month,
            });
        }
        Self::on(date_of(written, today)?, today)
    }

    /// Takes a date that is already one, with the same limits.
    pub fn on(date: NaiveDate, today: NaiveDate) -> Result<Self, DateOfBirthFault> {
        let birth = Self(date);
        if date > today {
            Err(DateOfBirthFault::Future)
        } else if birth.age_on(today) > OLDEST {
            Err(DateOfBirthFault::TooLongAgo { limit: OLDEST })
        } else {
            Ok(birth)
        }
    }

    /// The date itself.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Whole years lived; somebody born on 29 February has their birthday on 1 March in other years, as the law has it.
    pub fn age_on(self, today: NaiveDate) -> u32 {
        today.years_since(self.0).unwrap_or(0)
    }
}

impl fmt::Debug for DateOfBirth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DateOfBirth")
    }
}

fn date_of(written: Written, today: NaiveDate) -> Result<NaiveDate, DateOfBirthFault> {
    let Written { day, month, year } = written;
    let year = year.ok_or(DateOfBirthFault::NoYear)?;
    let no_such_day = DateOfBirthFault::NoSuchDay { day };
    if !year.short {
        return NaiveDate::from_ymd_opt(year.number, month, day).ok_or(no_such_day);
    }
    let century = today.year() - today.year().rem_euclid(100);
    [century, century - 100]
        .into_iter()
        .filter_map(|century| NaiveDate::from_ymd_opt(century + year.number, month, day))
        .find(|date| *date <= today)
        .ok_or(no_such_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::DateForm;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    #[test]
    fn what_people_write_becomes_one_date() {
        for typed in [
            "3/7/85",
            "03/07/1985",
            "03-07-1985",
            "3 July 1985",
            "3rd july 85",
            "July 3, 1985",
            "3.7.1985",
            "3 7 85",
            "3 Jul '85",
            "1985-07-03",
            "03071985",
            "030785",
            " 3 / 7 / 1985 ",
            "3jul85",
        ] {
            let birth = DateOfBirth::read(typed, today()).expect(typed);
            assert_eq!(birth.date(), day(1985, 7, 3), "{typed}");
        }
    }

    #[test]
    fn two_digits_are_the_last_such_year_that_is_not_in_the_future() {
        for (typed, year) in [
            ("3/7/85", 1985),
            ("23/11/26", 2026),
            ("24/11/26", 1926),
            ("1/1/05", 2005),
        ] {
            let birth = DateOfBirth::read(typed, today()).expect(typed);
            assert_eq!(birth.date().year(), year, "{typed}");
        }
    }

    #[test]
    fn each_fault_is_named() {
        use DateOfBirthFault::*;
        for (typed, fault) in [
            ("", Missing),
            ("unknown", NotADate),
            ("3/7", NoYear),
            ("3 July", NoYear),
            ("3/7/185", Year),
            ("07/25/1985", NoSuchMonth { month: 25 }),
            ("31/2/1985", NoSuchDay { day: 31 }),
            ("29/2/2001", NoSuchDay { day: 29 }),
            ("0/2/1985", NoSuchDay { day: 0 }),
            ("24/11/2026", Future),
            ("23/11/1905", TooLongAgo { limit: 120 }),
        ] {
            assert_eq!(DateOfBirth::read(typed, today()), Err(fault), "{typed}");
        }
    }

    #[test]
    fn age_turns_on_the_birthday() {
        let birth = DateOfBirth::read("24/11/2008", today()).expect("a date");
        assert_eq!(birth.age_on(today()), 17);
        assert_eq!(birth.age_on(day(2026, 11, 24)), 18);
        let leap = DateOfBirth::read("29/2/2008", today()).expect("a date");
        assert_eq!(leap.age_on(day(2026, 2, 28)), 17);
        assert_eq!(leap.age_on(day(2026, 3, 1)), 18);
        assert_eq!(format!("{birth:?}"), "DateOfBirth");
    }

    proptest! {
        #[test]
        fn reading_what_is_shown_changes_nothing(days in 0i64..43_800) {
            let date = today() - chrono::Duration::days(days);
            let birth = DateOfBirth::on(date, today()).expect("within 120 years");
            for form in [DateForm::DayFirst, DateForm::InWords, DateForm::YearFirst] {
                prop_assert_eq!(DateOfBirth::read(&form.of(date), today()), Ok(birth));
            }
        }

        #[test]
        fn a_date_that_is_read_is_never_in_the_future(typed in "[0-9]{1,2}[/. -][0-9]{1,2}[/. -][0-9]{2,4}") {
            if let Ok(birth) = DateOfBirth::read(&typed, today()) {
                prop_assert!(birth.date() <= today());
                prop_assert!(birth.age_on(today()) <= 120);
            }
        }

        #[test]
        fn reading_never_panics(typed in ".{0,24}") {
            let _ = DateOfBirth::read(&typed, today());
        }
    }
}
