//! What can be seen of a record from outside, before anybody unlocks it.

use crate::connection::check_there;
use crate::disk::Folder;
use crate::error::OpenError;
use crate::keyfile::{Locked, Role};
use protocol::ids::UserId;
use std::path::Path;

/// A record's door: who may go in, by role, since names lie inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    pub users: Vec<(UserId, Role)>,
}

impl Door {
    /// Looks at a folder without changing anything in it.
    ///
    /// # Errors
    /// [`OpenError`], each for its own plain sentence.
    pub fn of(folder: &Path) -> Result<Self, OpenError> {
        let folder = Folder::new(folder);
        let keyfile = Locked::read(&folder)?;
        check_there(&folder.database(keyfile.generation()))?;
        Ok(Self {
            users: keyfile.users(),
        })
    }
}
