//! The whole room at once: each of these is one entry, and one undo takes all of it back.

use super::reading::{proposed_next_date, view};
use super::views::MeetingView;
use crate::problem::Problem;
use crate::session::{Desk, Live, Moment};
use crate::sign_in::Nothing;
use protocol::meeting::InSession;
use protocol::refusal::Refusal;
use protocol::words::Words;
use record::EntryKind;

/// The chair says that the room was asked whether anybody holds anything new.
pub(crate) fn ask_room(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    of_the_room(desk, EntryKind::RoomAsked, |session, moment| {
        session.ask_room(moment.at)
    })
}

/// Nothing to share, for every agency at the table that has said nothing yet.
pub(crate) fn nil_returns(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    of_the_room(desk, EntryKind::NilReturnsRecorded, |session, moment| {
        session.nil_returns(moment.fresh, moment.at)
    })
}

/// The key was pressed too soon: the room was not asked.
pub(crate) fn unask_room(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    of_the_room(desk, EntryKind::RoomAskUndone, |session, _| {
        session.unask_room()
    })
}

/// Nobody holds anything new: the plan goes on until it is reviewed.
pub(crate) fn no_change(desk: &mut Desk, _: Nothing) -> Result<MeetingView, Problem> {
    let words = nothing_new(desk.live()?);
    of_the_room(desk, EntryKind::NoChangeRecorded, |session, moment| {
        session.no_change(words, moment.fresh, moment.at)
    })
}

/// What the minutes say of it, in the words of the agreement pack that the meeting pinned.
fn nothing_new(live: &Live) -> Words {
    let p = live.meeting.proceedings();
    let review = proposed_next_date(p, &live.pack);
    let review = review.format("%-d %B %Y").to_string();
    let says = &live.pack.meetings.of(p.kind).no_change;
    Words::new(says.replace("{date}", &review))
}

fn of_the_room(
    desk: &mut Desk,
    kind: EntryKind,
    how: impl FnOnce(&mut InSession, &Moment<'_>) -> Result<(), Refusal>,
) -> Result<MeetingView, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let about = p.case_at(p.place);
    desk.in_meeting_about(kind, about, |mut meeting, moment| {
        how(meeting.in_session_mut()?, moment)?;
        Ok(meeting)
    })?;
    view(desk)
}
