//! A record in a folder of its own, and the exact state of that folder.

use protocol::ids::UserId;
use protocol::trade::At;
use protocol::words::Words;
use record::{
    Entry, EntryKind, KdfCost, NewRecord, NewUser, OpenError, Record, RecordError, RecoveryKey,
    Role, Seq, SystemRandom,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;
use uuid::Uuid;

pub const CHAIR: UserId = UserId(Uuid::from_u128(1));
pub const MINUTES: UserId = UserId(Uuid::from_u128(2));
pub const OF_CHAIR: &str = "kettle moor lantern";
pub const OF_MINUTES: &str = "harbour violet stair";

pub fn now() -> At {
    At::parse_from_rfc3339("2026-11-23T10:00:00+00:00").unwrap()
}

pub fn create(folder: &Path) -> (Record, RecoveryKey) {
    let user = |id, role, name, passphrase| NewUser {
        id,
        role,
        name: Words::new(name),
        passphrase,
        person: None,
    };
    let users = [
        user(CHAIR, Role::Chair, "Alma Invented", OF_CHAIR),
        user(MINUTES, Role::MinuteTaker, "Bo Invented", OF_MINUTES),
    ];
    let name = Words::new("An invented partnership");
    let new = NewRecord {
        name,
        users: &users,
        cost: KdfCost::floor(),
        at: now(),
    };
    Record::create(folder, &new, Box::new(SystemRandom)).unwrap()
}

/// A record with some drafts and entries in it, locked.
pub fn locked() -> (TempDir, RecoveryKey) {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, paper) = create(folder.path());
    for n in 0..30 {
        rename(
            &mut record,
            &format!("An invented partnership {n} {}", "x".repeat(400)),
        )
        .unwrap();
    }
    record.lock(CHAIR, now()).unwrap();
    (folder, paper)
}

pub fn unlock(folder: &Path) -> Result<Record, OpenError> {
    unlock_as(folder, None, OF_CHAIR)
}

pub fn unlock_as(folder: &Path, user: Option<UserId>, typed: &str) -> Result<Record, OpenError> {
    Record::unlock(folder, user, typed, now(), Box::new(SystemRandom))
}

pub fn rename(record: &mut Record, name: &str) -> Result<Seq, RecordError> {
    let entry = Entry::of(EntryKind::RecordRenamed).with("name", name);
    let (seq, ()) = record.write(CHAIR, now(), &entry, |tables| {
        tables.settings().rename(&Words::new(name))
    })?;
    Ok(seq)
}

pub fn database(folder: &Path) -> PathBuf {
    folder.join("record-1.odoc")
}

/// Every file of a folder with its bytes and time of change, and the folder's own time.
pub fn state(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let changed = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let mut state: BTreeMap<_, _> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), (fs::read(&path).unwrap(), changed(&path))))
        .collect();
    state.insert(folder.to_path_buf(), (Vec::new(), changed(folder)));
    state
}

/// Tries to open and checks that the refusal is this one and that nothing was touched.
pub fn refuses(folder: &Path, expected: &OpenError) {
    let before = state(folder);
    assert_eq!(unlock(folder).err().as_ref(), Some(expected));
    assert!(
        state(folder) == before,
        "something in the folder was changed"
    );
}
