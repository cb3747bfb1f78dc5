//! Weighing one item for one recipient after another, with the papers on file.

mod asked;
mod fact;
mod footing;
mod law;
mod note;
mod papers;
mod passing_on;
mod scales;
mod stop;

pub use fact::{Fact, NotEnough};
pub use note::Note;
pub(super) use scales::Scales;

use super::ground::{Answer, Bar, Footing, Ground, Until};
use crate::ids::{AuthorityId, PowerKey, TeamKey};
use crate::pack::{Clauses, Rule};
use crate::room::Agency;
use papers::Papers;

/// Where a recipient is.
#[derive(Clone, Copy)]
pub(super) enum Where {
    /// In the room, admitted or not.
    Room { admitted: bool },
    /// Elsewhere: it would have to be sent.
    Outside,
}

/// One recipient's answer, and what explains it.
#[derive(Clone)]
pub(super) struct Weighed {
    pub answer: Answer,
    pub facts: Vec<Fact>,
}

/// What a recipient's receiving waits for, and why.
struct Wait {
    until: Until,
    facts: Vec<Fact>,
}

/// One item on the scales, with what stops it for everyone found beforehand.
pub(super) struct Weighing<'a> {
    scales: &'a Scales<'a>,
    papers: Papers<'a>,
    stop: Option<Weighed>,
    is_own: bool,
    /// The teams that it may originally have come from.
    holders: Vec<&'a TeamKey>,
}

/// What a recipient's receiving rests on, before anybody asks whose information it is.
struct Lawful<'a> {
    footing: Footing,
    power: Option<&'a PowerKey>,
    authority: Option<AuthorityId>,
    regime: super::Regime,
    rule: Rule,
}

impl<'a> Weighing<'a> {
    pub fn of(scales: &'a Scales<'a>) -> Self {
        Self {
            papers: Papers::of(scales),
            stop: stop::of(scales),
            is_own: scales.is_own(),
            holders: scales.holders(),
            scales,
        }
    }

    /// What the rules say of one recipient: first what nobody can put right, then what each thing
    /// waits for, then the ground.
    pub fn weigh(&self, to: &Agency, at: Where) -> Weighed {
        let same_agency = to.is(&self.scales.from.key());
        if let Some(restriction) = self.papers.restriction(to).filter(|_| !same_agency) {
            let why = [Fact::StoppedBy(restriction.id)];
            return Weighed::refused(Bar::Restricted, why, self.clauses());
        }
        if matches!(at, Where::Room { admitted: false }) {
            return Weighed::held(Until::Admitted, [], self.clauses());
        }
        if let Some(stop) = &self.stop {
            return stop.clone();
        }
        if same_agency {
            return self.within_the_agency();
        }
        let lawful = match self.lawful(to) {
            Ok(lawful) => lawful,
            Err(wait) => return wait.weighed(self.clauses()),
        };
        match self.passing_on(to, at, &lawful) {
            Ok(permission) => self.permitted(lawful, permission),
            Err(wait) => wait.weighed(self.clauses()),
        }
    }

    fn clauses(&self) -> &'a Clauses {
        &self.scales.pack.clauses
    }

    /// An agency's own people: telling them discloses nothing to anybody else.
    fn within_the_agency(&self) -> Weighed {
        let lawful = Lawful {
            footing: Footing::Power,
            power: Some(&self.scales.power.key),
            authority: None,
            regime: self.law(self.scales.from),
            rule: Rule::Powers,
        };
        self.permitted(lawful, None)
    }

    fn permitted(
        &self,
        lawful: Lawful<'_>,
        permission: Option<crate::ids::PermissionId>,
    ) -> Weighed {
        let ground = Ground {
            purpose: self.scales.purpose.key.clone(),
            power: lawful.power.cloned(),
            condition: self.condition(lawful.regime, lawful.footing),
            footing: lawful.footing,
            regime: lawful.regime,
            authority: lawful.authority,
            permission,
            clause: self.clauses().of(lawful.rule).clone(),
        };
        Weighed {
            answer: Answer::Permitted(ground),
            facts: Vec::new(),
        }
    }
}

impl Wait {
    fn until(until: Until, facts: impl IntoIterator<Item = Fact>) -> Self {
        let facts = facts.into_iter().collect();
        Self { until, facts }
    }

    fn weighed(self, clauses: &Clauses) -> Weighed {
        Weighed::held(self.until, self.facts, clauses)
    }
}

impl Weighed {
    fn held(until: Until, facts: impl IntoIterator<Item = Fact>, clauses: &Clauses) -> Self {
        Self {
            answer: Answer::held(until, clauses),
            facts: facts.into_iter().collect(),
        }
    }

    fn refused(bar: Bar, facts: impl IntoIterator<Item = Fact>, clauses: &Clauses) -> Self {
        Self {
            answer: Answer::refused(bar, clauses),
            facts: facts.into_iter().collect(),
        }
    }
}
