//! Actions: each stands once, under the meeting that agreed it; later meetings say which they carried and how those turned out.

use super::part::Part;
use super::sheet::{Sheet, place, some_slug};
use super::stored::{self, Stored};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{ActionId, CaseId, ItemId, MeetingId, TeamKey};
use protocol::sharing::{Action, ActionOwner, Settled};
use rusqlite::Connection;

pub(super) fn put(sheet: &mut Sheet, n: i64, action: &Action) {
    let id = action.id.0;
    let mut row = vec![id.into(), n.into()];
    row.extend(place(action.place));
    row.push(Cell::maybe(action.case.map(|case| case.0)));
    row.extend([action.owner.team.as_str().into(), Cell::maybe(action.due)]);
    row.extend([some_slug(action.strand), action.at.into()]);
    row.push(Cell::maybe(action.arises_from.map(|item| item.0)));
    row.push(Cell::maybe(action.continues.map(|earlier| earlier.0)));
    row.push(Cell::maybe(action.undone));
    sheet.row(Part::Action, row);
    sheet.words(WordsOf::new("action", id), &action.words);
    if let Some(person) = &action.owner.person {
        sheet.text(WordsOf::new("owner", id), person);
    }
    put_outcome(sheet, action.meeting, action);
}

/// An action of an earlier meeting at this one: that it stood here, and how it turned out if that was said here.
pub(super) fn put_carried(sheet: &mut Sheet, n: i64, here: MeetingId, action: &Action) {
    let row = vec![action.id.0.into(), n.into(), action.meeting.0.into()];
    sheet.row(Part::Carried, row);
    put_outcome(sheet, here, action);
}

fn put_outcome(sheet: &mut Sheet, here: MeetingId, action: &Action) {
    if let Some(settled) = action.settled.as_ref().filter(|s| s.meeting == here) {
        let outcome = Cell::slug(settled.outcome);
        sheet.row(
            Part::Outcome,
            vec![action.id.0.into(), outcome, settled.at.into()],
        );
        let note = settled.note.as_ref();
        sheet.some_words(WordsOf::new("settled", action.id.0), note);
    }
}

const COLUMNS: &str = "a.meeting, a.id, a.n, a.place, a.slot, a.case_id, a.team, a.due, a.strand, a.at, a.arises_from,
    a.continues, a.undone, o.meeting, o.outcome, o.at";
const HOW_MANY: usize = 16;

/// The actions that a meeting agreed; what became of them later is no part of it.
pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Action>, RecordError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM action a
         LEFT JOIN outcome o ON o.meeting = a.meeting AND o.action = a.id
         WHERE a.meeting = ? ORDER BY a.n"
    );
    let rows = stored.select(&sql, HOW_MANY)?;
    rows.into_iter()
        .map(|row| one(row, &stored.words))
        .collect()
}

/// The actions that a meeting carried over, with what was said of them there and nowhere else.
pub(super) fn read_carried(stored: &Stored<'_>) -> Result<Vec<Action>, RecordError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM meeting_carried c
         JOIN action a ON a.meeting = c.from_meeting AND a.id = c.action
         LEFT JOIN outcome o ON o.meeting = c.meeting AND o.action = c.action
         WHERE c.meeting = ? ORDER BY c.n"
    );
    let rows = stored.select(&sql, HOW_MANY)?;
    rows.into_iter()
        .map(|row| one(row, &stored.words))
        .collect()
}

/// Every action of every meeting, in the order of time, with how it turned out.
pub(in crate::tables) fn all(connection: &Connection) -> Result<Vec<Action>, RecordError> {
    let words = Wordings::of_all_actions(connection)?;
    let sql = format!(
        "SELECT {COLUMNS} FROM action a LEFT JOIN outcome o ON o.action = a.id ORDER BY a.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut actions: Vec<Action> = Vec::new();
    while let Some(row) = rows.next()? {
        let action = one(Cells::of(row, HOW_MANY)?, &words)?;
        match actions.last_mut().filter(|last| last.id == action.id) {
            // Two meetings said how it turned out: the later one has it.
            Some(last) => last.settled = later(last.settled.take(), action.settled),
            None => actions.push(action),
        }
    }
    actions.sort_by_key(|action| action.at);
    Ok(actions)
}

fn later(one: Option<Settled>, other: Option<Settled>) -> Option<Settled> {
    one.into_iter()
        .chain(other)
        .max_by_key(|settled| settled.at)
}

fn one(mut row: Cells, words: &Wordings) -> Result<Action, RecordError> {
    let meeting = MeetingId(row.id()?);
    let id = row.id()?;
    row.number::<i64>()?;
    Ok(Action {
        id: ActionId(id),
        meeting,
        place: stored::place(&mut row)?,
        case: row.some_id()?.map(CaseId),
        owner: ActionOwner {
            team: TeamKey::new(row.text()?),
            person: words.some(&WordsOf::new("owner", id)).map(str::to_owned),
        },
        words: words.words(&WordsOf::new("action", id))?,
        due: row.some_date()?,
        strand: row.some_slug()?,
        at: row.at()?,
        arises_from: row.some_id()?.map(ItemId),
        continues: row.some_id()?.map(ActionId),
        undone: row.some_at()?,
        settled: settled(&mut row, words, &WordsOf::new("settled", id))?,
    })
}

fn settled(
    row: &mut Cells,
    words: &Wordings,
    note: &WordsOf,
) -> Result<Option<Settled>, RecordError> {
    match (row.some_id()?, row.some_slug()?, row.some_at()?) {
        (Some(meeting), Some(outcome), Some(at)) => Ok(Some(Settled {
            outcome,
            meeting: MeetingId(meeting),
            at,
            note: words.some_words(note),
        })),
        (None, None, None) => Ok(None),
        _ => Err(RecordError::Unreadable("outcome of an action")),
    }
}
