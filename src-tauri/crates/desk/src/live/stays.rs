//! When somebody was in the room, to the minute and back.

use super::amending_forms::{OutRow, PresenceForm, StayView, StretchRow};
use super::line_rows::clock;
use crate::faults::Faults;
use crate::meetings::times;
use crate::problem::Problem;
use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use protocol::meeting::{Amended, Place, Proceedings, Stay};
use protocol::room::{Attendance, Interval, StepOut};
use protocol::trade::At;

/// Somebody's times as the window shows them.
pub(crate) fn stay_view(a: &Attendance, p: &Proceedings) -> StayView {
    let until = |to: Option<At>| to.map(clock).unwrap_or_default();
    let about = |what: &Amended| match what {
        Amended::Presence { who, .. } | Amended::Acceptance { who, .. } => *who == a.id,
        _ => false,
    };
    let amended = p.amendments.iter().filter(|one| about(&one.what)).count();
    let presence = a.presence.iter().map(|i| StretchRow {
        day: Some(i.from.date_naive()),
        from: clock(i.from),
        to: until(i.to),
    });
    let outs = a.step_outs.iter().map(|s| OutRow {
        slot: s.slot,
        case: reference(p, Place::Case(s.slot)).unwrap_or_default(),
        day: Some(s.from.date_naive()),
        from: clock(s.from),
        to: until(s.to),
    });
    StayView {
        presence: presence.collect(),
        step_outs: outs.collect(),
        amended: u32::try_from(amended).unwrap_or(u32::MAX),
    }
}

/// The reference of the case at a place, where it is one.
pub(super) fn reference(p: &Proceedings, place: Place) -> Option<String> {
    match place {
        Place::Case(slot) => p.slot(slot).ok().map(|s| s.case.reference.clone()),
        _ => None,
    }
}

/// Times as they were typed, each on the day of its row; a time that reads as before stays the moment that it was, to the second.
pub(super) fn typed(form: &PresenceForm, p: &Proceedings, was: &Stay) -> Result<Stay, Problem> {
    let mut faults = Faults::default();
    let known: Vec<At> = moments(was);
    let sat: Vec<At> = p
        .attendances
        .iter()
        .map(Stay::of)
        .flat_map(|s| moments(&s))
        .collect();
    // The day on which the meeting sat last, which need not be the one that it was planned for.
    let last = sat.iter().max().copied().or(p.register_opened);
    let mut at = |field: String, day: Option<NaiveDate>, text: &str| -> Option<At> {
        let time = faults.read(&field, times::read(text))?;
        let day = day.or(last.map(|at| at.date_naive()))?;
        let of_the_day = |at: &&At| at.date_naive() == day;
        let same = |at: &&At| at.format("%H:%M").to_string() == time.format("%H:%M").to_string();
        let zone = sat.iter().find(of_the_day).copied().or(last)?.timezone();
        let fresh = zone.from_local_datetime(&NaiveDateTime::new(day, time));
        let before = known.iter().filter(of_the_day).find(same).copied();
        before.or(fresh.single())
    };
    let mut stay = Stay::default();
    for (n, row) in form.presence.iter().enumerate() {
        let from = at(format!("presence_{n}_from"), row.day, &row.from);
        let to = until(&mut at, format!("presence_{n}_to"), row.day, &row.to);
        let from_to = from.zip(to);
        stay.presence
            .extend(from_to.map(|(from, to)| Interval { from, to }));
    }
    for (n, row) in form.step_outs.iter().enumerate() {
        let from = at(format!("out_{n}_from"), row.day, &row.from);
        let to = until(&mut at, format!("out_{n}_to"), row.day, &row.to);
        let (slot, from_to) = (row.slot, from.zip(to));
        stay.step_outs
            .extend(from_to.map(|(from, to)| StepOut { slot, from, to }));
    }
    faults.none()?;
    Ok(stay)
}

/// An empty "to" goes on.
fn until(
    at: &mut impl FnMut(String, Option<NaiveDate>, &str) -> Option<At>,
    field: String,
    day: Option<NaiveDate>,
    text: &str,
) -> Option<Option<At>> {
    match text.trim() {
        "" => Some(None),
        text => at(field, day, text).map(Some),
    }
}

fn moments(stay: &Stay) -> Vec<At> {
    let presence = stay.presence.iter().flat_map(|i| [Some(i.from), i.to]);
    let outs = stay.step_outs.iter().flat_map(|s| [Some(s.from), s.to]);
    presence.chain(outs).flatten().collect()
}
