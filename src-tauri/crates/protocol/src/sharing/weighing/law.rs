//! Which of the two laws governs, and what it asks beside a power for sensitive information.

use super::Weighing;
use crate::ids::ConditionKey;
use crate::room::Agency;
use crate::sharing::{Footing, Regime};

impl Weighing<'_> {
    /// Part 3 of the DPA 2018 between competent authorities, for a purpose of law enforcement; the
    /// general rules otherwise, whichever way it goes. The chair can take the other for the item.
    pub(super) fn law(&self, to: &Agency) -> Regime {
        let chosen = self.scales.proposal.chosen.as_ref();
        self.law_chosen(chosen.and_then(|chosen| chosen.regime), to)
    }

    /// The law that the chair chose, else the one that is proposed. Nobody's choice brings an agency that is no competent
    /// authority under Part 3, which speaks of those alone.
    pub(super) fn law_chosen(&self, chosen: Option<Regime>, to: &Agency) -> Regime {
        let both = self.scales.from.competent_authority && to.competent_authority;
        let law_enforcement = match chosen {
            Some(regime) => regime == Regime::LawEnforcement,
            None => self.scales.purpose.law_enforcement,
        };
        match both && law_enforcement {
            true => Regime::LawEnforcement,
            false => Regime::General,
        }
    }

    /// The condition that the chair took, where it serves for this recipient, and the pack's first that does otherwise; none
    /// where the information is not sensitive.
    pub(super) fn condition(&self, regime: Regime, footing: Footing) -> Option<ConditionKey> {
        let kind = self.scales.kind;
        let category = kind.sensitivity?;
        let consent = matches!(footing, Footing::Consent(_));
        let conditions = &self.scales.pack.conditions;
        let chosen = self.scales.proposal.chosen.as_ref();
        let chosen = chosen.and_then(|chosen| chosen.condition.as_ref());
        let taken = conditions
            .iter()
            .find(|one| Some(&one.key) == chosen && one.may_serve(kind, regime, consent));
        let serves = |consent| {
            conditions
                .iter()
                .find(|one| one.is_for(kind) && one.serves(category, regime, consent))
        };
        // A pack may know no condition of its own for consent; the ordinary one is asked for then.
        let found = taken.or_else(|| serves(consent)).or_else(|| serves(false));
        found.map(|condition| condition.key.clone())
    }
}
