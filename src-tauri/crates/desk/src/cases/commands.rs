//! The cases: every viewing of one is entered, and so is every change (§4.5).

use super::change::CaseChange;
use super::checking::{self, Against};
use super::fields;
use super::forms::{CaseForm, CaseIdForm, CasePage, CaseRow, CasesView, CheckFieldForm, FieldView};
use super::history;
use super::merged;
use super::reading::{choices, form, kept, row};
use crate::actions::labels::{Labels, by_urgency};
use crate::faults::Faults;
use crate::live::ReferHereForm;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use crate::sign_in::Nothing;
use crate::undoing::keep;
use protocol::cases::{Case, age};
use protocol::file_merges::{file_of, found_under};
use protocol::ids::CaseId;
use protocol::sharing::Action;
use record::{Entry, EntryKind};

pub(crate) use super::merging::{compare_cases, merge_cases, tell_cases_apart, unmerge_case};

pub(crate) fn cases(desk: &mut Desk, _: Nothing) -> Result<CasesView, Problem> {
    list(desk)
}

pub(super) fn list(desk: &Desk) -> Result<CasesView, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let reading = desk.record()?.read();
    let (mut cases, open) = (reading.cases().all()?, reading.actions().open()?);
    let (choices, merges) = (choices(&pack, &cases), reading.file_merges().all()?);
    cases.sort_by_key(|case| case.closed.is_some());
    let merged_into = |case: &Case| merged::into(case, &cases, &merges);
    let rows = cases.iter().map(|case| CaseRow {
        merged_into: merged_into(case),
        ..row(case, today, &pack, &open)
    });
    let rows = rows.collect();
    let last = desk.open()?.last.kept();
    Ok(CasesView {
        cases: rows,
        alike: merged::alike(desk)?,
        choices,
        last,
    })
}

pub(crate) fn case_page(desk: &mut Desk, form: CaseIdForm) -> Result<CasePage, Problem> {
    // A file that was merged into another leads to the one that stays.
    let merges = desk.record()?.read().file_merges().all()?;
    let file = file_of(form.case, &merges);
    let page = page(desk, file)?;
    let viewed = Entry::of(EntryKind::CaseViewed).about(file);
    desk.write(&viewed, |_| Ok(()))?;
    Ok(page)
}

pub(crate) fn check_case_field(
    desk: &mut Desk,
    form: CheckFieldForm,
) -> Result<FieldView, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let checked = fields::check(&form.field, &form.text, today, &pack.formats);
    Ok(match checked {
        Ok(shown) => FieldView { shown, fault: None },
        Err(fault) => FieldView {
            shown: None,
            fault: Some(fault),
        },
    })
}

/// A case that is referred to a meeting in the middle of it, with the few fields that are needed.
pub(crate) fn new_case(desk: &Desk, form: &ReferHereForm) -> Result<Case, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let cases = desk.record()?.read().cases().all()?;
    let kind = desk.live()?.meeting.proceedings().kind;
    let typed = CaseForm {
        forename: form.forename.clone(),
        surname: form.surname.clone(),
        born: form.born.clone(),
        cohort: form.cohort,
        told: Some(form.told),
        told_reason: form.told_reason.clone(),
        told_ground: form.told_ground.clone(),
        told_decided_by: form.told_decided_by.clone(),
        ..CaseForm::empty(kind.into())
    };
    let mut faults = Faults::default();
    let against = Against {
        today,
        pack: &pack,
        cases: &cases,
    };
    let id = CaseId(desk.fresh().id()?);
    let case = checking::case(&typed, id, &against, &mut faults);
    faults.none()?;
    case.ok_or_else(|| Problem::broken(BrokenCode::Internal))
}

pub(crate) fn save_case(desk: &mut Desk, form: CaseForm) -> Result<CasePage, Problem> {
    let (today, pack) = (desk.today(), desk.pack()?);
    let cases = desk.record()?.read().cases().all()?;
    let id = match form.id {
        Some(id) if merged::is_merged(desk, id)? => {
            return Err(Problem::field("id", "file_merged"));
        }
        Some(id) if cases.iter().any(|case| case.id == id) => id,
        Some(_) => return Err(Problem::field("id", "no_such_case")),
        None => CaseId(desk.fresh().id()?),
    };
    let mut faults = Faults::default();
    let against = Against {
        today,
        pack: &pack,
        cases: &cases,
    };
    let case = checking::case(&form, id, &against, &mut faults);
    faults.none()?;
    let case = case.ok_or_else(|| Problem::broken(BrokenCode::Internal))?;
    let change = CaseChange::to(case, desk)?;
    keep(desk, (EntryKind::CaseSaved, Some(id)), &change)?;
    page(desk, id)
}

pub(super) fn page(desk: &Desk, id: CaseId) -> Result<CasePage, Problem> {
    let (today, pack, record) = (desk.today(), desk.pack()?, desk.record()?);
    let reading = record.read();
    let cases = reading.cases().all()?;
    let case = cases.iter().find(|case| case.id == id);
    let case = case.ok_or_else(|| Problem::field("case", "no_such_case"))?;
    let labels = Labels::of(std::slice::from_ref(case));
    let actions = of_case(reading.actions().all()?, id);
    let files = found_under(id, &reading.file_merges().all()?);
    let grounds = crate::grounds::reading::view(desk, id)?;
    let like: Vec<CaseId> = grounds.alike.iter().map(|like| like.file.case).collect();
    Ok(CasePage {
        form: form(case, &pack),
        row: row(case, today, &pack, &reading.actions().open()?),
        age: case.particulars.born.map(|born| age(born, today)),
        actions: labels.rows(&actions, &pack, today),
        history: history::of(record, &files)?,
        merging: merged::view(desk, case, &like)?,
        grounds,
        kept: kept(case, &pack),
        last: desk.open()?.last.kept(),
        choices: choices(&pack, &cases),
    })
}

/// The case's own actions: open ones first, the most pressing first.
fn of_case(mut actions: Vec<Action>, id: CaseId) -> Vec<Action> {
    actions.retain(|action| action.case == Some(id) && action.undone.is_none());
    by_urgency(&mut actions);
    actions.sort_by_key(|action| !action.is_open());
    actions
}
