//! What changes outside the meeting along with a move of it, under the one entry.

use crate::cases::CaseChange;
use protocol::people::Person;
use protocol::trade::At;
use record::tables::{Filed, FiledWords};
use record::{Entry, RecordError, Tables};

/// A case's file, a paper about it, or somebody's row of the register of people.
pub(crate) trait Along {
    /// The entry with the words of the change.
    fn entered(&self, entry: Entry) -> Entry;

    /// Writes it.
    ///
    /// # Errors
    /// [`RecordError`], and then nothing was written.
    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError>;

    /// Whether it is something that the live meeting shows beside itself, which then is read anew.
    fn is_shown_beside(&self) -> bool {
        true
    }
}

/// The half-typed line under this key is a line of the record now: never both there and recorded.
pub(crate) struct LineEntered {
    pub(crate) key: String,
    /// Notes and reasons that were typed beside it and are entered by nobody yet.
    pub(crate) left: Option<(At, Vec<u8>)>,
}

impl Along for LineEntered {
    fn entered(&self, entry: Entry) -> Entry {
        entry
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        match &self.left {
            Some((at, bytes)) => tables.drafts().keep(&self.key, *at, bytes),
            None => tables.drafts().drop(&self.key),
        }
    }

    fn is_shown_beside(&self) -> bool {
        false
    }
}

impl Along for CaseChange {
    fn entered(&self, entry: Entry) -> Entry {
        CaseChange::entered(self, entry)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        CaseChange::apply(self, tables)
    }
}

impl Along for Vec<CaseChange> {
    fn entered(&self, entry: Entry) -> Entry {
        self.iter().fold(entry, |entry, one| one.entered(entry))
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        self.iter().try_for_each(|one| one.apply(tables))
    }
}

impl Along for Filed {
    fn entered(&self, entry: Entry) -> Entry {
        entry.with_words(FiledWords::of(self))
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.on_file().save(self)
    }
}

/// Who somebody is stands in no journal entry; that their row changed does.
impl Along for Person {
    fn entered(&self, entry: Entry) -> Entry {
        entry
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.people().save(self)
    }
}
