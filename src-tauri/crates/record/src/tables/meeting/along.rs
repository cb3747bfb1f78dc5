//! What goes along with the agenda: lines said in one breath, and who is free to go after which case.

use super::part::Part;
use super::sheet::Sheet;
use super::stored::Stored;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use protocol::ids::{AttendanceId, SlotId};
use protocol::meeting::{Line, Release};

pub(super) fn put_together(sheet: &mut Sheet, n: i64, lines: &Vec<Line>) {
    // Names and numbers always have a JSON form.
    let lines = serde_json::to_string(lines).unwrap_or_default();
    sheet.row(Part::Together, vec![n.into(), Cell::text(&lines)]);
}

pub(super) fn read_together(stored: &Stored<'_>) -> Result<Vec<Vec<Line>>, RecordError> {
    let one = |mut row: Cells| {
        row.number::<i64>()?;
        let lines = serde_json::from_str(&row.text()?);
        lines.map_err(|_| RecordError::Unreadable("lines said together"))
    };
    stored.rows(Part::Together)?.into_iter().map(one).collect()
}

pub(super) fn put_release(sheet: &mut Sheet, n: i64, release: &Release) {
    let (who, after) = (release.who.0.into(), release.after.0.into());
    sheet.row(Part::Release, vec![n.into(), who, after]);
}

pub(super) fn read_releases(stored: &Stored<'_>) -> Result<Vec<Release>, RecordError> {
    let one = |mut row: Cells| {
        row.number::<i64>()?;
        Ok(Release {
            who: AttendanceId(row.id()?),
            after: SlotId(row.id()?),
        })
    };
    stored.rows(Part::Release)?.into_iter().map(one).collect()
}
