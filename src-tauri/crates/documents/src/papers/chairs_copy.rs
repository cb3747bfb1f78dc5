//! The chair's own copy: what the room heard though somebody in it might not have it (`decisions` 1).

use super::account::Account;
use super::people::{fact, facts};
use super::{PaperSource, Print, minutes, shared, wording};
use crate::content::{Cell, Document, Leaf, Section, Table, Text};
use protocol::refusal::Clause;
use protocol::sharing::{Answer, ItemParts, SharedItem, Standing};

/// Whether a meeting has anything for it.
pub(super) fn is_needed(items: &[SharedItem]) -> bool {
    items.iter().any(|i| i.parts().standing == Standing::Heard)
}

/// Every such item: what was said, who heard it, which clause stands against it, what the chair did.
pub fn of(source: &PaperSource<'_>, print: &Print<'_>) -> Document {
    let account = Account::of(*source, print);
    let mut table = Table::new([
        ("Said by", 1.1),
        ("What was said", 2.6),
        ("Who heard it", 1.9),
        ("What the chair did", 1.6),
    ]);
    let items = account.proceedings.items.iter();
    let heard = items.filter(|item| item.parts().standing == Standing::Heard);
    table.rows = heard.map(|item| row(&account, item)).collect();
    let count = table.rows.len();
    let cover = vec![
        facts(vec![
            fact("Date", wording::day(account.proceedings.date)),
            fact("Chair", account.named(account.chaired_by)),
            fact("Incidents", count.to_string()),
        ]),
        Leaf::small(
            "For the chair only. Each line was said before it had a ground on which everyone who \
             heard it might have it; it is in no other paper of this meeting.",
        ),
    ];
    let mut end = vec![facts(minutes::provenance(&account))];
    if let Some(seal) = account.seal {
        end.insert(0, minutes::signature_of_the_chair(&account, seal));
    }
    let sections = vec![
        Section::new("Heard without a ground", vec![Leaf::Table(table)]),
        Section::new("Evidence", vec![Leaf::Together(end)]),
    ];
    account.document("Chair’s copy", cover, sections)
}

fn row(account: &Account<'_>, item: &SharedItem) -> Vec<Cell> {
    let parts = item.parts();
    let by = Cell::of(Text::strong(account.team(&parts.team))).with_note(format!(
        "{}, {}",
        account.place(parts.place),
        wording::time(parts.at)
    ));
    let words = Cell::of(parts.words.as_str()).with_note(shared::sort(account, parts));
    let names: Vec<String> = item.heard_by().map(|who| account.named(who)).collect();
    let heard = Cell::of(wording::listed(&names)).with_note(against(account, parts));
    let did = parts.chair_did.as_ref().map_or("", |did| did.as_str());
    vec![by, words, heard, Cell::of(did)]
}

/// For whom it stood against, and by which clause.
fn against(account: &Account<'_>, item: &ItemParts) -> String {
    fn clause(answer: &Answer) -> Option<&Clause> {
        match answer {
            Answer::Permitted(_) => None,
            Answer::Held(_, clause) | Answer::Refused(_, clause) => Some(clause),
        }
    }
    let barred = item.receipts.iter();
    let barred: Vec<_> = barred
        .filter_map(|r| Some((account.named(r.attendance), clause(&r.answer)?)))
        .collect();
    let names: Vec<String> = barred.iter().map(|(name, _)| name.clone()).collect();
    let clause = barred
        .first()
        .map_or_else(String::new, |(_, c)| c.to_string());
    format!("Not for {} ({clause})", wording::listed(&names))
}
