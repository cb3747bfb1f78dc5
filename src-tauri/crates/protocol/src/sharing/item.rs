//! An item of information, once it has been weighed.

use crate::ids::{AttendanceId, ItemId, KindKey, OrganisationKey, PowerKey, PurposeKey, TeamKey};
use crate::meeting::Place;
use crate::refusal::Clause;
use crate::trade::{At, Basis};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// What the weighing says of one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They may receive it, on this ground.
    Permitted(Ground),
    /// They may not receive it until something named exists.
    Held(Until, Clause),
}

/// What somebody's receiving an item rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    pub purpose: PurposeKey,
    pub power: PowerKey,
    pub regime: Regime,
    pub clause: Clause,
}

/// Which law governs the sharing: between competent authorities it is Part 3 of the DPA 2018.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    LawEnforcement,
    General,
}

/// What an item waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Until {
    /// Consent of the person, for an agency neither statutory nor party to the protocol (§1.2.3).
    ConsentCovers,
    /// The recipient's acceptance of the agreement, and their declaration where required (§4.1).
    Admitted,
}

/// One person's receipt of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub attendance: AttendanceId,
    pub answer: Answer,
}

/// Somebody outside the room to whom the item is still to be sent (a pending disclosure).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// An agency of the pack, where it is one.
    pub organisation: Option<OrganisationKey>,
    /// The agency as it was named.
    pub named: String,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Shared with its recipients at that moment.
    Shared,
    /// Kept verbatim, disclosed to nobody (§1.2.3).
    Held,
    /// Taken back by whoever typed it: a slip, printed nowhere, kept in the journal.
    Undone(At),
}

/// An item of information: comes into being only through [`super::assess`], or is restored from
/// the record and checked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedItem(ItemParts);

/// Every column of an item, as it is stored and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemParts {
    pub id: ItemId,
    pub place: Place,
    pub at: At,
    /// The agency that shares it, and originally holds it unless it says otherwise.
    pub team: TeamKey,
    /// Who spoke for the agency.
    pub contributor: AttendanceId,
    pub kind: KindKey,
    pub basis: Basis,
    pub words: Words,
    pub purpose: PurposeKey,
    pub power: PowerKey,
    pub receipts: Vec<Receipt>,
    pub left_out: Vec<AttendanceId>,
    pub pending: Vec<Pending>,
    pub standing: Standing,
    /// How often the wording was tidied; each version is in the journal.
    pub version: u32,
}

/// Why a stored item cannot be what the rules would have made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemContradiction {
    SharedWithNobody,
    SharedWithoutGround,
    RecipientTwice,
    RecipientLeftOut,
}

impl SharedItem {
    pub(super) fn weighed(parts: ItemParts) -> Self {
        Self(parts)
    }

    /// An item read back from the record, checked again in its structure.
    ///
    /// # Errors
    /// The contradiction found, which means a damaged or tampered record.
    pub fn restored(parts: ItemParts) -> Result<Self, ItemContradiction> {
        use ItemContradiction::*;
        let people: Vec<_> = parts.receipts.iter().map(|r| r.attendance).collect();
        let shared = parts.standing == Standing::Shared;
        let without_ground = |r: &Receipt| !matches!(r.answer, Answer::Permitted(_));
        if shared && people.is_empty() {
            return Err(SharedWithNobody);
        }
        if shared && parts.receipts.iter().any(without_ground) {
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
        Ok(Self(parts))
    }

    /// Every column of it.
    pub fn parts(&self) -> &ItemParts {
        &self.0
    }

    /// Who received it: nobody, unless it was shared.
    pub fn recipients(&self) -> impl Iterator<Item = AttendanceId> {
        let shared = self.0.standing == Standing::Shared;
        self.0
            .receipts
            .iter()
            .filter(move |_| shared)
            .map(|r| r.attendance)
    }

    pub(crate) fn undo(&mut self, at: At) {
        self.0.standing = Standing::Undone(at);
    }

    pub(crate) fn reword(&mut self, words: Words) {
        self.0.words = words;
        self.0.version += 1;
    }
}
