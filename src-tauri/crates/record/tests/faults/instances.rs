use crate::folder::{OF_CHAIR, create, locked, refuses, state, unlock};
use record::OpenError;
use std::fs;

#[test]
fn a_record_that_is_open_cannot_be_opened_a_second_time() {
    let (folder, _) = locked();
    let first = unlock(folder.path()).unwrap();
    refuses(folder.path(), &OpenError::AlreadyOpen);
    drop(first);
    assert!(unlock(folder.path()).is_ok());
}

#[test]
fn a_lost_lock_file_is_made_again_only_after_the_right_passphrase() {
    let (folder, _) = locked();
    fs::remove_file(folder.path().join("lock")).unwrap();
    let before = state(folder.path());
    let wrong = crate::folder::unlock_as(folder.path(), None, "not the passphrase").err();
    assert_eq!(wrong, Some(OpenError::WrongPassphrase));
    assert!(state(folder.path()) == before);
    let first = unlock(folder.path()).unwrap();
    assert_eq!(unlock(folder.path()).err(), Some(OpenError::AlreadyOpen));
    drop(first);
}

/// Run as nobody by the test below, since the superuser may write everywhere.
#[test]
#[ignore = "a part of the test below"]
fn opened_by_somebody_who_may_not_write() {
    let Ok(folder) = std::env::var("ODOC_READ_ONLY") else {
        return;
    };
    let answer = crate::folder::unlock_as(folder.as_ref(), None, OF_CHAIR).err();
    assert_eq!(answer, Some(OpenError::ReadOnlyFolder));
    println!("refused as it should be");
}

#[test]
#[cfg(target_os = "linux")]
fn a_read_only_folder_is_refused() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let folder = tempfile::tempdir().unwrap();
    let (record, _) = create(folder.path());
    drop(record);
    let may = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    // Once with files that may be written in a folder that may not, once with neither.
    for file_mode in [0o666, 0o444] {
        for entry in fs::read_dir(folder.path()).unwrap() {
            may(&entry.unwrap().path(), file_mode);
        }
        may(folder.path(), 0o555);
        let before = state(folder.path());
        // The program is copied to where nobody may run it.
        let program = tempfile::tempdir().unwrap();
        let copy = program.path().join("faults");
        fs::copy(std::env::current_exe().unwrap(), &copy).unwrap();
        may(program.path(), 0o755);
        may(&copy, 0o755);
        let mut child = std::process::Command::new(&copy);
        let name = "instances::opened_by_somebody_who_may_not_write";
        child.args(["--exact", name, "--ignored", "--nocapture"]);
        child.env("ODOC_READ_ONLY", folder.path()).current_dir("/");
        if fs::metadata("/proc/self").unwrap().uid() == 0 {
            child.uid(65534).gid(65534);
        }
        let output = child.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("refused as it should be"),
            "{said}"
        );
        assert!(state(folder.path()) == before);
        may(folder.path(), 0o755);
    }
}
