//! The two laws that sharing can fall under, and their conditions for sensitive information.

use super::{Kind, SensitiveCategory};
use crate::ids::{ConditionKey, KindKey};
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
    /// The kinds of those categories that it serves for; all of them where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindKey>,
    /// Whether the law asks for an appropriate policy document beside it (Schedule 1, Part 4 of the DPA 2018; section 42 of it).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needs_policy: bool,
    /// Where that document is found; a partnership that has not said so yet is told that it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
}

impl Condition {
    /// Whether a chair may take it for a kind under a law: what serves on consent alone only where consent is relied on.
    pub fn may_serve(&self, kind: &Kind, regime: Regime, consent: bool) -> bool {
        let serves = |category| {
            self.serves(category, regime, self.on_consent) && (consent || !self.on_consent)
        };
        self.is_for(kind) && kind.sensitivity.is_some_and(serves)
    }

    /// Whether it is for a kind, of whatever category.
    pub fn is_for(&self, kind: &Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind.key)
    }

    /// Whether it serves for a category under a law, relying on consent or not.
    pub fn serves(&self, category: SensitiveCategory, regime: Regime, consent: bool) -> bool {
        self.regime == regime && self.on_consent == consent && self.categories.contains(&category)
    }
}
