//! A record that nobody touches locks itself; while a meeting goes on it rests, and the meeting's PIN brings it back (§4.5).

use super::commands::{lock, view};
use super::forms::{Nothing, StandingView};
use crate::handed_over::PinForm;
use crate::problem::{LockedWhy, Problem};
use crate::session::{Desk, PIN_TRIES, Session};
use crate::surroundings::Surroundings;
use chrono::TimeDelta;
use protocol::trade::At;
use record::{Entry, EntryKind};
use std::time::Duration;

/// Minutes without a touch, until others are chosen.
const USUAL_MINUTES: u8 = 5;
/// A clock that was put right by less than this has not been turned back.
const PUT_RIGHT: TimeDelta = TimeDelta::minutes(1);

/// When somebody last touched the laptop, by both of its clocks, and how long it may then be left alone.
pub(crate) struct Idle {
    pub(crate) minutes: u8,
    touched: (At, Duration),
}

/// Left alone in the middle of a meeting.
#[derive(Default)]
pub(crate) struct Resting {
    wrong_pins: u8,
}

impl Idle {
    /// Somebody has just sat down.
    pub(crate) fn from(there: &dyn Surroundings) -> Self {
        Self {
            minutes: USUAL_MINUTES,
            touched: (there.now(), there.steady()),
        }
    }

    fn touch(&mut self, there: &dyn Surroundings) {
        self.touched = (there.now(), there.steady());
    }

    /// Either clock counts, since a machine asleep stops the one and anybody may turn the other.
    fn is_over(&self, there: &dyn Surroundings) -> bool {
        let (wall, steady) = self.touched;
        let by_wall = there.now() - wall;
        let by_steady = there.steady().saturating_sub(steady);
        let limit = Duration::from_secs(60 * u64::from(self.minutes));
        by_steady >= limit
            || by_wall >= TimeDelta::minutes(i64::from(self.minutes))
            || by_wall < -PUT_RIGHT
    }
}

impl Session {
    /// Whether that is the PIN of the meeting, told in a time that does not say where it differs.
    pub(crate) fn is_pin(&self, typed: &str) -> bool {
        let typed = typed.as_bytes();
        self.pin.as_ref().is_some_and(|pin| {
            let digits = pin.bytes().zip(typed);
            let differing = digits.fold(0, |sum, (a, b)| sum | (a ^ b));
            pin.len() == typed.len() && differing == 0
        })
    }
}

impl Desk {
    /// Locks what nobody has touched for as long as was chosen; a meeting that goes on rests, if it has a PIN.
    ///
    /// Whoever shows the desk in a window asks this again and again, and before each command: a laptop that wakes from sleep
    /// answers nobody first. In an attendee's hands it stays, since they read at their own pace and reach nothing.
    pub fn rest_when_idle(&mut self) {
        let (there, at) = (self.surroundings.clone(), self.now());
        let left_alone = self.session.as_ref().is_some_and(|session| {
            let shown = session.handed.is_none() && session.resting.is_none();
            shown && session.idle.is_over(&*there)
        });
        if left_alone
            && !self.rests()
            && let Some(session) = self.session.take()
        {
            // A disk that fails keeps the entry out; the key is forgotten all the same.
            let _ = session.record.lock(session.user, at);
        }
    }

    fn rests(&mut self) -> bool {
        let session = self.session.as_ref();
        let may = session.is_some_and(|s| s.live.is_some() && s.pin.is_some());
        let entry = Entry::of(EntryKind::MeetingRested);
        if !may || self.write(&entry, |_| Ok(())).is_err() {
            return false;
        }
        if let Some(session) = &mut self.session {
            session.resting = Some(Resting::default());
        }
        self.project_nothing_but_the_place();
        true
    }

    /// Takes over how long was chosen for this record.
    pub(crate) fn read_idle(&mut self) -> Result<(), Problem> {
        let chosen = self.record()?.read().settings().idle_minutes()?;
        self.open_mut()?.idle.minutes = chosen.unwrap_or(USUAL_MINUTES);
        Ok(())
    }
}

/// Somebody is there: told by the window when keys or pointer move, at most every few seconds. It changes nothing that is kept.
pub(crate) fn stir(desk: &mut Desk, _: Nothing) -> Result<StandingView, Problem> {
    let there = desk.surroundings.clone();
    desk.open_mut()?.idle.touch(&*there);
    view(desk)
}

/// Back to a meeting that rested, by its PIN; too many wrong ones lock the record.
pub(crate) fn come_back(desk: &mut Desk, form: PinForm) -> Result<StandingView, Problem> {
    let there = desk.surroundings.clone();
    let session = desk.open_mut()?;
    let right = session.is_pin(&form.pin);
    let Some(resting) = &mut session.resting else {
        return view(desk);
    };
    if !right {
        resting.wrong_pins += 1;
        let mut why = LockedWhy::WrongPin;
        if resting.wrong_pins >= PIN_TRIES {
            lock(desk, Nothing {})?;
            why = LockedWhy::TooManyTries;
        }
        return Err(Problem::Locked { why });
    }
    let tries = resting.wrong_pins.to_string();
    let entry = Entry::of(EntryKind::MeetingResumed).with("wrong_pins", tries);
    desk.write(&entry, |_| Ok(()))?;
    let session = desk.open_mut()?;
    session.resting = None;
    session.idle.touch(&*there);
    view(desk)
}
