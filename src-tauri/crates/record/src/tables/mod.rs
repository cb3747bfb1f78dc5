//! One file per table, each with what may be read and what may be written.
//!
//! A reading handle comes from [`Reading`], which anybody with an open record may have. A writing handle comes only from
//! [`Tables`], and a `Tables` exists only inside [`crate::Record::write`].

mod action;
mod case;
mod cell;
mod column;
mod draft;
mod file_merge;
mod leaf;
mod meeting;
mod merge;
mod officer;
mod on_file;
mod pack;
mod person;
mod setting;
mod slug;
mod spelling;
#[cfg(test)]
mod tests;
mod told;
mod user;
mod wording;

pub use action::Actions;
pub use case::{CaseWords, Cases, CasesToWrite, LeansOn};
pub(crate) use column::moment;
pub use draft::{Draft, Drafts, DraftsToWrite};
pub(crate) use draft::{drop_draft, keep_draft};
pub use file_merge::{FileMerges, FileMergesToWrite, MergeWords};
pub use leaf::{CommittedLeaves, Leaves, LeavesToWrite};
pub use meeting::{MeetingChange, MeetingSummary, Meetings, MeetingsToWrite, Version};
pub use merge::{Attended, Merges, MergesToWrite};
pub use officer::{Officers, OfficersToWrite};
pub use on_file::{Filed, FiledWords, Files, FilesToWrite};
pub use pack::{KeptPack, Packs, PacksToWrite};
pub use person::{People, PeopleToWrite};
pub use setting::{Settings, SettingsToWrite};
pub use spelling::{Spellings, SpellingsToWrite};
pub use told::{Recipient, TellList, TellListToWrite, Told};
pub use user::{User, Users, UsersToWrite};

use crate::error::RecordError;
use crate::journal::{BodyId, Entry, Journal, Seq};
use rusqlite::{Connection, Transaction};

/// Reads every table.
#[derive(Clone, Copy)]
pub struct Reading<'r> {
    connection: &'r Connection,
}

/// Writes every table, for the length of one change and under one journal entry.
pub struct Tables<'t> {
    transaction: &'t Transaction<'t>,
    seq: Seq,
    entry: &'t Entry,
}

impl<'r> Reading<'r> {
    pub(crate) fn of(connection: &'r Connection) -> Self {
        Self { connection }
    }

    pub fn journal(&self) -> Journal<'r> {
        Journal(self.connection)
    }

    pub fn users(&self) -> Users<'r> {
        Users(self.connection)
    }

    pub fn settings(&self) -> Settings<'r> {
        Settings(self.connection)
    }

    pub fn packs(&self) -> Packs<'r> {
        Packs(self.connection)
    }

    pub fn drafts(&self) -> Drafts<'r> {
        Drafts(self.connection)
    }

    pub fn people(&self) -> People<'r> {
        People(self.connection)
    }

    pub fn merges(&self) -> Merges<'r> {
        Merges(self.connection)
    }

    pub fn file_merges(&self) -> FileMerges<'r> {
        FileMerges(self.connection)
    }

    pub fn officers(&self) -> Officers<'r> {
        Officers(self.connection)
    }

    pub fn cases(&self) -> Cases<'r> {
        Cases(self.connection)
    }

    pub fn on_file(&self) -> Files<'r> {
        Files(self.connection)
    }

    pub fn meetings(&self) -> Meetings<'r> {
        Meetings(self.connection)
    }

    pub fn actions(&self) -> Actions<'r> {
        Actions(self.connection)
    }

    pub fn told(&self) -> TellList<'r> {
        TellList(self.connection)
    }

    pub fn leaves(&self) -> Leaves<'r> {
        Leaves(self.connection)
    }

    pub fn spellings(&self) -> Spellings<'r> {
        Spellings(self.connection)
    }
}

impl<'t> Tables<'t> {
    pub(crate) fn of(transaction: &'t Transaction<'t>, seq: Seq, entry: &'t Entry) -> Self {
        Self {
            transaction,
            seq,
            entry,
        }
    }

    /// The entry that this change is made under, for rows that say when they came to be.
    pub fn seq(&self) -> Seq {
        self.seq
    }

    /// Reads, seeing what this change has written so far.
    pub fn read(&self) -> Reading<'_> {
        Reading::of(self.transaction)
    }

    pub fn users(&self) -> UsersToWrite<'_> {
        UsersToWrite(self.transaction)
    }

    pub fn settings(&self) -> SettingsToWrite<'_> {
        SettingsToWrite(self.transaction)
    }

    pub fn packs(&self) -> PacksToWrite<'_> {
        PacksToWrite {
            connection: self.transaction,
            seq: self.seq,
        }
    }

    pub fn drafts(&self) -> DraftsToWrite<'_> {
        DraftsToWrite(self.transaction)
    }

    pub fn people(&self) -> PeopleToWrite<'_> {
        PeopleToWrite(self.transaction)
    }

    pub fn merges(&self) -> MergesToWrite<'_> {
        MergesToWrite(self.transaction)
    }

    pub fn file_merges(&self) -> FileMergesToWrite<'_> {
        FileMergesToWrite(self)
    }

    pub fn officers(&self) -> OfficersToWrite<'_> {
        OfficersToWrite(self.transaction)
    }

    pub fn cases(&self) -> CasesToWrite<'_> {
        CasesToWrite(self)
    }

    pub fn on_file(&self) -> FilesToWrite<'_> {
        FilesToWrite(self)
    }

    pub fn meetings(&self) -> MeetingsToWrite<'_> {
        MeetingsToWrite(self)
    }

    pub fn told(&self) -> TellListToWrite<'_> {
        TellListToWrite(self.transaction)
    }

    pub fn leaves(&self) -> LeavesToWrite<'_> {
        LeavesToWrite(self)
    }

    pub fn spellings(&self) -> SpellingsToWrite<'_> {
        SpellingsToWrite(self.transaction)
    }

    /// Which body of the entry holds these words: no row ever points to words that are not there.
    fn body_with(&self, name: &str, text: &str) -> Result<BodyId, RecordError> {
        let n = self.entry.body_with(name, text);
        let n = n.ok_or(RecordError::WordsNotEntered)?;
        Ok(BodyId { seq: self.seq, n })
    }

    /// Takes the bodies that this entry, an [`crate::Entry::erasure`], lists.
    ///
    /// # Errors
    /// [`RecordError::RuleOfTheTables`] when this entry is no erasure, or a body was erased before.
    pub fn erase_bodies(&self, bodies: &[BodyId]) -> Result<(), RecordError> {
        for BodyId { seq, n } in bodies {
            self.transaction
                .prepare_cached(
                    "INSERT INTO erasure_covers (seq, n, erasure_seq) VALUES (?, ?, ?)",
                )?
                .execute((seq, n, self.seq))?;
            self.transaction
                .prepare_cached("DELETE FROM body WHERE seq = ? AND n = ?")?
                .execute((seq, n))?;
        }
        Ok(())
    }
}
