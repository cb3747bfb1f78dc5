//! Keeping the record safe: what it holds, and whether its journal is whole.

use super::forms::{CheckCodeForm, CheckView, CodeView, SafekeepingView};
use super::reading::{at, number, view};
use crate::faults::named;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use record::{CheckCode, JournalFault, MisreadCode};
use std::collections::BTreeSet;

pub(crate) use super::users::{
    add_user, link_user, renew_paper_key, retire_user, set_idle, set_passphrase,
};

pub(crate) fn safekeeping(desk: &mut Desk, _: Nothing) -> Result<SafekeepingView, Problem> {
    view(desk)
}

/// Goes over the whole journal; a reading, so nothing is entered.
pub(crate) fn check_record(desk: &mut Desk, _: Nothing) -> Result<SafekeepingView, Problem> {
    let found = desk.record()?.read().journal().verify(&[])?;
    let faults = numbers(&found.faults);
    desk.open_mut()?.check = Some(CheckView {
        whole: faults.is_empty(),
        entries_checked: u64::try_from(found.entries).unwrap_or(0),
        faults,
    });
    view(desk)
}

/// Looks for the code that signed minutes have, and goes over the whole journal; a reading, so nothing is entered.
pub(crate) fn check_code(desk: &mut Desk, form: CheckCodeForm) -> Result<CodeView, Problem> {
    let code = CheckCode::read(&form.code).map_err(misread)?;
    let journal = desk.record()?.read().journal();
    let faults = numbers(&journal.verify(&[])?.faults);
    let Some((seq, at)) = journal.of_code(&code)? else {
        return Ok(CodeView::Nowhere { faults });
    };
    let entry = number(seq);
    let (faults, later_faults) = faults.into_iter().partition(|fault| *fault <= entry);
    Ok(CodeView::There {
        entry,
        written: at.date_naive(),
        faults,
        later_faults,
    })
}

fn misread(misread: MisreadCode) -> Problem {
    let fault = match misread {
        MisreadCode::TooShort(0) => named("code", "missing"),
        MisreadCode::TooShort(count) => named("code", "code_too_short").with("count", count),
        MisreadCode::TooLong(count) => named("code", "code_too_long").with("count", count),
        MisreadCode::Character(other) => named("code", "code_character").with("character", other),
    };
    let fields = vec![fault.with("length", CheckCode::LENGTH)];
    Problem::Unfinished { fields }
}

/// The entries at fault, each once and in their order.
fn numbers(faults: &[JournalFault]) -> Vec<u64> {
    let numbers: BTreeSet<u64> = faults.iter().map(|fault| number(at(fault))).collect();
    numbers.into_iter().collect()
}
