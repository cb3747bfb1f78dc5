//! What each of the two meetings asks, and the words that are agreed to at its beginning.

use crate::ids::{PowerKey, PurposeKey, TeamKey};
use crate::trade::MeetingKind;
use serde::{Deserialize, Serialize};

/// One of something for each kind of meeting: a pack that lacks one is not a pack, so that no lookup can fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByMeeting<T> {
    pub odoc: T,
    pub dip_case_review: T,
}

impl<T> ByMeeting<T> {
    /// The one for this kind of meeting.
    pub fn of(&self, kind: MeetingKind) -> &T {
        match kind {
            MeetingKind::Odoc => &self.odoc,
            MeetingKind::DipCaseReview => &self.dip_case_review,
        }
    }

    /// Both, each with its kind of meeting.
    pub fn iter(&self) -> impl Iterator<Item = (MeetingKind, &T)> {
        [
            (MeetingKind::Odoc, &self.odoc),
            (MeetingKind::DipCaseReview, &self.dip_case_review),
        ]
        .into_iter()
    }
}

/// How one kind of meeting is run, and what its items rest on unless somebody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingRules {
    pub name: String,
    /// What it is called in a sentence: "ODOC meeting".
    pub short_name: String,
    /// What its papers are filed under: "ODOC".
    pub filed_as: String,
    pub default_purpose: PurposeKey,
    pub default_power: PowerKey,
    /// Whether a non-statutory organisation's representative signs anew at each meeting (§4.3 ODOC).
    pub declaration_required: bool,
    /// What its cases are numbered with: "ODOC" makes ODOC-001 the first of them.
    pub numbered_as: String,
    /// How often it meets.
    pub every: Interval,
    /// What the minutes say where the room was asked and nobody holds anything new; `{date}` stands for the next review.
    pub no_change: String,
    /// Without whom the chair has to say how to go on; a pack need not name anybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
}

/// How often a kind of meeting is held (§4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    Week,
    Fortnight,
    FourWeeks,
    Month,
    TwoMonths,
    Quarter,
}

/// Who has to be in the room for the meeting to decide anything by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    pub teams: Vec<TeamKey>,
    /// The clause that asks for it; none where it is the partnership's own to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// The words that everyone agrees to before anything is opened (§4.1), with a version of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementText {
    pub version: String,
    /// The question that each person answers by name.
    pub acceptance_question: String,
    /// What the chair reads aloud, a paragraph each.
    pub opening_statement: Vec<String>,
    /// The words above the declaration's numbered sentences.
    pub declaration_intro: String,
    /// The declaration, a numbered sentence each.
    pub declaration: Vec<String>,
    pub agreement: Vec<Section>,
}

/// One part of the agreement, with the clause that it restates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub heading: String,
    pub clause: String,
    pub paragraphs: Vec<String>,
}
