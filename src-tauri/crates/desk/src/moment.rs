//! What a move of the meeting is given from outside.

use chrono::TimeDelta;
use protocol::grounds::OnFile;
use protocol::meeting::Meeting;
use protocol::pack::Pack;
use protocol::trade::At;

/// The clock's moment, the pinned pack with what is on file, one fresh identifier.
pub(crate) struct Moment<'a> {
    pub(crate) at: At,
    pub(crate) pack: &'a Pack,
    pub(crate) on_file: &'a OnFile,
    pub(crate) fresh: uuid::Uuid,
}

/// The moment of a move: a clock put back stands still until it has caught up, so that the order of what was said, and who
/// was there to hear it, stay as they were.
pub(crate) fn after_what_was_said(meeting: &Meeting, now: At) -> At {
    let latest = meeting.proceedings().latest();
    match latest.filter(|latest| now < *latest) {
        Some(latest) => (latest + TimeDelta::milliseconds(1)).with_timezone(&now.timezone()),
        None => now,
    }
}
