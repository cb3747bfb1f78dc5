//! A manager's written authority to share outside a client's waiver (§4.3 DIP).

use super::{Addressee, Scope, Withdrawal};
use crate::ids::{AuthorityId, CaseId, MeetingId, OrganisationKey, RoleKey, TeamKey};
use crate::pack::{Pack, Rule, Rung};
use crate::refusal::Refusal;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// A complete written authority by a manager whose role suffices for all whom it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority(AuthorityParts);

/// Every column of an authority: what, with whom, for what purpose, by whom, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityParts {
    pub id: AuthorityId,
    pub case: CaseId,
    pub scope: Scope,
    /// What is to be shared, in the manager's words or the minute-taker's.
    pub what: Words,
    pub by: Grantor,
    pub at: At,
    /// The meeting in whose minutes it is printed.
    pub meeting: MeetingId,
    pub withdrawn: Option<Withdrawal>,
}

/// Who gave it, in which role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grantor {
    pub name: Words,
    pub role: RoleKey,
    /// Whose manager: a service's own manager authorises for that service only, and a service is one inside case management.
    pub organisation: Option<OrganisationKey>,
}

impl Authority {
    /// Takes a written authority on file.
    ///
    /// # Errors
    /// [`Refusal::WrongManager`] where the role does not reach somebody whom it names, or is of
    /// another service than the one that shares, or of none inside case management; [`Refusal::NotComplete`] where what or by whom
    /// is missing, and where its scope leaves nothing out: it says what, with whom and for what purpose; [`Refusal::NotInThePack`].
    pub fn given(parts: AuthorityParts, sharing: &TeamKey, pack: &Pack) -> Result<Self, Refusal> {
        parts.scope.in_the_pack(pack)?;
        let role = pack.role(&parts.by.role).ok_or(Refusal::NotInThePack)?;
        let anybody = parts.scope.is_for_everybody(pack);
        let says_nothing = parts.what.is_blank() || parts.scope.names_everything(pack) || anybody;
        if says_nothing || parts.by.name.is_blank() {
            return Err(Refusal::NotComplete(Rule::ManagersAuthority));
        }
        let enough = |to: &Addressee| pack.ladder.roles(rung(to, pack)).contains(&role.key);
        let own = !role.own_service || parts.by.manages(sharing, pack);
        if !own || !parts.scope.recipients.iter().all(enough) {
            return Err(Refusal::WrongManager);
        }
        Ok(Self(parts))
    }

    /// An authority read back from the record.
    pub fn restored(parts: AuthorityParts) -> Self {
        Self(parts)
    }

    /// Every column of it.
    pub fn parts(&self) -> &AuthorityParts {
        &self.0
    }

    /// Takes it back: from that moment it is no ground for anything (§4.3 DIP).
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who did.
    pub fn withdraw(&mut self, withdrawal: Withdrawal) -> Result<(), Refusal> {
        withdrawal.put(&mut self.0.withdrawn, Rule::ManagersAuthority)
    }

    /// Whether it counts at a moment of that meeting.
    ///
    /// It is asked and given for what is about to be said, and is printed with it in one meeting's minutes; the protocol does not
    /// say how long it lasts, and one for "the last result" is none for the next month's (§4.3 DIP).
    pub fn is_in_force(&self, meeting: MeetingId, at: At) -> bool {
        self.0.meeting == meeting
            && self.0.at <= at
            && self.0.withdrawn.as_ref().is_none_or(|w| w.at > at)
    }
}

impl Grantor {
    /// Whether they manage the service that a team belongs to.
    pub fn is_of(&self, team: &TeamKey, pack: &Pack) -> bool {
        let service = pack.team(team).map(|team| &team.organisation);
        service.is_some() && service == self.organisation.as_ref()
    }

    /// Whether they manage the service of a team that takes part in case management: whoever manages police or probation manages no
    /// service of the programme's (§4.3 DIP, authorities).
    pub fn manages(&self, team: &TeamKey, pack: &Pack) -> bool {
        pack.is_inside(team) && self.is_of(team, pack)
    }
}

/// How far down the ladder an addressee stands: an organisation with a team outside case
/// management stands outside it as a whole, and so does a guest.
fn rung(to: &Addressee, pack: &Pack) -> Rung {
    let within = match to {
        Addressee::Team(key) => pack.is_inside(key),
        Addressee::Organisation(key) => {
            let mut teams = pack
                .teams
                .iter()
                .filter(|t| t.organisation == *key)
                .peekable();
            teams.peek().is_some() && teams.all(|team| team.in_cjit)
        }
        Addressee::Guest(_) => false,
    };
    if within { Rung::Within } else { Rung::Beyond }
}
