//! The committed leaves of signed minutes: what the chair's signature stands on.

use super::Tables;
use super::cell::{Cell, Cells};
use crate::error::RecordError;
use crate::random::{NoRandomness, Random, fresh};
use protocol::canonical::{Commitment, Section, SectionName};
use protocol::ids::{MeetingId, SlotId};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::fmt;

/// The leaves of one meeting's minutes, each committed to under a salt of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct CommittedLeaves {
    /// Every section with its commitments, in order: what the manifest is made over.
    pub commitments: Vec<(SectionName, Vec<Commitment>)>,
    /// In the same order; none once an erasure has taken the words and this with them.
    salts: Vec<Vec<Option<[u8; 32]>>>,
}

/// The leaves, for reading.
pub struct Leaves<'r>(pub(super) &'r Connection);

/// The leaves, for writing.
pub struct LeavesToWrite<'t>(pub(super) &'t Tables<'t>);

impl CommittedLeaves {
    pub(crate) fn of(sections: &[Section], random: &dyn Random) -> Result<Self, NoRandomness> {
        let (mut commitments, mut salts) = (Vec::new(), Vec::new());
        for section in sections {
            let salted: Vec<[u8; 32]> = section
                .leaves
                .iter()
                .map(|_| fresh(random))
                .collect::<Result<_, _>>()?;
            let committed = salted.iter().zip(&section.leaves);
            let committed = committed.map(|(salt, leaf)| commitment(salt, leaf));
            commitments.push((section.name, committed.collect()));
            salts.push(salted.into_iter().map(Some).collect());
        }
        Ok(Self { commitments, salts })
    }

    /// Whether these are commitments to exactly these sections; what was erased is passed over.
    pub fn hold(&self, sections: &[Section]) -> bool {
        let same_shape = self.commitments.len() == sections.len()
            && self
                .commitments
                .iter()
                .zip(sections)
                .all(|((name, c), s)| *name == s.name && c.len() == s.leaves.len());
        let leaves = sections.iter().flat_map(|s| &s.leaves);
        let committed = self.commitments.iter().flat_map(|(_, c)| c);
        let salts = self.salts.iter().flatten();
        let is_of = |((leaf, committed), salt): ((&Vec<u8>, &Commitment), &Option<[u8; 32]>)| {
            salt.is_none_or(|salt| commitment(&salt, leaf) == *committed)
        };
        same_shape && leaves.zip(committed).zip(salts).all(is_of)
    }
}

impl Leaves<'_> {
    /// The leaves of a meeting's minutes; empty before they were committed to.
    ///
    /// # Errors
    /// [`RecordError`] when the disk or the database fails.
    pub fn of(&self, meeting: MeetingId) -> Result<CommittedLeaves, RecordError> {
        let mut leaves = CommittedLeaves {
            commitments: Vec::new(),
            salts: Vec::new(),
        };
        let mut statement = self.0.prepare_cached(
            "SELECT s.name, s.slot, l.commitment, t.salt
             FROM leaf_section s LEFT JOIN leaf l ON l.meeting = s.meeting AND l.section = s.n
             LEFT JOIN leaf_salt t ON t.meeting = l.meeting AND t.section = l.section AND t.n = l.n
             WHERE s.meeting = ? ORDER BY s.n, l.n",
        )?;
        let mut rows = statement.query([meeting.0])?;
        while let Some(row) = rows.next()? {
            leaves.take(Cells::of(row, 4)?)?;
        }
        Ok(leaves)
    }
}

impl LeavesToWrite<'_> {
    /// Keeps the leaves that a signature is about to be made over.
    ///
    /// # Errors
    /// [`RecordError::RuleOfTheTables`] for a meeting that is signed already.
    pub fn keep(&self, meeting: MeetingId, leaves: &CommittedLeaves) -> Result<(), RecordError> {
        let sections = leaves.commitments.iter().zip(&leaves.salts);
        for (n, ((name, committed), salts)) in (0_i64..).zip(sections) {
            self.section(meeting, n, *name)?;
            for (m, (commitment, salt)) in (0_i64..).zip(committed.iter().zip(salts)) {
                self.leaf((meeting, n, m), commitment, salt.as_ref())?;
            }
        }
        Ok(())
    }

    fn section(&self, meeting: MeetingId, n: i64, name: SectionName) -> Result<(), RecordError> {
        let (name, slot) = match name {
            SectionName::Cover => ("cover", None),
            SectionName::Case(slot) => ("case", Some(slot.0)),
            SectionName::General => ("general", None),
        };
        self.0
            .transaction
            .prepare_cached(
                "INSERT INTO leaf_section (meeting, n, name, slot) VALUES (?, ?, ?, ?)",
            )?
            .execute(params![meeting.0, n, name, Cell::maybe(slot)])?;
        Ok(())
    }

    fn leaf(
        &self,
        (meeting, section, n): (MeetingId, i64, i64),
        commitment: &Commitment,
        salt: Option<&[u8; 32]>,
    ) -> Result<(), RecordError> {
        let transaction = self.0.transaction;
        transaction
            .prepare_cached(
                "INSERT INTO leaf (meeting, section, n, commitment) VALUES (?, ?, ?, ?)",
            )?
            .execute(params![meeting.0, section, n, commitment])?;
        if let Some(salt) = salt {
            transaction
                .prepare_cached(
                    "INSERT INTO leaf_salt (meeting, section, n, salt) VALUES (?, ?, ?, ?)",
                )?
                .execute(params![meeting.0, section, n, salt])?;
        }
        Ok(())
    }
}

impl CommittedLeaves {
    fn take(&mut self, mut row: Cells) -> Result<(), RecordError> {
        let name = match (&*row.text()?, row.some_id()?) {
            ("cover", None) => SectionName::Cover,
            ("case", Some(slot)) => SectionName::Case(SlotId(slot)),
            ("general", None) => SectionName::General,
            _ => return Err(RecordError::Unreadable("section of the minutes")),
        };
        if self.commitments.last().map(|(last, _)| *last) != Some(name) {
            self.commitments.push((name, Vec::new()));
            self.salts.push(Vec::new());
        }
        let (committed, salt) = (row.some_hash()?, row.some_hash()?);
        if let (Some(committed), Some((_, section)), Some(salts)) = (
            committed,
            self.commitments.last_mut(),
            self.salts.last_mut(),
        ) {
            section.push(committed);
            salts.push(salt);
        }
        Ok(())
    }
}

impl fmt::Debug for CommittedLeaves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommittedLeaves({} sections)", self.commitments.len())
    }
}

fn commitment(salt: &[u8; 32], leaf: &[u8]) -> Commitment {
    let mut hash = Sha256::new_with_prefix(b"odoc/leaf/v1");
    hash.update(salt);
    hash.update((leaf.len() as u64).to_be_bytes());
    hash.update(leaf);
    hash.finalize().into()
}
