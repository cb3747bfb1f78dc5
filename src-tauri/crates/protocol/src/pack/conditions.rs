//! The two laws that sharing can fall under, and their conditions for sensitive information.

use super::SensitiveCategory;
use crate::ids::ConditionKey;
use crate::sharing::Regime;
use serde::{Deserialize, Serialize};

/// What the law asks beside a power, before sensitive information is shared (Schedules 1 and 8 of the DPA 2018).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub key: ConditionKey,
    pub name: String,
    /// As it stands in a sentence: "health or social care".
    pub short: String,
    pub regime: Regime,
    /// The sensitive categories that it serves for; never empty.
    pub categories: Vec<SensitiveCategory>,
    /// Whether it serves where consent is relied on, and there only.
    pub on_consent: bool,
}

impl Condition {
    /// Whether it serves for a category under a law, relying on consent or not.
    pub fn serves(&self, category: SensitiveCategory, regime: Regime, consent: bool) -> bool {
        self.regime == regime && self.on_consent == consent && self.categories.contains(&category)
    }
}
