//! A meeting that was prepared, and how it goes again.

use crate::along::{Along, Comes, before};
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::Outside;
use protocol::meeting::Meeting;
use record::tables::MeetingChange;
use record::{Entry, RecordError, Tables};

/// One that is new in all its parts.
impl Along for Meeting {
    fn entered(&self, entry: Entry) -> Entry {
        entry.with_words(MeetingChange::between(None, self).words())
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        let change = MeetingChange::between(None, self);
        tables.meetings().apply(&change)
    }

    fn before(&self, _: &Desk) -> Result<Outside, Problem> {
        Ok(before(None, || self.clone()))
    }
}

impl Comes for Meeting {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.meetings().drop(self)
    }
}
