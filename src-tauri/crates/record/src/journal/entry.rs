//! An entry as its maker gives it, and the hashes that tie it in.

use super::head::{BodyId, Seq};
use super::kind::EntryKind;
use super::whose::WordsByCase;
use protocol::ids::{CaseId, UserId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;

/// What is to be entered along with a change.
///
/// Its words lie in bodies, one for each case that they are about and one for what is about none: an erasure takes whole bodies,
/// and must not take another person's words with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub(super) kind: EntryKind,
    /// The first is the entry's own, though it may hold no words.
    bodies: Vec<(Option<CaseId>, EntryWords)>,
}

/// The words of a body, by name; erasable, and never shown by `Debug`.
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
            bodies: vec![(None, EntryWords::default())],
        }
    }

    /// Says whose case it belongs to, so that it goes when that person is erased.
    #[must_use]
    pub fn about(self, subject: CaseId) -> Self {
        self.about_some(Some(subject))
    }

    /// Says whose case it belongs to, where it belongs to one; words that were said before stay whose they are.
    #[must_use]
    pub fn about_some(mut self, subject: Option<CaseId>) -> Self {
        let found = self.bodies.iter().position(|(of, _)| *of == subject);
        match (found, self.bodies.first_mut()) {
            (Some(n), _) => self.bodies.swap(0, n),
            (None, Some((of, own))) if own.0.is_empty() => *of = subject,
            (None, _) => self.bodies.insert(0, (subject, EntryWords::default())),
        }
        self
    }

    /// Adds words under a name, to the entry's own body.
    #[must_use]
    pub fn with(mut self, name: &str, words: impl Into<String>) -> Self {
        let own = self.bodies.first_mut();
        own.map(|(_, own)| own.0.insert(name.to_owned(), words.into()));
        self
    }

    /// Adds words that already have their names, each to the body of the case that it is about: those of a change, or of a case.
    #[must_use]
    pub fn with_words(mut self, words: impl Into<WordsByCase>) -> Self {
        for (subject, words) in words.into().0 {
            match self.bodies.iter_mut().find(|(of, _)| *of == subject) {
                Some((_, body)) => body.0.extend(words),
                None => self.bodies.push((subject, EntryWords(words))),
            }
        }
        self
    }

    /// An erasure, which lists what it takes: else a second body could be laid to an old erasure.
    pub fn erasure(rule: &str, bodies: &[BodyId]) -> Self {
        let listed: Vec<String> = bodies.iter().map(BodyId::to_string).collect();
        Self::of(EntryKind::Erasure)
            .with("rule", rule)
            .with("bodies", listed.join(","))
    }

    /// Every text that it holds.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let words = self.bodies.iter().flat_map(|(_, words)| words.0.values());
        words.map(String::as_str)
    }

    /// What is being entered.
    pub fn kind(&self) -> EntryKind {
        self.kind
    }

    /// The bodies to lay down, at least one: its own is left out where it would say nothing, of nobody, beside others.
    pub(super) fn bodies(&self) -> impl Iterator<Item = &(Option<CaseId>, EntryWords)> {
        let mut own = self.bodies.iter().take(1);
        let idle = own.any(|(of, words)| of.is_none() && words.0.is_empty());
        let skipped = usize::from(idle && self.bodies.len() > 1);
        self.bodies.iter().skip(skipped)
    }

    /// Which of its bodies holds that text under that name.
    pub(crate) fn body_with(&self, name: &str, text: &str) -> Option<i64> {
        let holds = |body: &EntryWords| body.0.get(name).is_some_and(|said| said == text);
        let mut found = (0_i64..)
            .zip(self.bodies())
            .filter(|(_, (_, body))| holds(body));
        found.next().map(|(n, _)| n)
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
    /// One after the other, in the order of the bodies.
    pub commitments: &'e [u8],
    pub prev: &'e [u8; 32],
}

impl Said<'_> {
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"odoc/entry/v1");
        hash.update(self.seq.0.to_be_bytes());
        for part in [self.at.as_bytes(), self.kind.as_bytes(), self.commitments] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.update(self.actor.0.as_bytes());
        hash.update(self.prev);
        hash.finalize().into()
    }
}
