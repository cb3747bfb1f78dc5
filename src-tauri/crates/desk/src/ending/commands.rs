//! Ending a meeting: what is missing, the move out of the room, and the chair's signature (D34).

use super::afterwards::ClosedPlace;
use super::forms::{EndingView, SignMinutesForm};
use super::papers;
use super::printing::Run;
use super::reading::view;
use super::saving::looked_at;
use crate::along::Along;
use crate::grounds::reading::of_agenda;
use crate::live::{
    AbandonForm, HalfTyped, NOT_REACHED, closed_files, proposed_next_date, why, without_those_of,
};
use crate::meetings::{MeetingForm, next::next_month};
use crate::problem::{BrokenCode, LockedWhy, Problem};
use crate::session::{Desk, refused};
use crate::sign_in::Nothing;
use protocol::canonical;
use protocol::meeting::{Closed, Hand, InSession, Meeting, Place};
use protocol::refusal::Refusal;
use protocol::signature::Signature;
use protocol::words::Words;
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

pub(crate) use super::mending::{
    amend_presence_closed, convert_closed, correct_closed, move_closed, reassign_closed,
    reword_closed, take_back_closed, tick_told,
};
pub(crate) use super::saving::{document_pages, save_documents};

pub(crate) fn ending(desk: &mut Desk, _: Nothing) -> Result<EndingView, Problem> {
    let id = desk.live()?.meeting.proceedings().id;
    view(desk, id)
}

/// Ends the meeting; next month's is there in the same moment, with what was not reached.
pub(crate) fn end_meeting(desk: &mut Desk, _: Nothing) -> Result<EndingView, Problem> {
    // A clock that was put back ends no meeting before what was said in it.
    let at = desk.live()?.meeting.proceedings().not_before(desk.now());
    over(desk, EntryKind::MeetingEnded, |session| {
        session.end(&Words::new(NOT_REACHED), at)
    })
}

/// Ends the meeting before its time: what was said stands, and next month's has the rest.
pub(crate) fn abandon_meeting(desk: &mut Desk, form: AbandonForm) -> Result<EndingView, Problem> {
    let reason = why(&form.reason)?;
    let at = desk.live()?.meeting.proceedings().not_before(desk.now());
    let by = desk.signed_in()?;
    over(desk, EntryKind::MeetingAbandoned, |session| {
        session.abandon(reason, Hand { by, at })
    })
}

fn over(
    desk: &mut Desk,
    kind: EntryKind,
    end: impl FnOnce(InSession) -> Result<Closed, Refusal>,
) -> Result<EndingView, Problem> {
    let before = desk.live()?.meeting.clone();
    let mut session = before.clone().in_session()?;
    if session.proceedings().next_date.is_none() {
        let proposed = proposed_next_date(before.proceedings(), &desk.live()?.pack);
        session.set_next_date(proposed)?;
    }
    let closed = end(session);
    let after = Meeting::from(closed.map_err(|r| refused(&r, before.proceedings()))?);
    // Closure may have been decided of a case that only this closed: its file is closed with it.
    let (was, p) = (before.proceedings(), after.proceedings());
    let closed = p.files_closed_since(was);
    let files = closed_files(desk, closed, p.date)?;
    let next = next_month(desk, &after, &files)?;
    let mut outside = files.before(desk)?;
    outside.extend(next.before(desk)?);
    let change = MeetingChange::between(Some(&before), &after);
    let entry = Entry::of(kind).with_words(change.words());
    let entry = files.entered(next.entered(entry));
    desk.write(&entry, |tables| {
        files.apply(tables)?;
        tables.meetings().apply(&change)?;
        next.apply(tables)
    })?;
    let session = desk.open_mut()?;
    let pin = session.pin.take();
    session.live = None;
    session.last.is_left(kind, before, outside, pin);
    view(desk, after.proceedings().id)
}

/// An ended meeting with its documents; that somebody looks at every line of a draft is entered, case by case (§4.5).
pub(crate) fn documents(desk: &mut Desk, form: MeetingForm) -> Result<EndingView, Problem> {
    let ending = view(desk, form.meeting)?;
    let meeting = papers::meeting(desk, form.meeting)?;
    let of = |place: &ClosedPlace| meeting.proceedings().case_at(Place::Case(place.slot?));
    if let Some(viewed) = looked_at(ending.lines.iter().filter_map(of), "the draft's lines") {
        desk.write(&viewed, |_| Ok(()))?;
    }
    Ok(ending)
}

/// Whoever chaired signs, with passphrase and ink; from here on nothing changes.
pub(crate) fn sign_minutes(desk: &mut Desk, form: SignMinutesForm) -> Result<EndingView, Problem> {
    let before = papers::meeting(desk, form.meeting)?;
    let closed = before.clone().closed()?;
    signer_is_here(desk, &before, &form.passphrase)?;
    let signature = Signature::from(form.signature);
    if !signature.is_made() {
        return Err(Problem::field("signature", "not_signed"));
    }
    can_be_printed(desk, &before)?;
    seal(desk, &before, closed, signature)?;
    view(desk, form.meeting)
}

/// Whoever chaired at the close types their own passphrase, whoever is signed in: nobody signs for them.
fn signer_is_here(desk: &Desk, meeting: &Meeting, passphrase: &str) -> Result<(), Problem> {
    let locked = |why| Problem::Locked { why };
    let p = meeting.proceedings();
    let chair = meeting.chaired_by().ok_or(Refusal::NobodyChairs)?;
    let record = desk.record()?;
    let user = record
        .read()
        .users()
        .of_person(p.attendance(chair)?.person)?;
    let user = user.ok_or(locked(LockedWhy::SignerHasNone))?;
    if record.is_passphrase_of(user.id, passphrase)? {
        Ok(())
    } else {
        Err(locked(LockedWhy::WrongPassphrase))
    }
}

/// Once it is signed no word can be put otherwise, so whatever could never be printed is told before. An installation without
/// its typefaces keeps nobody from signing: nothing of the meeting is wrong.
fn can_be_printed(desk: &Desk, meeting: &Meeting) -> Result<(), Problem> {
    match Run::of(desk, meeting) {
        Err(Problem::Broken {
            what: BrokenCode::FacesMissing,
        }) => Ok(()),
        run => run?.can_be_printed(),
    }
}

fn seal(
    desk: &mut Desk,
    before: &Meeting,
    closed: Closed,
    signature: Signature,
) -> Result<(), Problem> {
    let (at, id) = (desk.now(), before.proceedings().id);
    let (pack, on_file) = (
        desk.pack_of(before.proceedings())?,
        of_agenda(desk, before.proceedings())?,
    );
    let sections = canonical::sections(before.proceedings(), &on_file);
    let leaves = desk.record()?.commit_leaves(&sections)?;
    let manifest = canonical::manifest(&leaves.commitments);
    let signer = closed.chaired_by();
    let sealed = closed.sign(signer, signature, manifest, at, (&pack, &on_file));
    let after = Meeting::from(sealed.map_err(|r: Refusal| refused(&r, before.proceedings()))?);
    let change = MeetingChange::between(Some(before), &after);
    let entry = Entry::of(EntryKind::MinutesSigned).with_words(change.words());
    let prepared = without_those_of(desk, id)?;
    desk.write(&entry, |tables| {
        tables.leaves().keep(id, &leaves)?;
        // What nobody has entered by now is said by nobody, and outlives no signature.
        for half_typed in HalfTyped::ALL {
            tables.drafts().drop(&half_typed.key(id))?;
        }
        for (key, left) in &prepared {
            match left {
                Some(left) => tables.drafts().keep(key, at, left)?,
                None => tables.drafts().drop(key)?,
            }
        }
        tables.meetings().apply(&change)
    })
}
