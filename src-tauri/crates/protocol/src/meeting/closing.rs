//! Ending: what is still missing, and the move out of the room.

use super::agenda::SlotProgress;
use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
use crate::ids::{ActionId, AttendanceId, ItemId, SlotId, UpdateId};
use crate::refusal::Refusal;
use crate::room::{AttendeeRole, Whereabouts};
use crate::sharing::Standing;
use crate::trade::At;
use crate::words::Words;

/// Something that a chair would want to settle before everyone leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    CaseStillOpen(SlotId),
    CaseNotReached(SlotId),
    MinutesNotAgreed,
    ActionNotSettled(ActionId),
    ActionWithoutDate(ActionId),
    AuthorityNotConfirmed(AttendanceId),
    ItemHeld(ItemId),
    UpdateWaiting(UpdateId),
    NextDateNotSet,
    StillAtTheDoor(AttendanceId),
}

impl InSession {
    /// What is missing, in the order of the agenda.
    pub fn missing(&self) -> Vec<Missing> {
        let p = &self.0;
        let mut missing = minutes_and_actions(p);
        missing.extend(cases(p));
        missing.extend(people(p));
        if p.next_date.is_none() {
            missing.push(Missing::NextDateNotSet);
        }
        missing
    }

    /// Ends the meeting: cases not reached are deferred, everybody leaves (D34).
    ///
    /// # Errors
    /// [`Refusal::AnotherCaseOpen`] while a case is open; [`Refusal::NobodyChairs`].
    pub fn end(mut self, not_reached: &Words, at: At) -> Result<Closed, Refusal> {
        self.no_case_open()?;
        let chaired_by = self.0.chair().ok_or(Refusal::NobodyChairs)?.id;
        for slot in &mut self.0.slots {
            if slot.is_not_reached() {
                slot.progress = SlotProgress::Deferred {
                    reason: not_reached.clone(),
                };
            }
        }
        for attendance in &mut self.0.attendances {
            // Whoever was there on an earlier day and not on this one has left, and was not away.
            let came =
                attendance.whereabouts == Whereabouts::Expected && !attendance.presence.is_empty();
            if attendance.is_here() || came {
                attendance.go(at, Whereabouts::Left);
            }
        }
        self.0.ended = Some(at);
        Ok(Closed {
            proceedings: self.0,
            chaired_by,
        })
    }
}

fn minutes_and_actions(p: &Proceedings) -> Vec<Missing> {
    let mut missing = Vec::new();
    if p.previous.as_ref().is_some_and(|m| m.agreed.is_none()) {
        missing.push(Missing::MinutesNotAgreed);
    }
    let unsettled = p.carried.iter().filter(|a| a.is_open());
    missing.extend(unsettled.map(|a| Missing::ActionNotSettled(a.id)));
    let undated = p.actions.iter().filter(|a| a.is_open() && a.due.is_none());
    missing.extend(undated.map(|a| Missing::ActionWithoutDate(a.id)));
    missing
}

fn cases(p: &Proceedings) -> Vec<Missing> {
    let open = |id: SlotId| p.open_slot().is_some_and(|slot| slot.id == id);
    let slot = |s: &super::Slot| match s.progress {
        SlotProgress::Open { .. } => Some(Missing::CaseStillOpen(s.id)),
        SlotProgress::Waiting => Some(Missing::CaseNotReached(s.id)),
        // Discussed together with a case that was left: it waits like any other.
        SlotProgress::With { slot, .. } if !open(slot) => Some(Missing::CaseNotReached(s.id)),
        _ => None,
    };
    let held = p
        .items
        .iter()
        .filter(|i| i.parts().standing == Standing::Held);
    let held = held.map(|i| Missing::ItemHeld(i.parts().id));
    let waiting = p.waiting_updates().map(|u| Missing::UpdateWaiting(u.id));
    let slots = p.slots.iter().filter_map(slot);
    slots.chain(held).chain(waiting).collect()
}

fn people(p: &Proceedings) -> Vec<Missing> {
    let shares = |a: &&crate::room::Attendance| {
        a.role == AttendeeRole::Representative && !a.presence.is_empty()
    };
    let unconfirmed = p
        .attendances
        .iter()
        .filter(shares)
        .filter(|a| a.authority.is_none());
    let unconfirmed = unconfirmed.map(|a| Missing::AuthorityNotConfirmed(a.id));
    let at_the_door = p
        .attendances
        .iter()
        .filter(|a| a.whereabouts == Whereabouts::AtTheDoor);
    let at_the_door = at_the_door.map(|a| Missing::StillAtTheDoor(a.id));
    unconfirmed.chain(at_the_door).collect()
}
