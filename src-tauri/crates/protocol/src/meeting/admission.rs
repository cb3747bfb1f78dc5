//! What is the same at the register and at the door: who is here as what, for whom, and admitted how (§4.1).

use super::declaring::{sign, weigh_declaration};
use super::door::InSession;
use super::gathering::Gathering;
use super::planned::set_role;
use super::proceedings::Proceedings;
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::{
    Acceptance, Agency, Attendance, AttendeeRole, AuthorityToShare, TextHash, Whereabouts,
};
use crate::signature::Signature;
use crate::trade::At;
use crate::words::Words;

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

            /// Somebody comes for another agency than at earlier meetings, whose flags decide from now on.
            ///
            /// What they accepted, signed and were authorised to for the other is asked again.
            ///
            /// # Errors
            /// [`Refusal::NotOnTheRegister`]; [`Refusal::WrongStage`] for somebody who has heard business for the other.
            pub fn change_agency(
                &mut self,
                id: AttendanceId,
                agency: Agency,
            ) -> Result<(), Refusal> {
                change_agency(&mut self.0, id, agency)
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

            /// Somebody will not accept, or will not sign, and leaves; that is recorded (§4.1), and what they say of it may be
            /// written down afterwards.
            ///
            /// # Errors
            /// [`Refusal::NotInTheRoom`], also of somebody who has declined where nothing else is to be written; [`Refusal::WrongStage`] for somebody let in already.
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

            /// Whoever chairs confirms a declaration that they saw signed, or has it signed anew because the signer had not
            /// understood it (§4.3 ODOC).
            ///
            /// # Errors
            /// [`Refusal::NotSigned`] where there is none that waits for this.
            pub fn weigh_declaration(
                &mut self,
                id: AttendanceId,
                understood: bool,
                at: At,
            ) -> Result<(), Refusal> {
                weigh_declaration(&mut self.0, id, understood, at)
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

fn change_agency(p: &mut Proceedings, id: AttendanceId, agency: Agency) -> Result<(), Refusal> {
    let begun = p.began.is_some();
    let attendance = p.attendance_mut(id)?;
    if begun && !attendance.presence.is_empty() {
        return Err(Refusal::WrongStage);
    }
    if attendance.agency != agency {
        attendance.agency = agency;
        (attendance.acceptance, attendance.declaration) = (None, None);
        attendance.authority = None;
    }
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
    let gone = p.attendance_mut(id)?;
    if gone.whereabouts == Whereabouts::Declined && gone.remark != remark {
        gone.remark = remark;
        return Ok(());
    }
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

pub(super) fn here(p: &mut Proceedings, id: AttendanceId) -> Result<&mut Attendance, Refusal> {
    let attendance = p.attendance_mut(id)?;
    if !attendance.is_here() {
        return Err(Refusal::NotInTheRoom(id));
    }
    Ok(attendance)
}
