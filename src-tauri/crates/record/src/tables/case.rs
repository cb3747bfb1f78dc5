//! The cases: their structure in a row, and everything that says who they are in a body that can be erased.

use super::Tables;
use super::cell::{Cell, Cells};
use super::wording::{body_id, body_text};
use crate::error::RecordError;
use crate::journal::WordsByCase;
use protocol::cases::{Case, Custody, Flags, Particulars, Told};
use protocol::ids::{CaseId, MeetingId, TeamKey};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The cases, for reading.
pub struct Cases<'r>(pub(super) &'r Connection);

/// The cases, for writing.
pub struct CasesToWrite<'t>(pub(super) &'t Tables<'t>);

/// Where a case is spoken of, so that it cannot be taken away behind its back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeansOn {
    /// On an agenda, of a meeting to come or of one that has been.
    Agenda,
    /// A consent, an authority or another paper is on its file, or another file was merged with it.
    File,
}

/// What is personal about a case, as an entry about it takes it in.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseWords {
    of: CaseId,
    text: String,
}

/// The personal part of a case, as it is spelt in the body.
#[derive(Serialize, Deserialize)]
struct Personal {
    particulars: Particulars,
    whereabouts: Custody,
    flags: Flags,
    told: Told,
}

const ALL: &str = "SELECT id, reference, cohort, meeting, lead, closed, words_seq, words_body
    FROM case_file";

impl Cases<'_> {
    /// Every case that has not been erased, by its number.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Case>, RecordError> {
        self.find(&format!("{ALL} ORDER BY reference, id"), [])
    }

    /// One case; none for one whose person was erased.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn one(&self, id: CaseId) -> Result<Option<Case>, RecordError> {
        Ok(self.find(&format!("{ALL} WHERE id = ?"), [id.0])?.pop())
    }

    /// Every reference that was ever given, those of erased people among them: no number is given twice.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn references(&self) -> Result<Vec<String>, RecordError> {
        let mut statement = self.0.prepare_cached("SELECT reference FROM case_file")?;
        let references = statement.query_map([], |row| row.get(0))?;
        Ok(references.collect::<Result<_, _>>()?)
    }

    /// What speaks of a case elsewhere, first what a meeting does; one meeting may be left out of account.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn leant_on(
        &self,
        id: CaseId,
        but: Option<MeetingId>,
    ) -> Result<Option<LeansOn>, RecordError> {
        let connection = self.0;
        let mut agendas = connection
            .prepare_cached("SELECT 1 FROM slot WHERE case_id = ? AND meeting IS NOT ?")?;
        if agendas.exists(params![id.0, but.map(|meeting| meeting.0)])? {
            return Ok(Some(LeansOn::Agenda));
        }
        let mut papers = connection.prepare_cached(
            "SELECT 1 FROM on_file WHERE case_id = ?1
             UNION ALL SELECT 1 FROM file_merged WHERE absorbed = ?1 OR into_case = ?1",
        )?;
        Ok(papers.exists([id.0])?.then_some(LeansOn::File))
    }

    fn find(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Case>, RecordError> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next()? {
            cases.extend(case(self.0, Cells::of(row, 8)?)?);
        }
        Ok(cases)
    }
}

impl CasesToWrite<'_> {
    /// Keeps a case as it is now; the entry must hold its [`CaseWords`].
    ///
    /// # Errors
    /// [`RecordError::WordsNotEntered`] when the entry does not.
    pub fn save(&self, case: &Case) -> Result<(), RecordError> {
        let tables = self.0;
        let CaseWords { of, text } = CaseWords::of(case);
        let body = tables.body_with(&key(of), &text)?;
        tables
            .transaction
            .prepare_cached(
                "INSERT INTO case_file
                   (id, reference, cohort, meeting, lead, closed, words_seq, words_body)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET reference = excluded.reference,
                   cohort = excluded.cohort, meeting = excluded.meeting, lead = excluded.lead,
                   closed = excluded.closed, words_seq = excluded.words_seq,
                   words_body = excluded.words_body",
            )?
            .execute(params![
                case.id.0,
                case.reference,
                Cell::slug(case.cohort),
                Cell::slug(case.meeting),
                Cell::maybe(case.lead.as_ref().map(TeamKey::as_str)),
                Cell::maybe(case.closed),
                body.seq,
                body.n,
            ])?;
        Ok(())
    }

    /// Takes a case off again that was entered by mistake, and of which nothing else speaks.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, id: CaseId) -> Result<(), RecordError> {
        let sql = "DELETE FROM case_file WHERE id = ?";
        let mut statement = self.0.transaction.prepare_cached(sql)?;
        statement.execute([id.0])?;
        Ok(())
    }
}

impl CaseWords {
    /// What is personal about this case.
    pub fn of(case: &Case) -> Self {
        let personal = Personal {
            particulars: case.particulars.clone(),
            whereabouts: case.whereabouts.clone(),
            flags: case.flags,
            told: case.told.clone(),
        };
        // Structs of strings, dates and choices always have a JSON form.
        let text = serde_json::to_string(&personal).unwrap_or_default();
        Self { of: case.id, text }
    }
}

impl From<CaseWords> for WordsByCase {
    fn from(words: CaseWords) -> Self {
        Self::about(
            Some(words.of),
            BTreeMap::from([(key(words.of), words.text)]),
        )
    }
}

impl fmt::Debug for CaseWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaseWords")
    }
}

fn key(case: CaseId) -> String {
    format!("case:{case}")
}

fn case(connection: &Connection, mut row: Cells) -> Result<Option<Case>, RecordError> {
    let id = CaseId(row.id()?);
    let (reference, cohort, meeting) = (row.text()?, row.slug()?, row.slug()?);
    let lead = row.some_text()?.map(TeamKey::new);
    let closed = row.some_date()?;
    let Some(text) = body_text(connection, body_id(&mut row)?, &key(id))? else {
        return Ok(None);
    };
    let personal: Personal =
        serde_json::from_str(&text).map_err(|_| RecordError::Unreadable("case"))?;
    Ok(Some(Case {
        id,
        reference,
        particulars: personal.particulars,
        cohort,
        meeting,
        lead,
        whereabouts: personal.whereabouts,
        flags: personal.flags,
        told: personal.told,
        closed,
    }))
}
