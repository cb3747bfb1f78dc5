//! Users and their passphrases: the key file and the table, changed together.

use super::{NewUser, Record};
use crate::error::{OpenError, RecordError};
use crate::journal::{Entry, EntryKind};
use crate::keyfile::{KdfCost, Keyfile, Role};
use crate::passphrase::check_passphrase;
use crate::recovery_key::RecoveryKey;
use crate::tables::{Tables, User};
use protocol::ids::UserId;
use protocol::trade::At;

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
        by: (UserId, At),
        new: &NewUser<'_>,
        cost: KdfCost,
    ) -> Result<(), RecordError> {
        let way_in = ((new.id, new.role), (new.passphrase, cost));
        self.change_slot(by, EntryKind::UserAdded, way_in, Some(new))
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
        let known = self.with_a_way_in(user)?;
        let kind = if actor == user {
            EntryKind::PassphraseChanged
        } else {
            EntryKind::PassphraseReissued
        };
        let way_in = ((user, known.role), (passphrase, cost));
        self.change_slot((actor, at), kind, way_in, None)
    }

    /// Makes another key for the paper, where the first was lost or seen; it is given this once and has to be typed back anew.
    ///
    /// # Errors
    /// [`RecordError`]; then the old paper still opens.
    pub fn renew_paper(&mut self, (actor, at): (UserId, At)) -> Result<RecoveryKey, RecordError> {
        let mut changed = self.keyfile.clone();
        let paper = changed.renew_paper(&*self.random).map_err(lesser)?;
        let entry = Entry::of(EntryKind::PaperRenewed);
        self.change_keyfile((actor, at), &entry, changed, |tables| {
            tables.settings().await_paper()
        })?;
        Ok(paper)
    }

    /// Takes a user's way in away; what they did stays theirs.
    ///
    /// # Errors
    /// [`RecordError::NoSuchUser`], also for the last who has one: else only the paper would be left.
    pub fn retire_user(
        &mut self,
        (actor, at): (UserId, At),
        user: UserId,
    ) -> Result<(), RecordError> {
        self.with_a_way_in(user)?;
        let users = self.read().users().all()?;
        let left = |u: &&User| u.role != Role::Recovery && !u.retired && u.id != user;
        if !users.iter().any(|u| left(&u)) {
            return Err(RecordError::NoSuchUser);
        }
        let mut changed = self.keyfile.clone();
        changed.take_away(user);
        let entry = Entry::of(EntryKind::UserRetired).with("user", user.to_string());
        self.change_keyfile((actor, at), &entry, changed, |tables| {
            tables.users().retire(user)
        })
    }

    fn with_a_way_in(&self, user: UserId) -> Result<User, RecordError> {
        let known = self.read().users().one(user)?;
        let known = known.filter(|u| u.role != Role::Recovery && !u.retired);
        known.ok_or(RecordError::NoSuchUser)
    }

    fn change_slot(
        &mut self,
        (actor, at): (UserId, At),
        kind: EntryKind,
        (user, (passphrase, cost)): ((UserId, Role), (&str, KdfCost)),
        added: Option<&NewUser<'_>>,
    ) -> Result<(), RecordError> {
        check_passphrase(passphrase)?;
        let mut changed = self.keyfile.clone();
        changed
            .set_passphrase(user, passphrase, cost, &*self.random)
            .map_err(lesser)?;
        let entry = Entry::of(kind).with("user", user.0.to_string());
        self.change_keyfile((actor, at), &entry, changed, |tables| {
            added.map_or(Ok(()), |new| add(tables, new))
        })
    }

    /// Enters the change and writes the key file inside the same transaction: a key file that cannot be written undoes both.
    fn change_keyfile(
        &mut self,
        (actor, at): (UserId, At),
        entry: &Entry,
        changed: Keyfile,
        change: impl FnOnce(&Tables<'_>) -> Result<(), RecordError>,
    ) -> Result<(), RecordError> {
        let folder = self.folder.clone();
        let written = self.write(actor, at, entry, |tables| {
            change(tables)?;
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

pub(super) fn add(tables: &Tables<'_>, new: &NewUser<'_>) -> Result<(), RecordError> {
    tables.users().add(new.id, new.role, &new.name)?;
    match new.person {
        Some(person) => tables.users().link(new.id, person),
        None => Ok(()),
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
