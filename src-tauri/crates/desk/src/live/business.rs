//! Going through the agenda.

use super::changing::reopen;
use super::forms::{
    CorrectionsForm, DeferForm, NextDateForm, OpenCaseForm, PlaceForm, PlaceView, SettleForm,
};
use super::opening::some_words;
use super::reading::{proposed_next_date, view};
use super::views::MeetingView;
use crate::actions::OutcomeView;
use crate::problem::Problem;
use crate::session::{Desk, Live};
use crate::sign_in::Nothing;
use crate::undoing::LastForm;
use chrono::NaiveDate;
use protocol::clocks::date_words;
use protocol::ids::{ActionId, CaseId, SlotId};
use protocol::meeting::Place;
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::EntryKind;

pub(crate) fn turn_to(desk: &mut Desk, form: PlaceForm) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::AgendaTurned, |mut meeting, _| {
        meeting.in_session_mut()?.turn_to(form.place.into())?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn agree_minutes(
    desk: &mut Desk,
    form: CorrectionsForm,
) -> Result<MeetingView, Problem> {
    let corrections = some_words(&form.corrections);
    let before = desk.beside()?.last_stage();
    desk.in_meeting(EntryKind::MinutesAgreed, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let before = before.ok_or(Refusal::NoEarlierMinutes)?;
        session.agree_minutes(before, corrections, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// The minutes were not agreed after all.
pub(crate) fn unagree_minutes(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::MinutesAgreeUndone, |mut meeting, _| {
        meeting.in_session_mut()?.unagree_minutes()?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn settle_action(desk: &mut Desk, form: SettleForm) -> Result<MeetingView, Problem> {
    let note = some_words(&form.note);
    let new_date = match form.outcome {
        OutcomeView::NotDone => Some(date(desk, "new_date", &form.new_date)?),
        _ => None,
    };
    let carried = &desk.live()?.meeting.proceedings().carried;
    let about = carried
        .iter()
        .find(|a| a.id == form.action)
        .and_then(|a| a.case);
    desk.in_meeting_about(EntryKind::ActionSettled, about, |mut meeting, moment| {
        let new = new_date.map(|date| (ActionId(moment.fresh), date));
        let session = meeting.in_session_mut()?;
        session.settle(form.action, form.outcome.into(), note, new, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Opens a case, or opens it again; the entry also says who looked at it (s62 logging: consultation).
pub(crate) fn open_case(desk: &mut Desk, form: OpenCaseForm) -> Result<MeetingView, Problem> {
    let slot = desk.live()?.meeting.proceedings().slot(form.slot)?;
    if slot.is_dealt_with() {
        return reopen(desk, form);
    }
    let because = some_words(&form.because);
    let about = case_of(desk, form.slot)?;
    desk.in_meeting_about(EntryKind::CaseOpened, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.take_up_flags(form.slot, moment.on_file)?;
        session.open_case(form.slot, because, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn defer_case(desk: &mut Desk, form: DeferForm) -> Result<MeetingView, Problem> {
    let about = case_of(desk, form.slot)?;
    let reason = Words::new(form.reason.trim());
    desk.in_meeting_about(EntryKind::CaseDeferred, about, |mut meeting, moment| {
        meeting
            .in_session_mut()?
            .defer_case(form.slot, reason, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Goes on to what comes next by itself after a case was closed or put off: the key that takes back the one takes back both.
pub(crate) fn go_to_next(desk: &mut Desk, form: LastForm) -> Result<MeetingView, Problem> {
    let next = desk.live()?.meeting.proceedings().comes_next();
    let (kind, about) = match next {
        Place::Case(slot) => (EntryKind::CaseOpened, case_of(desk, slot)?),
        _ => (EntryKind::AgendaTurned, None),
    };
    let from = desk.open_mut()?.last.goes_on_from(form.last);
    let done = desk.in_meeting_about(kind, about, |mut meeting, moment| {
        meeting.in_session_mut()?.go_to_next(moment.at)?;
        Ok(meeting)
    });
    desk.open_mut()?.last.is_part_of(from);
    done?;
    view(desk)
}

pub(crate) fn set_next_date(desk: &mut Desk, form: NextDateForm) -> Result<MeetingView, Problem> {
    let chosen = match form.date.trim() {
        "" => proposed(desk.live()?),
        _ => date(desk, "date", &form.date)?,
    };
    desk.in_meeting(EntryKind::DateSet, |mut meeting, _| {
        meeting.in_session_mut()?.set_next_date(chosen)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(super) fn case_of(desk: &Desk, slot: SlotId) -> Result<Option<CaseId>, Problem> {
    Ok(desk
        .live()?
        .meeting
        .proceedings()
        .slot(slot)
        .ok()
        .map(|s| s.case.case))
}

fn proposed(live: &Live) -> NaiveDate {
    proposed_next_date(live.meeting.proceedings(), &live.pack)
}

/// A date as somebody typed it: "2w", "fri", "next meeting".
fn date(desk: &Desk, field: &str, text: &str) -> Result<NaiveDate, Problem> {
    let live = desk.live()?;
    date_of(field, text, live.meeting.proceedings().date, proposed(live))
}

/// The same, counted from the day of a meeting.
pub(super) fn date_of(
    field: &str,
    text: &str,
    from: NaiveDate,
    next: NaiveDate,
) -> Result<NaiveDate, Problem> {
    use date_words::DateWordsFault::*;
    date_words::read(text, from, Some(next)).map_err(|fault| {
        let code = match fault {
            Missing => "missing",
            NotADate => "not_a_date",
            NoSuchDay => "no_such_day",
            Past => "past",
            NoNextMeeting => "no_next_meeting",
            TooFar { .. } => "too_far",
        };
        Problem::field(field, code)
    })
}

impl From<PlaceView> for Place {
    fn from(view: PlaceView) -> Self {
        match view {
            PlaceView::Opening => Self::Opening,
            PlaceView::PreviousMinutes => Self::PreviousMinutes,
            PlaceView::MattersArising => Self::MattersArising,
            PlaceView::Case { slot } => Self::Case(slot),
            PlaceView::AnyOtherBusiness => Self::AnyOtherBusiness,
            PlaceView::Closing => Self::Closing,
        }
    }
}

impl From<Place> for PlaceView {
    fn from(place: Place) -> Self {
        match place {
            Place::Opening => Self::Opening,
            Place::PreviousMinutes => Self::PreviousMinutes,
            Place::MattersArising => Self::MattersArising,
            Place::Case(slot) => Self::Case { slot },
            Place::AnyOtherBusiness => Self::AnyOtherBusiness,
            Place::Closing => Self::Closing,
        }
    }
}
