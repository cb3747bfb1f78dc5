//! Records that many journeys begin with, made once in a run and copied from then on: the sample's two months take half a minute
//! each time, and everybody's acceptance ten seconds more.
//!
//! Kept in memory, so that no later run begins with last week's sample.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The files of a record, by name.
type Files = Vec<(OsString, Vec<u8>)>;

/// What has been made so far, by how far its day has come.
static MADE: Mutex<BTreeMap<String, Files>> = Mutex::new(BTreeMap::new());

/// Lays a copy of a record that was made before into a folder; whether there was one.
pub(super) fn copied_into(folder: &Path, which: &str) -> bool {
    let made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(files) = made.get(which) else {
        return false;
    };
    fs::create_dir_all(folder).expect("a folder for the record");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a file of the record");
    }
    true
}

/// Keeps a copy of the record in a folder, which nobody is writing to: as it lies there between two commands.
pub(super) fn kept_from(folder: &Path, which: &str) {
    let files = fs::read_dir(folder).expect("the record's folder");
    let files = files.map(|file| {
        let file = file.expect("a file of the record");
        let bytes = fs::read(file.path()).expect("its bytes");
        (file.file_name(), bytes)
    });
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.insert(which.to_owned(), files.collect());
}
