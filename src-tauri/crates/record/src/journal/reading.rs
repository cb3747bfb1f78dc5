//! Reads the journal.

use super::append::last;
use super::entry::EntryWords;
use super::head::{Head, Seq};
use super::kind::EntryKind;
use super::verify::{Verified, verify};
use crate::error::RecordError;
use crate::tables::moment;
use protocol::ids::{CaseId, UserId};
use protocol::trade::At;
use rusqlite::{Connection, Row};

/// The journal, for reading.
pub struct Journal<'r>(pub(crate) &'r Connection);

/// One entry as it was made; its words are gone once erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub seq: Seq,
    pub at: At,
    pub kind: EntryKind,
    pub actor: UserId,
    pub subject: Option<CaseId>,
    pub words: Option<EntryWords>,
}

impl Journal<'_> {
    /// The newest entry and its hash.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn head(&self) -> Result<Option<Head>, RecordError> {
        last(self.0)
    }

    /// The entries after one, oldest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn after(&self, seq: Seq) -> Result<Vec<Logged>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT e.seq, e.at, e.kind, e.actor, b.subject, b.bytes
             FROM entry e LEFT JOIN body b USING (seq) WHERE e.seq > ? ORDER BY e.seq",
        )?;
        let mut rows = statement.query([seq])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(logged(row)?);
        }
        Ok(entries)
    }

    /// One entry, without going over those after it.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, seq: Seq) -> Result<Option<Logged>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT e.seq, e.at, e.kind, e.actor, b.subject, b.bytes
             FROM entry e LEFT JOIN body b USING (seq) WHERE e.seq = ?",
        )?;
        let mut rows = statement.query([seq])?;
        rows.next()?.map(logged).transpose()
    }

    /// The bodies that belong to one person's case, which an erasure of that person takes.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn bodies_about(&self, subject: CaseId) -> Result<Vec<Seq>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT seq FROM body WHERE subject = ? ORDER BY seq")?;
        let seqs = statement.query_map([subject.0], |row| row.get(0))?;
        Ok(seqs.collect::<Result<_, _>>()?)
    }

    /// Goes over the whole chain once, and holds it against heads known from elsewhere: the key file, or printed minutes.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails; what is wrong with the chain is in the answer.
    pub fn verify(&self, anchors: &[Head]) -> Result<Verified, RecordError> {
        verify(self.0, anchors)
    }
}

fn logged(row: &Row<'_>) -> Result<Logged, RecordError> {
    let kind: String = row.get(2)?;
    let bytes: Option<Vec<u8>> = row.get(5)?;
    let words = bytes.map(|bytes| EntryWords::read(&bytes).ok_or(RecordError::Unreadable("body")));
    Ok(Logged {
        seq: row.get(0)?,
        at: moment(&row.get::<_, String>(1)?)?,
        kind: EntryKind::from_slug(&kind).ok_or(RecordError::Unreadable("kind of entry"))?,
        actor: UserId(row.get(3)?),
        subject: row.get::<_, Option<_>>(4)?.map(CaseId),
        words: words.transpose()?,
    })
}
