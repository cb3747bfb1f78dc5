//! What a test may look at behind the commands: the record itself, which no window can reach by this way.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::MeetingId;
use protocol::meeting::Meeting;

/// How many entries the journal has.
///
/// # Errors
/// When nobody is signed in, or the record cannot be read.
pub fn entries(desk: &Desk) -> Result<u64, Problem> {
    let head = desk.record()?.read().journal().head()?;
    Ok(head.map_or(0, |head| u64::try_from(head.seq.0).unwrap_or(0)))
}

/// A meeting as the record has it, gate or no gate.
///
/// # Errors
/// As above.
pub fn meeting(desk: &Desk, id: MeetingId) -> Result<Option<Meeting>, Problem> {
    Ok(desk.record()?.read().meetings().one(id)?)
}
