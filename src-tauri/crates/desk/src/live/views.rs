//! What a meeting shows while it goes on: one view for the whole of it.

use super::amending_forms::StayView;
use super::case_views::{LineRow, OpenedView};
use super::forms::{LineName, PlaceView};
use super::half_typed_forms::DraftForm;
use super::turning_forms::QuorumView;
use crate::held::HeldOverRow;
use crate::meetings::{FlagView, MeetingRow, RoleView, TierView};
use crate::partnership::SectionRow;
use crate::problem::RefusalView;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, SlotId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The meeting as it stands, answered after every command. Before the gate is passed it names no case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingView {
    pub meeting: MeetingRow,
    pub marking: String,
    pub place: PlaceView,
    pub agreement: AgreementView,
    pub people: Vec<PersonInRoom>,
    /// What still stands between the room and the cases; `None` once it is passed.
    pub gate: Option<RefusalView>,
    /// Why business cannot begin yet, where it cannot.
    pub begin_refused: Option<RefusalView>,
    /// Whether somebody in the room has the chair.
    pub chaired: bool,
    /// Whom the agreement needs here; nobody where it names nobody.
    pub quorum: Option<QuorumView>,
    /// Whether it had been adjourned, so that everybody is asked again.
    pub resumed: bool,
    pub has_pin: bool,
    /// What the chair has on the projector, where it stands open.
    pub projecting: Option<crate::projector::ShowView>,
    pub agenda: Vec<AgendaRow>,
    pub pace: Option<Pace>,
    pub opened: OpenedView,
    pub hearing: Hearing,
    pub held: Vec<LineRow>,
    /// What earlier meetings left held of cases on this agenda, until the case is open.
    pub held_over: Vec<HeldOverRow>,
    /// Those whose release point has been passed, and who are still in the room.
    pub free_to_go: Vec<FreeRow>,
    /// Whether there is a line to undo here.
    pub can_undo: bool,
    /// Whether the line taken back last can be put back.
    pub can_redo: bool,
    /// What was done last, where one key takes it back whole: told to that key, so that it takes back nothing else.
    pub last: Option<u32>,
    /// Where a line has just been moved from, and what it is called where it stands now.
    pub moved: Option<MovedView>,
    pub draft: Option<DraftForm>,
    /// What is half typed about people at the table: of no case, and so shown before the gate is passed, too.
    pub table_notes: BTreeMap<String, String>,
    pub saved_at: String,
    pub next_date: Option<NaiveDate>,
    pub proposed_next_date: NaiveDate,
    /// What changes seldom: told on coming to the meeting and after what changes it, and kept by the window in between.
    pub seldom: Option<SeldomView>,
}

/// What no line of the record changes, and what is too long to be told with each.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SeldomView {
    pub opening_statement: Vec<String>,
    pub sections: Vec<SectionRow>,
    pub acceptance_question: String,
    pub teams: Vec<TeamChoice>,
    /// People on the register of people who are not on this meeting's.
    pub others: Vec<OtherPerson>,
}

/// Somebody who could be added with one key.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OtherPerson {
    pub name: String,
    pub job: String,
    /// Empty for a guest's.
    pub team: String,
    pub agency: String,
    /// Whether a guest's agency is statutory.
    pub guest_statutory: bool,
}

/// Which text is read and accepted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgreementView {
    pub version: String,
    pub text_hash: String,
    pub review_due: NaiveDate,
    pub read_at: Option<String>,
}

/// A team that can be typed, with its capture key.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TeamChoice {
    pub key: String,
    pub capture_key: String,
    pub short_name: String,
    pub statutory: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonInRoom {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub seat: u16,
    pub name: String,
    /// What they are called where their agency does not stand beside them, no two alike.
    pub called: String,
    pub job: String,
    pub agency: String,
    pub team: Option<String>,
    pub role: RoleView,
    pub statutory: bool,
    pub guest: bool,
    pub whereabouts: WhereaboutsView,
    /// What was sent with their apologies, or said as they declined.
    pub remark: Option<String>,
    /// The clock time since when, where it matters.
    pub since: Option<String>,
    pub accepted_at: Option<String>,
    pub must_sign: bool,
    pub signed_at: Option<String>,
    pub admitted: bool,
    pub authority: Option<String>,
    /// Offered from an earlier meeting, never assumed.
    pub authority_before: Option<String>,
    /// When they were in the room, to be put right afterwards.
    pub stay: StayView,
    /// Whose seat they have taken.
    #[ts(as = "Option<String>")]
    pub deputy_for: Option<AttendanceId>,
    /// Why nothing at all of the open case may reach them, so that they step out before it is spoken of.
    pub nothing_to: Option<NothingView>,
}

/// Why nothing of a case may reach somebody: an objection that was upheld, or no consent for an agency outside the agreement.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NothingView {
    pub objection: bool,
    pub clause: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhereaboutsView {
    Expected,
    Apologies,
    AtTheDoor,
    InTheRoom,
    SteppedOut,
    Left,
    Declined,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct AgendaRow {
    pub place: PlaceView,
    /// The case's number on the agenda, from 1.
    pub number: Option<u32>,
    /// "K. Marlow"; `None` before the gate is passed, and for business that is not a case.
    pub label: Option<String>,
    pub reference: Option<String>,
    pub tier: Option<TierView>,
    pub budget: Option<u16>,
    pub minutes_spent: Option<i64>,
    pub progress: ProgressView,
    pub flags: Vec<FlagView>,
    /// Whether the chair must give a reason before it opens.
    pub asks_a_choice: bool,
    /// Whether it was added while the meeting went on, and has not been dealt with.
    pub added: bool,
    pub count: Option<u32>,
    /// Who is free to go once it has been dealt with.
    pub then_free: Vec<FreeRow>,
}

/// Somebody at the table who is free to go after a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FreeRow {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub name: String,
    pub agency: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressView {
    Waiting,
    Now,
    Done,
    Deferred,
    /// Discussed together with the open case.
    Together,
    ReferredToMappa,
    ReferredToChildProtection,
    TakenOff,
}

/// The one discreet number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pace {
    pub cases_left: u32,
    pub minutes_left: i64,
    /// Minutes by which the plan overruns; below nought there is time in hand.
    pub minutes_over: i64,
    pub ends_about: String,
    /// Share of the planned time used, in percent.
    pub used_percent: u32,
    /// The slots of cases that could be put off until the rest fits, once it is well over.
    #[ts(as = "Vec<String>")]
    pub could_be_put_off: Vec<SlotId>,
}

/// Who hears now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Hearing {
    pub people: u32,
    pub agencies: u32,
}

/// A line that was moved, and the case that it came from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovedView {
    pub line: LineName,
    #[ts(as = "String")]
    pub from: SlotId,
}
