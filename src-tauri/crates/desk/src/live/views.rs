//! What a meeting shows while it goes on: one view for the whole of it.

use super::forms::{LineName, PlaceView};
use crate::actions::{ActionRow, StrandView};
use crate::meetings::{FlagView, MeetingRow, RoleView, TierView};
use crate::partnership::SectionRow;
use crate::problem::RefusalView;
use chrono::NaiveDate;
use protocol::ids::{AttendanceId, SlotId};
use serde::Serialize;
use ts_rs::TS;

/// The meeting as it stands. Before the gate is passed it names no case.
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
    pub has_pin: bool,
    pub agenda: Vec<AgendaRow>,
    pub pace: Option<Pace>,
    pub opened: OpenedView,
    pub hearing: Hearing,
    pub held: Vec<LineRow>,
    /// Whether there is a line to undo here.
    pub can_undo: bool,
    pub draft: Option<DraftView>,
    pub saved_at: String,
    pub next_date: Option<NaiveDate>,
    pub proposed_next_date: NaiveDate,
    pub teams: Vec<TeamChoice>,
    /// People on the register of people who are not on this meeting's.
    pub others: Vec<OtherPerson>,
}

/// Somebody who could be added with one key.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OtherPerson {
    pub name: String,
    pub job: String,
    pub team: String,
    pub agency: String,
}

/// The text that is read and accepted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgreementView {
    pub version: String,
    pub text_hash: String,
    pub review_due: NaiveDate,
    pub opening_statement: Vec<String>,
    pub sections: Vec<SectionRow>,
    pub acceptance_question: String,
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
    pub job: String,
    pub agency: String,
    pub team: Option<String>,
    pub role: RoleView,
    pub statutory: bool,
    pub guest: bool,
    pub whereabouts: WhereaboutsView,
    /// The clock time since when, where it matters.
    pub since: Option<String>,
    pub accepted_at: Option<String>,
    pub must_sign: bool,
    pub signed_at: Option<String>,
    pub admitted: bool,
    pub authority: Option<String>,
    /// Offered from an earlier meeting, never assumed.
    pub authority_before: Option<String>,
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
    pub count: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressView {
    Waiting,
    Now,
    Done,
    Deferred,
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
}

/// What is open in the middle.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum OpenedView {
    /// The register, the statement, the acceptances.
    Opening,
    PreviousMinutes {
        date: Option<NaiveDate>,
        agreed: bool,
        corrections: Option<String>,
        signed: bool,
    },
    MattersArising {
        actions: Vec<ActionRow>,
    },
    Case {
        case: CaseNow,
    },
    AnyOtherBusiness {
        lines: Vec<LineRow>,
    },
    Closing,
}

/// The open case on one page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseNow {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub number: u32,
    pub name: String,
    pub reference: String,
    pub born: Option<NaiveDate>,
    pub cro: Option<String>,
    pub offender_manager: Option<String>,
    pub flags: Vec<FlagView>,
    pub custody: crate::cases::CustodyStatus,
    pub establishment: Option<String>,
    pub until: Option<NaiveDate>,
    pub went_on_because: Option<String>,
    pub opened_at: String,
    pub since: Option<SinceLast>,
    pub lines: Vec<LineRow>,
    /// Why it cannot close yet, where it cannot.
    pub close_refused: Option<RefusalView>,
}

/// What was decided last time, and what is still to be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SinceLast {
    pub date: Option<NaiveDate>,
    pub decisions: Vec<String>,
    pub actions: Vec<ActionRow>,
}

/// One line of the record.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "sort")]
pub enum LineRow {
    Item {
        name: LineName,
        at: String,
        agency: String,
        kind: String,
        sensitive: bool,
        judgement: bool,
        words: String,
        shared: SharedWith,
        power: String,
        purpose: String,
        held: bool,
        /// Who waits for what, where it is held.
        waiting: Vec<WaitingRow>,
        versions: u32,
    },
    Action {
        name: LineName,
        at: String,
        action: ActionRow,
        strand: Option<StrandView>,
    },
    Decision {
        name: LineName,
        at: String,
        words: String,
        rationale: Option<String>,
        no_action: bool,
        dissents: Vec<DissentRow>,
    },
    Silence {
        at: String,
        agency: String,
        declined: bool,
    },
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DissentRow {
    pub agency: String,
    pub words: String,
}

/// Somebody who may not have an item, and what they wait for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingRow {
    pub name: String,
    pub agency: String,
    pub until: UntilView,
    pub clause: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UntilView {
    ConsentCovers,
    Admitted,
}

/// With whom: everybody in the room, or who was left out.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct SharedWith {
    pub people: u32,
    pub everyone: bool,
    /// Agencies (or names) left out or out of the room.
    pub without: Vec<String>,
    /// Agencies outside the room to whom it is still to be sent.
    pub pending: Vec<String>,
}

/// Who hears now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Hearing {
    pub people: u32,
    pub agencies: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DraftView {
    pub line: String,
    pub cursor: u32,
}

/// What the capture line would record, at this keystroke.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WeighView {
    pub parts: Vec<PartView>,
    pub would: Would,
    /// What a rule objects to: Enter then holds the item, or does nothing where it blocks.
    pub objection: Option<Objection>,
    pub candidates: Vec<Candidate>,
    /// Whether Enter would record something.
    pub ready: bool,
}

/// A stretch of the line and what it was understood as, in UTF-16 units.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartView {
    pub from: u32,
    pub to: u32,
    pub role: PartRole,
    /// What it was understood as: "Police", "Current intelligence".
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartRole {
    Agency,
    Kind,
    Words,
    Without,
    Also,
    Basis,
    Marker,
    Due,
    Person,
    Rationale,
    Strand,
    Fault,
}

/// What would be recorded, as facts for a sentence.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Would {
    Nothing,
    Item {
        agency: String,
        kind: String,
        sensitive: bool,
        judgement: bool,
        shared: SharedWith,
        power: String,
        purpose: String,
    },
    Action {
        agency: String,
        person: Option<String>,
        due: Option<NaiveDate>,
        days: Option<i64>,
        strand: Option<StrandView>,
    },
    Decision {
        rationale: Option<String>,
        no_action: bool,
    },
    Dissent {
        agency: String,
    },
    NilReturn {
        agency: String,
    },
    Declined {
        agency: String,
    },
}

/// What stands in the way of the line, in one code with its clause.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Objection {
    pub code: String,
    pub clause: Option<String>,
    pub names: Vec<String>,
    /// Whether Enter keeps the item held instead of sharing it.
    pub holds: bool,
    /// What was not understood, as typed.
    pub text: Option<String>,
}

/// A way to complete what is ambiguous: replaces the stretch from..to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Candidate {
    pub from: u32,
    pub to: u32,
    pub insert: String,
    pub label: String,
}
