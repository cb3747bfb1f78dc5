//! The meeting has ended: its wording can be tidied, then whoever chaired signs.

use super::moving::{Moving, moved};
use super::proceedings::Proceedings;
use super::sealed::{Seal, Sealed};
use super::tidying::{Line, Wording, reword};
use super::trace::Hand;
use crate::grounds::OnFile;
use crate::ids::AttendanceId;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::signature::Signature;
use crate::trade::At;
use crate::words::Words;

/// A meeting that has ended and is not signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub(super) proceedings: Proceedings,
    pub(super) chaired_by: AttendanceId,
}

impl Closed {
    /// What happened.
    pub fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// Who chaired at the close, and so signs (D34).
    pub fn chaired_by(&self) -> AttendanceId {
        self.chaired_by
    }

    /// Tidies the wording of a line before the minutes are signed.
    ///
    /// # Errors
    /// As [`InSession::reword`](super::InSession::reword).
    pub fn reword(
        &mut self,
        which: impl Into<Wording>,
        words: Words,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<(), Refusal> {
        let by = (pack, on_file);
        reword(&mut self.proceedings, which.into(), &words, by)
    }

    /// Moves a line to the case that it belongs to, when it is found in the draft.
    ///
    /// # Errors
    /// As [`InSession::move_line`](super::InSession::move_line).
    pub fn move_line(
        &mut self,
        moving: Moving,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Line, Refusal> {
        let (after, moved) = moved(&self.proceedings, moving, hand, (pack, on_file))?;
        self.proceedings = after;
        Ok(moved)
    }

    /// Whoever chaired signs: from here on nothing about the meeting can be changed (D34). What was shared beside the draft is weighed
    /// once more, for it is with the signed minutes that anybody has it.
    ///
    /// # Errors
    /// [`Refusal::NotTheChair`], [`Refusal::NotSigned`]; [`Refusal::NoLongerPermitted`] where something stands by now against what
    /// was shared beside the draft.
    pub fn sign(
        self,
        signer: AttendanceId,
        signature: Signature,
        manifest: [u8; 32],
        at: At,
        by: (&Pack, &OnFile),
    ) -> Result<Sealed, Refusal> {
        if signer != self.chaired_by {
            return Err(Refusal::NotTheChair);
        }
        if !signature.is_made() {
            return Err(Refusal::NotSigned);
        }
        self.stands(at, by)?;
        let seal = Seal {
            signer,
            signature,
            manifest,
            at,
        };
        Ok(Sealed {
            proceedings: self.proceedings,
            seal,
        })
    }
}
