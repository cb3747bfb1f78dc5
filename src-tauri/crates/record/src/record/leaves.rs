//! Commits to the leaves of minutes that are about to be signed.

use super::Record;
use crate::error::RecordError;
use crate::tables::CommittedLeaves;
use protocol::canonical::Section;

impl Record {
    /// Salts and commits to each leaf, so that one person can be erased from under a signature; nothing is written yet.
    ///
    /// # Errors
    /// [`RecordError::NoRandomness`]; without salts nothing may be signed.
    pub fn commit_leaves(&self, sections: &[Section]) -> Result<CommittedLeaves, RecordError> {
        Ok(CommittedLeaves::of(sections, &*self.random)?)
    }
}
