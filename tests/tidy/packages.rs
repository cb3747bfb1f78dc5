//! Packages: pinned, and named without the address of any registry.

use serde_json::Value;

use crate::tree::{none, read};

#[test]
fn the_lock_of_the_windows_packages_names_no_address() {
    let lock: Value = serde_json::from_str(&read("ui/package-lock.json")).expect("a lock file");
    let packages = lock["packages"].as_object().expect("its packages");
    let strays = packages.iter().filter(|(_, package)| {
        package["resolved"]
            .as_str()
            .is_some_and(|at| at.contains("://"))
    });
    none(
        strays.map(|(name, _)| name.clone()).collect(),
        "an address in ui/package-lock.json",
    );
}

#[test]
fn the_windows_packages_are_pinned() {
    let package: Value = serde_json::from_str(&read("ui/package.json")).expect("a package file");
    let lists = ["dependencies", "devDependencies"]
        .into_iter()
        .filter_map(|kind| package[kind].as_object());
    let loose = lists.flatten().filter(|(_, version)| {
        !version
            .as_str()
            .is_some_and(|v| v.starts_with(|c: char| c.is_ascii_digit()))
    });
    none(
        loose
            .map(|(name, version)| format!("{name} {version}"))
            .collect(),
        "a version that may move",
    );
}

#[test]
fn the_application_stands_on_a_settled_tauri() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("a manifest");
    let version = manifest["workspace"]["dependencies"]["tauri"]["version"]
        .as_str()
        .expect("a version");
    assert!(
        version.trim_start_matches(['~', '=']).starts_with("2."),
        "{version}"
    );
}
