//! Taking a paper back.

use crate::pack::Rule;
use crate::refusal::Refusal;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// When something stopped counting, who said so, and who noted it (§1.8.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub at: At,
    /// Who took it back: the person, or whoever passed it on.
    pub told_by: Words,
    /// Who entered it here.
    pub noted_by: Words,
    pub note: Option<Words>,
}

impl Withdrawal {
    /// Takes something back that stands in this place, by the rule that the paper stands in.
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who did.
    pub(super) fn put(self, place: &mut Option<Self>, paper: Rule) -> Result<(), Refusal> {
        if place.is_some() {
            return Err(Refusal::AlreadyWithdrawn(paper));
        }
        if self.told_by.is_blank() {
            return Err(Refusal::NotComplete(paper));
        }
        *place = Some(self);
        Ok(())
    }

    /// Whether the minutes of a meeting have it: what came after its end belongs to no minutes of it.
    pub fn was_by(&self, ended: Option<At>) -> bool {
        ended.is_none_or(|ended| self.at <= ended)
    }
}
