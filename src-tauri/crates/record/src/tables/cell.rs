//! The values of a row, as they are compared, written and read back in the order of its columns.

use super::column::moment;
use super::slug::Slug;
use crate::error::RecordError;
use chrono::{NaiveDate, NaiveTime};
use protocol::trade::At;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};
use std::vec::IntoIter;
use uuid::Uuid;

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    Null,
    Integer(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A row read back, value by value.
pub(super) struct Cells(IntoIter<Cell>);

impl Cell {
    pub fn slug(value: impl Slug) -> Self {
        Self::Text(value.slug().to_owned())
    }

    pub fn text(value: &str) -> Self {
        Self::Text(value.to_owned())
    }

    pub fn maybe<T>(value: Option<T>) -> Self
    where
        Self: From<T>,
    {
        value.map_or(Self::Null, Self::from)
    }
}

macro_rules! cells {
    ($($from:ty, $value:ident => $cell:expr;)*) => {
        $(impl From<$from> for Cell {
            fn from($value: $from) -> Self {
                $cell
            }
        })*
    };
}

cells! {
    i64, n => Self::Integer(n);
    u16, n => Self::Integer(n.into());
    u32, n => Self::Integer(n.into());
    bool, yes => Self::Integer(yes.into());
    &str, text => Self::text(text);
    Uuid, id => Self::Bytes(id.as_bytes().to_vec());
    [u8; 32], hash => Self::Bytes(hash.to_vec());
    At, at => Self::Text(at.to_rfc3339());
    NaiveDate, date => Self::Text(date.to_string());
    NaiveTime, time => Self::Text(time.to_string());
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Cells {
    /// Takes a row over, whose columns are those that the query named.
    pub fn of(row: &Row<'_>, columns: usize) -> Result<Self, RecordError> {
        let cells: Vec<Cell> = (0..columns)
            .map(|n| cell(row.get_ref(n)?))
            .collect::<Result<_, _>>()?;
        Ok(Self(cells.into_iter()))
    }

    pub fn id(&mut self) -> Result<Uuid, RecordError> {
        self.some_id()?.ok_or(WRONG)
    }

    pub fn some_id(&mut self) -> Result<Option<Uuid>, RecordError> {
        self.some_bytes()?
            .map(|bytes| Uuid::from_slice(&bytes).map_err(|_| WRONG))
            .transpose()
    }

    pub fn hash(&mut self) -> Result<[u8; 32], RecordError> {
        self.some_hash()?.ok_or(WRONG)
    }

    pub fn some_hash(&mut self) -> Result<Option<[u8; 32]>, RecordError> {
        self.some_bytes()?
            .map(|bytes| bytes.try_into().map_err(|_| WRONG))
            .transpose()
    }

    pub fn text(&mut self) -> Result<String, RecordError> {
        self.some_text()?.ok_or(WRONG)
    }

    pub fn some_text(&mut self) -> Result<Option<String>, RecordError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            _ => Err(WRONG),
        }
    }

    pub fn number<N: TryFrom<i64>>(&mut self) -> Result<N, RecordError> {
        match self.next()? {
            Cell::Integer(n) => n.try_into().map_err(|_| WRONG),
            _ => Err(WRONG),
        }
    }

    pub fn flag(&mut self) -> Result<bool, RecordError> {
        self.some_flag()?.ok_or(WRONG)
    }

    pub fn some_flag(&mut self) -> Result<Option<bool>, RecordError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Integer(n) => Ok(Some(n != 0)),
            _ => Err(WRONG),
        }
    }

    pub fn slug<S: Slug>(&mut self) -> Result<S, RecordError> {
        self.some_slug()?.ok_or(WRONG)
    }

    pub fn some_slug<S: Slug>(&mut self) -> Result<Option<S>, RecordError> {
        self.some_text()?
            .map(|slug| S::from_slug(&slug).ok_or(RecordError::Unreadable("name of a choice")))
            .transpose()
    }

    pub fn at(&mut self) -> Result<At, RecordError> {
        moment(&self.text()?)
    }

    pub fn some_at(&mut self) -> Result<Option<At>, RecordError> {
        self.some_text()?.map(|text| moment(&text)).transpose()
    }

    pub fn date(&mut self) -> Result<NaiveDate, RecordError> {
        self.some_date()?.ok_or(WRONG)
    }

    pub fn some_date(&mut self) -> Result<Option<NaiveDate>, RecordError> {
        self.some_text()?
            .map(|text| text.parse().map_err(|_| RecordError::Unreadable("date")))
            .transpose()
    }

    pub fn time(&mut self) -> Result<NaiveTime, RecordError> {
        self.text()?
            .parse()
            .map_err(|_| RecordError::Unreadable("time"))
    }

    fn some_bytes(&mut self) -> Result<Option<Vec<u8>>, RecordError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Bytes(bytes) => Ok(Some(bytes)),
            _ => Err(WRONG),
        }
    }

    fn next(&mut self) -> Result<Cell, RecordError> {
        self.0.next().ok_or(WRONG)
    }
}

const WRONG: RecordError = RecordError::Unreadable("a column of another type than expected");

fn cell(value: ValueRef<'_>) -> Result<Cell, RecordError> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(n) => Cell::Integer(n),
        ValueRef::Text(text) => Cell::Text(String::from_utf8(text.to_vec()).map_err(|_| WRONG)?),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(WRONG),
    })
}
