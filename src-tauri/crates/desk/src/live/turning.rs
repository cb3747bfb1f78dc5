//! The turns of a meeting's life: put off, adjourned, too few to decide, another chair, a deputy.

use super::forms::RoleForm;
use super::reading::{view, whole};
use super::turning_forms::{DeputyForm, PutOffForm, QuorumForm};
use super::views::MeetingView;
use crate::meetings::{MeetingsView, RoleView};
use crate::problem::Problem;
use crate::session::{Desk, Moment};
use chrono::NaiveDate;
use protocol::clocks::date_words;
use protocol::meeting::{Meeting, Stage};
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::EntryKind;

/// The people have come and the meeting is not held: it is put off, or adjourned once more on its second day.
pub(crate) fn put_off_meeting(desk: &mut Desk, form: PutOffForm) -> Result<MeetingsView, Problem> {
    let from = desk.live()?.meeting.proceedings().date;
    let (day, reason) = another_day(&form.date, &form.reason, from, desk.today())?;
    let by = desk.signed_in()?;
    let (kind, before) = (EntryKind::MeetingPostponed, desk.live()?.meeting.clone());
    desk.in_meeting(kind, |meeting, moment| {
        meeting.gathering()?.put_off(day, reason, moment.hand(&by))
    })?;
    leave_the_room(desk, kind, before)
}

/// Stops for the day; on the other everybody is asked everything again (§4.1).
pub(crate) fn adjourn_meeting(desk: &mut Desk, form: PutOffForm) -> Result<MeetingsView, Problem> {
    let from = desk.live()?.meeting.proceedings().date;
    let (day, reason) = another_day(&form.date, &form.reason, from, desk.today())?;
    let by = desk.signed_in()?;
    let (kind, before) = (EntryKind::MeetingAdjourned, desk.live()?.meeting.clone());
    desk.in_meeting(kind, |meeting, moment| {
        let session = meeting.in_session()?;
        Ok(session.adjourn(day, reason, moment.hand(&by))?.into())
    })?;
    leave_the_room(desk, kind, before)
}

/// Whoever comes on the other day is asked anew; a room that was left by a slip can be gone back into.
fn leave_the_room(
    desk: &mut Desk,
    kind: EntryKind,
    before: Meeting,
) -> Result<MeetingsView, Problem> {
    let open = desk.open_mut()?;
    let pin = open.pin.take();
    open.live = None;
    open.last.is_left(kind, before, Vec::new(), pin);
    crate::meetings::commands::meetings(desk, crate::sign_in::Nothing {})
}

/// The chair says how to go on without somebody whom the partnership needs.
pub(crate) fn choose_quorum(desk: &mut Desk, form: QuorumForm) -> Result<MeetingView, Problem> {
    let by = desk.signed_in()?;
    desk.in_meeting(EntryKind::QuorumSettled, |mut meeting, moment| {
        let (choice, hand) = (form.choice.into(), moment.hand(&by));
        match meeting.stage() {
            Stage::Gathering => meeting.gathering_mut()?.go_on_inquorate(choice, hand)?,
            _ => meeting.in_session_mut()?.go_on_inquorate(choice, hand)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// Somebody has taken the seat of somebody who is not there.
pub(crate) fn deputise(desk: &mut Desk, form: DeputyForm) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::PersonDeputises, |mut meeting, _| {
        let (who, principal) = (form.attendance, form.principal);
        match meeting.stage() {
            Stage::Gathering => meeting.gathering_mut()?.deputise(who, principal)?,
            _ => meeting.in_session_mut()?.deputise(who, principal)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// Says what somebody is at the table; the chair in mid-meeting changes hands with a trace.
pub(crate) fn set_role(desk: &mut Desk, form: RoleForm) -> Result<MeetingView, Problem> {
    let in_session = desk.live()?.meeting.stage() == Stage::InSession;
    let hands_over = in_session && form.role == RoleView::Chair;
    let by = desk.signed_in()?;
    let kind = match hands_over {
        true => EntryKind::ChairHanded,
        false => EntryKind::PersonRole,
    };
    desk.in_meeting(kind, |meeting, moment| role(meeting, &form, moment, &by))?;
    match hands_over {
        true => whole(desk),
        false => view(desk),
    }
}

fn role(
    mut meeting: Meeting,
    form: &RoleForm,
    moment: &Moment<'_>,
    by: &str,
) -> Result<Meeting, Refusal> {
    let (who, role) = (form.attendance, form.role.into());
    match (meeting.stage(), form.role) {
        (Stage::Gathering, _) => meeting.gathering_mut()?.set_role(who, role)?,
        (_, RoleView::Chair) => {
            let session = meeting.in_session_mut()?;
            session.hand_over_chair(who, moment.hand(by))?;
        }
        _ => meeting.in_session_mut()?.set_role(who, role)?,
    }
    Ok(meeting)
}

/// To which day a meeting of the day `from` goes, and why: every fault at once, each beside its field.
pub(crate) fn another_day(
    date: &str,
    reason: &str,
    from: NaiveDate,
    today: NaiveDate,
) -> Result<(NaiveDate, Words), Problem> {
    let mut faults = crate::faults::Faults::default();
    let day = faults.read("date", date_words::read(date, today, None));
    if day.is_some_and(|day| day <= from) {
        faults.code("date", "not_later");
    }
    let reason = super::opening::some_words(reason);
    if reason.is_none() {
        faults.code("reason", "missing");
    }
    faults.none()?;
    day.zip(reason)
        .ok_or_else(|| Problem::field("date", "missing"))
}

/// The reason that a form gives.
pub(crate) fn why(text: &str) -> Result<Words, Problem> {
    super::opening::some_words(text).ok_or_else(|| Problem::field("reason", "missing"))
}
