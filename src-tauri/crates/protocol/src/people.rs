//! The registers of people: representatives, and the officers of each organisation (§4.4).

use crate::ids::{OfficerId, OrganisationKey, PersonId, TeamKey};
use serde::{Deserialize, Serialize};

/// Somebody who comes to meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// The name as the person writes it, in any script.
    pub name: String,
    /// What they do: "Offender manager", "Tenancy officer".
    pub job: String,
    pub affiliation: Affiliation,
    /// Whether the person is no longer offered at a register.
    pub retired: bool,
}

/// For whom somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "for")]
pub enum Affiliation {
    /// A team of the pack; its organisation and flags are the pack's.
    Team { team: TeamKey },
    /// An agency that is not in the pack: it is not a party, so §1.2.3 applies unless statutory.
    Guest { agency: String, statutory: bool },
}

/// A (Primary) Designated Officer: documents leave only to these (§4.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    pub id: OfficerId,
    pub organisation: OrganisationKey,
    pub primary: bool,
    pub name: String,
    pub role: String,
    pub email: String,
    pub telephone: String,
    pub retired: bool,
}
