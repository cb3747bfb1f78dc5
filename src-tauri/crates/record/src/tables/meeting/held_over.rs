//! What meetings left held: which item of which meeting one was, and what still waits in meetings that have ended.

use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use protocol::ids::{ItemId, MeetingId};
use protocol::sharing::HeldOver;
use rusqlite::Connection;
use uuid::Uuid;

pub(super) fn cells(held_over: Option<&HeldOver>) -> [Cell; 4] {
    let names = |from: &HeldOver| -> Vec<Uuid> { from.names.iter().map(|name| name.0).collect() };
    // Identifiers always have a JSON form.
    let names = held_over.map(|from| serde_json::to_string(&names(from)).unwrap_or_default());
    [
        Cell::maybe(held_over.map(|from| from.meeting.0)),
        Cell::maybe(held_over.map(|from| from.item.0)),
        Cell::maybe(held_over.map(|from| from.since)),
        Cell::maybe(names.as_deref()),
    ]
}

pub(super) fn read(row: &mut Cells) -> Result<Option<HeldOver>, RecordError> {
    let (meeting, item) = (row.some_id()?, row.some_id()?);
    let (since, names) = (row.some_date()?, row.some_text()?);
    let (meeting, item, since, names) = match (meeting, item, since, names) {
        (None, None, None, None) => return Ok(None),
        (Some(meeting), Some(item), Some(since), Some(names)) => (meeting, item, since, names),
        _ => return Err(RecordError::Unreadable("what an item was before")),
    };
    let names: Vec<Uuid> =
        serde_json::from_str(&names).map_err(|_| RecordError::Unreadable("names of an item"))?;
    Ok(Some(HeldOver {
        meeting: MeetingId(meeting),
        item: ItemId(item),
        since,
        names: names.into_iter().map(ItemId).collect(),
    }))
}

/// The items that are held in meetings that have ended and that no later meeting has taken up, by meeting, the earliest first.
pub(super) fn waiting(connection: &Connection) -> Result<Vec<(MeetingId, ItemId)>, RecordError> {
    let sql = "SELECT i.meeting, i.id FROM item i JOIN meeting m ON m.id = i.meeting
        WHERE i.standing = 'held' AND m.stage IN ('closed', 'sealed')
        AND NOT EXISTS (SELECT 1 FROM item later WHERE later.over_item = i.id)
        ORDER BY m.date, m.id, i.n";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut row = Cells::of(row, 2)?;
        found.push((MeetingId(row.id()?), ItemId(row.id()?)));
    }
    Ok(found)
}

/// The later meeting that has taken up an item.
pub(super) fn taken_up(
    connection: &Connection,
    item: ItemId,
) -> Result<Option<MeetingId>, RecordError> {
    let mut statement =
        connection.prepare_cached("SELECT meeting FROM item WHERE over_item = ?")?;
    let mut rows = statement.query([item.0])?;
    match rows.next()? {
        Some(row) => Ok(Some(MeetingId(Cells::of(row, 1)?.id()?))),
        None => Ok(None),
    }
}
