//! Names: a type is called after a thing of the trade, not after a doer of chores.

use crate::tree::{none, pages};

const CHORES: [&str; 8] = [
    "Manager", "Service", "Helper", "Util", "Utils", "Handler", "Data", "Info",
];
/// Words of the trade that end like a chore.
const OF_THE_TRADE: [&str; 3] = ["OffenderManager", "DipManager", "ProbationService"];
const TYPES: [&str; 6] = [
    "struct ",
    "enum ",
    "trait ",
    "type ",
    "class ",
    "interface ",
];

#[test]
fn no_type_is_named_after_a_chore() {
    let mut strays = Vec::new();
    for page in pages(".", &[".rs", ".ts", ".svelte"]) {
        for (at, line) in page.code() {
            strays.extend(
                named(line)
                    .filter(|name| is_chore(name))
                    .map(|name| format!("{}:{at} {name}", page.path)),
            );
        }
    }
    none(strays, "call it what it is");
}

fn named(line: &str) -> impl Iterator<Item = &str> {
    let line = line
        .trim_start()
        .trim_start_matches("export ")
        .trim_start_matches("pub(crate) ")
        .trim_start_matches("pub(super) ")
        .trim_start_matches("pub ");
    let rest = TYPES.iter().filter_map(move |kind| line.strip_prefix(kind));
    rest.map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default()
    })
}

fn is_chore(name: &str) -> bool {
    CHORES.iter().any(|chore| name.ends_with(chore)) && !OF_THE_TRADE.contains(&name)
}
