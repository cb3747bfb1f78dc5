//! Recipients as a form spells them: `team:dip`, `organisation:council`, `guest:Northfield Advice`.

use crate::cases::Choice;
use protocol::grounds::Addressee;
use protocol::ids::{OrganisationKey, TeamKey};
use protocol::pack::{Pack, Team};

/// Every team of the pack, then every organisation of several teams as a whole.
pub(super) fn choices(pack: &Pack) -> Vec<Choice> {
    let team = |team: &Team| Choice {
        key: spelt(&Addressee::Team(team.key.clone())),
        name: team.short_name.clone(),
    };
    let several =
        |key: &OrganisationKey| pack.teams.iter().filter(|t| t.organisation == *key).count() > 1;
    let whole = pack.organisations.iter().filter(|o| several(&o.key));
    let whole = whole.map(|o| Choice {
        key: spelt(&Addressee::Organisation(o.key.clone())),
        name: format!("{} as a whole", o.short_name),
    });
    pack.teams.iter().map(team).chain(whole).collect()
}

/// What the form spells; nothing where it spells neither.
pub(super) fn read(spelt: &str) -> Option<Addressee> {
    let (sort, key) = spelt.split_once(':')?;
    match sort {
        "team" => Some(Addressee::Team(TeamKey::new(key))),
        "organisation" => Some(Addressee::Organisation(OrganisationKey::new(key))),
        "guest" => Some(Addressee::Guest(key.trim().to_owned())),
        _ => None,
    }
}

/// As a form spells it.
pub(crate) fn spelt(one: &Addressee) -> String {
    match one {
        Addressee::Team(key) => format!("team:{key}"),
        Addressee::Organisation(key) => format!("organisation:{key}"),
        Addressee::Guest(name) => format!("guest:{name}"),
    }
}

/// What several are called.
pub(crate) fn addressees<'a>(all: impl Iterator<Item = &'a Addressee>, pack: &Pack) -> Vec<String> {
    all.map(|one| pack.addressee_called(one)).collect()
}
