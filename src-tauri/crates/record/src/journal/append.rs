//! Adds one entry to the chain.

use super::entry::{Entry, EntryWords, Said, commitment};
use super::head::{Head, Seq};
use crate::error::RecordError;
use crate::random::{Random, fresh};
use protocol::ids::{CaseId, UserId};
use protocol::trade::At;
use rusqlite::{OptionalExtension, Transaction, params};

/// Appends an entry and its bodies inside the transaction of the change that it tells of.
pub(crate) fn append(
    transaction: &Transaction<'_>,
    random: &dyn Random,
    actor: UserId,
    at: At,
    entry: &Entry,
) -> Result<Seq, RecordError> {
    let last = last(transaction)?;
    let prev = last.map_or([0; 32], |head| head.hash);
    let seq = Seq(last.map_or(0, |head| head.seq.0) + 1);
    let bodies: Vec<Body> = entry
        .bodies()
        .map(|(of, words)| Body::fresh(random, *of, words))
        .collect::<Result<_, _>>()?;
    let commitments = bodies.iter().map(Body::commitment).collect::<Vec<_>>();
    let commitments = commitments.concat();
    let (at, kind) = (at.to_rfc3339(), entry.kind.slug());
    let hash = Said {
        seq,
        at: &at,
        kind,
        actor,
        commitments: &commitments,
        prev: &prev,
    }
    .hash();
    transaction
        .prepare_cached("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![seq, at, kind, actor.0, commitments, prev, hash])?;
    for (n, body) in (0_i64..).zip(&bodies) {
        transaction
            .prepare_cached("INSERT INTO body VALUES (?, ?, ?, ?, ?)")?
            .execute(params![seq, n, body.subject, body.salt, body.bytes])?;
    }
    Ok(seq)
}

/// Words as they are laid down, with the salt of their commitment.
struct Body {
    subject: Option<[u8; 16]>,
    salt: [u8; 32],
    bytes: Vec<u8>,
}

impl Body {
    fn fresh(
        random: &dyn Random,
        of: Option<CaseId>,
        words: &EntryWords,
    ) -> Result<Self, RecordError> {
        Ok(Self {
            subject: of.map(|case| *case.0.as_bytes()),
            salt: fresh(random)?,
            bytes: words.bytes(),
        })
    }

    fn commitment(&self) -> [u8; 32] {
        let subject = self.subject.as_ref().map(|id| &id[..]);
        commitment(&self.salt, subject, &self.bytes)
    }
}

/// The newest entry.
pub(super) fn last(connection: &rusqlite::Connection) -> Result<Option<Head>, RecordError> {
    let mut statement =
        connection.prepare_cached("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")?;
    let head = |row: &rusqlite::Row<'_>| {
        Ok(Head {
            seq: row.get(0)?,
            hash: row.get(1)?,
        })
    };
    Ok(statement.query_row([], head).optional()?)
}
