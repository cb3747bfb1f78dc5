//! What a case review is for besides the sharing: where the person is now, and whether the case stays on the caseload (§4.3 DIP).

use super::agenda::{Place, SlotProgress};
use super::door::InSession;
use super::proceedings::Proceedings;
use crate::cases::Custody;
use crate::ids::{CaseId, SlotId};
use crate::refusal::Refusal;
use crate::sharing::DecisionKind;

impl InSession {
    /// Custody or community with its dates, as it was said of the open case.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoCaseOpen`].
    pub fn change_whereabouts(&mut self, whereabouts: Custody) -> Result<(), Refusal> {
        self.0.gate()?;
        let slot = self.open_case_slot()?;
        self.0.slot_mut(slot)?.case.whereabouts = whereabouts;
        Ok(())
    }

    /// The cases under discussion whose closure was decided, so that they leave the caseload when they are read back and closed.
    pub fn files_to_close(&self) -> Vec<CaseId> {
        let places = self.0.discussed().into_iter();
        let closed = places.filter(|place| self.0.closure_decided(*place));
        closed.filter_map(|place| self.0.case_at(place)).collect()
    }
}

impl Proceedings {
    /// The cases whose file this meeting closed since then, by whichever way they were closed.
    pub fn files_closed_since(&self, before: &Self) -> Vec<CaseId> {
        let slots = self.slots.iter();
        let new = slots.filter(|s| self.closed_the_file(s.id) && !before.closed_the_file(s.id));
        new.map(|slot| slot.case.case).collect()
    }

    /// Whether this meeting closed a case's file: it was taken off, or closed once its closure had been decided.
    pub fn closed_the_file(&self, slot: SlotId) -> bool {
        let progress = self.slot(slot).map(|slot| &slot.progress);
        match progress {
            Ok(SlotProgress::TakenOff { .. }) => true,
            Ok(SlotProgress::Done { .. }) => self.closure_decided(Place::Case(slot)),
            _ => false,
        }
    }

    fn closure_decided(&self, place: Place) -> bool {
        let decided = self.decisions.iter().filter(|d| d.undone.is_none());
        let mut here = decided.filter(|d| d.place == place);
        here.any(|d| d.kind == DecisionKind::Closure)
    }
}
