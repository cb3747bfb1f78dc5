//! What sign-in asks and answers.

use crate::problem::BrokenCode;
use crate::secret::Secret;
use chrono::NaiveDate;
use protocol::ids::MeetingId;
use record::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A command that asks nothing.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct Nothing {}

/// What the laptop shows: which of its faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// There is no record in the folder yet.
    FirstRun,
    Locked,
    /// Somebody is signed in.
    Work,
    /// Nobody touched it while a meeting went on: the meeting's PIN brings it back.
    Resting,
    /// The laptop is in an attendee's hands.
    HandedOver,
}

/// Where the program stands, before anything of the record is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StandingView {
    pub face: Face,
    pub folder: String,
    /// Whether the record was opened from there before, and the whole folder is not there now: a stick that is not plugged in.
    pub folder_gone: bool,
    /// Why the record will not open whatever is typed, where that shows from outside.
    pub shut: Option<BrokenCode>,
    /// The record's name, which is told apart from what is in it: also while it is locked, where it was opened here before.
    pub record_name: Option<String>,
    pub user: Option<UserView>,
    /// The protective marking in force.
    pub marking: Option<String>,
    /// What each rule cites in the agreement in force, by the rule's name; nothing while nobody is signed in.
    pub clauses: BTreeMap<String, String>,
    /// What each kind of meeting is called in the agreement in force; nothing while nobody is signed in.
    pub meetings: Option<MeetingNames>,
    /// What it calls the groups that cases are in; nothing while nobody is signed in.
    pub cohorts: Option<CohortNames>,
    /// What stands in the examples of what is typed at the capture line: the agreement's own keys.
    pub examples: BTreeMap<String, String>,
    pub today: NaiveDate,
    /// The meeting that is going on, to which the window returns.
    #[ts(as = "Option<String>")]
    pub live_meeting: Option<MeetingId>,
    /// Whether the paper recovery key has been typed back.
    pub recovery_confirmed: bool,
    /// While practising, the passphrase by which the practice minutes are signed.
    pub practice: Option<String>,
}

/// What each cohort is called.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CohortNames {
    pub fixed: String,
    pub flex: String,
    pub free: String,
    pub asb: String,
    pub dip_caseload: String,
}

/// What the two kinds of meeting are called in a sentence, and what their papers are filed under.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingNames {
    pub odoc: MeetingName,
    pub dip_case_review: MeetingName,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingName {
    pub name: String,
    pub filed_as: String,
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UserView {
    pub name: String,
    pub role: UserRole,
}

/// What somebody who can open the record does at meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UserRole {
    Chair,
    DeputyChair,
    MinuteTaker,
}

impl UserRole {
    /// The role of a user; the paper key is nobody and has none.
    pub(crate) fn of(role: Role) -> Option<Self> {
        match role {
            Role::Chair => Some(Self::Chair),
            Role::DeputyChair => Some(Self::DeputyChair),
            Role::MinuteTaker => Some(Self::MinuteTaker),
            Role::Recovery => None,
        }
    }
}

impl From<UserRole> for Role {
    fn from(role: UserRole) -> Self {
        match role {
            UserRole::Chair => Self::Chair,
            UserRole::DeputyChair => Self::DeputyChair,
            UserRole::MinuteTaker => Self::MinuteTaker,
        }
    }
}

/// A new record: its name, and the two who can open it.
#[derive(Deserialize, TS)]
pub struct CreateRecordForm {
    pub record_name: String,
    pub chair_name: String,
    #[ts(as = "String")]
    pub chair_passphrase: Secret,
    pub minute_taker_name: String,
    #[ts(as = "String")]
    pub minute_taker_passphrase: Secret,
    /// Whether to begin with the invented sample partnership.
    pub sample: bool,
}

/// A paper key that was just made, shown this once.
#[derive(Serialize, TS)]
pub struct PaperKeyView {
    pub recovery_key: Vec<String>,
    /// The record was made, and the sample that was asked for is not whole.
    pub sample_unfilled: bool,
    pub standing: StandingView,
}

/// A passphrase typed at sign-in; whose it is follows from which slot it opens.
#[derive(Deserialize, TS)]
pub struct UnlockForm {
    #[ts(as = "String")]
    pub passphrase: Secret,
}

/// The paper key, and a new passphrase for whoever lost theirs.
#[derive(Deserialize, TS)]
pub struct RecoveryForm {
    #[ts(as = "String")]
    pub recovery_key: Secret,
    pub role: UserRole,
    #[ts(as = "String")]
    pub new_passphrase: Secret,
}

/// The paper key typed back, so that it is known to have been written down.
#[derive(Deserialize, TS)]
pub struct ConfirmRecoveryForm {
    #[ts(as = "String")]
    pub recovery_key: Secret,
}
