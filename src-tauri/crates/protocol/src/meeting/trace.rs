//! The trace of what was changed afterwards: who changed it, when, and from what to what.

use super::agenda::Forum;
use super::proceedings::Proceedings;
use super::tidying::{Line, Wording};
use crate::ids::{ActionId, AttendanceId, CorrectionId, ItemId, SlotId, TeamKey};
use crate::room::{Attendance, Interval, StepOut};
use crate::sharing::{Action, SharedItem, Standing};
use crate::trade::At;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whose hand makes a change, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The user at the laptop, by name.
    pub by: String,
    pub at: At,
}

/// A change made afterwards to what the meeting had recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    pub by: Hand,
    pub what: Amended,
}

/// What was changed, by names and times alone: no words of anybody stand here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Amended {
    /// When somebody was in the room.
    Presence {
        who: AttendanceId,
        was: Stay,
        is: Stay,
        lines: Vec<LineChange>,
    },
    /// An acceptance that somebody else had given.
    Acceptance {
        who: AttendanceId,
        accepted: At,
        lines: Vec<LineChange>,
    },
    /// A line typed under the wrong case; it stands under the right one by another name.
    Moved {
        from: Line,
        to: Line,
        lines: Vec<LineChange>,
    },
    /// The agenda changed while the meeting went on.
    Agenda { slot: SlotId, change: AgendaChange },
    /// A note that was an action, an action that was a note, or a note of another agency or kind.
    Converted {
        from: Line,
        to: Line,
        lines: Vec<LineChange>,
    },
    /// Whose a note was, of what kind, on what basis or from whom, put right in substance: what it was stays, struck.
    PutRight {
        from: Line,
        to: Line,
        correction: CorrectionId,
        lines: Vec<LineChange>,
    },
    /// Whose an action is, or by when: printed as it stands now, and nowhere as it was.
    Reassigned { action: ActionId, was: Owed },
}

/// Whose an action was and by when; the name of the person stands with the earlier words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    pub team: TeamKey,
    pub due: Option<NaiveDate>,
}

impl Owed {
    /// How an action stands.
    pub fn of(action: &Action) -> Self {
        Self {
            team: action.owner.team.clone(),
            due: action.due,
        }
    }
}

/// What became of a case's place on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaChange {
    /// Referred to the meeting while it went on.
    Added,
    /// Taken off the cohort or the caseload.
    TakenOff,
    /// Referred to another forum (§4.3 MAPPA).
    Referred {
        forum: Forum,
        /// Whether it was flagged with that forum's protocol before: what a referral set by a slip goes with it.
        flagged: bool,
    },
    Reopened,
    /// Discussed together with that case from then on.
    Joined(SlotId),
    /// Discussed by itself again.
    Parted(SlotId),
}

/// When somebody was in the room, and out of it for a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub presence: Vec<Interval>,
    pub step_outs: Vec<StepOut>,
}

/// One item whose recipients are others now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineChange {
    pub item: ItemId,
    pub who: AttendanceId,
    pub heard: Heard,
}

/// How somebody now stands to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "heard")]
pub enum Heard {
    /// They were there: they are a recipient.
    Received,
    /// They were not there: they are none.
    Not,
    /// They were there without being entitled to it: no recipient, and an incident (`decisions` 1).
    Overheard { clause: String },
}

/// A correction of substance: the first words stay, struck, and whoever heard them is told (§2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub id: CorrectionId,
    /// What was corrected: a line's own words, or a reason, a differing view or a note beside one.
    pub of: Wording,
    /// The words as they stood before.
    pub before: Words,
    pub by: Hand,
}

impl Amendment {
    /// Whether it changed who had that item.
    pub(super) fn changed(&self, item: ItemId) -> bool {
        self.what.lines().iter().any(|line| line.item == item)
    }
}

impl Stay {
    /// When somebody was in the room, as the register has it.
    pub fn of(a: &Attendance) -> Self {
        Self {
            presence: a.presence.clone(),
            step_outs: a.step_outs.clone(),
        }
    }

    /// Whether that was in the room, step-outs counted as absence.
    pub fn covers(&self, at: At) -> bool {
        let within = |from: At, to: Option<At>| from <= at && to.is_none_or(|to| at < to);
        self.presence.iter().any(|i| within(i.from, i.to))
            && !self.step_outs.iter().any(|s| within(s.from, s.to))
    }
}

impl Amended {
    /// The items whose recipients it changed.
    pub fn lines(&self) -> &[LineChange] {
        match self {
            Self::Presence { lines, .. }
            | Self::Acceptance { lines, .. }
            | Self::Moved { lines, .. }
            | Self::Converted { lines, .. }
            | Self::PutRight { lines, .. } => lines,
            Self::Agenda { .. } | Self::Reassigned { .. } => &[],
        }
    }
}

impl Proceedings {
    /// The corrections of a line, or of words beside one, the first one first.
    pub fn corrections_of(&self, of: impl Into<Wording>) -> impl Iterator<Item = &Correction> {
        let of = of.into();
        self.corrections.iter().filter(move |c| c.of == of)
    }

    /// The lines whose recipients a change made others, of what had been shared by then and stands so: what was held reached nobody,
    /// and what was heard without a ground is an incident, which the chair's copy alone tells of (`decisions` 1).
    pub fn received_otherwise<'a>(
        &'a self,
        change: &'a Amendment,
    ) -> impl Iterator<Item = &'a LineChange> {
        let shared_by_then = |item: &SharedItem| {
            let item = item.parts();
            let since = item.released.unwrap_or(item.at);
            item.standing == Standing::Shared && since <= change.by.at
        };
        change.what.lines().iter().filter(move |line| {
            let mut items = self.items.iter();
            let item = items.find(|item| item.parts().id == line.item);
            item.is_some_and(shared_by_then)
        })
    }

    /// Who heard an item without being entitled to it, by the last word of the trace.
    pub fn overheard(&self, item: ItemId) -> Vec<(AttendanceId, &str)> {
        let mut people: Vec<(AttendanceId, &Heard)> = Vec::new();
        let changes = self.amendments.iter().flat_map(|a| a.what.lines());
        for change in changes.filter(|c| c.item == item) {
            people.retain(|(who, _)| *who != change.who);
            people.push((change.who, &change.heard));
        }
        let over = people.into_iter().filter_map(|(who, heard)| match heard {
            Heard::Overheard { clause } => Some((who, clause.as_str())),
            _ => None,
        });
        over.collect()
    }

    /// Whether a line was taken away to stand elsewhere, so that it cannot be put back here.
    pub(super) fn has_gone(&self, line: Line) -> bool {
        self.amendments.iter().any(|a| match &a.what {
            Amended::Moved { from, .. }
            | Amended::Converted { from, .. }
            | Amended::PutRight { from, .. } => *from == line,
            _ => false,
        })
    }
}
