//! Bank holidays of England by rule, from 1978 on; a pack never lists them, so that no year runs out.
//!
//! By rule: New Year's Day, Good Friday, Easter Monday, the first and last Mondays of May, the last of August,
//! Christmas Day and Boxing Day; a holiday on a weekend gives the next weekday that is not one already.
//! By proclamation: the few days in [`MOVED`] and [`ONE_OFF`]. A day proclaimed after this was written is missing
//! until it is added there; the plain deadlines of the protocol are calendar days and do not depend on it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Year, month, day.
type Day = (i32, u32, u32);

/// May holidays that were held on another day: the rule's date, then the day it was held.
const MOVED: [(Day, Day); 5] = [
    ((1995, 5, 1), (1995, 5, 8)),
    ((2002, 5, 27), (2002, 6, 4)),
    ((2012, 5, 28), (2012, 6, 4)),
    ((2020, 5, 4), (2020, 5, 8)),
    ((2022, 5, 30), (2022, 6, 2)),
];

/// Days proclaimed once: weddings, jubilees, the millennium, a funeral, a coronation.
const ONE_OFF: [Day; 8] = [
    (1981, 7, 29),
    (1999, 12, 31),
    (2002, 6, 3),
    (2011, 4, 29),
    (2012, 6, 5),
    (2022, 6, 3),
    (2022, 9, 19),
    (2023, 5, 8),
];

/// Every bank holiday of a year in England, in order.
pub fn bank_holidays(year: i32) -> Vec<NaiveDate> {
    let mut days = new_year(year);
    days.extend(easter(year));
    days.extend(mondays(year).into_iter().map(as_held));
    days.extend(christmas(year));
    days.extend(
        ONE_OFF
            .iter()
            .filter_map(|&day| date(day))
            .filter(|day| day.year() == year),
    );
    days.sort_unstable();
    days
}

/// Whether offices are closed for a bank holiday that day.
pub fn is_bank_holiday(day: NaiveDate) -> bool {
    bank_holidays(day.year()).contains(&day)
}

/// Easter Sunday in the Gregorian calendar, by the computus of Meeus, Jones and Butcher.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn new_year(year: i32) -> Vec<NaiveDate> {
    date((year, 1, 1))
        .map(|day| substitute(day, &[]))
        .into_iter()
        .collect()
}

fn easter(year: i32) -> Vec<NaiveDate> {
    let Some(sunday) = easter_sunday(year) else {
        return Vec::new();
    };
    [sunday - Days::new(2), sunday + Days::new(1)].to_vec()
}

fn mondays(year: i32) -> Vec<NaiveDate> {
    let first = |month| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1);
    let last = |month| {
        (4..=5)
            .rev()
            .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, n))
    };
    [first(5), last(5), last(8)].into_iter().flatten().collect()
}

/// The day that falls on a weekday keeps its place; the one on the weekend then takes the next weekday that is free.
fn christmas(year: i32) -> Vec<NaiveDate> {
    let (Some(christmas), Some(boxing)) = (date((year, 12, 25)), date((year, 12, 26))) else {
        return Vec::new();
    };
    let christmas_held = substitute(christmas, &[boxing]);
    let boxing_held = substitute(boxing, &[christmas_held]);
    vec![christmas_held, boxing_held]
}

fn substitute(day: NaiveDate, taken: &[NaiveDate]) -> NaiveDate {
    if !weekend(day) {
        return day;
    }
    day.iter_days()
        .find(|other| !weekend(*other) && !taken.contains(other))
        .unwrap_or(day)
}

fn as_held(day: NaiveDate) -> NaiveDate {
    MOVED
        .iter()
        .find(|(rule, _)| date(*rule) == Some(day))
        .and_then(|(_, held)| date(*held))
        .unwrap_or(day)
}

pub(super) fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn date((year, month, day): Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(year: i32) -> Vec<String> {
        bank_holidays(year)
            .iter()
            .map(|day| day.format("%d/%m").to_string())
            .collect()
    }

    #[test]
    fn the_years_as_they_were_published() {
        for (year, days) in [
            (2016, "01/01 25/03 28/03 02/05 30/05 29/08 26/12 27/12"),
            (2020, "01/01 10/04 13/04 08/05 25/05 31/08 25/12 28/12"),
            (2021, "01/01 02/04 05/04 03/05 31/05 30/08 27/12 28/12"),
            (
                2022,
                "03/01 15/04 18/04 02/05 02/06 03/06 29/08 19/09 26/12 27/12",
            ),
            (
                2023,
                "02/01 07/04 10/04 01/05 08/05 29/05 28/08 25/12 26/12",
            ),
            (2024, "01/01 29/03 01/04 06/05 27/05 26/08 25/12 26/12"),
            (2025, "01/01 18/04 21/04 05/05 26/05 25/08 25/12 26/12"),
            (2026, "01/01 03/04 06/04 04/05 25/05 31/08 25/12 28/12"),
            (2027, "01/01 26/03 29/03 03/05 31/05 30/08 27/12 28/12"),
        ] {
            assert_eq!(shown(year).join(" "), days, "{year}");
        }
    }

    #[test]
    fn easter_falls_where_the_tables_have_it() {
        for (year, month, day) in [
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2038, 4, 25),
            (2049, 4, 18),
        ] {
            assert_eq!(
                easter_sunday(year),
                NaiveDate::from_ymd_opt(year, month, day)
            );
        }
    }

    proptest! {
        #[test]
        fn no_bank_holiday_of_any_year_falls_on_a_weekend_or_on_another(year in 1978i32..2400) {
            let days = bank_holidays(year);
            prop_assert!(days.len() >= 8);
            prop_assert!(days.iter().all(|day| !weekend(*day) && day.year() == year));
            prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
