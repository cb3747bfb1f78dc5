//! The date that is proposed for next month's meeting.

use super::working_days::working_day_from;
use chrono::{Datelike, Months, NaiveDate};

/// The same weekday of the next month as last time ("the second Tuesday"); a fifth is taken as the last.
///
/// A bank holiday gives way to the next working day, because the people of that week are already booked around it;
/// a meeting held on a weekend for once proposes a working day again.
pub fn next_meeting(last: NaiveDate) -> NaiveDate {
    let place = last.day0() / 7 + 1;
    let weekday = last.weekday();
    last.with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|first| {
            (1..=u8::try_from(place).unwrap_or(5)).rev().find_map(|n| {
                NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, n)
            })
        })
        .map_or(last, working_day_from)
}

#[cfg(test)]
mod tests {
    use super::super::working_days::is_working_day;
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_weekday_of_the_month_is_kept() {
        for (last, next) in [
            (day(2026, 11, 10), day(2026, 12, 8)),  // second Tuesday
            (day(2026, 12, 4), day(2027, 1, 4)),    // first Friday is New Year's Day
            (day(2026, 9, 30), day(2026, 10, 28)),  // fifth Wednesday, and October has four
            (day(2026, 4, 6), day(2026, 5, 5)),     // first Monday is the May bank holiday
            (day(2026, 10, 10), day(2026, 11, 16)), // a Saturday for once
        ] {
            assert_eq!(next_meeting(last), next, "{last}");
        }
    }

    proptest! {
        #[test]
        fn the_proposal_is_a_working_day_about_a_month_ahead(days in 0u64..30_000) {
            let last = day(1990, 1, 1) + chrono::Days::new(days);
            let next = next_meeting(last);
            let ahead = (next - last).num_days();
            prop_assert!(is_working_day(next));
            prop_assert!((21..=42).contains(&ahead), "{} days", ahead);
        }
    }
}
