//! Who does what by when, and how it turned out.

use crate::ids::{ActionId, CaseId, ItemId, MeetingId, TeamKey};
use crate::meeting::Place;
use crate::trade::{At, Strand};
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An action agreed at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    /// The meeting that agreed it.
    pub meeting: MeetingId,
    pub place: Place,
    /// The case that it belongs to; `None` for any other business.
    pub case: Option<CaseId>,
    pub owner: ActionOwner,
    pub words: Words,
    pub due: Option<NaiveDate>,
    pub strand: Option<Strand>,
    pub at: At,
    /// What was shared last of its case before it was agreed, or the note that it was made of, so that each action can be traced
    /// (§4.3 ODOC, audit).
    pub arises_from: Option<ItemId>,
    /// The earlier action that this one continues with a new date.
    pub continues: Option<ActionId>,
    pub settled: Option<Settled>,
    /// Taken back as a slip before the meeting was signed.
    pub undone: Option<At>,
}

/// Who does it: an agency always, a person where one was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionOwner {
    pub team: TeamKey,
    pub person: Option<String>,
}

/// How an action ended, said at a later meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub outcome: Outcome,
    pub meeting: MeetingId,
    pub at: At,
    pub note: Option<Words>,
}

/// The four ways in which an action ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Done,
    /// Not possible: circumstances changed.
    NotPossible,
    /// Not done by the agency: it goes on with a new date.
    NotDone,
    NoLongerNeeded,
}

impl Action {
    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.settled.is_none() && self.undone.is_none()
    }

    /// Whether its date has passed.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}
