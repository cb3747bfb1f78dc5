//! The wordings that a line has had: none of them is printed, and each can be read with who wrote it and when.

use crate::error::RecordError;
use crate::tables::cell::Cells;
use crate::tables::wording::{WordsOf, body_id, body_text};
use protocol::ids::{ActionId, DecisionId, ItemId, MeetingId, SlotId, UpdateId, UserId};
use protocol::meeting::{Line, Wording};
use protocol::trade::At;
use protocol::words::Words;
use rusqlite::{Connection, params};
use uuid::Uuid;

/// One wording of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Who was at the laptop.
    pub by: UserId,
    pub at: At,
    /// The words; none once they were erased.
    pub words: Option<Words>,
}

pub(super) fn of(
    connection: &Connection,
    meeting: MeetingId,
    which: Wording,
) -> Result<Vec<Version>, RecordError> {
    let Some(of) = words_of(meeting, which) else {
        return Ok(Vec::new());
    };
    let name = of.to_string();
    let mut statement = connection.prepare_cached(
        "SELECT v.seq, v.body, e.at, e.actor FROM wording_version v JOIN entry e USING (seq)
         WHERE v.meeting = ? AND v.part = ? AND v.id = ? AND v.n = ? ORDER BY v.seq",
    )?;
    let mut rows = statement.query(params![meeting.0, of.part, of.id, of.n])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::of(row, 4)?;
        let body = body_id(&mut cells)?;
        versions.push(Version {
            at: cells.at()?,
            by: UserId(cells.id()?),
            words: body_text(connection, body, &name)?.map(Words::from),
        });
    }
    Ok(versions)
}

/// Which words those are that are kept under this name.
pub(super) fn wording(part: &str, id: Uuid, n: i64) -> Option<Wording> {
    let nth = usize::try_from(n).ok()?;
    Some(match part {
        "item" => Wording::Of(Line::Item(ItemId(id))),
        "action" => Wording::Of(Line::Action(ActionId(id))),
        "decision" => Wording::Of(Line::Decision(DecisionId(id))),
        "rationale" => Wording::Rationale(DecisionId(id)),
        "dissent" => Wording::Dissent(DecisionId(id), nth),
        "settled" => Wording::Outcome(ActionId(id)),
        "deferral" => Wording::Deferral(SlotId(id)),
        "went_on" => Wording::WentOn(SlotId(id)),
        "update_aside" => Wording::SetAside(UpdateId(id)),
        "turn" => Wording::Turn(nth),
        "corrections" => Wording::MinutesBefore,
        _ => return None,
    })
}

/// The name under which the words are kept; none for what has none.
pub(super) fn words_of(meeting: MeetingId, which: Wording) -> Option<WordsOf> {
    Some(match which {
        Wording::Of(Line::Item(item)) => WordsOf::new("item", item.0),
        Wording::Of(Line::Action(action)) => WordsOf::new("action", action.0),
        Wording::Of(Line::Decision(decision)) => WordsOf::new("decision", decision.0),
        Wording::Of(Line::Silence(_)) => return None,
        Wording::Rationale(decision) => WordsOf::new("rationale", decision.0),
        Wording::Dissent(decision, nth) => {
            WordsOf::nth("dissent", decision.0, i64::try_from(nth).ok()?)
        }
        Wording::Outcome(action) => WordsOf::new("settled", action.0),
        Wording::Deferral(slot) => WordsOf::new("deferral", slot.0),
        Wording::WentOn(slot) => WordsOf::new("went_on", slot.0),
        Wording::SetAside(update) => WordsOf::new("update_aside", update.0),
        Wording::Turn(nth) => WordsOf::nth("turn", meeting.0, i64::try_from(nth).ok()?),
        Wording::MinutesBefore => WordsOf::new("corrections", meeting.0),
    })
}
