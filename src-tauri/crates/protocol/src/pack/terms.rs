//! Markings, time limits and retention: the numbers and labels that change without the rules changing.

use crate::ids::OrganisationKey;
use crate::trade::At;
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// The protective marking on every screen and page with personal data (§4.2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Markings {
    pub in_force: String,
    /// What a partnership may choose from; the one in force is among them.
    pub offered: Vec<String>,
    /// The line that says how to handle what bears the marking.
    pub handling: String,
}

/// How long things may take: each starts where the clause or the law says, never here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimits {
    /// Asking the originator about a request (§5.1.1).
    pub originator_days: u32,
    /// Telling the granting partner of a claim (§4.6.4).
    pub claim_notice_days: u32,
    /// Answering a written objection (§2.1.1).
    pub objection_days: u32,
    /// Acknowledging a complaint (law of 2026, not the protocol).
    pub complaint_days: u32,
    /// Answering a person's own request (UK GDPR, not the protocol).
    pub request_months: u32,
    /// Reviewing an officer's folder (§4.4.3).
    pub folder_months: u32,
    /// Reviewing the agreement (§6.1.1).
    pub review_months: u32,
    /// Reporting a breach to the regulator (UK GDPR, not the protocol).
    pub breach_hours: u32,
}

impl TimeLimits {
    /// By when a breach is reported that was known of at this moment.
    pub fn breach_reported_by(&self, known: At) -> At {
        known + Duration::hours(self.breach_hours.into())
    }
}

/// The record whose period begins when a case is closed: every pack says how long its files are kept.
pub const CASE_FILES: &str = "cases";

/// How long one kind of record is kept (§3.1.1); unset until the partnership sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionPeriod {
    /// A slug, unique together with the organisation.
    pub record: String,
    pub name: String,
    /// What the period runs from, in words.
    pub runs_from: String,
    /// The one organisation that this period is for; the default for all where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationKey>,
    /// Never zero; not given means that nobody has decided yet, so that nothing falls due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    pub clause: String,
}
