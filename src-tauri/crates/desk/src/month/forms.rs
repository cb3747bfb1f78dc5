//! What this month's page answers.

use crate::held::HeldRow;
use crate::meetings::{Kind, MeetingRow};
use chrono::NaiveDate;
use protocol::ids::MeetingId;
use serde::Serialize;
use ts_rs::TS;

/// The next meetings, what is ready and what is missing, and what runs out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthView {
    pub today: NaiveDate,
    pub next: Vec<NextMeeting>,
    pub running_out: Vec<ClockRow>,
    /// What is held and waits, whichever meeting left it so.
    pub held: Vec<HeldRow>,
    pub last_minutes: Vec<LastMinutes>,
    pub counts: PlaceCounts,
}

/// Numbers beside the places.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlaceCounts {
    pub cases: u32,
    pub actions: u32,
}

/// The next meeting of a kind; `meeting` is `None` where none has been prepared.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextMeeting {
    pub kind: Kind,
    pub meeting: Option<MeetingRow>,
    pub readiness: Vec<Readiness>,
}

/// One line of "Before you start".
#[derive(Debug, Clone, Serialize, TS)]
pub struct Readiness {
    pub code: ReadinessCode,
    pub ready: bool,
    pub count: u32,
    /// What it is about: agencies, say.
    pub about: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReadinessCode {
    CasesOnTheAgenda,
    PeopleExpected,
    ChairAndMinuteTaker,
    DeclarationsToSign,
    AgreementInForce,
    ReviewOverdue,
    MatrixNotConfirmed,
    AgenciesWithoutOfficer,
    ActionsOverdue,
    /// Consents and waivers that end before the meeting, or within a month of it.
    ConsentsEnding,
    TimeOverbooked,
    PreviousMinutesUnsigned,
}

/// A clock that runs out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClockRow {
    pub code: ClockCode,
    pub about: String,
    pub date: NaiveDate,
    pub days_left: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockCode {
    AgreementReview,
    ActionDue,
    MinutesUnsigned,
    Release,
    OrderEnds,
}

/// The last meeting's minutes: signed or still to sign.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastMinutes {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub kind: Kind,
    pub date: NaiveDate,
    pub signed_on: Option<NaiveDate>,
    pub agreed: bool,
    /// How many people have heard words that were corrected since, and have not been told.
    pub to_tell: u32,
}
