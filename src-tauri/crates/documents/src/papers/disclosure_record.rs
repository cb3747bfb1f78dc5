//! The disclosure record: what was shared, by whom, with whom by name, on what ground (D05).

use super::account::Account;
use super::people::{fact, facts};
use super::{
    PaperSource, Print, afterwards, grounds, in_writing, minutes, shared, weighed, wording,
};
use crate::content::{Cell, Document, Leaf, Paragraph, Section, Table, Text};
use protocol::meeting::{Line, Place};
use protocol::sharing::ItemParts;

/// The record of everything that a meeting disclosed, place by place.
pub fn of(source: &PaperSource<'_>, print: &Print<'_>) -> Document {
    let account = Account::of(*source, print);
    let mut places = vec![
        Place::Opening,
        Place::PreviousMinutes,
        Place::MattersArising,
    ];
    let p = account.proceedings;
    places.extend(p.slots.iter().map(|slot| Place::Case(slot.id)));
    places.extend([Place::AnyOtherBusiness, Place::Closing]);
    let mut sections: Vec<_> = places
        .into_iter()
        .filter_map(|place| section(&account, place))
        .collect();
    if let Some(key) = grounds::key(&account, account.shared()) {
        sections.push(Section::new("Purposes and powers cited", vec![key]));
    }
    sections.extend(afterwards::section(&account));
    let mut end = vec![facts(minutes::provenance(&account))];
    if let Some(seal) = account.seal {
        end.insert(0, minutes::signature_of_the_chair(&account, seal));
    }
    sections.push(Section::new("Evidence", vec![Leaf::Together(end)]));
    account.document("Disclosure record", cover(&account), sections)
}

fn cover(account: &Account<'_>) -> Vec<Leaf> {
    let p = account.proceedings;
    let count = account.shared().count();
    let held = match account.held() {
        0 => "None".into(),
        n => format!("{n}, disclosed to nobody and not printed"),
    };
    let mut leaves = vec![
        facts(vec![
            fact("Date", wording::day(p.date)),
            fact("Chair", account.named(account.chaired_by)),
            fact("Disclosures", count.to_string()),
            fact("Held back", held),
        ]),
        Leaf::small(format!(
            "Each line names everyone who received it, by agency; whoever spoke is not repeated. {}",
            wording::law(account.print.pack)
        )),
    ];
    leaves.extend(table_not_confirmed(account));
    leaves.extend(policy_not_named(account));
    leaves
}

/// Where the law asks for an appropriate policy document (DPA 2018, section 42 and Schedule 1, Part 4), each agency has its own, and
/// the agreement says where they are found; until it does, the record says what rests on one.
fn policy_not_named(account: &Account<'_>) -> Option<Leaf> {
    let count = match weighed::without_its_policy(account, account.shared()) {
        0 => return None,
        1 => "One of these rests".to_owned(),
        n => format!("{n} of these rest"),
    };
    Some(Leaf::small(format!(
        "{count} on a condition beside which the law asks for an appropriate policy document; the \
         agreement does not say yet where that is found."
    )))
}

/// Who originally holds which kind is the partnership's to confirm (§1.4.1, table 1); until then the record says what rests on it.
fn table_not_confirmed(account: &Account<'_>) -> Option<Leaf> {
    let count = match weighed::by_an_unconfirmed_table(account.shared()) {
        0 => return None,
        1 => "One of these was".to_owned(),
        n => format!("{n} of these were"),
    };
    Some(Leaf::small(format!(
        "{count} shared by an agency as its own by a table of original holders that the partnership \
         has not confirmed yet."
    )))
}

fn section(account: &Account<'_>, place: Place) -> Option<Section> {
    let mut table = Table::new([
        ("No.", 0.42),
        ("Shared by", 1.1),
        ("What", 2.4),
        ("Received by", 2.3),
    ]);
    let items = account.shared().filter(|item| item.place == place);
    table.rows = items.map(|item| row(account, item)).collect();
    let slot = match place {
        Place::Case(slot) => account.proceedings.slot(slot).ok(),
        _ => None,
    };
    let name = match slot {
        Some(slot) => format!("{}: {}", slot.case.reference, slot.case.name.as_str()),
        None => account.place(place),
    };
    let some = !table.rows.is_empty();
    some.then(|| Section::new(name, vec![Leaf::Table(table)]))
}

fn row(account: &Account<'_>, item: &ItemParts) -> Vec<Cell> {
    let by = in_writing::shared_by(account, item);
    let words = afterwards::words(account, Line::Item(item.id), item.words.as_str());
    let words = shared::marked(account, item, words);
    let number = account.numbers.item(item.id).unwrap_or_default();
    vec![number.into(), by, words, received(account, item)]
}

/// Every recipient by name, a line for each agency, then those who were not among them.
fn received(account: &Account<'_>, item: &ItemParts) -> Cell {
    let mut agencies: Vec<(&str, Vec<String>)> = Vec::new();
    for a in grounds::recipients(item).filter_map(|id| account.person(id)) {
        let agency = a.agency.short_name.as_str();
        match agencies.iter_mut().find(|(known, _)| *known == agency) {
            Some((_, names)) => names.push(account.called(a.id)),
            None => agencies.push((agency, vec![account.called(a.id)])),
        }
    }
    let mut names = Text::default();
    for (n, (agency, people)) in agencies.into_iter().enumerate() {
        let gap = if n == 0 { "" } else { "\n" };
        names = names
            .then(gap)
            .then_strong(agency)
            .then(format!(" {}", people.join(", ")));
    }
    let mut cell = Cell(vec![Paragraph::small(names)]);
    if !item.left_out.is_empty() {
        let out: Vec<_> = item.left_out.iter().map(|&id| account.named(id)).collect();
        cell = cell.with_note(format!("Left out: {}", wording::listed(&out)));
    }
    for pending in grounds::to_be_sent(account, item) {
        cell = cell.with_note(format!("Pending: {pending}"));
    }
    let cell = cell.with_note(grounds::ground(account, item));
    weighed::noted(account, item, cell)
}
