//! The agenda to send to everybody who is expected: no name of anybody discussed is on it.

use super::Beforehand;
use crate::content::{Cell, Document, Leaf, Level, Section, Table, Text};
use crate::papers::people::{fact, facts};
use crate::papers::wording;
use protocol::meeting::Slot;
use protocol::room::AttendeeRole;

pub(super) fn of(with: &Beforehand<'_>) -> Document {
    let sections = vec![business(with), expected(with)];
    with.document(
        "Agenda",
        "To send before the meeting",
        (cover(with), sections),
    )
}

fn cover(with: &Beforehand<'_>) -> Vec<Leaf> {
    let p = with.planned;
    let said = facts(vec![
        fact("Date", wording::day(p.date)),
        fact("Time", with.times()),
        fact("Place", with.venue()),
    ]);
    let clauses = &with.pack.clauses;
    let why = Leaf::small(format!(
        "Cases stand here by reference and initials only: nobody has accepted the information \
         sharing agreement at this meeting yet ({}), and an agenda needs no more ({}). Names are on \
         the case list, which goes to Designated Officers alone ({}).",
        clauses.agreement_accepted, clauses.minimum, clauses.secure_route
    ));
    vec![said, why]
}

fn business(with: &Beforehand<'_>) -> Section {
    let p = with.planned;
    let mut before = vec![Text::plain(
        "Welcome; the chair reads the statement, and each person accepts the agreement by name",
    )];
    if p.attendances
        .iter()
        .any(|a| a.must_sign(with.pack.rules(p.kind).declaration_required))
    {
        before.push("Declarations signed by representatives of non-statutory agencies".into());
    }
    before.push(match &p.previous {
        Some(last) => format!("Minutes of {} agreed", wording::day(last.date)).into(),
        None => "No earlier minutes".into(),
    });
    before.push(match p.carried.len() {
        0 => "Matters arising: no action is open".into(),
        1 => "Matters arising: 1 open action".into(),
        n => format!("Matters arising: {n} open actions").into(),
    });
    let after = vec![
        "Any other business".into(),
        "Date of the next meeting".into(),
    ];
    let mut leaves = vec![
        Leaf::NumberedList(before),
        Leaf::Heading(Level::Main, "Cases".into()),
    ];
    leaves.push(match p.slots.is_empty() {
        true => Leaf::body("No case is on the agenda yet."),
        false => Leaf::Table(cases(with)),
    });
    leaves.extend([
        Leaf::Heading(Level::Main, "Afterwards".into()),
        Leaf::BulletList(after),
    ]);
    Section::new("Business", leaves)
}

fn cases(with: &Beforehand<'_>) -> Table {
    let mut table = Table::new([
        ("No.", 0.5),
        ("Reference", 1.4),
        ("Initials", 1.0),
        ("Lead agency", 1.8),
        ("Minutes", 0.8),
    ]);
    let row = |(at, slot): (usize, &Slot)| {
        let lead = slot.case.lead.as_ref();
        let lead = lead.and_then(|team| with.pack.team(team));
        vec![
            Cell::of((at + 1).to_string()),
            Cell::of(Text::strong(slot.case.reference.as_str())),
            Cell::of(slot.case.initials()),
            Cell::of(lead.map(|team| team.short_name.clone()).unwrap_or_default()),
            Cell::of(slot.budget.to_string()),
        ]
    };
    table.rows = with.planned.slots.iter().enumerate().map(row).collect();
    table
}

fn expected(with: &Beforehand<'_>) -> Section {
    let mut table = Table::new([("Agency", 1.4), ("Name", 1.6), ("As", 1.0)]);
    let callings = with.planned.callings();
    let row = |a: &protocol::room::Attendance| {
        vec![
            Cell::of(a.agency.short_name.as_str()),
            Cell::of(callings.beside_agency(a.id)),
            Cell::of(match a.role {
                AttendeeRole::Representative => a.job.as_str(),
                role => wording::role(role),
            }),
        ]
    };
    table.rows = with.planned.attendances.iter().map(row).collect();
    let who = match table.rows.is_empty() {
        true => Leaf::body("Nobody is named yet."),
        false => Leaf::Table(table),
    };
    let asked = Leaf::body(
        "Whoever cannot come sends apologies, and anything to share in writing to the \
         minute-taker by the secure route.",
    );
    Section::new("Expected", vec![who, asked, Leaf::small(with.printed())])
}
