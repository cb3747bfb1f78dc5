//! The case list for Designated Officers, who look up what their agency holds: names, and no more than tells people apart.

use super::Beforehand;
use crate::content::{Cell, Document, Leaf, Section, Table, Text};
use crate::papers::people::{fact, facts};
use crate::papers::wording;
use protocol::meeting::Slot;

pub(super) fn of(with: &Beforehand<'_>) -> Document {
    let p = with.planned;
    let cover = vec![
        facts(vec![
            fact(
                "For",
                "Primary Designated Officers and Designated Officers, and nobody else",
            ),
            fact(
                "Send",
                format!(
                    "Encrypted, or over a secure network, to their secure addresses ({})",
                    with.pack.clauses.secure_route
                ),
            ),
            fact(
                "Meeting",
                format!("{}, {}", wording::day(p.date), with.times()),
            ),
            fact(
                "Keep",
                "Until the meeting, then destroy it; the minutes are the record",
            ),
        ]),
        Leaf::body(
            "Please look each person up, and send your representative with what your agency \
             originally holds and the meeting needs. Where nothing is held, say so: a nil return \
             is an answer.",
        ),
    ];
    let list = match p.slots.is_empty() {
        true => Leaf::body("No case is on the agenda yet."),
        false => Leaf::Table(cases(with)),
    };
    let why = Leaf::small(format!(
        "Name, date of birth and CRO number are here because an agency cannot find its own \
         records without them ({}); nothing that any agency shared is.",
        with.pack.clauses.minimum
    ));
    let cases = Section::new("Cases", vec![list, why, Leaf::small(with.printed())]);
    with.document(
        "Case list",
        "For Designated Officers only",
        (cover, vec![cases]),
    )
}

fn cases(with: &Beforehand<'_>) -> Table {
    let mut table = Table::new([
        ("No.", 0.5),
        ("Reference", 1.2),
        ("Name", 2.2),
        ("Born", 1.1),
        ("CRO number", 1.2),
        ("Lead agency", 1.4),
    ]);
    let row = |(at, slot): (usize, &Slot)| {
        let case = &slot.case;
        let lead = case.lead.as_ref().and_then(|team| with.pack.team(team));
        let born = case.born.map(|born| with.pack.formats.dates.of(born));
        vec![
            Cell::of((at + 1).to_string()),
            Cell::of(case.reference.as_str()),
            Cell::of(Text::strong(case.name.as_str())),
            Cell::of(born.unwrap_or_else(|| "Not known".into())),
            Cell::of(case.cro.clone().unwrap_or_default()),
            Cell::of(lead.map(|team| team.short_name.clone()).unwrap_or_default()),
        ]
    };
    table.rows = with.planned.slots.iter().enumerate().map(row).collect();
    table
}
