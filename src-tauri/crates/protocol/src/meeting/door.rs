//! The meeting is in session: who comes and goes, and steps out for one case.

use super::agenda::Place;
use super::planned::register;
use super::proceedings::Proceedings;
use crate::ids::{AttendanceId, SlotId};
use crate::refusal::Refusal;
use crate::room::{Attendance, Whereabouts};
use crate::trade::At;

/// A meeting that passed the gate and has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InSession(pub(super) Proceedings);

impl InSession {
    /// What has happened so far.
    pub fn proceedings(&self) -> &Proceedings {
        &self.0
    }

    /// Somebody arrives late and waits at the door, which holds nobody up (§4.1).
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`]; nothing changes for somebody who is here already.
    pub fn arrive(&mut self, id: AttendanceId) -> Result<(), Refusal> {
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_here() {
            attendance.whereabouts = Whereabouts::AtTheDoor;
        }
        Ok(())
    }

    /// A new face arrives late: on the register, and at the door.
    ///
    /// # Errors
    /// [`Refusal::AlreadyOnTheRegister`].
    pub fn newcomer(&mut self, attendance: Attendance) -> Result<(), Refusal> {
        let id = attendance.id;
        register(&mut self.0, attendance)?;
        self.arrive(id)
    }

    /// Lets somebody in from the door, once they have accepted and, where required, signed.
    ///
    /// # Errors
    /// [`Refusal::NotEveryoneAccepted`] or [`Refusal::DeclarationsMissing`] naming them;
    /// [`Refusal::NotInTheRoom`] if they are not at the door.
    pub fn let_in(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let attendance = self.0.attendance(id)?;
        if attendance.whereabouts != Whereabouts::AtTheDoor {
            return Err(Refusal::NotInTheRoom(id));
        }
        if attendance.acceptance.is_none() {
            return Err(Refusal::NotEveryoneAccepted(vec![id]));
        }
        if !self.0.is_admitted(attendance) {
            return Err(Refusal::DeclarationsMissing(vec![id]));
        }
        self.0.attendance_mut(id)?.enter(at);
        Ok(())
    }

    /// Somebody leaves for the day.
    ///
    /// # Errors
    /// [`Refusal::NotInTheRoom`].
    pub fn leave(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_here() {
            return Err(Refusal::NotInTheRoom(id));
        }
        attendance.go(at, Whereabouts::Left);
        Ok(())
    }

    /// Somebody steps out for the open case.
    ///
    /// # Errors
    /// [`Refusal::NoCaseOpen`], [`Refusal::NotInTheRoom`].
    pub fn step_out(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let slot = self.open_case_slot()?;
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_in_the_room() {
            return Err(Refusal::NotInTheRoom(id));
        }
        attendance.step_out(at, slot);
        Ok(())
    }

    /// Somebody comes back who had stepped out.
    ///
    /// # Errors
    /// [`Refusal::NotInTheRoom`] if they had not.
    pub fn step_back(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let attendance = self.0.attendance_mut(id)?;
        if !matches!(attendance.whereabouts, Whereabouts::SteppedOut(_)) {
            return Err(Refusal::NotInTheRoom(id));
        }
        attendance.end_step_out(at);
        Ok(())
    }

    pub(super) fn open_case_slot(&self) -> Result<SlotId, Refusal> {
        match self.0.place {
            Place::Case(slot) => Ok(slot),
            _ => Err(Refusal::NoCaseOpen),
        }
    }

    pub(super) fn everyone_comes_back(&mut self, at: At) {
        for attendance in &mut self.0.attendances {
            attendance.end_step_out(at);
        }
    }
}
