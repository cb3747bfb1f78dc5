//! "Before you start": what is ready for a meeting, and what is missing.

use super::forms::{Readiness, ReadinessCode};
use crate::cases::reading::count;
use crate::grounds::reading::papers_of;
use crate::grounds::{GlanceCode, glance};
use crate::people::reading::without_primary;
use crate::problem::Problem;
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::meeting::{Proceedings, Stage, available};
use protocol::pack::Pack;
use protocol::room::{Attendance, AttendeeRole};
use protocol::sharing::Action;
use std::collections::{BTreeMap, BTreeSet};

/// Every line that has something to say of this meeting.
pub(super) fn of(desk: &Desk, p: &Proceedings) -> Result<Vec<Readiness>, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let mut lines = vec![
        line(
            ReadinessCode::CasesOnTheAgenda,
            !p.slots.is_empty(),
            count(p.slots.iter()),
        ),
        people_expected(p),
        chair_and_minute_taker(p),
        Readiness {
            about: vec![pack.version.clone()],
            ..line(ReadinessCode::AgreementInForce, true, 0)
        },
    ];
    lines.extend(time_overbooked(p));
    lines.extend(declarations(p, &pack));
    lines.extend(previous_minutes(desk, p)?);
    lines.push(officers(desk, p, &pack)?);
    lines.push(overdue(&p.carried, &pack, today));
    lines.extend(consents(desk, p)?);
    lines.extend(agreement(&pack, today));
    Ok(lines)
}

fn line(code: ReadinessCode, ready: bool, count: u32) -> Readiness {
    Readiness {
        code,
        ready,
        count,
        about: Vec::new(),
    }
}

fn people_expected(p: &Proceedings) -> Readiness {
    line(
        ReadinessCode::PeopleExpected,
        !p.attendances.is_empty(),
        count(p.attendances.iter()),
    )
}

fn chair_and_minute_taker(p: &Proceedings) -> Readiness {
    let both = [AttendeeRole::Chair, AttendeeRole::MinuteTaker];
    let named = |role: &AttendeeRole| p.attendances.iter().find(|a| a.role == *role);
    let named: Vec<_> = both.iter().filter_map(named).collect();
    Readiness {
        about: named.iter().map(|a| a.name.clone()).collect(),
        ..line(
            ReadinessCode::ChairAndMinuteTaker,
            named.len() == both.len(),
            count(named.iter()),
        )
    }
}

fn time_overbooked(p: &Proceedings) -> Option<Readiness> {
    let planned: u32 = p.slots.iter().map(|slot| u32::from(slot.budget)).sum();
    let over = planned.saturating_sub(available(p.starts, p.ends));
    (over > 0).then(|| line(ReadinessCode::TimeOverbooked, false, over))
}

/// Declarations are signed at the opening: nothing to be done before, and good to know (§4.3 ODOC).
fn declarations(p: &Proceedings, pack: &Pack) -> Option<Readiness> {
    let required = pack.rules(p.kind).declaration_required;
    let signs = |a: &&Attendance| a.must_sign(required);
    let agencies = p
        .attendances
        .iter()
        .filter(signs)
        .map(|a| a.agency.short_name.clone());
    let people = count(p.attendances.iter().filter(signs));
    let about = agencies.collect::<BTreeSet<_>>().into_iter().collect();
    (people > 0).then(|| Readiness {
        about,
        ..line(ReadinessCode::DeclarationsToSign, true, people)
    })
}

fn previous_minutes(desk: &Desk, p: &Proceedings) -> Result<Option<Readiness>, Problem> {
    let Some(minutes) = &p.previous else {
        return Ok(None);
    };
    let all = desk.record()?.read().meetings().all()?;
    let signed = all
        .iter()
        .any(|m| m.id == minutes.meeting && m.stage == Stage::Sealed);
    Ok(Some(line(
        ReadinessCode::PreviousMinutesUnsigned,
        signed,
        u32::from(!signed),
    )))
}

/// The organisations at the table to which nothing could be sent afterwards (§4.4).
fn officers(desk: &Desk, p: &Proceedings, pack: &Pack) -> Result<Readiness, Problem> {
    let officers = desk.record()?.read().officers().all()?;
    let at_the_table = |name: &String| {
        let key = pack
            .organisations
            .iter()
            .find(|o| o.short_name == *name)
            .map(|o| &o.key);
        key.is_some()
            && p.attendances
                .iter()
                .any(|a| a.agency.organisation.as_ref() == key)
    };
    let mut gaps = without_primary(&officers, pack);
    gaps.retain(at_the_table);
    let gaps_are = line(
        ReadinessCode::AgenciesWithoutOfficer,
        gaps.is_empty(),
        count(gaps.iter()),
    );
    Ok(Readiness {
        about: gaps,
        ..gaps_are
    })
}

/// The carried actions that are late, and the agency that has most of them.
fn overdue(carried: &[Action], pack: &Pack, today: NaiveDate) -> Readiness {
    let late: Vec<_> = carried
        .iter()
        .filter(|action| action.is_overdue(today))
        .collect();
    let mut by_team = BTreeMap::new();
    for action in &late {
        *by_team.entry(&action.owner.team).or_insert(0u32) += 1;
    }
    let most = by_team.into_iter().max_by_key(|(_, actions)| *actions);
    let most = most
        .and_then(|(team, _)| pack.team(team))
        .map(|team| team.short_name.clone());
    Readiness {
        about: most.into_iter().collect(),
        ..line(
            ReadinessCode::ActionsOverdue,
            late.is_empty(),
            count(late.iter()),
        )
    }
}

/// The cases whose last consent ends before the meeting or within a month of it (§1.8); nothing where none has any.
fn consents(desk: &Desk, p: &Proceedings) -> Result<Option<Readiness>, Problem> {
    let at = desk.now();
    let (mut any, mut ending) = (false, Vec::new());
    for slot in &p.slots {
        let consents = papers_of(desk, slot.case.case)?.consents;
        let seen = glance::of(consents.iter(), &[], p.date, at).code;
        any |= matches!(seen, GlanceCode::InForce | GlanceCode::Expiring);
        if seen == GlanceCode::Expiring {
            ending.push(slot.case.reference.clone());
        }
    }
    Ok(any.then(|| Readiness {
        about: ending.clone(),
        ..line(
            ReadinessCode::ConsentsEnding,
            ending.is_empty(),
            count(ending.iter()),
        )
    }))
}

/// What the agreement itself waits for (§6.1, §1.4.1).
fn agreement(pack: &Pack, today: NaiveDate) -> impl Iterator<Item = Readiness> {
    let late = u32::try_from((today - pack.review_by()).num_days()).unwrap_or(0);
    let review = (late > 0).then(|| line(ReadinessCode::ReviewOverdue, false, late));
    let unconfirmed = !pack.matrix.confirmed;
    let matrix = unconfirmed.then(|| line(ReadinessCode::MatrixNotConfirmed, false, 1));
    review.into_iter().chain(matrix)
}
