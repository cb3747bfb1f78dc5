//! What a meeting goes through, in order.

use crate::cases::{CaseHeading, Flags, Told};
use crate::ids::{AttendanceId, MeetingId, SlotId};
use crate::pack::Rule;
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
    /// What stood when that was said: a reason covers nothing that came to light later.
    pub went_on_for: Stops,
    /// When the chair asked the whole room whether anybody holds anything new.
    pub asked: Option<At>,
}

/// What makes a chair stop and choose: the protocols that govern a case, and that the person is under 18 (§1.1.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stops {
    pub mappa: bool,
    pub child_protection: bool,
    pub under_18: bool,
}

impl Stops {
    /// The rule that asks for the chair's reason: another protocol's goes before that the person is no adult.
    pub fn rule(self) -> Rule {
        match self.mappa || self.child_protection {
            true => Rule::OtherProtocol,
            false => Rule::Adults,
        }
    }
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

impl Flags {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            mappa: self.mappa || other.mappa,
            child_protection: self.child_protection || other.child_protection,
            under_18: self.under_18 || other.under_18,
        }
    }

    /// The flag of a forum's protocol.
    pub fn of(&mut self, forum: Forum) -> &mut bool {
        match forum {
            Forum::Mappa => &mut self.mappa,
            Forum::ChildProtection => &mut self.child_protection,
        }
    }
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

    /// Whether it has gone from this meeting: to another forum, or off the cohort.
    pub fn has_gone(&self) -> bool {
        matches!(
            self.progress,
            SlotProgress::Referred { .. } | SlotProgress::TakenOff { .. }
        )
    }

    /// Whether another forum has taken it over, under a protocol of its own (§4.3 MAPPA).
    pub fn is_referred(&self) -> bool {
        matches!(self.progress, SlotProgress::Referred { .. })
    }

    /// Whether its turn never came, where no case is open: what is discussed together with none waits.
    pub(super) fn is_not_reached(&self) -> bool {
        matches!(
            self.progress,
            SlotProgress::Waiting | SlotProgress::With { .. }
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

    /// Whether the chair must choose, for something that no reason has covered yet (§4.3 MAPPA, §1.1.2); `since` is what the case's
    /// file says now, beside what the agenda took up.
    pub fn asks_a_choice(&self, on: NaiveDate, since: Flags) -> bool {
        self.not_covered(on, since) != Stops::default()
    }

    /// What no reason of the chair's has covered yet.
    pub fn not_covered(&self, on: NaiveDate, since: Flags) -> Stops {
        let (all, for_these) = (self.stops(on, since), self.went_on_for);
        Stops {
            mappa: all.mappa && !for_these.mappa,
            child_protection: all.child_protection && !for_these.child_protection,
            under_18: all.under_18 && !for_these.under_18,
        }
    }

    pub(super) fn goes_on(&mut self, because: Words, on: NaiveDate, since: Flags) {
        self.went_on_for = self.stops(on, since);
        let earlier = self.went_on_because.take();
        self.went_on_because = Some(match earlier {
            Some(earlier) => Words::new(format!("{}; {}", earlier.as_str(), because.as_str())),
            None => because,
        });
    }

    /// As it stood for what was shared of it: it had not gone yet, whatever flags it has were covered, and whoever was to be told had
    /// been.
    pub(super) fn was_not_stopped(&mut self) {
        if let (true, Some(since)) = (self.is_referred(), self.opened()) {
            self.progress = SlotProgress::Open { since };
        }
        self.went_on_for = Stops {
            mappa: true,
            child_protection: true,
            under_18: true,
        };
        self.case.told = Told::Told;
    }

    pub(super) fn stops(&self, on: NaiveDate, since: Flags) -> Stops {
        let case = self.case.flagged(since);
        Stops {
            mappa: case.flags.mappa,
            child_protection: case.flags.child_protection,
            under_18: case.is_under_18(on),
        }
    }
}
