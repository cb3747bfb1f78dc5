//! A case as it was typed, checked whole: every field that is wrong, at once (§2.2.5).

use super::forms::{CaseForm, ToldView};
use super::numbers;
use super::{custody, fields};
use crate::faults::{Faults, told};
use crate::problem::FieldFault;
use chrono::NaiveDate;
use protocol::cases::{Case, Flags, Particulars, Told};
use protocol::formats::{Address, CroNumber, DateOfBirth, OffenderManager, PersonName};
use protocol::ids::{CaseId, TeamKey};
use protocol::pack::Pack;
use protocol::words::Words;

/// What a case is checked against.
pub(super) struct Against<'a> {
    pub today: NaiveDate,
    pub pack: &'a Pack,
    /// Every case there is, the one itself among them.
    pub cases: &'a [Case],
}

/// The case that the form means, or none where a fault was found.
pub(super) fn case(
    form: &CaseForm,
    id: CaseId,
    against: &Against<'_>,
    faults: &mut Faults,
) -> Option<Case> {
    let particulars = particulars(form, against, faults);
    let reference = reference(form, id, against, faults);
    let whereabouts = custody::read(&form.into(), against.today, faults);
    let lead = lead(form, against.pack, faults);
    let told = told_or_not(form, faults);
    let particulars = particulars?;
    Some(Case {
        id,
        reference,
        whereabouts,
        lead,
        told: told?,
        cohort: form.cohort.into(),
        meeting: form.meeting.into(),
        flags: Flags {
            mappa: form.mappa,
            child_protection: form.child_protection,
            under_18: form.under_18,
        },
        closed: closed(form, id, against),
        particulars,
    })
}

/// A case from outside the record, which has no number of its own yet.
pub(crate) struct Checked {
    /// None where its name is wrong.
    pub case: Option<Case>,
    /// The reference that it came with.
    pub reference: Option<String>,
}

/// Reads a form from outside the record, with everything that is wrong with it.
pub(crate) fn checked(
    form: &CaseForm,
    today: NaiveDate,
    pack: &Pack,
) -> (Checked, Vec<FieldFault>) {
    let mut faults = Faults::default();
    let against = Against {
        today,
        pack,
        cases: &[],
    };
    let case = case(form, CaseId(uuid::Uuid::nil()), &against, &mut faults);
    let reference = given(&form.reference).and(case.as_ref());
    let reference = reference.map(|case| case.reference.clone());
    (Checked { case, reference }, faults.all())
}

/// Every field is read before a missing name gives the case up, so that all faults are noted.
pub(super) fn particulars(
    form: &CaseForm,
    against: &Against<'_>,
    faults: &mut Faults,
) -> Option<Particulars> {
    let (today, formats) = (against.today, &against.pack.formats);
    let name = name(form, faults);
    let born = given(&form.born).and_then(|t| faults.read("born", DateOfBirth::read(t, today)));
    let gender = given(&form.gender).and_then(|t| faults.read("gender", formats.gender(t)));
    let group = given(&form.ethnic_group).map(|t| fields::ethnic_group(t, formats));
    let ethnic_group = group.and_then(|read| read.map_err(|fault| faults.push(fault)).ok());
    let cro = given(&form.cro).and_then(|t| faults.read("cro", CroNumber::read(t)));
    let address = address(form, faults);
    let offender_manager = manager(form, faults);
    Some(Particulars {
        name: name?,
        born: born.map(DateOfBirth::date),
        gender,
        ethnic_group,
        cro,
        address,
        offender_manager,
        note: Words::new(form.note.trim()),
    })
}

/// A text that was given at all.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn name(form: &CaseForm, faults: &mut Faults) -> Option<PersonName> {
    let read = PersonName::read(&form.title, &form.forename, &form.surname);
    all(read, fields::of_name, faults)
}

fn address(form: &CaseForm, faults: &mut Faults) -> Option<Address> {
    let lines = [
        &form.number_and_street,
        &form.locality,
        &form.post_town,
        &form.postcode,
    ];
    lines.iter().find_map(|line| given(line))?;
    let [street, locality, town, postcode] = lines;
    all(
        Address::read(street, locality, town, postcode),
        fields::of_address,
        faults,
    )
}

fn manager(form: &CaseForm, faults: &mut Faults) -> Option<OffenderManager> {
    given(&form.manager_name).or(given(&form.manager_organisation))?;
    let read = OffenderManager::read(&form.manager_name, &form.manager_organisation);
    all(read, fields::of_manager, faults)
}

fn all<T, F: serde::Serialize>(
    read: Result<T, Vec<F>>,
    field: impl Fn(&F) -> &'static str,
    faults: &mut Faults,
) -> Option<T> {
    read.map_err(|found| found.iter().for_each(|f| faults.push(told(field(f), f))))
        .ok()
}

fn reference(form: &CaseForm, id: CaseId, against: &Against<'_>, faults: &mut Faults) -> String {
    let typed = faults.maybe_text("reference", &form.reference);
    let known = against.cases.iter().find(|case| case.id == id);
    match (typed.is_empty(), known) {
        (true, Some(case)) => return case.reference.clone(),
        (true, None) => return numbers::next(against.cases, form.meeting.into(), against.pack),
        _ => {}
    }
    let same = |case: &&Case| case.reference.eq_ignore_ascii_case(&typed);
    if against.cases.iter().filter(same).any(|case| case.id != id) {
        faults.code("reference", "in_use");
    }
    typed
}

fn lead(form: &CaseForm, pack: &Pack, faults: &mut Faults) -> Option<TeamKey> {
    let team = TeamKey::new(given(&form.lead)?);
    if pack.team(&team).is_none() {
        faults.code("lead", "not_in_the_pack");
    }
    Some(team)
}

/// "Neither" asks for the reason, the ground and who decided (§4.4.2).
fn told_or_not(form: &CaseForm, faults: &mut Faults) -> Option<Told> {
    Some(match form.told {
        None => {
            faults.code("told", "missing");
            return None;
        }
        Some(ToldView::Told) => Told::Told,
        Some(ToldView::Agreed) => Told::Agreed,
        Some(ToldView::Neither) => {
            if form.told_reason.trim().is_empty() {
                faults.code("told_reason", "missing");
            }
            Told::Neither {
                reason: Words::new(form.told_reason.trim()),
                ground: faults.text("told_ground", &form.told_ground),
                decided_by: faults.text("told_decided_by", &form.told_decided_by),
            }
        }
    })
}

/// The day on which it was first closed stays.
fn closed(form: &CaseForm, id: CaseId, against: &Against<'_>) -> Option<NaiveDate> {
    let before = against
        .cases
        .iter()
        .find(|case| case.id == id)
        .and_then(|case| case.closed);
    form.closed.then(|| before.unwrap_or(against.today))
}
