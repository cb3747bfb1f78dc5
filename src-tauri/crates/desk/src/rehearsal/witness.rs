//! What a test may look at behind the commands: the record itself, which no window can reach by this way.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::grounds::OnFile;
use protocol::ids::MeetingId;
use protocol::meeting::{Meeting, Proceedings};
use protocol::pack::Pack;
use std::sync::Arc;

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

/// What is on file about the cases of a meeting, as the record has it.
///
/// # Errors
/// As above.
pub fn on_file(desk: &Desk, p: &Proceedings) -> Result<OnFile, Problem> {
    crate::grounds::reading::of_agenda(desk, p)
}

/// The pack that a meeting pinned.
///
/// # Errors
/// As above; and where it pinned none.
pub fn pack(desk: &Desk, p: &Proceedings) -> Result<Arc<Pack>, Problem> {
    desk.pack_of(p)
}
