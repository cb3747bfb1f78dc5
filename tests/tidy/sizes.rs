//! Sizes: a file is one thought.

use crate::tree::{none, pages};

const LINES: usize = 300;

/// Product code; a table of situations in a test is one thought however many rows it has.
#[test]
fn no_file_is_longer_than_one_thought() {
    let long = pages(".", &[".rs", ".ts", ".svelte", ".scss"])
        .into_iter()
        .filter(|page| !page.path.contains("ui/src/contract/"))
        .filter(|page| !page.path.contains("tests/"));
    let strays = long
        .map(|page| (page.text.lines().count(), page.path))
        .filter(|(lines, _)| *lines > LINES);
    none(
        strays
            .map(|(lines, path)| format!("{path}: {lines} lines"))
            .collect(),
        "too long to read as one thought",
    );
}
