//! What is half typed: kept against a lock, a rest and a power cut, entered nowhere, and gone when the minutes are signed.

use super::half_typed_forms::{DeskNotes, DraftForm, NotesForm, SavedDraft};
use crate::along::LineEntered;
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;
use protocol::ids::MeetingId;
use protocol::meeting::Stage;
use protocol::refusal::Refusal;
use record::tables::MeetingSummary;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words that nobody has entered yet, by where they are written.
pub(crate) type Notes = BTreeMap<String, String>;

/// Where something is half typed, each kept by itself: what one screen may show is not another's to overwrite.
#[derive(Clone, Copy)]
pub(crate) enum HalfTyped {
    /// The capture line, with the notes and reasons beside it: nothing of it is shown before the gate is passed (§4.1).
    Line,
    /// About people at the table, before business begins, too.
    AtTheTable,
    /// On the screen that ends a meeting, and beside its draft.
    AtTheEnd,
}

impl HalfTyped {
    pub(crate) const ALL: [Self; 3] = [Self::Line, Self::AtTheTable, Self::AtTheEnd];

    pub(crate) fn key(self, meeting: MeetingId) -> String {
        let what = match self {
            Self::Line => "line",
            Self::AtTheTable => "table",
            Self::AtTheEnd => "end",
        };
        format!("{what}:{meeting}")
    }
}

/// Keeps the unfinished line; drafts are not journalled, for nobody has said them yet.
pub(crate) fn keep_draft(desk: &mut Desk, form: DraftForm) -> Result<SavedDraft, Problem> {
    let meeting = desk.live()?.meeting.proceedings().id;
    keep(desk, HalfTyped::Line.key(meeting), &form, form.is_empty())
}

/// Keeps what is half typed about people at the table; there is nothing of a case among it, so it needs no gate.
pub(crate) fn keep_table_notes(desk: &mut Desk, form: NotesForm) -> Result<SavedDraft, Problem> {
    if desk.live()?.meeting.proceedings().id != form.meeting {
        return Err(Refusal::WrongStage.into());
    }
    let key = HalfTyped::AtTheTable.key(form.meeting);
    keep(desk, key, &form.notes, is_empty(&form.notes))
}

/// Keeps what is half typed where a meeting is ended, or put right after its end.
///
/// Of signed minutes nothing can be half changed.
pub(crate) fn keep_end_notes(desk: &mut Desk, form: NotesForm) -> Result<SavedDraft, Problem> {
    let all = desk.record()?.read().meetings().all()?;
    let open = |m: &&MeetingSummary| m.id == form.meeting && m.stage != Stage::Sealed;
    all.iter().find(open).ok_or(Refusal::WrongStage)?;
    let key = HalfTyped::AtTheEnd.key(form.meeting);
    keep(desk, key, &form.notes, is_empty(&form.notes))
}

/// Keeps what whoever is signed in has half typed between meetings: in a case's form, a register, a plan.
pub(crate) fn keep_desk_notes(desk: &mut Desk, form: DeskNotes) -> Result<SavedDraft, Problem> {
    let key = of_the_desk(desk)?;
    keep(desk, key, &form, is_empty(&form.notes))
}

/// What whoever is signed in had half typed between meetings.
pub(crate) fn desk_notes(desk: &mut Desk, _: Nothing) -> Result<DeskNotes, Problem> {
    let kept = kept(desk, &of_the_desk(desk)?)?;
    Ok(kept.unwrap_or_default())
}

/// A draft's key, and what is left of it.
pub(crate) type Left = (String, Option<Vec<u8>>);

/// What is left of everybody's notes between meetings without those about one meeting, by their keys; nothing where none is left.
pub(crate) fn without_those_of(desk: &Desk, meeting: MeetingId) -> Result<Vec<Left>, Problem> {
    let mut left = Vec::new();
    for user in desk.record()?.read().users().all()? {
        let key = format!("desk:{}", user.id);
        let Some(mut notes) = kept::<DeskNotes>(desk, &key)?.map(|kept| kept.notes) else {
            continue;
        };
        let before = notes.len();
        notes.retain(|of, _| !of.ends_with(&meeting.to_string()));
        if notes.len() < before {
            let bytes = serde_json::to_vec(&DeskNotes {
                notes: notes.clone(),
            });
            let bytes = bytes.ok().filter(|_| !is_empty(&notes));
            left.push((key, bytes));
        }
    }
    Ok(left)
}

fn of_the_desk(desk: &Desk) -> Result<String, Problem> {
    Ok(format!("desk:{}", desk.open()?.user))
}

/// What was being typed when the laptop went down.
pub(super) fn draft(desk: &Desk, meeting: MeetingId) -> Result<Option<DraftForm>, Problem> {
    kept(desk, &HalfTyped::Line.key(meeting))
}

/// The words that stand in the capture line, where any do.
pub(crate) fn half_typed_line(desk: &Desk, meeting: MeetingId) -> Result<Option<String>, Problem> {
    let draft = draft(desk, meeting)?;
    let words = draft.map(|draft| match draft.mending {
        Some(mending) => mending.words,
        None => draft.line,
    });
    Ok(words.filter(|words| !words.trim().is_empty()))
}

pub(crate) fn notes(desk: &Desk, of: HalfTyped, meeting: MeetingId) -> Result<Notes, Problem> {
    Ok(kept(desk, &of.key(meeting))?.unwrap_or_default())
}

/// What becomes of the draft once its line is entered: the notes beside it stay.
pub(super) fn left_by_the_line(desk: &Desk, meeting: MeetingId) -> Result<LineEntered, Problem> {
    let left = draft(desk, meeting)?.map(DraftForm::without_the_line);
    let left = left.filter(|left| !left.is_empty());
    Ok(LineEntered {
        key: HalfTyped::Line.key(meeting),
        left: left.map(|left| (desk.now(), serde_json::to_vec(&left).unwrap_or_default())),
    })
}

pub(super) fn is_empty(notes: &Notes) -> bool {
    notes.values().all(|note| note.trim().is_empty())
}

fn keep(
    desk: &mut Desk,
    key: String,
    what: &impl Serialize,
    is_nothing: bool,
) -> Result<SavedDraft, Problem> {
    let at = desk.now();
    let record = &mut desk.open_mut()?.record;
    match is_nothing {
        true => record.drop_draft(&key)?,
        false => record.keep_draft(&key, at, &serde_json::to_vec(what).unwrap_or_default())?,
    }
    Ok(SavedDraft {
        at: at.format("%H:%M:%S").to_string(),
    })
}

fn kept<Form: for<'de> Deserialize<'de>>(desk: &Desk, key: &str) -> Result<Option<Form>, Problem> {
    let kept = desk.record()?.read().drafts().one(key)?;
    Ok(kept.and_then(|kept| serde_json::from_slice(&kept.bytes).ok()))
}
