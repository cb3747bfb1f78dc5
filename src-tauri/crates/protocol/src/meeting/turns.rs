//! The turns of a meeting's life: put off, abandoned, adjourned and resumed, too few to begin, another chair.

use super::proceedings::Proceedings;
use super::trace::Hand;
use crate::ids::{AttendanceId, TeamKey};
use crate::refusal::Refusal;
use crate::room::{Acceptance, Attendance, AttendeeRole, Declaration, Whereabouts};
use crate::trade::At;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that turned a meeting from the way that it was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub by: Hand,
    pub what: Turned,
    pub reason: Option<Words>,
}

/// Which turn, by names, keys and days alone: the reason is words, and stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "turn")]
pub enum Turned {
    /// Put off before it began; who had come is kept, for nobody is absent from a meeting that was not held.
    Postponed {
        from: NaiveDate,
        to: NaiveDate,
        came: Vec<AttendanceId>,
    },
    /// Somebody whom the partnership needs was not there, and the chair said how to go on.
    Inquorate {
        missing: Vec<TeamKey>,
        choice: Inquorate,
    },
    /// Stopped for the day; everything is asked again on the other.
    Adjourned {
        to: NaiveDate,
        statement_read: Option<At>,
    },
    /// Business went on, on the other day.
    Resumed,
    /// Ended before its time; what was not reached goes to next month.
    Abandoned,
    /// Somebody else chairs from here on.
    Chair {
        from: Option<AttendanceId>,
        to: AttendanceId,
    },
}

/// How a meeting goes on without somebody whom the partnership needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inquorate {
    GoOn,
    /// Reports are heard; nothing is decided while they are away.
    HearOnly,
}

/// What somebody had accepted and signed on a day that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierDay {
    pub acceptance: Acceptance,
    pub declaration: Option<Declaration>,
    /// When that day was over.
    pub until: At,
}

impl Proceedings {
    /// Whether business goes on: it has begun, and is not waiting for another day.
    pub fn goes_on(&self) -> bool {
        let days = self.turns.iter().rev();
        let last = days.map(|turn| &turn.what);
        let mut last = last.filter(|w| matches!(w, Turned::Adjourned { .. } | Turned::Resumed));
        self.began.is_some() && !matches!(last.next(), Some(Turned::Adjourned { .. }))
    }

    /// Whether people came on that day and it was put off all the same: from then on its cases could be read, and were it held
    /// on that day after all, they would have been read round the gate (§4.1).
    pub fn was_put_off_on(&self, day: NaiveDate) -> bool {
        let sat_down = |a: &Attendance| a.presence.iter().any(|i| i.from.date_naive() == day);
        let mut again = false;
        self.turns.iter().any(|turn| {
            let put_off = match &turn.what {
                Turned::Postponed { came, .. } => !came.is_empty(),
                // Adjourned once more without having been resumed: put off on its second day.
                Turned::Adjourned { .. } => {
                    std::mem::replace(&mut again, true) && self.attendances.iter().any(sat_down)
                }
                Turned::Resumed => {
                    again = false;
                    false
                }
                _ => false,
            };
            put_off && turn.by.at.date_naive() == day
        })
    }

    /// # Errors
    /// [`Refusal::PutOffToday`].
    pub(super) fn not_put_off_today(&self, at: At) -> Result<(), Refusal> {
        match self.was_put_off_on(at.date_naive()) {
            true => Err(Refusal::PutOffToday),
            false => Ok(()),
        }
    }

    /// The day on which it meets next, where it has been adjourned.
    pub fn adjourned_to(&self) -> Option<NaiveDate> {
        let mut days = self.turns.iter().rev();
        days.find_map(|turn| match turn.what {
            Turned::Adjourned { to, .. } => Some(to),
            _ => None,
        })
    }

    /// Whether a moment was on the meeting's own day, where it met on one alone: it is told by the time of day then.
    pub fn is_on_its_day(&self, at: At) -> bool {
        let day = self.began.map_or(self.date, |began| began.date_naive());
        self.adjourned_to().is_none() && at.date_naive() == day
    }

    /// Whom the partnership needs in the room, and who is not there to speak for them.
    pub fn needed_and_away(&self) -> Vec<TeamKey> {
        let needed = self.pinned.iter().flat_map(|pinned| &pinned.needed);
        needed
            .filter(|team| !self.speaks_here(team))
            .cloned()
            .collect()
    }

    /// Whether reports are heard and nothing is decided, because somebody needed is still away.
    pub fn hears_only(&self) -> bool {
        let last = self.turns.iter().rev().find_map(|turn| match &turn.what {
            Turned::Inquorate { missing, choice } => Some((missing, choice)),
            _ => None,
        });
        last.is_some_and(|(missing, choice)| {
            *choice == Inquorate::HearOnly && missing.iter().any(|team| !self.speaks_here(team))
        })
    }

    /// Whether the chair has said how to go on without everybody who is away now.
    pub fn absence_is_settled(&self) -> bool {
        let away = self.needed_and_away();
        let covers = |turn: &Turn| match &turn.what {
            Turned::Inquorate { missing, .. } => away.iter().all(|team| missing.contains(team)),
            _ => false,
        };
        away.is_empty() || self.turns.iter().any(covers)
    }

    /// What somebody had accepted and signed by a moment, on the day on which that moment was.
    pub(super) fn admission_at(
        &self,
        a: &Attendance,
        at: At,
    ) -> Option<(Acceptance, Option<Declaration>)> {
        // What was said in the moment of stopping was said on that day.
        let of_that_day = a.earlier.iter().find(|day| at <= day.until);
        match of_that_day {
            Some(day) => Some((day.acceptance, day.declaration.clone())),
            None => a.acceptance.map(|now| (now, a.declaration.clone())),
        }
    }

    /// Puts what they had accepted and signed by then in the place of what they have now.
    pub(super) fn as_admitted_at(&self, a: &mut Attendance, at: At) {
        let then = self.admission_at(a, at);
        (a.acceptance, a.declaration) = then.map_or((None, None), |(a, d)| (Some(a), d));
    }

    fn speaks_here(&self, team: &TeamKey) -> bool {
        self.attendances.iter().any(|a| {
            let inside = matches!(
                a.whereabouts,
                Whereabouts::InTheRoom | Whereabouts::SteppedOut(_)
            );
            inside && a.role != AttendeeRole::Observer && a.agency.is(team)
        })
    }

    pub(super) fn turn(&mut self, by: Hand, what: Turned, reason: Option<Words>) {
        self.turns.push(Turn { by, what, reason });
    }
}

impl Attendance {
    /// The day is over: what was accepted and signed counts for it, and is asked again.
    pub(super) fn ends_the_day(&mut self, at: At) {
        use Whereabouts::{Apologies, Declined, Expected};
        if self.is_here() {
            self.go(at, Expected);
        }
        if let Some(acceptance) = self.acceptance.take() {
            let declaration = self.declaration.take();
            self.earlier.push(EarlierDay {
                acceptance,
                declaration,
                until: at,
            });
        }
        self.declaration = None;
        if !matches!(self.whereabouts, Apologies | Declined) {
            self.whereabouts = Expected;
        }
    }

    /// The day was not held: nobody came, nobody accepted, and nobody is away.
    pub(super) fn was_not_met(&mut self) {
        self.presence.clear();
        self.step_outs.clear();
        (self.acceptance, self.declaration) = (None, None);
        (self.authority, self.remark) = (None, None);
        self.deputy_for = None;
        self.whereabouts = Whereabouts::Expected;
    }
}
