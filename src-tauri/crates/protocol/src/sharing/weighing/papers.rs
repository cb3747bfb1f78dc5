//! The papers that bear on one item, picked out once, before the recipients are gone through.

use super::asked::{Asked, is_of_victim};
use super::fact::Fact;
use super::scales::Scales;
use crate::grounds::{Authority, ChairChoice, Consent, ConsentState, Permission, Restriction};
use crate::ids::CaseId;
use crate::room::Agency;
use crate::words::Words;

/// What is on file of this case about this kind of information, and counts at this moment.
pub(super) struct Papers<'a> {
    /// Whose consent it takes.
    asked: Asked<'a>,
    /// In force, for this very use.
    consents: Vec<&'a Consent>,
    /// In force, for another use.
    for_another_use: Vec<&'a Consent>,
    /// Expired or withdrawn, whatever the use.
    ended: Vec<(&'a Consent, ConsentState)>,
    authorities: Vec<&'a Authority>,
    permissions: Vec<&'a Permission>,
    restrictions: Vec<&'a Restriction>,
    choices: Vec<&'a ChairChoice>,
}

impl<'a> Papers<'a> {
    pub fn of(scales: &Scales<'a>) -> Self {
        let mut papers = Self::none();
        let Some(case) = scales.case() else {
            papers.permissions.extend(permissions(scales, None));
            return papers;
        };
        let (file, kind, at) = (scales.on_file, &scales.kind.key, scales.at);
        papers.asked = Asked::of(scales, case);
        let theirs = |c: &&Consent| {
            let parts = c.parts();
            parts.case == case && papers.asked.is_of(&parts.whose) && parts.scope.kinds.names(kind)
        };
        let consents: Vec<&Consent> = file.consents.iter().filter(theirs).collect();
        for consent in consents {
            let for_this = consent.parts().scope.purposes.names(&scales.purpose.key);
            match consent.state(at) {
                ConsentState::InForce if for_this => papers.consents.push(consent),
                ConsentState::InForce => papers.for_another_use.push(consent),
                ConsentState::NotYet => {}
                ended => papers.ended.push((consent, ended)),
            }
        }
        let authorities = file.authorities.iter().filter(|a| {
            let parts = a.parts();
            let scope = &parts.scope;
            let for_this = scope.kinds.names(kind) && scope.purposes.names(&scales.purpose.key);
            parts.case == case && for_this && a.is_in_force(scales.meeting, at)
        });
        papers.authorities.extend(authorities);
        papers.permissions.extend(permissions(scales, Some(case)));
        let restrictions = file.restrictions.iter();
        let restrictions =
            restrictions.filter(|r| r.case == case && r.stops(scales.kind) && r.is_in_force(at));
        papers.restrictions.extend(restrictions);
        let choices = file.choices.iter().filter(|c| {
            let parts = c.parts();
            let theirs = parts.case == case && parts.kinds.names(kind);
            theirs && c.is_in_force(scales.meeting, at)
        });
        papers.choices.extend(choices);
        papers
    }

    fn none() -> Self {
        Self {
            asked: Asked::Subject,
            consents: Vec::new(),
            for_another_use: Vec::new(),
            ended: Vec::new(),
            authorities: Vec::new(),
            permissions: Vec::new(),
            restrictions: Vec::new(),
            choices: Vec::new(),
        }
    }

    /// The consent that covers that recipient: explicit where it must be (§1.8.3), and everybody's whose it takes.
    pub fn consent(&self, to: &Agency, explicit: bool) -> Option<&'a Consent> {
        let covers =
            |c: &&Consent| c.parts().scope.reaches(to) && (c.parts().explicit || !explicit);
        let mut covering = self.consents.iter().copied().filter(covers);
        match &self.asked {
            Asked::Subject => covering.next(),
            Asked::Victims(names) => {
                let all: Vec<&Consent> = covering.collect();
                let of = |name: &&Words| all.iter().find(|c| is_of_victim(c, name)).copied();
                let each: Option<Vec<&Consent>> = names.iter().map(of).collect();
                each?.first().copied()
            }
            Asked::WhichVictim(_) | Asked::SomebodyElse => None,
        }
    }

    /// Why the victim's consent does not cover that recipient; or that it is not known which of several is meant.
    pub fn why_no_victim(&self, to: &Agency) -> Option<Fact> {
        match &self.asked {
            Asked::WhichVictim(names) => {
                let names = names.iter().map(|name| (*name).clone());
                Some(Fact::SeveralVictims(names.collect()))
            }
            _ => self.why_no_consent(to),
        }
    }

    /// The consent that covered that recipient and has ended.
    pub fn ended(&self, to: &Agency) -> Option<Fact> {
        let spoke = |(c, _): &&(&Consent, ConsentState)| c.parts().scope.reaches(to);
        let (consent, how) = self.ended.iter().rev().find(spoke)?;
        Some(Fact::ConsentEnded {
            consent: consent.parts().id,
            how: *how,
        })
    }

    /// Why no consent on file covers that recipient, where there is one that almost does.
    pub fn why_no_consent(&self, to: &Agency) -> Option<Fact> {
        if matches!(self.asked, Asked::SomebodyElse) {
            return Some(Fact::OfSomebodyElse);
        }
        let reaches = |c: &&&Consent| c.parts().scope.reaches(to);
        let id = |c: &&Consent| c.parts().id;
        let not_explicit = self.consents.iter().find(reaches).map(id);
        let other_use = || self.for_another_use.iter().find(reaches).map(id);
        let almost = not_explicit.map(Fact::ConsentNotExplicit);
        almost
            .or_else(|| self.ended(to))
            .or_else(|| other_use().map(Fact::ConsentForAnotherUse))
    }

    /// The authorities that name that recipient.
    pub fn authorities(&self, to: &Agency) -> impl Iterator<Item = &'a Authority> {
        let these = self.authorities.iter().copied();
        these.filter(move |a| a.parts().scope.reaches(to))
    }

    /// The permissions that name that recipient.
    pub fn permissions(&self, to: &Agency) -> impl Iterator<Item = &'a Permission> {
        let these = self.permissions.iter().copied();
        these.filter(move |p| p.parts().recipients.iter().any(|one| one.is(to)))
    }

    /// The upheld objection that stops it for that recipient.
    pub fn restriction(&self, to: &Agency) -> Option<&'a Restriction> {
        self.restrictions.iter().copied().find(|r| r.reaches(to))
    }

    /// The chair's choice for that recipient; the latest counts, and one from before consent for them ended is none: the chair
    /// chooses anew each time it ends, so that nothing older steps in by itself (§1.8.2).
    pub fn choice(&self, to: &Agency) -> Option<&'a ChairChoice> {
        let names = |c: &&ChairChoice| c.parts().recipients.iter().any(|one| one.is(to));
        let ended = || {
            let these = self.ended.iter().map(|(consent, _)| *consent);
            these.filter(|consent| consent.parts().scope.reaches(to))
        };
        let since = |c: &&ChairChoice| ended().all(|consent| consent.had_ended_by(c.parts().at));
        let these = self.choices.iter().copied().filter(names).filter(since);
        these.max_by_key(|c| c.parts().at)
    }
}

/// Those that this meeting was given about this kind, of a case; where none is open, what was permitted outside every case.
fn permissions<'a>(
    scales: &Scales<'a>,
    case: Option<CaseId>,
) -> impl Iterator<Item = &'a Permission> {
    let (kind, at, meeting) = (&scales.kind.key, scales.at, scales.meeting);
    scales.on_file.permissions.iter().filter(move |p| {
        let parts = p.parts();
        parts.case == case && parts.kinds.names(kind) && p.is_in_force(meeting, at)
    })
}
