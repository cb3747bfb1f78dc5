//! Words that have one home: SQL in the record, the window's bridge in one file, clocks and chance outside.

use crate::tree::{none, pages};

const SQL: [&str; 8] = [
    "SELECT ",
    "INSERT INTO",
    "UPDATE ",
    "DELETE FROM",
    "CREATE TABLE",
    "ALTER TABLE",
    "DROP TABLE",
    "PRAGMA ",
];
const CLOCKS_AND_CHANCE: [&str; 5] = [
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "Uuid::new_v4",
    "Uuid::now_v7",
];
const OUTSIDE: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::io::",
    "std::thread",
    "Instant::now",
    "getrandom",
    "use rand",
];

#[test]
fn sql_is_spoken_in_the_record_only() {
    none(
        spoken("src-tauri", &SQL, |path| {
            path.starts_with("src-tauri/crates/record/")
        }),
        "SQL outside the record",
    );
}

#[test]
fn clocks_and_chance_are_passed_in() {
    let strays = spoken("src-tauri/crates", &CLOCKS_AND_CHANCE, |_| false);
    none(strays, "a clock or chance that was not passed in");
}

#[test]
fn the_protocol_touches_nothing_outside_itself() {
    none(
        spoken("src-tauri/crates/protocol", &OUTSIDE, |path| {
            // What it costs can only be measured with a clock.
            path.contains("/benches/")
        }),
        "the protocol reaches out",
    );
}

#[test]
fn one_file_of_the_window_knows_its_bridge() {
    let knowing = pages("ui/src", &[".ts", ".svelte"])
        .into_iter()
        .filter(|page| page.text.contains("@tauri-apps"));
    let knowing: Vec<_> = knowing.map(|page| page.path).collect();
    assert!(knowing.len() <= 1, "one door to the back, not {knowing:?}");
}

#[test]
fn the_window_keeps_nothing_and_fetches_nothing() {
    let stores = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket(",
    ];
    let mut strays = Vec::new();
    let ours = pages("ui/src", &[".ts", ".svelte"]).into_iter();
    // The test form of the door asks a test's bridge; the bridge's own test keeps it out of what is shipped.
    for page in ours.filter(|page| page.path != "ui/src/desk/loopback.ts") {
        for (at, line) in page.code() {
            strays.extend(
                stores
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}:{at} {word}", page.path)),
            );
        }
    }
    none(strays, "the window has no memory and no network");
}

/// A web view may send what it checks to its maker: spelling is the desk's.
#[test]
fn no_web_view_is_asked_to_check_spelling() {
    let strays = pages("ui", &[".svelte", ".ts", ".html"]).into_iter();
    let strays = strays.filter(|page| {
        page.text.contains("spellcheck=\"true\"") || page.text.contains("spellcheck={")
    });
    none(
        strays.map(|page| page.path).collect(),
        "a box that asks the web view",
    );
    for page in pages("ui", &[".html"]) {
        assert!(
            page.text.contains("<body spellcheck=\"false\">"),
            "{}",
            page.path
        );
    }
}

fn spoken(folder: &str, words: &[&str], at_home: impl Fn(&str) -> bool) -> Vec<String> {
    let mut strays = Vec::new();
    for page in pages(folder, &[".rs"])
        .iter()
        .filter(|page| !at_home(&page.path))
    {
        for (at, line) in page.product() {
            strays.extend(
                words
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}:{at} {word}", page.path)),
            );
        }
    }
    strays
}
