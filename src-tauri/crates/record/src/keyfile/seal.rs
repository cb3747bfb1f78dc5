//! The cryptography of a slot: wrapping a secret under a key, and sealing the record key to somebody who is absent.

use super::hex::Hex;
use crate::random::{NoRandomness, Random, fresh};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

/// Thirty-two secret bytes, boxed so that moving them leaves no copy behind.
pub(crate) type Secret = Box<Zeroizing<[u8; 32]>>;

/// A secret under a key of its owner.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wrapped {
    nonce: Hex<24>,
    bytes: Hex<48>,
}

/// A secret under somebody's public key: anybody can make it, only the owner of the private half opens it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    ephemeral: Hex<32>,
    bytes: Hex<48>,
}

impl Wrapped {
    pub fn wrap(
        secret: &[u8; 32],
        key: &[u8; 32],
        bound_to: &str,
        random: &dyn Random,
    ) -> Result<Self, NoRandomness> {
        let nonce = fresh::<24>(random)?;
        Ok(Self {
            nonce: Hex(nonce),
            bytes: Hex(encrypt(key, nonce, secret, bound_to)),
        })
    }

    pub fn unwrap(&self, key: &[u8; 32], bound_to: &str) -> Option<Secret> {
        decrypt(key, self.nonce.0, &self.bytes.0, bound_to)
    }
}

impl Sealed {
    pub fn seal(
        secret: &[u8; 32],
        to: &Hex<32>,
        bound_to: &str,
        random: &dyn Random,
    ) -> Result<Self, NoRandomness> {
        let once = StaticSecret::from(fresh::<32>(random)?);
        let ephemeral = PublicKey::from(&once);
        let to = PublicKey::from(to.0);
        let shared = once.diffie_hellman(&to);
        let (key, nonce) = agreed(shared.as_bytes(), &ephemeral, &to);
        let bytes = encrypt(&key, nonce, secret, bound_to);
        Ok(Self {
            ephemeral: Hex(ephemeral.to_bytes()),
            bytes: Hex(bytes),
        })
    }

    pub fn open(&self, private: &[u8; 32], bound_to: &str) -> Option<Secret> {
        let private = StaticSecret::from(*private);
        let ephemeral = PublicKey::from(self.ephemeral.0);
        let shared = private.diffie_hellman(&ephemeral);
        if !shared.was_contributory() {
            return None;
        }
        let (key, nonce) = agreed(shared.as_bytes(), &ephemeral, &PublicKey::from(&private));
        decrypt(&key, nonce, &self.bytes.0, bound_to)
    }
}

/// The public half of a private key.
pub(super) fn public_of(private: &[u8; 32]) -> Hex<32> {
    Hex(PublicKey::from(&StaticSecret::from(*private)).to_bytes())
}

/// A key for one purpose out of a key for all.
pub(crate) fn derived(from: &[u8], salt: &[u8], purpose: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    expand(from, salt, purpose, &mut key[..]);
    key
}

/// The key and nonce that both halves come to; both keys go in, so that neither can be exchanged for another.
fn agreed(shared: &[u8], ephemeral: &PublicKey, to: &PublicKey) -> (Zeroizing<[u8; 32]>, [u8; 24]) {
    let salt = [ephemeral.to_bytes(), to.to_bytes()].concat();
    let mut nonce = [0; 24];
    expand(shared, &salt, "odoc/sealed-nonce/v1", &mut nonce);
    (derived(shared, &salt, "odoc/sealed-key/v1"), nonce)
}

fn expand(from: &[u8], salt: &[u8], purpose: &str, into: &mut [u8]) {
    // HKDF refuses only outputs above 8,160 bytes; ours have 32 at most.
    let _ = Hkdf::<Sha256>::new(Some(salt), from).expand(purpose.as_bytes(), into);
}

fn encrypt(key: &[u8; 32], nonce: [u8; 24], secret: &[u8; 32], bound_to: &str) -> [u8; 48] {
    let payload = Payload {
        msg: &secret[..],
        aad: bound_to.as_bytes(),
    };
    let text = XChaCha20Poly1305::new(key.into()).encrypt(&nonce.into(), payload);
    let mut bytes = [0; 48];
    // Encryption fails only above 256 GiB; ours is 32 bytes and a tag of 16.
    if let Ok(text) = text {
        bytes.copy_from_slice(&text);
    }
    bytes
}

fn decrypt(key: &[u8; 32], nonce: [u8; 24], bytes: &[u8; 48], bound_to: &str) -> Option<Secret> {
    let payload = Payload {
        msg: &bytes[..],
        aad: bound_to.as_bytes(),
    };
    let plain = XChaCha20Poly1305::new(key.into())
        .decrypt(&nonce.into(), payload)
        .ok()?;
    let plain = Zeroizing::new(plain);
    let mut secret = Box::new(Zeroizing::new([0; 32]));
    if plain.len() != 32 {
        return None;
    }
    secret.copy_from_slice(&plain);
    Some(secret)
}
