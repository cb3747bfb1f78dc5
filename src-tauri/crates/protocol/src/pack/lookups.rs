//! Finding things in a pack by their keys.

use super::{
    AgreementText, AuthorityRole, Condition, Group, Kind, MeetingRules, Organisation, Pack, Power,
    Purpose, RetentionPeriod, Team,
};
use crate::grounds::Addressee;
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

    /// Whether a team takes part in case management (§4.3 DIP, authorities).
    pub fn is_inside(&self, key: &TeamKey) -> bool {
        self.team(key).is_some_and(|team| team.in_cjit)
    }

    /// What a team or a guest agency is called at the table; its key, where a later agreement knows it no more.
    pub fn team_called(&self, key: &TeamKey) -> String {
        let name = self.team(key).map(|team| team.short_name.as_str());
        let name = name.or(key.guest()).unwrap_or(key.as_str());
        name.to_owned()
    }

    /// The organisation that a team belongs to.
    pub fn organisation_of(&self, team: &TeamKey) -> Option<&Organisation> {
        self.team(team)
            .and_then(|team| self.organisation(&team.organisation))
    }

    /// Whom a consent or an authority names: a team, an organisation as it is called, or a guest agency by its own name.
    pub fn addressee_called(&self, one: &Addressee) -> String {
        match one {
            Addressee::Team(key) => self.team_called(key),
            Addressee::Organisation(key) => {
                let known = self.organisation(key);
                known.map_or_else(|| key.to_string(), |known| known.short_name.clone())
            }
            Addressee::Guest(name) => name.clone(),
        }
    }

    /// How long one kind of record is kept: by an organisation's own period, where the pack has one for it (§3.1.1).
    pub fn retention_of(
        &self,
        record: &str,
        organisation: Option<&OrganisationKey>,
    ) -> Option<&RetentionPeriod> {
        let mut all = self
            .retention
            .iter()
            .filter(|period| period.record == record);
        let own = |period: &&RetentionPeriod| period.organisation.as_ref() == organisation;
        let own_first = all.clone().find(own);
        own_first.or_else(|| all.find(|period| period.organisation.is_none()))
    }

    /// The kind of information with this key.
    pub fn kind(&self, key: &KindKey) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.key == *key)
    }

    /// What a kind of information is called; its key, where a later agreement knows it no more.
    pub fn kind_called(&self, key: &KindKey) -> String {
        let kind = self.kind(key);
        kind.map_or_else(|| key.to_string(), |kind| kind.name.clone())
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

    /// What a manager's role is called; its key, where a later agreement knows it no more.
    pub fn role_called(&self, key: &RoleKey) -> String {
        let role = self.role(key);
        role.map_or_else(|| key.to_string(), |role| role.name.clone())
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
