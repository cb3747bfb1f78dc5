//! Every action of every meeting, as the list of actions shows them.

use super::FileMerges;
use crate::error::RecordError;
use protocol::file_merges::file_of;
use protocol::sharing::Action;
use rusqlite::Connection;

/// The actions, for reading.
pub struct Actions<'r>(pub(super) &'r Connection);

impl Actions<'_> {
    /// Every action, in the order in which they were agreed, each of the file under which its case is found today; settled ones say
    /// how they turned out.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Action>, RecordError> {
        let mut actions = super::meeting::all_actions(self.0)?;
        let merges = FileMerges(self.0).all()?;
        for action in &mut actions {
            action.case = action.case.map(|case| file_of(case, &merges));
        }
        Ok(actions)
    }

    /// Those still to be done.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn open(&self) -> Result<Vec<Action>, RecordError> {
        let mut actions = self.all()?;
        actions.retain(Action::is_open);
        Ok(actions)
    }
}
