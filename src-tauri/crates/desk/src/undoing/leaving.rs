//! The room was left by a slip: the meeting ended, was abandoned, adjourned or put off, and everybody still sits there.

use super::{Done, Last, LastOfForm, Outside, done_last, put_back};
use crate::live::MeetingView;
use crate::meetings::LeftRoom;
use crate::problem::Problem;
use crate::secret::Secret;
use crate::session::{Desk, Live, refused};
use protocol::meeting::{Meeting, Stage};
use record::EntryKind;
use record::tables::MeetingChange;

/// What was laid down with the room.
pub(crate) struct Left {
    pin: Option<Secret>,
    /// It was a register, where the gate was shut.
    register: bool,
}

impl Last {
    /// The room was left, with what followed from it.
    pub(crate) fn is_left(
        &mut self,
        kind: EntryKind,
        before: Meeting,
        outside: Outside,
        pin: Option<Secret>,
    ) {
        let register = before.stage() == Stage::Gathering;
        self.put(true, (kind, None), Some(before), outside);
        if let Some(done) = &mut self.what {
            done.left = Some(Left { pin, register });
        }
    }

    /// Something about cases is looked at between two meetings: whoever sat at a register that was put off could have read it, and
    /// to go back to that would be a way round its gate (§4.1).
    pub(crate) fn somebody_looks(&mut self) {
        let at_a_register = |done: &mut Done| done.left.as_ref().is_some_and(|l| l.register);
        self.what.take_if(at_a_register);
    }

    /// The meeting whose room was left, with the number of that move, where nothing else was done since.
    pub(crate) fn left(&self) -> Option<LeftRoom> {
        let done = self.what.as_ref()?;
        Some(LeftRoom {
            meeting: done.before.as_ref()?.proceedings().id,
            last: self.number,
            register: done.left.as_ref()?.register,
        })
    }
}

/// Goes back in: what followed from the end goes with it, and whoever was there is there. It is not put back again by the next key:
/// the meeting can be ended again, and says when.
pub(crate) fn back_into_the_room(
    desk: &mut Desk,
    form: LastOfForm,
) -> Result<MeetingView, Problem> {
    back(desk, &form, false)
}

/// Goes back to a register that was put off although people had come: nothing was looked at since, and its gate is as shut as before.
pub(crate) fn back_to_the_register(
    desk: &mut Desk,
    form: LastOfForm,
) -> Result<MeetingView, Problem> {
    back(desk, &form, true)
}

fn back(desk: &mut Desk, form: &LastOfForm, register: bool) -> Result<MeetingView, Problem> {
    let now = crate::ending::meeting_of(desk, form.meeting)?;
    let left = desk.open()?.last.left();
    let asked = |left: LeftRoom| {
        (left.meeting, left.last, left.register) == (form.meeting, form.last, register)
    };
    let (before, done) = done_last(desk, left.is_some_and(asked), &now)?;
    let before = now.back_into(before);
    let before = before.map_err(|refusal| refused(&refusal, now.proceedings()))?;
    let pack = desk.pack_of(before.proceedings())?;
    put_back(
        desk,
        &done,
        Some(&MeetingChange::between(Some(&now), &before)),
    )?;
    let session = desk.open_mut()?;
    session.pin = done.left.and_then(|left| left.pin);
    session.live = Some(Live::new(before, pack));
    crate::grounds::commands::refresh(desk)?;
    crate::live::whole(desk)
}
