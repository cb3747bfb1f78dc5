//! Why something stands against a line: what is on file and does not do, or whose word is missing.

use super::line_rows::Wording;
use super::until_view::against;
use crate::session::Live;
use chrono::NaiveDate;
use protocol::grounds::ConsentState;
use protocol::refusal::Clause;
use protocol::sharing::{Answer, Assessment, Fact, NotEnough};
use serde::Serialize;
use ts_rs::TS;

/// One reason, as facts for half a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum WhyView {
    /// There is an authority, by somebody whose authority is not enough.
    WrongManager {
        name: String,
        role: String,
        /// They manage another service; otherwise their role does not reach so far.
        other_service: bool,
    },
    /// There was a consent, which ran out, or was taken back.
    ConsentEnded {
        withdrawn: bool,
        on: Option<NaiveDate>,
    },
    ConsentNotExplicit,
    /// There is a consent, for these uses and not for this one.
    ConsentForAnotherUse {
        uses: Vec<String>,
        this: String,
    },
    /// The upheld objection: whose decision, since when.
    StoppedBy {
        by: String,
        on: NaiveDate,
    },
    /// The line does not say of which of these it speaks.
    WhichVictim {
        names: Vec<String>,
    },
    /// It speaks of somebody else than the person, and no consent on file is theirs.
    OfSomebodyElse,
    /// The line does not say whose it is, and it may be any of these.
    WhichOwner {
        names: Vec<String>,
    },
}

/// Why it stands against those for whom the clause that is quoted does, each reason once.
pub(super) fn reasons(assessment: &Assessment, clause: &Clause, live: &Live) -> Vec<WhyView> {
    let parts = assessment.parts();
    let so = |answer: &Answer| against(answer).is_some_and(|(_, cited)| cited == clause);
    let here = parts.receipts.iter().filter(|r| so(&r.answer));
    let here = here.flat_map(|r| assessment.facts_of(r.attendance));
    let outside = parts.pending.iter().enumerate();
    let outside = outside.filter(|(_, p)| so(&p.answer));
    let outside = outside.flat_map(|(n, _)| assessment.facts_outside(n));
    let mut all: Vec<WhyView> = Vec::new();
    for fact in here.chain(outside) {
        if let Some(reason) = reason(fact, assessment, live).filter(|one| !all.contains(one)) {
            all.push(reason);
        }
    }
    all
}

/// What a fact says that the sentence about the answer and its form do not say already.
fn reason(fact: &Fact, assessment: &Assessment, live: &Live) -> Option<WhyView> {
    let (pack, file) = (&live.pack, &live.on_file);
    let consent = |id| file.consents.iter().map(|c| c.parts()).find(|c| c.id == id);
    let wording = Wording::of(live);
    Some(match fact {
        Fact::WrongManager {
            authority,
            role,
            why,
        } => {
            let mut papers = file.authorities.iter().map(|a| a.parts());
            WhyView::WrongManager {
                name: papers
                    .find(|a| a.id == *authority)
                    .map_or_else(String::new, |a| a.by.name.as_str().to_owned()),
                role: pack.role_called(role),
                other_service: *why == NotEnough::OtherService,
            }
        }
        Fact::ConsentEnded { consent: id, how } => {
            let withdrawn = *how == ConsentState::Withdrawn;
            let ended = consent(*id).and_then(|c| match &c.withdrawn {
                Some(taken) if withdrawn => Some(taken.at.date_naive()),
                _ => c.expires,
            });
            WhyView::ConsentEnded {
                withdrawn,
                on: ended,
            }
        }
        Fact::ConsentNotExplicit(_) => WhyView::ConsentNotExplicit,
        Fact::ConsentForAnotherUse(id) => WhyView::ConsentForAnotherUse {
            uses: consent(*id)
                .map(|c| c.scope.purposes.iter().map(|key| wording.purpose(key)))
                .map_or_else(Vec::new, Iterator::collect),
            this: wording.purpose(&assessment.parts().purpose),
        },
        Fact::StoppedBy(id) => {
            let found = file.restrictions.iter().find(|one| one.id == *id)?;
            WhyView::StoppedBy {
                by: found.decided_by.as_str().to_owned(),
                on: found.upheld,
            }
        }
        Fact::SeveralVictims(names) => WhyView::WhichVictim {
            names: names.iter().map(|name| name.as_str().to_owned()).collect(),
        },
        Fact::OfSomebodyElse => WhyView::OfSomebodyElse,
        Fact::Owners(owners) if owners.len() > 1 => WhyView::WhichOwner {
            names: owners.iter().map(|owner| owner.called(pack)).collect(),
        },
        Fact::Owners(_)
        | Fact::MayAuthorise(_)
        | Fact::PowerDoesNotReach(_)
        | Fact::PowersOffered(_)
        | Fact::LawProposed(_) => return None,
    })
}
