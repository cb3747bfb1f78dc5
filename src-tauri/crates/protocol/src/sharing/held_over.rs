//! What an earlier meeting left held, and how it comes before a later one.

use crate::ids::{AttendanceId, ItemId, MeetingId};
use chrono::NaiveDate;

/// Which item of an earlier meeting it was: there it stays held for good, and what becomes of it is said here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldOver {
    /// The meeting that left it held last.
    pub meeting: MeetingId,
    /// What it is called there.
    pub item: ItemId,
    /// The day of the meeting at which it was said.
    pub since: NaiveDate,
    /// Every name that it has had until then: advice that was asked about it under one of them counts on.
    pub names: Vec<ItemId>,
}

/// That something was held over, and who in the room puts it to the meeting: nobody says it anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutAgain {
    pub from: HeldOver,
    pub reader: AttendanceId,
}
