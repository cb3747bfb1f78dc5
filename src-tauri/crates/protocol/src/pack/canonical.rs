//! A byte form for hashing, in which two different packs never look alike.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What has such a form: every text and every list says its length first.
pub trait Canonical {
    fn canonical(&self, into: &mut Vec<u8>);
}

fn length(of: usize, into: &mut Vec<u8>) {
    into.extend((of as u64).to_be_bytes());
}

fn each<'a, T: Canonical + 'a>(all: impl ExactSizeIterator<Item = &'a T>, into: &mut Vec<u8>) {
    length(all.len(), into);
    all.for_each(|one| one.canonical(into));
}

impl Canonical for str {
    fn canonical(&self, into: &mut Vec<u8>) {
        length(self.len(), into);
        into.extend(self.as_bytes());
    }
}

impl Canonical for String {
    fn canonical(&self, into: &mut Vec<u8>) {
        self.as_str().canonical(into);
    }
}

impl Canonical for bool {
    fn canonical(&self, into: &mut Vec<u8>) {
        into.push(u8::from(*self));
    }
}

impl Canonical for u32 {
    fn canonical(&self, into: &mut Vec<u8>) {
        into.extend(self.to_be_bytes());
    }
}

impl Canonical for NaiveDate {
    fn canonical(&self, into: &mut Vec<u8>) {
        self.format("%Y-%m-%d").to_string().canonical(into);
    }
}

impl<T: Canonical> Canonical for &T {
    fn canonical(&self, into: &mut Vec<u8>) {
        (**self).canonical(into);
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn canonical(&self, into: &mut Vec<u8>) {
        each(self.iter(), into);
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn canonical(&self, into: &mut Vec<u8>) {
        each(self.iter(), into);
    }
}

impl<T: Canonical> Canonical for BTreeSet<T> {
    fn canonical(&self, into: &mut Vec<u8>) {
        each(self.iter(), into);
    }
}

impl<K: Canonical, V: Canonical> Canonical for BTreeMap<K, V> {
    fn canonical(&self, into: &mut Vec<u8>) {
        length(self.len(), into);
        for (key, value) in self {
            key.canonical(into);
            value.canonical(into);
        }
    }
}
