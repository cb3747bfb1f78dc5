//! A capture line understood and weighed: what it would record, and what a rule objects to.

use super::line_rows::Wording;
use super::no_action::is_no_action;
use super::parts::{candidates, parts};
use super::proposing::{lexicon, proposal, weighed};
use super::reasons::reasons;
use super::right_forms::{RightFor, RightView};
use super::rights::rights;
use super::until_view::{UntilView, against};
use super::weigh_views::{Objection, WeighView, Would};
use super::would::would;
use crate::session::Live;
use protocol::capture::{self, CaptureFault, Lexicon, Reading, Role, Understood, Want};
use protocol::ids::{ItemId, TeamKey};
use protocol::meeting::{InSession, Meeting};
use protocol::pack::Clauses;
use protocol::refusal::{Clause, Refusal};
use protocol::sharing::{Assessment, Proposal};
use protocol::trade::At;

/// What a line would record at this keystroke, and what stands in its way.
pub(super) fn weigh(live: &Live, line: &str, at: At) -> WeighView {
    let p = live.meeting.proceedings();
    let lexicon = lexicon(p, &live.pack);
    answered(live, (line, &lexicon), |proposal| {
        p.assess_together(&proposal, at, &live.pack, &live.on_file)
    })
}

/// The same of a line that is read in some room, and of an item that is weighed in some way.
pub(super) fn answered(
    live: &Live,
    (line, lexicon): (&str, &Lexicon),
    assess: impl FnOnce(Proposal) -> Result<Assessment, Refusal>,
) -> WeighView {
    let reading = capture::read(line, lexicon);
    let wording = Wording::of(live);
    let p = live.meeting.proceedings();
    let (mut would, objection, rights) = match &reading.understood {
        Understood::Item { .. } => match proposal(p, &live.pack, &reading.understood) {
            Some(proposal) => item(live, assess(proposal), &wording),
            None => (Would::Nothing, None, Vec::new()),
        },
        Understood::Unfinished { want, .. } => {
            (Would::Nothing, wanted(&reading, want, &wording), Vec::new())
        }
        other => {
            let (would, objection) = said(live, other, &wording);
            (would, objection, Vec::new())
        }
    };
    if let Would::Item { asks_basis, .. } = &mut would {
        // Whoever has typed which of the two it is has been asked enough.
        *asks_basis &= !reading.parts.iter().any(|part| part.role == Role::Basis);
    }
    let blocked = objection.as_ref().is_some_and(|o| !o.holds);
    WeighView {
        parts: parts(line, &reading, &wording),
        ready: !blocked && !matches!(would, Would::Nothing),
        candidates: candidates(&reading, lexicon, &wording),
        would,
        objection,
        rights,
    }
}

/// A held item as a line would be: what it still waits for, and what would make it right.
pub(crate) fn weigh_held(live: &Live, item: ItemId, at: At) -> Result<WeighView, Refusal> {
    let of = RightFor {
        line: String::new(),
        item: Some(item),
    };
    let assessment = weighed(live, &of, at)?;
    let wording = Wording::of(live);
    let objection = waiting(&assessment, &wording, live);
    let mut rights = rights(&assessment, &wording, &live.pack, &live.on_file);
    if objection.is_none() {
        // One key shares it; whoever it is not for and sits in the room steps out first. Advice has its place before that, and
        // another ground is taken for a line that is typed.
        rights.retain(|right| matches!(right, RightView::StepOut { .. }));
    }
    // Whoever heard it did so when it was recorded: whom the room holds by now says nothing of that.
    rights.retain(|right| !matches!(right, RightView::Heard { .. }));
    let copies = live.meeting.proceedings().held_with(item)?;
    if !copies.iter().all(|item| item.is_permitted()) {
        let then = copies.first().map_or(0, |item| item.receipts.len());
        let people = u32::try_from(then).unwrap_or(u32::MAX);
        rights.push(RightView::Heard { people });
    }
    Ok(WeighView {
        parts: Vec::new(),
        would: would(&assessment, &wording, live),
        objection,
        rights,
        candidates: Vec::new(),
        ready: true,
    })
}

fn item(
    live: &Live,
    assessed: Result<Assessment, Refusal>,
    wording: &Wording<'_>,
) -> (Would, Option<Objection>, Vec<RightView>) {
    match assessed {
        Ok(assessment) => (
            would(&assessment, wording, live),
            waiting(&assessment, wording, live),
            rights(&assessment, wording, &live.pack, &live.on_file),
        ),
        Err(refusal) => (
            Would::Nothing,
            Some(refused(&refusal, &live.pack.clauses)),
            Vec::new(),
        ),
    }
}

/// The first thing that stands against it, and everybody for whom it does: what is refused comes
/// before what is waited for, and one thing is said at a time.
fn waiting(assessment: &Assessment, wording: &Wording<'_>, live: &Live) -> Option<Objection> {
    let parts = assessment.parts();
    let here = parts.receipts.iter();
    let here = here.map(|r| {
        (
            wording.person(r.attendance),
            wording.agency(r.attendance),
            &r.answer,
        )
    });
    let outside = parts.pending.iter();
    let outside = outside.map(|p| (p.to.named.clone(), p.to.named.clone(), &p.answer));
    let all = here.chain(outside);
    let all: Vec<(String, String, UntilView, &Clause)> = all
        .filter_map(|(name, agency, answer)| {
            against(answer).map(|(what, clause)| (name, agency, what, clause))
        })
        .collect();
    let clause = assessment.objection()?;
    let what = all.iter().find(|(.., c)| **c == clause)?.2;
    let these = || all.iter().filter(|(_, _, other, _)| *other == what);
    let mut agencies: Vec<String> = these().map(|(_, agency, ..)| agency.clone()).collect();
    agencies.sort();
    agencies.dedup();
    Some(Objection {
        code: what.word().to_owned(),
        clause: Some(clause.to_string()),
        names: these().map(|(name, ..)| name.clone()).collect(),
        agencies,
        why: reasons(assessment, &clause, live),
        holds: true,
        text: None,
    })
}

fn said(live: &Live, what: &Understood, wording: &Wording<'_>) -> (Would, Option<Objection>) {
    let today = live.meeting.proceedings().date;
    match what {
        Understood::Action {
            team: Some(team),
            person,
            due,
            strand,
            ..
        } => {
            let strand = strand.or_else(|| live.pack.team(team).map(|t| t.strand));
            let would = Would::Action {
                agency: wording.team(team),
                person: person.map(|p| wording.person_name(p)),
                due: *due,
                days: due.map(|due| (due - today).num_days()),
                strand: strand.map(Into::into),
            };
            (would, None)
        }
        Understood::Action { team: None, .. } => (Would::Nothing, Some(plain("want_agency"))),
        Understood::Decision {
            kind,
            words,
            rationale,
        } => {
            let rationale = rationale.as_ref().map(|r| r.as_str().to_owned());
            (
                Would::Decision {
                    kind: (*kind).into(),
                    rationale,
                    no_action: is_no_action(words),
                },
                None,
            )
        }
        Understood::Dissent { team, .. } => (
            Would::Dissent {
                agency: wording.team(team),
            },
            absent(live, team),
        ),
        Understood::NilReturn { team } => (
            Would::NilReturn {
                agency: wording.team(team),
            },
            absent(live, team),
        ),
        Understood::Declined { team } => (
            Would::Declined {
                agency: wording.team(team),
            },
            absent(live, team),
        ),
        _ => (Would::Nothing, None),
    }
}

fn absent(live: &Live, team: &TeamKey) -> Option<Objection> {
    let Meeting::InSession(session) = &live.meeting else {
        return None;
    };
    let refused = || refused(&Refusal::OriginatorNotHere, &live.pack.clauses);
    (!is_here(session, team)).then(refused)
}

fn is_here(session: &InSession, team: &TeamKey) -> bool {
    let people = &session.proceedings().attendances;
    people
        .iter()
        .any(|a| a.is_in_the_room() && a.agency.is(team))
}

fn wanted(reading: &Reading, want: &Want, wording: &Wording<'_>) -> Option<Objection> {
    use CaptureFault::{AmbiguousPerson, AmbiguousRecipient};
    // A line that is only unfinished is no fault; one with a fault in it says which stretch.
    let part = reading.parts.iter().find(|part| part.fault.is_some())?;
    if matches!(part.fault, Some(AmbiguousPerson | AmbiguousRecipient)) {
        let names = part.candidates.iter().map(|one| wording.candidate(one));
        return Some(Objection {
            names: names.collect(),
            ..plain("want_which")
        });
    }
    let code = match want {
        Want::Agency => "want_agency",
        Want::Kind => "want_kind",
        Want::Words => "want_words",
        Want::Recipient => "want_recipient",
        Want::Source => "want_source",
        Want::Category => "want_category",
        Want::OneSource => "want_one_source",
        Want::OneCategory => "want_one_category",
        Want::Person => "want_person",
        Want::Date => "want_date",
        Want::Basis => "want_basis",
        Want::NothingMore => "nothing_more",
    };
    Some(plain(code))
}

fn plain(code: &str) -> Objection {
    Objection {
        code: code.to_owned(),
        clause: None,
        names: Vec::new(),
        agencies: Vec::new(),
        why: Vec::new(),
        holds: false,
        text: None,
    }
}

pub(super) fn refused(refusal: &Refusal, clauses: &Clauses) -> Objection {
    let code = crate::problem::RefusalCode::from(refusal);
    let code = serde_json::to_value(code).ok();
    let code = code
        .as_ref()
        .and_then(|c| c.as_str())
        .unwrap_or("not_permitted")
        .to_owned();
    Objection {
        clause: refusal.clause(clauses).map(|clause| clause.to_string()),
        code,
        ..plain("")
    }
}
