//! The window's side of the contract is what Rust generates, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("the folder of the contract");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, fs::read_to_string(&path).expect("text"))
    };
    entries.map(read).collect()
}

#[test]
fn the_committed_contract_is_what_rust_generates() {
    let fresh = tempfile::tempdir().expect("a folder");
    desk::contract::export(fresh.path()).expect("exported");
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/contract");
    let (fresh, committed) = (files(fresh.path()), files(&committed));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&fresh), names(&committed), "run `make contract`");
    for (name, text) in fresh {
        assert_eq!(
            committed.get(&name),
            Some(&text),
            "{name}: run `make contract`"
        );
    }
}
