//! A meeting's rows as they are stored, ready to be put together.

use super::part::Part;
use crate::error::RecordError;
use crate::tables::FileMerges;
use crate::tables::cell::Cells;
use crate::tables::wording::Wordings;
use protocol::file_merges::{file_of, known_to};
use protocol::ids::{MeetingId, SlotId};
use protocol::meeting::Place;
use protocol::sharing::Action;
use protocol::trade::At;
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The rows and words of one meeting.
pub(super) struct Stored<'r> {
    connection: &'r Connection,
    pub meeting: MeetingId,
    pub words: Wordings,
}

impl<'r> Stored<'r> {
    pub fn of(connection: &'r Connection, meeting: MeetingId) -> Result<Self, RecordError> {
        let carried = Wordings::of_carried(connection, meeting)?;
        Ok(Self {
            connection,
            meeting,
            words: Wordings::of_meeting(connection, meeting)?.and(carried),
        })
    }

    /// Lets each action be of the file under which its case was found when the register was opened: a meeting that has been keeps the
    /// files that it knew.
    pub fn found_under(
        &self,
        actions: &mut [Action],
        opened: Option<At>,
    ) -> Result<(), RecordError> {
        if actions.is_empty() {
            return Ok(());
        }
        let merges = known_to(opened, &FileMerges(self.connection).all()?);
        for action in actions {
            action.case = action.case.map(|case| file_of(case, &merges));
        }
        Ok(())
    }

    /// The rows of one part, in their order.
    pub fn rows(&self, part: Part) -> Result<Vec<Cells>, RecordError> {
        let table = part.table();
        let order = if table.columns.contains(&"n") {
            " ORDER BY n"
        } else {
            ""
        };
        self.select(
            &format!(
                "SELECT {} FROM {} WHERE {} = ?{order}",
                table.columns.join(", "),
                table.name,
                table.meeting
            ),
            table.columns.len(),
        )
    }

    /// The rows of a query that asks for the meeting alone.
    pub fn select(&self, sql: &str, columns: usize) -> Result<Vec<Cells>, RecordError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([self.meeting.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Cells::of(row, columns)?);
        }
        Ok(found)
    }

    /// The rows of a part that belong to each row of another, whose identifier comes first.
    pub fn of_each<T>(
        &self,
        part: Part,
        read: impl Fn(&mut Cells) -> Result<T, RecordError>,
    ) -> Result<OfEach<T>, RecordError> {
        let mut each = BTreeMap::new();
        for mut row in self.rows(part)? {
            let owner = row.id()?;
            let list: &mut Vec<T> = each.entry(owner).or_default();
            list.push(read(&mut row)?);
        }
        Ok(OfEach(each))
    }
}

/// Rows by the row that they belong to.
pub(super) struct OfEach<T>(BTreeMap<Uuid, Vec<T>>);

impl<T> OfEach<T> {
    pub fn take(&mut self, owner: Uuid) -> Vec<T> {
        self.0.remove(&owner).unwrap_or_default()
    }

    pub fn take_one(&mut self, owner: Uuid) -> Option<T> {
        self.take(owner).pop()
    }
}

/// A place from its two columns.
pub(super) fn place(row: &mut Cells) -> Result<Place, RecordError> {
    Ok(match (&*row.text()?, row.some_id()?) {
        ("opening", None) => Place::Opening,
        ("previous_minutes", None) => Place::PreviousMinutes,
        ("matters_arising", None) => Place::MattersArising,
        ("case", Some(slot)) => Place::Case(SlotId(slot)),
        ("any_other_business", None) => Place::AnyOtherBusiness,
        ("closing", None) => Place::Closing,
        _ => return Err(RecordError::Unreadable("place on the agenda")),
    })
}
