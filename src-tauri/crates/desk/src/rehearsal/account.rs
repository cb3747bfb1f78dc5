//! Everything about a meeting that a machine could check, as `rehearsal.json` has it; `account.md` says what each field holds.

mod lines;
mod people;

pub use lines::{ActionAccount, DecisionAccount, ItemAccount, SilenceAccount};
pub use people::{OrganisationAccount, PersonAccount, TeamAccount};

use super::ending::Printed;
use crate::contract::Reach;
use crate::ending::DocumentName;
use crate::meetings::Kind;
use crate::problem::{BrokenCode, Problem};
use crate::session::Desk;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, MeetingId, SlotId};
use protocol::meeting::{Meeting, Proceedings, Slot, SlotProgress};
use protocol::trade::{At, Tier};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A whole meeting: who was there when, what they agreed to, what reached whom, and the files made of it.
#[derive(Clone, Serialize)]
pub struct Account {
    pub meeting: MeetingAccount,
    pub organisations: Vec<OrganisationAccount>,
    pub teams: Vec<TeamAccount>,
    pub people: Vec<PersonAccount>,
    pub cases: Vec<CaseAccount>,
    pub items: Vec<ItemAccount>,
    pub actions: Vec<ActionAccount>,
    /// Actions of earlier meetings, and how each turned out at this one.
    pub carried: Vec<ActionAccount>,
    pub decisions: Vec<DecisionAccount>,
    pub silences: Vec<SilenceAccount>,
    pub files: Vec<FileAccount>,
}

/// The meeting itself, and the agreement that it was held under.
#[derive(Clone, Serialize)]
pub struct MeetingAccount {
    pub id: MeetingId,
    pub kind: Kind,
    pub date: NaiveDate,
    pub venue: String,
    pub previous: Option<NaiveDate>,
    pub next_date: Option<NaiveDate>,
    pub register_opened: Option<At>,
    pub statement_read: Option<At>,
    pub began: Option<At>,
    pub ended: Option<At>,
    pub signed: Option<At>,
    pub chaired_by: Option<AttendanceId>,
    pub manifest: Option<String>,
    pub pack_version: String,
    pub texts_hash: String,
    pub rules_hash: String,
    pub declarations_required: bool,
}

/// A case's place on the agenda.
#[derive(Clone, Serialize)]
pub struct CaseAccount {
    pub slot: SlotId,
    pub reference: String,
    pub name: String,
    pub tier: Tier,
    pub budget: u16,
    pub opened: Option<At>,
    pub closed: Option<At>,
    pub deferred_because: Option<String>,
    pub went_on_because: Option<String>,
}

/// A document's file.
#[derive(Clone, Serialize)]
pub struct FileAccount {
    pub name: String,
    pub document: DocumentName,
    pub about: String,
    pub pages: u32,
    pub bytes: usize,
    pub sha256: String,
}

impl Account {
    /// The account of a meeting that is over.
    ///
    /// # Errors
    /// When the record cannot be read, or another meeting that goes on keeps its cases closed.
    pub fn of(desk: &mut Desk, id: MeetingId, printed: &[Printed]) -> Result<Self, Problem> {
        desk.admit(Reach::Personal)?;
        let meeting = desk.record()?.read().meetings().one(id)?;
        let meeting = meeting.ok_or(Problem::broken(BrokenCode::Internal))?;
        let pack = desk.pack()?;
        let p = meeting.proceedings();
        Ok(Self {
            meeting: of_meeting(&meeting),
            organisations: pack.organisations.iter().map(Into::into).collect(),
            teams: pack.teams.iter().map(Into::into).collect(),
            people: p
                .attendances
                .iter()
                .map(|a| PersonAccount::of(a, p))
                .collect(),
            cases: p.slots.iter().map(of_slot).collect(),
            items: p.items.iter().map(|i| i.parts().into()).collect(),
            actions: p.actions.iter().map(Into::into).collect(),
            carried: p.carried.iter().map(Into::into).collect(),
            decisions: p.decisions.iter().map(Into::into).collect(),
            silences: p.silences.iter().map(Into::into).collect(),
            files: printed.iter().map(FileAccount::of).collect(),
        })
    }
}

fn of_meeting(meeting: &Meeting) -> MeetingAccount {
    let p: &Proceedings = meeting.proceedings();
    let pinned = p.pinned.as_ref();
    let seal = match meeting {
        Meeting::Sealed(sealed) => Some(sealed.seal()),
        _ => None,
    };
    MeetingAccount {
        id: p.id,
        kind: p.kind.into(),
        date: p.date,
        venue: p.venue.clone(),
        previous: p.previous.as_ref().map(|previous| previous.date),
        next_date: p.next_date,
        register_opened: p.register_opened,
        statement_read: p.statement_read,
        began: p.began,
        ended: p.ended,
        signed: seal.map(|seal| seal.at),
        chaired_by: meeting.chaired_by(),
        manifest: seal.map(|seal| hex::encode(seal.manifest)),
        pack_version: pinned.map_or_else(String::new, |pin| pin.version.clone()),
        texts_hash: pinned.map_or_else(String::new, |pin| hex::encode(pin.texts)),
        rules_hash: pinned.map_or_else(String::new, |pin| hex::encode(pin.rules)),
        declarations_required: pinned.is_some_and(|pin| pin.declarations_required),
    }
}

fn of_slot(slot: &Slot) -> CaseAccount {
    let (opened, closed, deferred) = match &slot.progress {
        SlotProgress::Waiting => (None, None, None),
        SlotProgress::Open { since } => (Some(*since), None, None),
        SlotProgress::Done { opened, closed } => (Some(*opened), Some(*closed), None),
        SlotProgress::Deferred { reason } => (None, None, Some(reason.as_str().to_owned())),
        SlotProgress::With { since, .. } => (Some(*since), None, None),
        SlotProgress::Referred { opened, at, .. } | SlotProgress::TakenOff { opened, at } => {
            (*opened, Some(*at), None)
        }
    };
    CaseAccount {
        slot: slot.id,
        reference: slot.case.reference.clone(),
        name: slot.case.name.as_str().to_owned(),
        tier: slot.tier,
        budget: slot.budget,
        opened,
        closed,
        deferred_because: deferred,
        went_on_because: slot.went_on_because.as_ref().map(|w| w.as_str().to_owned()),
    }
}

impl FileAccount {
    fn of(printed: &Printed) -> Self {
        Self {
            name: printed.file_name.clone(),
            document: printed.row.name.clone(),
            about: printed.row.about.clone(),
            pages: printed.pages,
            bytes: printed.pdf.len(),
            sha256: hex::encode(Sha256::digest(&printed.pdf)),
        }
    }
}
