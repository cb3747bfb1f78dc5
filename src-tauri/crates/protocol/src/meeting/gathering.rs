//! The register is open: people arrive, accept and sign. No personal data is open yet (§4.1).

use super::door::InSession;
use super::planned::{Planned, register, set_role};
use super::proceedings::Proceedings;
use super::trace::Hand;
use super::turns::Turned;
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::{
    Acceptance, Attendance, AttendeeRole, AuthorityToShare, Declaration, TextHash, Whereabouts,
};
use crate::signature::Signature;
use crate::trade::At;
use crate::words::Words;

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

    /// Takes back a presence marked by mistake, with whatever was accepted under it.
    ///
    /// # Errors
    /// [`Refusal::NotInTheRoom`].
    pub fn mark_absent(&mut self, id: AttendanceId) -> Result<(), Refusal> {
        let again = self.0.began.is_some();
        let attendance = self.0.attendance_mut(id)?;
        if !attendance.is_in_the_room() {
            return Err(Refusal::NotInTheRoom(id));
        }
        // On another day only that day's presence is taken back: what was heard on the first rests on its own.
        match again {
            true => drop(attendance.presence.pop()),
            false => attendance.presence.clear(),
        }
        attendance.acceptance = None;
        attendance.declaration = None;
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

/// What is the same at the register and at the door.
macro_rules! admission {
    ($stage:ty) => {
        impl $stage {
            /// Notes apologies, with what was sent.
            ///
            /// # Errors
            /// [`Refusal::NotOnTheRegister`]; [`Refusal::AlreadyOnTheRegister`] as present.
            pub fn apologies(
                &mut self,
                id: AttendanceId,
                remark: Option<Words>,
            ) -> Result<(), Refusal> {
                apologies(&mut self.0, id, remark)
            }

            /// Somebody has taken the seat of somebody else, who is not there.
            ///
            /// # Errors
            /// [`Refusal::NotInTheRoom`]; [`Refusal::NoDeputyNeeded`] where that person is here.
            pub fn deputise(
                &mut self,
                id: AttendanceId,
                principal: Option<AttendanceId>,
            ) -> Result<(), Refusal> {
                deputise(&mut self.0, id, principal)
            }

            /// Says who chairs, takes the minutes, represents or observes.
            ///
            /// # Errors
            /// [`Refusal::NotOnTheRegister`].
            pub fn set_role(
                &mut self,
                id: AttendanceId,
                role: AttendeeRole,
            ) -> Result<(), Refusal> {
                set_role(&mut self.0, id, role)
            }

            /// Somebody accepts the agreement in the version shown (§4.1).
            ///
            /// # Errors
            /// [`Refusal::StatementNotRead`], [`Refusal::NotInTheRoom`],
            /// [`Refusal::AnotherTextShown`].
            pub fn accept(
                &mut self,
                id: AttendanceId,
                shown: TextHash,
                at: At,
            ) -> Result<(), Refusal> {
                accept(&mut self.0, id, shown, at)
            }

            /// Somebody will not accept, or will not sign, and leaves; that is recorded (§4.1).
            ///
            /// # Errors
            /// [`Refusal::NotInTheRoom`]; [`Refusal::WrongStage`] for somebody let in already.
            pub fn decline(
                &mut self,
                id: AttendanceId,
                remark: Option<Words>,
                at: At,
            ) -> Result<(), Refusal> {
                decline(&mut self.0, id, remark, at)
            }

            /// A representative of a non-statutory agency signs their declaration (§4.3 ODOC).
            ///
            /// # Errors
            /// [`Refusal::NotSigned`], [`Refusal::NoDeclarationNeeded`], [`Refusal::NobodyChairs`].
            pub fn sign_declaration(
                &mut self,
                id: AttendanceId,
                typed_name: &str,
                signature: Signature,
                shown: TextHash,
                at: At,
            ) -> Result<(), Refusal> {
                sign(&mut self.0, id, typed_name, signature, shown, at)
            }

            /// Confirms that the organisation gave its authority to share for the forum (§4.3).
            ///
            /// # Errors
            /// [`Refusal::NothingWritten`] without a name.
            pub fn confirm_authority(
                &mut self,
                id: AttendanceId,
                given_by: &str,
                at: At,
            ) -> Result<(), Refusal> {
                confirm_authority(&mut self.0, id, given_by, at)
            }
        }
    };
}

admission!(Gathering);
admission!(InSession);

fn apologies(p: &mut Proceedings, id: AttendanceId, remark: Option<Words>) -> Result<(), Refusal> {
    let attendance = p.attendance_mut(id)?;
    if !attendance.presence.is_empty() || attendance.is_here() {
        return Err(Refusal::AlreadyOnTheRegister(id));
    }
    attendance.whereabouts = Whereabouts::Apologies;
    attendance.remark = remark;
    Ok(())
}

fn deputise(
    p: &mut Proceedings,
    id: AttendanceId,
    principal: Option<AttendanceId>,
) -> Result<(), Refusal> {
    here(p, id)?;
    if let Some(principal) = principal {
        let seat = p.attendance_mut(principal)?;
        if seat.is_here() || principal == id {
            return Err(Refusal::NoDeputyNeeded(principal));
        }
        if seat.whereabouts == Whereabouts::Expected && seat.presence.is_empty() {
            seat.whereabouts = Whereabouts::Apologies;
        }
    }
    p.attendance_mut(id)?.deputy_for = principal;
    Ok(())
}

fn accept(p: &mut Proceedings, id: AttendanceId, shown: TextHash, at: At) -> Result<(), Refusal> {
    if p.statement_read.is_none() {
        return Err(Refusal::StatementNotRead);
    }
    if p.pinned.as_ref().map(|pin| pin.texts) != Some(shown) {
        return Err(Refusal::AnotherTextShown);
    }
    // The first acceptance stands: what they have heard since rests on it.
    let attendance = here(p, id)?;
    if attendance.acceptance.map(|a| a.text) != Some(shown) {
        attendance.acceptance = Some(Acceptance { at, text: shown });
    }
    Ok(())
}

fn decline(
    p: &mut Proceedings,
    id: AttendanceId,
    remark: Option<Words>,
    at: At,
) -> Result<(), Refusal> {
    let in_session = p.goes_on();
    let attendance = here(p, id)?;
    // Whoever was let in has heard cases: they leave, and what they accepted stays on record.
    if in_session && attendance.whereabouts != Whereabouts::AtTheDoor {
        return Err(Refusal::WrongStage);
    }
    // Whoever was in before, and declines on coming back, did accept when they heard what they heard.
    let came = attendance.presence.iter().any(|stay| stay.to.is_some());
    if !in_session || !came {
        attendance.acceptance = None;
        attendance.declaration = None;
    }
    attendance.remark = remark;
    attendance.go(at, Whereabouts::Declined);
    Ok(())
}

fn sign(
    p: &mut Proceedings,
    id: AttendanceId,
    typed_name: &str,
    signature: Signature,
    shown: TextHash,
    at: At,
) -> Result<(), Refusal> {
    let signer = p.attendance(id)?;
    // Once business has begun a signed declaration stands: what they have heard since rests on it.
    let stands = p.goes_on() && signer.declaration.as_ref().is_some_and(|d| d.text == shown);
    if !p.must_sign(signer) || stands {
        return Err(Refusal::NoDeclarationNeeded(id));
    }
    if p.pinned.as_ref().map(|pin| pin.texts) != Some(shown) {
        return Err(Refusal::AnotherTextShown);
    }
    if typed_name.trim().is_empty() || !signature.is_made() {
        return Err(Refusal::NotSigned);
    }
    let witness = p.chair().ok_or(Refusal::NobodyChairs)?.id;
    let typed_name = typed_name.trim().to_owned();
    here(p, id)?.declaration = Some(Declaration {
        at,
        text: shown,
        typed_name,
        signature,
        witness,
    });
    Ok(())
}

fn confirm_authority(
    p: &mut Proceedings,
    id: AttendanceId,
    given_by: &str,
    at: At,
) -> Result<(), Refusal> {
    if given_by.trim().is_empty() {
        return Err(Refusal::NothingWritten);
    }
    let given_by = given_by.trim().to_owned();
    p.attendance_mut(id)?.authority = Some(AuthorityToShare {
        given_by,
        confirmed_at: at,
    });
    Ok(())
}

fn here(p: &mut Proceedings, id: AttendanceId) -> Result<&mut Attendance, Refusal> {
    let attendance = p.attendance_mut(id)?;
    if !attendance.is_here() {
        return Err(Refusal::NotInTheRoom(id));
    }
    Ok(attendance)
}
