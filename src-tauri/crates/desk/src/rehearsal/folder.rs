//! A rehearsal into a folder: the documents of one meeting, and the account of it.

use super::account::Account;
use super::clock::{Clock, ScriptedSurroundings};
use super::play::run;
use super::script::{Pace, Script, Stumble};
use crate::meetings::Kind;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::{CreateRecordForm, Nothing};
use chrono::TimeDelta;
use protocol::trade::At;
use serde::Deserialize;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;
use zeroize::Zeroizing;

/// What is wanted, and where everything is.
#[derive(Debug, Clone)]
pub struct Order {
    pub kind: Kind,
    pub cases: usize,
    pub attendees: usize,
    /// When the register opens.
    pub opens: At,
    /// Where the record is made; it must hold none.
    pub record: PathBuf,
    /// Where the documents and the account go.
    pub out: PathBuf,
    pub faces: PathBuf,
}

/// A rehearsal that went through.
pub struct Performed {
    pub account: Account,
    /// Entries in the record's journal, past month included.
    pub entries: u64,
}

/// Why a rehearsal did not go through.
#[derive(Debug, Error)]
pub enum Failed {
    #[error("a rehearsal has 1 to {MOST_CASES} cases and 1 to {MOST_ATTENDEES} attendees")]
    Size,
    #[error("the rehearsal stumbled at {0}")]
    Stumbled(#[from] Stumble),
    #[error("the record did not answer: {0:?}")]
    Record(Problem),
    #[error("the folder could not be written: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the account could not be written: {0}")]
    Account(#[from] serde_json::Error),
}

/// The sample has no more people and cases than these.
const MOST_CASES: usize = 40;
const MOST_ATTENDEES: usize = 28;

const ACCOUNT: &str = "rehearsal.json";

const CHAIR: &str = "a heron stood on the lock gate";
const MINUTE_TAKER: &str = "three kettles and a borrowed spoon";

/// Holds one month's meeting and then the one that was ordered, and writes down what came of it.
///
/// # Errors
/// [`Failed`], with the command at which the script and the desk came apart.
pub fn perform(order: &Order) -> Result<Performed, Failed> {
    if !(1..=MOST_CASES).contains(&order.cases) || !(1..=MOST_ATTENDEES).contains(&order.attendees)
    {
        return Err(Failed::Size);
    }
    let clock = Clock::at(order.opens - TimeDelta::days(60));
    let (record, faces) = (order.record.clone(), order.faces.clone());
    let there = ScriptedSurroundings::new(clock.clone(), 1, record, faces);
    let mut desk = Desk::new(Arc::new(there));
    desk.create_record(new_record()).map_err(Failed::Record)?;
    run(&mut desk, &last_month(order))?;
    let performance = run(&mut desk, &script(order))?;
    clock.set(order.opens + TimeDelta::days(7));
    let meeting = performance.meeting;
    let account = Account::of(&mut desk, meeting, &performance.printed).map_err(Failed::Record)?;
    let entries = super::entries(&desk).map_err(Failed::Record)?;
    std::fs::create_dir_all(&order.out)?;
    clear(&order.out)?;
    for printed in &performance.printed {
        std::fs::write(order.out.join(&printed.file_name), &printed.pdf)?;
    }
    write_account(&order.out, &account)?;
    desk.lock(Nothing {}).map_err(Failed::Record)?;
    Ok(Performed { account, entries })
}

/// What is read again of the account that an earlier rehearsal left.
#[derive(Deserialize)]
struct Left {
    files: Vec<LeftFile>,
}

#[derive(Deserialize)]
struct LeftFile {
    name: String,
}

/// Removes what an earlier rehearsal says that it wrote there, and nothing else.
pub(super) fn clear(out: &Path) -> std::io::Result<()> {
    let account = std::fs::read(out.join(ACCOUNT)).unwrap_or_default();
    let left = serde_json::from_slice::<Left>(&account);
    let files = left.map_or_else(|_| Vec::new(), |left| left.files);
    // A name that leads out of the folder is none that a rehearsal wrote.
    let its_own = |file: &&LeftFile| Path::new(&file.name).file_name() == Some(file.name.as_ref());
    for file in files.iter().filter(its_own) {
        match std::fs::remove_file(out.join(&file.name)) {
            Err(fault) if fault.kind() != ErrorKind::NotFound => return Err(fault),
            _ => {}
        }
    }
    Ok(())
}

fn write_account(out: &Path, account: &Account) -> Result<(), Failed> {
    let text = serde_json::to_string_pretty(account)?;
    Ok(std::fs::write(out.join(ACCOUNT), text + "\n")?)
}

fn new_record() -> CreateRecordForm {
    CreateRecordForm {
        record_name: "Invented partnership, a rehearsal".to_owned(),
        chair_name: "Rosalind Thackeray-Poole".to_owned(),
        chair_passphrase: CHAIR.into(),
        minute_taker_name: "Gwenllïan Prŷs-Tŷhwnt".to_owned(),
        minute_taker_passphrase: MINUTE_TAKER.into(),
        sample: false,
    }
}

/// Four weeks before, with one person fewer: so that there is a new face, and something to carry over.
fn last_month(order: &Order) -> Script {
    Script {
        attendees: order.attendees.saturating_sub(1).max(1),
        opens: order.opens - TimeDelta::weeks(4),
        month: 0,
        pace: Pace::Brief,
        ..script(order)
    }
}

fn script(order: &Order) -> Script {
    Script {
        kind: order.kind,
        cases: order.cases,
        attendees: order.attendees,
        opens: order.opens,
        month: 1,
        chair_passphrase: Zeroizing::new(CHAIR.to_owned()),
        pace: Pace::Full,
    }
}
