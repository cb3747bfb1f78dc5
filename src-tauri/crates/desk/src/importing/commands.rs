//! Taking cases over from a file: read, checked row by row, agreed to, and then one case and one entry at a time.
//!
//! Long work is done in short steps, each a command of its own, so that the desk is never held by it and may be left at any of them.

use super::forms::{
    ImportAgreeForm, ImportColumnsForm, ImportIncludeForm, ImportRowsForm, ImportRowsView,
    ImportView,
};
use super::import::Import;
use super::sheet::Sheet;
use super::taken_over::TakenOver;
use super::views::{self, view};
use crate::cases::{Numbering, ToldView};
use crate::faults::Faults;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use crate::sign_in::Nothing;
use crate::surroundings::ChooseFile;
use protocol::cases::Case;
use protocol::ids::CaseId;
use record::{CaseWords, Entry, EntryKind};
use sha2::{Digest, Sha256};

pub(crate) fn import(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    view(desk)
}

/// Reads the file that the person chooses; without a choice everything stays as it was.
pub(crate) fn import_choose(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    let Some(path) = desk.surroundings.choose_file(ChooseFile::Cases) else {
        return import(desk, Nothing {});
    };
    let bytes = std::fs::read(&path).map_err(|_| Problem::field("file", "file_unreadable"))?;
    let sheet = Sheet::read(&bytes).map_err(|code| Problem::field("file", code))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let known_by = (name.into_owned(), hex::encode(Sha256::digest(&bytes)));
    let import = Import::of(known_by, sheet, desk.pack()?);
    begin(desk, import)
}

pub(crate) fn import_columns(
    desk: &mut Desk,
    form: ImportColumnsForm,
) -> Result<ImportView, Problem> {
    let mut import = taken(desk)?;
    let assigned = import.assign(form);
    let view = begin(desk, import)?;
    match assigned {
        Ok(()) => Ok(view),
        Err(fault) => Err(Problem::Unfinished {
            fields: vec![fault],
        }),
    }
}

/// Checks some more rows.
pub(crate) fn import_check(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    let today = desk.today();
    open(desk)?.check(today);
    view(desk)
}

pub(crate) fn import_rows(
    desk: &mut Desk,
    form: ImportRowsForm,
) -> Result<ImportRowsView, Problem> {
    let cases = desk.record()?.read().cases().all()?;
    let today = desk.today();
    Ok(views::rows(open(desk)?, &form, (today, &cases)))
}

/// Takes a row, or leaves it; one with a fault in it cannot be taken.
pub(crate) fn import_include(
    desk: &mut Desk,
    form: ImportIncludeForm,
) -> Result<ImportView, Problem> {
    let import = open(desk)?;
    let at = usize::try_from(form.at).unwrap_or(usize::MAX);
    match import.include(at, form.include) {
        Ok(()) => view(desk),
        Err(fault) => Err(Problem::Unfinished {
            fields: vec![fault],
        }),
    }
}

/// The person agrees to what they saw: until here nothing of the file is in the record.
pub(crate) fn import_agree(desk: &mut Desk, form: ImportAgreeForm) -> Result<ImportView, Problem> {
    let import = open(desk)?;
    agreeable(import, &form)?;
    let entry = Entry::of(EntryKind::ImportAgreed)
        .with("sha256", import.fingerprint.as_str())
        .with("rows", import.tally.ready.to_string());
    desk.write(&entry, |_| Ok(()))?;
    let import = open(desk)?;
    import.agreed = Some(form);
    let taken_over = TakenOver::from(&import.name);
    desk.open_mut()?.taken_over = Some(taken_over);
    view(desk)
}

/// Takes the next case over: one case, one entry about it alone, so that one person can be erased later.
pub(crate) fn import_next(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    let today = desk.today();
    let id = CaseId(desk.fresh().id()?);
    let import = open(desk)?;
    if import.agreed.is_none() {
        return Err(Problem::field("rows", "not_agreed"));
    }
    let Some(at) = import.next_included() else {
        return view(desk);
    };
    let (checked, faults) = import.read(at, today);
    let case = checked.case.filter(|_| faults.is_empty());
    let numbering = Numbering::now(desk)?;
    let free = |said: &Option<String>| !said.as_ref().is_some_and(|r| numbering.is_taken(r));
    let case = case.filter(|_| free(&checked.reference)).map(|case| Case {
        id,
        reference: checked
            .reference
            .unwrap_or_else(|| numbering.next(case.meeting)),
        ..case
    });
    if let Some(case) = &case {
        keep(desk, case, numbering)?;
    }
    let import = open(desk)?;
    import.next += 1;
    import.imported += u32::from(case.is_some());
    import.skipped += u32::from(case.is_none());
    view(desk)
}

/// Lets go of the file and of what was found in it; cases that were taken over stay.
pub(crate) fn import_drop(desk: &mut Desk, _: Nothing) -> Result<ImportView, Problem> {
    desk.open_mut()?.import = None;
    view(desk)
}

fn open(desk: &mut Desk) -> Result<&mut Import, Problem> {
    let import = desk.open_mut()?.import.as_mut();
    import.ok_or_else(|| Problem::field("file", "no_file"))
}

/// An import that has not been agreed to.
fn taken(desk: &mut Desk) -> Result<Import, Problem> {
    if open(desk)?.agreed.is_some() {
        return Err(Problem::field("columns", "already_agreed"));
    }
    let import = desk.open_mut()?.import.take();
    import.ok_or_else(|| Problem::broken(BrokenCode::Internal))
}

fn begin(desk: &mut Desk, mut import: Import) -> Result<ImportView, Problem> {
    import.begin(&desk.record()?.read().cases().all()?);
    desk.open_mut()?.import = Some(import);
    view(desk)
}

/// Everything that is missing for an agreement, at once.
fn agreeable(import: &Import, form: &ImportAgreeForm) -> Result<(), Problem> {
    let mut faults = Faults::default();
    if !import.is_checked() {
        faults.code("rows", "not_checked");
    } else if import.agreed.is_some() {
        faults.code("rows", "already_agreed");
    } else if import.tally.ready == 0 {
        faults.code("rows", "none_included");
    }
    if !form.virus_checked {
        faults.code("virus_checked", "not_confirmed");
    }
    match form.told {
        None => faults.code("told", "missing"),
        Some(ToldView::Neither) => {
            if form.told_reason.trim().is_empty() {
                faults.code("told_reason", "missing");
            }
            faults.text("told_ground", &form.told_ground);
            faults.text("told_decided_by", &form.told_decided_by);
        }
        Some(_) => {}
    }
    faults.none()
}

fn keep(desk: &mut Desk, case: &Case, mut numbering: Numbering) -> Result<(), Problem> {
    let entry = Entry::of(EntryKind::CaseImported)
        .about(case.id)
        .with_words(CaseWords::of(case));
    desk.write(&entry, |tables| tables.cases().save(case))?;
    numbering.add(&case.reference);
    Numbering::stands(desk, numbering)?;
    if let Some(taken_over) = &mut desk.open_mut()?.taken_over {
        taken_over.comes(case.clone());
    }
    Ok(())
}
