//! Where random bytes come from.

/// A source of random bytes, passed in so that a test can hold it still.
pub trait Random: Send {
    /// Fills the whole slice.
    ///
    /// # Errors
    /// [`NoRandomness`] when the system has none to give; nothing may be encrypted then.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;

/// The operating system's own source, the one that the product uses.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}

/// An array of fresh bytes.
pub(crate) fn fresh<const N: usize>(random: &dyn Random) -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}

/// A fresh version 4 identifier.
pub(crate) fn fresh_id(random: &dyn Random) -> Result<uuid::Uuid, NoRandomness> {
    Ok(uuid::Builder::from_random_bytes(fresh(random)?).into_uuid())
}
