//! Lists every command for the window's gate, from the one place where the contract is declared.
//!
//! A command that is not listed here would be open to every page; one that is listed is closed until a capability names it.

#![allow(
    clippy::print_stderr,
    reason = "whoever builds reads what went wrong where the build says it"
)]

use std::path::Path;

include!("crates/desk/src/contract.in");

macro_rules! names {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        &[$(stringify!($name)),*]
    };
}

const COMMANDS: &[&str] = with_contract!(names);

fn main() {
    println!("cargo:rerun-if-changed=crates/desk/src/contract.in");
    make_room_for_the_pages();

    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS))
        .codegen(tauri_build::CodegenContext::new());
    if let Err(fault) = tauri_build::try_build(attributes) {
        eprintln!("{fault:#}");
        std::process::exit(1);
    }
}

/// Lets the shell be checked before the window's pages are built; a release without them stops here.
fn make_room_for_the_pages() {
    let index = Path::new("../ui/dist/index.html");
    if index.exists() {
        return;
    }
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        eprintln!("The window's pages are missing: run `make`, which builds them first.");
        std::process::exit(1);
    }
    let page = "<!doctype html><html lang=en-GB><title>ODOC</title><h1>Run make ui</h1>";
    let made = std::fs::create_dir_all("../ui/dist").and_then(|()| std::fs::write(index, page));
    if let Err(fault) = made {
        println!("cargo:warning=no place for the window's pages: {fault}");
    }
}
