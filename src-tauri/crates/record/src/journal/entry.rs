//! An entry as its maker gives it, and the two hashes that tie it in.

use super::head::Seq;
use super::kind::EntryKind;
use protocol::ids::{CaseId, UserId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;

/// What is to be entered along with a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub(super) kind: EntryKind,
    pub(super) subject: Option<CaseId>,
    pub(super) words: EntryWords,
}

/// The words of an entry, by name; erasable, and never shown by `Debug`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct EntryWords(pub BTreeMap<String, String>);

impl fmt::Debug for EntryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EntryWords({} of them)", self.0.len())
    }
}

impl Entry {
    /// An entry without words.
    pub fn of(kind: EntryKind) -> Self {
        Self {
            kind,
            subject: None,
            words: EntryWords::default(),
        }
    }

    /// Says whose case it belongs to, so that it goes when that person is erased.
    #[must_use]
    pub fn about(mut self, subject: CaseId) -> Self {
        self.subject = Some(subject);
        self
    }

    /// Adds words under a name.
    #[must_use]
    pub fn with(mut self, name: &str, words: impl Into<String>) -> Self {
        self.words.0.insert(name.to_owned(), words.into());
        self
    }

    /// Says whose case it belongs to, where it belongs to one.
    #[must_use]
    pub fn about_some(mut self, subject: Option<CaseId>) -> Self {
        self.subject = subject;
        self
    }

    /// Adds words that already have their names: those of a change, or of a case.
    #[must_use]
    pub fn with_words(mut self, words: impl Into<BTreeMap<String, String>>) -> Self {
        self.words.0.extend(words.into());
        self
    }

    /// An erasure, which lists what it takes: else a second body could be laid to an old erasure.
    pub fn erasure(rule: &str, seqs: &[Seq]) -> Self {
        let listed: Vec<String> = seqs.iter().map(Seq::to_string).collect();
        Self::of(EntryKind::Erasure)
            .with("rule", rule)
            .with("seqs", listed.join(","))
    }

    /// What is being entered.
    pub fn kind(&self) -> EntryKind {
        self.kind
    }

    /// Whether this very text is entered under that name.
    pub(crate) fn says(&self, name: &str, text: &str) -> bool {
        self.words.0.get(name).is_some_and(|said| said == text)
    }
}

impl EntryWords {
    pub(super) fn bytes(&self) -> Vec<u8> {
        // A map of strings always has a JSON form.
        serde_json::to_vec(&self.0).unwrap_or_default()
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().map(Self)
    }
}

/// The commitment to a body: random-looking once body and salt are gone.
pub(super) fn commitment(salt: &[u8; 32], subject: Option<&[u8]>, bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"odoc/body/v1");
    hash.update(salt);
    hash.update([u8::from(subject.is_some())]);
    hash.update(subject.unwrap_or_default());
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
    hash.finalize().into()
}

/// What an entry says, as it is hashed.
pub(super) struct Said<'e> {
    pub seq: Seq,
    pub at: &'e str,
    pub kind: &'e str,
    pub actor: UserId,
    pub commitment: &'e [u8; 32],
    pub prev: &'e [u8; 32],
}

impl Said<'_> {
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"odoc/entry/v1");
        hash.update(self.seq.0.to_be_bytes());
        for text in [self.at, self.kind] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        hash.update(self.actor.0.as_bytes());
        hash.update(self.commitment);
        hash.update(self.prev);
        hash.finalize().into()
    }
}
