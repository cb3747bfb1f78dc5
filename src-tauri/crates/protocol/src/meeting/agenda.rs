//! What a meeting goes through, in order.

use crate::cases::CaseHeading;
use crate::ids::{AttendanceId, MeetingId, SlotId};
use crate::trade::{At, Tier};
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where in the meeting something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Register, statement, acceptance, declarations.
    Opening,
    PreviousMinutes,
    /// Carried actions.
    MattersArising,
    Case(SlotId),
    AnyOtherBusiness,
    Closing,
}

/// One case's place on the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub id: SlotId,
    pub case: CaseHeading,
    pub tier: Tier,
    /// Minutes planned for it.
    pub budget: u16,
    pub progress: SlotProgress,
    /// Why an ordinary meeting went on with a flagged case (§4.3 MAPPA).
    pub went_on_because: Option<Words>,
    /// When the chair asked the whole room whether anybody holds anything new.
    pub asked: Option<At>,
}

/// How far a case has come at this meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotProgress {
    Waiting,
    Open {
        since: At,
    },
    Done {
        opened: At,
        closed: At,
    },
    /// Not reached, or put off: it stands on next month's agenda.
    Deferred {
        reason: Words,
    },
    /// Discussed together with the case that is open: whatever is said, is said of both.
    With {
        slot: SlotId,
        since: At,
    },
    /// Gone to another forum, whose the information is from then on (§4.3 MAPPA); why stands in the decision.
    Referred {
        forum: Forum,
        opened: Option<At>,
        at: At,
    },
    /// Off the cohort or the caseload; what was said of it stands, and why stands in the decision.
    TakenOff {
        opened: Option<At>,
        at: At,
    },
}

/// The forums that follow protocols of their own (§4.3 MAPPA).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    Mappa,
    ChildProtection,
}

/// Somebody who is free to go once a case has been dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    pub who: AttendanceId,
    pub after: SlotId,
}

/// The minutes that this meeting is asked to agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousMinutes {
    pub meeting: MeetingId,
    pub date: NaiveDate,
    pub agreed: Option<At>,
    /// What was said to be corrected when they were agreed.
    pub corrections: Option<Words>,
}

impl Slot {
    /// Whether the case is open now.
    pub fn is_open(&self) -> bool {
        matches!(self.progress, SlotProgress::Open { .. })
    }

    /// Whether it has been dealt with at this meeting: discussed, deferred or gone from the agenda.
    pub fn is_dealt_with(&self) -> bool {
        !matches!(
            self.progress,
            SlotProgress::Waiting | SlotProgress::Open { .. } | SlotProgress::With { .. }
        )
    }

    /// When it was opened, where it was.
    pub fn opened(&self) -> Option<At> {
        match self.progress {
            SlotProgress::Open { since } | SlotProgress::With { since, .. } => Some(since),
            SlotProgress::Done { opened, .. } => Some(opened),
            SlotProgress::Referred { opened, .. } | SlotProgress::TakenOff { opened, .. } => opened,
            SlotProgress::Waiting | SlotProgress::Deferred { .. } => None,
        }
    }

    /// Whether the case is flagged so that the chair must choose before it opens (§4.3 MAPPA).
    pub fn asks_a_choice(&self, on: NaiveDate) -> bool {
        self.case.flags.mappa || self.case.flags.child_protection || self.case.is_under_18(on)
    }
}
