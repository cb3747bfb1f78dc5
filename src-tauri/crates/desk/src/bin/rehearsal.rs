//! `make rehearsal`: a whole invented meeting without a window, for whoever has no display.

#![allow(clippy::print_stderr, clippy::print_stdout)]

use chrono::DateTime;
use desk::Kind;
use desk::rehearsal::{Account, Order, Performed, perform};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A day on which everything falls due, the same every time, so that the same documents are printed.
const OPENS: &str = "2026-12-10T13:30:00+00:00";

const USAGE: &str = "rehearsal --out FOLDER [--cases 20] [--attendees 12] [--kind odoc|dip]";

fn main() -> ExitCode {
    let Some(order) = order(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let played = perform(&order);
    // The record was made for this alone; a rehearsal that failed leaves nothing behind either.
    let _ = std::fs::remove_dir_all(&order.record);
    match played {
        Ok(performed) => {
            println!("{}", summary(&performed, &order.out));
            ExitCode::SUCCESS
        }
        Err(failed) => {
            eprintln!("{failed}");
            ExitCode::FAILURE
        }
    }
}

fn order(mut given: impl Iterator<Item = String>) -> Option<Order> {
    let faces = std::env::var_os("ODOC_FACES").map_or_else(faces_here, PathBuf::from);
    let record = format!("odoc-rehearsal-{}", std::process::id());
    let mut order = Order {
        kind: Kind::Odoc,
        cases: 20,
        attendees: 12,
        opens: DateTime::parse_from_rfc3339(OPENS).ok()?,
        record: std::env::temp_dir().join(record),
        out: PathBuf::new(),
        faces,
    };
    while let Some(name) = given.next() {
        let value = given.next()?;
        match name.as_str() {
            "--out" => order.out = PathBuf::from(value),
            "--cases" => order.cases = value.parse().ok()?,
            "--attendees" => order.attendees = value.parse().ok()?,
            "--kind" => order.kind = kind(&value)?,
            _ => return None,
        }
    }
    (!order.out.as_os_str().is_empty()).then_some(order)
}

fn kind(value: &str) -> Option<Kind> {
    match value {
        "odoc" => Some(Kind::Odoc),
        "dip" => Some(Kind::DipCaseReview),
        _ => None,
    }
}

/// Where `make faces` puts the typefaces.
fn faces_here() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../faces"))
}

fn summary(performed: &Performed, out: &Path) -> String {
    let account = &performed.account;
    let head = [
        meeting(account),
        room(account),
        business(account),
        said(account),
        format!(
            "Journal    {} entries, the month before included",
            performed.entries
        ),
        format!("Documents  {} in {}", account.files.len(), out.display()),
    ];
    let file = |f: &desk::rehearsal::FileAccount| {
        format!(
            "           {} ({} pages) {}",
            f.name,
            f.pages,
            &f.sha256[..12]
        )
    };
    let files = account.files.iter().map(file);
    head.into_iter().chain(files).collect::<Vec<_>>().join("\n")
}

fn meeting(account: &Account) -> String {
    let m = &account.meeting;
    let name = match m.kind {
        Kind::Odoc => "One Day One Conversation",
        Kind::DipCaseReview => "DIP case review",
    };
    let clock = |at: Option<DateTime<_>>| {
        at.map_or_else(
            || "?".to_owned(),
            |at: DateTime<chrono::FixedOffset>| at.format("%H:%M").to_string(),
        )
    };
    let signed = m.signed.map_or("not signed".to_owned(), |at| {
        format!("signed {}", at.format("%-d %B %Y %H:%M"))
    });
    let (began, ended) = (clock(m.began), clock(m.ended));
    let date = m.date.format("%-d %B %Y");
    format!("Meeting    {name}, {date}, {began} to {ended}, {signed}")
}

fn room(account: &Account) -> String {
    let people = &account.people;
    let admitted = people.iter().filter(|p| p.acceptance.is_some()).count();
    let signed = people.iter().filter(|p| p.declaration.is_some()).count();
    let out = people.iter().filter(|p| !p.step_outs.is_empty()).count();
    let turned = people.iter().filter(|p| p.remark.is_some()).count();
    format!(
        "Room       {admitted} accepted, {signed} of them signed, {turned} declined or sent apologies, {out} stepped out for a case"
    )
}

fn business(account: &Account) -> String {
    let done = account.cases.iter().filter(|c| c.closed.is_some()).count();
    let put_off = account.cases.len() - done;
    let settled = account
        .carried
        .iter()
        .filter(|a| a.outcome.is_some())
        .count();
    format!(
        "Agenda     {done} cases discussed, {put_off} put off, {settled} of {} carried actions settled",
        account.carried.len()
    )
}

fn said(account: &Account) -> String {
    let standing = |s: &str| account.items.iter().filter(|i| i.standing == s).count();
    format!(
        "Said       {} items shared, {} held, {} taken back; {} actions, {} decisions, {} nil returns or refusals",
        standing("shared"),
        standing("held"),
        standing("undone"),
        account.actions.len(),
        account.decisions.len(),
        account.silences.len()
    )
}
