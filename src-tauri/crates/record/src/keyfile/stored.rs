//! The key file as it lies on disk: JSON, with a sum against accidents and a MAC against intent.

use super::hex::Hex;
use super::seal::derived;
use super::slot::{Kdf, Slot};
use crate::error::{OpenError, Part};
use crate::journal::Head;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;
use uuid::Uuid;

const FORMAT: u32 = 1;

/// All that a key file says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contents {
    pub record: Uuid,
    pub generation: u32,
    pub slots: Vec<Slot>,
    pub last: Option<LastHead>,
}

/// Where the journal stood when the record was last closed, so that an older database put back is noticed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LastHead {
    seq: i64,
    hash: Hex<32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    format: u32,
    pub contents: Contents,
    mac: Hex<32>,
    sum: Hex<32>,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

impl From<Head> for LastHead {
    fn from(head: Head) -> Self {
        Self {
            seq: head.seq.0,
            hash: Hex(head.hash),
        }
    }
}

impl From<&LastHead> for Head {
    fn from(last: &LastHead) -> Self {
        Self {
            seq: crate::journal::Seq(last.seq),
            hash: last.hash.0,
        }
    }
}

impl Stored {
    pub fn new(contents: Contents, key: &[u8; 32]) -> Result<Self, OpenError> {
        let mac = Hex(mac(&contents, key)?.finalize().into_bytes().into());
        let sum = sum(&contents, &mac)?;
        Ok(Self {
            format: FORMAT,
            contents,
            mac,
            sum,
        })
    }

    /// Reads one copy, without any key: absurd costs and damage are told from each other.
    pub fn read(path: &Path) -> Result<Self, OpenError> {
        let bytes = match crate::disk::read_small(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(OpenError::Missing(Part::Keyfile));
            }
            Err(error) => return Err(error.into()),
        };
        if bytes.is_empty() {
            return Err(OpenError::ZeroBytes(Part::Keyfile));
        }
        let format: FormatOnly = parse(&bytes)?;
        let stored = parse::<Self>(&bytes).and_then(Self::checked);
        match format.format {
            FORMAT => stored,
            // A later number over what is today's format, sum and all, is a damaged digit.
            later if later > FORMAT && stored.is_err() => Err(OpenError::NewerVersion),
            _ => Err(OpenError::KeyfileDamaged),
        }
    }

    fn checked(self) -> Result<Self, OpenError> {
        self.contents.check_costs()?;
        let whole = self.sum == sum(&self.contents, &self.mac)?;
        if whole {
            Ok(self)
        } else {
            Err(OpenError::KeyfileDamaged)
        }
    }

    /// Whether whoever wrote this held the record key.
    pub fn is_genuine(&self, key: &[u8; 32]) -> bool {
        mac(&self.contents, key).is_ok_and(|mac| mac.verify_slice(&self.mac.0).is_ok())
    }

    #[cfg(test)]
    pub fn sum_anew(&mut self) {
        self.sum = sum(&self.contents, &self.mac).unwrap();
    }

    pub fn bytes(&self) -> Result<Vec<u8>, OpenError> {
        serde_json::to_vec_pretty(self).map_err(|_| OpenError::KeyfileDamaged)
    }
}

impl Contents {
    fn check_costs(&self) -> Result<(), OpenError> {
        self.slots.iter().try_for_each(|slot| match slot.kdf {
            Kdf::Argon2id(cost) => cost.check(),
            Kdf::Paper => Ok(()),
        })
    }

    /// What can still be read of a damaged file: enough for the paper, whatever became of the users' slots.
    pub fn salvaged(path: &Path) -> Option<Self> {
        let bytes = crate::disk::read_small(path).ok()?;
        let whole: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
        let contents = whole.get("contents")?;
        let field = |name: &str| contents.get(name).cloned();
        let slots = field("slots")?;
        Some(Self {
            record: serde_json::from_value(field("record")?).ok()?,
            generation: serde_json::from_value(field("generation")?).ok()?,
            slots: slots
                .as_array()?
                .iter()
                .filter_map(|s| Slot::deserialize(s).ok())
                .collect(),
            last: field("last").and_then(|last| serde_json::from_value(last).ok()),
        })
    }
}

fn parse<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, OpenError> {
    serde_json::from_slice(bytes).map_err(|_| OpenError::KeyfileDamaged)
}

fn mac(contents: &Contents, key: &[u8; 32]) -> Result<Hmac<Sha256>, OpenError> {
    let key = derived(key, b"", "odoc/keyfile-mac/v1");
    let damaged = |_| OpenError::KeyfileDamaged;
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&key[..]).map_err(|_| OpenError::KeyfileDamaged)?;
    mac.update(&FORMAT.to_be_bytes());
    mac.update(&serde_json::to_vec(contents).map_err(damaged)?);
    Ok(mac)
}

fn sum(contents: &Contents, mac: &Hex<32>) -> Result<Hex<32>, OpenError> {
    let mut sum = Sha256::new();
    sum.update(serde_json::to_vec(contents).map_err(|_| OpenError::KeyfileDamaged)?);
    sum.update(mac.0);
    Ok(Hex(sum.finalize().into()))
}
