//! What can be told from the set pages alone.

use crate::sample::{NAMES, document, faces, long_cell, minutes, pages, strokes};
use documents::content::{
    Cell, Column, Document, Ink, KeyValues, Leaf, Level, Section, Signature, Table, Text,
};
use documents::layout::{Item, Owner, Pages, Place, Role, Unset, check, set};
use proptest::prelude::*;

/// All that stands on the pages for a listener, in the order of the pages.
fn said(pages: &Pages) -> String {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let texts = items.filter_map(|placed| match (&placed.item, placed.owner) {
        (Item::Text { line, .. }, Owner::Node(_)) => {
            let mut glyphs: Vec<_> = line
                .runs
                .iter()
                .flat_map(|run| &run.glyphs)
                .map(|g| g.start..g.end)
                .collect();
            glyphs.sort_by_key(|range| range.start);
            glyphs.dedup();
            Some(
                glyphs
                    .into_iter()
                    .map(|range| &line.text[range])
                    .collect::<String>(),
            )
        }
        _ => None,
    });
    texts
        .collect::<String>()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

#[test]
fn nothing_is_cut_or_overprinted_in_minutes() {
    assert_eq!(check(&pages(&minutes())), []);
}

#[test]
fn a_row_of_two_thousand_words_goes_on_over_pages() {
    let pages = pages(&long_cell(2_000));
    assert!(pages.pages.len() >= 4, "{}", pages.pages.len());
    assert_eq!(check(&pages), []);
    assert_eq!(said(&pages).matches("word").count(), 2_000);
}

#[test]
fn a_word_too_long_for_its_line_is_broken_and_whole() {
    let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(9);
    for name in [
        &word,
        &NAMES[4].replace(' ', "").repeat(30),
        &NAMES[9].repeat(60),
    ] {
        let pages = pages(&document(vec![Leaf::body(name.as_str())], vec![]));
        assert_eq!(check(&pages), []);
        assert!(said(&pages).contains(name.as_str()));
    }
}

#[test]
fn a_character_that_no_typeface_has_stops_the_printing_and_tells_where() {
    let section = Section::new("One", vec![Leaf::body("well"), Leaf::body("oh \u{1f600}")]);
    let refused = set(&document(vec![], vec![section]), &faces())
        .map(|_| ())
        .err();
    assert_eq!(
        refused,
        Some((Place::Section(1, 2), Unset::Missing('\u{1f600}')))
    );
}

#[test]
fn bengali_is_shaped_as_it_was_when_it_was_compared_with_harfbuzz() {
    let pages = pages(&document(vec![Leaf::body(NAMES[8])], vec![]));
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let glyphs: Vec<u16> = items
        .filter_map(|placed| match (&placed.item, placed.owner) {
            (Item::Text { line, .. }, Owner::Node(2)) => Some(line),
            _ => None,
        })
        .flat_map(|line| {
            line.runs
                .iter()
                .flat_map(|run| &run.glyphs)
                .map(|glyph| glyph.id)
        })
        .collect();
    assert_eq!(
        glyphs,
        [
            246, 281, 61, 49, 40, 61, 3, 51, 362, 56, 49, 59, 3, 26, 59, 40, 384, 44
        ]
    );
}

#[test]
fn headings_never_skip_a_level() {
    let leaves = vec![
        Leaf::Heading(Level::Sub, "Too deep".into()),
        Leaf::Heading(Level::Main, "Right".into()),
        Leaf::Heading(Level::Sub, "Below".into()),
    ];
    let nameless = Section::new("", leaves.clone());
    let pages = pages(&document(
        leaves.clone(),
        vec![Section::new("Named", leaves), nameless],
    ));
    let levels: Vec<u8> = pages
        .tree
        .nodes()
        .iter()
        .filter_map(|node| match node.role {
            Role::Heading(level) => Some(level),
            _ => None,
        })
        .collect();
    assert_eq!(levels, [1, 2, 2, 3, 2, 3, 3, 4, 2, 2, 3]);
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[A-Za-z]{1,12}",
        1 => "[a-zA-Z0-9/]{40,90}",
        3 => proptest::sample::select(NAMES.to_vec()).prop_map(str::to_owned),
        1 => proptest::sample::select(vec!["\n", "\t", "(12)", "Ấ\u{323}", "\u{200f}", "3 \u{2013} 4", "«خ»"])
            .prop_map(str::to_owned),
    ];
    proptest::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = Text> {
    (words(), words()).prop_map(|(plain, strong)| Text::plain(plain).then_strong(strong))
}

fn cell() -> impl Strategy<Value = Cell> {
    (text(), proptest::option::of(words())).prop_map(|(text, note)| match note {
        Some(note) => Cell::of(text).with_note(note),
        None => Cell::of(text),
    })
}

fn table() -> impl Strategy<Value = Leaf> {
    (1_usize..7).prop_flat_map(|wide| {
        let column =
            ("[A-Z][a-z]{1,20}", 0.2_f32..4.0).prop_map(|(name, share)| Column { name, share });
        let row = proptest::collection::vec(cell(), wide);
        let columns = proptest::collection::vec(column, wide);
        (columns, proptest::collection::vec(row, 0..6))
            .prop_map(|(columns, rows)| Leaf::Table(Table { columns, rows }))
    })
}

fn leaf() -> impl Strategy<Value = Leaf> {
    let ink = Ink::Drawn {
        strokes: strokes(),
        pad: (1000.0, 400.0),
    };
    prop_oneof![
        text().prop_map(|text| Leaf::Heading(Level::Main, text)),
        text().prop_map(Leaf::body),
        text().prop_map(Leaf::small),
        proptest::collection::vec(text(), 0..12).prop_map(Leaf::NumberedList),
        proptest::collection::vec(text(), 0..4).prop_map(Leaf::BulletList),
        text().prop_map(|text| Leaf::KeyValues(KeyValues::new([("Name", text)]))),
        table(),
        text().prop_map(move |text| Leaf::Signature(Signature {
            ink: ink.clone(),
            caption: vec![text],
            alternative: "Signature".into(),
        })),
        Just(Leaf::Rule),
        Just(Leaf::Gap),
        Just(Leaf::PageBreak),
        text().prop_map(|text| Leaf::Together(vec![Leaf::body(text), Leaf::Gap])),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let leaves = || proptest::collection::vec(leaf(), 0..8);
    (leaves(), words(), leaves())
        .prop_map(|(cover, name, rest)| document(cover, vec![Section::new(name, rest)]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_cut_or_overprinted_in_any_document(document in any_document()) {
        let pages = pages(&document);
        prop_assert_eq!(check(&pages), []);
    }

    #[test]
    fn nothing_said_is_lost_between_content_and_pages(texts in proptest::collection::vec(text(), 1..9)) {
        let wanted: String = texts.iter().flat_map(Text::spans).map(|span| span.words.as_str()).collect();
        let wanted: String = wanted.chars().filter(|c| !c.is_whitespace()).collect();
        let leaves = texts.into_iter().map(Leaf::body).collect();
        let pages = pages(&document(leaves, vec![]));
        prop_assert!(said(&pages).ends_with(&wanted));
    }
}
