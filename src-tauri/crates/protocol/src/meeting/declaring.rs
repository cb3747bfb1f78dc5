//! A declaration that is signed on the laptop, and confirmed by whoever chairs (§4.3 ODOC).

use super::admission::here;
use super::proceedings::Proceedings;
use crate::ids::AttendanceId;
use crate::refusal::Refusal;
use crate::room::{Declaration, TextHash};
use crate::signature::Signature;
use crate::trade::At;

pub(super) fn sign(
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
    let chaired_by = p.chair().ok_or(Refusal::NobodyChairs)?.id;
    let typed_name = typed_name.trim().to_owned();
    here(p, id)?.declaration = Some(Declaration {
        at,
        text: shown,
        typed_name,
        signature,
        chaired_by,
        confirmed: None,
    });
    Ok(())
}

pub(super) fn weigh_declaration(
    p: &mut Proceedings,
    id: AttendanceId,
    understood: bool,
    at: At,
) -> Result<(), Refusal> {
    let signed = &mut p.attendance_mut(id)?.declaration;
    let waits = signed.as_mut().filter(|d| d.confirmed.is_none());
    let declaration = waits.ok_or(Refusal::NotSigned)?;
    match understood {
        true => declaration.confirmed = Some(at),
        false => *signed = None,
    }
    Ok(())
}

impl Proceedings {
    /// Whether the laptop may go to them for their declaration: all that they would find wanting with the pen in their hand is
    /// said before.
    ///
    /// # Errors
    /// [`Refusal::NoDeclarationNeeded`], [`Refusal::NotInTheRoom`], [`Refusal::NotEveryoneAccepted`] of them; [`Refusal::NobodyChairs`],
    /// for the declaration says who had the chair.
    pub fn may_be_handed_to(&self, id: AttendanceId) -> Result<(), Refusal> {
        let signer = self.attendance(id)?;
        if !self.must_sign(signer) {
            return Err(Refusal::NoDeclarationNeeded(id));
        }
        if !signer.is_here() {
            return Err(Refusal::NotInTheRoom(id));
        }
        if signer.acceptance.is_none() {
            return Err(Refusal::NotEveryoneAccepted(vec![id]));
        }
        self.chair().map(|_| ()).ok_or(Refusal::NobodyChairs)
    }
}
