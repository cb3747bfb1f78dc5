//! This month on one page: what comes next, what is missing, what runs out.

use super::clocks;
use super::forms::{LastMinutes, MonthView, NextMeeting, PlaceCounts};
use super::readiness;
use crate::cases::reading::count;
use crate::ending::tell;
use crate::held;
use crate::meetings::row::row;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use protocol::ids::MeetingId;
use protocol::meeting::{Meeting, Stage};
use protocol::trade::MeetingKind;
use record::tables::MeetingSummary;

const KINDS: [MeetingKind; 2] = [MeetingKind::Odoc, MeetingKind::DipCaseReview];

pub(crate) fn this_month(desk: &mut Desk, _: Nothing) -> Result<MonthView, Problem> {
    let (today, reading) = (desk.today(), desk.record()?.read());
    let (all, open) = (reading.meetings().all()?, reading.actions().open()?);
    let cases = crate::cases::standing(desk)?;
    let (mut next, mut last_minutes) = (Vec::new(), Vec::new());
    for kind in KINDS {
        let coming = coming(desk, &all, kind)?;
        last_minutes.extend(minutes(desk, &all, kind, coming.as_ref())?);
        next.push(next_meeting(desk, kind, coming.as_ref())?);
    }
    next.sort_by_key(|n| n.meeting.as_ref().map_or((1, 0), |m| (0, m.days_away)));
    Ok(MonthView {
        today,
        next,
        running_out: clocks::running_out(desk, &cases, &open, &last_minutes)?,
        held: held::everywhere(desk)?,
        last_minutes,
        counts: PlaceCounts {
            cases: count(cases.iter().filter(|case| case.closed.is_none())),
            actions: count(open.iter()),
        },
    })
}

fn has_ended(meeting: &MeetingSummary) -> bool {
    matches!(meeting.stage, Stage::Closed | Stage::Sealed)
}

/// The meeting of a kind that comes next, or goes on now.
fn coming(
    desk: &Desk,
    all: &[MeetingSummary],
    kind: MeetingKind,
) -> Result<Option<Meeting>, Problem> {
    let to_come = all.iter().filter(|m| m.kind == kind && !has_ended(m));
    match to_come.min_by_key(|m| m.date) {
        Some(next) => Ok(desk.record()?.read().meetings().one(next.id)?),
        None => Ok(None),
    }
}

fn next_meeting(
    desk: &Desk,
    kind: MeetingKind,
    coming: Option<&Meeting>,
) -> Result<NextMeeting, Problem> {
    let readiness = match coming {
        Some(meeting) => readiness::of(desk, meeting.proceedings())?,
        None => Vec::new(),
    };
    let meeting = coming.map(|meeting| row(meeting, desk.today()));
    Ok(NextMeeting {
        kind: kind.into(),
        meeting,
        readiness,
    })
}

/// The last minutes of a kind; agreed once the next meeting has said so.
fn minutes(
    desk: &Desk,
    all: &[MeetingSummary],
    kind: MeetingKind,
    coming: Option<&Meeting>,
) -> Result<Option<LastMinutes>, Problem> {
    let Some(last) = all.iter().find(|m| m.kind == kind && has_ended(m)) else {
        return Ok(None);
    };
    let asked = coming.and_then(|meeting| meeting.proceedings().previous.as_ref());
    let agreed = asked.is_some_and(|p| p.meeting == last.id && p.agreed.is_some());
    Ok(Some(LastMinutes {
        meeting: last.id,
        kind: kind.into(),
        date: last.date,
        signed_on: last.signed_at.map(|at| at.date_naive()),
        agreed,
        to_tell: to_tell(desk, last.id)?,
    }))
}

/// The tell list outlives the signature, and whoever is on it is looked for here.
fn to_tell(desk: &Desk, id: MeetingId) -> Result<u32, Problem> {
    let rows = match desk.record()?.read().meetings().one(id)? {
        Some(meeting) => tell(desk, &meeting)?,
        None => Vec::new(),
    };
    let recipients = rows.iter().flat_map(|row| &row.recipients);
    Ok(count(recipients.filter(|one| one.told_by.is_none())))
}
