//! Clause numbers are the agreement's: they stand in its pack, and nowhere in the program.

use crate::tree::{Page, none, pages, read};
use std::collections::BTreeSet;

const PACKS: [&str; 2] = ["default", "harrowmere"];
/// However it is written.
const SIGNS: [&str; 4] = ["§", "\\u{a7}", "\\u{00a7}", "\\u00a7"];
const WORDS: &str = "ui/src/words/clauses.ts";

#[test]
fn no_clause_number_is_fixed_in_what_a_person_reads() {
    let product = pages("src-tauri", &[".rs"]).into_iter();
    let product = product.flat_map(|page| numbered(&page, page.product()));
    let window = pages("ui/src", &[".ts", ".svelte"]).into_iter();
    let window = window.flat_map(|page| numbered(&page, page.code()));
    none(
        product.chain(window).collect(),
        "a clause number outside the agreement pack",
    );
}

fn numbered<'p>(page: &Page, lines: impl Iterator<Item = (usize, &'p str)>) -> Vec<String> {
    let remark = |line: &str| {
        ["/**", "*", "<!--"]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark))
    };
    let lines =
        lines.filter(|(_, line)| SIGNS.iter().any(|sign| line.contains(sign)) && !remark(line));
    lines.map(|(at, _)| format!("{}:{at}", page.path)).collect()
}

#[test]
fn every_rule_that_cites_has_its_clause_in_each_pack_and_plain_words_in_the_window() {
    let words = read(WORDS);
    let (_, words) = words.split_once("ruleWords = {").expect("the rules' words");
    let (words, _) = words.split_once("\n}").expect("their end");
    let words = before(words, ": '");
    assert!(words.len() > 20, "{words:?}");
    for pack in PACKS {
        let text = read(&format!("src-tauri/crates/protocol/packs/{pack}.toml"));
        let (_, clauses) = text.split_once("[clauses]").expect("the clauses");
        let (clauses, _) = clauses.split_once("\n\n").expect("their end");
        assert_eq!(before(clauses, " = \""), words, "{pack}");
    }
}

/// The name on each line, before a mark.
fn before(text: &str, mark: &str) -> BTreeSet<String> {
    let lines = text.lines().filter_map(|line| line.split_once(mark));
    lines.map(|(name, _)| name.trim().to_owned()).collect()
}

#[test]
fn words_that_name_a_rule_name_one_that_there_is() {
    let known = read(WORDS);
    let mut strays = Vec::new();
    for page in pages("ui/src", &[".ts", ".svelte"]) {
        for (at, line) in page.code() {
            let named = line
                .split("({")
                .skip(1)
                .filter_map(|rest| rest.split_once("})"));
            let named = named
                .map(|(name, _)| name)
                .filter(|name| name.contains('_') || *name == "officers");
            let named =
                named.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            strays.extend(
                named
                    .filter(|name| !known.contains(&format!("  {name}: '")))
                    .map(|name| format!("{}:{at} {name}", page.path)),
            );
        }
    }
    none(strays, "a rule that no pack has");
}
