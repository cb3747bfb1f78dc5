//! Finding things in a pack by their keys.

use super::{
    AgreementText, AuthorityRole, Condition, Group, Kind, MeetingRules, Organisation, Pack, Power,
    Purpose, Team,
};
use crate::ids::{
    ConditionKey, GroupKey, KindKey, OrganisationKey, PowerKey, PurposeKey, RoleKey, TeamKey,
};
use crate::trade::MeetingKind;

impl Pack {
    /// The organisation with this key.
    pub fn organisation(&self, key: &OrganisationKey) -> Option<&Organisation> {
        self.organisations
            .iter()
            .find(|organisation| organisation.key == *key)
    }

    /// The team with this key.
    pub fn team(&self, key: &TeamKey) -> Option<&Team> {
        self.teams.iter().find(|team| team.key == *key)
    }

    /// The organisation that a team belongs to.
    pub fn organisation_of(&self, team: &TeamKey) -> Option<&Organisation> {
        self.team(team)
            .and_then(|team| self.organisation(&team.organisation))
    }

    /// The kind of information with this key.
    pub fn kind(&self, key: &KindKey) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.key == *key)
    }

    /// The purpose with this key.
    pub fn purpose(&self, key: &PurposeKey) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.key == *key)
    }

    /// The power with this key.
    pub fn power(&self, key: &PowerKey) -> Option<&Power> {
        self.powers.iter().find(|power| power.key == *key)
    }

    /// The condition of the law with this key.
    pub fn condition(&self, key: &ConditionKey) -> Option<&Condition> {
        self.conditions.iter().find(|one| one.key == *key)
    }

    /// The manager's role with this key.
    pub fn role(&self, key: &RoleKey) -> Option<&AuthorityRole> {
        self.roles.iter().find(|role| role.key == *key)
    }

    /// The group from elsewhere with this key.
    pub fn group(&self, key: &GroupKey) -> Option<&Group> {
        self.groups.iter().find(|group| group.key == *key)
    }

    /// How this kind of meeting is run.
    pub fn rules(&self, kind: MeetingKind) -> &MeetingRules {
        self.meetings.of(kind)
    }

    /// What is agreed to at this kind of meeting.
    pub fn text(&self, kind: MeetingKind) -> &AgreementText {
        self.texts.of(kind)
    }
}
