//! The register is open: people arrive, accept and sign. No personal data is open yet (§4.1).

use super::door::InSession;
use super::planned::{Planned, register};
use super::proceedings::Proceedings;
use super::trace::Hand;
use super::turns::Turned;
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::{Attendance, Whereabouts};
use crate::trade::At;

/// A meeting whose register is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering(pub(super) Proceedings);

impl Gathering {
    /// What has happened so far.
    pub fn proceedings(&self) -> &Proceedings {
        &self.0
    }

    /// Somebody sits down.
    ///
    /// # Errors
    /// [`Refusal::NotOnTheRegister`].
    pub fn mark_present(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_in_the_room() {
            attendance.enter(at);
        }
        Ok(())
    }

    /// Takes back a presence marked by mistake. Whoever has accepted or signed was here, and has left: what they accepted and
    /// signed stands, and is there when they come back.
    ///
    /// # Errors
    /// [`Refusal::NotInTheRoom`].
    pub fn mark_absent(&mut self, id: AttendanceId, at: At) -> Result<(), Refusal> {
        let again = self.0.began.is_some();
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_in_the_room() {
            return Err(Refusal::NotInTheRoom(id));
        }
        if attendance.has_answered() {
            attendance.go(at, Whereabouts::Left);
            return Ok(());
        }
        // On another day only that day's presence is taken back: what was heard on the first rests on its own.
        match again {
            true => drop(attendance.presence.pop()),
            false => attendance.presence.clear(),
        }
        attendance.whereabouts = Whereabouts::Expected;
        Ok(())
    }

    /// A new face: on the register and in the room at once.
    ///
    /// # Errors
    /// [`Refusal::AlreadyOnTheRegister`].
    pub fn newcomer(&mut self, attendance: Attendance, at: At) -> Result<(), Refusal> {
        let id = attendance.id;
        register(&mut self.0, attendance)?;
        self.mark_present(id, at)
    }

    /// Notes the chair's script as read aloud (§4.1).
    pub fn read_statement(&mut self, at: At) {
        self.0.statement_read.get_or_insert(at);
    }

    /// Puts a register that was opened by mistake back, while nobody has sat down.
    ///
    /// # Errors
    /// [`Refusal::WrongStage`] once anybody is here: then there is no way round the gate.
    pub fn put_back(mut self) -> Result<Planned, Refusal> {
        if self
            .0
            .attendances
            .iter()
            .any(|a| !a.presence.is_empty() || a.is_here())
        {
            return Err(Refusal::WrongStage);
        }
        self.0.pinned = None;
        self.0.register_opened = None;
        self.0.statement_read = None;
        Ok(Planned(self.0))
    }

    /// Everyone in the room has accepted and, where required, signed: business begins.
    ///
    /// # Errors
    /// What the gate still misses, or who chairs or takes the minutes; [`Refusal::NotQuorate`] until the
    /// chair has said how to go on.
    pub fn begin(mut self, at: At) -> Result<InSession, Refusal> {
        let chair = self.0.chair().ok_or(Refusal::NobodyChairs)?.clone();
        self.0.minute_taker().ok_or(Refusal::NobodyTakesMinutes)?;
        self.0.gate()?;
        if !self.0.absence_is_settled() {
            return Err(Refusal::NotQuorate);
        }
        if self.0.began.is_some() {
            let by = chair.name.clone();
            self.0.turn(Hand { by, at }, Turned::Resumed, None);
        }
        self.0.began.get_or_insert(at);
        Ok(InSession(self.0))
    }
}
