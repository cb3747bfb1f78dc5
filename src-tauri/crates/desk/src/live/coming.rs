//! Coming and going while the meeting is in session.

use super::forms::{AttendanceForm, AttendancesForm};
use super::reading::view;
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::AttendanceId;
use protocol::meeting::InSession;
use protocol::refusal::Refusal;
use protocol::trade::At;
use record::EntryKind;

pub(crate) fn arrive(desk: &mut Desk, form: AttendanceForm) -> Result<MeetingView, Problem> {
    moved(desk, EntryKind::PersonArrived, form, |meeting, who, _| {
        meeting.arrive(who)
    })
}

pub(crate) fn let_in(desk: &mut Desk, form: AttendanceForm) -> Result<MeetingView, Problem> {
    moved(desk, EntryKind::PersonLetIn, form, InSession::let_in)
}

pub(crate) fn leave(desk: &mut Desk, form: AttendanceForm) -> Result<MeetingView, Problem> {
    moved(desk, EntryKind::PersonLeft, form, InSession::leave)
}

pub(crate) fn step_out(desk: &mut Desk, form: AttendancesForm) -> Result<MeetingView, Problem> {
    together(
        desk,
        EntryKind::PersonSteppedOut,
        &form,
        InSession::step_out,
    )
}

pub(crate) fn step_back(desk: &mut Desk, form: AttendancesForm) -> Result<MeetingView, Problem> {
    together(
        desk,
        EntryKind::PersonSteppedBack,
        &form,
        InSession::step_back,
    )
}

/// They go by one key, all of them or nobody: one entry, and one key takes them all back.
fn together(
    desk: &mut Desk,
    kind: EntryKind,
    form: &AttendancesForm,
    how: impl Fn(&mut InSession, AttendanceId, At) -> Result<(), Refusal>,
) -> Result<MeetingView, Problem> {
    if form.attendances.is_empty() {
        return Err(Problem::field("attendances", "missing"));
    }
    desk.in_meeting(kind, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let mut people = form.attendances.iter();
        people.try_for_each(|who| how(session, *who, moment.at))?;
        Ok(meeting)
    })?;
    view(desk)
}

fn moved(
    desk: &mut Desk,
    kind: EntryKind,
    form: AttendanceForm,
    how: impl FnOnce(&mut InSession, AttendanceId, At) -> Result<(), Refusal>,
) -> Result<MeetingView, Problem> {
    desk.in_meeting(kind, |mut meeting, moment| {
        how(meeting.in_session_mut()?, form.attendance, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}
