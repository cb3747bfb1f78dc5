//! Every version of the agreement pack, as it was read, since a meeting holds to the one that it opened with.

use super::column::moment;
use crate::error::RecordError;
use crate::journal::Seq;
use protocol::meeting::PinnedPack;
use protocol::trade::At;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A pack as it was kept: its text, not what today's program makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPack {
    /// From 1, in the order in which packs were kept.
    pub number: i64,
    pub seq: Seq,
    pub version: String,
    pub at: At,
    pub toml: String,
    pub texts_hash: [u8; 32],
    pub rules_hash: [u8; 32],
}

/// The packs, for reading.
pub struct Packs<'r>(pub(super) &'r Connection);

/// The packs, for writing: they are added to, and never changed.
pub struct PacksToWrite<'t> {
    pub(super) connection: &'t Connection,
    pub(super) seq: Seq,
}

const ALL: &str = "SELECT number, seq, version, at, toml, texts_hash, rules_hash FROM pack";

impl Packs<'_> {
    /// The pack in force: the last that was kept.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn latest(&self) -> Result<Option<KeptPack>, RecordError> {
        self.find(&format!("{ALL} ORDER BY number DESC LIMIT 1"), [])
    }

    /// The pack that a meeting was opened with.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, number: i64) -> Result<Option<KeptPack>, RecordError> {
        self.find(&format!("{ALL} WHERE number = ?"), [number])
    }

    /// The pack that a meeting pinned, whichever is in force today; its texts and its rules are told by their hashes.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn pinned(&self, by: &PinnedPack) -> Result<Option<KeptPack>, RecordError> {
        let these = "WHERE texts_hash = ? AND rules_hash = ? ORDER BY number DESC LIMIT 1";
        self.find(&format!("{ALL} {these}"), (by.texts, by.rules))
    }

    /// Every pack, the latest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<KeptPack>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached(&format!("{ALL} ORDER BY number DESC"))?;
        let mut rows = statement.query([])?;
        let mut packs = Vec::new();
        while let Some(row) = rows.next()? {
            packs.push(kept(row)?);
        }
        Ok(packs)
    }

    fn find(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Option<KeptPack>, RecordError> {
        let mut statement = self.0.prepare_cached(sql)?;
        statement
            .query_row(params, |row| Ok(kept(row)))
            .optional()?
            .transpose()
    }
}

impl PacksToWrite<'_> {
    /// Keeps a pack as the one in force from now on, and gives its number.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn keep(
        &self,
        version: &str,
        at: At,
        toml: &str,
        (texts_hash, rules_hash): ([u8; 32], [u8; 32]),
    ) -> Result<i64, RecordError> {
        let number = Packs(self.connection)
            .latest()?
            .map_or(1, |latest| latest.number + 1);
        let at = at.to_rfc3339();
        self.connection
            .prepare_cached("INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                number, self.seq, version, at, toml, texts_hash, rules_hash
            ])?;
        Ok(number)
    }
}

fn kept(row: &Row<'_>) -> Result<KeptPack, RecordError> {
    Ok(KeptPack {
        number: row.get(0)?,
        seq: row.get(1)?,
        version: row.get(2)?,
        at: moment(&row.get::<_, String>(3)?)?,
        toml: row.get(4)?,
        texts_hash: row.get(5)?,
        rules_hash: row.get(6)?,
    })
}
