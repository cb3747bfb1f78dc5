//! Which of the two laws governs, and what it asks beside a power for sensitive information.

use super::Weighing;
use crate::ids::ConditionKey;
use crate::room::Agency;
use crate::sharing::{Footing, Regime};

impl Weighing<'_> {
    /// Part 3 of the DPA 2018 between competent authorities, for a purpose of law enforcement; the
    /// general rules otherwise, whichever way it goes.
    pub(super) fn law(&self, to: &Agency) -> Regime {
        let both = self.scales.from.competent_authority && to.competent_authority;
        match both && self.scales.purpose.law_enforcement {
            true => Regime::LawEnforcement,
            false => Regime::General,
        }
    }

    /// The pack's first condition that serves; none where the information is not sensitive.
    pub(super) fn condition(&self, regime: Regime, footing: Footing) -> Option<ConditionKey> {
        let category = self.scales.kind.sensitivity?;
        let consent = matches!(footing, Footing::Consent(_));
        let conditions = &self.scales.pack.conditions;
        let serves = |consent| {
            conditions
                .iter()
                .find(|one| one.serves(category, regime, consent))
        };
        // A pack may know no condition of its own for consent; the ordinary one is asked for then.
        let found = serves(consent).or_else(|| serves(false));
        found.map(|condition| condition.key.clone())
    }
}
