//! Lines already recorded: tidied, taken back, released.

use super::amending_forms::RecipientName;
use super::forms::{BesideName, ItemForm, LineName, RewordForm, TakeBackForm, WordsName};
use super::reading::view;
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use protocol::ids::CaseId;
use protocol::meeting::{Line, Proceedings, Wording};
use protocol::words::Words;
use record::EntryKind;
use record::tables::Recipient;

pub(crate) fn reword(desk: &mut Desk, form: RewordForm) -> Result<MeetingView, Problem> {
    let which = Wording::from(form.line);
    let about = desk.live()?.meeting.proceedings().case_of_words(which);
    let words = Words::new(form.words.trim());
    desk.in_meeting_about(EntryKind::LineReworded, about, |mut meeting, moment| {
        let session = meeting.in_session_mut()?;
        session.reword(which, words, moment.pack, moment.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn undo(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let about = p.case_at(p.place);
    desk.in_meeting_about(EntryKind::LineUndone, about, |mut meeting, moment| {
        meeting.in_session_mut()?.undo(moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Takes back one line that nobody said, whatever was said since.
pub(crate) fn take_back_line(desk: &mut Desk, form: TakeBackForm) -> Result<MeetingView, Problem> {
    let which = Wording::from(form.line);
    let about = desk.live()?.meeting.proceedings().case_of_words(which);
    desk.in_meeting_about(EntryKind::LineUndone, about, |mut meeting, moment| {
        meeting.in_session_mut()?.take_back(which, moment.at)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// Puts back what was taken back last.
pub(crate) fn redo(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let about = p.case_at(p.place);
    desk.in_meeting_about(EntryKind::LineRestored, about, |mut meeting, moment| {
        meeting
            .in_session_mut()?
            .redo(moment.pack, moment.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn release_item(desk: &mut Desk, form: ItemForm) -> Result<MeetingView, Problem> {
    let about = case_of(desk.live()?.meeting.proceedings(), Line::Item(form.item));
    desk.in_meeting_about(EntryKind::ItemReleased, about, |mut meeting, moment| {
        meeting
            .in_session_mut()?
            .release(form.item, moment.at, moment.pack, moment.on_file)?;
        Ok(meeting)
    })?;
    view(desk)
}

/// The case that a line belongs to, so that its words can be erased with the person.
pub(crate) fn case_of(p: &Proceedings, line: Line) -> Option<CaseId> {
    p.place_of(line).and_then(|place| p.case_at(place))
}

/// A place in a list; one that no list has, where it is too large for any.
fn counted(nth: u32) -> usize {
    usize::try_from(nth).unwrap_or(usize::MAX)
}

impl From<LineName> for Line {
    fn from(name: LineName) -> Self {
        match name {
            LineName::Item { item } => Self::Item(item),
            LineName::Action { action } => Self::Action(action),
            LineName::Decision { decision } => Self::Decision(decision),
            LineName::Silence { nth } => Self::Silence(counted(nth)),
        }
    }
}

impl From<RecipientName> for Recipient {
    fn from(name: RecipientName) -> Self {
        match name {
            RecipientName::Person { attendance } => Self::Person(attendance),
            RecipientName::Outside { item, nth } => Self::Outside(item, counted(nth)),
        }
    }
}

impl From<LineName> for WordsName {
    fn from(name: LineName) -> Self {
        Self::Line(name)
    }
}

impl From<WordsName> for Wording {
    fn from(name: WordsName) -> Self {
        match name {
            WordsName::Line(line) => Line::from(line).into(),
            WordsName::Beside(BesideName::Rationale { decision }) => Self::Rationale(decision),
            WordsName::Beside(BesideName::Dissent { decision, nth }) => {
                Self::Dissent(decision, counted(nth))
            }
            WordsName::Beside(BesideName::Outcome { action }) => Self::Outcome(action),
            WordsName::Beside(BesideName::Deferral { slot }) => Self::Deferral(slot),
            WordsName::Beside(BesideName::WentOn { slot }) => Self::WentOn(slot),
            WordsName::Beside(BesideName::SetAside { update }) => Self::SetAside(update),
            WordsName::Beside(BesideName::Turn { nth }) => Self::Turn(counted(nth)),
            WordsName::Beside(BesideName::MinutesBefore) => Self::MinutesBefore,
        }
    }
}
