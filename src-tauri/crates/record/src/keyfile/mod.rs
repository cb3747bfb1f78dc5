//! The key file: a slot for each user and one for the paper, each opening the same record key.
//!
//! It is written only by somebody who has opened the record, and always twice: `keyfile` and `keyfile.bak`.

mod cost;
mod hex;
mod seal;
mod slot;
mod stored;
#[cfg(test)]
mod tests;

pub use cost::KdfCost;
pub(crate) use seal::{Secret, derived};
pub use slot::Role;

use crate::disk::Folder;
use crate::error::{OpenError, Part};
use crate::journal::Head;
use crate::random::{NoRandomness, Random, fresh, fresh_id};
use crate::recovery_key::RecoveryKey;
use protocol::ids::UserId;
use slot::{Opens, Slot};
use stored::{Contents, Stored};
use zeroize::Zeroizing;

/// A key file that was read, not yet opened by anybody.
pub(crate) struct Locked {
    stored: Stored,
    /// Whether it came from the copy, the first being damaged.
    from_copy: bool,
}

/// A key file together with the record key that one of its slots gave.
#[derive(Clone)]
pub(crate) struct Keyfile {
    contents: Contents,
    key: Secret,
}

/// Who opened a key file, and in what state it was.
pub(crate) struct Opened {
    pub keyfile: Keyfile,
    pub by: UserId,
    /// One copy was damaged or altered, and both should be written anew.
    pub needs_mending: bool,
}

impl Locked {
    /// Reads the first copy that is whole.
    pub fn read(folder: &Folder) -> Result<Self, OpenError> {
        let first = match Stored::read(&folder.keyfile()) {
            Ok(stored) => {
                return Ok(Self {
                    stored,
                    from_copy: false,
                });
            }
            Err(error) => error,
        };
        // A newer program's file is not damage, and the older copy beside it must not stand in for it.
        if first == OpenError::NewerVersion {
            return Err(first);
        }
        match Stored::read(&folder.keyfile_copy()) {
            Ok(stored) => Ok(Self {
                stored,
                from_copy: true,
            }),
            Err(OpenError::Missing(_)) if first == OpenError::Missing(Part::Keyfile) => {
                let missing = OpenError::Missing(Part::Keyfile);
                Err(if folder.has_database() {
                    missing
                } else {
                    OpenError::NoRecordHere
                })
            }
            Err(_) => Err(first),
        }
    }

    /// Who may unlock, without any passphrase: roles only.
    pub fn users(&self) -> Vec<(UserId, Role)> {
        let slots = self.stored.contents.slots.iter();
        slots
            .filter(|s| s.role != Role::Recovery)
            .map(|s| (s.id, s.role))
            .collect()
    }

    pub fn generation(&self) -> u32 {
        self.stored.contents.generation
    }

    /// Opens with a passphrase: the named user's slot, or whichever slot it fits.
    pub fn open(self, user: Option<UserId>, passphrase: &str) -> Result<Opened, OpenError> {
        let contents = &self.stored.contents;
        let asked = contents
            .slots
            .iter()
            .filter(|s| user.is_none_or(|user| s.id == user));
        for slot in asked {
            if let Some(key) = slot.open(passphrase, contents.record, contents.generation)? {
                if !self.stored.is_genuine(&key) {
                    return Err(OpenError::KeyfileDamaged);
                }
                let by = slot.id;
                let keyfile = Keyfile {
                    contents: self.stored.contents,
                    key,
                };
                return Ok(Opened {
                    keyfile,
                    by,
                    needs_mending: self.from_copy,
                });
            }
        }
        Err(OpenError::WrongPassphrase)
    }
}

impl Keyfile {
    /// A first key file, with a fresh record key, one slot for each user and one for the paper.
    pub fn new(
        users: &[(UserId, Role, &str)],
        cost: KdfCost,
        random: &dyn Random,
    ) -> Result<(Self, RecoveryKey), OpenError> {
        let key: Secret = Box::new(Zeroizing::new(fresh(random)?));
        let (record, generation) = (fresh_id(random)?, 1);
        let opens = Opens {
            record,
            generation,
            key: &key,
        };
        let mut slots = Vec::with_capacity(users.len() + 1);
        for (id, role, passphrase) in users {
            slots.push(Slot::for_passphrase(
                (*id, *role),
                passphrase,
                cost,
                opens,
                random,
            )?);
        }
        let paper = RecoveryKey::fresh(random)?;
        let nobody = UserId(fresh_id(random)?);
        slots.push(Slot::for_paper(nobody, &paper, opens, random)?);
        let contents = Contents {
            record,
            generation,
            slots,
            last: None,
        };
        Ok((Self { contents, key }, paper))
    }

    /// Opens with the paper, from whatever is left of either copy.
    pub fn open_on_paper(folder: &Folder, paper: &RecoveryKey) -> Result<Opened, OpenError> {
        let unread = Locked::read(folder).err();
        if unread == Some(OpenError::NewerVersion) {
            return Err(OpenError::NewerVersion);
        }
        for path in [folder.keyfile(), folder.keyfile_copy()] {
            let Some(contents) = Contents::salvaged(&path) else {
                continue;
            };
            let opened = contents.slots.iter().find_map(|slot| {
                let key = slot.open_on_paper(paper, contents.record, contents.generation)?;
                Some((slot.id, key))
            });
            if let Some((by, key)) = opened {
                let genuine = Stored::read(&path).is_ok_and(|stored| stored.is_genuine(&key));
                let keyfile = Self { contents, key };
                return Ok(Opened {
                    keyfile,
                    by,
                    needs_mending: !genuine,
                });
            }
        }
        Err(unread.unwrap_or(OpenError::WrongRecoveryKey))
    }

    pub fn generation(&self) -> u32 {
        self.contents.generation
    }

    /// Where the journal stood at the last closing.
    pub fn last_head(&self) -> Option<Head> {
        self.contents.last.as_ref().map(Head::from)
    }

    pub fn keep_head(&mut self, head: Option<Head>) {
        self.contents.last = head.map(Into::into);
    }

    /// The slot of the paper.
    pub fn paper_user(&self) -> Option<UserId> {
        self.contents
            .slots
            .iter()
            .find(|s| s.role == Role::Recovery)
            .map(|s| s.id)
    }

    /// Whether the passphrase is that user's.
    pub fn is_passphrase_of(&self, user: UserId, passphrase: &str) -> Result<bool, OpenError> {
        let Some(slot) = self.contents.slots.iter().find(|s| s.id == user) else {
            return Ok(false);
        };
        let key = slot.open(passphrase, self.contents.record, self.contents.generation)?;
        Ok(key.is_some())
    }

    /// Gives a user a new way in, in the place of the old one if there was one.
    pub fn set_passphrase(
        &mut self,
        user: (UserId, Role),
        passphrase: &str,
        cost: KdfCost,
        random: &dyn Random,
    ) -> Result<(), OpenError> {
        let opens = Opens {
            record: self.contents.record,
            generation: self.contents.generation,
            key: &self.key,
        };
        let slot = Slot::for_passphrase(user, passphrase, cost, opens, random)?;
        self.contents.slots.retain(|s| s.id != user.0);
        self.contents.slots.insert(0, slot);
        Ok(())
    }

    /// Gives the paper a new key; the old one opens nothing of this file any more.
    pub fn renew_paper(&mut self, random: &dyn Random) -> Result<RecoveryKey, OpenError> {
        let nobody = match self.paper_user() {
            Some(nobody) => nobody,
            None => UserId(fresh_id(random)?),
        };
        let opens = Opens {
            record: self.contents.record,
            generation: self.contents.generation,
            key: &self.key,
        };
        let paper = RecoveryKey::fresh(random)?;
        let slot = Slot::for_paper(nobody, &paper, opens, random)?;
        self.contents.slots.retain(|s| s.role != Role::Recovery);
        self.contents.slots.push(slot);
        Ok(paper)
    }

    /// Takes a user's way in away; a copy of the file from before still has it, until the record has another key.
    pub fn take_away(&mut self, user: UserId) {
        self.contents.slots.retain(|s| s.id != user);
    }

    /// The same users and the same paper, absent though they may be, with a fresh record key for the next generation of the database.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "erasure writes the next generation")
    )]
    pub fn next_generation(&self, random: &dyn Random) -> Result<Self, NoRandomness> {
        let key: Secret = Box::new(Zeroizing::new(fresh(random)?));
        let mut contents = self.contents.clone();
        contents.generation += 1;
        let opens = Opens {
            record: contents.record,
            generation: contents.generation,
            key: &key,
        };
        for slot in &mut contents.slots {
            slot.seal_anew(opens, random)?;
        }
        Ok(Self { contents, key })
    }

    /// The raw key of the database.
    pub fn database_key(&self) -> Zeroizing<[u8; 32]> {
        derived(&self.key[..], b"", "odoc/database/v1")
    }

    /// Writes both copies, each whole before the other is touched.
    pub fn write(&self, folder: &Folder) -> Result<(), OpenError> {
        let bytes = Stored::new(self.contents.clone(), &self.key)?.bytes()?;
        folder.replace(&folder.keyfile(), &bytes)?;
        folder.replace(&folder.keyfile_copy(), &bytes)?;
        Ok(())
    }
}
