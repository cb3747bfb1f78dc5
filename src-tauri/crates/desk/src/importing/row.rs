//! A row of the file as the form of a case that somebody might have typed.

use super::cells;
use super::forms::ImportField;
use super::sheet::Row;
use crate::cases::{CaseForm, CohortView, CustodyStatus, ToldView};
use crate::faults::named;
use crate::meetings::Kind;
use crate::problem::FieldFault;
use protocol::formats::{OffenderManager, PersonName, address_lines};
use protocol::pack::Pack;

/// What each cell is taken for.
pub(super) struct Taken<'a> {
    pub columns: &'a [Option<ImportField>],
    pub meeting: Kind,
    pub pack: &'a Pack,
}

/// The form that a row fills in, and what could not be put into it.
pub(super) fn form(row: &Row, taken: &Taken<'_>) -> (CaseForm, Vec<FieldFault>) {
    // Whether they know is asked once, for everybody in the file, before any of it is taken over.
    let mut form = CaseForm {
        told: Some(ToldView::Told),
        ..CaseForm::empty(taken.meeting)
    };
    if taken.meeting == Kind::DipCaseReview {
        form.cohort = CohortView::DipCaseload;
    }
    let mut faults = Vec::new();
    for (at, cell) in row.cells.iter().enumerate() {
        match taken.columns.get(at) {
            Some(Some(field)) => put(&mut form, *field, cell, taken.pack, &mut faults),
            Some(None) => {}
            None if cell.trim().is_empty() => {}
            None => faults.push(named("row", "too_many_cells")),
        }
    }
    custody(&mut form, &mut faults);
    (form, faults)
}

fn put(
    form: &mut CaseForm,
    field: ImportField,
    cell: &str,
    pack: &Pack,
    faults: &mut Vec<FieldFault>,
) {
    let text = cell.trim();
    match field {
        _ if text.is_empty() => {}
        ImportField::Cohort => into(&mut form.cohort, cells::cohort(text, pack), faults),
        ImportField::Lead => into(&mut form.lead, cells::lead(text, pack), faults),
        ImportField::Custody => into(&mut form.custody, cells::custody(text), faults),
        ImportField::Mappa => into(&mut form.mappa, cells::flag(field.name(), text), faults),
        ImportField::ChildProtection => into(
            &mut form.child_protection,
            cells::flag(field.name(), text),
            faults,
        ),
        ImportField::Under18 => into(&mut form.under_18, cells::flag(field.name(), text), faults),
        ImportField::WholeName => name(form, text),
        ImportField::WholeAddress => {
            let [street, locality, town, postcode] = address_lines(text);
            (form.number_and_street, form.locality) = (street, locality);
            (form.post_town, form.postcode) = (town, postcode);
        }
        ImportField::ManagerName => manager(form, text),
        _ => *plain(form, field) = text.to_owned(),
    }
}

/// What was read goes into its place; what was not stays as it was, with its fault.
fn into<T>(place: &mut T, read: Result<T, FieldFault>, faults: &mut Vec<FieldFault>) {
    match read {
        Ok(read) => *place = read,
        Err(fault) => faults.push(fault),
    }
}

/// The field of the form that takes the text as it is.
fn plain(form: &mut CaseForm, field: ImportField) -> &mut String {
    match field {
        ImportField::Reference => &mut form.reference,
        ImportField::Title => &mut form.title,
        ImportField::Forename => &mut form.forename,
        ImportField::Surname => &mut form.surname,
        ImportField::Born => &mut form.born,
        ImportField::Gender => &mut form.gender,
        ImportField::EthnicGroup => &mut form.ethnic_group,
        ImportField::Cro => &mut form.cro,
        ImportField::NumberAndStreet => &mut form.number_and_street,
        ImportField::Locality => &mut form.locality,
        ImportField::PostTown => &mut form.post_town,
        ImportField::Postcode => &mut form.postcode,
        ImportField::ManagerOrganisation => &mut form.manager_organisation,
        ImportField::Establishment => &mut form.establishment,
        ImportField::Since => &mut form.since,
        ImportField::Until => &mut form.until,
        _ => &mut form.note,
    }
}

/// A whole name; one that is no name at all goes where its fault will be named.
fn name(form: &mut CaseForm, text: &str) {
    let Ok(name) = PersonName::read_line(text) else {
        (form.forename, form.surname) = ("-".to_owned(), text.to_owned());
        return;
    };
    form.title = name.title().to_owned();
    form.surname = name.surname().to_owned();
    form.forename = match name.forename() {
        "" => "-".to_owned(),
        forename => forename.to_owned(),
    };
}

/// A manager may stand with the organisation in one cell: "Jo Field (Probation)".
fn manager(form: &mut CaseForm, text: &str) {
    form.manager_name = text.to_owned();
    if let Ok(manager) = OffenderManager::read_line(text) {
        form.manager_name = manager.name().shown();
        form.manager_organisation = manager.organisation().to_owned();
    }
}

/// Dates of custody without custody would be lost without a word.
fn custody(form: &mut CaseForm, faults: &mut Vec<FieldFault>) {
    if form.custody != CustodyStatus::NotKnown {
        return;
    }
    if !form.establishment.is_empty() {
        form.custody = CustodyStatus::Custody;
    } else if !form.since.is_empty() || !form.until.is_empty() {
        faults.push(named("custody", "custody_unsaid"));
    }
}
