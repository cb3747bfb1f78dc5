//! What stands between somebody and an item, in one word for the window.

use protocol::refusal::Clause;
use protocol::sharing::{Answer, Bar, Until};
use serde::Serialize;
use ts_rs::TS;

macro_rules! standing {
    ($($name:ident: $pattern:pat = $word:literal,)*) => {
        /// What an item waits for, or what bars it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum UntilView { $($name,)* }

        impl UntilView {
            /// The word for it, as the window and an account of a meeting have it.
            pub(crate) fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            fn of(against: Against) -> Self {
                match against { $($pattern => Self::$name,)* }
            }
        }
    };
}

#[derive(Clone, Copy)]
enum Against {
    Waits(Until),
    Barred(Bar),
}

standing! {
    Admitted: Against::Waits(Until::Admitted) = "admitted",
    ConsentCovers: Against::Waits(Until::ConsentCovers) = "consent_covers",
    ConsentExplicit: Against::Waits(Until::ConsentExplicit) = "consent_explicit",
    VictimConsents: Against::Waits(Until::VictimConsents) = "victim_consents",
    AuthorityWithin: Against::Waits(Until::AuthorityWithin) = "authority_within",
    AuthorityBeyond: Against::Waits(Until::AuthorityBeyond) = "authority_beyond",
    AnotherGroundChosen: Against::Waits(Until::AnotherGroundChosen) = "another_ground_chosen",
    PowerChosen: Against::Waits(Until::PowerChosen) = "power_chosen",
    OwnerPermits: Against::Waits(Until::OwnerPermits) = "owner_permits",
    LegalAdvice: Against::Waits(Until::LegalAdvice) = "legal_advice",
    ChairGoesOn: Against::Waits(Until::ChairGoesOn) = "chair_goes_on",
    ChairGoesOnUnder18: Against::Waits(Until::ChairGoesOnUnder18) = "chair_goes_on_under18",
    ReasonNotTold: Against::Waits(Until::ReasonNotTold) = "reason_not_told",
    Restricted: Against::Barred(Bar::Restricted) = "restricted",
    AdvisedAgainst: Against::Barred(Bar::AdvisedAgainst) = "advised_against",
    NoGround: Against::Barred(Bar::NoGround) = "no_ground",
}

/// What stands against somebody's receiving an item, with its clause; nothing where they may.
pub(crate) fn against(answer: &Answer) -> Option<(UntilView, &Clause)> {
    match answer {
        Answer::Permitted(_) => None,
        Answer::Held(until, clause) => Some((UntilView::of(Against::Waits(*until)), clause)),
        Answer::Refused(bar, clause) => Some((UntilView::of(Against::Barred(*bar)), clause)),
    }
}
