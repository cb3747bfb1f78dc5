//! Lines that need more than tidying: corrected in substance, moved to their case, made of another sort.

use super::amending_forms::{LineHistoryForm, LineHistoryView};
use super::forms::{ActionForm, CorrectForm, MoveLineForm};
use super::instead::Asked;
use super::instead_forms::ConvertLineForm;
use super::lines::case_of;
use super::reading::view;
use super::struck;
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::{CorrectionId, SlotId};
use protocol::meeting::{Line, Moving};
use protocol::words::Words;
use record::EntryKind;
use uuid::Uuid;

pub(crate) fn line_history(
    desk: &mut Desk,
    form: LineHistoryForm,
) -> Result<LineHistoryView, Problem> {
    struck::line_history(desk, form)
}

/// The first words stay, struck; whoever heard them and is not here is to be told (§2.2).
pub(crate) fn correct_line(desk: &mut Desk, form: CorrectForm) -> Result<MeetingView, Problem> {
    let line = Line::from(form.line);
    let about = case_of(desk.live()?.meeting.proceedings(), line);
    let (words, by) = (Words::new(form.words.trim()), desk.signed_in()?);
    desk.in_meeting_about(EntryKind::LineCorrected, about, |mut meeting, moment| {
        let id = CorrectionId(moment.fresh);
        let session = meeting.in_session_mut()?;
        let (hand, pack, on_file) = (moment.hand(&by), moment.pack, moment.on_file);
        session.correct(line, words, id, hand, pack, on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// The entry is about the case that the line belongs to, so that its words can be erased with that person.
pub(crate) fn move_line(desk: &mut Desk, form: MoveLineForm) -> Result<MeetingView, Problem> {
    let (line, to) = (Line::from(form.line), form.slot);
    let p = desk.live()?.meeting.proceedings();
    let about = p.slot(to).ok().map(|slot| slot.case.case);
    let (by, did) = (desk.signed_in()?, Words::new(form.chair_did.trim()));
    desk.in_meeting_with_files(EntryKind::LineMoved, about, |mut meeting, m| {
        let hand = m.hand(&by);
        let session = meeting.in_session_mut()?;
        session.move_line(moving(line, to, m.fresh, did), hand, m.pack, m.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// A line that moves, with what the chair did about its having been heard, where they said that.
pub(crate) fn moving(line: Line, to: SlotId, fresh: Uuid, chair_did: Words) -> Moving {
    let moving = Moving::of(line, to, fresh);
    match chair_did.is_blank() {
        true => moving,
        false => moving.heard(chair_did),
    }
}

/// The text is read as the capture line would have read it then, and stands where the line stood.
pub(crate) fn convert_line(desk: &mut Desk, form: ConvertLineForm) -> Result<MeetingView, Problem> {
    let line = Line::from(form.line);
    let live = desk.live()?;
    let p = live.meeting.proceedings();
    let about = case_of(p, line);
    let asked = Asked::of(p, &live.pack, &form)?;
    let by = desk.signed_in()?;
    desk.in_meeting_about(EntryKind::LineConverted, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        let (converting, hand) = (asked.converting(moment.fresh), moment.hand(&by));
        session.convert(&converting, &hand, moment.pack, moment.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Takes back what was said of a carried action: it is open again.
pub(crate) fn unsettle_action(desk: &mut Desk, form: ActionForm) -> Result<MeetingView, Problem> {
    let carried = &desk.live()?.meeting.proceedings().carried;
    let action = carried.iter().find(|action| action.id == form.action);
    let about = action.and_then(|action| action.case);
    desk.in_meeting_about(EntryKind::OutcomeUndone, about, |mut meeting, _| {
        meeting.in_session_mut()?.unsettle(form.action)?;
        Ok(meeting)
    })?;
    view(desk)
}
