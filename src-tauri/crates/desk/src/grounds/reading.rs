//! What is on file about a case, as it is shown.

use super::forms::{
    ConsentRow, GroundsView, KindOffered, PaperRow, PaperSortView, RestrictionRow, ScopeChoices,
    WithdrawnView,
};
use super::{addressee, addressees, glance, shared};
use crate::cases::Choice;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::Case;
use protocol::grounds::{
    Addressee, Authority, CaseNow, ChairChoice, Consent, LegalAdvice, OnFile, Permission,
    PermissionFrom, Reach, Restriction, Several, Whose, Withdrawal,
};
use protocol::ids::{CaseId, KindKey, PurposeKey};
use protocol::meeting::{Proceedings, Stage};
use protocol::pack::{Kind, Pack, Purpose};
use protocol::room::Agency;
use protocol::trade::{At, MeetingKind};

/// Everything on file about a case.
pub(crate) fn view(desk: &Desk, id: CaseId) -> Result<GroundsView, Problem> {
    let (at, pack) = (desk.now(), desk.pack()?);
    let case = case(desk, id)?;
    let file = desk.record()?.read().on_file().of_case(id)?;
    let consent =
        |c: &Consent| Ok::<_, Problem>(consent_row(c, shared::under(desk, c, &pack)?, at, &pack));
    let hearers = expected(desk, case.meeting)?;
    let hearers: Vec<&Agency> = hearers.iter().collect();
    let consents = file.consents.iter().rev().map(consent);
    Ok(GroundsView {
        case: id,
        name: case.particulars.name.shown(),
        reference: case.reference.clone(),
        glance: glance::of(file.consents.iter(), &hearers, at),
        consents: consents.collect::<Result<_, _>>()?,
        restrictions: file
            .restrictions
            .iter()
            .rev()
            .map(|r| restriction_row(r, at, &pack))
            .collect(),
        papers: papers(&file, at, &pack),
        offered: offered(&pack),
    })
}

/// The case, as its file has it.
pub(super) fn case(desk: &Desk, id: CaseId) -> Result<Case, Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field("case", "no_such_case"))
}

/// What a weighing may rest on, or must stop at, of every case on an agenda.
pub(crate) fn of_agenda(desk: &Desk, p: &Proceedings) -> Result<OnFile, Problem> {
    let mut on_file = OnFile::default();
    for slot in &p.slots {
        if let Some(case) = desk.record()?.read().cases().one(slot.case.case)? {
            add(desk, &case, &mut on_file)?;
        }
    }
    Ok(on_file)
}

/// Adds what a weighing may rest on, or must stop at, of one case.
fn add(desk: &Desk, case: &Case, to: &mut OnFile) -> Result<(), Problem> {
    let file = desk.record()?.read().on_file().of_case(case.id)?;
    to.consents.extend(file.consents);
    to.authorities.extend(file.authorities);
    to.permissions.extend(file.permissions);
    to.restrictions.extend(file.restrictions);
    to.choices.extend(file.choices);
    to.advice.extend(file.advice);
    to.cases.push(CaseNow {
        case: case.id,
        flags: case.flags,
        told: case.told.clone(),
    });
    Ok(())
}

/// The agencies that would hear the case: those in the live meeting of its kind, else those expected at the next.
fn expected(desk: &Desk, kind: MeetingKind) -> Result<Vec<Agency>, Problem> {
    if let Ok(live) = desk.live()
        && live.meeting.proceedings().kind == kind
    {
        let here = live.meeting.proceedings().attendances.iter();
        let here = here.filter(|a| a.is_in_the_room());
        return Ok(here.map(|a| a.agency.clone()).collect());
    }
    let reading = desk.record()?.read();
    let all = reading.meetings().all()?;
    let planned = all
        .iter()
        .filter(|m| m.kind == kind && m.stage == Stage::Planned);
    let Some(next) = planned.min_by_key(|m| m.date) else {
        return Ok(Vec::new());
    };
    let meeting = reading.meetings().one(next.id)?;
    let expected = meeting.iter().flat_map(|m| &m.proceedings().attendances);
    Ok(expected.map(|a| a.agency.clone()).collect())
}

fn consent_row(
    consent: &Consent,
    shared: Vec<super::SharedUnderRow>,
    at: At,
    pack: &Pack,
) -> ConsentRow {
    let parts = consent.parts();
    ConsentRow {
        id: parts.id,
        sort: parts.sort.into(),
        victim: match &parts.whose {
            Whose::Subject => None,
            Whose::Victim(name) => Some(name.as_str().to_owned()),
        },
        state: consent.state(at).into(),
        kinds: kinds(parts.scope.kinds.iter(), pack),
        recipients: addressees(parts.scope.recipients.iter(), pack),
        purposes: purposes(&parts.scope.purposes, pack),
        given: parts.given,
        expires: parts.expires,
        how: parts.how.into(),
        explicit: parts.explicit,
        taken_by: parts.taken_by.as_str().to_owned(),
        evidence: parts.evidence.as_ref().map(|e| e.as_str().to_owned()),
        withdrawn: parts.withdrawn.as_ref().map(withdrawn),
        shared,
    }
}

fn withdrawn(withdrawal: &Withdrawal) -> WithdrawnView {
    WithdrawnView {
        on: withdrawal.at.date_naive(),
        at: withdrawal.at.format("%H:%M").to_string(),
        told_by: withdrawal.told_by.as_str().to_owned(),
        noted_by: withdrawal.noted_by.as_str().to_owned(),
        note: withdrawal.note.as_ref().map(|n| n.as_str().to_owned()),
    }
}

fn restriction_row(restriction: &Restriction, at: At, pack: &Pack) -> RestrictionRow {
    let named = match &restriction.recipients {
        Reach::Every => Vec::new(),
        Reach::Only(named) => addressees(named.iter(), pack),
    };
    RestrictionRow {
        id: restriction.id,
        in_force: restriction.is_in_force(at),
        kinds: match &restriction.kinds {
            Reach::Every => Vec::new(),
            Reach::Only(named) => kinds(named.iter(), pack),
        },
        recipients: named,
        upheld: restriction.upheld,
        decided_by: restriction.decided_by.as_str().to_owned(),
        reason: restriction.reason.as_str().to_owned(),
        lifted: restriction.lifted.as_ref().map(withdrawn),
    }
}

/// The other papers, the newest first.
fn papers(file: &OnFile, at: At, pack: &Pack) -> Vec<PaperRow> {
    let authorities = file.authorities.iter().map(|a| authority(a, at, pack));
    let permissions = file.permissions.iter().map(|p| permission(p, at, pack));
    let choices = file.choices.iter().map(|c| choice(c, pack));
    let advice = file.advice.iter().map(advice);
    let all = authorities.chain(permissions).chain(choices).chain(advice);
    let mut rows: Vec<PaperRow> = all.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.on));
    rows
}

fn authority(authority: &Authority, at: At, pack: &Pack) -> PaperRow {
    let parts = authority.parts();
    let role = pack
        .role(&parts.by.role)
        .map_or_else(|| parts.by.role.to_string(), |role| role.name.clone());
    PaperRow {
        sort: PaperSortView::Authority,
        on: parts.at.date_naive(),
        in_force: authority.is_in_force(at),
        by: format!("{}, {role}", parts.by.name.as_str()),
        kinds: kinds(parts.scope.kinds.iter(), pack),
        recipients: addressees(parts.scope.recipients.iter(), pack),
        words: parts.what.as_str().to_owned(),
    }
}

fn permission(permission: &Permission, at: At, pack: &Pack) -> PaperRow {
    let parts = permission.parts();
    PaperRow {
        sort: match parts.from {
            PermissionFrom::Owner(_) => PaperSortView::OwnersPermission,
            PermissionFrom::Subject => PaperSortView::SubjectsPermission,
        },
        on: parts.at.date_naive(),
        in_force: permission.is_in_force(at),
        by: parts.given_by.as_str().to_owned(),
        kinds: kinds(parts.kinds.iter(), pack),
        recipients: named(&parts.recipients, pack),
        words: parts
            .evidence
            .as_ref()
            .map(|e| e.as_str().to_owned())
            .unwrap_or_default(),
    }
}

/// A choice holds for the meeting at which it was made, so it never stands for what is to come.
fn choice(choice: &ChairChoice, pack: &Pack) -> PaperRow {
    let parts = choice.parts();
    let power = pack
        .power(&parts.power)
        .map_or_else(|| parts.power.to_string(), |p| p.name.clone());
    PaperRow {
        sort: PaperSortView::ChosenPower,
        on: parts.at.date_naive(),
        in_force: false,
        by: power,
        kinds: kinds(parts.kinds.iter(), pack),
        recipients: named(&parts.recipients, pack),
        words: parts.because.as_str().to_owned(),
    }
}

fn advice(advice: &LegalAdvice) -> PaperRow {
    let outcome = advice.outcome.as_ref();
    PaperRow {
        sort: PaperSortView::LegalAdvice,
        on: outcome.map_or(advice.asked_at, |o| o.at).date_naive(),
        in_force: outcome.is_some_and(|o| o.may_be_shared),
        by: outcome
            .map_or(&advice.asked_of, |o| &o.given_by)
            .as_str()
            .to_owned(),
        kinds: Vec::new(),
        recipients: Vec::new(),
        words: outcome
            .map_or(&advice.question, |o| &o.advice)
            .as_str()
            .to_owned(),
    }
}

fn named(recipients: &Several<Addressee>, pack: &Pack) -> Vec<String> {
    addressees(recipients.iter(), pack)
}

fn kinds<'a>(keys: impl Iterator<Item = &'a KindKey>, pack: &Pack) -> Vec<String> {
    keys.map(|key| {
        pack.kind(key)
            .map_or_else(|| key.to_string(), |k| k.name.clone())
    })
    .collect()
}

fn purposes(keys: &Several<PurposeKey>, pack: &Pack) -> Vec<String> {
    let name = |key: &PurposeKey| {
        pack.purpose(key)
            .map_or_else(|| key.to_string(), |p| p.name.clone())
    };
    keys.iter().map(name).collect()
}

/// What a scope can name: no consent can name the kind that is for whatever else there is (§1.8.3).
fn offered(pack: &Pack) -> ScopeChoices {
    let kind = |kind: &Kind| KindOffered {
        key: kind.key.to_string(),
        name: kind.name.clone(),
        sensitive: kind.sensitivity.is_some(),
    };
    let purpose = |purpose: &Purpose| Choice {
        key: purpose.key.to_string(),
        name: purpose.name.clone(),
    };
    ScopeChoices {
        kinds: pack
            .kinds
            .iter()
            .filter(|k| !k.catch_all)
            .map(kind)
            .collect(),
        recipients: addressee::choices(pack),
        purposes: pack.purposes.iter().map(purpose).collect(),
    }
}
