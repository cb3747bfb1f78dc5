//! The register to fill in by hand, with the words that open a meeting: they are needed where there is no screen.

use super::Beforehand;
use crate::content::{Cell, Document, Leaf, Level, Section, Table, Text};
use crate::papers::people::{fact, facts};
use crate::papers::wording;
use protocol::pack::AgreementText;
use protocol::room::Attendance;

/// Rows for those whom nobody expected.
const SPARE: usize = 8;

pub(super) fn of(with: &Beforehand<'_>) -> Document {
    let p = with.planned;
    let (text, clauses) = (with.pack.text(p.kind), &with.pack.clauses);
    let cover = vec![
        facts(vec![
            fact("Date", wording::day(p.date)),
            fact("Place", with.venue()),
            fact("Chair", ""),
            fact("Minute-taker", ""),
            fact("Statement read at", ""),
            fact("Began, ended", ""),
        ]),
        Leaf::body(format!(
            "No case is opened before everyone in the room has accepted, the minute-taker too, and \
             every declaration is signed ({}, {}). Enter what stands here into ODOC as soon as it \
             can be, and keep this paper with the minutes.",
            clauses.agreement_accepted, clauses.declaration_signed
        )),
    ];
    let statement = text
        .opening_statement
        .iter()
        .map(|words| Leaf::body(words.as_str()));
    let mut opening: Vec<Leaf> = statement.collect();
    opening.push(Leaf::Heading(
        Level::Sub,
        "Asked of each person, by name".into(),
    ));
    opening.push(Leaf::body(Text::strong(text.acceptance_question.as_str())));
    opening.push(Leaf::small(format!(
        "Agreement text {}; version {}",
        text.version, with.pack.version
    )));
    let sections = vec![
        Section::new("Register", vec![Leaf::Table(register(with))]),
        Section::new("The statement, to be read aloud", opening).on_own_page(),
        Section::new("The agreement in full", in_full(text)).on_own_page(),
    ];
    let mut document = with.document(
        "Blank register",
        "To be filled in by hand",
        (cover, sections),
    );
    document.title = format!(
        "Attendance and acceptance, by hand: {}",
        with.meeting_name()
    );
    document
}

/// All that is accepted, for whoever wants to read it before they answer.
fn in_full(text: &AgreementText) -> Vec<Leaf> {
    let section = |section: &protocol::pack::Section| {
        let heading = format!("{} ({})", section.heading, section.clause);
        let words = section.paragraphs.iter().map(|p| Leaf::body(p.as_str()));
        std::iter::once(Leaf::Heading(Level::Sub, heading.as_str().into()))
            .chain(words)
            .collect::<Vec<_>>()
    };
    text.agreement.iter().flat_map(section).collect()
}

fn register(with: &Beforehand<'_>) -> Table {
    let mut table = Table::new([
        ("Name and agency", 2.6),
        ("In", 0.7),
        ("Out", 0.7),
        ("Accepts: signature", 1.7),
        ("Authority given by", 1.5),
    ]);
    let callings = with.planned.callings();
    let called = |a: &Attendance| callings.beside_agency(a.id);
    let expected = with.planned.attendances.iter();
    let named = expected.map(|a| row(with, Some((a, called(a)))));
    let spare = std::iter::repeat_with(|| row(with, None)).take(SPARE);
    table.rows = named.chain(spare).collect();
    table
}

fn row(with: &Beforehand<'_>, who: Option<(&Attendance, String)>) -> Vec<Cell> {
    let declarations = with.pack.rules(with.planned.kind).declaration_required;
    let first = match who {
        Some((a, name)) if a.must_sign(declarations) => {
            let note = format!("{}; signs a declaration", a.agency.short_name);
            Cell::of(name).with_note(note)
        }
        Some((a, name)) => Cell::of(name).with_note(a.agency.short_name.as_str()),
        // As high as a row with a name and an agency in it, so that a hand finds room.
        None => Cell::of("\u{a0}").with_note("\u{a0}"),
    };
    let empty = std::iter::repeat_n(Cell::default(), 4);
    [first].into_iter().chain(empty).collect()
}
