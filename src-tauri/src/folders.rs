//! The application's own folder on this machine, held by one running copy at a time.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tauri::{App, Manager};

/// Why the application's own folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum NoFolder {
    #[error("another copy is open")]
    InUse,
    #[error("the system names no folder for the application")]
    Nowhere(#[source] tauri::Error),
    #[error("the application's folder cannot be written")]
    Unwritable {
        folder: PathBuf,
        #[source]
        fault: io::Error,
    },
}

/// The folder, claimed for as long as this value lives.
pub struct Folders {
    own: PathBuf,
    /// An operating-system lock: it goes with the process, however the process ends.
    _claim: File,
}

impl Folders {
    /// Claims the folder, and wipes what the window of an earlier run left in it.
    ///
    /// # Errors
    /// `InUse` when another copy holds it: two copies would wipe each other's window.
    pub fn claim(app: &App) -> Result<Self, NoFolder> {
        let own = match named_on_the_command_line() {
            Some(folder) => folder,
            None => app.path().app_local_data_dir().map_err(NoFolder::Nowhere)?,
        };
        let unwritable = |fault| NoFolder::Unwritable {
            folder: own.clone(),
            fault,
        };
        fs::create_dir_all(&own).map_err(unwritable)?;
        let claim = File::create(own.join("open")).map_err(unwritable)?;
        claim.try_lock().map_err(|refused| match refused {
            TryLockError::WouldBlock => NoFolder::InUse,
            TryLockError::Error(fault) => unwritable(fault),
        })?;
        let folders = Self { own, _claim: claim };
        folders.wipe_window_traces();
        Ok(folders)
    }

    /// Where the web view may keep its files, which no later run reads.
    ///
    /// A web view without a folder of its own would be the tidier answer, but such a view cannot be driven by a test.
    pub fn window_traces(&self) -> PathBuf {
        self.own.join("window")
    }

    /// Removes the web view's files, and a practice that was broken off. What is still held open now goes at the next start.
    pub fn wipe_window_traces(&self) {
        let _ = fs::remove_dir_all(self.window_traces());
        let _ = fs::remove_dir_all(self.own.join("practice"));
    }

    /// The folder itself.
    pub fn own(&self) -> &Path {
        &self.own
    }
}

/// `--data=FOLDER` keeps the application's own files elsewhere, for a portable copy and for the tests.
fn named_on_the_command_line() -> Option<PathBuf> {
    std::env::args_os().skip(1).find_map(|argument| {
        let text = argument.to_str()?;
        text.strip_prefix("--data=").map(PathBuf::from)
    })
}
