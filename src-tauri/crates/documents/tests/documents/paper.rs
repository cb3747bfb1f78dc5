//! What others read in the files.

use crate::judges;
use crate::sample::{NAMES, document, file, long_cell, minutes, on_disk, pages};
use documents::content::{Leaf, Section};

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_name_comes_back_as_it_was_written() {
    let names = NAMES.map(Leaf::body).to_vec();
    let (_kept, path) = on_disk(&document(names, vec![]), "names.pdf");
    let text = squeezed(&judges::text(&path));
    let lost: Vec<_> = NAMES.iter().filter(|name| !text.contains(**name)).collect();
    assert!(lost.is_empty(), "{lost:?} not in {text}");
}

#[test]
fn a_file_is_sound_and_brings_its_letters_with_it() {
    let document = minutes();
    let (_kept, path) = on_disk(&document, "minutes.pdf");
    judges::syntax(&path);
    let faces = judges::typefaces(&path);
    assert!(faces.len() >= 6, "{faces:?}");
    for face in &faces {
        let columns: Vec<_> = face.split_whitespace().rev().collect();
        assert_eq!(
            columns[2..5],
            ["yes", "yes", "yes"],
            "embedded, subset, to Unicode: {face}"
        );
        assert!(
            face.as_bytes()[6] == b'+' && face.as_bytes()[..6].iter().all(u8::is_ascii_uppercase)
        );
    }
    let size = file(&document).len();
    assert!(size < 200_000, "{size} bytes");
}

#[test]
fn a_reader_is_told_title_pages_paper_and_tags() {
    let document = minutes();
    let (_kept, path) = on_disk(&document, "told.pdf");
    let told = judges::properties(&path);
    let count = pages(&document).pages.len();
    for wanted in [
        format!("Title:           {}", document.title),
        format!("Pages:           {count}"),
        "Tagged:          yes".to_owned(),
        "(A4)".to_owned(),
    ] {
        assert!(told.contains(&wanted), "{wanted:?} not in {told}");
    }
}

#[test]
fn the_tag_tree_says_what_each_part_is() {
    let (_kept, path) = on_disk(&minutes(), "tags.pdf");
    let tags = judges::tags(&path);
    let told = [
        "Document", "Sect", "H1", "H2", "H3", "Table", "THead", "TBody", "TH", "TD", "L", "LI",
        "Figure",
    ];
    for tag in told {
        assert!(
            tags.lines().any(|line| line.trim().starts_with(tag)),
            "no {tag} in {tags}"
        );
    }
}

#[test]
fn a_tables_head_is_said_once_however_often_it_is_printed() {
    let (_kept, path) = on_disk(&long_cell(2_000), "head.pdf");
    let tags = judges::tags(&path);
    let heads = tags
        .lines()
        .filter(|line| line.trim().starts_with("TH:"))
        .count();
    assert_eq!(heads, 3, "{tags}");
}

#[test]
fn every_page_is_marked_twice_and_numbered() {
    let document = long_cell(2_000);
    let (_kept, path) = on_disk(&document, "marked.pdf");
    let text = judges::text(&path);
    let sheets: Vec<_> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert!(sheets.len() > 2);
    for (n, page) in sheets.iter().enumerate() {
        assert_eq!(page.matches(&document.marking).count(), 2);
        assert!(
            page.contains(&format!("Page {} of {}", n + 1, sheets.len())),
            "{page}"
        );
        assert!(page.contains(&document.reference));
        assert!(page.contains("Everyone present") || n > 0);
        assert!(page.contains("With"), "the head of the table is repeated");
    }
    assert_eq!(text.matches("word").count(), 2_000);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert!(file(&minutes()) == file(&minutes()));
}

#[test]
fn what_is_left_out_of_the_content_is_not_in_the_file() {
    let with = [
        Section::new("One", vec![Leaf::body("kept")]),
        Section::new("Two", vec![Leaf::body("withheld")]),
    ];
    let (_kept, path) = on_disk(&document(vec![], with[..1].to_vec()), "less.pdf");
    let text = judges::text(&path);
    assert!(text.contains("kept") && !text.contains("withheld"));
}
