//! What is noticed while a file is read: faults, the keys that stand in it, and the keys that it names.

use crate::pack::{Fault, FaultKind, Register};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Everything noticed so far; reading goes on after a fault, so that a person sees all of them at once.
#[derive(Default)]
pub struct Notes {
    line_ends: Vec<usize>,
    /// Whether the file was looked over long ago, and is only to be read.
    kept: bool,
    faults: RefCell<Vec<Fault>>,
    standing: RefCell<BTreeMap<(Register, String), usize>>,
    captures: RefCell<BTreeMap<(Register, String), usize>>,
    named: RefCell<Vec<(usize, Register, String)>>,
}

impl Notes {
    pub fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self {
            line_ends: ends.map(|(at, _)| at).collect(),
            ..Self::default()
        }
    }

    /// Notes for a file that was kept: nothing is noted but what leaves nothing to read.
    pub fn of_kept(text: &str) -> Self {
        Self {
            kept: true,
            ..Self::of(text)
        }
    }

    /// The line that a byte of the file stands on, counted from 1.
    pub fn line_at(&self, byte: usize) -> usize {
        self.line_ends.partition_point(|end| *end < byte) + 1
    }

    pub fn fault(&self, line: usize, what: FaultKind) {
        if !self.kept || what.is_unreadable() {
            self.faults.borrow_mut().push(Fault { line, what });
        }
    }

    /// Notes a key that an entry has, which no other entry of that register may have.
    pub fn stands(&self, line: usize, register: Register, key: &str) {
        let mut standing = self.standing.borrow_mut();
        match standing.get(&(register, key.to_owned())) {
            Some(&first) => {
                self.fault(
                    line,
                    FaultKind::KeyTwice {
                        register,
                        key: key.to_owned(),
                        first,
                    },
                );
            }
            None => {
                standing.insert((register, key.to_owned()), line);
            }
        }
    }

    /// Notes a capture key: two to five lower-case letters, since it is typed at the speed of talk.
    pub fn captured_by(&self, line: usize, register: Register, found: &str) {
        let found = found.to_owned();
        if !(2..=5).contains(&found.len()) || !found.bytes().all(|b| b.is_ascii_lowercase()) {
            return self.fault(line, FaultKind::NotACaptureKey { found });
        }
        let mut captures = self.captures.borrow_mut();
        match captures.get(&(register, found.clone())) {
            Some(&first) => self.fault(line, FaultKind::CaptureKeyTwice { found, first }),
            None => {
                captures.insert((register, found), line);
            }
        }
    }

    /// Notes that an entry names another by its key; whether that one exists is known at the end.
    pub fn names(&self, line: usize, register: Register, key: &str) {
        self.named
            .borrow_mut()
            .push((line, register, key.to_owned()));
    }

    /// Every fault, in the order of the lines.
    pub fn faults(self) -> Vec<Fault> {
        let standing = self.standing.into_inner();
        let mut faults = self.faults.into_inner();
        let named = self.named.into_inner().into_iter();
        for (line, register, key) in named.filter(|_| !self.kept) {
            if !key.is_empty() && !standing.contains_key(&(register, key.clone())) {
                faults.push(Fault {
                    line,
                    what: FaultKind::NoSuchKey { register, key },
                });
            }
        }
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}
