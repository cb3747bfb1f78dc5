//! Programs of others that read the files which the application saved.

use std::path::Path;
use std::process::Command;

/// The words of a PDF, each gap in them one space.
pub fn text(file: &Path) -> String {
    let said = heard(Command::new("pdftotext").arg(file).arg("-"));
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many pages a PDF has.
pub fn pages(file: &Path) -> Option<u32> {
    let said = heard(Command::new("pdfinfo").arg(file));
    let line = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    line?.trim().parse().ok()
}

fn heard(judge: &mut Command) -> String {
    let output = judge.output().expect("poppler-utils are installed");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
