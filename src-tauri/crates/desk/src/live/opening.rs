//! The opening: register, statement, acceptance, PIN, and the moment when business begins (§4.1).

use super::forms::{AcceptForm, AttendanceForm, AuthorityForm, RemarkForm};
use super::half_typed::HalfTyped;
use super::reading::{view, whole};
use super::views::MeetingView;
use crate::handed_over::PinForm;
use crate::meetings::{MeetingForm, MeetingsView, carry_anew};
use crate::problem::{BrokenCode, Problem, RefusalView};
use crate::session::{Desk, Live, Moment, refused};
use crate::sign_in::Nothing;
use protocol::ids::{AttendanceId, PersonId};
use protocol::meeting::{Adjourned, Meeting, Stage};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::room::{Agency, TextHash};
use protocol::words::Words;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

/// How long a meeting's PIN is, in digits.
const PIN_DIGITS: std::ops::RangeInclusive<usize> = 6..=12;

pub(crate) fn open_register(desk: &mut Desk, form: MeetingForm) -> Result<MeetingView, Problem> {
    if desk.open()?.live.is_some() {
        return Err(RefusalView::under_way().into());
    }
    let pack = desk.pack()?;
    let missing = || Problem::from(Refusal::WrongStage);
    let before = desk
        .record()?
        .read()
        .meetings()
        .one(form.meeting)?
        .ok_or_else(missing)?;
    let after = match before.clone() {
        // A meeting that goes on keeps the pack that it pinned: what was said rests on it.
        Meeting::Adjourned(adjourned) => resumed(desk, adjourned)?,
        planned => register(desk, planned, &pack)?,
    };
    let pack = match after.proceedings().began {
        Some(_) => desk.pack_of(after.proceedings())?,
        None => pack,
    };
    let change = MeetingChange::between(Some(&before), &after);
    let entry = Entry::of(EntryKind::RegisterOpened).with_words(change.words());
    desk.write(&entry, |tables| tables.meetings().apply(&change))?;
    let session = desk.open_mut()?;
    // Everybody is asked anew, on the other day too; a line that is half typed waits for it.
    for half_typed in [HalfTyped::AtTheTable, HalfTyped::AtTheEnd] {
        session.record.drop_draft(&half_typed.key(form.meeting))?;
    }
    session.pin = None;
    session.live = Some(Live::new(after, pack));
    crate::grounds::commands::refresh(desk)?;
    whole(desk)
}

fn resumed(desk: &Desk, adjourned: Adjourned) -> Result<Meeting, Problem> {
    let p = adjourned.proceedings().clone();
    let gathering = adjourned.resume(desk.now());
    Ok(gathering.map_err(|refusal| refused(&refusal, &p))?.into())
}

fn register(desk: &Desk, mut planned: Meeting, pack: &Pack) -> Result<Meeting, Problem> {
    let people = desk.record()?.read().people().all()?;
    let agency_of = |id: PersonId| {
        let person = people.iter().find(|p| p.id == id)?;
        Agency::of(&person.affiliation, pack)
    };
    carry_anew(desk, &mut planned)?;
    let gathering = planned
        .planned()?
        .open_register(desk.now(), pack, agency_of)?;
    Ok(gathering.into())
}

/// A register opened by mistake is put back, as long as nobody has sat down.
pub(crate) fn put_register_back(desk: &mut Desk, _: Nothing) -> Result<MeetingsView, Problem> {
    desk.in_meeting(EntryKind::RegisterPutBack, |meeting, _| {
        Ok(meeting.gathering()?.put_back()?.into())
    })?;
    desk.open_mut()?.live = None;
    crate::meetings::commands::meetings(desk, Nothing {})
}

pub(crate) fn meeting(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    whole(desk)
}

pub(crate) fn mark_present(desk: &mut Desk, form: AttendanceForm) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::PersonPresent, |mut meeting, moment| {
        meeting
            .gathering_mut()?
            .mark_present(form.attendance, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn mark_absent(desk: &mut Desk, form: AttendanceForm) -> Result<MeetingView, Problem> {
    let people = desk.live()?.meeting.proceedings();
    // Whoever has accepted was here, and goes: what they accepted is on record, and one key brings them back.
    let kind = match people.attendance(form.attendance)?.has_answered() {
        true => EntryKind::PersonLeft,
        false => EntryKind::PersonAbsent,
    };
    desk.in_meeting(kind, |mut meeting, moment| {
        let gathering = meeting.gathering_mut()?;
        gathering.mark_absent(form.attendance, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn apologies(desk: &mut Desk, form: RemarkForm) -> Result<MeetingView, Problem> {
    let remark = some_words(&form.remark);
    desk.in_meeting(EntryKind::PersonApologies, |mut meeting, _| {
        match meeting.stage() {
            Stage::Gathering => meeting
                .gathering_mut()?
                .apologies(form.attendance, remark)?,
            _ => meeting
                .in_session_mut()?
                .apologies(form.attendance, remark)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn read_statement(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::StatementRead, |mut meeting, moment| {
        meeting.gathering_mut()?.read_statement(moment.at);
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn accept(desk: &mut Desk, form: AcceptForm) -> Result<MeetingView, Problem> {
    let shown = text_hash(&form.text_hash).ok_or(Refusal::AnotherTextShown)?;
    desk.in_meeting(EntryKind::AgreementAccepted, |mut meeting, moment| {
        let (who, at) = (form.attendance, moment.at);
        match meeting.stage() {
            Stage::Gathering => meeting.gathering_mut()?.accept(who, shown, at)?,
            _ => meeting.in_session_mut()?.accept(who, shown, at)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn decline(desk: &mut Desk, form: RemarkForm) -> Result<MeetingView, Problem> {
    let remark = some_words(&form.remark);
    desk.in_meeting(EntryKind::AgreementDeclined, |meeting, moment| {
        declined(meeting, form.attendance, remark, moment)
    })?;
    view(desk)
}

pub(crate) fn declined(
    mut meeting: Meeting,
    who: AttendanceId,
    remark: Option<Words>,
    moment: &Moment<'_>,
) -> Result<Meeting, Refusal> {
    match meeting.stage() {
        Stage::Gathering => meeting.gathering_mut()?.decline(who, remark, moment.at)?,
        _ => meeting.in_session_mut()?.decline(who, remark, moment.at)?,
    }
    Ok(meeting)
}

pub(crate) fn confirm_authority(
    desk: &mut Desk,
    form: AuthorityForm,
) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::AuthorityConfirmed, |mut meeting, moment| {
        let (who, by, at) = (form.attendance, form.given_by.as_str(), moment.at);
        match meeting.stage() {
            Stage::Gathering => meeting.gathering_mut()?.confirm_authority(who, by, at)?,
            _ => meeting.in_session_mut()?.confirm_authority(who, by, at)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

/// The meeting's PIN is kept in memory alone: it proves presence, it is no key.
pub(crate) fn set_pin(desk: &mut Desk, form: PinForm) -> Result<MeetingView, Problem> {
    let pin = form.pin;
    if !PIN_DIGITS.contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::field("pin", "pin_digits"));
    }
    desk.in_meeting(EntryKind::PinSet, |meeting, _| Ok(meeting))?;
    desk.open_mut()?.pin = Some(pin);
    view(desk)
}

/// Everybody has accepted and signed: business begins.
pub(crate) fn begin(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    desk.in_meeting(EntryKind::MeetingBegan, |meeting, moment| {
        Ok(meeting.gathering()?.begin(moment.at)?.into())
    })?;
    view(desk)
}

/// A text's hash as the window was given it.
pub(crate) fn text_hash(typed: &str) -> Option<TextHash> {
    let mut hash = TextHash::default();
    hex::decode_to_slice(typed, &mut hash).ok()?;
    Some(hash)
}

/// The words of a form, where any were written.
pub(crate) fn some_words(text: &str) -> Option<Words> {
    let text = text.trim();
    (!text.is_empty()).then(|| Words::new(text))
}

/// A record that contradicts itself.
pub(crate) fn damaged() -> Problem {
    Problem::broken(BrokenCode::RecordDamaged)
}
