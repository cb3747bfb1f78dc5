//! What the agreement pack's screen asks and answers.

use super::file_forms::LackingRow;
use crate::actions::StrandView;
use crate::live::{PolicyView, RegimeView};
use crate::meetings::Kind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The agreement pack in force.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartnershipView {
    pub name: String,
    pub version: String,
    pub dated: NaiveDate,
    pub review_due: NaiveDate,
    pub law: String,
    pub marking: String,
    pub handling: String,
    pub texts_hash: String,
    pub rules_hash: String,
    pub organisations: Vec<OrganisationRow>,
    pub teams: Vec<TeamRow>,
    pub officer_roles: Vec<OfficerRoleRow>,
    pub purposes: Vec<ClauseRow>,
    pub powers: Vec<PowerRow>,
    /// What the law asks beside a power for sensitive information, in the order in which it is proposed.
    pub conditions: Vec<ConditionRow>,
    pub kinds: Vec<KindRow>,
    pub matrix_confirmed: bool,
    /// The meetings at which a manager authorises whatever lies outside the waiver (§4.3 DIP).
    pub authority_at: Vec<Kind>,
    pub limits: Vec<LimitRow>,
    pub retention: Vec<RetentionRow>,
    pub texts: Vec<TextRow>,
    pub versions: Vec<PackVersionRow>,
    /// The number of what was just kept, where it can be taken back.
    pub last: Option<u32>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganisationRow {
    pub key: String,
    pub name: String,
    pub short_name: String,
    pub statutory: bool,
    pub party: bool,
    pub competent_authority: bool,
    pub relevant_authority: bool,
    pub note: Option<String>,
    /// What keeps it from leaving the agreement; `None` of a version that is in force no longer.
    pub leaving: Option<LeavingView>,
}

/// What stands in the way of an organisation that leaves the agreement; nothing where it may.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeavingView {
    /// Its teams, and itself, as far as the record counts on them.
    pub needed: Vec<LackingRow>,
    /// The meetings that can decide nothing without one of its teams.
    pub quorum: Vec<Kind>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct TeamRow {
    pub key: String,
    pub organisation: String,
    pub name: String,
    pub short_name: String,
    pub capture_key: String,
    pub in_cjit: bool,
    pub enforcement: bool,
    pub strand: StrandView,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OfficerRoleRow {
    pub organisation: String,
    pub organisation_name: String,
    pub primary: bool,
    pub role: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ClauseRow {
    pub name: String,
    pub short: String,
    pub clause: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PowerRow {
    pub name: String,
    pub short: String,
    pub clause: String,
    /// "power", "duty", "exemption" or "other_protocol".
    pub sort: String,
    pub relevant_authorities_only: bool,
    pub superseded_by: Option<String>,
    pub review: NaiveDate,
}

/// A condition of the law, and the document that it asks for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConditionRow {
    pub name: String,
    pub regime: RegimeView,
    /// Serves where consent is relied on, and there only.
    pub on_consent: bool,
    /// The kinds that it serves for, by their names.
    pub kinds: Vec<String>,
    pub policy: Option<PolicyView>,
}

/// A kind of information, and the teams that originally hold it (Table 1).
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindRow {
    pub key: String,
    pub name: String,
    pub capture_key: String,
    pub format: String,
    /// "ethnic_origin", "health", "offences" or "proceedings".
    pub sensitivity: Option<String>,
    pub clause: String,
    /// The keys of the teams that hold it.
    pub holders: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct LimitRow {
    /// The name of the limit in the pack, a code for the window.
    pub code: String,
    pub length: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct RetentionRow {
    pub name: String,
    /// `None` until the partnership sets it.
    pub period: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct TextRow {
    pub kind: Kind,
    /// What that version calls the meeting.
    pub meeting: String,
    pub version: String,
    pub opening_statement: Vec<String>,
    pub agreement: Vec<SectionRow>,
    pub acceptance_question: String,
    pub declaration_intro: String,
    pub declaration: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SectionRow {
    pub heading: String,
    pub clause: String,
    pub paragraphs: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PackVersionRow {
    pub version: String,
    pub saved_on: NaiveDate,
    pub by: String,
    pub in_force: bool,
    pub texts_hash: String,
    pub rules_hash: String,
}

/// One version of the agreement, by what it is called.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PackVersionForm {
    pub version: String,
}

/// A version of the agreement as it was kept, to be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PackVersionView {
    /// What it said; the only version listed in it is this one.
    pub agreement: PartnershipView,
    /// What each rule cited, by the rule's name.
    pub clauses: BTreeMap<String, String>,
}

/// An organisation's flags; its key is empty for a new one.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganisationForm {
    pub key: String,
    pub name: String,
    pub short_name: String,
    pub statutory: bool,
    pub party: bool,
    pub competent_authority: bool,
    pub relevant_authority: bool,
    /// What there is to remember of it; empty for nothing.
    pub note: String,
}

/// The organisation that leaves the agreement, by its key.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeavesForm {
    pub organisation: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TeamForm {
    /// Empty for a new team.
    pub key: String,
    pub organisation: String,
    pub name: String,
    pub short_name: String,
    pub capture_key: String,
    pub in_cjit: bool,
    pub enforcement: bool,
    pub strand: StrandView,
}

/// Whether a manager authorises whatever lies outside the waiver, at one kind of meeting.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LadderForm {
    pub meeting: Kind,
    pub on: bool,
}

/// Whether a team originally holds a kind of information.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HolderForm {
    pub kind: String,
    pub team: String,
    pub holds: bool,
}
