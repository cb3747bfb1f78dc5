//! What only a machine has, lent to the desk: a clock, chance, folders, dialogs.

use protocol::trade::At;
use record::{KdfCost, NoRandomness, Random};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// Everything that the desk would otherwise have to take from the machine itself.
pub trait Surroundings: Send + Sync {
    /// The moment, with the offset of the clock on the wall.
    fn now(&self) -> At;

    /// Time that only goes forward, whatever anybody does to the clock on the wall; where it began means nothing.
    fn steady(&self) -> Duration;

    /// Fills the slice with random bytes.
    ///
    /// # Errors
    /// When the system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;

    /// Where the record is looked for before anybody chose a folder.
    fn usual_folder(&self) -> PathBuf;

    /// The record that was opened last.
    fn remembered(&self) -> Option<Remembered>;

    /// Remembers the record that is opened; what cannot be kept is asked for again next time.
    fn remember(&self, record: &Remembered);

    /// Where a practice is made, which is wiped at its end and at the next start.
    fn practice_folder(&self) -> PathBuf;

    /// The folder of the documents' typefaces.
    fn faces_folder(&self) -> PathBuf;

    /// The folder of the dictionary that spelling is checked against.
    fn dictionary_folder(&self) -> PathBuf;

    /// The folder that a person chose in the machine's own dialog, if they chose one.
    fn choose_folder(&self, why: ChooseWhy) -> Option<PathBuf>;

    /// The file that a person chose in the machine's own dialog, if they chose one.
    fn choose_file(&self, what: ChooseFile) -> Option<PathBuf>;

    /// How much work a passphrase is to cost on this machine.
    fn key_cost(&self) -> KdfCost;

    /// The version of the program, as printed in documents.
    fn version(&self) -> String;
}

/// What is known of a record before anybody has opened it: nothing that is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    pub folder: PathBuf,
    pub name: String,
}

/// What a folder is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChooseWhy {
    TheRecord,
    SavingDocuments,
}

/// What a file is chosen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChooseFile {
    /// A list of cases, as spreadsheets save them.
    Cases,
    /// An agreement pack.
    Agreement,
}

/// What a command has the person choose; a machine asks it before the command comes, so that nothing waits behind a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Folder(ChooseWhy),
    File(ChooseFile),
}

/// What is chosen before a command, by its name in the contract.
pub fn asks_first(command: &str) -> Option<Choice> {
    Some(match command {
        "choose_folder" => Choice::Folder(ChooseWhy::TheRecord),
        "save_documents" | "save_papers" | "save_shortcuts" | "save_pack" => {
            Choice::Folder(ChooseWhy::SavingDocuments)
        }
        "import_choose" => Choice::File(ChooseFile::Cases),
        "choose_pack" => Choice::File(ChooseFile::Agreement),
        _ => return None,
    })
}

/// The record's source of chance, which is the machine's.
pub(crate) struct Chance(pub(crate) Arc<dyn Surroundings>);

impl Random for Chance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.0.fill(bytes)
    }
}

/// Fresh identifiers for one command.
#[derive(Clone)]
pub(crate) struct Fresh(Arc<dyn Surroundings>);

impl Fresh {
    pub(crate) fn new(surroundings: Arc<dyn Surroundings>) -> Self {
        Self(surroundings)
    }

    /// A fresh version 4 identifier.
    pub(crate) fn id(&self) -> Result<Uuid, NoRandomness> {
        let mut bytes = [0; 16];
        self.0.fill(&mut bytes)?;
        Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}
