//! What a paper covers: kinds of information × recipients × purposes.

use super::{Addressee, Several};
use crate::ids::{KindKey, PurposeKey};
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::room::Agency;
use crate::trade::MeetingKind;
use serde::{Deserialize, Serialize};

/// Which information, for whom, and how it may be used: each named (§1.8.3, §4.3 DIP).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub kinds: Several<KindKey>,
    pub recipients: Several<Addressee>,
    pub purposes: Several<PurposeKey>,
}

impl Scope {
    /// Takes what is named.
    ///
    /// # Errors
    /// [`Refusal::ScopeNamesNothing`] where kinds, recipients or purposes are empty.
    pub fn of(
        kinds: impl IntoIterator<Item = KindKey>,
        recipients: impl IntoIterator<Item = Addressee>,
        purposes: impl IntoIterator<Item = PurposeKey>,
    ) -> Result<Self, Refusal> {
        Ok(Self {
            kinds: Several::of(kinds).ok_or(Refusal::ScopeNamesNothing)?,
            recipients: Several::of(recipients).ok_or(Refusal::ScopeNamesNothing)?,
            purposes: Several::of(purposes).ok_or(Refusal::ScopeNamesNothing)?,
        })
    }

    /// Whether it covers a kind, for that recipient, to that end.
    pub fn covers(&self, kind: &KindKey, to: &Agency, purpose: &PurposeKey) -> bool {
        self.kinds.names(kind) && self.purposes.names(purpose) && self.reaches(to)
    }

    /// Whether it names that recipient.
    pub fn reaches(&self, to: &Agency) -> bool {
        self.recipients.iter().any(|one| one.is(to))
    }

    /// Every name in it is the pack's.
    ///
    /// # Errors
    /// [`Refusal::NotInThePack`].
    pub(super) fn in_the_pack(&self, pack: &Pack) -> Result<(), Refusal> {
        let recipient = |one: &Addressee| match one {
            Addressee::Team(key) => pack.team(key).is_some(),
            Addressee::Organisation(key) => pack.organisation(key).is_some(),
            Addressee::Guest(name) => !name.trim().is_empty(),
        };
        let known = self.kinds.iter().all(|key| pack.kind(key).is_some())
            && self.purposes.iter().all(|key| pack.purpose(key).is_some())
            && self.recipients.iter().all(recipient);
        known.then_some(()).ok_or(Refusal::NotInThePack)
    }

    /// Whether it says "anything relevant" in other words (§1.8.3): the kind that the pack keeps for whatever else there is, or
    /// everything that could be named.
    pub fn is_blanket(&self, pack: &Pack) -> bool {
        let catch_all = |kind: &crate::pack::Kind| kind.catch_all && self.kinds.names(&kind.key);
        pack.kinds.iter().any(catch_all) || self.names_everything(pack)
    }

    /// Whether it leaves nothing out: every kind that a meeting offers, or every purpose there is (§1.8.3, §4.3 DIP).
    ///
    /// A kind with a form of its own says who somebody is, and nothing of them: leaving those alone out narrows nothing.
    pub(super) fn names_everything(&self, pack: &Pack) -> bool {
        let every_kind_of = |meeting: MeetingKind| {
            let mut offered = pack.kinds.iter().filter(|kind| {
                kind.meetings.contains(&meeting)
                    && !kind.catch_all
                    && !kind.about_nobody
                    && !kind.victim
                    && kind.form.is_none()
            });
            offered.all(|kind| self.kinds.names(&kind.key))
        };
        every_kind_of(MeetingKind::Odoc)
            || every_kind_of(MeetingKind::DipCaseReview)
            || pack.purposes.iter().all(|p| self.purposes.names(&p.key))
    }

    /// Whether it names every agency that the pack knows: a person may say so of what they name (§1.8.3 speaks of information alone),
    /// and no manager, who says with whom (§4.3 DIP).
    pub(super) fn is_for_everybody(&self, pack: &Pack) -> bool {
        pack.teams.iter().all(|team| {
            let own = Addressee::Team(team.key.clone());
            let whole = Addressee::Organisation(team.organisation.clone());
            self.recipients.names(&own) || self.recipients.names(&whole)
        })
    }
}
