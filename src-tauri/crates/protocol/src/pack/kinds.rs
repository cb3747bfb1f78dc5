//! What is shared: kinds of information, how sensitive they are, and who originally holds them.

use super::formats::Form;
use crate::ids::{KindKey, PowerKey, PurposeKey, TeamKey};
use crate::sharing::SubjectCategory;
use crate::trade::MeetingKind;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The four sensitive categories (§1.7.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SensitiveCategory {
    EthnicOrigin,
    Health,
    Offences,
    Proceedings,
}

/// A kind of information (§2.2.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub key: KindKey,
    pub name: String,
    /// Two to five lower-case letters, unique among the kinds.
    pub capture_key: String,
    /// How it is written down: the agreed format, in words.
    pub format: String,
    /// The form that its words are read and stored in; free text without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<SensitiveCategory>,
    /// The meetings that it is offered at; never empty.
    pub meetings: Vec<MeetingKind>,
    /// The purpose proposed for it, where it is not the meeting's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<PurposeKey>,
    /// The power proposed for it, where it is not the meeting's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<PowerKey>,
    /// About a victim, and shared with that person's consent only (§2.2.5).
    pub victim: bool,
    /// What the pack keeps for whatever else there is: no consent can name it (§1.8.3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub catch_all: bool,
    /// May as well be a judgement as a fact, so that a line asks which of the two it is (§4.3 ODOC, authorities).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_basis: bool,
    /// About no person at all, so that nobody's consent or objection bears on it: it may be shared outside a case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_nobody: bool,
    /// The clause that lists it; a kind without one is the partnership's own addition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

impl Kind {
    /// Whether what is said of it speaks of a victim, by its kind or because somebody said so (§2.2.5).
    pub fn is_of_a_victim(&self, about: Option<SubjectCategory>) -> bool {
        self.victim || about == Some(SubjectCategory::Victim)
    }

    /// Whether it speaks of somebody who is neither simply the person nor a victim: nothing of the person's is theirs to give.
    pub fn is_of_somebody_else(&self, about: Option<SubjectCategory>) -> bool {
        about.is_some() && !self.is_of_a_victim(about)
    }
}

/// Who originally holds which kind (§1.4.1, table 1).
///
/// The table is a picture that is missing from the published protocol, so the pack says whether the parties have confirmed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolderMatrix {
    pub confirmed: bool,
    pub holds: BTreeMap<KindKey, BTreeSet<TeamKey>>,
}

impl HolderMatrix {
    /// Whether a team originally holds a kind, and so may share it without asking anybody.
    pub fn holds(&self, team: &TeamKey, kind: &KindKey) -> bool {
        self.holds
            .get(kind)
            .is_some_and(|teams| teams.contains(team))
    }
}
