//! A case that was added while the meeting went on, and should not have been: until something is recorded of it, it never was added.

use super::agenda::{Place, Slot};
use super::door::InSession;
use super::proceedings::Proceedings;
use super::trace::{AgendaChange, Amended};
use crate::ids::SlotId;
use crate::refusal::Refusal;
use crate::trade::At;

impl InSession {
    /// Takes a case off the agenda again that was added to this meeting by mistake, as though nobody had added it. One that is open,
    /// and of which nothing was said, goes too: that it is the wrong one is seen once its name is read.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NotAddedHere`] for one that was planned; [`Refusal::CaseDone`];
    /// [`Refusal::RecordedOfIt`] where the record says something of it besides.
    pub fn take_back_added(&mut self, slot: SlotId, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        let added = self.0.slot(slot)?;
        if !self.0.was_added_here(slot) {
            return Err(Refusal::NotAddedHere);
        }
        if added.is_dealt_with() {
            return Err(Refusal::CaseDone(slot));
        }
        if self.0.is_spoken_of(added) {
            return Err(Refusal::RecordedOfIt);
        }
        if added.is_open() {
            self.leave_case(at);
        }
        let p = &mut self.0;
        p.slots.retain(|s| s.id != slot);
        p.amendments.retain(|a| !is_added(&a.what, slot));
        Ok(())
    }
}

impl Proceedings {
    /// Whether a case came onto the agenda while the meeting went on.
    pub fn was_added_here(&self, slot: SlotId) -> bool {
        self.amendments.iter().any(|a| is_added(&a.what, slot))
    }

    /// Whether anything of the record would be left without its case; a line that was taken back is still kept.
    fn is_spoken_of(&self, slot: &Slot) -> bool {
        let (id, here) = (slot.id, Place::Case(slot.id));
        let items = self.items.iter().map(|i| i.parts().place);
        let actions = self.actions.iter().map(|a| a.place);
        let decisions = self.decisions.iter().map(|d| d.place);
        let silences = self.silences.iter().map(|s| s.place);
        let mut said = items.chain(actions).chain(decisions).chain(silences);
        let mut outs = self.attendances.iter().flat_map(|a| &a.step_outs);
        slot.asked.is_some()
            || slot.went_on_because.is_some()
            || said.any(|place| place == here)
            || outs.any(|out| out.slot == id)
            || self.updates.iter().any(|update| update.slot == id)
            || self.amendments.iter().any(|a| changed_since(&a.what, id))
    }
}

fn is_added(what: &Amended, slot: SlotId) -> bool {
    matches!(what, Amended::Agenda { slot: of, change: AgendaChange::Added } if *of == slot)
}

/// Whether its place on the agenda changed after it was added, or another case was discussed along with it.
fn changed_since(what: &Amended, id: SlotId) -> bool {
    let Amended::Agenda { slot, change } = what else {
        return false;
    };
    match change {
        AgendaChange::Joined(with) | AgendaChange::Parted(with) => *slot == id || *with == id,
        AgendaChange::Added => false,
        _ => *slot == id,
    }
}
