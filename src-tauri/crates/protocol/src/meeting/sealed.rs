//! The minutes are signed. There is no way back from here, and no method that changes anything.

use super::proceedings::Proceedings;
use crate::ids::AttendanceId;
use crate::signature::Signature;
use crate::trade::At;

/// A meeting whose minutes are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub(super) proceedings: Proceedings,
    pub(super) seal: Seal,
}

/// The chair's signature over the manifest of everything that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub signer: AttendanceId,
    pub signature: Signature,
    /// The hash over every section's commitments, in order.
    pub manifest: [u8; 32],
    pub at: At,
}

impl Sealed {
    /// What happened.
    pub fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// Who signed, when, and what.
    pub fn seal(&self) -> &Seal {
        &self.seal
    }
}
