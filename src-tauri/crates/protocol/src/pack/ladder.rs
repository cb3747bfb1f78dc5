//! Who may authorise sharing outside a client's waiver, and whose minutes come in from elsewhere.

use crate::ids::{GroupKey, KindKey, RoleKey};
use crate::trade::MeetingKind;
use serde::{Deserialize, Serialize};

/// A manager's role that can authorise (§4.3 DIP, authorities).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityRole {
    pub key: RoleKey,
    pub name: String,
    /// Whether it authorises for the manager's own service only.
    pub own_service: bool,
}

/// Which roles suffice, and for what sharing they are asked at all (§4.3 DIP, authorities).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The meetings at which everything outside the waiver needs an authority.
    pub meetings: Vec<MeetingKind>,
    /// The kinds that need one at any other meeting too, where a team inside case management holds them.
    pub kinds: Vec<KindKey>,
    /// Who suffices while it stays among the teams inside case management.
    pub within: Vec<RoleKey>,
    /// Who suffices beyond them.
    pub beyond: Vec<RoleKey>,
}

/// How far from case management a recipient stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Inside case management in the criminal justice integrated team.
    Within,
    /// Outside it: enforcement agencies, landlords, another meeting.
    Beyond,
}

/// A group whose minutes may be brought to a meeting as third-party information (§4.3 ASB Group).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub key: GroupKey,
    pub name: String,
    /// The meetings that the parties agreed to let them into; anywhere else they need permission.
    pub meetings: Vec<MeetingKind>,
    pub clause: String,
}

impl Ladder {
    /// The roles that suffice on a rung.
    pub fn roles(&self, rung: Rung) -> &[RoleKey] {
        match rung {
            Rung::Within => &self.within,
            Rung::Beyond => &self.beyond,
        }
    }
}
