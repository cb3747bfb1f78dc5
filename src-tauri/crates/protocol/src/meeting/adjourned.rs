//! A meeting that stopped for the day, and one that was put off, abandoned or handed to another chair.

use super::Meeting;
use super::agenda::{Place, SlotProgress};
use super::closed::Closed;
use super::door::InSession;
use super::gathering::Gathering;
use super::planned::{Planned, set_role};
use super::proceedings::Proceedings;
use super::trace::Hand;
use super::turns::{Inquorate, Turned};
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::AttendeeRole;
use crate::trade::At;
use crate::words::Words;
use chrono::NaiveDate;

/// A meeting that goes on another day. Nothing of it is open, and nothing that was accepted counts for that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjourned(pub(super) Proceedings);

impl Adjourned {
    /// What has happened so far.
    pub fn proceedings(&self) -> &Proceedings {
        &self.0
    }

    /// The other day has come: the register is open, and everybody is asked everything again (§4.1).
    ///
    /// # Errors
    /// [`Refusal::PutOffToday`] on a day on which people came and it was put off once more.
    pub fn resume(mut self, at: At) -> Result<Gathering, Refusal> {
        self.0.not_put_off_today(at)?;
        // Records made before say of some cases that they are discussed together, with none open.
        self.0.nothing_is_open();
        self.0.statement_read = None;
        Ok(Gathering(self.0))
    }
}

impl Planned {
    /// Puts the meeting off: cases and everybody invited go with it.
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`] without a reason; [`Refusal::DateInThePast`] for a day not after the one planned.
    pub fn postpone(&mut self, to: NaiveDate, reason: Words, hand: Hand) -> Result<(), Refusal> {
        let from = self.0.date;
        later(to, from, &reason, &hand)?;
        let came = Vec::new();
        self.0.date = to;
        let what = Turned::Postponed { from, to, came };
        self.0.turn(hand, what, Some(reason));
        Ok(())
    }
}

impl Gathering {
    /// Puts the meeting off although people have sat down: they go, and nothing was opened.
    ///
    /// # Errors
    /// As [`Planned::postpone`].
    pub fn put_off(mut self, to: NaiveDate, reason: Words, hand: Hand) -> Result<Meeting, Refusal> {
        if self.0.began.is_some() {
            return Ok(adjourn(self.0, to, reason, hand)?.into());
        }
        let p = &mut self.0;
        let from = p.date;
        later(to, from, &reason, &hand)?;
        // Whoever has gone again had come too.
        let here = p.attendances.iter();
        let here = here.filter(|a| a.is_here() || !a.presence.is_empty());
        let came = here.map(|a| a.id).collect();
        p.attendances.iter_mut().for_each(|a| a.was_not_met());
        (p.pinned, p.register_opened, p.statement_read) = (None, None, None);
        p.date = to;
        let what = Turned::Postponed { from, to, came };
        p.turn(hand, what, Some(reason));
        Ok(Planned(self.0).into())
    }

    /// The chair says how to go on without somebody whom the partnership needs.
    ///
    /// # Errors
    /// [`Refusal::NobodyMissing`]; [`Refusal::NobodyChairs`].
    pub fn go_on_inquorate(&mut self, choice: Inquorate, hand: Hand) -> Result<(), Refusal> {
        inquorate(&mut self.0, choice, hand)
    }
}

impl InSession {
    /// Stops for the day: everybody goes, and whatever case was open waits.
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`] without a reason; [`Refusal::DateInThePast`] for a day not after this one;
    /// [`Refusal::NobodyChairs`].
    pub fn adjourn(self, to: NaiveDate, reason: Words, hand: Hand) -> Result<Adjourned, Refusal> {
        self.0.chair().ok_or(Refusal::NobodyChairs)?;
        adjourn(self.0, to, reason, hand)
    }

    /// Ends the meeting before its time: what was said stands, and the rest goes to next month. Of cases discussed together
    /// each goes its own way: one that has its decision is closed, and the others are put off.
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`] without a reason; [`Refusal::NobodyChairs`].
    pub fn abandon(mut self, reason: Words, hand: Hand) -> Result<Closed, Refusal> {
        written(&reason)?;
        let at = hand.at;
        let discussed = self.0.cases_discussed();
        for id in &discussed {
            let decided = self.0.is_decided(*id);
            let slot = self.0.slot_mut(*id)?;
            let opened = slot.opened().unwrap_or(at);
            let reason = reason.clone();
            slot.progress = match decided {
                true => SlotProgress::Done { opened, closed: at },
                false => SlotProgress::Deferred { reason },
            };
        }
        if !discussed.is_empty() {
            self.leave_case(at);
        }
        self.0.turn(hand, Turned::Abandoned, Some(reason.clone()));
        self.end(&reason, at)
    }

    /// The chair says how to go on without somebody whom the partnership needs.
    ///
    /// # Errors
    /// [`Refusal::NobodyMissing`]; [`Refusal::NobodyChairs`].
    pub fn go_on_inquorate(&mut self, choice: Inquorate, hand: Hand) -> Result<(), Refusal> {
        inquorate(&mut self.0, choice, hand)
    }

    /// Somebody in the room takes the chair; the trace says who, from whom and when (D34).
    ///
    /// # Errors
    /// [`Refusal::NotInTheRoom`]; [`Refusal::NotEveryoneAccepted`] for somebody not admitted;
    /// [`Refusal::ChairsAlready`].
    pub fn hand_over_chair(&mut self, to: AttendanceId, hand: Hand) -> Result<(), Refusal> {
        let p = &mut self.0;
        let deputy = p.attendance(to)?;
        if !deputy.is_in_the_room() {
            return Err(Refusal::NotInTheRoom(to));
        }
        if !p.is_admitted(deputy) {
            return Err(Refusal::NotEveryoneAccepted(vec![to]));
        }
        let chairs = |a: &&crate::room::Attendance| a.role == AttendeeRole::Chair;
        let from = p.attendances.iter().find(chairs).map(|a| a.id);
        if from == Some(to) {
            return Err(Refusal::ChairsAlready(to));
        }
        set_role(p, to, AttendeeRole::Chair)?;
        p.turn(hand, Turned::Chair { from, to }, None);
        Ok(())
    }
}

fn adjourn(
    mut p: Proceedings,
    to: NaiveDate,
    reason: Words,
    hand: Hand,
) -> Result<Adjourned, Refusal> {
    later(to, p.adjourned_to().unwrap_or(p.date), &reason, &hand)?;
    p.nothing_is_open();
    p.place = Place::Opening;
    p.attendances
        .iter_mut()
        .for_each(|a| a.ends_the_day(hand.at));
    let statement_read = p.statement_read;
    let what = Turned::Adjourned { to, statement_read };
    p.turn(hand, what, Some(reason));
    Ok(Adjourned(p))
}

impl Proceedings {
    /// What was open waits for its turn, and so does whatever was discussed together with it.
    fn nothing_is_open(&mut self) {
        let open =
            |p: &SlotProgress| matches!(p, SlotProgress::Open { .. } | SlotProgress::With { .. });
        for slot in self.slots.iter_mut().filter(|slot| open(&slot.progress)) {
            slot.progress = SlotProgress::Waiting;
        }
    }
}

fn inquorate(p: &mut Proceedings, choice: Inquorate, hand: Hand) -> Result<(), Refusal> {
    p.chair().ok_or(Refusal::NobodyChairs)?;
    let missing = p.needed_and_away();
    if missing.is_empty() {
        return Err(Refusal::NobodyMissing);
    }
    p.turn(hand, Turned::Inquorate { missing, choice }, None);
    Ok(())
}

fn later(to: NaiveDate, than: NaiveDate, reason: &Words, hand: &Hand) -> Result<(), Refusal> {
    written(reason)?;
    match to > than && to >= hand.at.date_naive() {
        true => Ok(()),
        false => Err(Refusal::DateInThePast),
    }
}

fn written(reason: &Words) -> Result<(), Refusal> {
    match reason.is_blank() {
        true => Err(Refusal::NothingWritten),
        false => Ok(()),
    }
}
