//! Going through the agenda: earlier minutes, carried actions, cases, any other business.

use super::Stage;
use super::agenda::{Place, Slot, SlotProgress};
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use crate::ids::{ActionId, DecisionId, SlotId};
use crate::refusal::Refusal;
use crate::sharing::{Action, DecisionKind, Outcome, Settled};
use crate::trade::At;
use crate::words::Words;
use chrono::NaiveDate;
use uuid::Uuid;

impl InSession {
    /// Turns to a place of the agenda that is not a case.
    ///
    /// # Errors
    /// The gate's; [`Refusal::AnotherCaseOpen`] while a case is open; [`Refusal::WrongStage`]
    /// for a case, which [`Self::open_case`] opens.
    pub fn turn_to(&mut self, place: Place) -> Result<(), Refusal> {
        self.0.gate()?;
        self.no_case_open()?;
        if matches!(place, Place::Case(_)) {
            return Err(Refusal::WrongStage);
        }
        self.0.place = place;
        Ok(())
    }

    /// The earlier minutes are agreed, with what was said to be corrected: signed first, then agreed. `before` is the stage
    /// that the meeting whose minutes they are has come to.
    ///
    /// # Errors
    /// [`Refusal::NoEarlierMinutes`], [`Refusal::MinutesNotSigned`].
    pub fn agree_minutes(
        &mut self,
        before: Stage,
        corrections: Option<Words>,
        at: At,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let previous = self.0.previous.as_mut().ok_or(Refusal::NoEarlierMinutes)?;
        if before != Stage::Sealed {
            return Err(Refusal::MinutesNotSigned);
        }
        previous.agreed = Some(at);
        previous.corrections = corrections;
        Ok(())
    }

    /// The earlier minutes were not agreed after all: they wait to be agreed.
    ///
    /// # Errors
    /// [`Refusal::NoEarlierMinutes`]; [`Refusal::NothingToUndo`] for minutes that were not agreed here.
    pub fn unagree_minutes(&mut self) -> Result<(), Refusal> {
        self.0.gate()?;
        let previous = self.0.previous.as_mut().ok_or(Refusal::NoEarlierMinutes)?;
        previous.agreed.take().ok_or(Refusal::NothingToUndo)?;
        previous.corrections = None;
        Ok(())
    }

    /// Says how a carried action turned out; one not done goes on under a new date.
    ///
    /// # Errors
    /// [`Refusal::NoSuchAction`], [`Refusal::NewDateNeeded`], [`Refusal::DateInThePast`].
    pub fn settle(
        &mut self,
        action: ActionId,
        outcome: Outcome,
        note: Option<Words>,
        new: Option<(ActionId, NaiveDate)>,
        at: At,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        let (meeting, today, place) = (self.0.id, self.0.date, self.0.place);
        let carried = self
            .0
            .carried
            .iter_mut()
            .find(|a| a.id == action && a.undone.is_none());
        let carried = carried.ok_or(Refusal::NoSuchAction)?;
        let continued = match (outcome, new) {
            (Outcome::NotDone, None) => return Err(Refusal::NewDateNeeded),
            (Outcome::NotDone, Some((_, due))) if due < today => {
                return Err(Refusal::DateInThePast);
            }
            (Outcome::NotDone, Some((id, due))) => Some(Action {
                id,
                meeting,
                place,
                due: Some(due),
                at,
                continues: Some(action),
                settled: None,
                ..carried.clone()
            }),
            _ => None,
        };
        carried.settled = Some(Settled {
            outcome,
            meeting,
            at,
            note,
        });
        self.0.actions.retain(|a| a.continues != Some(action));
        self.0.actions.extend(continued);
        Ok(())
    }

    /// Takes back what was said of a carried action: it is open again, under its own date.
    ///
    /// # Errors
    /// [`Refusal::NoSuchAction`] for one of which nothing was said here.
    pub fn unsettle(&mut self, action: ActionId) -> Result<(), Refusal> {
        self.0.gate()?;
        let here = self.0.id;
        let said = |a: &&mut Action| {
            a.id == action && a.settled.as_ref().is_some_and(|s| s.meeting == here)
        };
        let carried = self.0.carried.iter_mut().find(said);
        carried.ok_or(Refusal::NoSuchAction)?.settled = None;
        self.0.actions.retain(|a| a.continues != Some(action));
        Ok(())
    }

    /// Opens a case, once everyone in the room is admitted (§4.1).
    ///
    /// # Errors
    /// The gate's; [`Refusal::AnotherCaseOpen`]; [`Refusal::CaseDone`] for one that is to be reopened;
    /// [`Refusal::NothingWritten`] where a flagged case needs the chair's reason for going on in an
    /// ordinary meeting (§4.3 MAPPA).
    pub fn open_case(
        &mut self,
        slot: SlotId,
        because: Option<Words>,
        at: At,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        self.no_case_open()?;
        if self.0.slot(slot)?.is_dealt_with() {
            return Err(Refusal::CaseDone(slot));
        }
        self.0.choose_to_go_on(slot, because)?;
        self.0.slot_mut(slot)?.progress = SlotProgress::Open { since: at };
        self.0.place = Place::Case(slot);
        Ok(())
    }

    /// Goes on to what comes next on the agenda.
    ///
    /// # Errors
    /// As [`Self::open_case`], and as [`Self::turn_to`] once no case waits any more.
    pub fn go_to_next(&mut self, at: At) -> Result<(), Refusal> {
        match self.0.comes_next() {
            Place::Case(slot) => self.open_case(slot, None, at),
            place => self.turn_to(place),
        }
    }

    /// Closes the open case, and every case discussed together with it; who had stepped out comes back.
    ///
    /// # Errors
    /// [`Refusal::NoCaseOpen`]; [`Refusal::NothingDecided`] for one without a decision, an action or an
    /// express "no action"; [`Refusal::HearsOnly`] where it cannot have one now, and is put off.
    pub fn close_case(&mut self, at: At) -> Result<(), Refusal> {
        self.open_case_slot()?;
        let discussed = self.0.cases_discussed();
        let undecided = |id: &&SlotId| !self.0.is_decided(**id);
        if let Some(undecided) = discussed.iter().find(undecided) {
            self.decides()?;
            return Err(Refusal::NothingDecided(*undecided));
        }
        for id in discussed {
            let slot = self.0.slot_mut(id)?;
            let opened = slot.opened().unwrap_or(at);
            slot.progress = SlotProgress::Done { opened, closed: at };
        }
        self.leave_case(at);
        Ok(())
    }

    /// Puts a case off to next month, open or not yet opened.
    ///
    /// # Errors
    /// [`Refusal::CaseDone`]; [`Refusal::NothingWritten`] without a reason.
    pub fn defer_case(&mut self, slot: SlotId, reason: Words, at: At) -> Result<(), Refusal> {
        if reason.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        let deferred = self.0.slot_mut(slot)?;
        let was_open = deferred.is_open();
        let off =
            deferred.is_dealt_with() && !matches!(deferred.progress, SlotProgress::Deferred { .. });
        if off {
            return Err(Refusal::CaseDone(slot));
        }
        deferred.progress = SlotProgress::Deferred { reason };
        if was_open {
            self.leave_case(at);
        }
        Ok(())
    }

    /// Sets the date of the next meeting.
    ///
    /// # Errors
    /// [`Refusal::DateInThePast`] for a day not after this one.
    pub fn set_next_date(&mut self, date: NaiveDate) -> Result<(), Refusal> {
        if date <= self.0.date {
            return Err(Refusal::DateInThePast);
        }
        self.0.next_date = Some(date);
        Ok(())
    }

    /// Nothing is open any more; what was discussed along with it, and is not closed, waits again.
    pub(super) fn leave_case(&mut self, at: At) {
        let joined = |s: &&mut Slot| matches!(s.progress, SlotProgress::With { .. });
        let waits = self.0.slots.iter_mut().filter(joined);
        waits.for_each(|s| s.progress = SlotProgress::Waiting);
        self.everyone_comes_back(at);
        self.0.place = Place::MattersArising;
    }

    /// Says expressly that no action follows, of every case under discussion, and closes them.
    ///
    /// # Errors
    /// As [`Self::record_decision`] and [`Self::close_case`], and then nothing was said.
    pub fn close_without_action(
        &mut self,
        words: &Words,
        fresh: Uuid,
        at: At,
    ) -> Result<(), Refusal> {
        let mut after = self.clone();
        after.open_case_slot()?;
        after.say(fresh, |session, id| {
            let (id, kind) = (DecisionId(id), DecisionKind::Other);
            session.record_decision(id, kind, words.clone(), None, true, at)?;
            Ok(vec![Line::Decision(id)])
        })?;
        after.close_case(at)?;
        *self = after;
        Ok(())
    }

    pub(super) fn no_case_open(&self) -> Result<(), Refusal> {
        self.0
            .open_slot()
            .map_or(Ok(()), |slot| Err(Refusal::AnotherCaseOpen(slot.id)))
    }
}

impl Proceedings {
    /// What comes next on the agenda: the first case that still waits, and any other business after the last.
    pub fn comes_next(&self) -> Place {
        let waits = |s: &&Slot| s.progress == SlotProgress::Waiting;
        let case = self.slots.iter().find(waits);
        case.map_or(Place::AnyOtherBusiness, |slot| Place::Case(slot.id))
    }
}
