//! A record that cannot be opened: each cause is told apart, and nothing on disk changes.

use crate::laid::{Laid, PASSPHRASE, bare};
use desk::{BrokenCode, LockedWhy, Nothing, Problem, UnlockForm};
use std::fs;
use std::path::Path;

fn typed(laid: &mut Laid, passphrase: &str) -> Problem {
    let form = UnlockForm {
        passphrase: passphrase.into(),
    };
    laid.desk.unlock(form).expect_err("a closed door")
}

/// What a locked record answers once something has happened to its folder.
fn after(what: impl FnOnce(&Path)) -> Problem {
    let mut laid = bare();
    laid.desk.lock(Nothing {}).expect("locked");
    what(&laid.record_folder());
    let before = laid.real();
    let standing = laid.desk.standing(Nothing {}).expect("the standing");
    let answer = typed(&mut laid, PASSPHRASE);
    let shut = standing.shut.map(Problem::broken);
    assert_eq!(
        shut.as_ref(),
        Some(&answer),
        "said before anything is typed"
    );
    assert!(laid.real() == before, "something was changed: {answer:?}");
    answer
}

fn empty(folder: &Path, names: &[&str]) {
    for name in names {
        fs::write(folder.join(name), []).expect("emptied");
    }
}

#[test]
fn each_way_in_which_a_record_does_not_open_is_told_apart_and_changes_nothing() {
    let broken = Problem::broken;
    assert_eq!(
        after(|folder| fs::remove_file(folder.join("record-1.odoc")).expect("gone")),
        broken(BrokenCode::FileMissing)
    );
    assert_eq!(
        after(|folder| empty(folder, &["record-1.odoc"])),
        broken(BrokenCode::FileEmpty)
    );
    assert_eq!(
        after(|folder| empty(folder, &["keyfile", "keyfile.bak"])),
        broken(BrokenCode::KeyfileEmpty)
    );
    assert_eq!(
        after(|folder| {
            let newer = br#"{"format": 2, "envelopes": []}"#;
            fs::write(folder.join("keyfile"), newer).expect("written");
        }),
        broken(BrokenCode::NewerVersion)
    );
}

#[test]
fn a_wrong_passphrase_changes_nothing_and_the_right_one_opens_afterwards() {
    let mut laid = bare();
    laid.desk.lock(Nothing {}).expect("locked");
    let before = laid.real();
    let why = LockedWhy::WrongPassphrase;
    assert_eq!(
        typed(&mut laid, "not that passphrase"),
        Problem::Locked { why }
    );
    assert!(laid.real() == before);
    let form = UnlockForm {
        passphrase: PASSPHRASE.into(),
    };
    assert!(laid.desk.unlock(form).is_ok());
}
