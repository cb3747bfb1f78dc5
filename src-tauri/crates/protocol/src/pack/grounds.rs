//! Why information may be shared: purposes, legal powers, and the law that they were written against.

use crate::ids::{PowerKey, PurposeKey};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The set of laws that the pack's wording was checked against, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawSet {
    pub name: String,
    pub as_at: NaiveDate,
}

/// A purpose of sharing (§1.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    pub key: PurposeKey,
    pub name: String,
    /// As it ends a sentence: "to manage risk".
    pub short: String,
    /// Whether it is one of law enforcement, so that Part 3 of the DPA 2018 may govern (§1.1.2).
    pub law_enforcement: bool,
    pub clause: String,
}

/// What an entry of the list in §1.5.1 really is, since that list calls all of them powers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerSort {
    Power,
    Duty,
    Exemption,
    OtherProtocol,
}

/// A legal ground that an item can name (§1.5.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Power {
    pub key: PowerKey,
    pub name: String,
    /// As it stands in a sentence: "s115".
    pub short: String,
    pub what: PowerSort,
    /// Whether it reaches relevant authorities and those acting for them only.
    pub relevant_authorities_only: bool,
    /// What stands in its place today, where the protocol's entry has been overtaken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<String>,
    /// When somebody is to look at this entry again.
    pub review: NaiveDate,
    pub clause: String,
}

impl Power {
    /// Whether an item may rest on this: an exemption and another protocol's rules are grounds for nothing here.
    pub fn is_ground(&self) -> bool {
        matches!(self.what, PowerSort::Power | PowerSort::Duty)
    }

    /// Whether a chair may choose it: a ground, and one that nothing stands in the place of today.
    pub fn may_be_chosen(&self) -> bool {
        self.is_ground() && self.superseded_by.is_none()
    }

    /// Whether it covers a recipient: one that reaches relevant authorities only covers nobody else (§1.5.1).
    pub fn reaches(&self, relevant_authority: bool) -> bool {
        relevant_authority || !self.relevant_authorities_only
    }
}
