//! What somebody is about to share, before it is weighed.

use super::chosen::Chosen;
use super::held_over::PutAgain;
use super::update::InWriting;
use crate::grounds::Owner;
use crate::ids::{AttendanceId, KindKey, OrganisationKey, PersonId, PowerKey, PurposeKey, TeamKey};
use crate::room::Attendance;
use crate::trade::Basis;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// What somebody is about to share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub team: TeamKey,
    pub kind: KindKey,
    pub basis: Basis,
    pub words: Words,
    /// Who is not to receive it, though in the room.
    pub left_out: Vec<AttendanceId>,
    /// Who is not to receive it whenever it is weighed, be they in the room by then or not.
    pub kept_out: Vec<KeptOut>,
    pub pending: Vec<Pending>,
    /// `None` takes the kind's own, or the meeting's.
    pub purpose: Option<PurposeKey>,
    pub power: Option<PowerKey>,
    /// Where these two are the chair's own choice and not what is proposed.
    pub chosen: Option<Chosen>,
    pub source: Source,
    /// Whom it speaks of, where that is not simply the person under discussion.
    pub about: Option<SubjectCategory>,
    /// Contentious, of great effect or of doubtful legality: legal advice comes first (§1.2.3).
    pub for_advice: bool,
    /// Where nobody of the agency says it, because it came in writing.
    pub written: Option<InWriting>,
    /// Where nobody of the agency says it anew, because an earlier meeting left it held.
    pub held_over: Option<PutAgain>,
}

/// An agency or a person that an item is not for, as it was said when it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptOut {
    Team(TeamKey),
    Person(PersonId),
}

impl KeptOut {
    /// Whether it is of them that this speaks.
    pub fn names(&self, who: &Attendance) -> bool {
        match self {
            Self::Team(team) => who.agency.is(team),
            Self::Person(person) => who.person == *person,
        }
    }
}

/// Where the sharing agency has it from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "source", content = "owner")]
pub enum Source {
    /// It holds it itself; the pack's table says whether it originally does (§1.4.1).
    #[default]
    Own,
    /// It came from another agency, whose it stays (§1.4.1).
    ThirdParty(Owner),
}

impl Source {
    /// The team that holds what a team shares: the owner's, where it came from another team.
    pub fn holder<'t>(&'t self, sharing: &'t TeamKey) -> &'t TeamKey {
        match self {
            Self::ThirdParty(Owner::Team(team)) => team,
            _ => sharing,
        }
    }
}

/// The categories of people that are told apart as far as possible (DPA 2018, section 38).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectCategory {
    Convicted,
    Suspect,
    /// Whose details are shared with their own consent only (§2.2.5).
    Victim,
    Witness,
}

/// Somebody outside the room to whom the item is still to be sent (a pending disclosure).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The team, where the pack has one of that name.
    pub team: Option<TeamKey>,
    /// An agency of the pack, where it is one.
    pub organisation: Option<OrganisationKey>,
    /// The agency as it was named.
    pub named: String,
}

impl Proposal {
    /// A proposal for everyone in the room, of the agency's own information, on the meeting's ground.
    pub fn of(team: TeamKey, kind: KindKey, basis: Basis, words: Words) -> Self {
        Self {
            team,
            kind,
            basis,
            words,
            left_out: Vec::new(),
            kept_out: Vec::new(),
            pending: Vec::new(),
            purpose: None,
            power: None,
            chosen: None,
            source: Source::Own,
            about: None,
            for_advice: false,
            written: None,
            held_over: None,
        }
    }
    /// Who puts it to the meeting, where nobody of its agency says it there.
    pub fn reader(&self) -> Option<AttendanceId> {
        let written = self.written.map(|written| written.reader);
        written.or(self.held_over.as_ref().map(|again| again.reader))
    }
}
