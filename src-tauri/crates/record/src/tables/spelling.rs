//! The record's own dictionary: words that the bundled one lacks.

use crate::error::RecordError;
use rusqlite::Connection;

/// The words, for reading.
pub struct Spellings<'r>(pub(super) &'r Connection);

/// The words, for writing.
pub struct SpellingsToWrite<'t>(pub(super) &'t Connection);

impl Spellings<'_> {
    /// Every word, in the order of the alphabet.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<String>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT word FROM spelling ORDER BY word COLLATE NOCASE")?;
        let words = statement.query_map([], |row| row.get(0))?;
        Ok(words.collect::<Result<_, _>>()?)
    }
}

impl SpellingsToWrite<'_> {
    /// Keeps a word; one that is kept already stays.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn keep(&self, word: &str) -> Result<(), RecordError> {
        self.0
            .prepare_cached("INSERT INTO spelling (word) VALUES (?) ON CONFLICT (word) DO NOTHING")?
            .execute([word])?;
        Ok(())
    }

    /// Forgets a word.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, word: &str) -> Result<(), RecordError> {
        self.0
            .prepare_cached("DELETE FROM spelling WHERE word = ?")?
            .execute([word])?;
        Ok(())
    }
}
