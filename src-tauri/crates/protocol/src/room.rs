//! Who is in the room, for whom, since when, and whether they have been admitted.

use crate::ids::{AttendanceId, OrganisationKey, PersonId, SlotId, TeamKey};
use crate::meeting::EarlierDay;
use crate::pack::Pack;
use crate::people::{Affiliation, Person};
use crate::signature::Signature;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// The hash of the exact agreement text that was shown.
pub type TextHash = [u8; 32];

/// One person at one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    pub id: AttendanceId,
    pub person: PersonId,
    pub name: String,
    pub job: String,
    pub agency: Agency,
    pub role: AttendeeRole,
    /// The order round the table, from 1.
    pub seat: u16,
    pub whereabouts: Whereabouts,
    /// When they were in the room; the last one is open while they are.
    pub presence: Vec<Interval>,
    /// When they were out of the room for one case.
    pub step_outs: Vec<StepOut>,
    pub acceptance: Option<Acceptance>,
    pub declaration: Option<Declaration>,
    /// Their organisation's explicit authority to share for the forum (§4.3), once confirmed.
    pub authority: Option<AuthorityToShare>,
    /// What they sent with their apologies, or said when they declined.
    pub remark: Option<Words>,
    /// Whose seat they have taken, where they are a deputy.
    pub deputy_for: Option<AttendanceId>,
    /// What they accepted and signed on days that are over.
    pub earlier: Vec<EarlierDay>,
}

/// The agency somebody speaks for, with its flags as they stood when the register was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// `None` for a guest agency, which the pack does not know.
    pub team: Option<TeamKey>,
    pub organisation: Option<OrganisationKey>,
    pub name: String,
    pub short_name: String,
    pub organisation_name: String,
    pub statutory: bool,
    pub party: bool,
    pub competent_authority: bool,
    pub relevant_authority: bool,
}

/// What somebody is at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttendeeRole {
    Chair,
    MinuteTaker,
    Representative,
    /// Listens, supervised, and shares nothing (§4.5).
    Observer,
}

/// Where somebody is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whereabouts {
    Expected,
    Apologies,
    /// Arrived during the meeting and not yet admitted: holds nobody up (§4.1).
    AtTheDoor,
    InTheRoom,
    /// Out of the room for this case only.
    SteppedOut(SlotId),
    Left,
    /// Would not accept, or would not sign, and has left (§4.1).
    Declined,
}

/// A stretch of time in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    pub from: At,
    pub to: Option<At>,
}

/// A stretch of time out of the room for one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepOut {
    pub slot: SlotId,
    pub from: At,
    pub to: Option<At>,
}

/// The agreement accepted, at this meeting, in the exact version shown (§4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub at: At,
    pub text: TextHash,
}

/// A signed declaration (§4.3 ODOC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub at: At,
    pub text: TextHash,
    /// The name as the signer typed it.
    pub typed_name: String,
    pub signature: Signature,
    /// Who had the chair when it was signed.
    pub chaired_by: AttendanceId,
    /// When they confirmed that they saw it signed and that the signer understands it (§4.3 ODOC); nobody did where the laptop came
    /// back by a passphrase instead of the meeting's PIN.
    pub confirmed: Option<At>,
}

/// Who in the organisation gave the authority to share, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityToShare {
    pub given_by: String,
    pub confirmed_at: At,
}

impl Agency {
    /// Under which key its lines stand: its team's, or for a guest agency its own name's.
    pub fn key(&self) -> TeamKey {
        let own = || TeamKey::of_guest(&self.name);
        self.team.clone().unwrap_or_else(own)
    }

    /// Whether what stands under that key is its own.
    pub fn is(&self, key: &TeamKey) -> bool {
        match (&self.team, key.guest()) {
            (Some(team), _) => team == key,
            (None, Some(name)) => same_name(name, &self.name),
            (None, None) => false,
        }
    }

    /// The agency of an affiliation, by the pack; `None` where the team is not in the pack.
    pub fn of(affiliation: &Affiliation, pack: &Pack) -> Option<Self> {
        match affiliation {
            Affiliation::Team { team } => {
                let team = pack.team(team)?;
                let organisation = pack.organisation(&team.organisation)?;
                Some(Self {
                    team: Some(team.key.clone()),
                    organisation: Some(organisation.key.clone()),
                    name: team.name.clone(),
                    short_name: team.short_name.clone(),
                    organisation_name: organisation.name.clone(),
                    statutory: organisation.statutory,
                    party: organisation.party,
                    competent_authority: organisation.competent_authority,
                    relevant_authority: organisation.relevant_authority,
                })
            }
            Affiliation::Guest { agency, statutory } => Some(Self {
                team: None,
                organisation: None,
                name: agency.clone(),
                short_name: agency.clone(),
                organisation_name: agency.clone(),
                statutory: *statutory,
                party: false,
                competent_authority: false,
                relevant_authority: false,
            }),
        }
    }
}

impl Attendance {
    /// Somebody who is expected at the meeting.
    pub fn expected(
        id: AttendanceId,
        person: &Person,
        agency: Agency,
        role: AttendeeRole,
        seat: u16,
    ) -> Self {
        Self {
            id,
            person: person.id,
            name: person.name.clone(),
            job: person.job.clone(),
            agency,
            role,
            seat,
            whereabouts: Whereabouts::Expected,
            presence: Vec::new(),
            step_outs: Vec::new(),
            acceptance: None,
            declaration: None,
            authority: None,
            remark: None,
            deputy_for: None,
            earlier: Vec::new(),
        }
    }

    /// Whether a declaration is asked of them: their agency is not statutory (§4.3 ODOC).
    pub fn must_sign(&self, declarations_required: bool) -> bool {
        declarations_required && !self.agency.statutory
    }

    /// Whether they accepted this very text and, where required, signed.
    pub fn is_admitted(&self, text: &TextHash, declarations_required: bool) -> bool {
        let accepted = self.acceptance.is_some_and(|a| a.text == *text);
        let signed = self.declaration.as_ref().is_some_and(|d| d.text == *text);
        accepted && (signed || !self.must_sign(declarations_required))
    }

    /// Whether they have accepted or signed anything on this day of the meeting.
    pub fn has_answered(&self) -> bool {
        self.acceptance.is_some() || self.declaration.is_some()
    }

    /// Every declaration that they signed: those of days that are over, and then this day's.
    pub fn declarations(&self) -> impl Iterator<Item = &Declaration> {
        let before = self.earlier.iter();
        let before = before.filter_map(|day| day.declaration.as_ref());
        before.chain(&self.declaration)
    }

    /// Whether they sit in the room at this moment.
    pub fn is_in_the_room(&self) -> bool {
        self.whereabouts == Whereabouts::InTheRoom
    }

    /// Whether they came through the door or stand at it.
    pub fn is_here(&self) -> bool {
        use Whereabouts::*;
        matches!(self.whereabouts, InTheRoom | AtTheDoor | SteppedOut(_))
    }

    /// Whether they were in the room at a moment, step-outs counted as absence.
    pub fn was_in_the_room(&self, at: At) -> bool {
        let within = |from: At, to: Option<At>| from <= at && to.is_none_or(|to| at < to);
        self.presence.iter().any(|i| within(i.from, i.to))
            && !self.step_outs.iter().any(|s| within(s.from, s.to))
    }

    /// Whether what was said at a moment was said to them. Whoever went at that very moment, as everybody does when a meeting stops,
    /// was there until then; whoever came back at it, as everybody does when a case closes, was still out.
    pub fn was_spoken_to(&self, at: At) -> bool {
        let until = |from: At, to: Option<At>| from <= at && to.is_none_or(|to| at <= to);
        self.presence.iter().any(|i| until(i.from, i.to))
            && !self.step_outs.iter().any(|s| until(s.from, s.to))
    }

    pub(crate) fn enter(&mut self, at: At) {
        self.whereabouts = Whereabouts::InTheRoom;
        self.presence.push(Interval { from: at, to: None });
    }

    pub(crate) fn go(&mut self, at: At, to: Whereabouts) {
        self.end_step_out(at);
        if let Some(open) = self.presence.last_mut().filter(|i| i.to.is_none()) {
            open.to = Some(at);
        }
        self.whereabouts = to;
    }

    pub(crate) fn step_out(&mut self, at: At, slot: SlotId) {
        self.step_outs.push(StepOut {
            slot,
            from: at,
            to: None,
        });
        self.whereabouts = Whereabouts::SteppedOut(slot);
    }

    pub(crate) fn end_step_out(&mut self, at: At) {
        if let Some(open) = self.step_outs.last_mut().filter(|s| s.to.is_none()) {
            open.to = Some(at);
            self.whereabouts = Whereabouts::InTheRoom;
        }
    }
}

/// Names typed by two people on two days: their spaces and capitals do not count.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    let folded = |name: &str| {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    folded(one) == folded(other)
}
