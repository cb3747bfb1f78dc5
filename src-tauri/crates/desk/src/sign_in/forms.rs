//! What sign-in asks and answers.

use chrono::NaiveDate;
use protocol::ids::MeetingId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A command that asks nothing.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct Nothing {}

/// What the laptop shows: which of its three faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// There is no record in the folder yet.
    FirstRun,
    Locked,
    /// Somebody is signed in.
    Work,
    /// The laptop is in an attendee's hands.
    HandedOver,
}

/// Where the program stands, before anything of the record is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StandingView {
    pub face: Face,
    pub folder: String,
    pub record_name: Option<String>,
    pub user: Option<UserView>,
    /// The protective marking in force.
    pub marking: Option<String>,
    pub today: NaiveDate,
    /// The meeting that is going on, to which the window returns.
    #[ts(as = "Option<String>")]
    pub live_meeting: Option<MeetingId>,
    /// Whether the paper recovery key has been typed back.
    pub recovery_confirmed: bool,
    /// While practising, the passphrase by which the practice minutes are signed.
    pub practice: Option<String>,
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UserView {
    pub name: String,
    pub role: UserRole,
}

/// The two who can open the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UserRole {
    Chair,
    MinuteTaker,
}

/// A new record: its name, and the two who can open it.
#[derive(Deserialize, TS)]
pub struct CreateRecordForm {
    pub record_name: String,
    pub chair_name: String,
    pub chair_passphrase: String,
    pub minute_taker_name: String,
    pub minute_taker_passphrase: String,
    /// Whether to begin with the invented sample partnership.
    pub sample: bool,
}

/// A new record was made; the paper key is shown this once.
#[derive(Serialize, TS)]
pub struct CreatedView {
    pub recovery_key: Vec<String>,
    pub standing: StandingView,
}

/// A passphrase typed at sign-in; whose it is follows from which slot it opens.
#[derive(Deserialize, TS)]
pub struct UnlockForm {
    pub passphrase: String,
}

/// The paper key, and a new passphrase for whoever lost theirs.
#[derive(Deserialize, TS)]
pub struct RecoveryForm {
    pub recovery_key: String,
    pub role: UserRole,
    pub new_passphrase: String,
}

/// The paper key typed back, so that it is known to have been written down.
#[derive(Deserialize, TS)]
pub struct ConfirmRecoveryForm {
    pub recovery_key: String,
}
