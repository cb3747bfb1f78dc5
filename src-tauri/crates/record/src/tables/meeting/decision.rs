//! Decisions with who dissented, and the agencies that were asked and gave nothing.

use super::part::Part;
use super::sheet::{Sheet, place};
use super::stored::{self, OfEach, Stored};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{DecisionId, TeamKey, UpdateId};
use protocol::sharing::{Decision, Dissent, Silence};
use protocol::trade::At;
use protocol::words::Words;

pub(super) fn put(sheet: &mut Sheet, n: i64, decision: &Decision) {
    let id = decision.id.0;
    let mut row = vec![id.into(), n.into()];
    row.extend(place(decision.place));
    row.extend([decision.at.into(), Cell::slug(decision.kind)]);
    row.push(decision.no_action.into());
    row.push(Cell::maybe(decision.undone));
    sheet.row(Part::Decision, row);
    sheet.words(WordsOf::new("decision", id), &decision.words);
    let rationale = decision.rationale.as_ref();
    sheet.some_words(WordsOf::new("rationale", id), rationale);
    for (n, dissent) in (0_i64..).zip(&decision.dissents) {
        let team = dissent.team.as_str().into();
        let withdrawn = Cell::maybe(dissent.withdrawn);
        let row = vec![id.into(), n.into(), team, dissent.at.into(), withdrawn];
        sheet.row(Part::Dissent, row);
        sheet.words(WordsOf::nth("dissent", id, n), &dissent.words);
    }
}

pub(super) fn put_silence(sheet: &mut Sheet, n: i64, silence: &Silence) {
    let mut row = vec![n.into()];
    row.extend(place(silence.place));
    row.extend([silence.team.as_str().into(), Cell::slug(silence.kind)]);
    row.extend([silence.at.into(), Cell::maybe(silence.undone)]);
    row.push(Cell::maybe(silence.written.map(|update| update.0)));
    sheet.row(Part::Silence, row);
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Decision>, RecordError> {
    let mut dissents = stored.of_each(Part::Dissent, |row| {
        row.number::<i64>()?;
        Ok((TeamKey::new(row.text()?), row.at()?, row.some_at()?))
    })?;
    let rows = stored.rows(Part::Decision)?;
    rows.into_iter()
        .map(|row| one(row, &mut dissents, &stored.words))
        .collect()
}

fn one(
    mut row: Cells,
    dissents: &mut OfEach<(TeamKey, At, Option<At>)>,
    words: &Wordings,
) -> Result<Decision, RecordError> {
    let id = row.id()?;
    row.number::<i64>()?;
    let with_words = |(n, (team, at, withdrawn))| {
        let words: Words = words.words(&WordsOf::nth("dissent", id, n))?;
        Ok(Dissent {
            team,
            words,
            at,
            withdrawn,
        })
    };
    let dissents = (0_i64..).zip(dissents.take(id)).map(with_words);
    Ok(Decision {
        id: DecisionId(id),
        place: stored::place(&mut row)?,
        at: row.at()?,
        kind: row.slug()?,
        words: words.words(&WordsOf::new("decision", id))?,
        rationale: words.some_words(&WordsOf::new("rationale", id)),
        dissents: dissents.collect::<Result<_, RecordError>>()?,
        no_action: row.flag()?,
        undone: row.some_at()?,
    })
}

pub(super) fn read_silences(stored: &Stored<'_>) -> Result<Vec<Silence>, RecordError> {
    let rows = stored.rows(Part::Silence)?;
    rows.into_iter().map(silence).collect()
}

fn silence(mut row: Cells) -> Result<Silence, RecordError> {
    row.number::<i64>()?;
    Ok(Silence {
        place: stored::place(&mut row)?,
        team: TeamKey::new(row.text()?),
        kind: row.slug()?,
        at: row.at()?,
        undone: row.some_at()?,
        written: row.some_id()?.map(UpdateId),
    })
}
