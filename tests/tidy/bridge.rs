//! The test bridge: it stands in the tests alone, and nothing that is shipped knows of it.

use crate::tree::{none, pages, read, root};

/// What only the bridge and its form of the window's door say.
const MARKS: [&str; 3] = ["tiny_http", "loopback", "/ask/"];

#[test]
fn no_crate_of_the_application_knows_the_bridge() {
    let strays = pages("src-tauri", &[".rs", ".toml", ".json"])
        .into_iter()
        .filter(|page| !page.path.contains("/tests/"))
        .filter(|page| MARKS.iter().any(|mark| page.text.contains(mark)));
    none(
        strays.map(|page| page.path).collect(),
        "the application knows the test bridge",
    );
}

#[test]
fn no_page_asks_for_the_doors_test_form() {
    let strays = pages("ui/src", &[".ts", ".svelte"])
        .into_iter()
        .filter(|page| page.path != "ui/src/desk/loopback.ts" && page.text.contains("loopback"));
    none(
        strays.map(|page| page.path).collect(),
        "a page that names the test form of the door",
    );
    let doors = pages("ui/src", &[".ts"]);
    let opening = doors
        .iter()
        .filter(|page| page.text.contains("./desk/tauri'"));
    assert!(
        opening.count() > 0,
        "the build swaps this import by its words"
    );
}

/// Read from what was built, where it was: the folder that the application carries in itself.
#[test]
fn the_shipped_pages_do_not_contain_the_doors_test_form() {
    let made = made_pages();
    assert!(!made.is_empty(), "the pages have scripts");
    let strays = made.into_iter().filter(|(_, text)| {
        text.contains("/ask/") || text.contains("X-Window") || text.contains("x-window")
    });
    none(
        strays.map(|(name, _)| name).collect(),
        "a shipped page holds the test form of the door",
    );
}

/// The bridge, its server and the pages' test mode are asked for by the tests alone.
#[test]
fn the_bridge_is_a_dependency_of_the_tests_only() {
    let manifest: toml::Table = toml::from_str(&read("tests/Cargo.toml")).expect("a manifest");
    assert!(manifest["dev-dependencies"].get("tiny_http").is_some());
    assert!(
        manifest.get("dependencies").is_none(),
        "a crate could depend on the tests"
    );
    let lock: toml::Table = toml::from_str(&read("Cargo.lock")).expect("a lock file");
    let packages = lock["package"].as_array().expect("packages");
    let asking = packages.iter().filter(|package| {
        let wanted = package.get("dependencies").and_then(toml::Value::as_array);
        wanted.is_some_and(|all| all.iter().any(|one| one.as_str() == Some("tiny_http")))
    });
    let asking: Vec<_> = asking.filter_map(|p| p["name"].as_str()).collect();
    assert_eq!(asking, ["rings"]);
}

fn made_pages() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(root().join("ui/dist/assets"));
    let entries = entries.expect("the pages, which are built before any test");
    let scripts = entries.flatten().map(|entry| entry.path());
    scripts
        .filter(|path| path.extension().is_some_and(|sort| sort == "js"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            (path.display().to_string(), text)
        })
        .collect()
}
