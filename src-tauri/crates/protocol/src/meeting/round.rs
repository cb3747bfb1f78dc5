//! The whole room at once: the chair has asked it, and nobody holds anything new.

use super::agenda::Place;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use crate::ids::{DecisionId, SlotId, TeamKey};
use crate::refusal::Refusal;
use crate::room::{Attendance, AttendeeRole};
use crate::sharing::{Decision, DecisionKind, Silence, SilenceKind};
use crate::trade::At;
use crate::words::Words;
use uuid::Uuid;

impl InSession {
    /// The chair says that the whole room was asked whether anybody holds anything new of the open case.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoCaseOpen`].
    pub fn ask_room(&mut self, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        self.open_case_slot()?;
        for id in self.0.cases_discussed() {
            self.0.slot_mut(id)?.asked.get_or_insert(at);
        }
        Ok(())
    }

    /// The room was not asked after all.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoCaseOpen`]; [`Refusal::RoomNotAsked`]; [`Refusal::NothingToUndo`] while "no change" rests on it.
    pub fn unask_room(&mut self) -> Result<(), Refusal> {
        self.0.gate()?;
        let here = self.asked()?;
        let places = self.0.discussed();
        let rests = |d: &Decision| {
            places.contains(&d.place) && d.undone.is_none() && d.kind == DecisionKind::NoChange
        };
        if self.0.decisions.iter().any(rests) {
            return Err(Refusal::NothingToUndo);
        }
        let asked = self.0.slot(here)?.asked;
        for id in self.0.cases_discussed() {
            let slot = self.0.slot_mut(id)?;
            slot.asked = slot.asked.filter(|at| Some(*at) != asked);
        }
        Ok(())
    }

    /// Records a nil return for every agency at the table that has said nothing of the open case.
    ///
    /// # Errors
    /// The gate's; [`Refusal::RoomNotAsked`]; [`Refusal::EveryoneHasSpoken`].
    pub fn nil_returns(&mut self, fresh: Uuid, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        self.open_case_slot()?;
        self.say(fresh, |session, _| session.nobody_else(at))?;
        Ok(())
    }

    /// Records "no change": a nil return for every agency at the table, and that the plan goes on.
    ///
    /// # Errors
    /// The gate's; [`Refusal::RoomNotAsked`]; [`Refusal::UpdateWaits`]; [`Refusal::SomethingWasShared`];
    /// [`Refusal::NothingWritten`].
    pub fn no_change(&mut self, words: Words, fresh: Uuid, at: At) -> Result<(), Refusal> {
        self.0.gate()?;
        self.open_case_slot()?;
        if words.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        self.say(fresh, |session, id| {
            session.nothing_new()?;
            let mut lines = match session.nobody_else(at) {
                Err(Refusal::EveryoneHasSpoken) => Vec::new(),
                other => other?,
            };
            let (id, kind, words) = (DecisionId(id), DecisionKind::NoChange, words.clone());
            session.record_decision(id, kind, words, None, false, at)?;
            lines.push(Line::Decision(id));
            Ok(lines)
        })
    }

    /// Whether "no change" may be said of every case under discussion.
    ///
    /// # Errors
    /// As [`Self::no_change`].
    pub fn may_be_no_change(&self) -> Result<(), Refusal> {
        self.0.gate()?;
        self.open_case_slot()?;
        let cases = self.0.cases_discussed();
        cases.into_iter().try_for_each(|slot| self.unchanged(slot))
    }

    fn nothing_new(&self) -> Result<(), Refusal> {
        self.unchanged(self.open_case_slot()?)
    }

    fn unchanged(&self, slot: SlotId) -> Result<(), Refusal> {
        let asked = self.0.slot(slot)?.asked;
        asked.ok_or(Refusal::RoomNotAsked)?;
        if self.0.waiting_updates().any(|u| u.slot == slot) {
            return Err(Refusal::UpdateWaits);
        }
        match self.0.something_new(slot) {
            true => Err(Refusal::SomethingWasShared),
            false => Ok(()),
        }
    }

    fn nobody_else(&mut self, at: At) -> Result<Vec<Line>, Refusal> {
        let here = self.asked()?;
        let silent = self.0.not_spoken(here);
        if silent.is_empty() {
            return Err(Refusal::EveryoneHasSpoken);
        }
        let from = self.0.silences.len();
        let nil = |team| Silence {
            place: Place::Case(here),
            team,
            kind: SilenceKind::NilReturn,
            at,
            written: None,
            undone: None,
        };
        self.0.silences.extend(silent.into_iter().map(nil));
        Ok((from..self.0.silences.len()).map(Line::Silence).collect())
    }

    fn asked(&self) -> Result<SlotId, Refusal> {
        let here = self.open_case_slot()?;
        let asked = self.0.slot(here)?.asked;
        asked.map(|_| here).ok_or(Refusal::RoomNotAsked)
    }
}

impl Proceedings {
    /// The agencies at the table that have said nothing of a case yet, in seat order.
    pub fn not_spoken(&self, slot: SlotId) -> Vec<TeamKey> {
        let place = Place::Case(slot);
        let items = self.items.iter().map(|i| i.parts());
        let items = items
            .filter(|i| i.place == place && i.says_something())
            .map(|i| &i.team);
        let silences = self.silences.iter();
        let silences = silences
            .filter(|s| s.place == place && s.undone.is_none())
            .map(|s| &s.team);
        let spoken: Vec<&TeamKey> = items.chain(silences).collect();
        let mut seated: Vec<&Attendance> = self.attendances.iter().collect();
        seated.retain(|a| a.is_in_the_room() && a.role != AttendeeRole::Observer);
        seated.sort_by_key(|a| a.seat);
        let mut silent: Vec<TeamKey> = Vec::new();
        for team in seated.iter().filter_map(|a| a.agency.team.as_ref()) {
            if !spoken.contains(&team) && !silent.contains(team) {
                silent.push(team.clone());
            }
        }
        silent
    }

    /// Whether a nil return or a refusal to share is the last that its agency said of that case: what it said since stands in its
    /// place wherever it is read, and the record keeps both.
    pub fn is_last_word(&self, nth: usize) -> bool {
        let Some(silence) = self.silences.get(nth).filter(|s| s.undone.is_none()) else {
            return false;
        };
        let items = self.items.iter().map(|i| i.parts());
        let shared_since = items
            .filter(|i| i.place == silence.place && i.team == silence.team)
            .any(|i| i.at >= silence.at && i.says_something());
        let said_since = self
            .silences
            .iter()
            .skip(nth + 1)
            .any(|s| s.place == silence.place && s.team == silence.team && s.undone.is_none());
        !shared_since && !said_since
    }

    /// Whether anything was shared of a case, or is held since this meeting.
    fn something_new(&self, slot: SlotId) -> bool {
        let place = Place::Case(slot);
        let items = self.items.iter().map(|i| i.parts());
        items
            .filter(|i| i.place == place)
            .any(|i| i.says_something())
    }
}
