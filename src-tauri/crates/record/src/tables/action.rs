//! Every action of every meeting, as the list of actions shows them.

use crate::error::RecordError;
use protocol::sharing::Action;
use rusqlite::Connection;

/// The actions, for reading.
pub struct Actions<'r>(pub(super) &'r Connection);

impl Actions<'_> {
    /// Every action, in the order in which they were agreed; settled ones say how they turned out.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn all(&self) -> Result<Vec<Action>, RecordError> {
        super::meeting::all_actions(self.0)
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
