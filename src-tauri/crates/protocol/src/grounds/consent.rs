//! Consent: a waiver signed beforehand, or consent given for one thing (§1.8).

use super::{Scope, Withdrawal};
use crate::ids::{CaseId, ConsentId, KindKey};
use crate::pack::{Pack, Rule};
use crate::refusal::Refusal;
use crate::room::Agency;
use crate::trade::At;
use crate::words::Words;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

const MONTH: Months = Months::new(1);

/// Consent that was specific, informed and freely given; a blanket release cannot become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent(ConsentParts);

/// Every column of a consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentParts {
    pub id: ConsentId,
    pub case: CaseId,
    pub sort: ConsentSort,
    pub whose: Whose,
    pub scope: Scope,
    pub given: NaiveDate,
    /// When it was entered in the record, where that is known: on the day on which it was given it covers nothing from before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<At>,
    /// The last day on which it counts; `None` until it is withdrawn.
    pub expires: Option<NaiveDate>,
    pub how: HowGiven,
    /// Asked and answered for these very kinds, which sensitive information needs (§1.8.3).
    pub explicit: bool,
    /// The person was told what follows from giving it and from refusing (§1.8.2).
    pub consequences_understood: bool,
    /// Nobody made anything depend on it, and silence was not taken for it (§1.8.1).
    pub freely_given: bool,
    /// Who asked for it and heard the answer.
    pub taken_by: Words,
    /// Where the form or the note of it can be seen.
    pub evidence: Option<Words>,
    pub withdrawn: Option<Withdrawal>,
}

/// The two that the protocol speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentSort {
    /// The confidentiality waiver of a client or an offender (§4.3).
    Waiver,
    Consent,
}

/// Whose consent it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "whose", content = "named")]
pub enum Whose {
    /// The person under discussion.
    Subject,
    /// A victim, by name: nobody else can consent to their details being shared (§2.2.5).
    Victim(Words),
}

/// How it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowGiven {
    /// The better way (§1.8.3).
    InWriting,
    Orally,
}

/// How a consent stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    NotYet,
    InForce,
    Expired,
    Withdrawn,
}

impl Consent {
    /// Takes a consent on file.
    ///
    /// # Errors
    /// [`Refusal::BlanketConsent`], [`Refusal::ConsentNotInformed`], [`Refusal::NotInThePack`],
    /// [`Refusal::NotComplete`] where nobody took it, and [`Refusal::DatesOutOfOrder`] where it
    /// was given after today or ends before it begins.
    pub fn given(parts: ConsentParts, today: NaiveDate, pack: &Pack) -> Result<Self, Refusal> {
        parts.scope.in_the_pack(pack)?;
        if parts.scope.is_blanket(pack) {
            return Err(Refusal::BlanketConsent);
        }
        if !parts.consequences_understood || !parts.freely_given {
            return Err(Refusal::ConsentNotInformed);
        }
        let nameless = matches!(&parts.whose, Whose::Victim(name) if name.is_blank());
        if parts.taken_by.is_blank() || nameless {
            return Err(Refusal::NotComplete(Rule::ConsentDated));
        }
        if parts.given > today || parts.expires.is_some_and(|end| end < parts.given) {
            return Err(Refusal::DatesOutOfOrder);
        }
        Ok(Self(parts))
    }

    /// A consent read back from the record.
    pub fn restored(parts: ConsentParts) -> Self {
        Self(parts)
    }

    /// Every column of it.
    pub fn parts(&self) -> &ConsentParts {
        &self.0
    }

    /// Takes it back: from that moment it is no ground for anything (§1.8.2).
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who did.
    pub fn withdraw(&mut self, withdrawal: Withdrawal) -> Result<(), Refusal> {
        withdrawal.put(&mut self.0.withdrawn, Rule::ConsentEnded)
    }

    /// How it stands at a moment: withdrawal counts from its minute, expiry from the day after. A form has only the day on which it was
    /// given; of what was said on that very day it covers what came after it was entered (§1.8).
    pub fn state(&self, at: At) -> ConsentState {
        let day = at.date_naive();
        if self.0.withdrawn.as_ref().is_some_and(|w| w.at <= at) {
            ConsentState::Withdrawn
        } else if day < self.0.given || is_before_it_was_entered(self.0.given, self.0.entered, at) {
            ConsentState::NotYet
        } else if self.0.expires.is_some_and(|end| end < day) {
            ConsentState::Expired
        } else {
            ConsentState::InForce
        }
    }

    /// Whether it still counts, in another file of the same person, though they have withdrawn that one since it was given.
    pub fn outlives(&self, withdrawn: &Self, at: At) -> bool {
        let since = withdrawn.0.withdrawn.as_ref();
        let since = since.is_some_and(|w| w.at <= at && self.0.given <= w.at.date_naive());
        let given_since =
            |w: &Withdrawal| is_before_it_was_entered(self.0.given, self.0.entered, w.at);
        let since = since && !withdrawn.0.withdrawn.as_ref().is_some_and(given_since);
        since && self.0.whose == withdrawn.0.whose && self.state(at) == ConsentState::InForce
    }

    /// The last of the withdrawals on another file of the same person that it outlives.
    pub fn withdrawn_elsewhere<'c>(&self, there: &'c [Self], at: At) -> Option<&'c Withdrawal> {
        let outlived = there.iter().filter(|other| self.outlives(other, at));
        let outlived = outlived.filter_map(|other| other.0.withdrawn.as_ref());
        outlived.max_by_key(|withdrawal| withdrawal.at)
    }

    /// Whether it ends before a meeting or within a month of it: it is to be asked for again in time.
    pub fn runs_out_around(&self, meeting: NaiveDate) -> bool {
        self.0.expires.is_some_and(|end| end <= meeting + MONTH)
    }

    /// Whether it was once given and has ended.
    pub fn has_ended(&self, at: At) -> bool {
        matches!(
            self.state(at),
            ConsentState::Expired | ConsentState::Withdrawn
        )
    }

    /// Whether its end, and of several the last, had come by a moment: what was taken back counts from then, expired or not.
    pub fn had_ended_by(&self, at: At) -> bool {
        match &self.0.withdrawn {
            Some(withdrawal) => withdrawal.at <= at,
            None => self.state(at) == ConsentState::Expired,
        }
    }

    /// Whether a kind for that recipient lies in what it says, whatever the purpose.
    pub fn speaks_of(&self, kind: &KindKey, to: &Agency) -> bool {
        self.0.scope.kinds.names(kind) && self.0.scope.reaches(to)
    }
}

/// Whether a moment lies on the day that a paper has, and before the paper was entered on that same day.
pub(super) fn is_before_it_was_entered(day: NaiveDate, entered: Option<At>, at: At) -> bool {
    let the_day = |moment: At| moment.date_naive() == day;
    entered.is_some_and(|entered| the_day(entered) && the_day(at) && at < entered)
}
