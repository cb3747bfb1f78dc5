//! How much work a guess at a passphrase costs: Argon2id, measured at set-up and bounded at both ends.

use crate::error::OpenError;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

const KIB_PER_MIB: u64 = 1024;
const LEAST_MEMORY: u64 = 64 * KIB_PER_MIB;
const MOST_MEMORY: u64 = 512 * KIB_PER_MIB;
const PASSES: u64 = 3;
const MOST_PASSES: u64 = 16;
const LANES: u64 = 4;
const MOST_LANES: u64 = 16;
/// What an unlock should take on the machine where the record was made.
const AIM: Duration = Duration::from_millis(700);

/// The cost of one guess; made only within the bounds that are also checked on opening.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfCost {
    memory_kib: u64,
    passes: u64,
    lanes: u64,
}

impl KdfCost {
    /// The least that is allowed, RFC 9106's second choice; for machines with little memory, and for tests.
    pub fn floor() -> Self {
        Self {
            memory_kib: LEAST_MEMORY,
            passes: PASSES,
            lanes: LANES,
        }
    }

    /// As much memory as makes an unlock take about 0.7 s on this machine, between 64 and 512 MiB.
    pub fn calibrated() -> Self {
        let floor = Self::floor();
        let began = Instant::now();
        if floor.derive(b"a passphrase to measure", &[7; 16]).is_err() {
            return floor;
        }
        let took = began.elapsed().as_millis().max(1);
        let times = u64::try_from(AIM.as_millis() / took).unwrap_or(1);
        // A power of two, so that two set-ups on one machine come out alike.
        let doubled = times.max(1).ilog2();
        Self {
            memory_kib: (LEAST_MEMORY << doubled.min(3)).min(MOST_MEMORY),
            ..floor
        }
    }

    /// Refuses what no set-up of ours can have written, before a byte is allocated for it.
    pub(super) fn check(self) -> Result<(), OpenError> {
        let allowed = (LEAST_MEMORY..=MOST_MEMORY).contains(&self.memory_kib)
            && (PASSES..=MOST_PASSES).contains(&self.passes)
            && (1..=MOST_LANES).contains(&self.lanes);
        if allowed {
            Ok(())
        } else {
            Err(OpenError::KdfCostRefused)
        }
    }

    /// Turns a passphrase into a key.
    pub(super) fn derive(
        self,
        passphrase: &[u8],
        salt: &[u8; 16],
    ) -> Result<Zeroizing<[u8; 32]>, OpenError> {
        self.check()?;
        let refused = |_| OpenError::KdfCostRefused;
        let part = |n: u64| u32::try_from(n).map_err(|_| OpenError::KdfCostRefused);
        let params = Params::new(
            part(self.memory_kib)?,
            part(self.passes)?,
            part(self.lanes)?,
            Some(32),
        )
        .map_err(refused)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase, salt, &mut key[..])
            .map_err(refused)?;
        Ok(key)
    }
}

impl fmt::Display for KdfCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "argon2id:{}:{}:{}",
            self.memory_kib, self.passes, self.lanes
        )
    }
}
