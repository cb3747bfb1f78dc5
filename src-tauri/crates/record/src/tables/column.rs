//! How kinds of values stand in columns.

use crate::error::RecordError;
use chrono::DateTime;
use protocol::trade::At;

/// A moment as RFC 3339, with the offset that the clock on the wall had.
pub(crate) fn moment(text: &str) -> Result<At, RecordError> {
    DateTime::parse_from_rfc3339(text).map_err(|_| RecordError::Unreadable("moment"))
}
