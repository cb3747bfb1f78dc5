//! What is on file about a case: consents, authorities, permissions, restrictions, chairs' choices, legal advice; and what is about
//! none.
//!
//! A row says only whose it is and of which sort; what it says is in a body that goes when the person is erased.

use super::Tables;
use super::cell::Cells;
use super::wording::{body_id, body_text};
use crate::error::RecordError;
use crate::journal::WordsByCase;
use protocol::grounds::{
    Authority, ChairChoice, Consent, LegalAdvice, OnFile, Permission, Restriction, Withheld,
};
use protocol::ids::CaseId;
use rusqlite::{Connection, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// What is on file, for reading.
pub struct Files<'r>(pub(super) &'r Connection);

/// What is on file, for writing.
pub struct FilesToWrite<'t>(pub(super) &'t Tables<'t>);

/// One paper about one case, or about what was said outside every case.
#[derive(Clone, PartialEq, Eq)]
pub enum Filed {
    Consent(Consent),
    Authority(Authority),
    Permission(Permission),
    Restriction(Restriction),
    Choice(ChairChoice),
    Advice(LegalAdvice),
    Withheld(Withheld),
}

/// What a paper says, as an entry about its case, or about none, takes it in.
#[derive(Clone, PartialEq, Eq)]
pub struct FiledWords {
    case: Option<CaseId>,
    id: Uuid,
    text: String,
}

impl Files<'_> {
    /// Everything about one case, or about none, in the order in which it came; nothing of what was erased.
    ///
    /// The case's flags are not among it: they stand in its own file.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of(&self, case: Option<CaseId>) -> Result<OnFile, RecordError> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, sort, words_seq, words_body FROM on_file
             WHERE case_id IS ? ORDER BY first_seq",
        )?;
        let mut rows = statement.query([case.map(|case| case.0)])?;
        let mut found = OnFile::default();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::of(row, 4)?;
            let (id, sort, body) = (cells.id()?, cells.text()?, body_id(&mut cells)?);
            if let Some(text) = body_text(self.0, body, &key(id))? {
                put(&mut found, &sort, &text)?;
            }
        }
        Ok(found)
    }
}

impl Files<'_> {
    /// Everything about one person's case, of whichever of these files it was put on, as papers of the first.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of_all(&self, files: &[CaseId]) -> Result<OnFile, RecordError> {
        let mut found = OnFile::default();
        for file in files {
            let papers = self.of(Some(*file))?;
            found = found.and(
                files
                    .first()
                    .map_or(papers.clone(), |first| papers.found_under(*first)),
            );
        }
        Ok(found)
    }
}

impl FilesToWrite<'_> {
    /// Keeps a paper as it is now; the entry must hold its [`FiledWords`].
    ///
    /// # Errors
    /// [`RecordError::WordsNotEntered`] when the entry does not.
    pub fn save(&self, paper: &Filed) -> Result<(), RecordError> {
        let tables = self.0;
        let body = tables.body_with(&key(paper.id()), &paper.text())?;
        tables
            .transaction
            .prepare_cached(
                "INSERT INTO on_file (id, case_id, sort, first_seq, words_seq, words_body)
                 VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET words_seq = excluded.words_seq,
                   words_body = excluded.words_body",
            )?
            .execute(params![
                paper.id(),
                paper.case().map(|case| case.0),
                paper.sort(),
                tables.seq,
                body.seq,
                body.n,
            ])?;
        Ok(())
    }

    /// Takes a paper off the file that was filed by mistake; what it said stays in the journal, for as long as the case does.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn drop(&self, paper: &Filed) -> Result<(), RecordError> {
        let sql = "DELETE FROM on_file WHERE id = ?";
        let mut statement = self.0.transaction.prepare_cached(sql)?;
        statement.execute([paper.id()])?;
        Ok(())
    }
}

impl Filed {
    /// Whose case it is about, where it is about one.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Consent(paper) => Some(paper.parts().case),
            Self::Authority(paper) => Some(paper.parts().case),
            Self::Permission(paper) => paper.parts().case,
            Self::Restriction(paper) => Some(paper.case),
            Self::Choice(paper) => Some(paper.parts().case),
            Self::Advice(paper) => Some(paper.case),
            Self::Withheld(paper) => paper.case,
        }
    }

    /// Puts it among what is on file, in the place of an earlier state of it.
    pub fn put(&self, file: &mut OnFile) {
        match self {
            Self::Consent(paper) => replace(&mut file.consents, paper, |p| p.parts().id),
            Self::Authority(paper) => replace(&mut file.authorities, paper, |p| p.parts().id),
            Self::Permission(paper) => replace(&mut file.permissions, paper, |p| p.parts().id),
            Self::Restriction(paper) => replace(&mut file.restrictions, paper, |p| p.id),
            Self::Choice(paper) => replace(&mut file.choices, paper, |p| p.parts().id),
            Self::Advice(paper) => replace(&mut file.advice, paper, |p| p.id),
            Self::Withheld(paper) => replace(&mut file.withheld, paper, |p| p.item),
        }
    }

    /// The same paper as it stands in a file, where it does.
    pub fn earlier(&self, file: &OnFile) -> Option<Self> {
        fn known<P: Clone>(papers: &[P], is: impl Fn(&P) -> bool) -> Option<P> {
            papers.iter().find(|paper| is(paper)).cloned()
        }
        let id = self.id();
        match self {
            Self::Consent(_) => known(&file.consents, |p| p.parts().id.0 == id).map(Self::Consent),
            Self::Authority(_) => {
                known(&file.authorities, |p| p.parts().id.0 == id).map(Self::Authority)
            }
            Self::Permission(_) => {
                known(&file.permissions, |p| p.parts().id.0 == id).map(Self::Permission)
            }
            Self::Restriction(_) => {
                known(&file.restrictions, |p| p.id.0 == id).map(Self::Restriction)
            }
            Self::Choice(_) => known(&file.choices, |p| p.parts().id.0 == id).map(Self::Choice),
            Self::Advice(_) => known(&file.advice, |p| p.id.0 == id).map(Self::Advice),
            Self::Withheld(_) => known(&file.withheld, |p| p.item.0 == id).map(Self::Withheld),
        }
    }

    fn id(&self) -> Uuid {
        match self {
            Self::Consent(paper) => paper.parts().id.0,
            Self::Authority(paper) => paper.parts().id.0,
            Self::Permission(paper) => paper.parts().id.0,
            Self::Restriction(paper) => paper.id.0,
            Self::Choice(paper) => paper.parts().id.0,
            Self::Advice(paper) => paper.id.0,
            // It is said of one item once.
            Self::Withheld(paper) => paper.item.0,
        }
    }

    fn sort(&self) -> &'static str {
        match self {
            Self::Consent(_) => "consent",
            Self::Authority(_) => "authority",
            Self::Permission(_) => "permission",
            Self::Restriction(_) => "restriction",
            Self::Choice(_) => "choice",
            Self::Advice(_) => "advice",
            Self::Withheld(_) => "withheld",
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Consent(paper) => json(paper),
            Self::Authority(paper) => json(paper),
            Self::Permission(paper) => json(paper),
            Self::Restriction(paper) => json(paper),
            Self::Choice(paper) => json(paper),
            Self::Advice(paper) => json(paper),
            Self::Withheld(paper) => json(paper),
        }
    }
}

impl FiledWords {
    /// What this paper says.
    pub fn of(paper: &Filed) -> Self {
        Self {
            case: paper.case(),
            id: paper.id(),
            text: paper.text(),
        }
    }
}

impl From<FiledWords> for WordsByCase {
    fn from(words: FiledWords) -> Self {
        Self::about(words.case, BTreeMap::from([(key(words.id), words.text)]))
    }
}

impl fmt::Debug for FiledWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FiledWords")
    }
}

fn key(id: Uuid) -> String {
    format!("on_file:{id}")
}

/// Structs of strings, dates and choices always have a JSON form.
fn json(paper: &impl Serialize) -> String {
    serde_json::to_string(paper).unwrap_or_default()
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, RecordError> {
    serde_json::from_str(text).map_err(|_| RecordError::Unreadable("paper on file"))
}

fn replace<T: Clone, I: PartialEq>(all: &mut Vec<T>, paper: &T, id: impl Fn(&T) -> I) {
    match all.iter().position(|one| id(one) == id(paper)) {
        Some(n) => all[n] = paper.clone(),
        None => all.push(paper.clone()),
    }
}

fn put(found: &mut OnFile, sort: &str, text: &str) -> Result<(), RecordError> {
    match sort {
        "consent" => found.consents.push(read(text)?),
        "authority" => found.authorities.push(read(text)?),
        "permission" => found.permissions.push(read(text)?),
        "restriction" => found.restrictions.push(read(text)?),
        "choice" => found.choices.push(read(text)?),
        "advice" => found.advice.push(read(text)?),
        "withheld" => found.withheld.push(read(text)?),
        _ => return Err(RecordError::Unreadable("sort of a paper on file")),
    }
    Ok(())
}
