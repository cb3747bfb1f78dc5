//! Shortcuts: one list, which says what the window does and no more.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::tree::{none, pages, read};

/// Ways in which a shortcut is given to what it works on.
const GIVEN: [(&str, char); 7] = [
    ("keys=\"", '"'),
    ("keys: '", '\''),
    ("pressed(event, '", '\''),
    ("key: '", '\''),
    ("event.key === '", '\''),
    ("event.key !== '", '\''),
    ("event.key.toUpperCase() === '", '\''),
];

#[test]
fn every_shortcut_of_the_window_stands_in_the_list() {
    let listed = listed();
    let strays = given().into_iter().filter(|(key, _)| !listed.contains(key));
    none(
        strays.map(|(key, path)| format!("{path}: {key}")).collect(),
        "add it to ui/src/words/shortcuts.json",
    );
}

#[test]
fn every_shortcut_of_the_list_works_somewhere() {
    let given: BTreeSet<_> = given().into_iter().map(|(key, _)| key).collect();
    let strays = listed().into_iter().filter(|key| !given.contains(key));
    none(strays.collect(), "a shortcut that nothing hears");
}

/// Whoever does not know the list sees each combination beside what it does.
#[test]
fn every_combination_of_keys_is_shown_where_it_works() {
    let capped = caps();
    let strays = listed()
        .into_iter()
        .filter(|key| key.contains('+') || key.starts_with('F') && key.len() > 1)
        .filter(|key| !capped.contains(key));
    none(strays.collect(), "draw its cap beside what it does");
}

/// What a button or a cap is given to draw; what a handler alone hears is drawn nowhere.
fn caps() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for page in pages("ui/src", &[".svelte", ".ts"]) {
        for (_, line) in page.code() {
            let line = line.replace("use:shortcut={{ keys: '", "");
            for (before, after) in [("keys=\"", '"'), ("keys: '", '\'')] {
                let given = line.split(before).skip(1);
                let keys = given.filter_map(|rest| rest.split(after).next());
                found.extend(keys.map(str::to_owned));
            }
        }
    }
    found
}

/// The keys of the list, less the ranges, whose keys are counted out on the screen.
fn listed() -> BTreeSet<String> {
    let list: Value = serde_json::from_str(&read("ui/src/words/shortcuts.json")).expect("the list");
    let places = list.as_array().expect("places").iter();
    let rows = places.flat_map(|place| place["rows"].as_array().expect("rows"));
    rows.filter(|row| row["to"].is_null())
        .filter_map(|row| row["keys"].as_str().map(str::to_owned))
        .collect()
}

fn given() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for page in pages("ui/src", &[".svelte", ".ts"]) {
        for (_, line) in page.code() {
            for (before, after) in GIVEN {
                let given = line.split(before).skip(1);
                let keys = given.filter_map(|rest| rest.split(after).next());
                let keys = keys.filter(|key| is_a_key(key));
                found.extend(keys.map(|key| (key.to_owned(), page.path.clone())));
            }
        }
    }
    found
}

/// A letter, a named key, or either with others held; a word of prose is none.
fn is_a_key(given: &str) -> bool {
    let (held, key) = given.rsplit_once('+').unwrap_or(("", given));
    let is_held = held.is_empty()
        || held
            .split('+')
            .all(|held| ["Ctrl", "Alt", "Shift"].contains(&held));
    let named = ["Enter", "Tab", "Escape", "ArrowUp", "ArrowDown"].contains(&key);
    let figured = key
        .strip_prefix('F')
        .is_some_and(|n| n.parse::<u8>().is_ok());
    let letter = key.chars().count() == 1;
    is_held && (named || figured || letter)
}
