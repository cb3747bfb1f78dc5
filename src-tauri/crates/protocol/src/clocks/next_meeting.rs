//! The date that is proposed for the next meeting, as often as the agreement has it.

use super::working_days::working_day_from;
use crate::pack::Interval;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The same weekday again: of weeks so many days on, of months in the same place ("the second Tuesday"; a fifth is taken as
/// the last).
///
/// A bank holiday gives way to the next working day, because the people of that week are already booked around it;
/// a meeting held on a weekend for once proposes a working day again.
pub fn next_meeting(last: NaiveDate, every: Interval) -> NaiveDate {
    let next = match every {
        Interval::Week => last.checked_add_days(Days::new(7)),
        Interval::Fortnight => last.checked_add_days(Days::new(14)),
        Interval::FourWeeks => last.checked_add_days(Days::new(28)),
        Interval::Month => months_on(last, 1),
        Interval::TwoMonths => months_on(last, 2),
        Interval::Quarter => months_on(last, 3),
    };
    next.map_or(last, working_day_from)
}

fn months_on(last: NaiveDate, months: u32) -> Option<NaiveDate> {
    let place = last.day0() / 7 + 1;
    let first = last.with_day(1)?.checked_add_months(Months::new(months))?;
    let of_month =
        |n| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), last.weekday(), n);
    (1..=u8::try_from(place).unwrap_or(5))
        .rev()
        .find_map(of_month)
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
            assert_eq!(next_meeting(last, Interval::Month), next, "{last}");
        }
    }

    #[test]
    fn each_interval_of_an_agreement_has_its_own_next_date() {
        let last = day(2026, 11, 10);
        for (every, next) in [
            (Interval::Week, day(2026, 11, 17)),
            (Interval::Fortnight, day(2026, 11, 24)),
            (Interval::FourWeeks, day(2026, 12, 8)),
            (Interval::Month, day(2026, 12, 8)),
            (Interval::TwoMonths, day(2027, 1, 12)),
            (Interval::Quarter, day(2027, 2, 9)),
        ] {
            assert_eq!(next_meeting(last, every), next, "{every:?}");
        }
        // A fortnight on is Christmas Day, and the working day after it comes after Boxing Day too.
        let fortnight = next_meeting(day(2026, 12, 11), Interval::Fortnight);
        assert_eq!(fortnight, day(2026, 12, 29));
    }

    proptest! {
        #[test]
        fn the_proposal_is_a_working_day_about_as_far_ahead_as_the_agreement_says(days in 0u64..30_000) {
            let last = day(1990, 1, 1) + Days::new(days);
            for (every, least, most) in [
                (Interval::Week, 7, 13),
                (Interval::Fortnight, 14, 20),
                (Interval::FourWeeks, 28, 34),
                (Interval::Month, 21, 42),
                (Interval::TwoMonths, 49, 75),
                (Interval::Quarter, 77, 107),
            ] {
                let next = next_meeting(last, every);
                let ahead = (next - last).num_days();
                prop_assert!(is_working_day(next));
                prop_assert!((least..=most).contains(&ahead), "{:?}: {} days", every, ahead);
            }
        }
    }
}
