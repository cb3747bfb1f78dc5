//! Agencies as a paper names them: who may receive, and whose information it is.

use crate::ids::{GroupKey, OrganisationKey, TeamKey};
use crate::pack::Pack;
use crate::room::{Agency, same_name};
use serde::{Deserialize, Serialize};

/// An agency that a scope names as a recipient.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "agency", content = "named")]
pub enum Addressee {
    /// One team of the pack, and no other of its organisation.
    Team(TeamKey),
    /// An organisation of the pack with all its teams.
    Organisation(OrganisationKey),
    /// An agency that the pack does not know, by its name.
    Guest(String),
}

/// Whose information it originally is (§1.4.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "agency", content = "named")]
pub enum Owner {
    Team(TeamKey),
    Organisation(OrganisationKey),
    /// A group whose minutes the pack lets into a meeting as third-party information (§4.3 ASB Group).
    Group(GroupKey),
    Guest(String),
}

impl Owner {
    /// What it is called, where the pack knows it, and otherwise its key.
    pub fn called(&self, pack: &Pack) -> String {
        let own = |key: &str, name: Option<&String>| name.map_or(key, |name| name).to_owned();
        match self {
            Self::Team(key) => own(key.as_str(), pack.team(key).map(|t| &t.short_name)),
            Self::Organisation(key) => {
                let organisation = pack.organisation(key);
                own(key.as_str(), organisation.map(|o| &o.short_name))
            }
            Self::Group(key) => own(key.as_str(), pack.group(key).map(|g| &g.name)),
            Self::Guest(name) => name.clone(),
        }
    }
}

impl Addressee {
    /// Whether this names that agency.
    pub fn is(&self, agency: &Agency) -> bool {
        match self {
            Self::Team(team) => agency.team.as_ref() == Some(team),
            Self::Organisation(key) => agency.organisation.as_ref() == Some(key),
            Self::Guest(name) => agency.organisation.is_none() && same_name(name, &agency.name),
        }
    }
}

impl Owner {
    /// Whether that agency is the owner itself, so that giving it back discloses nothing.
    pub fn is(&self, agency: &Agency) -> bool {
        match self {
            Self::Team(team) => agency.team.as_ref() == Some(team),
            Self::Organisation(key) => agency.organisation.as_ref() == Some(key),
            Self::Group(_) => false,
            Self::Guest(name) => agency.organisation.is_none() && same_name(name, &agency.name),
        }
    }
}
