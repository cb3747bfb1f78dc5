//! One move of the live meeting: the rules decide, one entry records it, then it is so.

use crate::along::Along;
use crate::problem::Problem;
use crate::session::{Desk, Moment, refused};
use crate::undoing;
use protocol::ids::CaseId;
use protocol::meeting::Meeting;
use protocol::refusal::Refusal;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

impl Desk {
    /// Moves the live meeting on: the rules decide, one entry records it, then it is so.
    pub(crate) fn in_meeting(
        &mut self,
        kind: EntryKind,
        act: impl FnOnce(Meeting, &Moment<'_>) -> Result<Meeting, Refusal>,
    ) -> Result<(), Problem> {
        self.in_meeting_about(kind, None, act)
    }

    /// As [`Self::in_meeting`], for an entry about one case.
    pub(crate) fn in_meeting_about(
        &mut self,
        kind: EntryKind,
        about: Option<CaseId>,
        act: impl FnOnce(Meeting, &Moment<'_>) -> Result<Meeting, Refusal>,
    ) -> Result<(), Problem> {
        self.in_meeting_along(kind, about, None, act)
    }

    /// As [`Self::in_meeting_about`], where something else changes under the same entry.
    pub(crate) fn in_meeting_along(
        &mut self,
        kind: EntryKind,
        about: Option<CaseId>,
        along: Option<&dyn Along>,
        act: impl FnOnce(Meeting, &Moment<'_>) -> Result<Meeting, Refusal>,
    ) -> Result<(), Problem> {
        let fresh = self.fresh().id()?;
        let outside = match along {
            Some(along) if undoing::is_whole(kind) => along.before(self)?,
            _ => Vec::new(),
        };
        let live = self.live()?;
        let moment = Moment {
            at: live.meeting.proceedings().not_before(self.now()),
            pack: &live.pack,
            on_file: &live.on_file,
            fresh,
        };
        let before = &live.meeting;
        let after = act(before.clone(), &moment).map_err(|r| refused(&r, before.proceedings()))?;
        let change = MeetingChange::between(Some(before), &after);
        let mut entry = Entry::of(kind).about_some(about).with_words(change.words());
        if let Some(along) = along {
            entry = along.entered(entry);
        }
        let change = |tables: &record::Tables<'_>| {
            along.map_or(Ok(()), |along| along.apply(tables))?;
            tables.meetings().apply(&change)
        };
        match along.is_some_and(Along::is_shown_beside) {
            true => self.write(&entry, change)?,
            false => self.enter(&entry, change)?,
        }
        let session = self.open_mut()?;
        if let Some(live) = &mut session.live {
            let before = live.becomes(after);
            session.last.is(kind, about, before, outside);
        }
        Ok(())
    }
}
