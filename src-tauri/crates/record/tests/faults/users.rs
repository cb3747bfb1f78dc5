use crate::folder::{CHAIR, MINUTES, OF_CHAIR, OF_MINUTES, create, now, unlock_as};
use protocol::ids::{PersonId, UserId};
use protocol::words::Words;
use record::{
    Entry, EntryKind, KdfCost, NewUser, OpenError, Record, RecordError, Role, Seq, SystemRandom,
};
use uuid::Uuid;

#[test]
fn a_new_passphrase_opens_and_the_old_one_no_longer_does() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let fresh = "granite apple Tuesday";
    assert!(record.is_passphrase_of(MINUTES, OF_MINUTES).unwrap());
    assert!(!record.is_passphrase_of(CHAIR, OF_MINUTES).unwrap());
    record
        .set_passphrase((CHAIR, now()), MINUTES, (fresh, KdfCost::floor()))
        .unwrap();
    assert!(record.is_passphrase_of(MINUTES, fresh).unwrap());
    record.lock(CHAIR, now()).unwrap();
    let old = unlock_as(folder.path(), None, OF_MINUTES).err();
    assert_eq!(old, Some(OpenError::WrongPassphrase));
    assert_eq!(
        unlock_as(folder.path(), None, fresh).unwrap().unlocked_by(),
        MINUTES
    );
}

#[test]
fn a_weak_passphrase_leaves_the_old_one_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let refused = record.set_passphrase((CHAIR, now()), CHAIR, ("short", KdfCost::floor()));
    assert!(matches!(refused, Err(RecordError::Passphrase(_))));
    record.lock(CHAIR, now()).unwrap();
    assert!(unlock_as(folder.path(), None, OF_CHAIR).is_ok());
}

fn third() -> NewUser<'static> {
    NewUser {
        id: UserId(Uuid::from_u128(3)),
        role: Role::DeputyChair,
        name: Words::new("Cy Invented"),
        passphrase: "granite apple Tuesday",
        person: Some(PersonId(Uuid::from_u128(33))),
    }
}

#[test]
fn a_user_added_can_unlock_and_is_known_by_name_inside() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let (new, by) = (third(), (CHAIR, now()));
    record.add_user(by, &new, KdfCost::floor()).unwrap();
    let again = record.add_user(by, &new, KdfCost::floor());
    assert!(matches!(again, Err(RecordError::RuleOfTheTables(_))));
    record.lock(CHAIR, now()).unwrap();
    let record = unlock_as(folder.path(), None, new.passphrase).unwrap();
    let known = record.read().users().one(new.id).unwrap().unwrap();
    assert_eq!(known.name, new.name);
    let person = new.person.unwrap();
    assert_eq!(
        record.read().users().of_person(person).unwrap(),
        Some(known)
    );
}

#[test]
fn a_retired_user_is_shut_out_and_remembered_and_the_last_one_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let (new, by) = (third(), (CHAIR, now()));
    record.add_user(by, &new, KdfCost::floor()).unwrap();
    for user in [new.id, MINUTES] {
        record.retire_user(by, user).unwrap();
    }
    for user in [new.id, CHAIR] {
        let refused = record.retire_user(by, user);
        assert!(matches!(refused, Err(RecordError::NoSuchUser)));
    }
    assert!(!record.is_passphrase_of(new.id, new.passphrase).unwrap());
    let person = new.person.unwrap();
    assert_eq!(record.read().users().of_person(person).unwrap(), None);
    let known = record.read().users().one(new.id).unwrap().unwrap();
    assert!(known.retired && known.name == new.name);
    record.lock(CHAIR, now()).unwrap();
    let shut_out = unlock_as(folder.path(), None, new.passphrase).err();
    assert_eq!(shut_out, Some(OpenError::WrongPassphrase));
    assert!(unlock_as(folder.path(), None, OF_CHAIR).is_ok());
}

#[test]
fn no_two_users_are_the_same_person_and_each_change_is_one_entry_of_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let (new, by) = (third(), (CHAIR, now()));
    record.add_user(by, &new, KdfCost::floor()).unwrap();
    let link = |record: &mut Record| {
        let (entry, person) = (Entry::of(EntryKind::UserLinked), new.person.unwrap());
        record.write(CHAIR, now(), &entry, |tables| {
            tables.users().link(MINUTES, person)
        })
    };
    let taken = link(&mut record);
    assert!(matches!(taken, Err(RecordError::RuleOfTheTables(_))));
    record.retire_user(by, new.id).unwrap();
    assert!(link(&mut record).is_ok());
    for user in [MINUTES, CHAIR] {
        let fresh = ("violet granite Monday", KdfCost::floor());
        record.set_passphrase(by, user, fresh).unwrap();
    }
    let entries = record.read().journal().after(Seq(1)).unwrap();
    let kinds: Vec<EntryKind> = entries.iter().map(|entry| entry.kind).collect();
    let expected = [
        EntryKind::UserAdded,
        EntryKind::UserRetired,
        EntryKind::UserLinked,
        EntryKind::PassphraseReissued,
        EntryKind::PassphraseChanged,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_new_paper_key_opens_the_record_in_the_place_of_the_old_one_and_has_to_be_typed_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, old) = create(folder.path());
    let confirmed = Entry::of(EntryKind::RecoveryConfirmed);
    record
        .write(CHAIR, now(), &confirmed, |tables| {
            tables.settings().confirm_recovery(now())
        })
        .unwrap();
    let new = record.renew_paper((CHAIR, now())).unwrap();
    assert!(record.opens_with(&new).unwrap());
    assert!(!record.opens_with(&old).unwrap());
    assert!(!record.read().settings().recovery_confirmed().unwrap());
    record.lock(CHAIR, now()).unwrap();
    let open =
        |paper| Record::unlock_with_recovery(folder.path(), paper, now(), Box::new(SystemRandom));
    assert_eq!(open(&old).err(), Some(OpenError::WrongRecoveryKey));
    assert!(open(&new).is_ok());
}
