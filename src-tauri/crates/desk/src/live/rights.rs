//! What would make an item right: looked for only when something stands against it.

use super::ground_forms::RegimeView;
use super::line_rows::Wording;
use super::permitting::permission_asked;
use super::right_forms::{PersonNamed, RightView};
use crate::cases::Choice;
use crate::grounds::spelt;
use protocol::grounds::{Addressee, OnFile};
use protocol::ids::{AttendanceId, PowerKey, RoleKey};
use protocol::meeting::Place;
use protocol::pack::{AuthorityRole, Pack};
use protocol::room::AttendeeRole;
use protocol::sharing::{Answer, Assessment, Bar, Fact, Pending, Until};

/// Every way there is, the most fitting first.
pub(super) fn rights(
    assessment: &Assessment,
    wording: &Wording<'_>,
    pack: &Pack,
    on_file: &OnFile,
) -> Vec<RightView> {
    // About what is of no person nobody is asked for advice, and the chair chooses no ground.
    let of_a_case = matches!(assessment.parts().place, Place::Case(_));
    if assessment.objection().is_none() {
        // Whoever is left out and sits in the room hears it all the same.
        let people = left_out(assessment, wording);
        let step_out = (!people.is_empty()).then_some(RightView::StepOut { people });
        // Whatever is contentious can wait for advice, though no rule objects to it.
        let advice = of_a_case.then_some(RightView::Advice);
        // Which of several lawful grounds it rests on is the chair's to say (§1.6.3).
        let ground = of_a_case.then_some(RightView::Ground);
        let all = [step_out, advice, ground];
        return all.into_iter().flatten().collect();
    }
    let all = [
        authority(assessment, wording, pack),
        permission_asked(assessment, wording, pack),
        power(assessment, wording, pack),
        consent(assessment, wording, pack),
        waits(assessment, by_going_on).then_some(RightView::GoOn),
        step_out(assessment, wording),
        of_a_case.then(|| advice(assessment, wording, on_file)),
        Some(heard(assessment)),
    ];
    all.into_iter().flatten().collect()
}

/// Those for whom it waits for something, as a paper names them.
pub(super) fn addressees(
    assessment: &Assessment,
    wording: &Wording<'_>,
    which: impl Fn(Until) -> bool,
) -> Vec<Addressee> {
    let parts = assessment.parts();
    let so = |answer: &Answer| matches!(answer, Answer::Held(until, _) if which(*until));
    let here = parts.receipts.iter().filter(|r| so(&r.answer));
    let here = here.filter_map(|r| wording.proceedings().attendance(r.attendance).ok());
    let here = here.map(|a| match &a.agency.team {
        Some(team) => Addressee::Team(team.clone()),
        None => Addressee::Guest(a.agency.name.clone()),
    });
    let outside = parts.pending.iter().filter(|p| so(&p.answer));
    here.chain(outside.map(|p| outside_the_room(&p.to)))
        .collect()
}

fn outside_the_room(to: &Pending) -> Addressee {
    match (&to.team, &to.organisation) {
        (Some(team), _) => Addressee::Team(team.clone()),
        (None, Some(organisation)) => Addressee::Organisation(organisation.clone()),
        (None, None) => Addressee::Guest(to.named.clone()),
    }
}

pub(super) fn by_authority(until: Until) -> bool {
    matches!(until, Until::AuthorityWithin | Until::AuthorityBeyond)
}

pub(super) fn by_permission(until: Until) -> bool {
    until == Until::OwnerPermits
}

pub(super) fn by_power(until: Until) -> bool {
    matches!(until, Until::PowerChosen | Until::AnotherGroundChosen)
}

fn by_going_on(until: Until) -> bool {
    matches!(until, Until::ChairGoesOn | Until::ChairGoesOnUnder18)
}

fn consents(until: Until) -> bool {
    use Until::*;
    matches!(
        until,
        ConsentCovers
            | ConsentExplicit
            | VictimConsents
            | AuthorityWithin
            | AuthorityBeyond
            | PowerChosen
            | AnotherGroundChosen
    )
}

fn waits(assessment: &Assessment, which: impl Fn(Until) -> bool) -> bool {
    let parts = assessment.parts();
    let here = parts.receipts.iter().map(|r| &r.answer);
    let mut all = here.chain(parts.pending.iter().map(|p| &p.answer));
    all.any(|answer| matches!(answer, Answer::Held(until, _) if which(*until)))
}

fn authority(assessment: &Assessment, wording: &Wording<'_>, pack: &Pack) -> Option<RightView> {
    let to = addressees(assessment, wording, by_authority);
    let parts = assessment.parts();
    let holder = parts.source.holder(&parts.team);
    let service = pack
        .organisation_of(holder)
        .filter(|_| pack.is_inside(holder));
    // A service's own manager is one of that service, and of no other; outside case management there is none.
    let of_a_service = |role: &&AuthorityRole| !role.own_service || service.is_some();
    let role = |role: &AuthorityRole| Choice {
        key: role.key.to_string(),
        name: match service.filter(|_| role.own_service) {
            Some(service) => format!("{}, {}", role.name, service.short_name),
            None => role.name.clone(),
        },
    };
    let enough = may_authorise(assessment);
    let enough = enough.iter().filter_map(|key| pack.role(key));
    (!to.is_empty()).then(|| RightView::Authority {
        roles: pack.roles.iter().filter(of_a_service).map(role).collect(),
        enough: enough.map(|role| role.name.clone()).collect(),
        recipients: named(&to, pack),
        what: wording.kind(&assessment.parts().kind),
        purpose: wording.purpose(&assessment.parts().purpose),
    })
}

/// Who suffices for everybody for whom it waits.
fn may_authorise(assessment: &Assessment) -> Vec<RoleKey> {
    let mut each = facts(assessment).filter_map(|fact| match fact {
        Fact::MayAuthorise(roles) => Some(roles),
        _ => None,
    });
    let mut all = each.next().cloned().unwrap_or_default();
    each.for_each(|roles| all.retain(|role| roles.contains(role)));
    all
}

fn power(assessment: &Assessment, wording: &Wording<'_>, pack: &Pack) -> Option<RightView> {
    let to = addressees(assessment, wording, by_power);
    let offered = facts(assessment).find_map(|fact| match fact {
        Fact::PowersOffered(powers) => Some(powers.as_slice()),
        _ => None,
    });
    let choice = |key: &PowerKey| {
        let power = pack.power(key)?;
        Some(Choice {
            key: key.to_string(),
            name: power.name.clone(),
        })
    };
    (!to.is_empty()).then(|| RightView::Power {
        powers: offered
            .unwrap_or_default()
            .iter()
            .filter_map(choice)
            .collect(),
        recipients: named(&to, pack),
        regime: law_proposed(assessment),
    })
}

/// The law that is proposed for those who wait for a power, where it is one for all of them.
fn law_proposed(assessment: &Assessment) -> Option<RegimeView> {
    let mut laws = facts(assessment).filter_map(|fact| match fact {
        Fact::LawProposed(regime) => Some(*regime),
        _ => None,
    });
    let first = laws.next()?;
    laws.all(|other| other == first).then(|| first.into())
}

fn step_out(assessment: &Assessment, wording: &Wording<'_>) -> Option<RightView> {
    let parts = assessment.parts();
    let barred = parts.receipts.iter().filter(|r| theirs_alone(&r.answer));
    let who = barred.map(|r| r.attendance).chain(parts.left_out.clone());
    let who: Vec<AttendanceId> = who.filter(|who| *who != parts.contributor).collect();
    // The meeting does not go on without whoever chairs or takes its minutes.
    let can_go = |who: &AttendanceId| {
        let here = wording.proceedings().attendance(*who);
        here.is_ok_and(|a| !matches!(a.role, AttendeeRole::Chair | AttendeeRole::MinuteTaker))
    };
    let all_can = !who.is_empty() && who.iter().all(can_go);
    all_can.then(|| RightView::StepOut {
        people: who.into_iter().map(|who| person(who, wording)).collect(),
    })
}

/// Whether it stands against this one person, and not against the item whoever hears it.
fn theirs_alone(answer: &Answer) -> bool {
    use Until::*;
    match answer {
        Answer::Permitted(_) => false,
        Answer::Held(LegalAdvice | ChairGoesOn | ChairGoesOnUnder18 | ReasonNotTold, _) => false,
        Answer::Held(..) => true,
        Answer::Refused(bar, _) => *bar == Bar::Restricted,
    }
}

/// What a consent would have to name for those who wait for one, or for whom one would do.
fn consent(assessment: &Assessment, wording: &Wording<'_>, pack: &Pack) -> Option<RightView> {
    if is_of_somebody_else(assessment, pack) {
        return None;
    }
    let to = addressees(assessment, wording, consents);
    let parts = assessment.parts();
    (!to.is_empty()).then(|| RightView::Consent {
        kind: parts.kind.to_string(),
        recipients: to.iter().map(spelt).collect(),
        purpose: parts.purpose.to_string(),
    })
}

/// Whether nothing that the person gives would do: a witness consents and permits for themselves (§1.2.3, §1.4.1).
pub(super) fn is_of_somebody_else(assessment: &Assessment, pack: &Pack) -> bool {
    let parts = assessment.parts();
    let kind = pack.kind(&parts.kind);
    kind.is_some_and(|kind| kind.is_of_somebody_else(parts.about))
}

/// Advice is asked for, or has come.
fn advice(assessment: &Assessment, wording: &Wording<'_>, on_file: &OnFile) -> RightView {
    let names = wording.proceedings().names_of(assessment.parts().id);
    let asked = on_file.advice.iter().rev();
    let mut asked = asked.filter(|a| names.contains(&a.item) && a.outcome.is_none());
    match asked.next() {
        Some(asked) => RightView::AdviceCame {
            asked_of: asked.asked_of.as_str().to_owned(),
            question: asked.question.as_str().to_owned(),
        },
        None => RightView::Advice,
    }
}

/// Whoever is left out of an item and sits in the room hears it all the same.
fn left_out(assessment: &Assessment, wording: &Wording<'_>) -> Vec<PersonNamed> {
    let left_out = assessment.parts().left_out.iter();
    left_out.map(|who| person(*who, wording)).collect()
}

fn person(who: AttendanceId, wording: &Wording<'_>) -> PersonNamed {
    PersonNamed {
        attendance: who.to_string(),
        name: wording.person(who),
    }
}

fn heard(assessment: &Assessment) -> RightView {
    RightView::Heard {
        people: u32::try_from(assessment.parts().receipts.len()).unwrap_or(u32::MAX),
    }
}

pub(super) fn facts(assessment: &Assessment) -> impl Iterator<Item = &Fact> {
    let parts = assessment.parts();
    let here = parts.receipts.iter();
    let here = here.flat_map(|r| assessment.facts_of(r.attendance));
    let outside = 0..parts.pending.len();
    here.chain(outside.flat_map(|n| assessment.facts_outside(n)))
}

pub(super) fn named(addressees: &[Addressee], pack: &Pack) -> Vec<String> {
    let mut names = crate::grounds::addressees(addressees.iter(), pack);
    names.sort();
    names.dedup();
    names
}
