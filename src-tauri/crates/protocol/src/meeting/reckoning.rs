//! The minutes of a meeting: what a case is planned to take, what is set aside beside the cases, and how the two compare at a moment.

use super::agenda::{Slot, SlotProgress};
use super::pace::could_be_put_off;
use super::proceedings::Proceedings;
use crate::ids::SlotId;
use crate::trade::{At, Tier};
use chrono::{Duration, NaiveDateTime, NaiveTime};

/// Welcome, statement, acceptance, declarations, the actions carried over: minutes.
const OPENING: i64 = 14;
/// Papers of the ASB operational group, and other matters before the first case: minutes.
const PAPERS: i64 = 5;
/// Minutes.
const BREAK: i64 = 8;
/// Any other business, the next date, the actions read by agency: minutes.
const CLOSE: i64 = 18;
/// What every meeting loses somewhere: minutes.
const SLACK: i64 = 8;

/// The minutes that a case of a tier is planned to take.
pub fn budget(tier: Tier) -> u16 {
    match tier {
        Tier::Red => 10,
        Tier::Amber => 7,
        Tier::Green => 3,
    }
}

/// The minutes that are there for cases while nothing has happened yet: of three hours, two hours and seven minutes.
pub fn available(starts: NaiveTime, ends: NaiveTime) -> u32 {
    let rest = (ends - starts).num_minutes() - SetAside::WHOLE.minutes();
    u32::try_from(rest).unwrap_or(0)
}

/// How the cases left compare with the time left for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    pub cases_left: usize,
    /// Minutes for the cases left; below nought they have none.
    pub minutes_left: i64,
    /// Minutes by which the cases left take longer than that; below nought there is time in hand.
    pub minutes_over: i64,
    pub ends_about: NaiveDateTime,
    /// Share of the minutes planned for cases that is used, in percent.
    pub used_percent: u32,
    /// What could be put off until the rest fits.
    pub could_be_put_off: Vec<SlotId>,
}

impl Reckoning {
    /// How it stands at a moment, by the same minutes as the plan: those set aside that have not gone by yet are not there for cases.
    pub fn at(p: &Proceedings, now: At) -> Self {
        // Whoever sits down early on the day has no more time than was planned.
        let starts = p.date.and_time(p.starts);
        let now = match now.naive_local() {
            early if early.date() == p.date => early.max(starts),
            another_day => another_day,
        };
        let left = || p.slots.iter().filter(|slot| !slot.is_dealt_with());
        let planned: i64 = left().map(|slot| still_takes(slot, now)).sum();
        let booked: i64 = left().map(|slot| i64::from(slot.budget)).sum();
        let all: i64 = p.slots.iter().map(|slot| i64::from(slot.budget)).sum();
        let ends = p.date.and_time(p.ends);
        let aside = SetAside::of(p, now, (booked, all)).minutes();
        let minutes_left = (ends - now).num_minutes() - aside;
        let minutes_over = planned - minutes_left;
        let used = (all - planned) * 100 / all.max(1);
        Self {
            cases_left: left().count(),
            minutes_left,
            minutes_over,
            ends_about: now + Duration::minutes(planned + aside),
            used_percent: u32::try_from(used).unwrap_or(0),
            could_be_put_off: could_be_put_off(&p.slots, minutes_over),
        }
    }
}

/// Minutes set aside beside the cases.
struct SetAside {
    before_the_first_case: i64,
    pause: i64,
    close: i64,
    slack: i64,
}

impl SetAside {
    const WHOLE: Self = Self {
        before_the_first_case: OPENING + PAPERS,
        pause: BREAK,
        close: CLOSE,
        slack: SLACK,
    };

    fn minutes(&self) -> i64 {
        self.before_the_first_case + self.pause + self.close + self.slack
    }

    /// What of them has not gone by yet. Nobody writes down that there is a break: whatever lies between two cases is one, and where
    /// there was none by half of the meeting's time, it is over with the minutes after that.
    fn of(p: &Proceedings, now: NaiveDateTime, (booked, all): (i64, i64)) -> Self {
        let minutes = |from: NaiveDateTime, to: NaiveDateTime| (to - from).num_minutes().max(0);
        let (starts, ends) = (p.date.and_time(p.starts), p.date.and_time(p.ends));
        let stretches = stretches_today(p, now);
        let closed = stretches.iter().map(|(_, closed)| *closed).max();
        let before = match stretches.is_empty() {
            // The register may have been opened late: what comes before the first case takes as long all the same.
            true => (OPENING + PAPERS - minutes(first_came(p, now).max(starts), now)).max(0),
            false => 0,
        };
        let past_half = minutes(starts + (ends - starts) / 2, now);
        let paused = longest_pause(&stretches, now).max(past_half);
        let over_with = closed.filter(|_| booked == 0);
        Self {
            before_the_first_case: before,
            pause: if booked == 0 {
                0
            } else {
                (BREAK - paused).max(0)
            },
            close: (CLOSE - over_with.map_or(0, |closed| minutes(closed, now))).max(0),
            // It is lost along with the cases, each as a whole: within one the number goes by the clock alone.
            slack: (SLACK * booked + all - 1).checked_div(all).unwrap_or(0),
        }
    }
}

/// The minutes that a case still takes: of an open one what is left of its budget; the same minutes count for none beside it.
fn still_takes(slot: &Slot, now: NaiveDateTime) -> i64 {
    let budget = i64::from(slot.budget);
    match slot.progress {
        SlotProgress::Open { since } => {
            budget - (now - since.naive_local()).num_minutes().clamp(0, budget)
        }
        _ => budget,
    }
}

/// When somebody first sat down on the meeting's day.
fn first_came(p: &Proceedings, now: NaiveDateTime) -> NaiveDateTime {
    let stays = p.attendances.iter().flat_map(|a| &a.presence);
    let came = stays.map(|stay| stay.from.naive_local());
    came.filter(|came| came.date() == p.date)
        .min()
        .unwrap_or(now)
}

/// From when until when each case that was opened on the meeting's day was discussed, the first first; one that is open, until now.
fn stretches_today(p: &Proceedings, now: NaiveDateTime) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let stretch = |slot: &Slot| match slot.progress {
        SlotProgress::Open { since } | SlotProgress::With { since, .. } => {
            Some((since.naive_local(), now))
        }
        SlotProgress::Done { opened, closed } => Some((opened.naive_local(), closed.naive_local())),
        SlotProgress::Referred { opened, at, .. } | SlotProgress::TakenOff { opened, at } => {
            Some((opened?.naive_local(), at.naive_local()))
        }
        SlotProgress::Waiting | SlotProgress::Deferred { .. } => None,
    };
    let mut all: Vec<_> = p.slots.iter().filter_map(stretch).collect();
    all.retain(|(opened, _)| opened.date() == p.date);
    all.sort_unstable();
    all
}

/// The longest time between two cases, or since the last, in minutes.
fn longest_pause(stretches: &[(NaiveDateTime, NaiveDateTime)], now: NaiveDateTime) -> i64 {
    let next = stretches.iter().skip(1).map(|(opened, _)| *opened);
    let pauses = stretches.iter().zip(next.chain([now]));
    pauses
        .map(|((_, closed), next)| (next - *closed).num_minutes())
        .fold(0, i64::max)
}

#[cfg(test)]
mod tests;
