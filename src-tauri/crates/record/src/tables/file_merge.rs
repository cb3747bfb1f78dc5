//! Case files that are one person's, and those that were told apart.

use super::Tables;
use super::cell::{Cell, Cells};
use super::wording::{body_id, body_text};
use crate::error::RecordError;
use crate::journal::WordsByCase;
use protocol::file_merges::{BeforeMerge, FileMerge, Since};
use protocol::ids::CaseId;
use protocol::meeting::Stage;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The merges of case files, for reading.
pub struct FileMerges<'r>(pub(super) &'r Connection);

/// The merges of case files, for writing.
pub struct FileMergesToWrite<'t>(pub(super) &'t Tables<'t>);

/// How things stood before a merge, as the entry about it takes it in.
#[derive(Clone, PartialEq, Eq)]
pub struct MergeWords {
    absorbed: CaseId,
    into: CaseId,
    text: String,
}

impl FileMerges<'_> {
    /// Every merge that stands, the earliest first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<FileMerge>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT absorbed, into_case, at, by_whom FROM file_merged ORDER BY words_seq, absorbed",
        )?;
        let mut rows = statement.query([])?;
        let mut merges = Vec::new();
        while let Some(row) = rows.next()? {
            let mut row = Cells::of(row, 4)?;
            merges.push(FileMerge {
                absorbed: CaseId(row.id()?),
                into: CaseId(row.id()?),
                at: row.at()?,
                by: row.text()?,
            });
        }
        Ok(merges)
    }

    /// How things stood before a file was merged; none where it was not, or where the person was erased.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn before(&self, absorbed: CaseId) -> Result<Option<BeforeMerge>, RecordError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT words_seq, words_body FROM file_merged WHERE absorbed = ?")?;
        let mut rows = statement.query([absorbed.0])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let body = body_id(&mut Cells::of(row, 2)?)?;
        let text = body_text(self.0, body, &key(absorbed))?;
        text.map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| RecordError::Unreadable("merge of files"))
    }

    /// What has been done since a file was merged.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn since(&self, merge: &FileMerge) -> Result<Since, RecordError> {
        let of = params![merge.absorbed.0, merge.into.0];
        let is_so = |sql: &str| -> Result<bool, RecordError> {
            Ok(self
                .0
                .prepare_cached(sql)?
                .query_row(of, |row| row.get(0))?)
        };
        Ok(Since {
            changed: is_so(
                "SELECT EXISTS (SELECT 1 FROM file_merged m WHERE m.absorbed = ?1 AND (
                   EXISTS (SELECT 1 FROM case_file c WHERE c.id IN (?1, ?2) AND c.words_seq > m.words_seq)
                   OR EXISTS (SELECT 1 FROM on_file f WHERE f.case_id IN (?1, ?2) AND f.words_seq > m.words_seq)))",
            )?,
            // Before the merge every meeting that had either was signed: one that was opened since says so itself.
            discussed: is_so(
                "SELECT EXISTS (SELECT 1 FROM file_merged f JOIN meeting m
                   ON unixepoch(m.register_opened) >= unixepoch(f.at) WHERE f.absorbed = ?1 AND (
                   EXISTS (SELECT 1 FROM slot s WHERE s.meeting = m.id AND s.case_id IN (?1, ?2))
                   OR EXISTS (SELECT 1 FROM meeting_carried c JOIN action a ON a.meeting = c.from_meeting
                     AND a.id = c.action WHERE c.meeting = m.id AND a.case_id = ?1)))",
            )?,
            merged_on: is_so(
                "SELECT EXISTS (SELECT 1 FROM file_merged m
                   WHERE ?1 <> ?2 AND (m.absorbed = ?2 OR m.into_case = ?1))",
            )?,
        })
    }

    /// The stages of the meetings on whose agenda one of these files stands, or may come to stand because they go on.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn agendas(&self, files: [CaseId; 2]) -> Result<Vec<Stage>, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT m.stage FROM meeting m WHERE m.stage IN ('gathering', 'in_session', 'adjourned')
               OR EXISTS (SELECT 1 FROM slot s WHERE s.meeting = m.id AND s.case_id IN (?, ?))",
        )?;
        let [one, other] = files;
        let mut rows = statement.query([one.0, other.0])?;
        let mut stages = Vec::new();
        while let Some(row) = rows.next()? {
            stages.push(Cells::of(row, 1)?.slug()?);
        }
        Ok(stages)
    }

    /// Every two that were told apart, the lower identifier first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn apart(&self) -> Result<BTreeSet<(CaseId, CaseId)>, RecordError> {
        let mut statement = self.0.prepare_cached("SELECT one, other FROM file_apart")?;
        let mut rows = statement.query([])?;
        let mut apart = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let mut row = Cells::of(row, 2)?;
            apart.insert((CaseId(row.id()?), CaseId(row.id()?)));
        }
        Ok(apart)
    }
}

impl FileMergesToWrite<'_> {
    /// Lets one file count as another; the entry must hold its [`MergeWords`].
    ///
    /// # Errors
    /// [`RecordError::WordsNotEntered`] when the entry does not.
    pub fn add(&self, merge: &FileMerge, before: &BeforeMerge) -> Result<(), RecordError> {
        let words = MergeWords::of(merge, before);
        let body = self.0.body_with(&key(merge.absorbed), &words.text)?;
        self.0
            .transaction
            .prepare_cached("INSERT INTO file_merged VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                merge.absorbed.0,
                merge.into.0,
                Cell::from(merge.at),
                merge.by,
                body.seq,
                body.n,
            ])?;
        Ok(())
    }

    /// Lets a file stand for itself again.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn remove(&self, absorbed: CaseId) -> Result<(), RecordError> {
        let sql = "DELETE FROM file_merged WHERE absorbed = ?";
        let mut statement = self.0.transaction.prepare_cached(sql)?;
        statement.execute([absorbed.0])?;
        Ok(())
    }

    /// Remembers that two that look alike are two people's.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn tell_apart(&self, one: CaseId, other: CaseId) -> Result<(), RecordError> {
        self.both("INSERT OR IGNORE INTO file_apart VALUES (?, ?)", one, other)
    }

    /// Lets two be asked about again.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn ask_again(&self, one: CaseId, other: CaseId) -> Result<(), RecordError> {
        self.both(
            "DELETE FROM file_apart WHERE one = ? AND other = ?",
            one,
            other,
        )
    }

    fn both(&self, sql: &str, one: CaseId, other: CaseId) -> Result<(), RecordError> {
        let (one, other) = (one.min(other), one.max(other));
        let mut statement = self.0.transaction.prepare_cached(sql)?;
        statement.execute(params![one.0, other.0])?;
        Ok(())
    }
}

impl MergeWords {
    /// How things stood before this merge.
    pub fn of(merge: &FileMerge, before: &BeforeMerge) -> Self {
        // Structs of strings, dates and choices always have a JSON form.
        let text = serde_json::to_string(before).unwrap_or_default();
        Self {
            absorbed: merge.absorbed,
            into: merge.into,
            text,
        }
    }
}

impl From<MergeWords> for WordsByCase {
    fn from(words: MergeWords) -> Self {
        let said = BTreeMap::from([(key(words.absorbed), words.text)]);
        Self::about(Some(words.into), said)
    }
}

impl fmt::Debug for MergeWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MergeWords")
    }
}

fn key(absorbed: CaseId) -> String {
    format!("file_merge:{absorbed}")
}
