//! What is kept outside a meeting: in the registers, in a case's file, in the agreement.

use super::{Done, Last, LastForm, Outside};
use crate::along::Along;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::{StandingView, standing};
use protocol::ids::CaseId;
use protocol::refusal::Refusal;
use record::{Entry, EntryKind};

impl Last {
    /// The number of what was kept last in a register, where nothing else was done since.
    pub(crate) fn kept(&self) -> Option<u32> {
        let done = self.what.as_ref()?;
        done.before.is_none().then_some(self.number)
    }

    /// The same where that was a meeting that was prepared.
    pub(crate) fn prepared(&self) -> Option<u32> {
        let done = self.what.as_ref()?;
        let prepared = done.kind == EntryKind::MeetingPrepared;
        self.kept().filter(|_| prepared)
    }
}

/// Keeps something under one entry, so that one key takes it back whole until something else is written.
pub(crate) fn keep(
    desk: &mut Desk,
    (kind, about): (EntryKind, Option<CaseId>),
    what: &dyn Along,
) -> Result<(), Problem> {
    let before = what.before(desk)?;
    let entry = what.entered(Entry::of(kind).about_some(about));
    desk.write(&entry, |tables| what.apply(tables))?;
    desk.open_mut()?.last.is_kept(kind, about, before);
    Ok(())
}

/// Puts back one of many things that were kept one by one, under an entry of its own; answers what would undo that.
pub(crate) fn undo_one(
    desk: &mut Desk,
    (kind, about): (EntryKind, CaseId),
    outside: Outside,
) -> Result<Outside, Problem> {
    let done = Done {
        kind,
        about: Some(about),
        before: None,
        outside,
        to_come: Vec::new(),
        left: None,
    };
    super::put_back(desk, &done, None).map(|(again, _)| again)
}

/// Takes back what was kept last, where nothing was written since; taken back itself, it is kept again.
pub(crate) fn undo_kept(desk: &mut Desk, form: LastForm) -> Result<StandingView, Problem> {
    let known = desk.open()?.last.kept() == Some(form.last);
    let done = desk.open_mut()?.last.what.take_if(|_| known);
    let done = done.ok_or(Refusal::NothingToUndo)?;
    let again = super::put_back(desk, &done, None);
    let last = &mut desk.open_mut()?.last;
    match again {
        Ok((again, _)) => last.is_kept(done.kind, done.about, again),
        // It stands as it stood, and can still be taken back.
        Err(problem) => {
            last.what = Some(done);
            return Err(problem);
        }
    }
    standing::view(desk)
}
