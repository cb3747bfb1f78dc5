//! A list that names at least one.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One or more of something, each named: no empty list can ever be taken for "all of them".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "BTreeSet<T>", into = "BTreeSet<T>")]
#[serde(bound(
    serialize = "T: Ord + Clone + Serialize",
    deserialize = "T: Ord + Deserialize<'de>"
))]
pub struct Several<T: Ord>(BTreeSet<T>);

/// What an empty list is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing is named")]
pub struct NothingNamed;

impl<T: Ord> Several<T> {
    /// Takes what is named; `None` where nothing is.
    pub fn of(named: impl IntoIterator<Item = T>) -> Option<Self> {
        let named: BTreeSet<T> = named.into_iter().collect();
        (!named.is_empty()).then_some(Self(named))
    }

    /// Just the one.
    pub fn one(only: T) -> Self {
        Self(BTreeSet::from([only]))
    }

    /// Whether it is among those named.
    pub fn names(&self, one: &T) -> bool {
        self.0.contains(one)
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.0.iter()
    }
}

impl<T: Ord> TryFrom<BTreeSet<T>> for Several<T> {
    type Error = NothingNamed;

    fn try_from(named: BTreeSet<T>) -> Result<Self, NothingNamed> {
        Self::of(named).ok_or(NothingNamed)
    }
}

impl<T: Ord> From<Several<T>> for BTreeSet<T> {
    fn from(several: Several<T>) -> Self {
        several.0
    }
}
