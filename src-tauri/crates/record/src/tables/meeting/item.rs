//! The items of information: who received each and on what ground, row by row.

use super::answer;
use super::held_over;
use super::part::Part;
use super::sheet::{Sheet, place, some_slug};
use super::source;
use super::stored::{self, OfEach, Stored};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{
    AttendanceId, ConditionKey, ItemId, KindKey, OrganisationKey, PowerKey, PurposeKey, TeamKey,
    UpdateId,
};
use protocol::sharing::{
    Chosen, ItemParts, Pending, PendingReceipt, Receipt, Regime, SharedItem, Standing,
};
use protocol::trade::At;
use uuid::Uuid;

pub(super) fn put(sheet: &mut Sheet, n: i64, item: &SharedItem) {
    let item = item.parts();
    let id = Cell::from(item.id.0);
    let (standing, undone) = standing(item.standing);
    let mut row = vec![id.clone(), n.into()];
    row.extend(place(item.place));
    row.extend([item.at.into(), item.team.as_str().into()]);
    row.extend([item.contributor.0.into(), item.kind.as_str().into()]);
    row.extend([Cell::slug(item.basis), item.purpose.as_str().into()]);
    row.extend([item.power.as_str().into(), standing.into()]);
    row.extend([Cell::maybe(undone), item.version.into()]);
    row.extend(source::cells(&item.source));
    row.extend([some_slug(item.about), item.for_advice.into()]);
    row.push(Cell::maybe(item.chaired_by.map(|chair| chair.0)));
    row.push(Cell::maybe(item.written.map(|update| update.0)));
    row.push(Cell::maybe(item.chosen.as_ref().map(|chosen| chosen.by.0)));
    row.push(some_slug(
        item.chosen.as_ref().and_then(|chosen| chosen.regime),
    ));
    let condition = item.chosen.as_ref().and_then(|c| c.condition.as_ref());
    row.push(Cell::maybe(condition.map(ConditionKey::as_str)));
    row.push(notes(item).as_str().into());
    row.push(kept_out(item).as_str().into());
    row.extend(held_over::cells(item.held_over.as_ref()));
    row.push(Cell::maybe(item.released));
    sheet.row(Part::Item, row);
    sheet.words(WordsOf::new("item", item.id.0), &item.words);
    let did = WordsOf::new("chair_did", item.id.0);
    sheet.some_words(did, item.chair_did.as_ref());
    let chosen = WordsOf::new("chosen", item.id.0);
    sheet.some_words(chosen, item.chosen.as_ref().map(|chosen| &chosen.because));
    source::put_words(sheet, item.id.0, &item.source);
    put_recipients(sheet, &id, item);
}

fn put_recipients(sheet: &mut Sheet, id: &Cell, item: &ItemParts) {
    for (n, receipt) in (0_i64..).zip(&item.receipts) {
        let mut row = vec![id.clone(), receipt.attendance.0.into(), n.into()];
        row.extend(answer::cells(&receipt.answer));
        sheet.row(Part::ItemRecipient, row);
    }
    for (n, left_out) in (0_i64..).zip(&item.left_out) {
        let row = vec![id.clone(), left_out.0.into(), n.into()];
        sheet.row(Part::ItemLeftOut, row);
    }
    for (n, pending) in (0_i64..).zip(&item.pending) {
        let organisation = pending.to.organisation.as_ref();
        let team = pending.to.team.as_ref().map(TeamKey::as_str);
        let mut row = vec![id.clone(), n.into(), Cell::maybe(team)];
        row.push(Cell::maybe(organisation.map(OrganisationKey::as_str)));
        row.extend(answer::cells(&pending.answer));
        sheet.row(Part::ItemPending, row);
        let named = WordsOf::nth("pending", item.id.0, n);
        sheet.text(named, &pending.to.named);
    }
}

fn standing(standing: Standing) -> (&'static str, Option<At>) {
    match standing {
        Standing::Shared => ("shared", None),
        Standing::Held => ("held", None),
        Standing::Heard => ("heard", None),
        Standing::Undone { at, held: false } => ("undone", Some(at)),
        Standing::Undone { at, held: true } => ("held_and_undone", Some(at)),
    }
}

/// What belongs to each item.
struct Parts {
    receipts: OfEach<Receipt>,
    left_out: OfEach<AttendanceId>,
    pending: OfEach<PendingReceipt>,
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<SharedItem>, RecordError> {
    let mut parts = Parts {
        receipts: stored.of_each(Part::ItemRecipient, receipt)?,
        left_out: stored.of_each(Part::ItemLeftOut, |row| Ok(AttendanceId(row.id()?)))?,
        pending: stored.of_each(Part::ItemPending, pending)?,
    };
    let rows = stored.rows(Part::Item)?;
    rows.into_iter()
        .map(|row| {
            let item = one(row, &mut parts, &stored.words)?;
            let id = item.id;
            SharedItem::restored(item).map_err(|_| RecordError::ContradictoryItem(id))
        })
        .collect()
}

fn one(mut row: Cells, parts: &mut Parts, words: &Wordings) -> Result<ItemParts, RecordError> {
    let id = row.id()?;
    row.number::<i64>()?;
    Ok(ItemParts {
        id: ItemId(id),
        place: stored::place(&mut row)?,
        at: row.at()?,
        team: TeamKey::new(row.text()?),
        contributor: AttendanceId(row.id()?),
        kind: KindKey::new(row.text()?),
        basis: row.slug()?,
        words: words.words(&WordsOf::new("item", id))?,
        purpose: PurposeKey::new(row.text()?),
        power: PowerKey::new(row.text()?),
        receipts: parts.receipts.take(id),
        left_out: parts.left_out.take(id),
        pending: (0_i64..)
            .zip(parts.pending.take(id))
            .map(|(n, mut pending)| {
                let named = words.one(&WordsOf::nth("pending", id, n))?;
                named.clone_into(&mut pending.to.named);
                Ok(pending)
            })
            .collect::<Result<_, RecordError>>()?,
        standing: match (&*row.text()?, row.some_at()?) {
            ("shared", None) => Standing::Shared,
            ("held", None) => Standing::Held,
            ("heard", None) => Standing::Heard,
            ("undone", Some(at)) => Standing::Undone { at, held: false },
            ("held_and_undone", Some(at)) => Standing::Undone { at, held: true },
            _ => return Err(RecordError::Unreadable("standing of an item")),
        },
        version: row.number()?,
        source: source::read(&mut row, words, id)?,
        about: row.some_slug()?,
        for_advice: row.flag()?,
        chaired_by: row.some_id()?.map(AttendanceId),
        written: row.some_id()?.map(UpdateId),
        chosen: chosen(&mut row, words, id)?,
        notes: serde_json::from_str(&row.text()?)
            .map_err(|_| RecordError::Unreadable("notes of an item"))?,
        kept_out: serde_json::from_str(&row.text()?)
            .map_err(|_| RecordError::Unreadable("whom an item is not for"))?,
        held_over: held_over::read(&mut row)?,
        released: row.some_at()?,
        chair_did: words.some_words(&WordsOf::new("chair_did", id)),
    })
}

/// Names of a closed list: they always have a JSON form.
fn notes(item: &ItemParts) -> String {
    serde_json::to_string(&item.notes).unwrap_or_default()
}

/// Keys and identifiers, which always have a JSON form.
fn kept_out(item: &ItemParts) -> String {
    serde_json::to_string(&item.kept_out).unwrap_or_default()
}

/// The chair's choice: who made it stands in the row, why in words that go with the person.
fn chosen(row: &mut Cells, words: &Wordings, id: Uuid) -> Result<Option<Chosen>, RecordError> {
    let (by, regime): (_, Option<Regime>) = (row.some_id()?, row.some_slug()?);
    let condition = row.some_text()?;
    let Some(by) = by else {
        return Ok(None);
    };
    Ok(Some(Chosen {
        by: AttendanceId(by),
        because: words.words(&WordsOf::new("chosen", id))?,
        regime,
        condition: condition.map(ConditionKey::new),
    }))
}

fn receipt(row: &mut Cells) -> Result<Receipt, RecordError> {
    let attendance = AttendanceId(row.id()?);
    row.number::<i64>()?;
    let answer = answer::read(row)?;
    Ok(Receipt { attendance, answer })
}

fn pending(row: &mut Cells) -> Result<PendingReceipt, RecordError> {
    row.number::<i64>()?;
    let to = Pending {
        team: row.some_text()?.map(TeamKey::new),
        organisation: row.some_text()?.map(OrganisationKey::new),
        named: String::new(),
    };
    let answer = answer::read(row)?;
    Ok(PendingReceipt { to, answer })
}
