//! Everything that a weighing is given to weigh with.

use super::{
    Authority, AuthorityParts, ChairChoice, ChairChoiceParts, Consent, ConsentParts, LegalAdvice,
    Permission, PermissionParts, Restriction, Withheld,
};
use crate::cases::{Flags, Told};
use crate::ids::{CaseId, ItemId, MeetingId};
use serde::{Deserialize, Serialize};

/// What is on file about the cases of a meeting, at that moment.
///
/// A paper counts for its own case only, so that those of every case on the agenda can lie together, and beside them those that are
/// about no case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnFile {
    pub consents: Vec<Consent>,
    pub authorities: Vec<Authority>,
    pub permissions: Vec<Permission>,
    pub restrictions: Vec<Restriction>,
    pub choices: Vec<ChairChoice>,
    pub advice: Vec<LegalAdvice>,
    /// What was left held and is not to be shared.
    #[serde(default)]
    pub withheld: Vec<Withheld>,
    /// How the cases stand now; one that is not here stands as the agenda's heading says.
    pub cases: Vec<CaseNow>,
}

/// What may have changed about a case since the agenda was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNow {
    pub case: CaseId,
    /// Flags beside those that it had then (§4.3 MAPPA).
    pub flags: Flags,
    /// Whether the person knows (§4.4.2).
    pub told: Told,
}

/// What was given at one meeting about one case, or outside every case, which its minutes say.
pub struct GivenAt<'f> {
    pub authorities: Vec<&'f Authority>,
    pub permissions: Vec<&'f Permission>,
    pub choices: Vec<&'f ChairChoice>,
}

impl OnFile {
    /// The authorities and permissions given, and the powers chosen, at a meeting about a case, or outside every case.
    pub fn given_at(&self, meeting: MeetingId, case: Option<CaseId>) -> GivenAt<'_> {
        let here = |of: (MeetingId, Option<CaseId>)| of == (meeting, case);
        let authorities = self.authorities.iter();
        let permissions = self.permissions.iter();
        let choices = self.choices.iter();
        GivenAt {
            authorities: authorities
                .filter(|a| here((a.parts().meeting, Some(a.parts().case))))
                .collect(),
            permissions: permissions
                .filter(|p| here((p.parts().meeting, p.parts().case)))
                .collect(),
            choices: choices
                .filter(|c| here((c.parts().meeting, Some(c.parts().case))))
                .collect(),
        }
    }

    /// The same papers, of the file that theirs was merged into.
    #[must_use]
    pub fn found_under(&self, case: CaseId) -> Self {
        Self {
            consents: each(&self.consents, |p| {
                Consent::restored(ConsentParts {
                    case,
                    ..p.parts().clone()
                })
            }),
            authorities: each(&self.authorities, |p| {
                Authority::restored(AuthorityParts {
                    case,
                    ..p.parts().clone()
                })
            }),
            permissions: each(&self.permissions, |p| {
                Permission::restored(PermissionParts {
                    case: Some(case),
                    ..p.parts().clone()
                })
            }),
            restrictions: each(&self.restrictions, |p| Restriction { case, ..p.clone() }),
            choices: each(&self.choices, |p| {
                ChairChoice::restored(ChairChoiceParts {
                    case,
                    ..p.parts().clone()
                })
            }),
            advice: each(&self.advice, |p| LegalAdvice { case, ..p.clone() }),
            withheld: each(&self.withheld, |p| Withheld {
                case: Some(case),
                ..p.clone()
            }),
            cases: self.cases.clone(),
        }
    }

    /// These papers and those.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.consents.extend(other.consents);
        self.authorities.extend(other.authorities);
        self.permissions.extend(other.permissions);
        self.restrictions.extend(other.restrictions);
        self.choices.extend(other.choices);
        self.advice.extend(other.advice);
        self.withheld.extend(other.withheld);
        self.cases.extend(other.cases);
        self
    }

    /// Who said of a held item, under any of its names, that it is not to be shared.
    pub fn withheld(&self, names: &[ItemId]) -> Option<&Withheld> {
        let mut said = self.withheld.iter();
        said.find(|one| names.contains(&one.item))
    }

    /// What a case's file is flagged with now, beside what the agenda took up.
    pub fn flags(&self, case: CaseId) -> Flags {
        self.now(case).map_or_else(Flags::default, |now| now.flags)
    }

    /// How a case stands now, where that is known.
    pub fn now(&self, case: CaseId) -> Option<&CaseNow> {
        self.cases.iter().find(|now| now.case == case)
    }
}

fn each<P>(papers: &[P], so: impl Fn(&P) -> P) -> Vec<P> {
    papers.iter().map(so).collect()
}
