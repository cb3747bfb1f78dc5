//! What is on file about a case, as it is shown.

use super::forms::{
    ConsentRow, GroundsView, KindOffered, RestrictionRow, ScopeChoices, WithdrawnView,
};
use super::{addressee, addressees, alike, glance, papers, shared};
use crate::cases::Choice;
use crate::problem::Problem;
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::cases::{Case, Flags};
use protocol::clocks::Deadline;
use protocol::file_merges::{file_of, found_under, known_to};
use protocol::grounds::{
    Addressee, CaseNow, Consent, OnFile, Reach, Restriction, Several, Whose, Withdrawal,
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
    let file = papers_of(desk, id)?;
    let meetings = shared::looked_through(desk, &file.consents)?;
    let consent = |c: &Consent| consent_row(c, shared::under(&meetings, c, &pack), at, &pack);
    let (meeting, hearers) = expected(desk, case.meeting)?;
    let hearers: Vec<&Agency> = hearers.iter().collect();
    let consents = file.consents.iter().rev().map(consent);
    let live = desk.live().ok().map(|live| live.meeting.proceedings().id);
    Ok(GroundsView {
        case: id,
        name: case.particulars.name.shown(),
        reference: case.reference.clone(),
        glance: glance::of(file.consents.iter(), &hearers, meeting, at),
        consents: consents.collect(),
        restrictions: file
            .restrictions
            .iter()
            .rev()
            .map(|r| restriction_row(r, at, &pack))
            .collect(),
        papers: papers::rows(&file, live, at, &pack),
        alike: alike::files(desk, &case, &file)?,
        offered: offered(&pack),
        last: desk.open()?.last.kept(),
    })
}

/// The case, as its file has it.
pub(super) fn case(desk: &Desk, id: CaseId) -> Result<Case, Problem> {
    let case = desk.record()?.read().cases().one(id)?;
    case.ok_or_else(|| Problem::field("case", "no_such_case"))
}

/// What is on file about a case today, of whichever file it was put on that was merged into this one.
pub(crate) fn papers_of(desk: &Desk, id: CaseId) -> Result<OnFile, Problem> {
    let reading = desk.record()?.read();
    let files = found_under(id, &reading.file_merges().all()?);
    Ok(reading.on_file().of_all(&files)?)
}

/// What a weighing may rest on, or must stop at, of every case on an agenda and of what is said outside every case.
pub(crate) fn of_agenda(desk: &Desk, p: &Proceedings) -> Result<OnFile, Problem> {
    let mut on_file = desk.record()?.read().on_file().of(None)?;
    for slot in &p.slots {
        if let Some(case) = desk.record()?.read().cases().one(slot.case.case)? {
            add(desk, &case, p.register_opened, &mut on_file)?;
        }
    }
    Ok(on_file)
}

/// Adds what a weighing may rest on, or must stop at, of one case: what was on file when a meeting opened its register stays what it
/// rested on, and an objection counts whichever file of the person it was put on since.
fn add(desk: &Desk, case: &Case, opened: Option<At>, to: &mut OnFile) -> Result<(), Problem> {
    let reading = desk.record()?.read();
    let merges = reading.file_merges().all()?;
    let files = found_under(case.id, &known_to(opened, &merges));
    let mut file = reading.on_file().of_all(&files)?;
    for since in found_under(file_of(case.id, &merges), &merges) {
        if !files.contains(&since) {
            let papers = reading.on_file().of(Some(since))?.found_under(case.id);
            file.restrictions.extend(papers.restrictions);
        }
    }
    *to = std::mem::take(to).and(file);
    to.cases.push(CaseNow {
        case: case.id,
        flags: Flags {
            under_18: case.is_under_18(desk.today()),
            ..case.flags
        },
        told: case.told.clone(),
    });
    Ok(())
}

/// The next meeting's day, and the agencies that would hear the case: those in the live meeting of its kind, else those
/// expected at the next.
fn expected(desk: &Desk, kind: MeetingKind) -> Result<(NaiveDate, Vec<Agency>), Problem> {
    if let Ok(live) = desk.live()
        && live.meeting.proceedings().kind == kind
    {
        let p = live.meeting.proceedings();
        let here = p.attendances.iter().filter(|a| a.is_in_the_room());
        return Ok((p.date, here.map(|a| a.agency.clone()).collect()));
    }
    let reading = desk.record()?.read();
    let all = reading.meetings().all()?;
    let planned = all
        .iter()
        .filter(|m| m.kind == kind && m.stage == Stage::Planned);
    let Some(next) = planned.min_by_key(|m| m.date) else {
        return Ok((desk.today(), Vec::new()));
    };
    let meeting = reading.meetings().one(next.id)?;
    let expected = meeting.iter().flat_map(|m| &m.proceedings().attendances);
    Ok((next.date, expected.map(|a| a.agency.clone()).collect()))
}

pub(super) fn consent_row(
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

pub(super) fn withdrawn(withdrawal: &Withdrawal) -> WithdrawnView {
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
    let due = |received| Deadline::ObjectionAnswered.due(received, &pack.limits);
    let answer_due = restriction.received.map(due);
    RestrictionRow {
        id: restriction.id,
        received: restriction.received,
        answer_due,
        answered_late: answer_due.is_some_and(|due| restriction.upheld > due),
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

pub(super) fn named(recipients: &Several<Addressee>, pack: &Pack) -> Vec<String> {
    addressees(recipients.iter(), pack)
}

pub(super) fn kinds<'a>(keys: impl Iterator<Item = &'a KindKey>, pack: &Pack) -> Vec<String> {
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
            .filter(|k| !k.catch_all && !k.about_nobody)
            .map(kind)
            .collect(),
        recipients: addressee::choices(pack),
        purposes: pack.purposes.iter().map(purpose).collect(),
    }
}
