//! Names of things: random identifiers made by the shell and passed in, and keys that come from the pack.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a key as the pack spells it.
            pub fn new(key: impl Into<String>) -> Self {
                Self(key.into())
            }

            /// The key as the pack spells it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// A representative, or anybody else on the register of people.
    PersonId;
    /// A case: the person under discussion.
    CaseId;
    /// One month's meeting.
    MeetingId;
    /// One person at one meeting.
    AttendanceId;
    /// One case's place on one meeting's agenda.
    SlotId;
    /// One item of information shared.
    ItemId;
    /// One action.
    ActionId;
    /// An update in writing, sent before the meeting.
    UpdateId;
    /// One decision.
    DecisionId;
    /// One correction of substance.
    CorrectionId;
    /// Somebody who can unlock the record.
    UserId;
    /// A designated officer of an organisation.
    OfficerId;
    /// A consent or a waiver.
    ConsentId;
    /// A manager's written authority.
    AuthorityId;
    /// An owner's or a subject's permission to pass information on.
    PermissionId;
    /// An upheld objection.
    RestrictionId;
    /// Legal advice asked for.
    AdviceId;
    /// A chair's recorded choice.
    ChoiceId;
}

keys! {
    /// An organisation of the pack.
    OrganisationKey;
    /// A team of an organisation.
    TeamKey;
    /// A purpose of sharing (§1.1.2).
    PurposeKey;
    /// A legal power (§1.5.1).
    PowerKey;
    /// A kind of information (§2.2.5).
    KindKey;
    /// A manager's role that can authorise (§4.3 DIP).
    RoleKey;
    /// A group whose minutes come in as third-party information (§4.3 ASB Group).
    GroupKey;
    /// A condition of the law for sensitive information.
    ConditionKey;
}

/// What no key of a pack can begin with.
const GUEST: &str = "guest:";

impl TeamKey {
    /// What stands for a guest agency where a team of the pack would: it may speak, and no pack knows it.
    pub fn of_guest(agency: &str) -> Self {
        let name: Vec<&str> = agency.split_whitespace().collect();
        Self(format!("{GUEST}{}", name.join(" ")))
    }

    /// The guest agency's name, where it is one.
    pub fn guest(&self) -> Option<&str> {
        self.0.strip_prefix(GUEST)
    }
}
