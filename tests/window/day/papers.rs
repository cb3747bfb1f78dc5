//! The documents of the afternoon, in the folder that the chair chose.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

/// Every document that the meeting names has been saved, and begins as a PDF does.
pub async fn are_whole(w: &Window, plan: &Value, laptop: &Laptop) {
    let form = json!({ "meeting": plan["meeting"]["id"] });
    let ending = w.does("documents", form).await;
    let named = ending["documents"].as_array().expect("documents").len();
    let saved = pdfs(&laptop.chosen_folder());
    assert!(saved >= named, "{saved} of {named} documents were saved");
}

fn pdfs(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .map(|path| {
            if path.is_dir() {
                pdfs(&path)
            } else {
                usize::from(std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-")))
            }
        })
        .sum()
}
