//! The machine's own dialogs, opened here so that the window never names a path.

use std::path::PathBuf;

use rfd::{FileDialog, MessageDialog, MessageLevel};
use tauri::AppHandle;

/// The folder that a person chooses in the machine's dialog, if they choose one.
///
/// It waits for them, so it is asked on a command's thread, never on the window's.
pub fn folder(app: &AppHandle, title: &'static str) -> Option<PathBuf> {
    // A native dialog cannot be driven by a test, so a debug build may be answered for.
    if cfg!(debug_assertions)
        && let Some(folder) = std::env::var_os("ODOC_CHOOSES")
    {
        return Some(folder.into());
    }
    let (answer, answered) = std::sync::mpsc::channel();
    let asked = app.run_on_main_thread(move || {
        let _ = answer.send(FileDialog::new().set_title(title).pick_folder());
    });
    asked.ok().and_then(|()| answered.recv().ok()).flatten()
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
