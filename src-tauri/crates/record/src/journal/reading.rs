//! Reads the journal.

use super::append::last;
use super::code::CheckCode;
use super::entry::EntryWords;
use super::head::{BodyId, Head, Seq};
use super::kind::EntryKind;
use super::verify::{Verified, verify};
use crate::error::RecordError;
use crate::tables::moment;
use protocol::ids::{CaseId, UserId};
use protocol::trade::At;
use rusqlite::{Connection, Row, ToSql};

/// The journal, for reading.
pub struct Journal<'r>(pub(crate) &'r Connection);

/// One entry as it was made, with those of its bodies that were not erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub seq: Seq,
    pub at: At,
    pub kind: EntryKind,
    pub actor: UserId,
    pub bodies: Vec<LoggedBody>,
}

/// Words of an entry, and the case that they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedBody {
    pub subject: Option<CaseId>,
    pub words: EntryWords,
}

const ENTRIES: &str = "SELECT e.seq, e.at, e.kind, e.actor, b.subject, b.bytes
    FROM entry e LEFT JOIN body b USING (seq)";

impl Journal<'_> {
    /// The newest entry and its hash.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn head(&self) -> Result<Option<Head>, RecordError> {
        last(self.0)
    }

    /// The entry that a check code stands for, with its day; whether the chain up to it is whole is for [`Self::verify`] to say.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of_code(&self, code: &CheckCode) -> Result<Option<(Seq, At)>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT seq, at FROM entry WHERE substr(hash, 1, length(?1)) = ?1 ORDER BY seq",
        )?;
        let mut rows = statement.query([code.bytes()])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((row.get(0)?, moment(&row.get::<_, String>(1)?)?)))
    }

    /// The entries after one, oldest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn after(&self, seq: Seq) -> Result<Vec<Logged>, RecordError> {
        self.find(
            &format!("{ENTRIES} WHERE e.seq > ? ORDER BY e.seq, b.n"),
            seq,
        )
    }

    /// One entry, without going over those after it.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, seq: Seq) -> Result<Option<Logged>, RecordError> {
        let mut found = self.find(&format!("{ENTRIES} WHERE e.seq = ? ORDER BY b.n"), seq)?;
        Ok(found.pop())
    }

    /// The entries of one kind, oldest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of_kind(&self, kind: EntryKind) -> Result<Vec<Logged>, RecordError> {
        self.find(
            &format!("{ENTRIES} WHERE e.kind = ? ORDER BY e.seq, b.n"),
            kind.slug(),
        )
    }

    /// The bodies that belong to one person's case, which an erasure of that person takes.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn bodies_about(&self, subject: CaseId) -> Result<Vec<BodyId>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT seq, n FROM body WHERE subject = ? ORDER BY seq, n")?;
        let bodies = statement.query_map([subject.0], |row| {
            Ok(BodyId {
                seq: row.get(0)?,
                n: row.get(1)?,
            })
        })?;
        Ok(bodies.collect::<Result<_, _>>()?)
    }

    /// Goes over the whole chain once, and holds it against heads known from elsewhere: the key file, or printed minutes.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails; what is wrong with the chain is in the answer.
    pub fn verify(&self, anchors: &[Head]) -> Result<Verified, RecordError> {
        verify(self.0, anchors)
    }

    /// Entries with their bodies, each a row in the order of both.
    fn find(&self, sql: &str, which: impl ToSql) -> Result<Vec<Logged>, RecordError> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([which])?;
        let mut entries: Vec<Logged> = Vec::new();
        while let Some(row) = rows.next()? {
            let seq: Seq = row.get(0)?;
            if entries.last().is_none_or(|last| last.seq != seq) {
                entries.push(logged(seq, row)?);
            }
            if let Some(last) = entries.last_mut() {
                last.bodies.extend(body(row)?);
            }
        }
        Ok(entries)
    }
}

fn logged(seq: Seq, row: &Row<'_>) -> Result<Logged, RecordError> {
    let kind: String = row.get(2)?;
    Ok(Logged {
        seq,
        at: moment(&row.get::<_, String>(1)?)?,
        kind: EntryKind::from_slug(&kind).ok_or(RecordError::Unreadable("kind of entry"))?,
        actor: UserId(row.get(3)?),
        bodies: Vec::new(),
    })
}

fn body(row: &Row<'_>) -> Result<Option<LoggedBody>, RecordError> {
    let Some(bytes) = row.get::<_, Option<Vec<u8>>>(5)? else {
        return Ok(None);
    };
    Ok(Some(LoggedBody {
        subject: row.get::<_, Option<_>>(4)?.map(CaseId),
        words: EntryWords::read(&bytes).ok_or(RecordError::Unreadable("body"))?,
    }))
}
