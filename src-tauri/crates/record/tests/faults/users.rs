use crate::folder::{CHAIR, MINUTES, OF_CHAIR, OF_MINUTES, create, now, unlock_as};
use protocol::ids::UserId;
use protocol::words::Words;
use record::{KdfCost, OpenError, RecordError, Role};
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

#[test]
fn a_user_added_can_unlock_and_is_known_by_name_inside() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let third = UserId(Uuid::from_u128(3));
    let (name, typed) = (Words::new("Cy Invented"), "granite apple Tuesday");
    let way_in = (typed, KdfCost::floor());
    record
        .add_user((CHAIR, now()), (third, Role::Chair), &name, way_in)
        .unwrap();
    let again = record.add_user((CHAIR, now()), (third, Role::Chair), &name, way_in);
    assert!(matches!(again, Err(RecordError::RuleOfTheTables(_))));
    record.lock(CHAIR, now()).unwrap();
    let record = unlock_as(folder.path(), None, typed).unwrap();
    assert_eq!(
        record.read().users().one(third).unwrap().unwrap().name,
        name
    );
}
