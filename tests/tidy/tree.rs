//! The repository's own files, as text.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are made, not written.
const MADE: [&str; 8] = [
    "target",
    "node_modules",
    "dist",
    "gen",
    "faces",
    "out",
    ".git",
    "permissions",
];

/// A file of the repository.
pub struct Page {
    pub path: String,
    pub text: String,
}

impl Page {
    /// The lines that are not wholly comment, numbered from one.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The code before the file's own tests, which may do what the product may not.
    pub fn product(&self) -> impl Iterator<Item = (usize, &str)> {
        let product = !is_test(&self.path);
        self.code()
            .take_while(move |(_, line)| product && !line.starts_with("#[cfg(test)]"))
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests stands in the repository")
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// Every file under a folder whose name ends in one of the given ways.
pub fn pages(folder: &str, endings: &[&str]) -> Vec<Page> {
    let mut found = Vec::new();
    gather(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Fails with every stray at once.
pub fn none(strays: Vec<String>, rule: &str) {
    assert!(strays.is_empty(), "{rule}:\n  {}", strays.join("\n  "));
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("tests.rs")
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<Page>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if !MADE.iter().any(|made| path.ends_with(made)) {
                gather(&path, endings, found);
            }
        } else if endings
            .iter()
            .any(|ending| path.to_string_lossy().ends_with(ending))
        {
            found.extend(page(path));
        }
    }
}

fn page(path: PathBuf) -> Option<Page> {
    let text = fs::read_to_string(&path).ok()?;
    let path = path
        .strip_prefix(root())
        .ok()?
        .to_string_lossy()
        .replace('\\', "/");
    Some(Page { path, text })
}
