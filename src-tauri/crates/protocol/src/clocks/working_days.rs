//! Working days: Monday to Friday without the bank holidays of England.

use super::bank_holidays::{is_bank_holiday, weekend};
use chrono::NaiveDate;

/// Whether offices are open that day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !weekend(day) && !is_bank_holiday(day)
}

/// The day itself where offices are open, otherwise the first after it.
pub fn working_day_from(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|d| is_working_day(*d)).unwrap_or(day)
}

/// The working day that many after a day, which is itself not counted.
pub fn working_days_after(day: NaiveDate, count: u32) -> NaiveDate {
    let after = day.iter_days().skip(1).filter(|d| is_working_day(*d));
    match count.checked_sub(1) {
        None => day,
        Some(more) => after.skip(more as usize).take(1).last().unwrap_or(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn christmas_week_has_few_working_days() {
        let eve = day(2026, 12, 24);
        assert!(is_working_day(eve));
        assert_eq!(working_day_from(day(2026, 12, 25)), day(2026, 12, 29));
        assert_eq!(working_days_after(eve, 1), day(2026, 12, 29));
        assert_eq!(working_days_after(eve, 4), day(2027, 1, 4));
        assert_eq!(working_days_after(eve, 0), eve);
    }

    proptest! {
        #[test]
        fn working_days_are_counted_one_by_one(start in 0u64..20_000, count in 1u32..40) {
            let start = day(2000, 1, 1) + chrono::Days::new(start);
            let end = working_days_after(start, count);
            let between = start.iter_days().skip(1).take_while(|d| *d <= end).filter(|d| is_working_day(*d)).count();
            prop_assert!(is_working_day(end));
            prop_assert_eq!(between, count as usize);
        }
    }
}
