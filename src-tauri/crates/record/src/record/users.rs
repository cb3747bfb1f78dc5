//! Users and their passphrases: the key file and the table, changed together.

use super::Record;
use crate::error::{OpenError, RecordError};
use crate::journal::{Entry, EntryKind};
use crate::keyfile::{KdfCost, Keyfile, Role};
use crate::passphrase::check_passphrase;
use crate::recovery_key::RecoveryKey;
use protocol::ids::UserId;
use protocol::trade::At;
use protocol::words::Words;

impl Record {
    /// Whether the passphrase is that user's, asked again before something is signed.
    ///
    /// # Errors
    /// [`RecordError`] when the slot cannot be tried.
    pub fn is_passphrase_of(&self, user: UserId, passphrase: &str) -> Result<bool, RecordError> {
        self.keyfile
            .is_passphrase_of(user, passphrase)
            .map_err(lesser)
    }

    /// Whether the key on paper opens this record, typed back so that it is known to have been written down.
    ///
    /// # Errors
    /// [`RecordError`] when the key file cannot be read.
    pub fn opens_with(&self, paper: &RecoveryKey) -> Result<bool, RecordError> {
        match Keyfile::open_on_paper(&self.folder, paper) {
            Ok(_) => Ok(true),
            Err(OpenError::WrongRecoveryKey) => Ok(false),
            Err(error) => Err(lesser(error)),
        }
    }

    /// Gives somebody new a way in.
    ///
    /// # Errors
    /// [`RecordError`]; then neither the table nor the key file was changed.
    pub fn add_user(
        &mut self,
        (actor, at): (UserId, At),
        (id, role): (UserId, Role),
        name: &Words,
        (passphrase, cost): (&str, KdfCost),
    ) -> Result<(), RecordError> {
        let entry = Entry::of(EntryKind::UserAdded);
        self.change_slot(
            (actor, at),
            &entry,
            (id, role),
            (passphrase, cost),
            Some(name),
        )
    }

    /// Gives a user another passphrase: their own wish, or somebody unlocked helps who has forgotten theirs.
    ///
    /// # Errors
    /// [`RecordError`]; then the old passphrase still opens.
    pub fn set_passphrase(
        &mut self,
        (actor, at): (UserId, At),
        user: UserId,
        (passphrase, cost): (&str, KdfCost),
    ) -> Result<(), RecordError> {
        let known = self
            .read()
            .users()
            .one(user)?
            .ok_or(RecordError::NoSuchUser)?;
        if known.role == Role::Recovery || known.retired {
            return Err(RecordError::NoSuchUser);
        }
        let entry = Entry::of(EntryKind::PassphraseChanged);
        self.change_slot(
            (actor, at),
            &entry,
            (user, known.role),
            (passphrase, cost),
            None,
        )
    }

    /// Enters the change and writes the key file inside the same transaction: a key file that cannot be written undoes both.
    fn change_slot(
        &mut self,
        (actor, at): (UserId, At),
        entry: &Entry,
        (id, role): (UserId, Role),
        (passphrase, cost): (&str, KdfCost),
        added: Option<&Words>,
    ) -> Result<(), RecordError> {
        check_passphrase(passphrase)?;
        let mut changed = self.keyfile.clone();
        changed
            .set_passphrase((id, role), passphrase, cost, &*self.random)
            .map_err(lesser)?;
        let folder = self.folder.clone();
        let written = self.write(actor, at, entry, |tables| {
            if let Some(name) = added {
                tables.users().add(id, role, name)?;
            }
            changed.write(&folder).map_err(lesser)
        });
        if let Err(error) = written {
            // The key file may have been replaced before the commit failed.
            let _ = self.write_keyfile();
            return Err(error);
        }
        self.keyfile = changed;
        Ok(())
    }
}

fn lesser(error: OpenError) -> RecordError {
    match error {
        OpenError::DiskFull => RecordError::DiskFull,
        OpenError::ReadOnlyFolder => RecordError::ReadOnlyFolder,
        OpenError::NoRandomness(none) => RecordError::NoRandomness(none),
        _ => RecordError::DiskFailed,
    }
}
