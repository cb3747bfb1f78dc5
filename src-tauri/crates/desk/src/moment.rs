//! What a move of the meeting is given from outside.

use protocol::grounds::OnFile;
use protocol::pack::Pack;
use protocol::trade::At;

/// The clock's moment, the pinned pack with what is on file, one fresh identifier.
pub(crate) struct Moment<'a> {
    pub(crate) at: At,
    pub(crate) pack: &'a Pack,
    pub(crate) on_file: &'a OnFile,
    pub(crate) fresh: uuid::Uuid,
}
