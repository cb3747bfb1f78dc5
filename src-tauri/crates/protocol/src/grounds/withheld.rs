//! The chair's word that what a meeting left held is not to be shared: it waits no longer, and is disclosed to nobody.

use crate::ids::{CaseId, ItemId};
use crate::refusal::Refusal;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// By whom it was said of a held item, when and why. The item stays as it is: the minutes of its meeting may be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    pub item: ItemId,
    /// The case that it is about, where it was said of one.
    pub case: Option<CaseId>,
    /// The user who was signed in, by name.
    pub by: String,
    pub at: At,
    pub because: Words,
}

impl Withheld {
    /// Says so.
    ///
    /// # Errors
    /// [`Refusal::NothingWritten`] where it is not said why.
    pub fn said(self) -> Result<Self, Refusal> {
        match self.because.is_blank() {
            true => Err(Refusal::NothingWritten),
            false => Ok(self),
        }
    }
}
