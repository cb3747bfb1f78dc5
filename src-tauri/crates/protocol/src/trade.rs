//! The few words of the trade that the rules themselves turn on.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A moment, with the offset that the clock on the wall had.
pub type At = DateTime<FixedOffset>;

/// The two meetings that the protocol speaks of (§4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// One Day One Conversation, with ASB case conferencing.
    Odoc,
    /// The Drug Intervention Programme's review of its caseload.
    DipCaseReview,
}

/// The strand of work that an action belongs to (§1.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strand {
    Enforcement,
    Disruption,
    Treatment,
    Resettlement,
}

/// How much of the meeting a case asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    Red,
    Amber,
    Green,
}

/// What an item is: there is no third, so that a personal view has no way in (§4.3, authorities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The organisation's objective assessment.
    Fact,
    /// A professional judgement, said to be one.
    ProfessionalJudgement,
}
