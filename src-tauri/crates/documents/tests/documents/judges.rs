//! Programs of others that read the files, and what to do when one is missing.

use std::path::Path;
use std::process::Command;

/// Runs a judge over a file and answers with what it printed; a judge that is missing or finds
/// fault fails the test, and says which.
fn ask(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .arg("-")
        .output();
    heard(program, output)
}

fn ask_without_output(program: &str, arguments: &[&str], file: &Path) -> String {
    heard(
        program,
        Command::new(program).args(arguments).arg(file).output(),
    )
}

fn heard(program: &str, output: std::io::Result<std::process::Output>) -> String {
    let output = output.unwrap_or_else(|why| {
        panic!("{program} is needed to judge the documents ({why}): install poppler-utils and qpdf")
    });
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}{complained}");
    assert!(complained.trim().is_empty(), "{program}: {complained}");
    said
}

/// The text that copying from a reader gives, without the marks of direction that poppler adds
/// around what runs right to left.
pub fn text(file: &Path) -> String {
    let text = ask("pdftotext", &["-enc", "UTF-8"], file);
    text.replace(|c| matches!(c, '\u{202a}'..='\u{202e}'), "")
}

/// Looks for faults of syntax.
pub fn syntax(file: &Path) -> String {
    ask_without_output("qpdf", &["--check"], file)
}

/// One line for each typeface in the file.
pub fn typefaces(file: &Path) -> Vec<String> {
    ask_without_output("pdffonts", &[], file)
        .lines()
        .skip(2)
        .map(str::to_owned)
        .collect()
}

/// What a reader shows as the file's properties.
pub fn properties(file: &Path) -> String {
    ask_without_output("pdfinfo", &[], file)
}

/// The tag tree with the text that it holds.
pub fn tags(file: &Path) -> String {
    ask_without_output("pdfinfo", &["-struct-text"], file)
}
