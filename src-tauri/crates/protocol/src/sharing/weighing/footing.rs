//! On what a recipient may receive: consent, a manager's authority, a power.

use super::fact::{Fact, NotEnough};
use super::{Lawful, Wait, Weighing};
use crate::grounds::{Authority, ChairChoice, Consent};
use crate::ids::{AuthorityId, PowerKey, RoleKey, TeamKey};
use crate::pack::{Power, PowerSort, Rule, Rung};
use crate::room::Agency;
use crate::sharing::{Footing, Regime, Until};

impl<'a> Weighing<'a> {
    /// What that recipient's receiving rests on, or what it waits for.
    pub(super) fn lawful(&self, to: &Agency) -> Result<Lawful<'a>, Wait> {
        let scales = self.scales;
        if scales.slot.is_none() {
            return Ok(self.about_nobody(to));
        }
        if scales.is_of_a_victim() {
            let consent = self.papers.consent(to, scales.kind.sensitivity.is_some());
            let wait = || Wait::until(Until::VictimConsents, self.papers.why_no_victim(to));
            return consent
                .map(|c| self.by_consent(c, to, Rule::Victims))
                .ok_or_else(wait);
        }
        if let Some(consent) = self.papers.consent(to, scales.kind.sensitivity.is_some()) {
            return Ok(self.by_consent(consent, to, Rule::ConsentGiven));
        }
        if !to.statutory && !to.party {
            return Err(self.waits_for_consent(to));
        }
        let authority = self.authority(to)?;
        self.by_power(to, authority)
    }

    /// What is about no person needs nobody's consent, and discloses nothing that a power has to reach.
    fn about_nobody(&self, to: &Agency) -> Lawful<'a> {
        Lawful {
            footing: Footing::Power,
            power: Some(&self.scales.power.key),
            authority: None,
            regime: self.law(to),
            rule: Rule::Powers,
        }
    }

    fn by_consent(&self, consent: &Consent, to: &Agency, rule: Rule) -> Lawful<'a> {
        // Consent alone carries it, unless the chair took a power of their own for the item: what was chosen is kept beside it.
        let power = self.scales.power;
        let chosen = self.scales.proposal.chosen.is_some() && reaches(power, to);
        Lawful {
            footing: Footing::Consent(consent.parts().id),
            power: chosen.then_some(&power.key),
            authority: None,
            regime: self.law(to),
            rule,
        }
    }

    /// An agency neither statutory nor party: nothing but consent will do (§1.2.3).
    fn waits_for_consent(&self, to: &Agency) -> Wait {
        let why = self.papers.why_no_consent(to);
        let until = match why {
            Some(Fact::ConsentNotExplicit(_)) => Until::ConsentExplicit,
            _ => Until::ConsentCovers,
        };
        Wait::until(until, why)
    }

    /// The authority that sharing outside the waiver needs, where it needs one (§4.3 DIP).
    fn authority(&self, to: &Agency) -> Result<Option<AuthorityId>, Wait> {
        let Some(rung) = self.rung(to) else {
            return Ok(None);
        };
        let mut wrong = Vec::new();
        for authority in self.papers.authorities(to) {
            match self.not_enough(authority, rung) {
                None => return Ok(Some(authority.parts().id)),
                Some(why) => wrong.push(Fact::WrongManager {
                    authority: authority.parts().id,
                    role: authority.parts().by.role.clone(),
                    why,
                }),
            }
        }
        let until = match rung {
            Rung::Within => Until::AuthorityWithin,
            Rung::Beyond => Until::AuthorityBeyond,
        };
        let facts = [Fact::MayAuthorise(self.may_authorise(rung))]
            .into_iter()
            .chain(wrong);
        Err(Wait::until(
            until,
            facts.chain(self.papers.why_no_consent(to)),
        ))
    }

    /// How far that recipient stands from case management; `None` where no authority is asked.
    ///
    /// At a meeting of the ladder, a team inside case management keeps it inside. At any other
    /// meeting it has left, whoever hears it there (§4.3 DIP: beyond that context). It goes by what the information is, whoever
    /// says it: what may be the programme's counts as such until another holder is named. The protocol does not speak of an
    /// agency that passes the programme's information on unsaid; asking is the safer reading.
    fn rung(&self, to: &Agency) -> Option<Rung> {
        let (scales, ladder) = (self.scales, &self.scales.pack.ladder);
        let team = |key| scales.pack.is_inside(key);
        if ladder.meetings.contains(&scales.at_meeting) {
            let within = to.team.as_ref().is_some_and(team);
            return Some(if within { Rung::Within } else { Rung::Beyond });
        }
        let theirs = || self.holders.is_empty() || self.holders.iter().any(|key| team(key));
        let clients = ladder.kinds.contains(&scales.kind.key) && theirs();
        clients.then_some(Rung::Beyond)
    }

    fn not_enough(&self, authority: &Authority, rung: Rung) -> Option<NotEnough> {
        let (pack, by) = (self.scales.pack, &authority.parts().by);
        if !pack.ladder.roles(rung).contains(&by.role) {
            return Some(NotEnough::Role);
        }
        if !self.is_of_a_service(&by.role) {
            return None;
        }
        // Where several services may hold it, a manager of one of them speaks for none of the others.
        let all_theirs = self.holders.iter().all(|team| by.is_of(team, pack));
        if self.holders.is_empty() || !all_theirs {
            return Some(NotEnough::OtherService);
        }
        // Whoever manages what is outside case management manages no service of the programme's (§4.3 DIP, authorities).
        (!self.is_held_inside()).then_some(NotEnough::Role)
    }

    /// Whether a role is that of a service's own manager.
    fn is_of_a_service(&self, role: &RoleKey) -> bool {
        let role = self.scales.pack.role(role);
        role.is_none_or(|role| role.own_service)
    }

    /// Whether whoever may hold it is inside case management.
    fn is_held_inside(&self) -> bool {
        let inside = |team: &&TeamKey| self.scales.pack.is_inside(team);
        !self.holders.is_empty() && self.holders.iter().all(inside)
    }

    /// The roles that suffice on a rung; a service's own manager only for what a service inside case management holds.
    fn may_authorise(&self, rung: Rung) -> Vec<RoleKey> {
        let roles = self.scales.pack.ladder.roles(rung).iter();
        let may = |role: &&RoleKey| self.is_held_inside() || !self.is_of_a_service(role);
        roles.filter(may).cloned().collect()
    }

    /// The proposed power, or the chair's choice where consent has ended or the power falls short.
    fn by_power(&self, to: &Agency, authority: Option<AuthorityId>) -> Result<Lawful<'a>, Wait> {
        let proposed = &self.scales.power;
        let (ended, reaches) = (self.papers.ended(to), reaches(proposed, to));
        let regime = self.law(to);
        let rule = match authority {
            Some(_) => Rule::ManagersAuthority,
            None => Rule::Powers,
        };
        if ended.is_none() && reaches {
            return Ok(Lawful {
                footing: Footing::Power,
                power: Some(&proposed.key),
                authority,
                regime,
                rule,
            });
        }
        if let Some((choice, power)) = self.chosen(to) {
            return Ok(Lawful {
                footing: Footing::ChosenPower(choice.parts().id),
                power: Some(&power.key),
                authority,
                regime: self.law_chosen_by(choice, to),
                rule,
            });
        }
        let until = match ended {
            Some(_) => Until::AnotherGroundChosen,
            None => Until::PowerChosen,
        };
        let short = (!reaches).then(|| Fact::PowerDoesNotReach(proposed.key.clone()));
        let offered = Fact::PowersOffered(self.offered(to));
        let law = Fact::LawProposed(regime);
        Err(Wait::until(
            until,
            ended.into_iter().chain(short).chain([offered, law]),
        ))
    }

    fn law_chosen_by(&self, choice: &ChairChoice, to: &Agency) -> Regime {
        match choice.parts().regime {
            Some(regime) => self.law_chosen(Some(regime), to),
            None => self.law(to),
        }
    }

    /// The chair's choice for that recipient, where its power is one and reaches them.
    fn chosen(&self, to: &Agency) -> Option<(&'a ChairChoice, &'a Power)> {
        let choice = self.papers.choice(to)?;
        let power = self.scales.pack.power(&choice.parts().power)?;
        (power.is_ground() && reaches(power, to)).then_some((choice, power))
    }

    /// What the chair may choose: the proposed power first, then powers, then duties.
    fn offered(&self, to: &Agency) -> Vec<PowerKey> {
        let all = self.scales.pack.powers.iter();
        let choosable = |p: &&Power| p.may_be_chosen() && reaches(p, to);
        let mut these: Vec<&Power> = all.filter(choosable).collect();
        let proposed = &self.scales.power.key;
        these.sort_by_key(|p| (p.key != *proposed, p.what != PowerSort::Power));
        these.into_iter().map(|p| p.key.clone()).collect()
    }
}

fn reaches(power: &Power, to: &Agency) -> bool {
    power.reaches(to.relevant_authority)
}
