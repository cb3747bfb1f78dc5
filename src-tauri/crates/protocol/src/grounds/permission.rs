//! The original owner's or the data subject's permission to pass information on (§1.4.1).

use super::{Addressee, Owner, Several, Withdrawal};
use crate::ids::{CaseId, KindKey, MeetingId, PermissionId};
use crate::pack::Rule;
use crate::refusal::Refusal;
use crate::room::Agency;
use crate::trade::At;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// An express permission, by somebody who can give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission(PermissionParts);

/// Every column of a permission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionParts {
    pub id: PermissionId,
    /// The case that it is about; without one it is about what is said outside every case of its meeting.
    pub case: Option<CaseId>,
    pub kinds: Several<KindKey>,
    pub recipients: Several<Addressee>,
    pub from: PermissionFrom,
    /// Who said so, by name.
    pub given_by: Words,
    pub at: At,
    /// The meeting that it was given for, in whose minutes it is printed.
    pub meeting: MeetingId,
    pub evidence: Option<Words>,
    pub withdrawn: Option<Withdrawal>,
}

/// The two who can permit passing on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from", content = "owner")]
pub enum PermissionFrom {
    Owner(Owner),
    Subject,
}

impl Permission {
    /// Takes a permission on file.
    ///
    /// # Errors
    /// [`Refusal::NotComplete`] where it is not said who gave it; [`Refusal::AboutAPerson`] for a person's own about no case.
    pub fn given(parts: PermissionParts) -> Result<Self, Refusal> {
        if parts.given_by.is_blank() {
            return Err(Refusal::NotComplete(Rule::OriginalOwner));
        }
        if parts.case.is_none() && parts.from == PermissionFrom::Subject {
            return Err(Refusal::AboutAPerson);
        }
        Ok(Self(parts))
    }

    /// A permission read back from the record.
    pub fn restored(parts: PermissionParts) -> Self {
        Self(parts)
    }

    /// Every column of it.
    pub fn parts(&self) -> &PermissionParts {
        &self.0
    }

    /// Takes it back.
    ///
    /// # Errors
    /// [`Refusal::AlreadyWithdrawn`]; [`Refusal::NotComplete`] where it is not said who did.
    pub fn withdraw(&mut self, withdrawal: Withdrawal) -> Result<(), Refusal> {
        withdrawal.put(&mut self.0.withdrawn, Rule::OriginalOwner)
    }

    /// Whether it counts at a moment of that meeting.
    ///
    /// It is asked for what is about to be passed on, like a manager's authority, and names a kind and not the words: one that was
    /// given for January's is none for whatever of that kind comes up in June (§1.4.1, express).
    pub fn is_in_force(&self, meeting: MeetingId, at: At) -> bool {
        self.0.meeting == meeting
            && self.0.at <= at
            && self.0.withdrawn.as_ref().is_none_or(|w| w.at > at)
    }

    /// Whether it covers a kind for that recipient.
    pub fn covers(&self, kind: &KindKey, to: &Agency) -> bool {
        self.0.kinds.names(kind) && self.0.recipients.iter().any(|one| one.is(to))
    }
}
