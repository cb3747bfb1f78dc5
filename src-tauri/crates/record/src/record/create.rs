//! Makes a new record in an empty place.

use super::Record;
use crate::connection;
use crate::disk::Folder;
use crate::error::{CreateError, OpenError, RecordError};
use crate::journal::{Entry, EntryKind};
use crate::keyfile::{KdfCost, Keyfile, Role};
use crate::lock::Lock;
use crate::passphrase::check_passphrase;
use crate::random::Random;
use crate::recovery_key::RecoveryKey;
use crate::schema;
use protocol::ids::{PersonId, UserId};
use protocol::trade::At;
use protocol::words::Words;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What a record begins with.
pub struct NewRecord<'n> {
    /// What the partnership calls it.
    pub name: Words,
    /// The first users; the first of them is entered as its maker.
    pub users: &'n [NewUser<'n>],
    pub cost: KdfCost,
    pub at: At,
}

/// A user who is to have a way in.
pub struct NewUser<'n> {
    pub id: UserId,
    pub role: Role,
    pub name: Words,
    pub passphrase: &'n str,
    /// Who they are on the register of people, where that is known.
    pub person: Option<PersonId>,
}

impl Record {
    /// Makes a record and leaves it open; the recovery key is given this once and can be printed, not asked for again.
    ///
    /// # Errors
    /// [`CreateError`]; then nothing is left in the folder.
    pub fn create(
        folder: &Path,
        new: &NewRecord<'_>,
        random: Box<dyn Random>,
    ) -> Result<(Self, RecoveryKey), CreateError> {
        check_users(new.users)?;
        let place = Folder::new(folder);
        fs::create_dir_all(folder).map_err(OpenError::from)?;
        if place.has_database() || place.keyfile().exists() || place.keyfile_copy().exists() {
            return Err(CreateError::RecordAlreadyHere);
        }
        let lock = Lock::make(&place)?;
        let made = make(&place, lock, new, random);
        if made.is_err() {
            take_away(&place);
        }
        Ok(made?)
    }
}

fn check_users(users: &[NewUser<'_>]) -> Result<(), CreateError> {
    let ids: BTreeSet<UserId> = users.iter().map(|user| user.id).collect();
    let paper = users.iter().any(|user| user.role == Role::Recovery);
    if users.is_empty() || ids.len() != users.len() || paper {
        return Err(CreateError::Users);
    }
    users
        .iter()
        .try_for_each(|user| Ok(check_passphrase(user.passphrase)?))
}

fn make(
    folder: &Folder,
    lock: Lock,
    new: &NewRecord<'_>,
    random: Box<dyn Random>,
) -> Result<(Record, RecoveryKey), OpenError> {
    let users: Vec<_> = new
        .users
        .iter()
        .map(|u| (u.id, u.role, u.passphrase))
        .collect();
    let (keyfile, paper) = Keyfile::new(&users, new.cost, &*random)?;
    let database = folder.database(keyfile.generation());
    let mut connection = connection::create(&database, &keyfile.database_key())?;
    schema::bring_up_to_date(&mut connection)?;
    let maker = new.users[0].id;
    let mut record = Record {
        connection,
        keyfile,
        folder: folder.clone(),
        random,
        unlocked_by: maker,
        notices: Vec::new(),
        failed: false,
        _lock: lock,
    };
    record.begin(maker, new)?;
    folder.sync()?;
    // The key file comes last: once it is there, so is everything that it opens.
    record.keep_head()?;
    Ok((record, paper))
}

impl Record {
    fn begin(&mut self, maker: UserId, new: &NewRecord<'_>) -> Result<(), RecordError> {
        let paper = self.keyfile.paper_user();
        let entry = Entry::of(EntryKind::RecordCreated);
        self.write(maker, new.at, &entry, |tables| {
            tables.settings().begin(&new.name, new.at)?;
            for user in new.users {
                super::users::add(tables, user)?;
            }
            match paper {
                Some(paper) => tables.users().add(paper, Role::Recovery, &Words::default()),
                None => Ok(()),
            }
        })?;
        Ok(())
    }
}

/// Removes what a failed making left, all of it ours: the folder held no record when we began.
fn take_away(folder: &Folder) {
    for left in [
        folder.keyfile(),
        folder.keyfile_copy(),
        folder.keyfile().with_extension("tmp"),
        folder.database(1),
        folder.journal_of_database(1),
        folder.lock(),
    ] {
        // What cannot be removed cannot be helped; the error that brought us here is the one to tell.
        let _ = fs::remove_file(left);
    }
}
