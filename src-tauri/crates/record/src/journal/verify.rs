//! Goes over the chain and says what is wrong with it.

use super::entry::{EntryWords, Said, commitment};
use super::head::{BodyId, Head, Seq};
use super::kind::EntryKind;
use crate::error::RecordError;
use protocol::ids::UserId;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::{BTreeMap, BTreeSet};

/// What a whole reading of the journal found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub entries: i64,
    /// Bodies gone by a logged erasure, which is no fault.
    pub erased: i64,
    pub head: Option<Head>,
    pub faults: Vec<JournalFault>,
}

/// A way in which the journal is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JournalFault {
    /// An entry is missing before this one.
    Gap {
        before: Seq,
    },
    /// The entry does not follow from the one before.
    BrokenLink(Seq),
    AlteredEntry(Seq),
    AlteredBody(Seq),
    /// The body is gone and no logged erasure lists it.
    BodyMissing(Seq),
    /// A body that no entry commits to, or that was erased and is there.
    StrayBody(Seq),
    /// A head known from elsewhere is later than the whole journal: an older file was put back.
    OlderThan(Head),
    /// At a head known from elsewhere this journal tells another story.
    OtherThan(Head),
}

pub(super) fn verify(connection: &Connection, anchors: &[Head]) -> Result<Verified, RecordError> {
    let mut scan = Scan {
        connection,
        anchors,
        listed: BTreeMap::new(),
        prev: [0; 32],
        found: Verified {
            entries: 0,
            erased: 0,
            head: None,
            faults: Vec::new(),
        },
    };
    let mut statement = connection
        .prepare("SELECT seq, at, kind, actor, commitments, prev, hash FROM entry ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        scan.entry(row)?;
    }
    scan.stray_bodies()?;
    scan.later_anchors();
    Ok(scan.found)
}

struct Scan<'v> {
    connection: &'v Connection,
    anchors: &'v [Head],
    /// What each erasure lists, read once.
    listed: BTreeMap<i64, BTreeSet<String>>,
    prev: [u8; 32],
    found: Verified,
}

impl Scan<'_> {
    fn entry(&mut self, row: &Row<'_>) -> Result<(), RecordError> {
        let seq: Seq = row.get(0)?;
        self.found.entries += 1;
        let expected = self.found.head.map_or(1, |head| head.seq.0 + 1);
        if seq.0 != expected {
            self.fault(JournalFault::Gap { before: seq });
        }
        let commitments: Vec<u8> = row.get(4)?;
        if row.get::<_, [u8; 32]>(5)? != self.prev {
            self.fault(JournalFault::BrokenLink(seq));
        }
        let (at, kind) = (row.get_ref(1)?, row.get_ref(2)?);
        let (Ok(at), Ok(kind)) = (at.as_str(), kind.as_str()) else {
            return Err(RecordError::Unreadable("entry"));
        };
        let said = Said {
            seq,
            at,
            kind,
            actor: UserId(row.get(3)?),
            commitments: &commitments,
            prev: &self.prev,
        };
        let hash: [u8; 32] = row.get(6)?;
        if said.hash() != hash {
            self.fault(JournalFault::AlteredEntry(seq));
        }
        for (n, committed) in (0_i64..).zip(commitments.chunks(32)) {
            self.body(BodyId { seq, n }, committed)?;
        }
        self.anchor(Head { seq, hash });
        self.prev = hash;
        Ok(())
    }

    fn body(&mut self, id: BodyId, committed: &[u8]) -> Result<(), RecordError> {
        let erased_by: Option<i64> = self
            .connection
            .prepare_cached("SELECT erasure_seq FROM erasure_covers WHERE seq = ? AND n = ?")?
            .query_row((id.seq, id.n), |row| row.get(0))
            .optional()?;
        let found = self
            .connection
            .prepare_cached("SELECT salt, subject, bytes FROM body WHERE seq = ? AND n = ?")?
            .query_row((id.seq, id.n), |row| {
                let subject: Option<Vec<u8>> = row.get(1)?;
                let bytes: Vec<u8> = row.get(2)?;
                Ok(commitment(&row.get(0)?, subject.as_deref(), &bytes))
            })
            .optional()?;
        match (found, erased_by) {
            (None, by) if self.lists(by.filter(|by| *by > id.seq.0), id)? => self.found.erased += 1,
            (None, _) => self.fault(JournalFault::BodyMissing(id.seq)),
            (Some(_), Some(_)) => self.fault(JournalFault::StrayBody(id.seq)),
            (Some(found), None) if found != *committed => {
                self.fault(JournalFault::AlteredBody(id.seq));
            }
            (Some(_), None) => {}
        }
        Ok(())
    }

    /// Whether the body of that erasure lists this one; its own commitment is checked when the scan comes to it.
    fn lists(&mut self, erasure: Option<i64>, body: BodyId) -> Result<bool, RecordError> {
        let Some(erasure) = erasure else {
            return Ok(false);
        };
        if let Some(listed) = self.listed.get(&erasure) {
            return Ok(listed.contains(&body.to_string()));
        }
        let bytes: Option<Vec<u8>> = self
            .connection
            .prepare_cached(
                "SELECT b.bytes FROM entry e JOIN body b USING (seq)
                 WHERE e.seq = ? AND e.kind = ? AND b.n = 0",
            )?
            .query_row((erasure, EntryKind::Erasure.slug()), |row| row.get(0))
            .optional()?;
        let words = bytes.and_then(|bytes| EntryWords::read(&bytes));
        let words = words.unwrap_or_default();
        let listed: BTreeSet<String> = words.0.get("bodies").map_or_else(BTreeSet::new, |all| {
            all.split(',').map(str::to_owned).collect()
        });
        let is_listed = listed.contains(&body.to_string());
        self.listed.insert(erasure, listed);
        Ok(is_listed)
    }

    fn anchor(&mut self, here: Head) {
        self.found.head = Some(here);
        for anchor in self.anchors.iter().filter(|a| a.seq == here.seq) {
            if anchor.hash != here.hash {
                self.found.faults.push(JournalFault::OtherThan(*anchor));
            }
        }
    }

    fn later_anchors(&mut self) {
        let newest = self.found.head.map_or(0, |head| head.seq.0);
        let later = self.anchors.iter().filter(|a| a.seq.0 > newest);
        self.found
            .faults
            .extend(later.map(|a| JournalFault::OlderThan(*a)));
    }

    fn stray_bodies(&mut self) -> Result<(), RecordError> {
        let mut statement = self
            .connection
            .prepare(
                "SELECT seq FROM body b WHERE NOT EXISTS
                   (SELECT 1 FROM entry e WHERE e.seq = b.seq AND b.n < length(e.commitments) / 32)",
            )?;
        for seq in statement.query_map([], |row| row.get(0))? {
            let seq = seq?;
            self.fault(JournalFault::StrayBody(seq));
        }
        Ok(())
    }

    fn fault(&mut self, fault: JournalFault) {
        self.found.faults.push(fault);
    }
}
