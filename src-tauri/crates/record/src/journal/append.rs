//! Adds one entry to the chain.

use super::entry::{Entry, Said, commitment};
use super::head::{Head, Seq};
use crate::error::RecordError;
use crate::random::{Random, fresh};
use protocol::ids::UserId;
use protocol::trade::At;
use rusqlite::{OptionalExtension, Transaction, params};

/// Appends an entry and its body inside the transaction of the change that it tells of.
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
    let salt = fresh::<32>(random)?;
    let subject = entry.subject.map(|case| *case.0.as_bytes());
    let subject = subject.as_ref().map(|id| &id[..]);
    let bytes = entry.words.bytes();
    let commitment = commitment(&salt, subject, &bytes);
    let (at, kind) = (at.to_rfc3339(), entry.kind.slug());
    let hash = Said {
        seq,
        at: &at,
        kind,
        actor,
        commitment: &commitment,
        prev: &prev,
    }
    .hash();
    transaction
        .prepare_cached("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![seq, at, kind, actor.0, commitment, prev, hash])?;
    transaction
        .prepare_cached("INSERT INTO body VALUES (?, ?, ?, ?)")?
        .execute(params![seq, subject, salt, bytes])?;
    Ok(seq)
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
