//! An import as the window shows it.

use super::columns::letter;
use super::forms::{
    ImportColumn, ImportField, ImportFile, ImportFinding, ImportRow, ImportRowsForm,
    ImportRowsView, ImportShow, ImportTwin, ImportView,
};
use super::import::{Found, Import, Twin};
use super::taken_over::TakenOver;
use crate::problem::{FieldFault, Problem};
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::cases::Case;
use protocol::likeness::Likeness;

/// How many rows a screen is given at once.
const SCREENFUL: usize = 50;

pub(super) fn view(desk: &Desk) -> Result<ImportView, Problem> {
    let session = desk.open()?;
    Ok(ImportView {
        file: session.import.as_ref().map(file),
        taken_over: session.taken_over.as_ref().map(TakenOver::view),
    })
}

fn file(import: &Import) -> ImportFile {
    let tally = import.tally;
    ImportFile {
        name: import.name.clone(),
        encoding: import.sheet.encoding,
        separator: import.sheet.separator,
        odd_quotes: import.sheet.odd_quotes,
        columns: columns(import),
        meeting: import.meeting,
        rows: length(&import.sheet.rows),
        checked: length(&import.found),
        ready: tally.ready,
        faulty: tally.faulty,
        twins: tally.twins,
        formulas: tally.formulas,
        agreed: import.agreed.is_some(),
        imported: import.imported,
        skipped: import.skipped,
        done: import.is_done(),
    }
}

fn length<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

fn columns(import: &Import) -> Vec<ImportColumn> {
    let column = |(at, field): (usize, &Option<ImportField>)| {
        let cells = import
            .sheet
            .rows
            .iter()
            .take(SCREENFUL)
            .filter_map(|row| row.cells.get(at));
        let sample = cells.map(str::trim).find(|cell| !cell.is_empty());
        ImportColumn {
            letter: letter(at),
            head: head(import, at),
            sample: sample.unwrap_or_default().to_owned(),
            field: *field,
        }
    };
    import.columns.iter().enumerate().map(column).collect()
}

fn head(import: &Import, at: usize) -> String {
    import.sheet.heads.get(at).cloned().unwrap_or_default()
}

/// A screenful of the rows that are asked for.
pub(super) fn rows(
    import: &Import,
    form: &ImportRowsForm,
    (today, cases): (NaiveDate, &[Case]),
) -> ImportRowsView {
    let wanted = |(_, found): &(usize, &Found)| match form.show {
        ImportShow::All => true,
        ImportShow::Faulty => !found.faults.is_empty(),
        ImportShow::Twins => found.twin.is_some(),
        ImportShow::Formulas => !found.formulas.is_empty(),
    };
    let all: Vec<_> = import.found.iter().enumerate().filter(wanted).collect();
    let from = usize::try_from(form.from).unwrap_or(usize::MAX);
    let shown = all.iter().skip(from).take(SCREENFUL);
    ImportRowsView {
        rows: shown
            .map(|(at, found)| row(import, *at, found, (today, cases)))
            .collect(),
        from: form.from,
        total: length(&all),
    }
}

fn row(import: &Import, at: usize, found: &Found, against: (NaiveDate, &[Case])) -> ImportRow {
    let (today, cases) = against;
    let (checked, _) = import.read(at, today);
    let raw = &import.sheet.rows[at];
    let name = checked.case.as_ref();
    ImportRow {
        row: raw.number,
        at: u32::try_from(at).unwrap_or(u32::MAX),
        name: name.map_or_else(
            || as_written(import, at),
            |case| case.particulars.name.shown(),
        ),
        born: name
            .and_then(|case| case.particulars.born)
            .map(|day| import.pack.formats.dates.of(day)),
        reference: checked.reference.unwrap_or_default(),
        findings: found.faults.iter().map(|f| finding(import, f)).collect(),
        twin: found.twin.map(|(twin, why)| shown_twin(twin, why, cases)),
        formulas: found.formulas.iter().map(|at| letter(*at)).collect(),
        included: found.included,
        sound: found.faults.is_empty(),
    }
}

/// A name that could not be read, as it stands in the file.
fn as_written(import: &Import, at: usize) -> String {
    let cells = &import.sheet.rows[at].cells;
    let parts = [
        ImportField::WholeName,
        ImportField::Forename,
        ImportField::Surname,
    ];
    let cell = |field| {
        let column = import.columns.iter().position(|c| *c == Some(field))?;
        cells.get(column).map(str::trim)
    };
    let written: Vec<&str> = parts.into_iter().filter_map(cell).collect();
    written.join(" ").trim().chars().take(80).collect()
}

fn finding(import: &Import, fault: &FieldFault) -> ImportFinding {
    let column = column_of(import, &fault.field);
    ImportFinding {
        letter: column.map(letter),
        head: column
            .map(|at| head(import, at))
            .filter(|head| !head.is_empty()),
        fault: fault.clone(),
    }
}

/// The column that a field came from: its own, or the one in which it stood with others.
fn column_of(import: &Import, field: &str) -> Option<usize> {
    let called = |name: &str| {
        let is = |c: &Option<ImportField>| c.is_some_and(|c| c.name() == name);
        import.columns.iter().position(is)
    };
    let whole = match field {
        "title" | "forename" | "surname" => "whole_name",
        "number_and_street" | "locality" | "post_town" | "postcode" => "whole_address",
        "manager_organisation" => "manager_name",
        _ => "",
    };
    called(field).or_else(|| called(whole))
}

fn shown_twin(twin: Twin, why: Likeness, cases: &[Case]) -> ImportTwin {
    let why = why.into();
    let named = |case: &Case| format!("{}, {}", case.particulars.name.shown(), case.reference);
    match twin {
        Twin::Row(row) => ImportTwin {
            why,
            case: None,
            row: Some(row),
        },
        Twin::Case(id) => ImportTwin {
            why,
            case: Some(
                cases
                    .iter()
                    .find(|c| c.id == id)
                    .map(named)
                    .unwrap_or_default(),
            ),
            row: None,
        },
    }
}
