//! The chair's own copy: what the room heard though somebody in it might not have it (`decisions` 1).

use super::account::Account;
use super::people::{fact, facts};
use super::{PaperSource, Print, afterwards, minutes, shared, weighed, wording};
use crate::content::{Cell, Document, Leaf, Section, Table, Text};
use protocol::meeting::{Amendment, Line, Proceedings};
use protocol::refusal::Clause;
use protocol::sharing::{Answer, ItemParts, Standing};
use std::collections::BTreeSet;

/// Whether a meeting has anything for it.
pub(super) fn is_needed(p: &Proceedings) -> bool {
    heard(p).next().is_some() || overheard(p).next().is_some()
}

/// What was said without a ground on which everyone who heard it might have it.
fn heard(p: &Proceedings) -> impl Iterator<Item = &ItemParts> {
    let items = p.items.iter().map(|item| item.parts());
    items.filter(|item| item.standing == Standing::Heard)
}

/// What was shared lawfully, and heard by somebody besides who was not entitled to it.
fn overheard(p: &Proceedings) -> impl Iterator<Item = &ItemParts> {
    let items = p.items.iter().map(|item| item.parts());
    let shared = items.filter(|item| item.standing == Standing::Shared);
    shared.filter(|item| !p.overheard(item.id).is_empty())
}

/// Every incident: what was said, who heard it, which clause stands against it, what the chair did.
pub fn of(source: &PaperSource<'_>, print: &Print<'_>) -> Document {
    let account = Account::of(*source, print);
    let p = account.proceedings;
    let said: Vec<_> = heard(p).map(|item| said(&account, item)).collect();
    let over: Vec<_> = overheard(p).map(|item| over(&account, item)).collect();
    let cover = vec![
        facts(vec![
            fact("Date", wording::day(p.date)),
            fact("Chair", account.named(account.chaired_by)),
            fact("Incidents", (said.len() + over.len()).to_string()),
            fact("Regulator", told_by(&account)),
        ]),
        Leaf::small(
            "For the chair only: who heard what without being entitled to it stands in no other \
             paper of this meeting.",
        ),
    ];
    let mut end = vec![facts(minutes::provenance(&account))];
    if let Some(seal) = account.seal {
        end.insert(0, minutes::signature_of_the_chair(&account, seal));
    }
    let without = "Each line was said before it had a ground on which everyone who heard it might \
                   have it; its words stand here alone.";
    let besides = "Each line was shared, and stands in the minutes. Whoever is named here was in \
                   the room besides, as was noticed later.";
    let mut sections = vec![
        section(
            "Heard without a ground",
            without,
            "What the chair did",
            said,
        ),
        section(
            "Heard by somebody not entitled to it",
            besides,
            "Noticed",
            over,
        ),
    ];
    sections.retain(|section| !section.leaves.is_empty());
    sections.push(Section::new("Evidence", vec![Leaf::Together(end)]));
    account.document("Chair’s copy", cover, sections)
}

/// By when a breach among them would have to be reported: the time runs from the first (the pack's limit).
fn told_by(account: &Account<'_>) -> String {
    let p = account.proceedings;
    let first = heard(p).chain(overheard(p)).map(|item| item.at).min();
    let limits = &account.print.pack.limits;
    first.map_or_else(String::new, |first| {
        let by = limits.breach_reported_by(first);
        format!(
            "Where one of them is a breach that puts people at risk: by {} on {}, {} hours after the first",
            wording::time(by),
            wording::day(by.date_naive()),
            limits.breach_hours
        )
    })
}

fn section(name: &str, what: &str, last: &str, rows: Vec<Vec<Cell>>) -> Section {
    if rows.is_empty() {
        return Section::default();
    }
    let mut table = Table::new([
        ("Said by", 1.1),
        ("What was said", 2.6),
        ("Who heard it", 1.9),
        (last, 1.6),
    ]);
    table.rows = rows;
    Section::new(name, vec![Leaf::small(what), Leaf::Table(table)])
}

fn said(account: &Account<'_>, item: &ItemParts) -> Vec<Cell> {
    let received = item.receipts.iter().map(|r| r.attendance);
    let besides = account.proceedings.overheard(item.id).into_iter();
    let heard = received.chain(besides.map(|(who, _)| who));
    let names: Vec<String> = heard.map(|who| account.named(who)).collect();
    let heard = Cell::of(wording::listed(&names)).with_note(against(account, item));
    let heard = weighed::noted(account, item, heard);
    let did = item.chair_did.as_ref().map_or("", |did| did.as_str());
    let [by, words] = line(account, item);
    vec![by, words, heard, Cell::of(did)]
}

fn over(account: &Account<'_>, item: &ItemParts) -> Vec<Cell> {
    let p = account.proceedings;
    let who = p.overheard(item.id);
    let names: Vec<String> = who.iter().map(|(who, _)| account.named(*who)).collect();
    let clauses: BTreeSet<&str> = who.iter().map(|(_, clause)| *clause).collect();
    let clauses: Vec<&str> = clauses.into_iter().collect();
    let heard = Cell::of(wording::listed(&names)).with_note(clauses.join(", "));
    let heard = weighed::noted(account, item, heard);
    let changed = |a: &&Amendment| a.what.lines().iter().any(|line| line.item == item.id);
    let noticed = p.amendments.iter().rfind(changed);
    let noticed = noticed.map_or_else(String::new, |a| {
        format!("{} by {}", wording::moment(a.by.at), a.by.by)
    });
    let [by, words] = line(account, item);
    vec![by, words, heard, Cell::of(noticed)]
}

/// By whom, where and when; and the words, with what was struck from them.
fn line(account: &Account<'_>, item: &ItemParts) -> [Cell; 2] {
    let by = Cell::of(Text::strong(account.team(&item.team))).with_note(format!(
        "{}, {}",
        account.place(item.place),
        wording::time(item.at)
    ));
    let words = afterwards::words(account, Line::Item(item.id), item.words.as_str());
    [by, shared::marked(account, item, words)]
}

/// Whom it stood against, and by which clause: those in the room and those outside it, each under their own.
fn against(account: &Account<'_>, item: &ItemParts) -> String {
    fn clause(answer: &Answer) -> Option<&Clause> {
        match answer {
            Answer::Permitted(_) => None,
            Answer::Held(_, clause) | Answer::Refused(_, clause) => Some(clause),
        }
    }
    let here = item.receipts.iter();
    let here = here.filter_map(|r| Some((account.named(r.attendance), clause(&r.answer)?)));
    let outside = item.pending.iter();
    let outside = outside.filter_map(|p| Some((p.to.named.clone(), clause(&p.answer)?)));
    let mut under: Vec<(&Clause, Vec<String>)> = Vec::new();
    for (name, clause) in here.chain(outside) {
        match under.iter_mut().find(|(known, _)| *known == clause) {
            Some((_, names)) => names.push(name),
            None => under.push((clause, vec![name])),
        }
    }
    let each = under.iter();
    let each = each.map(|(clause, names)| format!("Not for {} ({clause})", wording::listed(names)));
    each.collect::<Vec<_>>().join("; ")
}
