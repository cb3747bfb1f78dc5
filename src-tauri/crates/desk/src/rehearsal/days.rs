//! On which days the sample's past meetings were.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use protocol::clocks::is_working_day;

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use protocol::clocks::next_meeting;

    proptest! {
        #[test]
        fn last_months_meeting_was_held_and_the_next_is_still_to_come(days in 0u64..20_000) {
            let today = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + Days::new(days);
            let last = latest(Weekday::Thu, 14, today);
            let before = latest(Weekday::Thu, 28, last);
            prop_assert!(last < today && before < last);
            prop_assert!(is_working_day(last) && is_working_day(before));
            prop_assert!(next_meeting(last) >= today);
        }
    }
}
