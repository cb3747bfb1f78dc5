//! One section a case, so that one person's pages can be made from the sections of one.

use crate::content::{Cell, Leaf, Section, Table};
use crate::papers::account::Account;
use crate::papers::people::facts;
use crate::papers::{afterwards, authorised, decided, in_writing, particulars, shared};
use protocol::meeting::{Place, Slot, SlotProgress, Wording};

/// The cases that were opened, in the order of the agenda.
pub(super) fn discussed<'a>(account: &'a Account<'a>) -> impl Iterator<Item = Section> {
    let slots = account.proceedings.slots.iter().zip(1..);
    slots
        .filter(|(slot, _)| !is_deferred_unopened(account, slot))
        .map(|(slot, number)| section(account, slot, number))
}

/// The cases put off, each with its reason; by reference, for nothing was opened.
pub(super) fn deferred(account: &Account<'_>) -> Option<Section> {
    let mut table = Table::new([
        ("Case", 1.0),
        ("Initials", 0.8),
        ("Why it was put off", 3.6),
    ]);
    for slot in &account.proceedings.slots {
        if let SlotProgress::Deferred { reason } = &slot.progress {
            let initials = slot.case.initials();
            let cells: [Cell; 3] = [
                slot.case.reference.as_str().into(),
                initials.into(),
                afterwards::words(account, Wording::Deferral(slot.id), reason.as_str()),
            ];
            table.rows.push(cells.into());
        }
    }
    let section = || {
        Section::new(
            "Cases deferred to the next meeting",
            vec![Leaf::Table(table)],
        )
    };
    let any = account
        .proceedings
        .slots
        .iter()
        .any(|s| matches!(s.progress, SlotProgress::Deferred { .. }));
    any.then(section)
}

fn section(account: &Account<'_>, slot: &Slot, number: usize) -> Section {
    let here = [Place::Case(slot.id)];
    let mut said = particulars::of(account, slot);
    said.extend(particulars::discussion(account, slot));
    let mut leaves = vec![facts(said)];
    leaves.extend(shared::table(account, &here));
    leaves.extend(authorised::of(account, Some(slot.case.case)));
    let mut silences = shared::silences(account, here[0]);
    silences.extend(in_writing::not_put(account, slot.id));
    if !silences.is_empty() {
        leaves.push(facts(silences));
    }
    leaves.extend(decided::decisions(account, &here));
    leaves.extend(decided::actions(account, &here));
    let name = format!(
        "{number}. {}: {}",
        slot.case.reference,
        slot.case.name.as_str()
    );
    Section::new(name, leaves)
}

/// A case that was put off after something had been said of it still has its section.
fn is_deferred_unopened(account: &Account<'_>, slot: &Slot) -> bool {
    let here = Place::Case(slot.id);
    let p = account.proceedings;
    let said = account.shared().any(|i| i.place == here)
        || account.actions().any(|a| a.place == here)
        || p.decisions
            .iter()
            .any(|d| d.place == here && d.undone.is_none())
        || p.silences
            .iter()
            .any(|s| s.place == here && s.undone.is_none());
    matches!(slot.progress, SlotProgress::Deferred { .. }) && !said
}
