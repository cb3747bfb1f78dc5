//! A proposal weighed: what it would become.

use super::ground::{Answer, Bar, Until};
use super::item::{ItemParts, SharedItem, Standing};
use super::weighing::{Fact, Note};
use crate::ids::{AttendanceId, ItemId};
use crate::refusal::{Clause, Refusal};
use crate::trade::At;
use crate::words::Words;

/// A proposal weighed: per recipient, what the rules say, and from which facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub(super) parts: ItemParts,
    /// One list for each receipt, then one for each agency outside the room.
    pub(super) facts: Vec<Vec<Fact>>,
}

impl Assessment {
    /// What would be recorded.
    pub fn parts(&self) -> &ItemParts {
        &self.parts
    }

    /// The recipients in the room who may not have it yet, and what each waits for.
    pub fn waiting(&self) -> Vec<(AttendanceId, Until, Clause)> {
        let waits = |r: &super::item::Receipt| match &r.answer {
            Answer::Held(until, clause) => Some((r.attendance, *until, clause.clone())),
            Answer::Permitted(_) | Answer::Refused(..) => None,
        };
        self.parts.receipts.iter().filter_map(waits).collect()
    }

    /// The recipients in the room who may not have it, whatever anybody decides here.
    pub fn refused(&self) -> Vec<(AttendanceId, Bar, Clause)> {
        let barred = |r: &super::item::Receipt| match &r.answer {
            Answer::Refused(bar, clause) => Some((r.attendance, *bar, clause.clone())),
            Answer::Permitted(_) | Answer::Held(..) => None,
        };
        self.parts.receipts.iter().filter_map(barred).collect()
    }

    /// The facts behind the answer to somebody in the room: whose authority would do, which consent
    /// has ended, which power is proposed instead. Empty where nothing stands against them.
    pub fn facts_of(&self, recipient: AttendanceId) -> &[Fact] {
        let receipts = &self.parts.receipts;
        let n = receipts.iter().position(|r| r.attendance == recipient);
        n.and_then(|n| self.facts.get(n)).map_or(&[], Vec::as_slice)
    }

    /// The facts behind the answer to the n-th agency outside the room.
    pub fn facts_outside(&self, n: usize) -> &[Fact] {
        let facts = self.facts.get(self.parts.receipts.len() + n);
        facts.map_or(&[], Vec::as_slice)
    }

    /// What is worth saying of it, whoever receives it.
    pub fn notes(&self) -> &[Note] {
        &self.parts.notes
    }

    /// The same, as something that was said before and is shared after its meeting has ended, or is looked at then.
    pub(crate) fn said_then(mut self, said: At, released: Option<At>) -> Self {
        self.parts.at = said;
        self.parts.released = released;
        self
    }

    /// The same, in words that had been tidied that often.
    pub(crate) fn worded(mut self, version: u32) -> Self {
        self.parts.version = version;
        self
    }

    /// The same, under whoever chaired when it was said, and not under whoever does now.
    pub(crate) fn chaired_then(mut self, chair: Option<AttendanceId>) -> Self {
        self.parts.chaired_by = chair;
        self
    }

    /// How much stands against it: nothing, something that it waits for, or something that nobody here can put right.
    pub(crate) fn strictness(&self) -> u8 {
        let here = self.parts.receipts.iter().map(|r| &r.answer);
        let all = here.chain(self.parts.pending.iter().map(|p| &p.answer));
        all.map(Answer::strictness).max().unwrap_or(0)
    }

    /// The same, with whatever stands against somebody in another case that it is said of: said once, it reaches nobody whom any
    /// of its cases keeps it from (`0024`).
    pub(crate) fn bound_by(mut self, other: &Self) -> Self {
        for mine in &mut self.parts.receipts {
            let theirs = other.parts.receipts.iter();
            let theirs = theirs.filter(|r| r.attendance == mine.attendance);
            theirs.for_each(|r| mine.answer.tightens_to(&r.answer));
        }
        for mine in &mut self.parts.pending {
            let theirs = other.parts.pending.iter().filter(|p| p.to == mine.to);
            theirs.for_each(|p| mine.answer.tightens_to(&p.answer));
        }
        self
    }

    /// The same, under another name.
    pub(crate) fn called(mut self, id: ItemId) -> Self {
        self.parts.id = id;
        self
    }

    /// The first clause that stands against sharing it: what is refused before what is waited for.
    pub fn objection(&self) -> Option<Clause> {
        let answers = || {
            let here = self.parts.receipts.iter().map(|r| &r.answer);
            here.chain(self.parts.pending.iter().map(|p| &p.answer))
        };
        let barred = answers().find_map(|answer| match answer {
            Answer::Refused(_, clause) => Some(clause.clone()),
            Answer::Permitted(_) | Answer::Held(..) => None,
        });
        let waits = || {
            answers().find_map(|answer| match answer {
                Answer::Held(_, clause) => Some(clause.clone()),
                Answer::Permitted(_) | Answer::Refused(..) => None,
            })
        };
        barred.or_else(waits)
    }

    /// The item, shared, where every recipient may have it.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`], with the clause, while anybody may not.
    pub fn share(self) -> Result<SharedItem, Refusal> {
        match self.objection() {
            Some(clause) => Err(Refusal::NotPermitted(clause)),
            None => Ok(self.standing(Standing::Shared, None)),
        }
    }

    /// The item kept verbatim and disclosed to nobody, until what it waits for exists (D14).
    pub fn hold(self) -> SharedItem {
        self.standing(Standing::Held, None)
    }

    /// The item as it was said and heard without a ground: who heard it, which clause, what the
    /// chair did.
    ///
    /// # Errors
    /// [`Refusal::MayBeShared`] where nothing stands against it; [`Refusal::NothingWritten`].
    pub fn heard(self, chair_did: Words) -> Result<SharedItem, Refusal> {
        if self.objection().is_none() {
            return Err(Refusal::MayBeShared);
        }
        if chair_did.is_blank() {
            return Err(Refusal::NothingWritten);
        }
        Ok(self.standing(Standing::Heard, Some(chair_did)))
    }

    fn standing(self, standing: Standing, chair_did: Option<Words>) -> SharedItem {
        SharedItem::weighed(ItemParts {
            standing,
            chair_did,
            ..self.parts
        })
    }
}

/// The one that most stands against, and of equal ones the first.
pub(crate) fn strictest(each: &[Assessment]) -> Option<&Assessment> {
    // Of equal ones the last is taken, which is the first from behind.
    each.iter().rev().max_by_key(|one| one.strictness())
}
