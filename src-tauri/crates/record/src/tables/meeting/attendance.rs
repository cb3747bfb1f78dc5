//! Who was there, when, and what they accepted and signed.

use super::earlier;
use super::part::Part;
use super::sheet::Sheet;
use super::stored::{OfEach, Stored};
use crate::error::RecordError;
use crate::tables::cell::{Cell, Cells};
use crate::tables::wording::{Wordings, WordsOf};
use protocol::ids::{AttendanceId, OrganisationKey, PersonId, SlotId, TeamKey};
use protocol::meeting::EarlierDay;
use protocol::room::{
    Acceptance, Agency, Attendance, AuthorityToShare, Declaration, Interval, StepOut, Whereabouts,
};
use protocol::signature::Signature;
use serde::{Deserialize, Serialize};

/// What the signer's own hand put under a declaration.
#[derive(Serialize, Deserialize)]
struct Hand {
    typed_name: String,
    signature: Signature,
}

pub(super) fn put(sheet: &mut Sheet, n: i64, a: &Attendance) {
    let id = Cell::from(a.id.0);
    let (whereabouts, out_of) = whereabouts(a.whereabouts);
    let mut row = vec![id, n.into(), a.person.0.into()];
    row.extend([Cell::text(&a.name), Cell::text(&a.job)]);
    row.extend(agency(&a.agency));
    row.extend([Cell::slug(a.role), a.seat.into()]);
    row.extend([
        Cell::text(whereabouts),
        Cell::maybe(out_of.map(|slot| slot.0)),
        Cell::maybe(a.deputy_for.map(|principal| principal.0)),
    ]);
    sheet.row(Part::Attendance, row);
    sheet.some_words(WordsOf::new("remark", a.id.0), a.remark.as_ref());
    comings_and_goings(sheet, a);
    admission(sheet, a);
    earlier::put(sheet, a);
}

fn comings_and_goings(sheet: &mut Sheet, a: &Attendance) {
    let id = Cell::from(a.id.0);
    for (n, i) in (0_i64..).zip(&a.presence) {
        let row = vec![id.clone(), n.into(), i.from.into(), Cell::maybe(i.to)];
        sheet.row(Part::Presence, row);
    }
    for (n, s) in (0_i64..).zip(&a.step_outs) {
        let mut row = vec![id.clone(), n.into(), s.slot.0.into()];
        row.extend([s.from.into(), Cell::maybe(s.to)]);
        sheet.row(Part::StepOut, row);
    }
}

fn admission(sheet: &mut Sheet, a: &Attendance) {
    let id = Cell::from(a.id.0);
    if let Some(accepted) = &a.acceptance {
        let row = vec![id.clone(), accepted.at.into(), accepted.text.into()];
        sheet.row(Part::Acceptance, row);
    }
    if let Some(d) = &a.declaration {
        let mut row = vec![id.clone(), d.at.into(), d.text.into()];
        row.extend([d.chaired_by.0.into(), Cell::maybe(d.confirmed)]);
        sheet.row(Part::Declaration, row);
        sheet.text(WordsOf::new("declaration", a.id.0), &hand_of(d));
    }
    if let Some(authority) = &a.authority {
        sheet.row(Part::Authority, vec![id, authority.confirmed_at.into()]);
        sheet.text(WordsOf::new("authority", a.id.0), &authority.given_by);
    }
}

/// Name and ink, as they are kept.
pub(super) fn hand_of(d: &Declaration) -> String {
    let hand = Hand {
        typed_name: d.typed_name.clone(),
        signature: d.signature.clone(),
    };
    // Strings and numbers always have a JSON form.
    serde_json::to_string(&hand).unwrap_or_default()
}

fn agency(agency: &Agency) -> [Cell; 9] {
    [
        Cell::maybe(agency.team.as_ref().map(TeamKey::as_str)),
        Cell::maybe(agency.organisation.as_ref().map(OrganisationKey::as_str)),
        Cell::text(&agency.name),
        Cell::text(&agency.short_name),
        Cell::text(&agency.organisation_name),
        agency.statutory.into(),
        agency.party.into(),
        agency.competent_authority.into(),
        agency.relevant_authority.into(),
    ]
}

fn whereabouts(whereabouts: Whereabouts) -> (&'static str, Option<SlotId>) {
    match whereabouts {
        Whereabouts::Expected => ("expected", None),
        Whereabouts::Apologies => ("apologies", None),
        Whereabouts::AtTheDoor => ("at_the_door", None),
        Whereabouts::InTheRoom => ("in_the_room", None),
        Whereabouts::SteppedOut(slot) => ("stepped_out", Some(slot)),
        Whereabouts::Left => ("left", None),
        Whereabouts::Declined => ("declined", None),
    }
}

/// What belongs to each attendance.
struct Parts {
    presence: OfEach<Interval>,
    step_outs: OfEach<StepOut>,
    acceptances: OfEach<Acceptance>,
    declarations: OfEach<Declaration>,
    authorities: OfEach<AuthorityToShare>,
    earlier: OfEach<EarlierDay>,
}

pub(super) fn read(stored: &Stored<'_>) -> Result<Vec<Attendance>, RecordError> {
    let mut parts = Parts {
        presence: stored.of_each(Part::Presence, interval)?,
        step_outs: stored.of_each(Part::StepOut, step_out)?,
        acceptances: stored.of_each(Part::Acceptance, acceptance)?,
        declarations: stored.of_each(Part::Declaration, declaration)?,
        authorities: stored.of_each(Part::Authority, authority)?,
        earlier: stored.of_each(Part::EarlierDay, earlier::read)?,
    };
    let rows = stored.rows(Part::Attendance)?;
    rows.into_iter()
        .map(|row| one(row, &mut parts, &stored.words))
        .collect()
}

fn one(mut row: Cells, parts: &mut Parts, words: &Wordings) -> Result<Attendance, RecordError> {
    let id = row.id()?;
    row.number::<i64>()?;
    Ok(Attendance {
        id: AttendanceId(id),
        person: PersonId(row.id()?),
        name: row.text()?,
        job: row.text()?,
        agency: read_agency(&mut row)?,
        role: row.slug()?,
        seat: row.number()?,
        whereabouts: read_whereabouts(&mut row)?,
        presence: parts.presence.take(id),
        step_outs: parts.step_outs.take(id),
        acceptance: parts.acceptances.take_one(id),
        declaration: match parts.declarations.take_one(id) {
            Some(signed) => Some(by_hand(
                signed,
                words.one(&WordsOf::new("declaration", id))?,
            )?),
            None => None,
        },
        authority: match parts.authorities.take_one(id) {
            Some(authority) => Some(AuthorityToShare {
                given_by: words.one(&WordsOf::new("authority", id))?.to_owned(),
                ..authority
            }),
            None => None,
        },
        remark: words.some_words(&WordsOf::new("remark", id)),
        deputy_for: row.some_id()?.map(AttendanceId),
        earlier: earlier::signed(id, parts.earlier.take(id), words)?,
    })
}

fn read_agency(row: &mut Cells) -> Result<Agency, RecordError> {
    Ok(Agency {
        team: row.some_text()?.map(TeamKey::new),
        organisation: row.some_text()?.map(OrganisationKey::new),
        name: row.text()?,
        short_name: row.text()?,
        organisation_name: row.text()?,
        statutory: row.flag()?,
        party: row.flag()?,
        competent_authority: row.flag()?,
        relevant_authority: row.flag()?,
    })
}

fn read_whereabouts(row: &mut Cells) -> Result<Whereabouts, RecordError> {
    Ok(match (&*row.text()?, row.some_id()?) {
        ("expected", None) => Whereabouts::Expected,
        ("apologies", None) => Whereabouts::Apologies,
        ("at_the_door", None) => Whereabouts::AtTheDoor,
        ("in_the_room", None) => Whereabouts::InTheRoom,
        ("stepped_out", Some(slot)) => Whereabouts::SteppedOut(SlotId(slot)),
        ("left", None) => Whereabouts::Left,
        ("declined", None) => Whereabouts::Declined,
        _ => return Err(RecordError::Unreadable("whereabouts")),
    })
}

fn interval(row: &mut Cells) -> Result<Interval, RecordError> {
    row.number::<i64>()?;
    Ok(Interval {
        from: row.at()?,
        to: row.some_at()?,
    })
}

fn step_out(row: &mut Cells) -> Result<StepOut, RecordError> {
    row.number::<i64>()?;
    Ok(StepOut {
        slot: SlotId(row.id()?),
        from: row.at()?,
        to: row.some_at()?,
    })
}

fn acceptance(row: &mut Cells) -> Result<Acceptance, RecordError> {
    Ok(Acceptance {
        at: row.at()?,
        text: row.hash()?,
    })
}

fn declaration(row: &mut Cells) -> Result<Declaration, RecordError> {
    Ok(Declaration {
        at: row.at()?,
        text: row.hash()?,
        typed_name: String::new(),
        signature: Signature::Drawn(Vec::new()),
        chaired_by: AttendanceId(row.id()?),
        confirmed: row.some_at()?,
    })
}

/// Puts name and ink to a declaration; once erased, neither is there.
pub(super) fn by_hand(signed: Declaration, hand: &str) -> Result<Declaration, RecordError> {
    if hand.is_empty() {
        return Ok(signed);
    }
    let hand: Hand =
        serde_json::from_str(hand).map_err(|_| RecordError::Unreadable("declaration"))?;
    Ok(Declaration {
        typed_name: hand.typed_name,
        signature: hand.signature,
        ..signed
    })
}

fn authority(row: &mut Cells) -> Result<AuthorityToShare, RecordError> {
    Ok(AuthorityToShare {
        given_by: String::new(),
        confirmed_at: row.at()?,
    })
}
