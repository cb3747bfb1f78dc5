use crate::folder::{database, locked, now, refuses, rename, state, unlock};
use record::{Notice, OpenError, Part};
use std::fs;

#[test]
fn an_empty_folder_holds_no_record() {
    let folder = tempfile::tempdir().unwrap();
    refuses(folder.path(), &OpenError::NoRecordHere);
}

#[test]
fn a_missing_or_empty_database_is_never_made_anew() {
    let (folder, _) = locked();
    let database = database(folder.path());
    fs::write(&database, b"").unwrap();
    refuses(folder.path(), &OpenError::ZeroBytes(Part::Database));
    fs::remove_file(&database).unwrap();
    refuses(folder.path(), &OpenError::Missing(Part::Database));
}

#[test]
fn a_missing_key_file_is_told_from_an_empty_folder() {
    let (folder, _) = locked();
    fs::remove_file(folder.path().join("keyfile")).unwrap();
    fs::remove_file(folder.path().join("keyfile.bak")).unwrap();
    refuses(folder.path(), &OpenError::Missing(Part::Keyfile));
}

#[test]
fn two_empty_key_files_are_said_to_be_empty() {
    let (folder, _) = locked();
    for name in ["keyfile", "keyfile.bak"] {
        fs::write(folder.path().join(name), b"").unwrap();
    }
    refuses(folder.path(), &OpenError::ZeroBytes(Part::Keyfile));
}

#[test]
fn one_good_copy_of_the_key_file_is_enough_and_mends_the_other() {
    for damage in [b"".to_vec(), b"{\"format\": 1, \"contents\"".to_vec()] {
        let (folder, _) = locked();
        let keyfile = folder.path().join("keyfile");
        fs::write(&keyfile, damage).unwrap();
        let record = unlock(folder.path()).unwrap();
        assert_eq!(record.notices(), [Notice::KeyfileMended]);
        drop(record);
        fs::remove_file(folder.path().join("keyfile.bak")).unwrap();
        assert_eq!(unlock(folder.path()).unwrap().notices(), []);
    }
}

#[test]
fn every_flipped_bit_of_the_database_is_found_at_the_door() {
    let (folder, _) = locked();
    let whole = fs::read(database(folder.path())).unwrap();
    for n in 0..50 {
        let place = n * (whole.len() - 1) / 49;
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (n % 8);
        fs::write(database(folder.path()), &flipped).unwrap();
        let before = state(folder.path());
        assert_eq!(
            unlock(folder.path()).err(),
            Some(OpenError::Damaged),
            "byte {place}"
        );
        assert!(state(folder.path()) == before, "byte {place}");
    }
    fs::write(database(folder.path()), &whole).unwrap();
    assert!(unlock(folder.path()).is_ok());
}

#[test]
fn a_database_cut_short_is_damaged() {
    let (folder, _) = locked();
    let whole = fs::read(database(folder.path())).unwrap();
    for length in [
        1,
        100,
        4096,
        whole.len() / 2,
        whole.len() - 4096,
        whole.len() - 1,
    ] {
        fs::write(database(folder.path()), &whole[..length]).unwrap();
        refuses(folder.path(), &OpenError::Damaged);
    }
}

#[test]
fn a_page_lost_to_noughts_is_damaged_the_first_above_all() {
    let (folder, _) = locked();
    let whole = fs::read(database(folder.path())).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut lost = whole.clone();
        lost[page * 4096..][..4096].fill(0);
        fs::write(database(folder.path()), &lost).unwrap();
        refuses(folder.path(), &OpenError::Damaged);
    }
}

#[test]
fn an_older_database_put_back_opens_with_a_notice() {
    let (folder, _) = locked();
    let older = fs::read(database(folder.path())).unwrap();
    let mut record = unlock(folder.path()).unwrap();
    rename(&mut record, "a later name").unwrap();
    record.lock(crate::folder::CHAIR, now()).unwrap();
    fs::write(database(folder.path()), older).unwrap();
    let record = unlock(folder.path()).unwrap();
    assert!(matches!(record.notices(), [Notice::NotAsLastClosed(_)]));
}
