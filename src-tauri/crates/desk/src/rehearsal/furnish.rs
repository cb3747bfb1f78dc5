//! The sample partnership with two months behind it.

use super::days::{last_held, latest};
use super::play::run;
use super::script::{Pace, Script};
use crate::meetings::Kind;
use crate::problem::{BrokenCode, Problem};
use crate::sample::Sample;
use crate::session::Desk;
use chrono::{NaiveDate, NaiveTime, TimeZone, Weekday};
use protocol::trade::At;
use zeroize::Zeroizing;

/// Registers the sample's officers and cases, and holds the meetings of two past months: next month's is planned by the last.
///
/// Last of all come the people who were at neither, so that the registers are whole.
///
/// # Errors
/// The problem of whichever command did not go through.
pub(crate) fn furnish(desk: &mut Desk, chair_passphrase: &str) -> Result<(), Problem> {
    let today = desk.today();
    let last = last_held(Weekday::Thu, today);
    let before = latest(Weekday::Thu, 28, last);
    let dip = latest(Weekday::Tue, 2, last);
    let meetings = [
        (Kind::Odoc, 8, 10, before, 0),
        (Kind::DipCaseReview, 4, 6, dip, 0),
        (Kind::Odoc, 20, 12, last, 1),
    ];
    let read = Sample::read();
    let sample = read.map_err(|_| Problem::broken(BrokenCode::Internal))?;
    for officer in sample.officers.iter().cloned() {
        desk.save_officer(officer)?;
    }
    for (kind, cases, attendees, day, month) in meetings {
        let script = Script {
            kind,
            cases,
            attendees,
            opens: half_past_one(desk, day)?,
            month,
            chair_passphrase: Zeroizing::new(chair_passphrase.to_owned()),
            pace: Pace::Brief,
        };
        run(desk, &script)?;
    }
    the_rest(desk, &sample)
}

/// Holds one small past meeting, so that there is something to carry over to the next.
pub(crate) fn a_month_ago(desk: &mut Desk, chair_passphrase: &str) -> Result<(), Problem> {
    let last = last_held(Weekday::Thu, desk.today());
    let script = Script {
        kind: Kind::Odoc,
        cases: 6,
        attendees: 9,
        opens: half_past_one(desk, last)?,
        month: 0,
        chair_passphrase: Zeroizing::new(chair_passphrase.to_owned()),
        pace: Pace::Brief,
    };
    run(desk, &script)?;
    Ok(())
}

/// The afternoon of that day, with the offset of the clock on the wall.
fn half_past_one(desk: &Desk, day: NaiveDate) -> Result<At, Problem> {
    let broken = || Problem::broken(BrokenCode::Internal);
    let hour = NaiveTime::from_hms_opt(13, 30, 0).ok_or_else(broken)?;
    let there = desk.now().offset().from_local_datetime(&day.and_time(hour));
    there.single().ok_or_else(broken)
}

/// People and cases of the sample that no past meeting had.
fn the_rest(desk: &mut Desk, sample: &Sample) -> Result<(), Problem> {
    let known = desk.people(crate::Nothing {})?.people;
    for person in sample.people() {
        if !known.iter().any(|k| k.name == person.form.name) {
            desk.save_person(person.form.clone())?;
        }
    }
    let known = desk.cases(crate::Nothing {})?.cases;
    for case in sample.cases() {
        if !known.iter().any(|k| k.reference == case.form.reference) {
            let page = desk.save_case(case.form.clone())?;
            let (kind, today) = (case.form.meeting, desk.today());
            if let Some(waivers) = &sample.waivers {
                desk.save_consent(waivers.form(page.row.id, kind, today))?;
            }
        }
    }
    Ok(())
}
