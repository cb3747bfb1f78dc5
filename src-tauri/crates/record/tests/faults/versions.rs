use crate::folder::{locked, refuses};
use record::OpenError;
use std::fs;

#[test]
fn a_key_file_of_a_newer_program_is_left_alone_though_an_older_copy_lies_beside_it() {
    let (folder, _) = locked();
    let keyfile = folder.path().join("keyfile");
    fs::write(&keyfile, br#"{"format": 2, "envelopes": []}"#).unwrap();
    refuses(folder.path(), &OpenError::NewerVersion);
}

#[test]
fn an_absurd_cost_in_both_copies_is_refused() {
    let (folder, _) = locked();
    for name in ["keyfile", "keyfile.bak"] {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let absurd = text.replace("\"memory_kib\": 65536", "\"memory_kib\": 4294967296");
        assert_ne!(absurd, text);
        fs::write(&path, absurd).unwrap();
    }
    refuses(folder.path(), &OpenError::KdfCostRefused);
}
