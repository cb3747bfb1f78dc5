//! Information of somebody else's: it goes nowhere without the owner's or the subject's permission (§1.4.1).

use super::fact::Fact;
use super::{Lawful, Wait, Weighing, Where};
use crate::grounds::{Owner, Permission, PermissionFrom};
use crate::ids::{PermissionId, TeamKey};
use crate::room::Agency;
use crate::sharing::{Footing, Source, Until};

impl Weighing<'_> {
    /// The permission that passing it on to that recipient needed, where it needed one.
    pub(super) fn passing_on(
        &self,
        to: &Agency,
        at: Where,
        lawful: &Lawful<'_>,
    ) -> Result<Option<PermissionId>, Wait> {
        // Consent that covers it is the data subject's express permission.
        let permitted = matches!(lawful.footing, Footing::Consent(_));
        if self.is_own || permitted || self.goes_back_to_its_owner(to) || self.is_let_in(at) {
            return Ok(None);
        }
        let gives = |p: &&Permission| self.may_permit(p);
        match self.papers.permissions(to).find(gives) {
            Some(permission) => Ok(Some(permission.parts().id)),
            None => Err(Wait::until(
                Until::OwnerPermits,
                [Fact::Owners(self.owners())],
            )),
        }
    }

    fn goes_back_to_its_owner(&self, to: &Agency) -> bool {
        self.scales.owner_named().is_some_and(|owner| owner.is(to))
    }

    /// A group's minutes, in the room of a meeting that the parties let them into, and no further.
    fn is_let_in(&self, at: Where) -> bool {
        let Source::ThirdParty(Owner::Group(key)) = &self.scales.proposal.source else {
            return false;
        };
        let group = self.scales.pack.group(key);
        let here = group.is_some_and(|g| g.meetings.contains(&self.scales.at_meeting));
        here && matches!(at, Where::Room { .. })
    }

    /// Where several may own it and the line does not say which, one owner's permission is none for what may be another's.
    fn may_permit(&self, permission: &Permission) -> bool {
        match &permission.parts().from {
            PermissionFrom::Subject => !self.scales.is_of_somebody_else(),
            PermissionFrom::Owner(owner) => {
                let owners = self.owners();
                !owners.is_empty() && owners.iter().all(|one| self.is_same(one, owner))
            }
        }
    }

    /// The owner that was named, where it may be, or every team that originally holds such information.
    fn owners(&self) -> Vec<Owner> {
        if let Some(owner) = self.scales.owner_named() {
            return vec![owner.clone()];
        }
        let holders = self.scales.pack.matrix.holds.get(&self.scales.kind.key);
        let holders = holders.into_iter().flatten();
        holders.cloned().map(Owner::Team).collect()
    }

    /// Whether two names are one owner's: an organisation speaks for its teams, and they for it.
    fn is_same(&self, one: &Owner, other: &Owner) -> bool {
        let of = |team: &TeamKey| self.scales.pack.organisation_of(team).map(|o| &o.key);
        match (one, other) {
            (Owner::Team(team), Owner::Organisation(key))
            | (Owner::Organisation(key), Owner::Team(team)) => of(team) == Some(key),
            (one, other) => one == other,
        }
    }
}
