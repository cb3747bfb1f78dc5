//! What an answer is explained by, for a sentence and for the form that makes it right.

use crate::grounds::{ConsentState, Owner};
use crate::ids::{AuthorityId, ConsentId, PowerKey, RestrictionId, RoleKey};
use crate::sharing::Regime;
use crate::words::Words;

/// One fact behind an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Any of these roles may authorise it (§4.3 DIP).
    MayAuthorise(Vec<RoleKey>),
    /// There is an authority, by a manager whose authority is not enough.
    WrongManager {
        authority: AuthorityId,
        role: RoleKey,
        why: NotEnough,
    },
    /// There was a consent, which has ended.
    ConsentEnded {
        consent: ConsentId,
        how: ConsentState,
    },
    /// There is a consent, and it is not explicit, as sensitive information needs (§1.8.3).
    ConsentNotExplicit(ConsentId),
    /// There is a consent, for another use than this purpose.
    ConsentForAnotherUse(ConsentId),
    /// The proposed power reaches relevant authorities only, and they are none.
    PowerDoesNotReach(PowerKey),
    /// What the chair may choose instead, the first of them proposed.
    PowersOffered(Vec<PowerKey>),
    /// The law that would govern it, unless the chair chooses the other (DPA 2018, Part 3).
    LawProposed(Regime),
    /// Several victims' consents are on file, and the line names none of them (§2.2.5).
    SeveralVictims(Vec<Words>),
    /// It speaks of somebody else than the person, and no consent on file is theirs (§1.2.3).
    OfSomebodyElse,
    /// Whose permission would do; the data subject's does too (§1.4.1).
    Owners(Vec<Owner>),
    /// The upheld objection that stops it.
    StoppedBy(RestrictionId),
}

/// Why a manager's authority is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotEnough {
    /// Their role does not reach so far.
    Role,
    /// They manage another service than the one that shares.
    OtherService,
}
