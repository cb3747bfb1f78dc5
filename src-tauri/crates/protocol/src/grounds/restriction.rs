//! An objection that was upheld: sharing that stops, whatever the powers (§2.1.1).

use super::{Addressee, Several, Withdrawal};
use crate::ids::{CaseId, KindKey, RestrictionId};
use crate::pack::{Kind, Rule};
use crate::refusal::Refusal;
use crate::room::Agency;
use crate::trade::At;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What must not be shared, with whom, since when, and who decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    pub id: RestrictionId,
    pub case: CaseId,
    pub kinds: Reach<KindKey>,
    pub recipients: Reach<Addressee>,
    /// The day on which it came in writing, where that is known: the time to answer it runs from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<NaiveDate>,
    /// The day on which the objection was upheld.
    pub upheld: NaiveDate,
    pub decided_by: Words,
    pub reason: Words,
    pub lifted: Option<Withdrawal>,
}

/// All of them, said expressly, or those named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reach", content = "named")]
#[serde(bound(
    serialize = "T: Ord + Clone + Serialize",
    deserialize = "T: Ord + Deserialize<'de>"
))]
pub enum Reach<T: Ord> {
    Every,
    Only(Several<T>),
}

impl Restriction {
    /// Lifts it.
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who decided it.
    pub fn lift(&mut self, lifted: Withdrawal) -> Result<(), Refusal> {
        lifted.put(&mut self.lifted, Rule::Objections)
    }

    /// Whether it counts at a moment.
    pub fn is_in_force(&self, at: At) -> bool {
        self.upheld <= at.date_naive() && self.lifted.as_ref().is_none_or(|l| l.at > at)
    }

    /// Whether it stops a kind. What the pack keeps for whatever else there is may be any of those named, typed otherwise: it stops too.
    pub fn stops(&self, kind: &Kind) -> bool {
        match &self.kinds {
            Reach::Every => true,
            Reach::Only(kinds) => kind.catch_all || kinds.names(&kind.key),
        }
    }

    /// Whether it stops that recipient.
    pub fn reaches(&self, to: &Agency) -> bool {
        match &self.recipients {
            Reach::Every => true,
            Reach::Only(named) => named.iter().any(|one| one.is(to)),
        }
    }
}
