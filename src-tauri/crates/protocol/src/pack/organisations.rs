//! Who takes part: organisations with their four independent facts, their teams, and the officers' roles.

use crate::ids::{OrganisationKey, TeamKey};
use crate::trade::Strand;
use serde::{Deserialize, Serialize};

/// An organisation and the four facts about it that the rules turn on, none of which follows from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub key: OrganisationKey,
    pub name: String,
    pub short_name: String,
    /// A non-statutory organisation's representative signs a declaration (§4.3 ODOC).
    pub statutory: bool,
    /// One that is neither statutory nor party receives nothing without consent (§1.2.3).
    pub party: bool,
    /// A competent authority under Part 3 of the Data Protection Act 2018.
    pub competent_authority: bool,
    /// A relevant authority under section 115 of the Crime and Disorder Act 1998.
    pub relevant_authority: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A team as it sits at the table: the capture line names teams, not organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub key: TeamKey,
    pub organisation: OrganisationKey,
    pub name: String,
    pub short_name: String,
    /// Two to five lower-case letters, unique in the pack.
    pub capture_key: String,
    /// Inside case management in the criminal justice integrated team (§4.3 DIP).
    pub in_cjit: bool,
    /// An enforcement agency, which a client's information reaches by the DIP Manager's decision alone (§4.3 DIP).
    pub enforcement: bool,
    /// The strand that this team's actions usually belong to (§1.1.1).
    pub strand: Strand,
}

/// Whether a role is an organisation's primary designated officer or another one (§4.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficerKind {
    Pdo,
    Do,
}

/// A designated role; the name of whoever holds it is on the register, because it changes (appendix).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerRole {
    pub organisation: OrganisationKey,
    /// The team, where the appendix gives one team of an organisation officers of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamKey>,
    pub kind: OfficerKind,
    pub role: String,
}
