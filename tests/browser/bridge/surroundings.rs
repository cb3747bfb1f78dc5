//! What the desk is lent here: this machine's clock and chance, and a folder of the test's own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local};
use desk::{ChooseFile, ChooseWhy, KdfCost, NoRandomness, Remembered, Surroundings};

use super::repository;

/// This machine, as a test lends it.
pub struct Loopback {
    disk: PathBuf,
    began: Instant,
    /// Seconds that the laptop was left alone, by a journey's word.
    alone: AtomicU64,
}

impl Loopback {
    /// Everything that the desk writes goes under `disk`.
    pub fn new(disk: &Path) -> Self {
        Self {
            disk: disk.to_owned(),
            began: Instant::now(),
            alone: AtomicU64::new(0),
        }
    }

    /// The laptop is left alone for so many seconds, none of which a journey waits for.
    pub fn is_left_alone(&self, seconds: u64) {
        self.alone.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Surroundings for Loopback {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn steady(&self) -> Duration {
        self.began.elapsed() + Duration::from_secs(self.alone.load(Ordering::Relaxed))
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }

    fn usual_folder(&self) -> PathBuf {
        self.disk.join("record")
    }

    fn remembered(&self) -> Option<Remembered> {
        None
    }

    fn remember(&self, _: &Remembered) {}

    fn practice_folder(&self) -> PathBuf {
        self.disk.join("practice")
    }

    fn faces_folder(&self) -> PathBuf {
        repository().join("src-tauri/faces")
    }

    fn dictionary_folder(&self) -> PathBuf {
        repository().join("src-tauri/dictionary")
    }

    fn choose_folder(&self, why: ChooseWhy) -> Option<PathBuf> {
        match why {
            ChooseWhy::TheRecord => None,
            ChooseWhy::SavingDocuments => Some(self.disk.join("chosen")),
        }
    }

    fn choose_file(&self, what: ChooseFile) -> Option<PathBuf> {
        Some(self.disk.join("chosen").join(match what {
            ChooseFile::Cases => "cases.csv",
            ChooseFile::Agreement => "agreement.toml",
        }))
    }

    fn key_cost(&self) -> KdfCost {
        KdfCost::floor()
    }

    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}
