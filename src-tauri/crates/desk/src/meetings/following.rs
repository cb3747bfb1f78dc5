//! Meetings to come, as they follow from one that has ended: until that one is signed, what it says may still be put right.

use super::{agenda, next::still_to_be_done};
use crate::cases::CaseChange;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::MeetingId;
use protocol::meeting::{Meeting, Stage};
use record::tables::MeetingChange;
use record::{Entry, RecordError, Tables};

/// What changes in them, in two steps: an action that goes is carried no more before it goes, and one that comes is there
/// before it is carried.
#[derive(Default)]
pub(crate) struct Following {
    less: Vec<MeetingChange>,
    more: Vec<MeetingChange>,
    was: Vec<Meeting>,
    now: Vec<Meeting>,
}

impl Following {
    /// From what an ended meeting says now, and the files that were opened or closed with it.
    pub(crate) fn from(
        desk: &Desk,
        ended: &Meeting,
        files: &[CaseChange],
    ) -> Result<Self, Problem> {
        let p = ended.proceedings();
        let mut following = Self::default();
        for summary in desk.record()?.read().meetings().all()? {
            let to_come = !matches!(summary.stage, Stage::Closed | Stage::Sealed);
            if summary.kind != p.kind || summary.id == p.id || !to_come {
                continue;
            }
            let was = as_it_stands(desk, summary.id)?;
            if was.proceedings().previous.is_none() {
                continue;
            }
            let mut now = was.clone();
            now.carry(still_to_be_done(desk, p.kind, Some(p))?);
            if let Ok(planned) = now.planned_mut() {
                agenda::follow(planned, desk, p, files)?;
            }
            following.change(was, now);
        }
        Ok(following)
    }

    /// As they were before something that is taken back.
    pub(crate) fn back_to(desk: &Desk, before: &[Meeting]) -> Result<Self, Problem> {
        let mut following = Self::default();
        for before in before {
            let was = as_it_stands(desk, before.proceedings().id)?;
            following.change(was, before.clone());
        }
        Ok(following)
    }

    fn change(&mut self, was: Meeting, now: Meeting) {
        if was == now {
            return;
        }
        let mut between = was.clone();
        let stays = now.proceedings().carried.iter();
        let stays = stays.filter(|a| was.proceedings().carried.iter().any(|b| b.id == a.id));
        between.carry(stays.cloned().collect());
        self.less.push(MeetingChange::between(Some(&was), &between));
        self.more.push(MeetingChange::between(Some(&between), &now));
        self.was.push(was);
        self.now.push(now);
    }

    /// The entry with the words of the change.
    pub(crate) fn entered(&self, entry: Entry) -> Entry {
        let all = self.less.iter().chain(&self.more);
        all.fold(entry, |entry, change| entry.with_words(change.words()))
    }

    /// What is written before the ended meeting is.
    pub(crate) fn before(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        let mut less = self.less.iter();
        less.try_for_each(|change| tables.meetings().apply(change))
    }

    /// What is written after it.
    pub(crate) fn after(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        let mut more = self.more.iter();
        more.try_for_each(|change| tables.meetings().apply(change))
    }

    /// It is written: the meeting that goes on is shown as it is now. Answers how they were, to be put back.
    pub(crate) fn shown(self, desk: &mut Desk) -> Result<Vec<Meeting>, Problem> {
        if let Some(live) = &mut desk.open_mut()?.live {
            let id = live.meeting.proceedings().id;
            let now = self.now.into_iter().find(|m| m.proceedings().id == id);
            if let Some(now) = now {
                live.becomes(now);
            }
        }
        Ok(self.was)
    }
}

fn as_it_stands(desk: &Desk, id: MeetingId) -> Result<Meeting, Problem> {
    crate::ending::meeting_of(desk, id)
}

/// What is still to be done may have become more or less since the meeting was prepared.
pub(crate) fn carry_anew(desk: &Desk, planned: &mut Meeting) -> Result<(), Problem> {
    let p = planned.proceedings();
    if p.previous.is_some() {
        let open = still_to_be_done(desk, p.kind, None)?;
        planned.carry(open);
    }
    Ok(())
}
