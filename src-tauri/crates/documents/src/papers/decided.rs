//! What was decided and why, and who does what by when.

use super::account::Account;
use super::{afterwards, wording};
use crate::content::{Cell, Leaf, Level, Table, Text};
use protocol::meeting::{Line, Place, Wording};
use protocol::sharing::{Action, Decision};

/// The table of decisions, or nothing where there were none.
pub(super) fn decisions(account: &Account<'_>, places: &[Place]) -> Vec<Leaf> {
    let mut table = Table::new([("Decision", 3.2), ("Reason", 2.4)]);
    let standing = |d: &&Decision| places.contains(&d.place) && d.undone.is_none();
    let decisions = account.proceedings.decisions.iter().filter(standing);
    table.rows = decisions.map(|d| decision(account, d)).collect();
    if table.rows.is_empty() {
        return Vec::new();
    }
    let heading = Leaf::Heading(Level::Main, "Decided".into());
    vec![heading, Leaf::Table(table)]
}

/// The actions first agreed in these places, or nothing; those that go on stand where they came from.
pub(super) fn actions(account: &Account<'_>, places: &[Place]) -> Vec<Leaf> {
    let here = |a: &&Action| places.contains(&a.place) && a.continues.is_none();
    table(account, "Actions", account.actions().filter(here))
}

/// A table of actions under a heading.
pub(super) fn table<'a>(
    account: &Account<'_>,
    heading: &str,
    actions: impl Iterator<Item = &'a Action>,
) -> Vec<Leaf> {
    let mut table = Table::new([
        ("No.", 0.42),
        ("Action", 3.0),
        ("Who", 1.3),
        ("By when", 0.9),
        ("Strand", 1.0),
    ]);
    table.rows = actions.map(|a| action(account, a)).collect();
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![
        Leaf::Heading(Level::Main, heading.into()),
        Leaf::Table(table),
    ]
}

/// Carried actions and how each turned out, in the order of the agenda's cases.
pub(super) fn carried<'a>(
    account: &Account<'_>,
    actions: impl Iterator<Item = &'a Action>,
) -> Option<Leaf> {
    let mut table = Table::new([
        ("Case", 0.9),
        ("Action", 2.8),
        ("Who", 1.2),
        ("How it turned out", 1.7),
    ]);
    table.rows = actions
        .map(|a| {
            vec![
                account.reference(a.case).into(),
                Cell::of(a.words.as_str()).with_note(format!("Due {}", wording::due(a.due))),
                owner(account, a),
                outcome(account, a),
            ]
        })
        .collect();
    (!table.rows.is_empty()).then_some(Leaf::Table(table))
}

/// The agency, and the person where one was named.
pub(super) fn owner(account: &Account<'_>, action: &Action) -> Cell {
    let cell = Cell::of(account.team(&action.owner.team));
    match &action.owner.person {
        Some(person) => cell.with_note(person.as_str()),
        None => cell,
    }
}

fn action(account: &Account<'_>, a: &Action) -> Vec<Cell> {
    let words = afterwards::words(account, Line::Action(a.id), a.words.as_str());
    let from = a.arises_from.and_then(|item| account.numbers.item(item));
    let words = match (a.continues, from) {
        (Some(_), _) => words.with_note("Carried from an earlier meeting"),
        (None, Some(from)) => words.with_note(format!("Agreed after {from}")),
        (None, None) => words,
    };
    vec![
        account.numbers.action(a.id).into(),
        words,
        owner(account, a),
        wording::due(a.due).into(),
        wording::strand(a.strand).into(),
    ]
}

/// What follows the phrase, where the words begin with it: it is not printed twice.
fn after_no_action(words: &str) -> Option<&str> {
    const PHRASE: &str = "no action";
    let begins = words.get(..PHRASE.len())?.eq_ignore_ascii_case(PHRASE);
    words.get(PHRASE.len()..).filter(|_| begins)
}

fn decision(account: &Account<'_>, d: &Decision) -> Vec<Cell> {
    let kind = match wording::decision_kind(d.kind) {
        "" => Text::default(),
        kind => Text::strong(format!("{kind}. ")),
    };
    let words = match (d.no_action, d.words.is_blank()) {
        (true, true) => kind.then("No action."),
        (true, false) => match after_no_action(d.words.as_str()) {
            Some("" | ".") => kind.then("No action."),
            Some(rest) => kind.then_strong("No action").then(rest),
            None => kind.then_strong("No action. ").then(d.words.as_str()),
        },
        (false, _) => kind.then(d.words.as_str()),
    };
    let dissent = |mut cell: Cell, (nth, dissent): (usize, &protocol::sharing::Dissent)| {
        let team = account.team(&dissent.team);
        cell.0
            .extend(afterwards::struck(account, Wording::Dissent(d.id, nth)));
        cell.with_note(Text::strong(format!("{team} dissents: ")).then(dissent.words.as_str()))
    };
    let words = afterwards::words(account, Line::Decision(d.id), words);
    let words = d.standing_dissents().fold(words, dissent);
    let reason = d.rationale.as_ref().filter(|r| !r.is_blank());
    let reason = reason.map_or("None recorded", |r| r.as_str());
    vec![
        words,
        afterwards::words(account, Wording::Rationale(d.id), reason),
    ]
}

fn outcome(account: &Account<'_>, a: &Action) -> Cell {
    let Some(settled) = &a.settled else {
        return Cell::of("Still open: not spoken of");
    };
    let goes_on = account.actions().find(|n| n.continues == Some(a.id));
    let mut cell = match goes_on {
        Some(next) => Cell::of(format!(
            "{}: goes on as {}, due {}",
            wording::outcome(settled.outcome),
            account.numbers.action(next.id),
            wording::due(next.due)
        )),
        None => Cell::of(wording::outcome(settled.outcome)),
    };
    cell.0
        .extend(afterwards::struck(account, Wording::Outcome(a.id)));
    match settled.note.as_ref().filter(|note| !note.is_blank()) {
        Some(note) => cell.with_note(note.as_str()),
        None => cell,
    }
}
