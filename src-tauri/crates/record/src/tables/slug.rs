//! How choices are spelt in columns: once written, a spelling never changes.

use protocol::cases::Cohort;
use protocol::meeting::{Forum, Stage};
use protocol::room::AttendeeRole;
use protocol::sharing::{Bar, DecisionKind, Outcome, Regime, SilenceKind, SubjectCategory, Until};
use protocol::trade::{Basis, MeetingKind, Strand, Tier};

/// A choice that stands in a column by name.
pub(super) trait Slug: Copy + Sized {
    fn slug(self) -> &'static str;
    fn from_slug(slug: &str) -> Option<Self>;
}

macro_rules! slugs {
    ($($choice:ident { $($variant:ident = $slug:literal,)* })*) => {$(
        impl Slug for $choice {
            fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

slugs! {
    MeetingKind { Odoc = "odoc", DipCaseReview = "dip_case_review", }
    Stage {
        Planned = "planned", Gathering = "gathering", InSession = "in_session", Adjourned = "adjourned",
        Closed = "closed", Sealed = "sealed",
    }
    AttendeeRole {
        Chair = "chair", MinuteTaker = "minute_taker", Representative = "representative",
        Observer = "observer",
    }
    Tier { Red = "red", Amber = "amber", Green = "green", }
    Strand {
        Enforcement = "enforcement", Disruption = "disruption", Treatment = "treatment",
        Resettlement = "resettlement",
    }
    Basis { Fact = "fact", ProfessionalJudgement = "professional_judgement", }
    Cohort {
        Fixed = "fixed", Flex = "flex", Free = "free", Asb = "asb",
        DipCaseload = "dip_caseload",
    }
    Outcome {
        Done = "done", NotPossible = "not_possible", NotDone = "not_done",
        NoLongerNeeded = "no_longer_needed",
    }
    Regime { LawEnforcement = "law_enforcement", General = "general", }
    Until {
        Admitted = "admitted", ConsentCovers = "consent_covers",
        ConsentExplicit = "consent_explicit", VictimConsents = "victim_consents",
        AuthorityWithin = "authority_within", AuthorityBeyond = "authority_beyond",
        AnotherGroundChosen = "another_ground_chosen", PowerChosen = "power_chosen",
        OwnerPermits = "owner_permits", LegalAdvice = "legal_advice",
        ChairGoesOn = "chair_goes_on", ChairGoesOnUnder18 = "chair_goes_on_under18",
        ReasonNotTold = "reason_not_told",
    }
    Bar { Restricted = "restricted", AdvisedAgainst = "advised_against", NoGround = "no_ground", }
    SubjectCategory {
        Convicted = "convicted", Suspect = "suspect", Victim = "victim", Witness = "witness",
    }
    DecisionKind {
        Other = "other", CareCoordination = "care_coordination", Caseload = "caseload",
        Closure = "closure", Deselection = "deselection", ReferredToMappa = "referred_to_mappa",
        ReferredToChildProtection = "referred_to_child_protection", NoChange = "no_change",
    }
    Forum { Mappa = "mappa", ChildProtection = "child_protection", }
    SilenceKind { NilReturn = "nil_return", Declined = "declined", }
}
