//! The attendance and acceptance register: who was in the room, for whom, and admitted how (D01).

use super::account::Account;
use super::people::{absent, attendance, fact, facts, standing, those_who_came};
use super::{PaperSource, Print, afterwards, minutes, turns, wording};
use crate::content::{Document, Leaf, Section};
use std::collections::BTreeMap;

/// The register of a meeting that has ended.
pub fn of(source: &PaperSource<'_>, print: &Print<'_>) -> Document {
    let account = Account::of(*source, print);
    let p = account.proceedings;
    let text = print.pack.text(p.kind);
    let venue = match p.venue.trim() {
        "" => "Not recorded",
        venue => venue,
    };
    let mut said = vec![
        fact("Date", turns::days(&account)),
        fact("Venue", venue),
        fact("Chair", account.named(account.chaired_by)),
    ];
    let times = [
        ("Statement read aloud", p.statement_read),
        ("Meeting began", p.began),
        ("Meeting ended", p.ended),
    ];
    let times = times.map(|(what, at)| at.map(|at| fact(what, turns::when(&account, at))));
    said.extend(times.into_iter().flatten());
    said.extend(turns::of(&account));
    said.push(fact(
        "Asked of each person",
        text.acceptance_question.as_str(),
    ));
    let mut sections = vec![
        Section::new("Attendance and acceptance", {
            vec![attendance(&account), facts(absent(&account))]
        }),
        Section::new("Organisations in the room", vec![organisations(&account)]),
    ];
    sections.extend(afterwards::section(&account));
    let mut end = vec![facts(minutes::provenance(&account))];
    if let Some(seal) = account.seal {
        end.insert(0, minutes::signature_of_the_chair(&account, seal));
    }
    sections.push(Section::new("Evidence", vec![Leaf::Together(end)]));
    account.document("Attendance register", vec![facts(said)], sections)
}

fn organisations(account: &Account<'_>) -> Leaf {
    let came = those_who_came(account);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rows: Vec<(&str, String)> = Vec::new();
    for a in came {
        let name = a.agency.organisation_name.as_str();
        if *seen.entry(name).and_modify(|n| *n += 1).or_insert(1) == 1 {
            rows.push((name, standing(a)));
        }
    }
    let row = |(name, standing): (&str, String)| {
        let people = wording::people(seen.get(name).copied().unwrap_or_default());
        fact(name, format!("{standing}; {people}"))
    };
    facts(rows.into_iter().map(row).collect())
}
