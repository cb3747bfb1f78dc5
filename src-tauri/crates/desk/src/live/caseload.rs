//! Where the person is, said of the open case, and the case that leaves the caseload (§4.3 DIP, purpose).

use super::reading::view;
use super::views::MeetingView;
use crate::along::Along;
use crate::cases::{CaseChange, CustodyForm, custody};
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::{Desk, Moment};
use crate::sign_in::Nothing;
use chrono::NaiveDate;
use protocol::cases::Case;
use protocol::ids::CaseId;
use protocol::meeting::{InSession, Meeting, Proceedings, Slot};
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::EntryKind;

/// Changes custody or community in the meeting and in the case's file, under one entry.
pub(crate) fn change_custody(desk: &mut Desk, form: CustodyForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let whereabouts = custody::read(&form, desk.today(), &mut faults);
    faults.none()?;
    let case = open_case(desk)?;
    let about = case.id;
    let change = CaseChange::to(
        Case {
            whereabouts: whereabouts.clone(),
            ..case
        },
        desk,
    )?;
    desk.in_meeting_along(
        EntryKind::CustodyChanged,
        Some(about),
        Some(&change),
        |mut meeting, _| {
            meeting.in_session_mut()?.change_whereabouts(whereabouts)?;
            Ok(meeting)
        },
    )?;
    view(desk)
}

/// Closes what is under discussion; where closure was decided the file is closed too, and its retention period begins.
pub(crate) fn close_case(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    closes(desk, |session, moment| session.close_case(moment.at))
}

/// Says that no action follows, and closes it: one move, which one key takes back.
pub(crate) fn close_without_action(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    let words = Words::new("No action");
    closes(desk, |session, moment| {
        session.close_without_action(&words, moment.fresh, moment.at)
    })
}

fn closes(
    desk: &mut Desk,
    how: impl FnOnce(&mut InSession, &Moment<'_>) -> Result<(), Refusal>,
) -> Result<MeetingView, Problem> {
    let about = open_case_id(desk)?;
    let changes = leave_the_caseload(desk)?;
    let along = (!changes.is_empty()).then_some(&changes);
    desk.in_meeting_along(
        EntryKind::CaseClosed,
        about,
        along.map(|changes| changes as &dyn Along),
        |mut meeting, moment| {
            how(meeting.in_session_mut()?, moment)?;
            Ok(meeting)
        },
    )?;
    view(desk)
}

fn leave_the_caseload(desk: &Desk) -> Result<Vec<CaseChange>, Problem> {
    let Meeting::InSession(session) = &desk.live()?.meeting else {
        return Ok(Vec::new());
    };
    closed_files(desk, session.files_to_close(), session.proceedings().date)
}

/// The files of cases that leave the caseload on that day, whose retention period begins.
pub(crate) fn closed_files(
    desk: &Desk,
    cases: Vec<CaseId>,
    date: NaiveDate,
) -> Result<Vec<CaseChange>, Problem> {
    let closes = |id| closed_or_open(desk, id, Some(date)).transpose();
    cases.into_iter().filter_map(closes).collect()
}

/// The files that the decisions of a meeting open or close again, once one was moved or taken back there.
pub(crate) fn files_that_follow(
    desk: &Desk,
    before: &Proceedings,
    after: &Proceedings,
) -> Result<Vec<CaseChange>, Problem> {
    let changes = |slot: &&Slot| {
        let (was, is) = (
            before.closed_the_file(slot.id),
            after.closed_the_file(slot.id),
        );
        was != is
    };
    let follows = |slot: &Slot| {
        let on = after.closed_the_file(slot.id).then_some(after.date);
        closed_or_open(desk, slot.case.case, on).transpose()
    };
    let slots = after.slots.iter().filter(changes);
    slots.filter_map(follows).collect()
}

/// A file as it is closed on that day or open again, where it is otherwise now; the day on which it was first closed stays.
fn closed_or_open(
    desk: &Desk,
    id: CaseId,
    on: Option<NaiveDate>,
) -> Result<Option<CaseChange>, Problem> {
    let case = file(desk, id)?;
    let closed = on.map(|day| case.closed.unwrap_or(day));
    let changes = closed != case.closed;
    changes
        .then(|| CaseChange::to(Case { closed, ..case }, desk))
        .transpose()
}

fn open_case_id(desk: &Desk) -> Result<Option<CaseId>, Problem> {
    let p = desk.live()?.meeting.proceedings();
    Ok(p.case_at(p.place))
}

/// The file of the case that is open now.
fn open_case(desk: &Desk) -> Result<Case, Problem> {
    file(desk, open_case_id(desk)?.ok_or(Refusal::NoCaseOpen)?)
}

fn file(desk: &Desk, id: CaseId) -> Result<Case, Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field("case", "no_such_case"))
}
