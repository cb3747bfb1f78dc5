//! Day, hours and place of a meeting, as they were typed.

use super::forms::PlanWhenForm;
use super::times;
use crate::faults::Faults;
use crate::problem::Problem;
use chrono::{NaiveDate, NaiveTime};
use protocol::clocks::date_words::{self, DateWordsFault};
use protocol::meeting::Proceedings;

/// What was meant.
pub(super) struct When {
    pub date: NaiveDate,
    pub times: (NaiveTime, NaiveTime),
    pub venue: String,
}

/// Reads all four; a day that has passed may stay when it was not touched.
pub(super) fn read(
    form: &PlanWhenForm,
    today: NaiveDate,
    p: &Proceedings,
) -> Result<When, Problem> {
    let mut faults = Faults::default();
    let date = faults.read("date", day(&form.date, today, p.date));
    // Its register cannot be opened on that day any more (§4.1).
    if date.is_some_and(|date| p.was_put_off_on(date)) {
        faults.code("date", "put_off_that_day");
    }
    let starts = faults.read("starts", times::read(&form.starts));
    let ends = faults.read("ends", times::read(&form.ends));
    if starts
        .zip(ends)
        .is_some_and(|(starts, ends)| ends <= starts)
    {
        faults.code("ends", "before_start");
    }
    let venue = faults.maybe_text("venue", &form.venue);
    faults.none()?;
    let (date, starts, ends) = (date.zip(starts).zip(ends))
        .map(|((date, starts), ends)| (date, starts, ends))
        .ok_or_else(|| Problem::field("date", "missing"))?;
    Ok(When {
        date,
        times: (starts, ends),
        venue,
    })
}

fn day(text: &str, today: NaiveDate, planned: NaiveDate) -> Result<NaiveDate, DateWordsFault> {
    match date_words::read(text, today, None) {
        Err(DateWordsFault::Past) => date_words::read(text, planned, None)
            .ok()
            .filter(|date| *date == planned)
            .ok_or(DateWordsFault::Past),
        read => read,
    }
}
