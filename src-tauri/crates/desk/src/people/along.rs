//! What is kept about people, and how it goes back to what it was before.

use crate::along::{Along, Comes, Gone, before};
use crate::problem::Problem;
use crate::session::Desk;
use crate::undoing::Outside;
use protocol::ids::PersonId;
use protocol::people::Officer;
use record::{Entry, RecordError, Tables};

/// Who an officer is stands in no journal entry; that their row changed does.
impl Along for Officer {
    fn entered(&self, entry: Entry) -> Entry {
        entry
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.officers().save(self)
    }

    fn before(&self, desk: &Desk) -> Result<Outside, Problem> {
        let all = desk.record()?.read().officers().all()?;
        let was = all.into_iter().find(|officer| officer.id == self.id);
        Ok(before(was, || self.clone()))
    }
}

impl Comes for Officer {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.officers().drop(self.id)
    }
}

/// Two who look alike are two.
#[derive(Clone, Copy)]
pub(super) struct Apart(pub(super) PersonId, pub(super) PersonId);

impl Along for Apart {
    fn entered(&self, entry: Entry) -> Entry {
        self.named(entry)
    }

    fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.merges().tell_apart(self.0, self.1)
    }

    fn before(&self, _: &Desk) -> Result<Outside, Problem> {
        Ok(vec![Box::new(Gone(*self))])
    }
}

impl Comes for Apart {
    fn goes(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        tables.merges().ask_again(self.0, self.1)
    }

    fn named(&self, entry: Entry) -> Entry {
        entry
            .with("person", self.0.to_string())
            .with("other", self.1.to_string())
    }
}
