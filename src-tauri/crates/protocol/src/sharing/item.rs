//! An item of information, once it has been weighed.

use super::chosen::Chosen;
use super::ground::Answer;
use super::held_over::{HeldOver, PutAgain};
use super::proposal::{KeptOut, Pending, Proposal, Source, SubjectCategory};
use super::update::InWriting;
use super::weighing::Note;
use crate::grounds::Owner;
use crate::ids::{AttendanceId, ItemId, KindKey, PowerKey, PurposeKey, TeamKey, UpdateId};
use crate::meeting::Place;
use crate::trade::{At, Basis};
use crate::words::Words;
use std::sync::Arc;

/// One person's receipt of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub attendance: AttendanceId,
    pub answer: Answer,
}

/// An agency outside the room, and whether it may be sent the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingReceipt {
    pub to: Pending,
    pub answer: Answer,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Shared with its recipients at that moment.
    Shared,
    /// Kept verbatim, disclosed to nobody (§1.2.3).
    Held,
    /// Already said, without a ground for everyone who heard it: an incident, in the chair's copy
    /// only (`decisions` 1).
    Heard,
    /// Taken back by whoever typed it: a slip, printed nowhere, kept in the journal.
    Undone {
        at: At,
        /// Whether it was held until then: it comes back as it was, and nobody has it by coming back.
        held: bool,
    },
}

/// An item of information: comes into being only through [`super::assess`], or is restored from
/// the record and checked again.
///
/// Its columns are shared between the copies of a meeting that each command makes, so that a line late in the day costs no more
/// than one at its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedItem(Arc<ItemParts>);

/// Every column of an item, as it is stored and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemParts {
    pub id: ItemId,
    pub place: Place,
    pub at: At,
    /// The agency that shares it.
    pub team: TeamKey,
    /// Who spoke for the agency, or read out what it had written or what had been held.
    pub contributor: AttendanceId,
    /// The update that it was, where the agency gave it in writing.
    pub written: Option<UpdateId>,
    /// Which item of an earlier meeting it was, where that one left it held.
    pub held_over: Option<HeldOver>,
    /// When it was shared, where that was after the meeting had ended: nobody had it in the room.
    pub released: Option<At>,
    pub kind: KindKey,
    pub basis: Basis,
    pub words: Words,
    pub purpose: PurposeKey,
    pub power: PowerKey,
    /// Where purpose and power are the chair's own choice: whose, and why (§1.6.3).
    pub chosen: Option<Chosen>,
    /// What there was to say of it when it was weighed, though it stopped nobody.
    pub notes: Vec<Note>,
    /// Whose it is, where the agency has it from somebody else: the mark goes wherever it goes.
    pub source: Source,
    pub about: Option<SubjectCategory>,
    pub for_advice: bool,
    /// Who had the chair when it was weighed, which is no judgement of theirs.
    pub chaired_by: Option<AttendanceId>,
    pub receipts: Vec<Receipt>,
    pub left_out: Vec<AttendanceId>,
    /// Whom it is not for, in the room or not: as it was said.
    pub kept_out: Vec<KeptOut>,
    pub pending: Vec<PendingReceipt>,
    pub standing: Standing,
    /// What the chair did, where it was heard without a ground.
    pub chair_did: Option<Words>,
    /// How often the wording was tidied; each version is in the journal.
    pub version: u32,
}

/// Why a stored item cannot be what the rules would have made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemContradiction {
    SharedWithoutGround,
    RecipientTwice,
    RecipientLeftOut,
    HeardWithoutAccount,
}

impl SharedItem {
    pub(super) fn weighed(parts: ItemParts) -> Self {
        Self(Arc::new(parts))
    }

    /// An item read back from the record, checked again in its structure.
    ///
    /// # Errors
    /// The contradiction found, which means a damaged or tampered record.
    pub fn restored(parts: ItemParts) -> Result<Self, ItemContradiction> {
        use ItemContradiction::*;
        let people: Vec<_> = parts.receipts.iter().map(|r| r.attendance).collect();
        let shared = parts.standing == Standing::Shared;
        if shared && !parts.is_permitted() {
            return Err(SharedWithoutGround);
        }
        if people
            .iter()
            .enumerate()
            .any(|(n, p)| people[..n].contains(p))
        {
            return Err(RecipientTwice);
        }
        if people.iter().any(|p| parts.left_out.contains(p)) {
            return Err(RecipientLeftOut);
        }
        if parts.standing == Standing::Heard && parts.chair_did.is_none() {
            return Err(HeardWithoutAccount);
        }
        Ok(Self(Arc::new(parts)))
    }

    /// Every column of it.
    pub fn parts(&self) -> &ItemParts {
        &self.0
    }

    /// Who received it: nobody, unless it was shared.
    pub fn recipients(&self) -> impl Iterator<Item = AttendanceId> {
        let shared = self.0.standing == Standing::Shared;
        let these = self.0.receipts.iter().filter(move |_| shared);
        these.map(|r| r.attendance)
    }

    fn parts_mut(&mut self) -> &mut ItemParts {
        Arc::make_mut(&mut self.0)
    }

    pub(crate) fn undo(&mut self, at: At) {
        let held = self.0.standing == Standing::Held;
        self.parts_mut().standing = Standing::Undone { at, held };
    }

    /// What was held had been said: whoever it was weighed for then has heard it.
    pub(crate) fn was_heard(&mut self, chair_did: Words) {
        let parts = self.parts_mut();
        parts.standing = Standing::Heard;
        parts.chair_did = Some(chair_did);
    }

    /// What was shared beside the draft, and had reached nobody yet, is held as before.
    pub(crate) fn wait_again(&mut self) {
        let parts = self.parts_mut();
        parts.standing = Standing::Held;
        parts.released = None;
    }

    /// What was heard by nobody who might not have it, as was found later, was shared with whoever did hear it.
    pub(crate) fn is_no_incident(&mut self) {
        if self.0.standing == Standing::Heard && self.0.is_permitted() {
            let parts = self.parts_mut();
            parts.standing = Standing::Shared;
            parts.chair_did = None;
        }
    }

    pub(crate) fn put_back(&mut self, standing: Standing) {
        self.parts_mut().standing = standing;
    }

    /// Others than was thought had heard it (`decisions` 3).
    pub(crate) fn set_receipts(&mut self, receipts: Vec<Receipt>) {
        self.parts_mut().receipts = receipts;
    }

    /// In other words, it is sent to them on what those rest on.
    pub(crate) fn set_pending(&mut self, pending: Vec<PendingReceipt>) {
        self.parts_mut().pending = pending;
    }

    /// Somebody who is not to have it was there, as was found later.
    pub(crate) fn leave_out(&mut self, who: AttendanceId) {
        if !self.parts().left_out.contains(&who) {
            let parts = self.parts_mut();
            parts.left_out.push(who);
            parts.left_out.sort_unstable();
        }
    }

    /// It is another's, as whoever holds it back found out (§1.4.1).
    pub(crate) fn came_from(&mut self, owner: Owner) {
        self.parts_mut().source = Source::ThirdParty(owner);
    }

    /// The words are others, and what there is to say of them.
    pub(crate) fn reword(&mut self, (words, of_words): (Words, Vec<Note>)) {
        let parts = self.parts_mut();
        parts.words = words;
        parts.notes.retain(|note| !note.is_of_words());
        parts.notes.extend(of_words);
        parts.version += 1;
    }
}

impl ItemParts {
    /// The proposal that would make this very item, to weigh it again.
    pub fn proposal(&self) -> Proposal {
        Proposal {
            team: self.team.clone(),
            kind: self.kind.clone(),
            basis: self.basis,
            words: self.words.clone(),
            left_out: self.left_out.clone(),
            kept_out: self.kept_out.clone(),
            pending: self.pending.iter().map(|p| p.to.clone()).collect(),
            purpose: Some(self.purpose.clone()),
            power: Some(self.power.clone()),
            chosen: self.chosen.clone(),
            source: self.source.clone(),
            about: self.about,
            for_advice: self.for_advice,
            written: self.in_writing(),
            held_over: self.held_over.as_ref().map(|from| PutAgain {
                from: from.clone(),
                reader: self.contributor,
            }),
        }
    }

    /// That its agency gave it in writing, where it did.
    pub(crate) fn in_writing(&self) -> Option<InWriting> {
        self.written.map(|update| InWriting {
            update,
            reader: self.contributor,
        })
    }

    /// Who spoke for the agency, which is nobody where it gave the item in writing or an earlier meeting left it held.
    pub fn speaker(&self) -> Option<AttendanceId> {
        let said_here = self.written.is_none() && self.held_over.is_none();
        said_here.then_some(self.contributor)
    }

    /// Whether anybody ever heard it: what is held, nobody did.
    pub(crate) fn was_said(&self) -> bool {
        !matches!(
            self.standing,
            Standing::Held | Standing::Undone { held: true, .. }
        )
    }

    /// Whether it stood shared, be it taken back since; or was heard without a ground under a case that it has left.
    pub(crate) fn was_shared(&self) -> bool {
        matches!(
            self.standing,
            Standing::Shared | Standing::Undone { held: false, .. }
        )
    }

    /// Whether anybody had heard it by a moment: what was held was said when it was shared.
    pub(crate) fn was_said_by(&self, at: At) -> bool {
        self.was_said() && self.released.unwrap_or(self.at) <= at
    }

    /// Whether its agency says something by it: a slip says nothing, and no more does what an earlier meeting left held and this one
    /// has not shared.
    pub(crate) fn says_something(&self) -> bool {
        match self.standing {
            Standing::Shared | Standing::Heard => true,
            Standing::Held => self.held_over.is_none(),
            Standing::Undone { .. } => false,
        }
    }

    /// Whether everyone who would receive it may, in the room and outside it.
    pub fn is_permitted(&self) -> bool {
        self.receipts.iter().all(|r| r.answer.is_permitted())
            && self.pending.iter().all(|p| p.answer.is_permitted())
    }
}
