//! Names out of a pack for the examples that a person learns typing by: nobody learns another partnership's keys.

use super::{Kind, Pack, SensitiveCategory, Team};
use crate::trade::MeetingKind;
use std::collections::BTreeMap;

impl Pack {
    /// What stands in the examples, by the name that they have for it; nothing is left without a word.
    pub fn examples(&self) -> BTreeMap<&'static str, String> {
        let (sharer, kind) = self.shared_in_an_example();
        let silent = self.teams.iter().find(|team| !self.is_statutory(team));
        let keys = |team: Option<&Team>| team.map_or_else(String::new, |t| t.capture_key.clone());
        let second = self.teams.get(1).or(self.teams.first());
        let group = self.groups.first().map(|group| group.key.as_str());
        let group = group.map(|key| key.split('-').next().unwrap_or(key).to_owned());
        let brought = self.kinds.iter().find(|kind| kind.catch_all);
        BTreeMap::from([
            ("sharer", keys(sharer)),
            ("kind", typed(kind)),
            ("doer", keys(second)),
            ("silent", keys(silent.or(second))),
            ("left_out", keys(self.teams.last())),
            ("brought", typed(brought.or(kind))),
            ("group", group.unwrap_or_else(|| keys(self.teams.last()))),
        ])
    }

    /// What is said first at such a meeting: something about offences that an enforcing agency holds, where there is any.
    fn shared_in_an_example(&self) -> (Option<&Team>, Option<&Kind>) {
        let of_offences = |kind: &&Kind| {
            kind.sensitivity == Some(SensitiveCategory::Offences)
                && kind.meetings.contains(&MeetingKind::Odoc)
                && !kind.victim
        };
        let kind = self.kinds.iter().find(of_offences).or(self.kinds.first());
        let holds = |team: &&Team| kind.is_some_and(|k| self.matrix.holds(&team.key, &k.key));
        let mut holders = self.teams.iter().filter(holds);
        let first = holders.clone().next();
        let enforcing = holders.find(|team| team.enforcement);
        (enforcing.or(first).or(self.teams.first()), kind)
    }

    fn is_statutory(&self, team: &Team) -> bool {
        let organisation = self.organisation(&team.organisation);
        organisation.is_some_and(|one| one.statutory)
    }
}

fn typed(kind: Option<&Kind>) -> String {
    kind.map_or_else(String::new, |kind| kind.capture_key.clone())
}
