//! The items of information: who received each and on what ground, row by row.

use super::part::Part;
use super::sheet::{Sheet, place, some_slug};
use super::stored::{self, OfEach, Stored};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{
    AttendanceId, ItemId, KindKey, OrganisationKey, PowerKey, PurposeKey, TeamKey,
};
use protocol::refusal::Clause;
use protocol::sharing::{
    Answer, Ground, ItemParts, Pending, Receipt, Regime, SharedItem, Standing, Until,
};
use protocol::trade::At;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

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
    sheet.row(Part::Item, row);
    sheet.words(WordsOf::new("item", item.id.0), &item.words);
    for (n, receipt) in (0_i64..).zip(&item.receipts) {
        let mut row = vec![id.clone(), receipt.attendance.0.into(), n.into()];
        row.extend(answer(&receipt.answer));
        sheet.row(Part::ItemRecipient, row);
    }
    for (n, left_out) in (0_i64..).zip(&item.left_out) {
        let row = vec![id.clone(), left_out.0.into(), n.into()];
        sheet.row(Part::ItemLeftOut, row);
    }
    for (n, pending) in (0_i64..).zip(&item.pending) {
        let organisation = pending.organisation.as_ref().map(OrganisationKey::as_str);
        let row = vec![id.clone(), n.into(), Cell::maybe(organisation)];
        sheet.row(Part::ItemPending, row);
        let named = WordsOf::nth("pending", item.id.0, n);
        sheet.text(named, &pending.named);
    }
}

fn standing(standing: Standing) -> (&'static str, Option<At>) {
    match standing {
        Standing::Shared => ("shared", None),
        Standing::Held => ("held", None),
        Standing::Undone(at) => ("undone", Some(at)),
    }
}

fn answer(answer: &Answer) -> [Cell; 6] {
    let (name, ground, until, clause) = match answer {
        Answer::Permitted(ground) => ("permitted", Some(ground), None, ground.clause),
        Answer::Held(until, clause) => ("held", None, Some(*until), *clause),
    };
    [
        name.into(),
        Cell::maybe(ground.map(|g| g.purpose.as_str())),
        Cell::maybe(ground.map(|g| g.power.as_str())),
        some_slug(ground.map(|g| g.regime)),
        some_slug(until),
        clause.0.into(),
    ]
}

/// What belongs to each item.
struct Parts {
    receipts: OfEach<Receipt>,
    left_out: OfEach<AttendanceId>,
    pending: OfEach<Option<OrganisationKey>>,
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<SharedItem>, RecordError> {
    let mut parts = Parts {
        receipts: stored.of_each(Part::ItemRecipient, receipt)?,
        left_out: stored.of_each(Part::ItemLeftOut, |row| Ok(AttendanceId(row.id()?)))?,
        pending: stored.of_each(Part::ItemPending, |row| {
            row.number::<i64>()?;
            Ok(row.some_text()?.map(OrganisationKey::new))
        })?,
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
            .map(|(n, organisation)| {
                let named = words.one(&WordsOf::nth("pending", id, n))?.to_owned();
                Ok(Pending {
                    organisation,
                    named,
                })
            })
            .collect::<Result<_, RecordError>>()?,
        standing: match (&*row.text()?, row.some_at()?) {
            ("shared", None) => Standing::Shared,
            ("held", None) => Standing::Held,
            ("undone", Some(at)) => Standing::Undone(at),
            _ => return Err(RecordError::Unreadable("standing of an item")),
        },
        version: row.number()?,
    })
}

fn receipt(row: &mut Cells) -> Result<Receipt, RecordError> {
    let attendance = AttendanceId(row.id()?);
    row.number::<i64>()?;
    let (name, purpose, power) = (row.text()?, row.some_text()?, row.some_text()?);
    let (regime, until): (Option<Regime>, Option<Until>) = (row.some_slug()?, row.some_slug()?);
    let clause = clause(&row.text()?);
    let answer = match (&*name, purpose, power, regime, until) {
        ("permitted", Some(purpose), Some(power), Some(regime), None) => {
            Answer::Permitted(Ground {
                purpose: PurposeKey::new(purpose),
                power: PowerKey::new(power),
                regime,
                clause,
            })
        }
        ("held", None, None, None, Some(until)) => Answer::Held(until, clause),
        _ => return Err(RecordError::Unreadable("answer to a recipient")),
    };
    Ok(Receipt { attendance, answer })
}

/// A clause as the rules hold it: a text that lives as long as the program. Each is made to once, and a protocol has few.
fn clause(text: &str) -> Clause {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(clause) = known.get(text) {
        return Clause(clause);
    }
    let kept: &'static str = Box::leak(text.to_owned().into_boxed_str());
    known.insert(kept);
    Clause(kept)
}
