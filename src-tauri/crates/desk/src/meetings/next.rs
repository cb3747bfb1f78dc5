//! The next meeting, made from the last of its kind: day, hours, cases, people and what is still to be done.

use super::agenda;
use super::seats;
use crate::cases::CaseChange;
use crate::problem::Problem;
use crate::session::Desk;
use chrono::{NaiveDate, NaiveTime};
use protocol::clocks;
use protocol::ids::{CaseId, MeetingId, UpdateId};
use protocol::meeting::{Meeting, Planned, PreviousMinutes, Proceedings};
use protocol::pack::Interval;
use protocol::people::whom;
use protocol::refusal::Refusal;
use protocol::sharing::Action;
use protocol::trade::MeetingKind;
use std::collections::{BTreeMap, BTreeSet};

/// Next month's meeting after one that has just ended, whose own changes the record need not hold yet, nor those of the files that
/// are closed with it.
///
/// Nothing is written: whoever ends the meeting writes all of it under the one entry.
pub(crate) fn next_month(
    desk: &Desk,
    ended: &Meeting,
    files: &[CaseChange],
) -> Result<Meeting, Problem> {
    let last = ended.proceedings();
    made(desk, last.kind, Some((last, files)))
}

/// The first meeting of a kind, or the next after the last one, with the files that are changed along with that.
pub(super) fn made(
    desk: &Desk,
    kind: MeetingKind,
    after: Option<(&Proceedings, &[CaseChange])>,
) -> Result<Meeting, Problem> {
    let last = after.map(|(last, _)| last);
    let every = desk.pack()?.rules(kind).every;
    let date = date(last, desk.today(), every);
    let times = last.map_or_else(usual_hours, |last| (last.starts, last.ends));
    let mut planned = Planned::new(MeetingId(desk.fresh().id()?), kind, date, times);
    planned.set_when(
        date,
        times,
        last.map(|l| l.venue.clone()).unwrap_or_default(),
    );
    agenda::carry_over(&mut planned, desk, after)?;
    if let Some(last) = last {
        seats::carry_over(&mut planned, desk, last)?;
        seats::carry_releases(&mut planned, desk, last)?;
        let minutes = PreviousMinutes {
            meeting: last.id,
            date: last.date,
            agreed: None,
            corrections: None,
        };
        planned.follows(minutes, still_to_be_done(desk, kind, Some(last))?);
        updates(&mut planned, desk, last)?;
    }
    Ok(planned.into())
}

/// What absent agencies wrote and was never put to the meeting follows its case, and waits for its turn here.
fn updates(planned: &mut Planned, desk: &Desk, last: &Proceedings) -> Result<(), Problem> {
    let (pack, fresh) = (desk.pack()?, desk.fresh());
    let merges = desk.record()?.read().merges().all()?;
    for update in last.waiting_updates() {
        let id = UpdateId(fresh.id()?);
        match planned.carry_update(id, (update, last), &pack, |who| whom(who, &merges)) {
            // The case has gone from the agenda, or the agreement knows the agency or the kind no more: the minutes say that it
            // was not put to the meeting.
            Ok(()) | Err(Refusal::NotOnTheAgenda | Refusal::NotInThePack) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(())
}

/// The day that was said at the last meeting, else the one that the agreement's interval gives, as soon as it has not passed.
fn date(last: Option<&Proceedings>, today: NaiveDate, every: Interval) -> NaiveDate {
    let said = last.and_then(|last| last.next_date);
    let mut date = match (said, last) {
        (Some(said), _) => said,
        (None, Some(last)) => clocks::next_meeting(last.date, every),
        (None, None) => clocks::next_meeting(today, every),
    };
    while date < today {
        date = clocks::next_meeting(date, every);
    }
    date
}

/// Half past one to half past four, when nobody has met before.
fn usual_hours() -> (NaiveTime, NaiveTime) {
    let half_past = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default();
    (half_past(13), half_past(16))
}

/// What is still to be done: for cases of this kind of meeting, and from earlier meetings of it; `newer` says more than the
/// record does as yet.
pub(super) fn still_to_be_done(
    desk: &Desk,
    kind: MeetingKind,
    newer: Option<&Proceedings>,
) -> Result<Vec<Action>, Problem> {
    let reading = desk.record()?.read();
    let (cases, meetings) = (reading.cases().all()?, reading.meetings().all()?);
    let cases = cases.iter().filter(|c| c.meeting == kind);
    let cases: BTreeSet<CaseId> = cases.map(|c| c.id).collect();
    let meetings = meetings.iter().filter(|m| m.kind == kind);
    let mut meetings: BTreeSet<MeetingId> = meetings.map(|m| m.id).collect();
    meetings.extend(newer.map(|p| p.id));
    let mut actions: BTreeMap<_, Action> = reading
        .actions()
        .all()?
        .into_iter()
        .map(|action| (action.id, action))
        .collect();
    for action in newer
        .iter()
        .flat_map(|p| p.carried.iter().chain(&p.actions))
    {
        // How it turned out may have been said at a later meeting.
        let known = actions.get(&action.id).and_then(|a| a.settled.clone());
        let settled = action.settled.clone().or(known);
        let newer = Action {
            settled,
            ..action.clone()
        };
        actions.insert(action.id, newer);
    }
    let belongs = |action: &Action| {
        meetings.contains(&action.meeting) || action.case.is_some_and(|c| cases.contains(&c))
    };
    let open = actions.into_values();
    let mut open: Vec<_> = open.filter(|a| a.is_open() && belongs(a)).collect();
    crate::actions::labels::by_urgency(&mut open);
    Ok(open)
}
