//! What a case review is for besides the sharing: where the person is now, and whether the case stays on the caseload (§4.3 DIP).

use super::agenda::Place;
use super::door::InSession;
use crate::cases::Custody;
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

    /// Whether closure was decided in the open case, so that it leaves the caseload when it is read back and closed.
    pub fn closes_the_file(&self) -> bool {
        let here = self.0.place;
        let decided = self.0.decisions.iter();
        matches!(here, Place::Case(_))
            && decided
                .filter(|d| d.place == here && d.undone.is_none())
                .any(|d| d.kind == DecisionKind::Closure)
    }
}
