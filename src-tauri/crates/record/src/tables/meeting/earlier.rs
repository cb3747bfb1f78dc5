//! What was accepted and signed on a day that is over.

use super::attendance::{by_hand, hand_of};
use super::part::Part;
use super::sheet::Sheet;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::AttendanceId;
use protocol::meeting::EarlierDay;
use protocol::room::{Acceptance, Attendance, Declaration};
use protocol::signature::Signature;
use uuid::Uuid;

pub(super) fn put(sheet: &mut Sheet, a: &Attendance) {
    for (n, day) in (0_i64..).zip(&a.earlier) {
        let accepted = day.acceptance;
        let signed = day.declaration.as_ref();
        let mut row = vec![a.id.0.into(), n.into()];
        row.extend([accepted.at.into(), accepted.text.into(), day.until.into()]);
        row.push(Cell::maybe(signed.map(|d| d.at)));
        row.push(Cell::maybe(signed.map(|d| d.text)));
        row.push(Cell::maybe(signed.map(|d| d.chaired_by.0)));
        row.push(Cell::maybe(signed.and_then(|d| d.confirmed)));
        sheet.row(Part::EarlierDay, row);
        if let Some(declaration) = signed {
            sheet.text(WordsOf::nth("earlier", a.id.0, n), &hand_of(declaration));
        }
    }
}

pub(super) fn read(row: &mut Cells) -> Result<EarlierDay, RecordError> {
    row.number::<i64>()?;
    let acceptance = Acceptance {
        at: row.at()?,
        text: row.hash()?,
    };
    let until = row.at()?;
    let signed = (row.some_at()?, row.some_hash()?, row.some_id()?);
    let confirmed = row.some_at()?;
    let declaration = match signed {
        (Some(at), Some(text), Some(chaired_by)) => Some(Declaration {
            at,
            text,
            typed_name: String::new(),
            signature: Signature::Drawn(Vec::new()),
            chaired_by: AttendanceId(chaired_by),
            confirmed,
        }),
        (None, None, None) => None,
        _ => return Err(RecordError::Unreadable("earlier day")),
    };
    Ok(EarlierDay {
        acceptance,
        declaration,
        until,
    })
}

/// Puts name and ink to what was signed on each of those days.
pub(super) fn signed(
    id: Uuid,
    days: Vec<EarlierDay>,
    words: &Wordings,
) -> Result<Vec<EarlierDay>, RecordError> {
    let one = |(n, mut day): (i64, EarlierDay)| {
        if let Some(signed) = day.declaration.take() {
            let hand = words.one(&WordsOf::nth("earlier", id, n))?;
            day.declaration = Some(by_hand(signed, hand)?);
        }
        Ok(day)
    };
    (0..).zip(days).map(one).collect()
}
