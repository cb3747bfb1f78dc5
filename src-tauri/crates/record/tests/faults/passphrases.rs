use crate::folder::{
    CHAIR, MINUTES, OF_CHAIR, OF_MINUTES, create, locked, now, state, unlock, unlock_as,
};
use protocol::words::Words;
use record::{
    CreateError, Door, KdfCost, NewRecord, NewUser, OpenError, Record, RecoveryKey, Role,
    SystemRandom,
};
use std::fs;

#[test]
fn a_wrong_passphrase_changes_nothing_on_disk_however_often_it_is_tried() {
    let (folder, _) = locked();
    let before = state(folder.path());
    for typed in [
        "",
        "kettle moor lanterns",
        "Kettle moor lantern",
        OF_MINUTES,
    ] {
        let answer = unlock_as(folder.path(), Some(CHAIR), typed).err();
        assert_eq!(answer, Some(OpenError::WrongPassphrase));
    }
    assert!(state(folder.path()) == before);
    assert!(unlock(folder.path()).is_ok());
}

#[test]
fn a_wrong_recovery_key_changes_nothing_on_disk() {
    let (folder, paper) = locked();
    let (other, other_paper) = locked();
    let before = state(folder.path());
    let open = |at, paper| Record::unlock_with_recovery(at, paper, now(), Box::new(SystemRandom));
    assert_eq!(
        open(folder.path(), &other_paper).err(),
        Some(OpenError::WrongRecoveryKey)
    );
    assert!(state(folder.path()) == before);
    assert!(open(folder.path(), &paper).is_ok());
    assert!(open(other.path(), &other_paper).is_ok());
}

#[test]
fn each_user_opens_the_same_record() {
    let (folder, _) = locked();
    for (user, typed) in [(CHAIR, OF_CHAIR), (MINUTES, OF_MINUTES)] {
        let record = unlock_as(folder.path(), None, typed).unwrap();
        assert_eq!(record.unlocked_by(), user);
        assert_eq!(record.notices(), []);
        record.lock(user, now()).unwrap();
    }
}

#[test]
fn the_door_tells_roles_and_no_names() {
    let (folder, _) = locked();
    let door = Door::of(folder.path()).unwrap();
    assert_eq!(
        door.users,
        [(CHAIR, Role::Chair), (MINUTES, Role::MinuteTaker)]
    );
    for (path, (bytes, _)) in state(folder.path()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Invented"), "{}", path.display());
    }
}

#[test]
fn the_paper_opens_when_every_users_slot_is_destroyed_and_new_passphrases_can_be_set() {
    let (folder, paper) = locked();
    let (one, two) = (
        folder.path().join("keyfile"),
        folder.path().join("keyfile.bak"),
    );
    let mut whole: serde_json::Value = serde_json::from_slice(&fs::read(&one).unwrap()).unwrap();
    whole["contents"]["slots"]
        .as_array_mut()
        .unwrap()
        .drain(..2);
    fs::write(&one, whole.to_string()).unwrap();
    fs::write(&two, b"").unwrap();
    assert_eq!(unlock(folder.path()).err(), Some(OpenError::KeyfileDamaged));

    let paper = RecoveryKey::typed(&paper.printed().to_lowercase()).unwrap();
    let random = Box::new(SystemRandom);
    let mut record = Record::unlock_with_recovery(folder.path(), &paper, now(), random).unwrap();
    let by = record.unlocked_by();
    let fresh = ("another moor lantern", KdfCost::floor());
    record.set_passphrase((by, now()), CHAIR, fresh).unwrap();
    record.lock(by, now()).unwrap();
    assert_eq!(
        unlock_as(folder.path(), Some(CHAIR), fresh.0)
            .unwrap()
            .notices(),
        []
    );
}

#[test]
fn a_record_is_not_made_over_another_nor_with_a_weak_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let make = |passphrase| {
        let users = [NewUser {
            id: CHAIR,
            role: Role::Chair,
            name: Words::new("A"),
            passphrase,
            person: None,
        }];
        let name = Words::new("Invented");
        let new = NewRecord {
            name,
            users: &users,
            cost: KdfCost::floor(),
            at: now(),
        };
        Record::create(folder.path(), &new, Box::new(SystemRandom)).err()
    };
    assert!(matches!(
        make("too short"),
        Some(CreateError::Passphrase(_))
    ));
    assert_eq!(state(folder.path()).len(), 1, "only the folder itself");
    drop(create(folder.path()));
    let before = state(folder.path());
    assert_eq!(make(OF_CHAIR), Some(CreateError::RecordAlreadyHere));
    assert!(state(folder.path()) == before);
}
