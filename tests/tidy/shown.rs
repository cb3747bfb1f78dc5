//! The page that says which test shows what: every test that it names is there.

use crate::tree::{none, pages, read};

#[test]
fn every_test_that_the_tests_own_page_names_is_there() {
    let page = read("tests/README.md");
    let all = ["tests", "src-tauri"].map(|folder| pages(folder, &[".rs"]));
    let there = |name: &str| {
        let declared = format!("fn {name}(");
        all.iter()
            .flatten()
            .any(|file| file.text.contains(&declared))
    };
    let named = page.split('`').skip(1).step_by(2);
    // A ring or a command is one word or two; a test's name is a sentence.
    let sentences: Vec<_> = named.filter(|name| name.matches('_').count() > 2).collect();
    assert!(sentences.len() > 20, "the page names tests");
    let strays = sentences.into_iter().filter(|name| !there(name));
    none(
        strays.map(str::to_owned).collect(),
        "tests/README.md names a test that is not there",
    );
}
