//! On which days the sample's past meetings were.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use protocol::clocks::{is_working_day, next_meeting};
use protocol::pack::Interval;

/// The latest such weekday at least this many days before a day, and no bank holiday.
pub(super) fn latest(weekday: Weekday, before: u64, today: NaiveDate) -> NaiveDate {
    let from = today - Days::new(before);
    let back = u64::from(from.weekday().days_since(weekday));
    let mut day = from - Days::new(back);
    while !is_working_day(day) {
        day = day - Days::new(7);
    }
    day
}

/// The day of last month's meeting: about a fortnight ago, and such that the next is still to come.
///
/// Bank holidays push a day back by whole weeks; a day that they push too far is given up for a later one.
pub(super) fn last_held(weekday: Weekday, today: NaiveDate) -> NaiveDate {
    let mut days = (1..=14).rev().map(|before| latest(weekday, before, today));
    let still_to_come = days.find(|day| next_meeting(*day, Interval::Month) >= today);
    still_to_come.unwrap_or_else(|| latest(weekday, 1, today))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every day of a quarter of a century, the Christmas weeks that push two Thursdays away among them.
    #[test]
    fn last_months_meeting_was_held_and_the_next_is_still_to_come() {
        for days in 0..9_000 {
            let today = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + Days::new(days);
            let last = last_held(Weekday::Thu, today);
            let before = latest(Weekday::Thu, 28, last);
            assert!(last < today && before < last, "{today}");
            assert!(is_working_day(last) && is_working_day(before), "{today}");
            assert!(next_meeting(last, Interval::Month) >= today, "{today}");
        }
    }
}
