//! The agreement pack: the protocol as data, so that a partnership can change who takes part without changing the rules.

mod canonical;
mod clauses;
mod cohorts;
mod conditions;
mod examples;
mod fault;
mod formats;
mod grounds;
mod hashes;
mod kinds;
mod ladder;
mod lookups;
mod meetings;
mod organisations;
mod reading;
mod terms;
mod writing;

#[cfg(test)]
mod tests;

pub use clauses::{Clauses, Rule};
pub use cohorts::Cohorts;
pub use conditions::Condition;
pub use fault::{Fault, FaultKind, Fragment, Register, Shape};
pub use formats::{DateForm, Form, Formats, InForm, PostcodeForm};
pub use grounds::{LawSet, Power, PowerSort, Purpose};
pub use kinds::{HolderMatrix, Kind, SensitiveCategory};
pub use ladder::{AuthorityRole, Group, Ladder, Rung};
pub use meetings::{AgreementText, ByMeeting, Interval, MeetingRules, Quorum, Section};
pub use organisations::{OfficerKind, OfficerRole, Organisation, Team};
pub use terms::{CASE_FILES, Markings, RetentionPeriod, TimeLimits};

use crate::clocks::Deadline;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The pack that the program brings along: the protocol of May 2012, in our own words.
pub const DEFAULT: &str = include_str!("../../packs/default.toml");

/// The agreement of an invented partnership with other agencies, other ladders and other clauses.
pub const EXAMPLE: &str = include_str!("../../packs/harrowmere.toml");

/// One version of an agreement: people and officers' names are registers, and no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub name: String,
    pub version: String,
    pub dated: NaiveDate,
    /// When all parties next review it (§6.1.1).
    pub review_due: NaiveDate,
    pub law: LawSet,
    pub markings: Markings,
    pub limits: TimeLimits,
    /// What the agreed formats allow here (§2.2.5).
    #[serde(default, skip_serializing_if = "Formats::are_usual")]
    pub formats: Formats,
    /// What the groups are called that cases are in.
    #[serde(default, skip_serializing_if = "Cohorts::are_usual")]
    pub cohorts: Cohorts,
    /// What the rules cite.
    pub clauses: Clauses,
    pub organisations: Vec<Organisation>,
    pub teams: Vec<Team>,
    pub officer_roles: Vec<OfficerRole>,
    pub purposes: Vec<Purpose>,
    pub powers: Vec<Power>,
    pub conditions: Vec<Condition>,
    pub kinds: Vec<Kind>,
    pub matrix: HolderMatrix,
    pub groups: Vec<Group>,
    pub roles: Vec<AuthorityRole>,
    pub ladder: Ladder,
    pub retention: Vec<RetentionPeriod>,
    pub meetings: ByMeeting<MeetingRules>,
    pub texts: ByMeeting<AgreementText>,
    /// The hashes of its texts and of its rules under which the record keeps it.
    #[serde(skip)]
    kept_as: Option<([u8; 32], [u8; 32])>,
}

impl Pack {
    /// By when all parties review it: on the day it names, or sooner where its own limit runs out before (§6.1.1).
    pub fn review_by(&self) -> NaiveDate {
        let limit = Deadline::AgreementReviewed.due(self.dated, &self.limits);
        self.review_due.min(limit)
    }
}
