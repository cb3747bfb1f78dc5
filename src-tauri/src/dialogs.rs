//! The machine's own dialogs, opened here so that the window never names a path.

use std::path::PathBuf;

use desk::ChooseFile;
use rfd::{FileDialog, MessageDialog, MessageLevel};
use tauri::AppHandle;

use crate::folders::NoFolder;

/// The folder that a person chooses in the machine's dialog, if they choose one.
///
/// It waits for them, so it is asked on a command's thread, never on the window's.
pub fn folder(app: &AppHandle, title: &'static str) -> Option<PathBuf> {
    if let Some(folder) = answered_for() {
        return Some(folder);
    }
    picked(app, move || {
        FileDialog::new().set_title(title).pick_folder()
    })
}

/// The file that a person chooses in the machine's dialog, if they choose one.
pub fn file(app: &AppHandle, what: ChooseFile) -> Option<PathBuf> {
    if let Some(folder) = answered_for() {
        return Some(folder.join(match what {
            ChooseFile::Cases => "cases.csv",
            ChooseFile::Agreement => "agreement.toml",
        }));
    }
    let (title, sort, endings): (_, _, &[&str]) = match what {
        ChooseFile::Cases => (
            "Choose the file of cases",
            "Tables (CSV, text)",
            &["csv", "txt", "tsv", "tab"],
        ),
        ChooseFile::Agreement => (
            "Choose the file of the agreement",
            "Agreements (TOML)",
            &["toml"],
        ),
    };
    picked(app, move || {
        FileDialog::new()
            .set_title(title)
            .add_filter(sort, endings)
            .add_filter("Every file", &["*"])
            .pick_file()
    })
}

/// Shows a dialog on the window's thread, where the system wants it, and waits for its answer on this one.
fn picked(
    app: &AppHandle,
    pick: impl FnOnce() -> Option<PathBuf> + Send + 'static,
) -> Option<PathBuf> {
    let (answer, answered) = std::sync::mpsc::channel();
    let asked = app.run_on_main_thread(move || {
        let _ = answer.send(pick());
    });
    asked.ok().and_then(|()| answered.recv().ok()).flatten()
}

/// A native dialog cannot be driven by a test, so a debug build may be answered for.
fn answered_for() -> Option<PathBuf> {
    let answer = cfg!(debug_assertions).then(|| std::env::var_os("ODOC_CHOOSES"));
    answer.flatten().map(PathBuf::from)
}

/// Says that there is nowhere to work, before any window exists.
pub fn say_no_folder(fault: &NoFolder) {
    let folder = match fault {
        NoFolder::Unwritable { folder, .. } => format!(" ({})", folder.display()),
        NoFolder::InUse | NoFolder::Nowhere(_) => String::new(),
    };
    MessageDialog::new()
        .set_title("ODOC")
        .set_description(format!(
            "ODOC cannot open: it may not write to its own folder on this computer{folder}. \
             Please ask whoever looks after this computer to let you write there."
        ))
        .set_level(MessageLevel::Error)
        .show();
}

/// Says that another copy is open, before any window of this one exists.
pub fn say_already_open() {
    MessageDialog::new()
        .set_title("ODOC")
        .set_description(
            "ODOC is already open on this computer. Please use the window that is open.",
        )
        .set_level(MessageLevel::Info)
        .show();
}
