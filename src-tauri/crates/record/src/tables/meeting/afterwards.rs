//! What was corrected in substance, and the trace of what was changed afterwards.

use super::part::Part;
use super::sheet::Sheet;
use super::stored::Stored;
use super::versions::{wording, words_of};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::WordsOf;
use protocol::ids::{CorrectionId, MeetingId};
use protocol::meeting::{Amendment, Correction, Hand};

pub(super) fn put_correction(sheet: &mut Sheet, n: i64, here: MeetingId, correction: &Correction) {
    // A silence has no words, and so nothing of it is ever corrected.
    let Some(of) = words_of(here, correction.of) else {
        return;
    };
    let id = correction.id.0;
    let mut row = vec![
        id.into(),
        n.into(),
        of.part.into(),
        of.id.into(),
        of.n.into(),
    ];
    row.extend(hand(&correction.by));
    sheet.row(Part::Correction, row);
    sheet.words(WordsOf::new("struck", id), &correction.before);
}

pub(super) fn put_amendment(sheet: &mut Sheet, n: i64, amendment: &Amendment) {
    // Names, numbers and times always have a JSON form.
    let detail = serde_json::to_string(&amendment.what).unwrap_or_default();
    let mut row = vec![n.into()];
    row.extend(hand(&amendment.by));
    row.push(Cell::text(&detail));
    sheet.row(Part::Amendment, row);
}

fn hand(hand: &Hand) -> [Cell; 2] {
    [Cell::text(&hand.by), hand.at.into()]
}

fn read_hand(row: &mut Cells) -> Result<Hand, RecordError> {
    Ok(Hand {
        by: row.text()?,
        at: row.at()?,
    })
}

pub(super) fn read_corrections(stored: &Stored<'_>) -> Result<Vec<Correction>, RecordError> {
    let rows = stored.rows(Part::Correction)?;
    let one = |mut row: Cells| {
        let id = row.id()?;
        row.number::<i64>()?;
        let of = wording(&row.text()?, row.id()?, row.number()?);
        Ok(Correction {
            id: CorrectionId(id),
            of: of.ok_or(RecordError::Unreadable("words of a correction"))?,
            before: stored.words.words(&WordsOf::new("struck", id))?,
            by: read_hand(&mut row)?,
        })
    };
    rows.into_iter().map(one).collect()
}

pub(super) fn read_amendments(stored: &Stored<'_>) -> Result<Vec<Amendment>, RecordError> {
    let rows = stored.rows(Part::Amendment)?;
    let one = |mut row: Cells| {
        row.number::<i64>()?;
        let by = read_hand(&mut row)?;
        let what = serde_json::from_str(&row.text()?);
        let what = what.map_err(|_| RecordError::Unreadable("amendment"))?;
        Ok(Amendment { by, what })
    };
    rows.into_iter().map(one).collect()
}
