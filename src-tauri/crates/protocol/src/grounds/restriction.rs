//! An objection that was upheld: sharing that stops, whatever the powers (§2.1.1).

use super::consent::is_before_it_was_entered;
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
    /// When it was entered in the record, where that is known: on the day on which it was upheld it stops nothing from before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<At>,
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
        self.upheld <= at.date_naive()
            && !is_before_it_was_entered(self.upheld, self.entered, at)
            && self.lifted.as_ref().is_none_or(|l| l.at > at)
    }

    /// The same objection for another file of the same person: what was decided, by whom and why, and in force there from the moment
    /// at which it is entered.
    #[must_use]
    pub fn filed_under(&self, case: CaseId, id: RestrictionId, entered: Option<At>) -> Self {
        Self {
            id,
            case,
            entered,
            lifted: None,
            ..self.clone()
        }
    }

    /// Whether it is in force and is not on another file: one that was lifted there was filed there.
    pub fn is_missing_among(&self, there: &[Self], at: At) -> bool {
        let here = |other: &Self| other.filed_under(self.case, self.id, None);
        let same = self.filed_under(self.case, self.id, None);
        self.is_in_force(at) && there.iter().all(|other| here(other) != same)
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
