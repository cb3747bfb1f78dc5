//! The sample partnership, made once in a run and copied from then on: its two months take half a minute each time.
//!
//! Kept in memory, so that no later run begins with last week's sample.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The files of a record, by name.
type Files = Vec<(OsString, Vec<u8>)>;

static MADE: OnceLock<Files> = OnceLock::new();

/// Lays a copy of the record that was made before into a folder; whether there was one.
pub(super) fn copied_into(folder: &Path) -> bool {
    let Some(files) = MADE.get() else {
        return false;
    };
    fs::create_dir_all(folder).expect("a folder for the record");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a file of the record");
    }
    true
}

/// Keeps a copy of the record in a folder, which nobody is writing to.
pub(super) fn kept_from(folder: &Path) {
    let files = fs::read_dir(folder).expect("the record's folder");
    let files = files.map(|file| {
        let file = file.expect("a file of the record");
        let bytes = fs::read(file.path()).expect("its bytes");
        (file.file_name(), bytes)
    });
    // Two windows may have made theirs at the same time: either will do.
    let _ = MADE.set(files.collect());
}
