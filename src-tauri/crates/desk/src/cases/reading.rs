//! A case as a row of the list, as a filled form and as a page.

use super::forms::{CaseChoices, CaseForm, CaseRow, Choice, KeptView, LikeCase};
use super::{custody, numbers};
use crate::meetings::row::flags;
use crate::people::reading::team_choice;
use chrono::NaiveDate;
use protocol::cases::{Case, Told};
use protocol::clocks::Period;
use protocol::formats::{Address, EthnicGroup, NO_FIXED_ABODE};
use protocol::likeness::{Likeness, Marks};
use protocol::pack::{CASE_FILES, Formats, Pack};
use protocol::sharing::Action;

/// A case in the list, with how many of these open actions are its own.
pub(super) fn row(case: &Case, today: NaiveDate, pack: &Pack, open: &[Action]) -> CaseRow {
    let lead = case.lead.as_ref();
    let lead = lead.map(|team| pack.team_called(team));
    CaseRow {
        id: case.id,
        reference: case.reference.clone(),
        name: case.particulars.name.shown(),
        born: case.particulars.born.map(|day| pack.formats.dates.of(day)),
        cro: (case.particulars.cro.as_ref()).map(|cro| cro.shown().to_owned()),
        cohort: case.cohort.into(),
        meeting: case.meeting.into(),
        lead,
        custody: (&case.whereabouts).into(),
        flags: flags(&case.heading(), today),
        open_actions: count(open.iter().filter(|a| a.case == Some(case.id))),
        closed: case.closed,
        merged_into: None,
    }
}

/// How many; a list longer than any meeting is the longest.
pub(crate) fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

/// How long the file of a closed case is kept (§3.1.1).
pub(super) fn kept(case: &Case, pack: &Pack) -> Option<KeptView> {
    let closed = case.closed?;
    let lead = case
        .lead
        .as_ref()
        .and_then(|team| pack.organisation_of(team));
    let months = pack
        .retention_of(CASE_FILES, lead.map(|one| &one.key))?
        .months;
    let until = months.map(|months| Period::Months(months).end(closed));
    Some(KeptView {
        closed,
        months,
        until,
    })
}

/// The other files that look like the same person's, the surest first.
pub(crate) fn alike(case: &Case, cases: &[Case]) -> Vec<LikeCase> {
    let others = cases.iter().filter(|other| other.id != case.id);
    like(&Marks::of(&case.particulars), others)
}

/// Those of these files that look like one with these marks, the surest first.
pub(super) fn like<'a>(marks: &Marks, others: impl Iterator<Item = &'a Case>) -> Vec<LikeCase> {
    let like = |other: &'a Case| Some((marks.like(&Marks::of(&other.particulars))?, other));
    let mut found: Vec<(Likeness, &Case)> = others.filter_map(like).collect();
    found.sort_by_key(|(why, other)| (*why, other.reference.clone()));
    let shown = |(why, other): (Likeness, &Case)| LikeCase {
        case: other.id,
        name: other.particulars.name.shown(),
        reference: other.reference.clone(),
        kind: other.meeting.into(),
        closed: other.closed.is_some(),
        why: why.into(),
    };
    found.into_iter().map(shown).collect()
}

/// What the form's lists offer.
pub(super) fn choices(pack: &Pack, cases: &[Case]) -> CaseChoices {
    let formats = &pack.formats;
    let group = |group: &EthnicGroup| Choice {
        key: group.code().to_owned(),
        name: group.shown().to_owned(),
    };
    CaseChoices {
        teams: pack.teams.iter().map(team_choice).collect(),
        genders: formats
            .genders
            .iter()
            .map(|g| g.shown().to_owned())
            .collect(),
        ethnic_groups: formats.ethnic_groups.iter().map(group).collect(),
        next_reference: numbers::next_of_each(cases, pack),
    }
}

/// The form as it would be typed to say what is stored.
pub(super) fn form(case: &Case, pack: &Pack) -> CaseForm {
    let p = &case.particulars;
    let mut form = CaseForm {
        id: Some(case.id),
        reference: case.reference.clone(),
        title: p.name.title().to_owned(),
        // A person of one name has "-" for a forename, which is how it was said.
        forename: Some(p.name.forename())
            .filter(|f| !f.is_empty())
            .unwrap_or("-")
            .to_owned(),
        surname: p.name.surname().to_owned(),
        born: p
            .born
            .map(|day| pack.formats.dates.of(day))
            .unwrap_or_default(),
        gender: p.gender.map(|g| g.shown().to_owned()).unwrap_or_default(),
        ethnic_group: p
            .ethnic_group
            .map(|g| g.code().to_owned())
            .unwrap_or_default(),
        cro: p
            .cro
            .as_ref()
            .map(|c| c.shown().to_owned())
            .unwrap_or_default(),
        manager_name: p
            .offender_manager
            .as_ref()
            .map(|m| m.name().shown())
            .unwrap_or_default(),
        manager_organisation: String::new(),
        note: p.note.as_str().to_owned(),
        cohort: case.cohort.into(),
        meeting: case.meeting.into(),
        lead: case
            .lead
            .as_ref()
            .map(|t| t.as_str().to_owned())
            .unwrap_or_default(),
        custody: (&case.whereabouts).into(),
        mappa: case.flags.mappa,
        child_protection: case.flags.child_protection,
        under_18: case.flags.under_18,
        told: Some((&case.told).into()),
        closed: case.closed.is_some(),
        ..CaseForm::empty(case.meeting.into())
    };
    if let Some(manager) = &p.offender_manager {
        form.manager_organisation = manager.organisation().to_owned();
    }
    address(&mut form, p.address.as_ref(), &pack.formats);
    let custody = custody::form(&case.whereabouts);
    form.establishment = custody.establishment;
    (form.since, form.until) = (custody.since, custody.until);
    told(&mut form, &case.told);
    form
}

fn address(form: &mut CaseForm, address: Option<&Address>, formats: &Formats) {
    match address {
        None => {}
        Some(Address::NoFixedAbode) => form.number_and_street = NO_FIXED_ABODE.to_owned(),
        Some(Address::Property(p)) => {
            form.number_and_street = p.number_and_street().to_owned();
            form.locality = p.locality().to_owned();
            form.post_town = p.post_town().to_owned();
            form.postcode = formats.postcode(p.postcode());
        }
    }
}

fn told(form: &mut CaseForm, told: &Told) {
    if let Told::Neither {
        reason,
        ground,
        decided_by,
    } = told
    {
        form.told_reason = reason.as_str().to_owned();
        form.told_ground = ground.clone();
        form.told_decided_by = decided_by.clone();
    }
}
