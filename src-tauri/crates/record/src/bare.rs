//! The price of one encrypted commit and nothing more, for `make bench` to hold the record's own against.
//!
//! The product never calls it; it stands here because the only SQL there is stands here.

use crate::connection;
use crate::error::{OpenError, RecordError};
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;

/// A database with the record's own settings and one table of rows without meaning.
pub struct Bare(Connection);

impl Bare {
    /// Makes it in a folder that has none.
    ///
    /// # Errors
    /// [`OpenError`] when the folder cannot be written.
    pub fn create(folder: &Path) -> Result<Self, OpenError> {
        let connection = connection::create(&folder.join("bare.db"), &[7; 32])?;
        connection.execute_batch("CREATE TABLE line (id INTEGER PRIMARY KEY, words BLOB)")?;
        Ok(Self(connection))
    }

    /// Commits one row: on disk when this returns.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn commit(&mut self, row: &[u8]) -> Result<(), RecordError> {
        let begun = TransactionBehavior::Immediate;
        let transaction = self.0.transaction_with_behavior(begun)?;
        transaction
            .prepare_cached("INSERT INTO line (words) VALUES (?)")?
            .execute(params![row])?;
        Ok(transaction.commit()?)
    }
}
