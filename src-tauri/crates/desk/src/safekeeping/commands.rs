//! Keeping the record safe: what it holds, and whether its journal is whole.

use super::forms::{CheckView, SafekeepingView};
use super::reading::{at, number, view};
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;

pub(crate) use super::users::{
    add_user, link_user, renew_paper_key, retire_user, set_idle, set_passphrase,
};

pub(crate) fn safekeeping(desk: &mut Desk, _: Nothing) -> Result<SafekeepingView, Problem> {
    view(desk)
}

/// Goes over the whole journal; a reading, so nothing is entered.
pub(crate) fn check_record(desk: &mut Desk, _: Nothing) -> Result<SafekeepingView, Problem> {
    let found = desk.record()?.read().journal().verify(&[])?;
    let mut faults: Vec<_> = found.faults.iter().map(|fault| number(at(fault))).collect();
    faults.dedup();
    desk.open_mut()?.check = Some(CheckView {
        whole: faults.is_empty(),
        entries_checked: u64::try_from(found.entries).unwrap_or(0),
        faults,
    });
    view(desk)
}
