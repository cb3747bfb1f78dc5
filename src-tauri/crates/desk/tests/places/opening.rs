//! A record that cannot be opened: each cause is told apart, and nothing on disk changes.

use crate::laid::{Laid, PASSPHRASE, bare};
use chrono::{DateTime, FixedOffset};
use desk::rehearsal::ScriptedSurroundings;
use desk::{
    BrokenCode, ChooseFile, ChooseWhy, ConfirmRecoveryForm, CreateRecordForm, Desk, Face,
    LockedWhy, Nothing, Problem, Remembered, Surroundings, UnlockForm,
};
use record::{KdfCost, NoRandomness};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

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

/// A machine that gives no chance once, some while after a record was made.
struct Unlucky {
    usual: ScriptedSurroundings,
    draws_left: AtomicUsize,
}

impl Surroundings for Unlucky {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        match self.draws_left.fetch_sub(1, Ordering::Relaxed) {
            1 => Err(NoRandomness),
            _ => self.usual.fill(bytes),
        }
    }

    fn remember(&self, record: &Remembered) {
        self.draws_left.store(100, Ordering::Relaxed);
        self.usual.remember(record);
    }

    fn now(&self) -> DateTime<FixedOffset> {
        self.usual.now()
    }

    fn steady(&self) -> Duration {
        self.usual.steady()
    }

    fn usual_folder(&self) -> PathBuf {
        self.usual.usual_folder()
    }

    fn remembered(&self) -> Option<Remembered> {
        self.usual.remembered()
    }

    fn practice_folder(&self) -> PathBuf {
        self.usual.practice_folder()
    }

    fn faces_folder(&self) -> PathBuf {
        self.usual.faces_folder()
    }

    fn dictionary_folder(&self) -> PathBuf {
        self.usual.dictionary_folder()
    }

    fn choose_folder(&self, why: ChooseWhy) -> Option<PathBuf> {
        self.usual.choose_folder(why)
    }

    fn choose_file(&self, what: ChooseFile) -> Option<PathBuf> {
        self.usual.choose_file(what)
    }

    fn key_cost(&self) -> KdfCost {
        self.usual.key_cost()
    }

    fn version(&self) -> String {
        self.usual.version()
    }
}

#[test]
fn a_record_whose_sample_cannot_be_filled_in_still_shows_its_paper_key_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let (record, faces) = (folder.path().join("record"), folder.path().join("faces"));
    let there = Unlucky {
        usual: ScriptedSurroundings::new(bare().clock, 12, record, faces),
        draws_left: AtomicUsize::new(usize::MAX),
    };
    let mut desk = Desk::new(Arc::new(there));
    let form = CreateRecordForm {
        record_name: "A sample".to_owned(),
        chair_name: "The chair".to_owned(),
        chair_passphrase: PASSPHRASE.into(),
        minute_taker_name: "The minute-taker".to_owned(),
        minute_taker_passphrase: "nine brass buttons in a jar".into(),
        sample: true,
    };
    let made = desk.create_record(form).expect("a record");
    assert!(made.sample_unfilled);
    assert_eq!(made.standing.face, Face::Work);
    let recovery_key = made.recovery_key.join("-").as_str().into();
    let confirmed = desk.confirm_recovery_key(ConfirmRecoveryForm { recovery_key });
    assert!(confirmed.expect("the key on paper").recovery_confirmed);
}
