//! What was done last, taken back whole: the meeting is as it was before, as if nobody had pressed that key (`0027`).

use super::Meeting;
use super::proceedings::Proceedings;
use super::restore::Stage;
use super::trace::Amended;
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::Attendance;
use crate::sharing::{SharedItem, Standing};

impl Meeting {
    /// The meeting as it was before what was done to it last. Whoever kept that says for which moves it is meant; what never goes
    /// this way is guarded here.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] for another meeting or another stage, and where an acceptance or a declaration would go with it,
    /// or one that was taken back would come again: those have a way of their own, with a trace (§4.1). Only the slip of taking one
    /// back goes this way, before anything else was done;
    /// [`Refusal::IncidentStays`] where something heard without a ground would go.
    pub fn back_to(&self, before: Self) -> Result<Self, Refusal> {
        let open = matches!(
            self.stage(),
            Stage::Planned | Stage::Gathering | Stage::InSession | Stage::Adjourned | Stage::Closed
        );
        if self.stage() != before.stage() || !open {
            return Err(Refusal::NothingToUndo);
        }
        self.as_it_was(before)
    }

    /// The meeting as it was before the room was left: it had ended, was abandoned, adjourned or put off by a slip, and everybody
    /// still sits there. Whatever was looked at meanwhile they might have seen: so not where the gate was shut (§4.1); nor to a
    /// register, unless whoever calls has seen to it that nothing about a case was looked at.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] for another meeting, where no room was left between the two, or once it is signed; the gate's;
    /// and as [`Self::back_to`].
    pub fn back_into(&self, before: Self) -> Result<Self, Refusal> {
        match (before.stage(), self.stage()) {
            (Stage::InSession, Stage::Closed | Stage::Adjourned) => before.proceedings().gate()?,
            (Stage::Gathering, Stage::Planned | Stage::Adjourned) => {}
            _ => return Err(Refusal::NothingToUndo),
        }
        self.as_it_was(before)
    }

    fn as_it_was(&self, before: Self) -> Result<Self, Refusal> {
        let (now, was) = (self.proceedings(), before.proceedings());
        if now.id != was.id {
            return Err(Refusal::NothingToUndo);
        }
        if loses_an_acceptance(now, was) || brings_one_back(now, was) {
            return Err(Refusal::NothingToUndo);
        }
        if incidents(now).any(|id| incidents(was).all(|other| other != id)) {
            return Err(Refusal::IncidentStays);
        }
        Ok(before)
    }
}

/// Whether somebody's acceptance or declaration would be gone; but for the one that was taken back last, where that comes again.
fn loses_an_acceptance(now: &Proceedings, was: &Proceedings) -> bool {
    now.attendances.iter().any(|a| {
        let then = was.attendance(a.id).ok();
        let same = |of: fn(&Attendance) -> bool| !of(a) || then.is_some_and(of);
        let all = same(|a| a.acceptance.is_some()) && same(|a| a.declaration.is_some());
        !(all || taken_back_last(was, now) == Some(a.id))
    })
}

/// Whoever's acceptance somebody else had given is asked again, and nothing gives it back for them; but for the very slip of taking
/// it back, before anything else was done.
fn brings_one_back(now: &Proceedings, was: &Proceedings) -> bool {
    let taken_back = |p: &Proceedings| {
        let these = p.amendments.iter();
        these
            .filter(|a| matches!(a.what, Amended::Acceptance { .. }))
            .count()
    };
    taken_back(now) > taken_back(was) && taken_back_last(now, was).is_none()
}

/// Whose acceptance was taken back between the one and the other, where that is all that was put right and they have not accepted
/// since.
fn taken_back_last(after: &Proceedings, before: &Proceedings) -> Option<AttendanceId> {
    let (last, earlier) = after.amendments.split_last()?;
    let Amended::Acceptance { who, .. } = last.what else {
        return None;
    };
    let asked_again = |a: &Attendance| a.acceptance.is_none();
    let only = earlier == before.amendments && after.attendance(who).is_ok_and(asked_again);
    only.then_some(who)
}

fn incidents(p: &Proceedings) -> impl Iterator<Item = crate::ids::ItemId> + '_ {
    let heard = |i: &&SharedItem| i.parts().standing == Standing::Heard;
    p.items.iter().filter(heard).map(|i| i.parts().id)
}
