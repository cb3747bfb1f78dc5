//! Updates in writing: what an agency that cannot come sent, and what became of it.

use super::part::Part;
use super::sheet::{Sheet, some_slug};
use super::stored::Stored;
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{KindKey, PersonId, SlotId, TeamKey, UpdateId};
use protocol::meeting::Hand;
use protocol::sharing::{SetAside, Update, UpdateSays};
use protocol::trade::Basis;
use uuid::Uuid;

pub(super) fn put(sheet: &mut Sheet, n: i64, update: &Update) {
    let id = update.id.0;
    let mut row = vec![id.into(), n.into(), update.slot.0.into()];
    row.push(update.team.as_str().into());
    row.extend(says(&update.says));
    let aside = update.set_aside.as_ref();
    row.push(Cell::maybe(aside.map(|aside| aside.by.by.as_str())));
    row.push(Cell::maybe(aside.map(|aside| aside.by.at)));
    row.push(Cell::maybe(update.since));
    sheet.row(Part::Update, row);
    sheet.words(WordsOf::new("update_sender", id), &update.sender);
    if let UpdateSays::Information { words, .. } = &update.says {
        sheet.words(WordsOf::new("update", id), words);
    }
    let reason = aside.map(|aside| &aside.reason);
    sheet.some_words(WordsOf::new("update_aside", id), reason);
}

/// The kind of information, its basis and who is left out; nothing of the three for a nil return.
fn says(says: &UpdateSays) -> [Cell; 3] {
    match says {
        UpdateSays::Nothing => [Cell::Null, Cell::Null, Cell::Null],
        UpdateSays::Information {
            kind,
            basis,
            left_out,
            ..
        } => {
            let left_out: Vec<Uuid> = left_out.iter().map(|who| who.0).collect();
            // Identifiers always have a JSON form.
            let left_out = serde_json::to_string(&left_out).unwrap_or_default();
            let (kind, basis) = (kind.as_str().into(), some_slug(Some(*basis)));
            [kind, basis, Cell::text(&left_out)]
        }
    }
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Update>, RecordError> {
    let rows = stored.rows(Part::Update)?;
    rows.into_iter()
        .map(|row| one(row, &stored.words))
        .collect()
}

fn one(mut row: Cells, words: &Wordings) -> Result<Update, RecordError> {
    let id = row.id()?;
    row.number::<i64>()?;
    Ok(Update {
        id: UpdateId(id),
        slot: SlotId(row.id()?),
        team: TeamKey::new(row.text()?),
        sender: words.words(&WordsOf::new("update_sender", id))?,
        says: read_says(&mut row, words, id)?,
        set_aside: set_aside(&mut row, words, id)?,
        since: row.some_date()?,
    })
}

fn read_says(row: &mut Cells, words: &Wordings, id: Uuid) -> Result<UpdateSays, RecordError> {
    let unreadable = || RecordError::Unreadable("update in writing");
    let (kind, basis) = (row.some_text()?, row.some_slug::<Basis>()?);
    match (kind, basis, row.some_text()?) {
        (None, None, None) => Ok(UpdateSays::Nothing),
        (Some(kind), Some(basis), Some(left_out)) => {
            let left_out: Vec<Uuid> = serde_json::from_str(&left_out).map_err(|_| unreadable())?;
            Ok(UpdateSays::Information {
                kind: KindKey::new(kind),
                basis,
                words: words.words(&WordsOf::new("update", id))?,
                left_out: left_out.into_iter().map(PersonId).collect(),
            })
        }
        _ => Err(unreadable()),
    }
}

fn set_aside(row: &mut Cells, words: &Wordings, id: Uuid) -> Result<Option<SetAside>, RecordError> {
    match (row.some_text()?, row.some_at()?) {
        (None, None) => Ok(None),
        (Some(by), Some(at)) => Ok(Some(SetAside {
            by: Hand { by, at },
            reason: words.words(&WordsOf::new("update_aside", id))?,
        })),
        _ => Err(RecordError::Unreadable("update in writing")),
    }
}
