//! Whose hand makes a change, as the trace has it: the user at the laptop, by name.

use crate::problem::{BrokenCode, Problem};
use crate::session::{Desk, Moment};
use protocol::meeting::Hand;

impl Desk {
    /// The name of whoever is signed in.
    pub(crate) fn signed_in(&self) -> Result<String, Problem> {
        let session = self.open()?;
        let users = session.record.read().users().all()?;
        let user = users.into_iter().find(|user| user.id == session.user);
        user.map(|user| user.name.as_str().to_owned())
            .ok_or(Problem::broken(BrokenCode::RecordDamaged))
    }
}

impl Moment<'_> {
    /// Whose hand makes this move, for the trace.
    pub(crate) fn hand(&self, by: &str) -> Hand {
        Hand {
            by: by.to_owned(),
            at: self.at,
        }
    }
}
