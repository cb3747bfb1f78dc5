//! What was shared in one place of the agenda, and who had nothing or would not share.

use super::account::Account;
use super::people::fact;
use super::{afterwards, grounds, in_writing, wording};
use crate::content::{Cell, Fact, Leaf, Level, Paragraph, Table};
use protocol::meeting::{Line, Place};
use protocol::sharing::{ItemParts, Silence, SilenceKind, Source};

/// The table of what was shared, or nothing where nothing was.
pub(super) fn table(account: &Account<'_>, places: &[Place]) -> Vec<Leaf> {
    let mut table = Table::new([
        ("No.", 0.42),
        ("Shared by", 1.15),
        ("What was shared", 3.1),
        ("With whom, why, by what power", 1.95),
    ]);
    let items = account.shared().filter(|i| places.contains(&i.place));
    table.rows = items.map(|item| row(account, item)).collect();
    if table.rows.is_empty() {
        return Vec::new();
    }
    let heading = Leaf::Heading(Level::Main, "What was shared".into());
    vec![heading, Leaf::Table(table)]
}

/// Agencies that were asked and gave nothing: silence is never ambiguous.
pub(super) fn silences(account: &Account<'_>, place: Place) -> Vec<Fact> {
    let kinds = [
        (SilenceKind::NilReturn, "Asked, nothing new held"),
        (SilenceKind::Declined, "Declined to share"),
    ];
    let said = |kind| {
        let p = account.proceedings;
        let these = move |(n, s): &(usize, &Silence)| {
            s.place == place && s.kind == kind && p.is_last_word(*n)
        };
        let silences = p.silences.iter().enumerate().filter(these);
        let silent = |(_, s): (usize, &Silence)| in_writing::silent(account, s);
        silences.map(silent).collect::<Vec<_>>()
    };
    let facts = kinds.map(|(kind, name)| (name, said(kind)));
    facts
        .into_iter()
        .filter(|(_, who)| !who.is_empty())
        .map(|(name, who)| fact(name, wording::listed(&who)))
        .collect()
}

/// The kind of information, and which of the two it is (§4.3).
fn sort(account: &Account<'_>, item: &ItemParts) -> String {
    format!(
        "{} \u{b7} {}",
        account.kind(&item.kind),
        wording::basis(item.basis)
    )
}

/// An item's words with what sort of information it is, and whose: another's is marked wherever it goes (§1.4.1).
pub(super) fn marked(account: &Account<'_>, item: &ItemParts, words: Cell) -> Cell {
    let words = words.with_note(sort(account, item));
    match whose(account, item) {
        Some(whose) => words.with_note(whose),
        None => words,
    }
}

/// Whose information it is where the agency has it from another, and that it stays theirs.
pub(super) fn whose(account: &Account<'_>, item: &ItemParts) -> Option<String> {
    let Source::ThirdParty(owner) = &item.source else {
        return None;
    };
    let owner = owner.called(account.print.pack);
    Some(format!(
        "Information of {owner}: not to be passed on without their permission"
    ))
}

fn row(account: &Account<'_>, item: &ItemParts) -> Vec<Cell> {
    let by = in_writing::shared_by(account, item);
    let number = account.numbers.item(item.id).unwrap_or_default();
    let words = afterwards::words(account, Line::Item(item.id), item.words.as_str());
    let words = marked(account, item, words);
    let with = [grounds::audience, grounds::ground];
    let with = Cell(
        with.map(|said| Paragraph::small(said(account, item)))
            .into(),
    );
    vec![number.into(), by, words, with]
}
