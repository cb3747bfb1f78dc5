//! Which crate may know which.

use toml::{Table, Value};

use crate::tree::{Page, none, pages, read};

/// Everything that each of our crates may depend on, of ours and of the few that belong to one place.
const ARROWS: [(&str, &[&str]); 5] = [
    ("src-tauri/crates/protocol", &[]),
    ("src-tauri/crates/record", &["protocol", "rusqlite"]),
    (
        "src-tauri/crates/documents",
        &["protocol", "printpdf", "lopdf"],
    ),
    (
        "src-tauri/crates/desk",
        &["protocol", "record", "documents"],
    ),
    ("src-tauri", &["desk", "tauri", "tauri-build", "rfd"]),
];

/// What has one home, ours first.
const HOUSED: [&str; 10] = [
    "protocol",
    "record",
    "documents",
    "desk",
    "odoc",
    "rusqlite",
    "printpdf",
    "lopdf",
    "tauri",
    "tauri-build",
];

#[test]
fn every_arrow_between_crates_points_down() {
    let mut strays = Vec::new();
    for (crate_folder, allowed) in ARROWS {
        for name in dependencies(crate_folder, &["dependencies", "build-dependencies"]) {
            if HOUSED.contains(&name.as_str()) && !allowed.contains(&name.as_str()) {
                strays.push(format!("{crate_folder} knows {name}"));
            }
        }
    }
    none(strays, "an arrow points the wrong way");
}

/// What is read back skips the weighing and the checks of a paper: it was let in when it was written.
#[test]
fn the_record_alone_brings_back_what_was_weighed_or_filed() {
    let beyond = |page: &Page| {
        let home = ["protocol", "record"].map(|name| format!("src-tauri/crates/{name}/"));
        !home.iter().any(|home| page.path.starts_with(home))
    };
    let mut strays = Vec::new();
    for page in pages("src-tauri", &[".rs"]).iter().filter(|p| beyond(p)) {
        let lines = page.product();
        let these = lines.filter(|(_, line)| line.contains("::restored"));
        strays.extend(these.map(|(at, _)| format!("{}:{at}", page.path)));
    }
    none(strays, "something that no rule has let in");
    let record = read("src-tauri/crates/record/src/tables/meeting/item.rs");
    assert!(record.contains("SharedItem::restored"), "by this name");
}

#[test]
fn every_crate_stands_in_the_plan() {
    let strays = pages("src-tauri", &["Cargo.toml"])
        .into_iter()
        .map(|page| page.path.trim_end_matches("/Cargo.toml").to_owned())
        .filter(|folder| ARROWS.iter().all(|(known, _)| known != folder));
    none(strays.collect(), "a crate without arrows");
}

#[test]
fn no_crate_brings_a_client_of_any_network() {
    let clients = [
        "reqwest",
        "ureq",
        "hyper",
        "hyper-util",
        "curl",
        "attohttpc",
        "tungstenite",
        "tauri-plugin-http",
    ];
    let mut strays = Vec::new();
    for (crate_folder, _) in ARROWS {
        let brought = dependencies(crate_folder, &["dependencies", "build-dependencies"]);
        strays.extend(
            brought
                .into_iter()
                .filter(|name| clients.contains(&name.as_str()))
                .map(|name| format!("{crate_folder}: {name}")),
        );
    }
    none(strays, "nothing here talks to anywhere");
}

#[test]
fn every_crate_keeps_the_lints_of_the_house() {
    let strays = pages(".", &["Cargo.toml"])
        .into_iter()
        .filter(|page| page.path != "Cargo.toml" && !inherits(&page.text));
    none(
        strays.map(|page| page.path).collect(),
        "no `[lints] workspace = true`",
    );
}

/// Whatever the manifest does not name is optimised, which costs minutes at every change of a crate of ours (`0029`).
#[test]
fn every_crate_of_ours_is_left_as_it_is_where_the_dependencies_are_optimised() {
    let manifest: Table = toml::from_str(&read("Cargo.toml")).expect("a manifest");
    let named = &manifest["profile"]["dev"]["package"];
    let left = |page: &Page| {
        let own: Table = toml::from_str(&page.text).expect("a manifest");
        let name = own["package"]["name"].as_str().expect("a name");
        let level = named.get(name).and_then(|own| own.get("opt-level"));
        level == Some(&Value::Integer(0))
    };
    let strays = pages(".", &["Cargo.toml"])
        .into_iter()
        .filter(|page| page.path != "Cargo.toml" && !left(page));
    none(
        strays.map(|page| page.path).collect(),
        "not named in `profile.dev`",
    );
}

fn inherits(manifest: &str) -> bool {
    let manifest: Table = toml::from_str(manifest).expect("a manifest");
    manifest
        .get("lints")
        .and_then(|lints| lints.get("workspace"))
        == Some(&Value::Boolean(true))
}

fn dependencies(crate_folder: &str, kinds: &[&str]) -> Vec<String> {
    let manifest: Table =
        toml::from_str(&read(&format!("{crate_folder}/Cargo.toml"))).expect("a manifest");
    let named = |table: &Table| {
        let lists = kinds
            .iter()
            .filter_map(|kind| table.get(*kind))
            .filter_map(Value::as_table);
        lists
            .flat_map(|list| list.keys().cloned())
            .collect::<Vec<_>>()
    };
    let targets = manifest
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(|targets| targets.values());
    let mut found = named(&manifest);
    found.extend(targets.filter_map(Value::as_table).flat_map(named));
    found
}
