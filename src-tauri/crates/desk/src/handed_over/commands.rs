//! The laptop in an attendee's hands, and its way back (§4.3 ODOC).

use super::forms::{DeclarationState, DeclarationView, GiveBackForm, SignDeclarationForm};
use crate::along::Along;
use crate::live::{AttendanceForm, declined};
use crate::moment::Moment;
use crate::partnership::sections;
use crate::problem::{LockedWhy, Problem};
use crate::session::{Desk, Handed, PIN_TRIES, refused};
use crate::sign_in::{Nothing, StandingView, commands as sign_in};
use protocol::ids::AttendanceId;
use protocol::meeting::{Meeting, Stage};
use protocol::refusal::Refusal;
use protocol::signature::Signature;
use record::{Entry, EntryKind, RecordError, Tables};

/// Hands the laptop to somebody who has accepted and has still to sign.
pub(crate) fn hand_over(desk: &mut Desk, form: AttendanceForm) -> Result<StandingView, Problem> {
    let p = desk.live()?.meeting.proceedings();
    let handed = p.may_be_handed_to(form.attendance);
    handed.map_err(|refusal| refused(&refusal, p))?;
    if desk.open()?.pin.is_none() {
        return Err(Problem::field("pin", "pin_first"));
    }
    desk.in_meeting(EntryKind::LaptopHandedOver, |meeting, _| Ok(meeting))?;
    desk.project_nothing_but_the_place();
    let to = form.attendance;
    desk.open_mut()?.handed = Some(Handed {
        to,
        declined: false,
        wrong_pins: 0,
        denied: 0,
    });
    sign_in::view(desk)
}

pub(crate) fn declaration_to_sign(desk: &mut Desk, _: Nothing) -> Result<DeclarationView, Problem> {
    view(desk)
}

pub(crate) fn sign_declaration(
    desk: &mut Desk,
    form: SignDeclarationForm,
) -> Result<DeclarationView, Problem> {
    let to = holder(desk)?;
    let signature = Signature::from(form.signature);
    if form.typed_name.trim().is_empty() {
        return Err(Problem::field("typed_name", "missing"));
    }
    if !signature.is_made() {
        return Err(Problem::field("signature", "not_signed"));
    }
    desk.in_meeting(EntryKind::DeclarationSigned, |mut meeting, moment| {
        let shown = meeting
            .proceedings()
            .pinned
            .as_ref()
            .ok_or(Refusal::WrongStage)?
            .texts;
        let (name, at) = (form.typed_name.as_str(), moment.at);
        match meeting.stage() {
            Stage::Gathering => {
                meeting
                    .gathering_mut()?
                    .sign_declaration(to, name, signature, shown, at)?;
            }
            _ => meeting
                .in_session_mut()?
                .sign_declaration(to, name, signature, shown, at)?,
        }
        Ok(meeting)
    })?;
    view(desk)
}

pub(crate) fn decline_to_sign(desk: &mut Desk, _: Nothing) -> Result<DeclarationView, Problem> {
    let to = holder(desk)?;
    desk.in_meeting(EntryKind::DeclarationDeclined, |meeting, moment| {
        declined(meeting, to, None, moment)
    })?;
    if let Some(handed) = &mut desk.open_mut()?.handed {
        handed.declined = true;
    }
    view(desk)
}

/// The laptop comes back by the meeting's PIN, which confirms what was signed; too many wrong ones lock the record.
pub(crate) fn take_back(desk: &mut Desk, form: GiveBackForm) -> Result<StandingView, Problem> {
    let session = desk.open_mut()?;
    let right = session.is_pin(&form.pin);
    let handed = session.handed.as_mut().ok_or(Problem::Locked {
        why: LockedWhy::NotHandedOver,
    })?;
    if !right {
        handed.wrong_pins += 1;
        if handed.wrong_pins >= PIN_TRIES {
            sign_in::lock(desk, Nothing {})?;
            return Err(Problem::Locked {
                why: LockedWhy::TooManyTries,
            });
        }
        return Err(Problem::Locked {
            why: LockedWhy::WrongPin,
        });
    }
    let (to, denied) = (handed.to, handed.denied);
    let signer = desk.live()?.meeting.proceedings().attendance(to)?;
    let signed = signer.declaration.as_ref();
    let understood = signed
        .filter(|d| d.confirmed.is_none() && signer.is_here())
        .map(|_| !form.not_understood);
    let back = Back { denied, understood };
    let weigh = |mut meeting: Meeting, moment: &Moment<'_>| {
        let Some(understood) = understood else {
            return Ok(meeting);
        };
        let at = moment.at;
        match meeting.stage() {
            Stage::Gathering => {
                let gathering = meeting.gathering_mut()?;
                gathering.weigh_declaration(to, understood, at)?;
            }
            _ => {
                let session = meeting.in_session_mut()?;
                session.weigh_declaration(to, understood, at)?;
            }
        }
        Ok(meeting)
    };
    desk.in_meeting_along(EntryKind::LaptopTakenBack, None, Some(&back), weigh)?;
    desk.open_mut()?.handed = None;
    sign_in::view(desk)
}

/// What the entry of its coming back says.
struct Back {
    /// What was tried meanwhile is entered once, as a number.
    denied: u32,
    understood: Option<bool>,
}

impl Along for Back {
    fn entered(&self, entry: Entry) -> Entry {
        let entry = entry.with("denied", self.denied.to_string());
        match self.understood {
            Some(true) => entry.with("declaration", "confirmed"),
            Some(false) => entry.with("declaration", "to_sign_anew"),
            None => entry,
        }
    }

    fn apply(&self, _: &Tables<'_>) -> Result<(), RecordError> {
        Ok(())
    }
}

fn holder(desk: &Desk) -> Result<AttendanceId, Problem> {
    let handed = desk.open()?.handed.as_ref();
    Ok(handed
        .ok_or(Problem::Locked {
            why: LockedWhy::NotHandedOver,
        })?
        .to)
}

fn view(desk: &Desk) -> Result<DeclarationView, Problem> {
    let session = desk.open()?;
    let not_handed = Problem::Locked {
        why: LockedWhy::NotHandedOver,
    };
    let handed = session.handed.as_ref().ok_or(not_handed)?;
    let live = desk.live()?;
    let p = live.meeting.proceedings();
    let person = p.attendance(handed.to)?;
    let text = live.pack.text(p.kind);
    let state = match (&person.declaration, handed.declined) {
        (_, true) => DeclarationState::Declined,
        (Some(_), _) => DeclarationState::Signed,
        (None, _) => DeclarationState::ToSign,
    };
    Ok(DeclarationView {
        meeting: live.pack.meetings.of(p.kind).short_name.clone(),
        date: p.date,
        person: person.name.clone(),
        agency: person.agency.organisation_name.clone(),
        intro: text.declaration_intro.clone(),
        numbered: text.declaration.clone(),
        version: text.version.clone(),
        sections: sections(text),
        state,
        tries_left: PIN_TRIES.saturating_sub(handed.wrong_pins),
        practice: desk.is_practice(),
    })
}
