//! One way in: a user's, or the paper's.

use super::cost::KdfCost;
use super::hex::Hex;
use super::seal::{Sealed, Secret, Wrapped, derived, public_of};
use crate::error::OpenError;
use crate::random::{NoRandomness, Random, fresh};
use crate::recovery_key::RecoveryKey;
use protocol::ids::UserId;
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What somebody does at the meeting: the one thing about a user that stands outside the encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Chair,
    /// Whoever chairs when the chair does not.
    DeputyChair,
    MinuteTaker,
    /// The key on paper.
    Recovery,
}

impl Role {
    /// The role as tables and files spell it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::DeputyChair => "deputy_chair",
            Self::MinuteTaker => "minute_taker",
            Self::Recovery => "recovery",
        }
    }

    pub(crate) fn from_slug(slug: &str) -> Option<Self> {
        let all = [
            Self::Chair,
            Self::DeputyChair,
            Self::MinuteTaker,
            Self::Recovery,
        ];
        all.into_iter().find(|r| r.slug() == slug)
    }
}

/// How the key of a slot is come by.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kdf {
    Argon2id(KdfCost),
    /// 160 random bits need no slow hash.
    Paper,
}

impl fmt::Display for Kdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argon2id(cost) => cost.fmt(f),
            Self::Paper => f.write_str("paper"),
        }
    }
}

/// A key pair whose private half is wrapped under a passphrase, and the record key sealed to its public half.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub id: UserId,
    pub role: Role,
    pub(super) kdf: Kdf,
    salt: Hex<16>,
    public: Hex<32>,
    private: Wrapped,
    sealed: Sealed,
}

/// Which record, and which of its keys in turn, a slot opens.
#[derive(Clone, Copy)]
pub(super) struct Opens<'k> {
    pub record: Uuid,
    pub generation: u32,
    pub key: &'k [u8; 32],
}

impl Slot {
    pub fn for_passphrase(
        (id, role): (UserId, Role),
        passphrase: &str,
        cost: KdfCost,
        opens: Opens<'_>,
        random: &dyn Random,
    ) -> Result<Self, OpenError> {
        let salt = fresh(random)?;
        let key = cost.derive(passphrase.as_bytes(), &salt)?;
        Ok(Self::make(
            (id, role),
            Kdf::Argon2id(cost),
            salt,
            &key,
            opens,
            random,
        )?)
    }

    pub fn for_paper(
        id: UserId,
        paper: &RecoveryKey,
        opens: Opens<'_>,
        random: &dyn Random,
    ) -> Result<Self, NoRandomness> {
        let salt = fresh(random)?;
        let key = paper_key(paper, &salt);
        Self::make((id, Role::Recovery), Kdf::Paper, salt, &key, opens, random)
    }

    /// The record key, if the passphrase is this slot's.
    pub fn open(
        &self,
        passphrase: &str,
        record: Uuid,
        generation: u32,
    ) -> Result<Option<Secret>, OpenError> {
        let Kdf::Argon2id(cost) = self.kdf else {
            return Ok(None);
        };
        let key = cost.derive(passphrase.as_bytes(), &self.salt.0)?;
        Ok(self.open_with(&key, record, generation))
    }

    /// The record key, if the paper is this slot's.
    pub fn open_on_paper(
        &self,
        paper: &RecoveryKey,
        record: Uuid,
        generation: u32,
    ) -> Option<Secret> {
        if self.kdf != Kdf::Paper {
            return None;
        }
        self.open_with(&paper_key(paper, &self.salt.0), record, generation)
    }

    /// Seals another record key to the same user, who need not be there.
    pub fn seal_anew(&mut self, opens: Opens<'_>, random: &dyn Random) -> Result<(), NoRandomness> {
        let bound_to = self.bounds_of_seal(opens.record, opens.generation);
        self.sealed = Sealed::seal(opens.key, &self.public, &bound_to, random)?;
        Ok(())
    }

    fn make(
        (id, role): (UserId, Role),
        kdf: Kdf,
        salt: [u8; 16],
        key: &[u8; 32],
        opens: Opens<'_>,
        random: &dyn Random,
    ) -> Result<Self, NoRandomness> {
        let private = Zeroizing::new(fresh::<32>(random)?);
        let (salt, public) = (Hex(salt), public_of(&private));
        let bound_to = bounds_of_private(opens.record, id, role, kdf, &salt);
        let private = Wrapped::wrap(&private, key, &bound_to, random)?;
        let bound_to = bounds_of_seal(opens.record, opens.generation, id, role, &public);
        let sealed = Sealed::seal(opens.key, &public, &bound_to, random)?;
        Ok(Self {
            id,
            role,
            kdf,
            salt,
            public,
            private,
            sealed,
        })
    }

    fn open_with(&self, key: &[u8; 32], record: Uuid, generation: u32) -> Option<Secret> {
        let bound_to = bounds_of_private(record, self.id, self.role, self.kdf, &self.salt);
        let private = self.private.unwrap(key, &bound_to)?;
        self.sealed
            .open(&private, &self.bounds_of_seal(record, generation))
    }

    fn bounds_of_seal(&self, record: Uuid, generation: u32) -> String {
        bounds_of_seal(record, generation, self.id, self.role, &self.public)
    }
}

fn paper_key(paper: &RecoveryKey, salt: &[u8; 16]) -> Zeroizing<[u8; 32]> {
    derived(paper.bytes(), salt, "odoc/recovery/v1")
}

/// What the private half is bound to. The generation is left out: the record key changes while its owner is absent.
fn bounds_of_private(record: Uuid, id: UserId, role: Role, kdf: Kdf, salt: &Hex<16>) -> String {
    format!("odoc/slot/v1|{record}|{id}|{}|{kdf}|{salt}", role.slug())
}

fn bounds_of_seal(
    record: Uuid,
    generation: u32,
    id: UserId,
    role: Role,
    public: &Hex<32>,
) -> String {
    format!(
        "odoc/sealed/v1|{record}|{generation}|{id}|{}|{public}",
        role.slug()
    )
}
