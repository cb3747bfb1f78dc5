//! A meeting read back from the record, checked again before anybody sees it.

use super::{
    Adjourned, Amendment, Closed, Gathering, InSession, Meeting, Planned, Proceedings, Seal, Sealed,
};
use crate::ids::AttendanceId;
use crate::sharing::{SharedItem, Standing};
use thiserror::Error;

/// The stages by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Planned,
    Gathering,
    InSession,
    Adjourned,
    Closed,
    Sealed,
}

/// Why a stored meeting cannot be what the rules would have made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Contradiction {
    #[error("a meeting past its planning has no pinned pack")]
    NoPinnedPack,
    #[error("a meeting in session never began")]
    NeverBegan,
    #[error("an ended meeting has no end")]
    NeverEnded,
    #[error("an ended meeting has no chair")]
    NoChair,
    #[error("a signed meeting has no seal")]
    NoSeal,
    #[error("two cases are open at once")]
    TwoCasesOpen,
    #[error("somebody received an item who is not on the register")]
    UnknownRecipient,
    #[error("somebody in the room received an item without having been admitted")]
    RecipientNotAdmitted,
    #[error("something was given in writing that its agency never wrote")]
    NeverWritten,
    #[error("an item was shared with nobody, and nothing was put right that would say why")]
    SharedWithNobody,
}

impl Meeting {
    /// Puts a stored meeting back together.
    ///
    /// Structure and that day's acceptances are checked, never today's consents (`decisions` 7).
    ///
    /// # Errors
    /// The first contradiction found: a damaged or tampered record.
    pub fn restore(
        stage: Stage,
        proceedings: Proceedings,
        chaired_by: Option<AttendanceId>,
        seal: Option<Seal>,
    ) -> Result<Self, Contradiction> {
        check(stage, &proceedings)?;
        Ok(match stage {
            Stage::Planned => Planned(proceedings).into(),
            Stage::Gathering => Gathering(proceedings).into(),
            Stage::InSession => InSession(proceedings).into(),
            Stage::Adjourned => Adjourned(proceedings).into(),
            Stage::Closed => {
                let chaired_by = chaired_by.ok_or(Contradiction::NoChair)?;
                Closed {
                    proceedings,
                    chaired_by,
                }
                .into()
            }
            Stage::Sealed => {
                let seal = seal.ok_or(Contradiction::NoSeal)?;
                Sealed { proceedings, seal }.into()
            }
        })
    }

    /// Who chaired at the close, once it has closed.
    pub fn chaired_by(&self) -> Option<AttendanceId> {
        match self {
            Self::Closed(m) => Some(m.chaired_by),
            Self::Sealed(m) => Some(m.seal.signer),
            _ => None,
        }
    }
}

fn check(stage: Stage, p: &Proceedings) -> Result<(), Contradiction> {
    if stage >= Stage::Gathering && p.pinned.is_none() {
        return Err(Contradiction::NoPinnedPack);
    }
    if stage >= Stage::InSession && p.began.is_none() {
        return Err(Contradiction::NeverBegan);
    }
    if stage >= Stage::Closed && p.ended.is_none() {
        return Err(Contradiction::NeverEnded);
    }
    if p.slots.iter().filter(|s| s.is_open()).count() > 1 {
        return Err(Contradiction::TwoCasesOpen);
    }
    if !is_written(p) {
        return Err(Contradiction::NeverWritten);
    }
    for item in &p.items {
        let at = item.parts().at;
        if is_shared_with_nobody(p, item) {
            return Err(Contradiction::SharedWithNobody);
        }
        for recipient in item.recipients() {
            let person = p
                .attendance(recipient)
                .map_err(|_| Contradiction::UnknownRecipient)?;
            if !p.was_admitted(person, at) {
                return Err(Contradiction::RecipientNotAdmitted);
            }
        }
    }
    Ok(())
}

/// Whatever is said to have come in writing was written by that agency.
fn is_written(p: &Proceedings) -> bool {
    let items = p.items.iter().map(|i| (i.parts().written, &i.parts().team));
    let silences = p.silences.iter().map(|s| (s.written, &s.team));
    let mut all = items.chain(silences);
    all.all(|(written, team)| {
        written.is_none_or(|id| p.update(id).is_ok_and(|update| update.team == *team))
    })
}

/// Nothing is shared with nobody, in the room or outside it: nobody is left only where it was put right that they were not there, or had not accepted.
fn is_shared_with_nobody(p: &Proceedings, item: &SharedItem) -> bool {
    let parts = item.parts();
    let put_right = |a: &Amendment| a.changed(parts.id);
    parts.standing == Standing::Shared
        && parts.receipts.is_empty()
        && parts.pending.is_empty()
        && !p.amendments.iter().any(put_right)
}
