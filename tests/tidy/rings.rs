//! The rings themselves: a test file that nothing names is never run.

use crate::tree::{none, pages, read};

#[test]
fn every_test_file_is_run() {
    let manifest = read("tests/Cargo.toml");
    let all = pages("tests", &[".rs"]);
    let strays = all.iter().filter(|page| {
        let (folder, name) = page.path.rsplit_once('/').unwrap_or_default();
        match name.trim_end_matches(".rs") {
            "main" => !manifest.contains(&format!(
                "path = \"{}\"",
                page.path.trim_start_matches("tests/")
            )),
            "lib" => false,
            "mod" => !named_beside(&all, folder.rsplit_once('/').unwrap_or_default()),
            stem => !named_beside(&all, (folder, stem)),
        }
    });
    none(
        strays.map(|page| page.path.clone()).collect(),
        "a test file that nothing runs",
    );
}

/// Whether a file of the folder declares the module; `folder.rs` may stand beside the folder.
fn named_beside(all: &[crate::tree::Page], (folder, stem): (&str, &str)) -> bool {
    let outer = format!("{folder}.rs");
    let speaks = all.iter().filter(|page| {
        page.path == outer
            || page
                .path
                .rsplit_once('/')
                .is_some_and(|(at, _)| at == folder)
    });
    let wanted = format!("mod {stem};");
    speaks
        .flat_map(|page| page.text.lines())
        .any(|line| line.trim_end().ends_with(&wanted))
}
