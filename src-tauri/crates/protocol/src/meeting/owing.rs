//! Who does an action, and by when: put right until the minutes are signed, with what it was before kept and printed nowhere.

use super::closed::Closed;
use super::door::InSession;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand, Owed};
use crate::ids::ActionId;
use crate::pack::Pack;
use crate::refusal::Refusal;
use crate::sharing::{Action, ActionOwner};
use chrono::NaiveDate;

impl InSession {
    /// Puts right whose an action is and by when; who heard of it does not change.
    ///
    /// # Errors
    /// The gate's; [`Refusal::NoSuchAction`] for one that is not open here; [`Refusal::NotInThePack`];
    /// [`Refusal::DateInThePast`]; [`Refusal::NothingWritten`] where it is so already.
    pub fn reassign(
        &mut self,
        action: ActionId,
        owner: ActionOwner,
        due: Option<NaiveDate>,
        hand: Hand,
        pack: &Pack,
    ) -> Result<(), Refusal> {
        self.0.gate()?;
        reassign(&mut self.0, action, (owner, due), hand, pack)
    }
}

impl Closed {
    /// The same between the end and the signature.
    ///
    /// # Errors
    /// As [`InSession::reassign`].
    pub fn reassign(
        &mut self,
        action: ActionId,
        owner: ActionOwner,
        due: Option<NaiveDate>,
        hand: Hand,
        pack: &Pack,
    ) -> Result<(), Refusal> {
        reassign(&mut self.proceedings, action, (owner, due), hand, pack)
    }
}

fn reassign(
    p: &mut Proceedings,
    action: ActionId,
    (owner, due): (ActionOwner, Option<NaiveDate>),
    hand: Hand,
    pack: &Pack,
) -> Result<(), Refusal> {
    let open = |a: &&Action| a.id == action && a.is_open();
    let was = p.actions.iter().find(open).ok_or(Refusal::NoSuchAction)?;
    pack.team(&owner.team).ok_or(Refusal::NotInThePack)?;
    // A date that was agreed and has gone by since stands as it was agreed.
    if due != was.due && due.is_some_and(|due| due < p.date) {
        return Err(Refusal::DateInThePast);
    }
    if was.owner == owner && was.due == due {
        return Err(Refusal::NothingWritten);
    }
    // What was agreed of several cases at once is put right in each of them.
    for line in p.copies_of(Line::Action(action)) {
        let copy = |a: &&mut Action| Line::Action(a.id) == line && a.is_open();
        let Some(copy) = p.actions.iter_mut().find(copy) else {
            continue;
        };
        let what = Amended::Reassigned {
            action: copy.id,
            was: Owed::of(copy),
        };
        is_now(copy, &owner, due, pack);
        let by = hand.clone();
        p.amendments.push(Amendment { by, what });
    }
    Ok(())
}

/// An agency's usual strand goes with the agency; one that was said stays.
fn is_now(action: &mut Action, owner: &ActionOwner, due: Option<NaiveDate>, pack: &Pack) {
    let usual = |team| pack.team(team).map(|team| team.strand);
    if action.strand == usual(&action.owner.team) {
        action.strand = usual(&owner.team);
    }
    action.owner = owner.clone();
    action.due = due;
}

impl Proceedings {
    /// How an action stood before it was put right, the first first.
    pub fn owed_before(&self, action: ActionId) -> impl Iterator<Item = (&Hand, &Owed)> {
        self.amendments.iter().filter_map(move |a| match &a.what {
            Amended::Reassigned { action: of, was } if *of == action => Some((&a.by, was)),
            _ => None,
        })
    }
}
