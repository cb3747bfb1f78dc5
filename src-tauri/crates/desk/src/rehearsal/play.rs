//! The meeting from its planning to its signed minutes.

use super::cast::Cast;
use super::clock::{Clock, UnderAnotherClock};
use super::ending::Printed;
use super::script::{Pace, Script, Stumble};
use crate::live::MeetingView;
use crate::problem::{BrokenCode, Problem};
use crate::sample::Sample;
use crate::session::Desk;
use crate::sign_in::Nothing;
use chrono::TimeDelta;
use protocol::ids::MeetingId;
use std::sync::Arc;

/// A meeting that has been played.
pub struct Performance {
    pub meeting: MeetingId,
    /// Every document of it, where the script asks for them.
    pub printed: Vec<Printed>,
}

/// Runs a meeting of the sample partnership under the agreement in force, and under the script's clock, for whoever is signed in.
///
/// # Errors
/// The first command that did not do what the script expects.
pub fn run(desk: &mut Desk, script: &Script) -> Result<Performance, Stumble> {
    let clock = Clock::at(script.opens);
    let there = desk.surroundings.clone();
    desk.surroundings = Arc::new(UnderAnotherClock {
        there: there.clone(),
        clock: clock.clone(),
    });
    let played = Play::of(desk, script, clock).and_then(Play::play);
    desk.surroundings = there;
    played
}

/// What a play needs at hand.
pub(super) struct Play<'p> {
    pub desk: &'p mut Desk,
    pub script: &'p Script,
    pub clock: Arc<Clock>,
    pub sample: Sample,
    pub cast: Cast,
    /// The meeting as the window would be showing it.
    pub shown: Option<MeetingView>,
}

impl<'p> Play<'p> {
    fn of(desk: &'p mut Desk, script: &'p Script, clock: Arc<Clock>) -> Result<Self, Stumble> {
        let sample = Sample::read().map_err(|_| broken("the sample"))?;
        let pack = desk.pack().map_err(|problem| Stumble {
            during: "the agreement in force",
            problem,
        })?;
        let sample = sample.under(&pack);
        Ok(Self {
            cast: Cast::of(&sample, script.kind, script.attendees),
            sample,
            desk,
            script,
            clock,
            shown: None,
        })
    }

    fn play(mut self) -> Result<Performance, Stumble> {
        let meeting = self.prepare()?;
        self.gather(meeting)?;
        self.old_business()?;
        self.cases()?;
        self.close()?;
        let printed = self.sign(meeting)?;
        Ok(Performance { meeting, printed })
    }

    /// Gives a command and lets some seconds go by, as they would.
    pub fn ask<V>(
        &mut self,
        during: &'static str,
        seconds: i64,
        command: impl FnOnce(&mut Desk) -> Result<V, Problem>,
    ) -> Result<V, Stumble> {
        self.clock.advance(TimeDelta::seconds(seconds.max(1)));
        command(self.desk).map_err(|problem| Stumble { during, problem })
    }

    /// Gives a command whose answer is the meeting as it then stands.
    pub fn go(
        &mut self,
        during: &'static str,
        seconds: i64,
        command: impl FnOnce(&mut Desk) -> Result<MeetingView, Problem>,
    ) -> Result<(), Stumble> {
        let mut view = self.ask(during, seconds, command)?;
        let before = self.shown.take().and_then(|before| before.seldom);
        view.seldom = view.seldom.or(before);
        self.shown = Some(view);
        Ok(())
    }

    /// The meeting as it was shown last.
    pub fn shown(&self) -> Result<&MeetingView, Stumble> {
        self.shown.as_ref().ok_or(broken("no meeting is shown"))
    }

    /// Looks at the meeting again.
    pub fn look(&mut self) -> Result<(), Stumble> {
        self.go("meeting", 1, |desk| desk.meeting(Nothing {}))
    }

    pub fn is_full(&self) -> bool {
        self.script.pace == Pace::Full
    }
}

/// The script and the desk have come apart.
pub(super) fn broken(during: &'static str) -> Stumble {
    let problem = Problem::broken(BrokenCode::Internal);
    Stumble { during, problem }
}
