//! What only a machine has, lent to the desk: a clock, chance, folders, dialogs.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local};
use desk::{Choice, ChooseFile, ChooseWhy, KdfCost, NoRandomness, Remembered, Surroundings};
use tauri::{AppHandle, Manager};

use crate::dialogs;

/// This machine, as the desk sees it.
pub struct Machine {
    app: AppHandle,
    /// What the person chose for the command that comes next.
    chosen: Mutex<Option<PathBuf>>,
    remembered: PathBuf,
    usual_folder: PathBuf,
    practice_folder: PathBuf,
    faces_folder: PathBuf,
    dictionary_folder: PathBuf,
    began: Instant,
}

impl Machine {
    /// The machine that the application runs on; the record is looked for in its own folder first.
    pub fn new(app: &AppHandle, own_folder: PathBuf) -> Self {
        Self {
            app: app.clone(),
            chosen: Mutex::new(None),
            remembered: own_folder.join("record.json"),
            usual_folder: own_folder.join("record"),
            practice_folder: own_folder.join("practice"),
            faces_folder: beside(app, "faces"),
            dictionary_folder: beside(app, "dictionary"),
            began: Instant::now(),
        }
    }

    /// Has the person choose, and keeps the answer for the command that it was asked for.
    ///
    /// It waits for them, so nothing may be held while it is asked: the record still has to lock beneath an open dialog.
    pub fn ask(&self, choice: Choice) {
        let answer = match choice {
            Choice::Folder(ChooseWhy::TheRecord) => {
                dialogs::folder(&self.app, "Choose the folder of the record")
            }
            Choice::Folder(ChooseWhy::SavingDocuments) => {
                dialogs::folder(&self.app, "Choose where to save")
            }
            Choice::File(what) => dialogs::file(&self.app, what),
        };
        *self.chosen() = answer;
    }

    fn chosen(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Surroundings for Machine {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn steady(&self) -> Duration {
        self.began.elapsed() * haste()
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }

    fn usual_folder(&self) -> PathBuf {
        self.usual_folder.clone()
    }

    fn remembered(&self) -> Option<Remembered> {
        let text = std::fs::read_to_string(&self.remembered).ok()?;
        serde_json::from_str(&text).ok()
    }

    fn remember(&self, record: &Remembered) {
        if self.remembered().as_ref() != Some(record)
            && let Ok(text) = serde_json::to_string(record)
        {
            // A start without it stands before the usual folder, and asks.
            let _ = std::fs::write(&self.remembered, text);
        }
    }

    fn practice_folder(&self) -> PathBuf {
        self.practice_folder.clone()
    }

    fn faces_folder(&self) -> PathBuf {
        self.faces_folder.clone()
    }

    fn dictionary_folder(&self) -> PathBuf {
        self.dictionary_folder.clone()
    }

    fn choose_folder(&self, _: ChooseWhy) -> Option<PathBuf> {
        self.chosen().take()
    }

    fn choose_file(&self, _: ChooseFile) -> Option<PathBuf> {
        self.chosen().take()
    }

    fn key_cost(&self) -> KdfCost {
        // A test signs in many times over, on a machine with two cores; a release always measures.
        if cfg!(debug_assertions) {
            KdfCost::floor()
        } else {
            KdfCost::calibrated()
        }
    }

    fn version(&self) -> String {
        self.app.package_info().version.to_string()
    }
}

/// How much faster than it should the steady clock runs: a debug build may be told, so that a test need not wait for minutes.
fn haste() -> u32 {
    let told = || std::env::var("ODOC_HASTE").ok()?.parse().ok();
    if cfg!(debug_assertions) {
        told().unwrap_or(1)
    } else {
        1
    }
}

/// Typefaces and the dictionary stand beside the application; in a working copy they stand where `make setup` puts them.
fn beside(app: &AppHandle, name: &str) -> PathBuf {
    let beside = std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.join(name)));
    let packed = app
        .path()
        .resource_dir()
        .map(|folder| folder.join(name))
        .ok();
    let known = [beside, packed]
        .into_iter()
        .flatten()
        .find(|folder| folder.is_dir());
    known.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name))
}
