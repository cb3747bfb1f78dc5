//! The room was left by a slip: the meeting ended, was abandoned or adjourned, and everybody still sits there.

use super::{Last, LastOfForm, Outside, done_last, put_back};
use crate::live::MeetingView;
use crate::meetings::LeftRoom;
use crate::problem::Problem;
use crate::secret::Secret;
use crate::session::{Desk, Live, refused};
use protocol::meeting::Meeting;
use record::EntryKind;
use record::tables::MeetingChange;

/// What was laid down with the room.
pub(crate) struct Left {
    pin: Option<Secret>,
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
        self.put(true, (kind, None), Some(before), outside);
        if let Some(done) = &mut self.what {
            done.left = Some(Left { pin });
        }
    }

    /// The meeting whose room was left, with the number of that move, where nothing else was done since.
    pub(crate) fn left(&self) -> Option<LeftRoom> {
        let done = self.what.as_ref().filter(|done| done.left.is_some())?;
        Some(LeftRoom {
            meeting: done.before.as_ref()?.proceedings().id,
            last: self.number,
        })
    }
}

/// Goes back in: what followed from the end goes with it, and whoever was there is there. It is not put back again by the next key:
/// the meeting can be ended again, and says when.
pub(crate) fn back_into_the_room(
    desk: &mut Desk,
    form: LastOfForm,
) -> Result<MeetingView, Problem> {
    let now = crate::ending::meeting_of(desk, form.meeting)?;
    let left = desk.open()?.last.left();
    let known = left.is_some_and(|left| (left.meeting, left.last) == (form.meeting, form.last));
    let (before, done) = done_last(desk, known, &now)?;
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
