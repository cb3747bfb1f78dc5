//! The meeting itself: its day, its stage, what is pinned, and the seal on it.

use super::part::Part;
use super::sheet::{Sheet, place};
use super::stored::{self, Stored};
use super::{action, afterwards, along, attendance, decision, item, slot, turns, update};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::WordsOf;
use protocol::ids::{AttendanceId, MeetingId};
use protocol::meeting::{Meeting, PinnedPack, PreviousMinutes, Proceedings, Seal, Stage};
use protocol::signature::Signature;

pub(super) fn put(sheet: &mut Sheet, meeting: &Meeting) {
    let p = meeting.proceedings();
    let mut row = vec![Cell::slug(p.kind), p.date.into()];
    row.extend([p.starts.into(), p.ends.into(), Cell::text(&p.venue)]);
    row.push(Cell::slug(meeting.stage()));
    row.extend(place(p.place));
    row.extend(pinned(p.pinned.as_ref()));
    let previous = p.previous.as_ref();
    row.push(Cell::maybe(previous.map(|m| m.meeting.0)));
    row.push(Cell::maybe(previous.map(|m| m.date)));
    row.push(Cell::maybe(previous.and_then(|m| m.agreed)));
    row.extend([
        Cell::maybe(p.register_opened),
        Cell::maybe(p.statement_read),
    ]);
    row.extend([Cell::maybe(p.began), Cell::maybe(p.ended)]);
    row.push(Cell::maybe(p.next_date));
    row.push(Cell::maybe(meeting.chaired_by().map(|chair| chair.0)));
    sheet.row(Part::Meeting, row);
    let corrections = previous.and_then(|m| m.corrections.as_ref());
    sheet.some_words(WordsOf::new("corrections", p.id.0), corrections);
    if let Meeting::Sealed(sealed) = meeting {
        put_seal(sheet, p.id, sealed.seal());
    }
}

fn pinned(pinned: Option<&PinnedPack>) -> [Cell; 5] {
    [
        Cell::maybe(pinned.map(|pack| pack.version.as_str())),
        Cell::maybe(pinned.map(|pack| pack.texts)),
        Cell::maybe(pinned.map(|pack| pack.rules)),
        Cell::maybe(pinned.map(|pack| pack.declarations_required)),
        Cell::maybe(pinned.map(needed).as_deref()),
    ]
}

/// Keys of teams, which always have a JSON form.
fn needed(pinned: &PinnedPack) -> String {
    serde_json::to_string(&pinned.needed).unwrap_or_default()
}

fn put_seal(sheet: &mut Sheet, meeting: MeetingId, seal: &Seal) {
    let row = vec![seal.signer.0.into(), seal.manifest.into(), seal.at.into()];
    sheet.row(Part::Seal, row);
    // Strings and numbers always have a JSON form.
    let ink = serde_json::to_string(&seal.signature).unwrap_or_default();
    sheet.text(WordsOf::new("seal", meeting.0), &ink);
}

/// Puts a meeting together and has the rules check it again.
pub(super) fn read(stored: &Stored<'_>) -> Result<Option<Meeting>, RecordError> {
    let Some(mut row) = stored.rows(Part::Meeting)?.pop() else {
        return Ok(None);
    };
    let (stage, chaired_by, proceedings) = proceedings(stored, &mut row)?;
    let seal = seal(stored)?;
    Meeting::restore(stage, proceedings, chaired_by, seal)
        .map(Some)
        .map_err(RecordError::ContradictoryMeeting)
}

fn proceedings(
    stored: &Stored<'_>,
    row: &mut Cells,
) -> Result<(Stage, Option<AttendanceId>, Proceedings), RecordError> {
    let (kind, date, starts, ends) = (row.slug()?, row.date()?, row.time()?, row.time()?);
    let (venue, stage) = (row.text()?, row.slug()?);
    let mut proceedings = Proceedings {
        id: stored.meeting,
        kind,
        date,
        starts,
        ends,
        venue,
        place: stored::place(row)?,
        pinned: read_pinned(row)?,
        previous: read_previous(stored, row)?,
        register_opened: row.some_at()?,
        statement_read: row.some_at()?,
        began: row.some_at()?,
        ended: row.some_at()?,
        next_date: row.some_date()?,
        attendances: attendance::read(stored)?,
        slots: slot::read(stored)?,
        carried: action::read_carried(stored)?,
        items: item::read(stored)?,
        actions: action::read(stored)?,
        decisions: decision::read(stored)?,
        silences: decision::read_silences(stored)?,
        updates: update::read(stored)?,
        corrections: afterwards::read_corrections(stored)?,
        together: along::read_together(stored)?,
        releases: along::read_releases(stored)?,
        amendments: afterwards::read_amendments(stored)?,
        turns: turns::read(stored)?,
    };
    let opened = proceedings.register_opened;
    stored.found_under(&mut proceedings.carried, opened)?;
    Ok((stage, row.some_id()?.map(AttendanceId), proceedings))
}

fn read_pinned(row: &mut Cells) -> Result<Option<PinnedPack>, RecordError> {
    let (version, texts, rules) = (row.some_text()?, row.some_hash()?, row.some_hash()?);
    match (version, texts, rules, row.some_flag()?, row.some_text()?) {
        (Some(version), Some(texts), Some(rules), Some(declarations_required), Some(needed)) => {
            let needed = serde_json::from_str(&needed);
            let needed = needed.map_err(|_| RecordError::Unreadable("pinned pack"))?;
            Ok(Some(PinnedPack {
                version,
                texts,
                rules,
                declarations_required,
                needed,
            }))
        }
        (None, None, None, None, None) => Ok(None),
        _ => Err(RecordError::Unreadable("pinned pack")),
    }
}

fn read_previous(
    stored: &Stored<'_>,
    row: &mut Cells,
) -> Result<Option<PreviousMinutes>, RecordError> {
    let (meeting, date, agreed) = (row.some_id()?, row.some_date()?, row.some_at()?);
    match (meeting, date) {
        (Some(meeting), Some(date)) => Ok(Some(PreviousMinutes {
            meeting: MeetingId(meeting),
            date,
            agreed,
            corrections: stored
                .words
                .some_words(&WordsOf::new("corrections", stored.meeting.0)),
        })),
        (None, None) => Ok(None),
        _ => Err(RecordError::Unreadable("previous minutes")),
    }
}

fn seal(stored: &Stored<'_>) -> Result<Option<Seal>, RecordError> {
    let Some(mut row) = stored.rows(Part::Seal)?.pop() else {
        return Ok(None);
    };
    let ink = stored.words.one(&WordsOf::new("seal", stored.meeting.0))?;
    let signature = match ink {
        "" => Signature::Drawn(Vec::new()),
        ink => serde_json::from_str(ink).map_err(|_| RecordError::Unreadable("signature"))?,
    };
    Ok(Some(Seal {
        signer: AttendanceId(row.id()?),
        manifest: row.hash()?,
        at: row.at()?,
        signature,
    }))
}
