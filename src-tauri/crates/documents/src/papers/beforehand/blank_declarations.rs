//! Declarations to sign with a pen: one for each person expected who must, and two for those whom nobody expected.

use super::Beforehand;
use crate::content::{Document, Ink, Leaf, Section, Signature, Text};
use crate::papers::people::{fact, facts};
use crate::papers::wording;
use protocol::room::Attendance;

const SPARE: usize = 2;
/// A line to write a name on.
const TO_WRITE: &str = "\u{a0}";

pub(super) fn of(with: &Beforehand<'_>) -> Document {
    let declarations = with.pack.rules(with.planned.kind).declaration_required;
    let signers = with.planned.attendances.iter();
    let signers = signers.filter(|a| a.must_sign(declarations)).map(Some);
    let spare = std::iter::repeat_n(None, SPARE);
    let pages: Vec<Section> = signers
        .chain(spare)
        .map(|who| declaration(with, who).on_own_page())
        .collect();
    let cover = vec![Leaf::body(format!(
        "One declaration to a page, for representatives of agencies that are not statutory, and \
         for whoever else was not expected. The chair makes sure that each signer understands \
         their responsibilities ({}), and signs beneath. Keep the signed pages with the minutes.",
        with.pack.clauses.declaration_signed
    ))];
    with.document("Blank declarations", "To be signed by hand", (cover, pages))
}

fn declaration(with: &Beforehand<'_>, who: Option<&Attendance>) -> Section {
    let text = with.pack.text(with.planned.kind);
    let sentences = text
        .declaration
        .iter()
        .map(|words| Text::plain(words.as_str()));
    let said = facts(vec![
        fact("Name", who.map_or(TO_WRITE, |a| a.name.as_str())),
        fact(
            "Organisation",
            who.map_or(TO_WRITE, |a| a.agency.organisation_name.as_str()),
        ),
        fact("Meeting", with.meeting_name()),
    ]);
    let line = |who: &str, note: String| {
        Leaf::Signature(Signature {
            ink: Ink::Blank,
            caption: vec![Text::plain(note)],
            alternative: format!("A line for the {who} to sign on"),
        })
    };
    let version = format!(
        "Declaration {}; version {}; {}",
        text.version,
        with.pack.version,
        with.printed()
    );
    let day = wording::day(with.planned.date);
    Section::new(
        "Declaration",
        vec![
            said,
            Leaf::body(text.declaration_intro.as_str()),
            Leaf::NumberedList(sentences.collect()),
            line(
                "signer",
                format!("Signed, on {day}, at the time of ____ : ____"),
            ),
            line(
                "chair",
                "The chair: I have made sure that it was understood".into(),
            ),
            Leaf::small(version),
        ],
    )
}
