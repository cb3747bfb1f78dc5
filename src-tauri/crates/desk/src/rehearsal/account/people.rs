//! People and agencies in the account.

use crate::actions::StrandView;
use crate::live::WhereaboutsView;
use crate::meetings::RoleView;
use protocol::ids::{AttendanceId, OrganisationKey, SlotId, TeamKey};
use protocol::meeting::Proceedings;
use protocol::pack::{Organisation, Team};
use protocol::room::{Attendance, Whereabouts};
use protocol::signature::Signature;
use protocol::trade::At;
use serde::Serialize;

/// An organisation of the pack, with its four flags.
#[derive(Clone, Serialize)]
pub struct OrganisationAccount {
    pub key: OrganisationKey,
    pub name: String,
    pub statutory: bool,
    pub party: bool,
    pub competent_authority: bool,
    pub relevant_authority: bool,
}

/// A team of the pack, with the flags by which the rules tell it from others (§4.3 DIP).
#[derive(Clone, Serialize)]
pub struct TeamAccount {
    pub key: TeamKey,
    pub organisation: OrganisationKey,
    pub name: String,
    pub capture_key: String,
    pub in_cjit: bool,
    pub enforcement: bool,
    pub strand: StrandView,
}

/// A stretch of time, out of the room for one case or in it.
#[derive(Clone, Serialize)]
pub struct Stretch {
    pub from: At,
    pub to: Option<At>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<SlotId>,
}

/// Somebody on the register: the flags of their agency, when they were there, what they agreed to.
#[derive(Clone, Serialize)]
pub struct PersonAccount {
    pub attendance: AttendanceId,
    pub name: String,
    pub job: String,
    pub role: RoleView,
    pub seat: u16,
    pub team: Option<TeamKey>,
    pub organisation: Option<OrganisationKey>,
    pub agency: String,
    pub statutory: bool,
    pub party: bool,
    pub competent_authority: bool,
    pub relevant_authority: bool,
    pub must_sign: bool,
    pub whereabouts: WhereaboutsView,
    pub presence: Vec<Stretch>,
    pub step_outs: Vec<Stretch>,
    pub acceptance: Option<AcceptanceAccount>,
    pub declaration: Option<DeclarationAccount>,
    pub authority: Option<AuthorityAccount>,
    pub remark: Option<String>,
}

#[derive(Clone, Serialize)]
pub struct AcceptanceAccount {
    pub at: At,
    pub text: String,
}

#[derive(Clone, Serialize)]
pub struct DeclarationAccount {
    pub at: At,
    pub text: String,
    pub typed_name: String,
    pub signature: &'static str,
    pub chaired_by: AttendanceId,
    pub confirmed: Option<At>,
}

#[derive(Clone, Serialize)]
pub struct AuthorityAccount {
    pub given_by: String,
    pub at: At,
}

impl PersonAccount {
    pub(super) fn of(a: &Attendance, p: &Proceedings) -> Self {
        let stretch = |slot, from, to| Stretch { from, to, slot };
        let outs = a.step_outs.iter();
        Self {
            attendance: a.id,
            name: a.name.clone(),
            job: a.job.clone(),
            role: a.role.into(),
            seat: a.seat,
            team: a.agency.team.clone(),
            organisation: a.agency.organisation.clone(),
            agency: a.agency.name.clone(),
            statutory: a.agency.statutory,
            party: a.agency.party,
            competent_authority: a.agency.competent_authority,
            relevant_authority: a.agency.relevant_authority,
            must_sign: p.must_sign(a),
            whereabouts: whereabouts(a.whereabouts),
            presence: a
                .presence
                .iter()
                .map(|i| stretch(None, i.from, i.to))
                .collect(),
            step_outs: outs.map(|s| stretch(Some(s.slot), s.from, s.to)).collect(),
            acceptance: acceptance(a),
            declaration: declaration(a),
            authority: authority(a),
            remark: a.remark.as_ref().map(|words| words.as_str().to_owned()),
        }
    }
}

fn acceptance(a: &Attendance) -> Option<AcceptanceAccount> {
    a.acceptance.map(|accepted| AcceptanceAccount {
        at: accepted.at,
        text: hex::encode(accepted.text),
    })
}

fn declaration(a: &Attendance) -> Option<DeclarationAccount> {
    a.declaration.as_ref().map(|d| DeclarationAccount {
        at: d.at,
        text: hex::encode(d.text),
        typed_name: d.typed_name.clone(),
        signature: match d.signature {
            Signature::Drawn(_) => "drawn",
            Signature::Typed(_) => "typed",
        },
        chaired_by: d.chaired_by,
        confirmed: d.confirmed,
    })
}

fn authority(a: &Attendance) -> Option<AuthorityAccount> {
    a.authority.as_ref().map(|authority| AuthorityAccount {
        given_by: authority.given_by.clone(),
        at: authority.confirmed_at,
    })
}

fn whereabouts(now: Whereabouts) -> WhereaboutsView {
    match now {
        Whereabouts::Expected => WhereaboutsView::Expected,
        Whereabouts::Apologies => WhereaboutsView::Apologies,
        Whereabouts::AtTheDoor => WhereaboutsView::AtTheDoor,
        Whereabouts::InTheRoom => WhereaboutsView::InTheRoom,
        Whereabouts::SteppedOut(_) => WhereaboutsView::SteppedOut,
        Whereabouts::Left => WhereaboutsView::Left,
        Whereabouts::Declined => WhereaboutsView::Declined,
    }
}

impl From<&Organisation> for OrganisationAccount {
    fn from(organisation: &Organisation) -> Self {
        Self {
            key: organisation.key.clone(),
            name: organisation.name.clone(),
            statutory: organisation.statutory,
            party: organisation.party,
            competent_authority: organisation.competent_authority,
            relevant_authority: organisation.relevant_authority,
        }
    }
}

impl From<&Team> for TeamAccount {
    fn from(team: &Team) -> Self {
        Self {
            key: team.key.clone(),
            organisation: team.organisation.clone(),
            name: team.name.clone(),
            capture_key: team.capture_key.clone(),
            in_cjit: team.in_cjit,
            enforcement: team.enforcement,
            strand: team.strand.into(),
        }
    }
}
