//! Opening the application, and a record that does not open.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::Laptop;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

#[tokio::test]
async fn the_application_opens_on_a_page_that_anybody_can_read() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    assert!(window.title().await.contains("ODOC"));
    window.picture("opening").await;
}

type Files = BTreeMap<PathBuf, Vec<u8>>;
/// What happens to the folder, with whatever is held meanwhile.
type Happens = fn(&Path) -> Option<File>;

fn nothing_happens(_: &Path) -> Option<File> {
    None
}

fn another_program_has_it(folder: &Path) -> Option<File> {
    let lock = File::open(folder.join("lock")).expect("the lock");
    lock.try_lock().expect("a lock that nobody has");
    Some(lock)
}

fn a_file_goes(folder: &Path) -> Option<File> {
    fs::remove_file(folder.join("record-1.odoc")).expect("gone");
    None
}

fn a_file_is_emptied(folder: &Path) -> Option<File> {
    fs::write(folder.join("record-1.odoc"), []).expect("emptied");
    None
}

fn it_is_of_a_later_version(folder: &Path) -> Option<File> {
    let later = br#"{"format": 2, "envelopes": []}"#;
    fs::write(folder.join("keyfile"), later).expect("written");
    None
}

/// Each fault, what is typed at it, and what is said; where nothing is typed, it is said at once. That a folder which cannot be written to
/// is refused is the record's own test: these run as the superuser, who may write everywhere.
const FAULTS: [(Happens, Option<&str>, &str); 5] = [
    (
        nothing_happens,
        Some("not that passphrase"),
        "That passphrase does not open this record. Nothing on disk was changed",
    ),
    (
        another_program_has_it,
        Some(CHAIRS_PASSPHRASE),
        "This record is already open, here or on another computer. Nothing was changed",
    ),
    (
        a_file_goes,
        None,
        "A file of the record is missing from this folder. Nothing was changed",
    ),
    (
        a_file_is_emptied,
        None,
        "The record’s file is empty. Nothing was changed",
    ),
    (
        it_is_of_a_later_version,
        None,
        "This record was made by a newer version of ODOC. Nothing was changed",
    ),
];

fn files(folder: &Path) -> Files {
    let listed = fs::read_dir(folder).expect("the record");
    let path = |file: std::io::Result<fs::DirEntry>| file.expect("a file").path();
    let read = |path: PathBuf| (path.clone(), fs::read(path).expect("a file"));
    listed.map(path).map(read).collect()
}

fn is_put_back(folder: &Path, whole: &Files) {
    for path in files(folder).keys() {
        fs::remove_file(path).expect("gone");
    }
    for (path, bytes) in whole {
        fs::write(path, bytes).expect("written");
    }
}

#[tokio::test]
async fn each_fault_of_a_record_is_told_in_its_own_words_and_changes_nothing_in_its_folder() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.ask_and_move("lock", json!({})).await;
    w.says("This record is locked").await;
    let folder = laptop.own_folder().join("record");
    let whole = files(&folder);
    for (happens, typed, sentence) in FAULTS {
        is_put_back(&folder, &whole);
        let held = happens(&folder);
        let before = files(&folder);
        w.look_again().await;
        w.element("#passphrase").await;
        if let Some(passphrase) = typed {
            w.type_words(passphrase).await;
            w.key(Key::Enter).await;
        }
        w.says(sentence).await;
        w.is_accessible(sentence).await;
        assert!(files(&folder) == before, "{sentence}");
        drop(held);
    }
    w.picture("locked-newer").await;
    is_put_back(&folder, &whole);
    w.look_again().await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.says("No meeting is planned").await;
}
