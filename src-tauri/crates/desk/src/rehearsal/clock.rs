//! A clock that a script moves, and surroundings that have one.

use crate::surroundings::{ChooseFile, ChooseWhy, Remembered, Surroundings};
use chrono::{DateTime, FixedOffset, TimeDelta};
use protocol::trade::At;
use record::{KdfCost, NoRandomness};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A clock that stands still until it is moved, and beside it one that only goes forward.
#[derive(Debug)]
pub struct Clock(Mutex<(At, Duration)>);

impl Clock {
    /// A clock that shows this moment.
    pub fn at(moment: At) -> Arc<Self> {
        Arc::new(Self(Mutex::new((moment, Duration::ZERO))))
    }

    /// What it shows.
    pub fn now(&self) -> At {
        self.both().0
    }

    /// How long it has been running.
    pub fn steady(&self) -> Duration {
        self.both().1
    }

    /// Puts it to another moment, as a hand does, or a sleep that stops the steady one.
    pub fn set(&self, moment: At) {
        self.both().0 = moment;
    }

    /// Lets time go by.
    pub fn advance(&self, by: TimeDelta) {
        let mut both = self.both();
        both.0 += by;
        both.1 += by.to_std().unwrap_or_default();
    }

    fn both(&self) -> MutexGuard<'_, (At, Duration)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Surroundings in which nothing is left to the machine: the same seed makes the same meeting.
///
/// Its chance can be foretold, so no record of anybody real may ever be made in it.
pub struct ScriptedSurroundings {
    clock: Arc<Clock>,
    seed: u64,
    drawn: Mutex<u64>,
    folder: PathBuf,
    faces: PathBuf,
    saves: Option<PathBuf>,
    file: Option<PathBuf>,
    remembered: Mutex<Option<Remembered>>,
}

impl ScriptedSurroundings {
    /// A record in `folder`, typefaces in `faces`, and nowhere to save to.
    pub fn new(clock: Arc<Clock>, seed: u64, folder: PathBuf, faces: PathBuf) -> Self {
        Self {
            clock,
            seed,
            drawn: Mutex::new(0),
            folder,
            faces,
            saves: None,
            file: None,
            remembered: Mutex::new(None),
        }
    }

    fn last(&self) -> MutexGuard<'_, Option<Remembered>> {
        self.remembered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The same with a file to choose.
    #[must_use]
    pub fn offering(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }

    /// As before, with a folder that is chosen whenever documents are to be saved.
    #[must_use]
    pub fn saving_to(self, folder: PathBuf) -> Self {
        Self {
            saves: Some(folder),
            ..self
        }
    }
}

impl Surroundings for ScriptedSurroundings {
    fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    fn steady(&self) -> Duration {
        self.clock.steady()
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            *drawn += 1;
            let block = Sha256::new()
                .chain_update(self.seed.to_be_bytes())
                .chain_update(drawn.to_be_bytes());
            chunk.copy_from_slice(&block.finalize()[..chunk.len()]);
        }
        Ok(())
    }

    fn usual_folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn remembered(&self) -> Option<Remembered> {
        self.last().clone()
    }

    fn remember(&self, record: &Remembered) {
        *self.last() = Some(record.clone());
    }

    fn practice_folder(&self) -> PathBuf {
        self.folder.with_file_name("practice")
    }

    fn faces_folder(&self) -> PathBuf {
        self.faces.clone()
    }

    fn dictionary_folder(&self) -> PathBuf {
        self.faces.with_file_name("dictionary")
    }

    fn choose_folder(&self, why: ChooseWhy) -> Option<PathBuf> {
        match why {
            ChooseWhy::TheRecord => Some(self.folder.clone()),
            ChooseWhy::SavingDocuments => self.saves.clone(),
        }
    }

    fn choose_file(&self, _: ChooseFile) -> Option<PathBuf> {
        self.file.clone()
    }

    fn key_cost(&self) -> KdfCost {
        KdfCost::floor()
    }

    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

/// The surroundings that there are, under another clock: the sample's past months happen in the past.
pub(super) struct UnderAnotherClock {
    pub there: Arc<dyn Surroundings>,
    pub clock: Arc<Clock>,
}

impl Surroundings for UnderAnotherClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    fn steady(&self) -> Duration {
        self.there.steady()
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.there.fill(bytes)
    }

    fn usual_folder(&self) -> PathBuf {
        self.there.usual_folder()
    }

    fn remembered(&self) -> Option<Remembered> {
        self.there.remembered()
    }

    fn remember(&self, record: &Remembered) {
        self.there.remember(record);
    }

    fn practice_folder(&self) -> PathBuf {
        self.there.practice_folder()
    }

    fn faces_folder(&self) -> PathBuf {
        self.there.faces_folder()
    }

    fn dictionary_folder(&self) -> PathBuf {
        self.there.dictionary_folder()
    }

    fn choose_folder(&self, why: ChooseWhy) -> Option<PathBuf> {
        self.there.choose_folder(why)
    }

    fn choose_file(&self, what: ChooseFile) -> Option<PathBuf> {
        self.there.choose_file(what)
    }

    fn key_cost(&self) -> KdfCost {
        self.there.key_cost()
    }

    fn version(&self) -> String {
        self.there.version()
    }
}
