//! Goes over the chain and says what is wrong with it.

use super::entry::{EntryWords, Said, commitment};
use super::head::{Head, Seq};
use super::kind::EntryKind;
use crate::error::RecordError;
use protocol::ids::UserId;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::BTreeMap;

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
    /// A body that belongs to no entry, or that was erased and is there.
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
    let mut statement = connection.prepare(
        "SELECT e.seq, e.at, e.kind, e.actor, e.commitment, e.prev, e.hash,
                b.salt, b.subject, b.bytes, c.erasure_seq
         FROM entry e LEFT JOIN body b USING (seq) LEFT JOIN erasure_covers c USING (seq)
         ORDER BY e.seq",
    )?;
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
    listed: BTreeMap<i64, Vec<i64>>,
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
        let commitment: [u8; 32] = row.get(4)?;
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
            commitment: &commitment,
            prev: &self.prev,
        };
        let hash: [u8; 32] = row.get(6)?;
        if said.hash() != hash {
            self.fault(JournalFault::AlteredEntry(seq));
        }
        self.body(seq, &commitment, row)?;
        self.anchor(Head { seq, hash });
        self.prev = hash;
        Ok(())
    }

    fn body(&mut self, seq: Seq, committed: &[u8; 32], row: &Row<'_>) -> Result<(), RecordError> {
        let erased_by: Option<i64> = row.get(10)?;
        let Some(salt) = row.get::<_, Option<[u8; 32]>>(7)? else {
            let logged = erased_by.is_some_and(|by| by > seq.0);
            if logged && self.lists(erased_by.unwrap_or(0), seq.0)? {
                self.found.erased += 1;
            } else {
                self.fault(JournalFault::BodyMissing(seq));
            }
            return Ok(());
        };
        if erased_by.is_some() {
            self.fault(JournalFault::StrayBody(seq));
        }
        let subject: Option<Vec<u8>> = row.get(8)?;
        let bytes: Vec<u8> = row.get(9)?;
        if commitment(&salt, subject.as_deref(), &bytes) != *committed {
            self.fault(JournalFault::AlteredBody(seq));
        }
        Ok(())
    }

    /// Whether the body of that erasure lists this entry; its own commitment is checked when the scan comes to it.
    fn lists(&mut self, erasure: i64, seq: i64) -> Result<bool, RecordError> {
        if let Some(listed) = self.listed.get(&erasure) {
            return Ok(listed.contains(&seq));
        }
        let bytes: Option<Vec<u8>> = self
            .connection
            .prepare_cached(
                "SELECT b.bytes FROM entry e JOIN body b USING (seq) WHERE e.seq = ? AND e.kind = ?",
            )?
            .query_row((erasure, EntryKind::Erasure.slug()), |row| row.get(0))
            .optional()?;
        let words = bytes
            .and_then(|bytes| EntryWords::read(&bytes))
            .unwrap_or_default();
        let listed: Vec<i64> = words.0.get("seqs").map_or_else(Vec::new, |seqs| {
            seqs.split(',').filter_map(|seq| seq.parse().ok()).collect()
        });
        let is_listed = listed.contains(&seq);
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
            .prepare("SELECT seq FROM body WHERE seq NOT IN (SELECT seq FROM entry)")?;
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
