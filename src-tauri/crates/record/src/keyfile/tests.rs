use super::stored::Stored;
use super::{KdfCost, Keyfile, Locked, Role};
use crate::disk::Folder;
use crate::error::OpenError;
use crate::random::SystemRandom;
use crate::recovery_key::RecoveryKey;
use protocol::ids::UserId;
use std::fs;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use uuid::Uuid;

const CHAIR: UserId = UserId(Uuid::from_u128(1));
const MINUTES: UserId = UserId(Uuid::from_u128(2));
const OF_CHAIR: &str = "kettle moor lantern";
const OF_MINUTES: &str = "harbour violet stair";

fn made() -> (TempDir, Folder, Keyfile, RecoveryKey) {
    let at = tempfile::tempdir().unwrap();
    let folder = Folder::new(at.path());
    let users = [
        (CHAIR, Role::Chair, OF_CHAIR),
        (MINUTES, Role::MinuteTaker, OF_MINUTES),
    ];
    let (keyfile, paper) = Keyfile::new(&users, KdfCost::floor(), &SystemRandom).unwrap();
    keyfile.write(&folder).unwrap();
    (at, folder, keyfile, paper)
}

/// Edits the JSON of both copies and makes the sum right again, as somebody with intent would.
fn forge(folder: &Folder, edit: impl Fn(&mut serde_json::Value)) {
    let bytes = fs::read(folder.keyfile()).unwrap();
    let mut whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    edit(&mut whole);
    let mut stored: Stored = serde_json::from_value(whole).unwrap();
    stored.sum_anew();
    for path in [folder.keyfile(), folder.keyfile_copy()] {
        fs::write(path, stored.bytes().unwrap()).unwrap();
    }
}

fn opening(folder: &Folder, passphrase: &str) -> Result<UserId, OpenError> {
    Locked::read(folder)?
        .open(None, passphrase)
        .map(|opened| opened.by)
}

#[test]
fn each_passphrase_opens_its_own_slot_and_the_same_key() {
    let (_at, folder, keyfile, paper) = made();
    for (user, passphrase) in [(CHAIR, OF_CHAIR), (MINUTES, OF_MINUTES)] {
        let opened = Locked::read(&folder)
            .unwrap()
            .open(None, passphrase)
            .unwrap();
        assert_eq!(opened.by, user);
        assert!(opened.keyfile.key == keyfile.key);
        assert!(!opened.needs_mending);
    }
    let on_paper = Keyfile::open_on_paper(&folder, &paper).unwrap();
    assert!(on_paper.keyfile.key == keyfile.key);
}

#[test]
fn a_passphrase_does_not_open_the_slot_of_another_user() {
    let (_at, folder, ..) = made();
    let answer = Locked::read(&folder)
        .unwrap()
        .open(Some(CHAIR), OF_MINUTES)
        .err();
    assert_eq!(answer, Some(OpenError::WrongPassphrase));
}

#[test]
fn the_record_key_is_exchanged_while_its_users_are_absent() {
    let (_at, folder, keyfile, paper) = made();
    let next = keyfile.next_generation(&SystemRandom).unwrap();
    next.write(&folder).unwrap();
    assert!(next.key != keyfile.key);
    for passphrase in [OF_CHAIR, OF_MINUTES] {
        let opened = Locked::read(&folder)
            .unwrap()
            .open(None, passphrase)
            .unwrap();
        assert!(opened.keyfile.key == next.key);
        assert_eq!(opened.keyfile.generation(), 2);
    }
    assert!(Keyfile::open_on_paper(&folder, &paper).unwrap().keyfile.key == next.key);
}

#[test]
fn nothing_that_a_slot_is_bound_to_can_be_changed() {
    let edits: [fn(&mut serde_json::Value); 4] = [
        |v| v["contents"]["slots"][0]["role"] = "minute_taker".into(),
        |v| v["contents"]["slots"][0]["kdf"]["argon2id"]["passes"] = 4.into(),
        |v| v["contents"]["slots"][0]["salt"] = "00".repeat(16).into(),
        |v| v["contents"]["generation"] = 2.into(),
    ];
    for edit in edits {
        let (_at, folder, ..) = made();
        forge(&folder, edit);
        assert_eq!(opening(&folder, OF_CHAIR), Err(OpenError::WrongPassphrase));
    }
}

#[test]
fn a_slot_taken_away_is_noticed_by_the_mac() {
    let (_at, folder, ..) = made();
    forge(&folder, |v| {
        v["contents"]["slots"].as_array_mut().unwrap().remove(1);
    });
    assert_eq!(opening(&folder, OF_CHAIR), Err(OpenError::KeyfileDamaged));
}

#[test]
fn a_public_key_put_in_the_place_of_another_is_noticed_before_anything_is_sealed_to_it() {
    let (_at, folder, ..) = made();
    forge(&folder, |v| {
        v["contents"]["slots"][1]["public"] = "09".repeat(32).into()
    });
    assert_eq!(opening(&folder, OF_CHAIR), Err(OpenError::KeyfileDamaged));
}

#[test]
fn an_absurd_cost_is_refused_at_once() {
    for memory in [4_u64 << 30, 1 << 20, 8] {
        let (_at, folder, ..) = made();
        forge(&folder, |v| {
            v["contents"]["slots"][0]["kdf"]["argon2id"]["memory_kib"] = memory.into();
        });
        let began = Instant::now();
        assert_eq!(opening(&folder, OF_CHAIR), Err(OpenError::KdfCostRefused));
        assert!(began.elapsed() < Duration::from_millis(50));
    }
}

#[test]
fn every_flipped_byte_of_one_copy_is_noticed_and_the_other_opens() {
    let (_at, folder, ..) = made();
    let whole = fs::read(folder.keyfile()).unwrap();
    let original = Locked::read(&folder).unwrap().stored.contents;
    for place in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 7);
        fs::write(folder.keyfile(), &flipped).unwrap();
        let read = Locked::read(&folder).unwrap();
        // A capital in an identifier says the same; nothing that says something else is taken.
        assert!(
            read.from_copy || read.stored.contents == original,
            "byte {place}"
        );
    }
}

#[test]
fn the_paper_opens_when_every_users_slot_is_gone_or_spoilt() {
    let edits: [fn(&mut serde_json::Value); 3] = [
        |v| {
            v["contents"]["slots"].as_array_mut().unwrap().drain(..2);
        },
        |v| v["contents"]["slots"][0] = "spoilt".into(),
        |v| v["mac"] = serde_json::Value::Null,
    ];
    for edit in edits {
        let (_at, folder, keyfile, paper) = made();
        let bytes = fs::read(folder.keyfile()).unwrap();
        let mut whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        edit(&mut whole);
        for path in [folder.keyfile(), folder.keyfile_copy()] {
            fs::write(path, whole.to_string()).unwrap();
        }
        let opened = Keyfile::open_on_paper(&folder, &paper).unwrap();
        assert!(opened.keyfile.key == keyfile.key);
        assert!(opened.needs_mending);
    }
}

#[test]
fn another_paper_opens_nothing() {
    let (_at, folder, ..) = made();
    let other = RecoveryKey::fresh(&SystemRandom).unwrap();
    let answer = Keyfile::open_on_paper(&folder, &other).err();
    assert_eq!(answer, Some(OpenError::WrongRecoveryKey));
}

#[test]
fn calibration_stays_within_the_bounds() {
    assert_eq!(KdfCost::calibrated().check(), Ok(()));
}
