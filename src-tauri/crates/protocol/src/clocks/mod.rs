//! Days and deadlines, pure: today is always passed in.

mod bank_holidays;
pub mod calendar;
pub mod date_words;
mod deadlines;
mod next_meeting;
mod working_days;
pub(crate) mod written;

pub use bank_holidays::{bank_holidays, easter_sunday, is_bank_holiday};
pub use deadlines::{Deadline, Period};
pub use next_meeting::next_meeting;
pub use working_days::{is_working_day, working_day_from, working_days_after};
