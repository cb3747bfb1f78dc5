//! What preparing a meeting asks and answers.

use crate::actions::ActionRow;
use crate::problem::RefusalView;
use chrono::{NaiveDate, NaiveTime};
use protocol::ids::{AttendanceId, CaseId, MeetingId, PersonId, SlotId};
use protocol::trade::{MeetingKind, Tier};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which of the two meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Odoc,
    DipCaseReview,
}

/// How much of the meeting a case asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TierView {
    Red,
    Amber,
    Green,
}

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StageView {
    Planned,
    Gathering,
    InSession,
    Adjourned,
    Closed,
    Sealed,
}

/// What somebody is at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoleView {
    Chair,
    MinuteTaker,
    Representative,
    Observer,
}

/// A meeting by its identifier.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MeetingForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
}

/// The next meeting of a kind, prepared from the last.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PrepareForm {
    pub kind: Kind,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanWhenForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    /// As typed: "10/12/2026", "10 Dec", "next fri".
    pub date: String,
    /// "13:30" or "1.30pm".
    pub starts: String,
    pub ends: String,
    pub venue: String,
}

/// A planned meeting put off to a later day, and why.
#[derive(Clone, Deserialize, TS)]
pub struct PostponeForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    /// As typed: "17/12/2026", "17 Dec", "next thu".
    pub date: String,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanCaseForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub case: CaseId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanSlotForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub slot: SlotId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanMoveForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub slot: SlotId,
    /// The new place in the order, from nought.
    pub to: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanTierForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub slot: SlotId,
    pub tier: TierView,
    /// Minutes, 1 to 60; `None` takes the tier's own.
    pub budget: Option<u16>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanPersonForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub person: PersonId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanAttendanceForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub attendance: AttendanceId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanRoleForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub role: RoleView,
}

/// After which case somebody is free to go; `None` has them stay to the end.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanReleaseForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    #[ts(as = "Option<String>")]
    pub after: Option<SlotId>,
}

/// Every meeting, the next first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingsView {
    pub meetings: Vec<MeetingRow>,
    /// What was kept last, where one key takes it back: a meeting that was prepared among it.
    pub last: Option<u32>,
    /// The room that was left last, where one key goes back into it.
    pub left: Option<LeftRoom>,
}

/// The meeting that ended or stopped last, and by which move.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftRoom {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub last: u32,
    /// It had not begun: the way back is to its register, and only until anything about a case is looked at.
    pub register: bool,
}

/// One meeting in a list: no case and no person in it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingRow {
    #[ts(as = "String")]
    pub id: MeetingId,
    pub kind: Kind,
    pub date: NaiveDate,
    pub days_away: i64,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub venue: String,
    pub stage: StageView,
    pub cases: u32,
    pub people: u32,
    pub signed_on: Option<NaiveDate>,
    /// The day on which it goes on, where it has been adjourned.
    pub adjourned_to: Option<NaiveDate>,
}

/// A meeting as it is being prepared.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanView {
    pub meeting: MeetingRow,
    pub slots: Vec<PlanSlot>,
    /// Open cases of this kind of meeting that are not on the agenda.
    pub other_cases: Vec<PlanOtherCase>,
    pub people: Vec<PlanPerson>,
    pub other_people: Vec<PlanOtherPerson>,
    pub carried: Vec<ActionRow>,
    /// What agencies that cannot come have written.
    pub updates: u32,
    /// Minutes that the cases are planned to take, and that are there for them.
    pub planned_minutes: u32,
    pub available_minutes: u32,
    /// What was changed last, where one key takes it back.
    pub last: Option<u32>,
    /// That the meeting was prepared, where nothing was done since and one key takes that back.
    pub prepared: Option<u32>,
    /// Why the register cannot be opened, where it cannot.
    pub open_refused: Option<RefusalView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanSlot {
    #[ts(as = "String")]
    pub slot: SlotId,
    #[ts(as = "String")]
    pub case: CaseId,
    pub reference: String,
    pub name: String,
    pub tier: TierView,
    pub budget: u16,
    pub flags: Vec<FlagView>,
    pub open_actions: u32,
    pub overdue_actions: u32,
    /// Whether it was deferred last time.
    pub deferred_before: bool,
}

/// What makes a chair stop at a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlagView {
    Mappa,
    ChildProtection,
    Under18,
    NeitherToldNorAgreed,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanOtherCase {
    #[ts(as = "String")]
    pub case: CaseId,
    pub reference: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanPerson {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub name: String,
    pub job: String,
    pub agency: String,
    pub role: RoleView,
    pub must_sign: bool,
    /// The case after which they are free to go.
    #[ts(as = "Option<String>")]
    pub free_after: Option<SlotId>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanOtherPerson {
    #[ts(as = "String")]
    pub person: PersonId,
    pub name: String,
    pub agency: String,
}

macro_rules! mirrors {
    ($($view:ident = $rule:path { $($variant:ident),* })*) => {$(
        impl From<$rule> for $view {
            fn from(rule: $rule) -> Self {
                match rule { $(<$rule>::$variant => Self::$variant),* }
            }
        }
        impl From<$view> for $rule {
            fn from(view: $view) -> Self {
                match view { $($view::$variant => Self::$variant),* }
            }
        }
    )*};
}

mirrors! {
    Kind = MeetingKind { Odoc, DipCaseReview }
    TierView = Tier { Red, Amber, Green }
    RoleView = protocol::room::AttendeeRole { Chair, MinuteTaker, Representative, Observer }
    StageView = protocol::meeting::Stage { Planned, Gathering, InSession, Adjourned, Closed, Sealed }
}
