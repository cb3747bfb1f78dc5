//! Which body holds the words of a part of a meeting now: rows say where words are, and only bodies say them.

use super::cell::{Cell, Cells};
use crate::error::RecordError;
use crate::journal::{BodyId, EntryWords, Seq};
use protocol::ids::MeetingId;
use protocol::words::Words;
use rusqlite::{Connection, OptionalExtension, Params};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Unread;
use std::fmt;
use uuid::Uuid;

/// The name of one wording: of what part of a meeting, of which one, and which of several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordsOf {
    pub part: &'static str,
    pub id: Uuid,
    pub n: i64,
}

/// The words of a meeting, or of some actions, as their bodies give them; empty where they were erased.
pub(super) struct Wordings(BTreeMap<String, String>);

impl WordsOf {
    pub fn new(part: &'static str, id: Uuid) -> Self {
        Self { part, id, n: 0 }
    }

    pub fn nth(part: &'static str, id: Uuid, n: i64) -> Self {
        Self { part, id, n }
    }

    /// The key of the row.
    pub fn cells(&self, meeting: MeetingId) -> Vec<Cell> {
        vec![
            meeting.0.into(),
            self.part.into(),
            self.id.into(),
            self.n.into(),
        ]
    }
}

impl fmt::Display for WordsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.part, self.id, self.n)
    }
}

const FROM: &str = "SELECT w.part, w.id, w.n, w.seq, w.body, b.bytes, c.erasure_seq FROM wording w
    LEFT JOIN body b ON b.seq = w.seq AND b.n = w.body
    LEFT JOIN erasure_covers c ON c.seq = w.seq AND c.n = w.body";

impl Wordings {
    /// The words of everything that belongs to a meeting.
    pub fn of_meeting(connection: &Connection, meeting: MeetingId) -> Result<Self, RecordError> {
        Self::find(
            connection,
            &format!("{FROM} WHERE w.meeting = ?"),
            [meeting.0],
        )
    }

    /// The words of the actions that a meeting carried over from earlier ones.
    pub fn of_carried(connection: &Connection, meeting: MeetingId) -> Result<Self, RecordError> {
        let carried = "JOIN action a ON a.meeting = w.meeting AND a.id = w.id
            JOIN meeting_carried m ON m.action = a.id
            WHERE m.meeting = ? AND w.part IN ('action', 'owner')";
        Self::find(connection, &format!("{FROM} {carried}"), [meeting.0])
    }

    /// The words of every action there is, and of how it turned out.
    pub fn of_all_actions(connection: &Connection) -> Result<Self, RecordError> {
        let all = "WHERE w.part IN ('action', 'owner', 'settled')";
        Self::find(connection, &format!("{FROM} {all}"), [])
    }

    /// Adds others, whose names are other ones.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// A wording that may or may not be there.
    pub fn some(&self, of: &WordsOf) -> Option<&str> {
        self.0.get(&of.to_string()).map(String::as_str)
    }

    /// A wording that must be there, though perhaps erased.
    pub fn one(&self, of: &WordsOf) -> Result<&str, RecordError> {
        self.some(of).ok_or(RecordError::WordsMissing)
    }

    pub fn some_words(&self, of: &WordsOf) -> Option<Words> {
        self.some(of).map(Words::from)
    }

    pub fn words(&self, of: &WordsOf) -> Result<Words, RecordError> {
        self.one(of).map(Words::from)
    }

    fn find(connection: &Connection, sql: &str, params: impl Params) -> Result<Self, RecordError> {
        let mut bodies: BTreeMap<BodyId, EntryWords> = BTreeMap::new();
        let mut wordings = BTreeMap::new();
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let mut cells = Cells::of(row, 5)?;
            let (part, id, n) = (cells.text()?, cells.id()?, cells.number::<i64>()?);
            let name = format!("{part}:{id}:{n}");
            let of = body_id(&mut cells)?;
            if let Unread::Vacant(unread) = bodies.entry(of) {
                unread.insert(body(row.get(5)?, row.get(6)?)?.unwrap_or_default());
            }
            let erased = row.get::<_, Option<i64>>(6)?.is_some();
            let said = bodies.get(&of).and_then(|words| words.0.get(&name));
            let text = match said {
                Some(text) => text.clone(),
                None if erased => String::new(),
                None => return Err(RecordError::WordsMissing),
            };
            wordings.insert(name, text);
        }
        Ok(Self(wordings))
    }
}

/// One text of one body; none once it was erased.
pub(super) fn body_text(
    connection: &Connection,
    of: BodyId,
    name: &str,
) -> Result<Option<String>, RecordError> {
    let mut statement = connection.prepare_cached(
        "SELECT b.bytes, c.erasure_seq FROM entry e LEFT JOIN body b ON b.seq = e.seq AND b.n = ?2
         LEFT JOIN erasure_covers c ON c.seq = e.seq AND c.n = ?2 WHERE e.seq = ?1",
    )?;
    let found = statement
        .query_row((of.seq, of.n), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (bytes, erased_by) = found.ok_or(RecordError::WordsMissing)?;
    let Some(mut words) = body(bytes, erased_by)? else {
        return Ok(None);
    };
    let text = words.0.remove(name).ok_or(RecordError::WordsMissing)?;
    Ok(Some(text))
}

/// Reads which body a row names: the entry, and the number in it.
pub(super) fn body_id(row: &mut Cells) -> Result<BodyId, RecordError> {
    Ok(BodyId {
        seq: Seq(row.number()?),
        n: row.number()?,
    })
}

fn body(bytes: Option<Vec<u8>>, erased_by: Option<i64>) -> Result<Option<EntryWords>, RecordError> {
    match (bytes, erased_by) {
        (Some(bytes), _) => EntryWords::read(&bytes)
            .map(Some)
            .ok_or(RecordError::Unreadable("body")),
        (None, Some(_)) => Ok(None),
        (None, None) => Err(RecordError::WordsMissing),
    }
}
