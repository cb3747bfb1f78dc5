//! One move of the live meeting: the rules decide, one entry records it, then it is so.

use crate::along::Along;
use crate::live::files_that_follow;
use crate::problem::Problem;
use crate::session::{Desk, Moment, refused};
use crate::undoing::{self, Outside};
use protocol::ids::CaseId;
use protocol::meeting::{LeftHeld, Meeting};
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
        let outside = match along {
            Some(along) if undoing::is_whole(kind) => along.before(self)?,
            _ => Vec::new(),
        };
        let after = self.moved_on(act)?;
        self.made((kind, about), after, along, outside)
    }

    /// As [`Self::in_meeting_about`], for a move by which a decision may come or go: the files of the cases follow it (D09).
    pub(crate) fn in_meeting_with_files(
        &mut self,
        kind: EntryKind,
        about: Option<CaseId>,
        act: impl FnOnce(Meeting, &Moment<'_>) -> Result<Meeting, Refusal>,
    ) -> Result<(), Problem> {
        let after = self.moved_on(act)?;
        let before = self.live()?.meeting.proceedings();
        let files = files_that_follow(self, before, after.proceedings())?;
        let along = (!files.is_empty()).then_some(&files as &dyn Along);
        self.made((kind, about), after, along, Vec::new())
    }

    /// The live meeting as the rules have it after a move; nothing is written yet.
    fn moved_on(
        &self,
        act: impl FnOnce(Meeting, &Moment<'_>) -> Result<Meeting, Refusal>,
    ) -> Result<Meeting, Problem> {
        let fresh = self.fresh().id()?;
        let live = self.live()?;
        let moment = Moment {
            at: live.meeting.proceedings().not_before(self.now()),
            pack: &live.pack,
            on_file: &live.on_file,
            fresh,
        };
        let before = &live.meeting;
        let after = act(before.clone(), &moment).map_err(|r| refused(&r, before.proceedings()))?;
        self.taking_up(after, &moment)
    }

    /// With what earlier meetings left held of the cases that this move opens, or of no case where it comes to any other business: it is
    /// held here from now on.
    fn taking_up(&self, mut after: Meeting, moment: &Moment<'_>) -> Result<Meeting, Problem> {
        let (was, is) = (self.live()?.meeting.proceedings(), after.proceedings());
        if was.discussed() == is.discussed() {
            return Ok(after);
        }
        let opens = |one: &LeftHeld| one.is_open_in(is) && !one.is_open_in(was);
        let all = self.beside()?.left_held.iter().map(|left| &left.items);
        let these: Vec<&Vec<LeftHeld>> = all.filter(|items| items.iter().any(opens)).collect();
        if let Ok(session) = after.in_session_mut() {
            for items in these {
                let fresh = self.fresh().id()?;
                // What cannot be taken up here goes on waiting, and stays listed.
                let _ = session.take_up(items, fresh, moment.at, moment.pack, moment.on_file);
            }
        }
        Ok(after)
    }

    fn made(
        &mut self,
        (kind, about): (EntryKind, Option<CaseId>),
        after: Meeting,
        along: Option<&dyn Along>,
        outside: Outside,
    ) -> Result<(), Problem> {
        let change = MeetingChange::between(Some(&self.live()?.meeting), &after);
        let mut entry = Entry::of(kind).about_some(about).with_words(change.words());
        // Words that were there before are moved and put back whatever they hold.
        if !matches!(kind, EntryKind::LineMoved | EntryKind::LineRestored) {
            self.can_be_printed(&entry)?;
        }
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
