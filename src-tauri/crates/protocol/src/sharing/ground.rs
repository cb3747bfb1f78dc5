//! What an answer says: on what somebody's receiving rests, what it waits for, or what bars it.

use crate::ids::{
    AuthorityId, ChoiceId, ConditionKey, ConsentId, PermissionId, PowerKey, PurposeKey,
};
use crate::pack::{Clauses, Rule};
use crate::refusal::Clause;
use serde::{Deserialize, Serialize};

/// What the weighing says of one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They may receive it, on this ground.
    Permitted(Ground),
    /// They may not receive it until something named exists.
    Held(Until, Clause),
    /// They may not receive it, and nobody at this meeting can make it right.
    Refused(Bar, Clause),
}

/// What somebody's receiving an item rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    pub purpose: PurposeKey,
    /// The legal power; `None` where the person's consent alone carries it, and no power was chosen for it by the chair.
    pub power: Option<PowerKey>,
    pub footing: Footing,
    pub regime: Regime,
    /// What the law asks beside it for sensitive information.
    pub condition: Option<ConditionKey>,
    /// The manager's authority, where one was needed (§4.3 DIP).
    pub authority: Option<AuthorityId>,
    /// The owner's or the subject's permission, where one was needed (§1.4.1).
    pub permission: Option<PermissionId>,
    pub clause: Clause,
}

/// What is relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Footing {
    /// The power that the pack proposes for it.
    Power,
    /// Another power, chosen by the chair (§1.5.1, §1.8.2).
    ChosenPower(ChoiceId),
    /// The person's consent, or the victim's (§1.8, §2.2.5).
    Consent(ConsentId),
}

/// Which law governs the sharing: between competent authorities, for law enforcement, it is Part 3 of the DPA 2018.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    LawEnforcement,
    General,
}

/// What an item waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Until {
    /// The recipient's acceptance of the agreement, and their declaration where required (§4.1).
    Admitted,
    /// Consent of the person, for an agency neither statutory nor party to the protocol (§1.2.3).
    ConsentCovers,
    /// The same, where the consent on file is not explicit and the information is sensitive (§1.8.3).
    ConsentExplicit,
    /// The victim's own consent (§2.2.5).
    VictimConsents,
    /// The Service Provider Manager's or the DIP Manager's authority (§4.3 DIP).
    AuthorityWithin,
    /// The DIP Manager's authority (§4.3 DIP).
    AuthorityBeyond,
    /// The chair's choice of another ground, now that consent has ended (§1.8.2).
    AnotherGroundChosen,
    /// The chair's choice of a power that reaches the recipient (§1.5.1).
    PowerChosen,
    /// The original owner's or the data subject's permission (§1.4.1).
    OwnerPermits,
    /// Legal advice through a senior manager (§1.2.3).
    LegalAdvice,
    /// The chair's reason to go on with a case that another protocol governs (§4.3 MAPPA).
    ChairGoesOn,
    /// The same with a case of somebody under 18, where no other protocol governs it: this one speaks of adults (§1.1.2).
    ChairGoesOnUnder18,
    /// The reason, the ground and the name for not telling the person (§4.4.2).
    ReasonNotTold,
}

/// What bars an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// An objection was upheld (§2.1.1).
    Restricted,
    /// Legal advice was against it (§1.2.3).
    AdvisedAgainst,
    /// What it was to rest on is no power (§1.5.1).
    NoGround,
}

impl Until {
    /// The rule that asks for it.
    pub fn rule(self) -> Rule {
        match self {
            Self::Admitted => Rule::AgreementAccepted,
            Self::ConsentCovers => Rule::OutsideTheAgreement,
            Self::LegalAdvice => Rule::LegalAdvice,
            Self::ConsentExplicit => Rule::ConsentExplicit,
            Self::VictimConsents => Rule::Victims,
            Self::AuthorityWithin | Self::AuthorityBeyond => Rule::ManagersAuthority,
            Self::AnotherGroundChosen => Rule::ConsentEnded,
            Self::PowerChosen => Rule::Powers,
            Self::OwnerPermits => Rule::OriginalOwner,
            Self::ChairGoesOn => Rule::OtherProtocol,
            Self::ChairGoesOnUnder18 => Rule::Adults,
            Self::ReasonNotTold => Rule::PersonTold,
        }
    }
}

impl Bar {
    /// The rule that it stands in.
    pub fn rule(self) -> Rule {
        match self {
            Self::Restricted => Rule::Objections,
            Self::AdvisedAgainst => Rule::LegalAdvice,
            Self::NoGround => Rule::Powers,
        }
    }
}

impl Answer {
    /// Held until something exists, with the clause that asks for it.
    pub fn held(until: Until, clauses: &Clauses) -> Self {
        Self::Held(until, clauses.of(until.rule()).clone())
    }

    /// Refused, with the clause that the bar stands in.
    pub fn refused(bar: Bar, clauses: &Clauses) -> Self {
        Self::Refused(bar, clauses.of(bar.rule()).clone())
    }

    /// How much stands against them: nothing, something that they wait for, or something that nobody here can put right.
    pub(crate) fn strictness(&self) -> u8 {
        match self {
            Self::Permitted(_) => 0,
            Self::Held(..) => 1,
            Self::Refused(..) => 2,
        }
    }

    pub(crate) fn tightens_to(&mut self, other: &Self) {
        if other.strictness() > self.strictness() {
            *self = other.clone();
        }
    }

    /// Whether they may receive it.
    pub fn is_permitted(&self) -> bool {
        matches!(self, Self::Permitted(_))
    }
}
