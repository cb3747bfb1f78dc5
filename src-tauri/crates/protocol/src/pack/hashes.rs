//! What a pack's words and rules come to, so that a meeting can pin both and tell which of the two has changed.

use super::canonical::Canonical;
use super::reading::Choice;
use super::*;
use crate::formats::{EthnicGroup, Gender};
use crate::ids::{
    ConditionKey, GroupKey, KindKey, OrganisationKey, PowerKey, PurposeKey, RoleKey, TeamKey,
};
use crate::sharing::Regime;
use crate::trade::{MeetingKind, Strand};
use sha2::{Digest, Sha256};

impl Pack {
    /// The hash of the agreement texts of both meetings: what an acceptance is an acceptance of (§4.1).
    ///
    /// A pack that was kept has the one that it was kept under, whatever goes into a hash today: meetings have pinned it.
    pub fn texts_hash(&self) -> [u8; 32] {
        let kept = self.kept_as.map(|(texts, _)| texts);
        kept.unwrap_or_else(|| hash("texts", &self.texts))
    }

    /// The hash of everything else: what `assess` decides by. A pack that was kept has the one that it was kept under.
    pub fn rules_hash(&self) -> [u8; 32] {
        let kept = self.kept_as.map(|(_, rules)| rules);
        kept.unwrap_or_else(|| self.rules_hashed())
    }

    /// Whether another pack says the same about everything but the agreement texts.
    pub fn has_the_rules_of(&self, other: &Pack) -> bool {
        self.rules_hashed() == other.rules_hashed()
    }

    /// Whether another pack says the same, whatever the two were kept under.
    pub fn says_the_same_as(&self, other: &Pack) -> bool {
        self.texts == other.texts && self.has_the_rules_of(other)
    }

    /// The same pack as one that has yet to be kept, under the hashes of today.
    #[must_use]
    pub fn afresh(self) -> Pack {
        Pack {
            kept_as: None,
            ..self
        }
    }

    fn rules_hashed(&self) -> [u8; 32] {
        let Pack {
            name,
            version,
            dated,
            review_due,
            law,
            markings,
            limits,
            formats,
            cohorts,
            clauses,
            organisations,
            teams,
            officer_roles,
            purposes,
            powers,
            conditions,
            kinds,
            matrix,
            groups,
            roles,
            ladder,
            retention,
            meetings,
            texts: _,
            kept_as: _,
        } = self;
        hash(
            "rules",
            &(
                (name, version, dated, review_due),
                (law, markings, limits, retention, clauses),
                (organisations, teams, officer_roles),
                (purposes, powers, kinds, matrix, meetings),
                ((conditions, groups), (roles, ladder), (formats, cohorts)),
            ),
        )
    }
}

impl AgreementText {
    /// The hash of this one text, which an acceptance at this kind of meeting names.
    pub fn hash(&self) -> [u8; 32] {
        hash("text", self)
    }
}

fn hash(what: &str, value: &impl Canonical) -> [u8; 32] {
    let mut bytes = Vec::new();
    "odoc agreement pack 1".canonical(&mut bytes);
    what.canonical(&mut bytes);
    value.canonical(&mut bytes);
    Sha256::digest(bytes).into()
}

/// Takes each struct apart by all its fields, so that one added later and forgotten here does not compile.
macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Canonical for $name {
            fn canonical(&self, into: &mut Vec<u8>) {
                let $name { $($field),* } = self;
                $($field.canonical(into);)*
            }
        }
    )*};
}

macro_rules! tuples {
    ($(($($field:ident: $of:ident),*))*) => {$(
        impl<$($of: Canonical),*> Canonical for ($($of,)*) {
            fn canonical(&self, into: &mut Vec<u8>) {
                let ($($field,)*) = self;
                $($field.canonical(into);)*
            }
        }
    )*};
}

macro_rules! keys {
    ($($name:ident)*) => {$(
        impl Canonical for $name {
            fn canonical(&self, into: &mut Vec<u8>) {
                self.as_str().canonical(into);
            }
        }
    )*};
}

macro_rules! choices {
    ($($name:ident)*) => {$(
        impl Canonical for $name {
            fn canonical(&self, into: &mut Vec<u8>) {
                self.word().canonical(into);
            }
        }
    )*};
}

choices! { MeetingKind Strand OfficerKind PowerSort SensitiveCategory Regime Interval Form Gender EthnicGroup PostcodeForm DateForm }
keys! { OrganisationKey TeamKey PurposeKey PowerKey KindKey RoleKey GroupKey ConditionKey }
tuples! { (a: A, b: B) (a: A, b: B, c: C) (a: A, b: B, c: C, d: D) (a: A, b: B, c: C, d: D, e: E) }
fields! {
    LawSet { name, as_at }
    Markings { in_force, offered, handling }
    TimeLimits {
        originator_days, claim_notice_days, objection_days, complaint_days,
        request_months, folder_months, review_months, breach_hours
    }
    RetentionPeriod { record, name, runs_from, organisation, months, clause }
    Organisation {
        key, name, short_name, statutory, party, competent_authority, relevant_authority, note
    }
    Team { key, organisation, name, short_name, capture_key, in_cjit, enforcement, strand }
    OfficerRole { organisation, team, kind, role }
    Purpose { key, name, short, law_enforcement, clause }
    Power {
        key, name, short, what, relevant_authorities_only, superseded_by, review, clause
    }
    Kind {
        key, name, capture_key, format, form, sensitivity, meetings, purpose, power, victim, catch_all,
        asks_basis, about_nobody, clause
    }
    Cohorts { fixed, flex, free, asb, dip_caseload }
    Formats { genders, ethnic_groups, postcode, dates }
    Condition { key, name, short, regime, categories, on_consent, kinds, needs_policy, policy }
    AuthorityRole { key, name, own_service }
    Ladder { meetings, kinds, within, beyond }
    Group { key, name, meetings, clause }
    HolderMatrix { confirmed, holds }
    MeetingRules {
        name, short_name, filed_as, default_purpose, default_power, declaration_required, numbered_as, every,
        no_change, quorum
    }
    Quorum { teams, clause }
    AgreementText {
        version, acceptance_question, opening_statement, declaration_intro, declaration, agreement
    }
    Section { heading, clause, paragraphs }
}

impl<T: Canonical> Canonical for ByMeeting<T> {
    fn canonical(&self, into: &mut Vec<u8>) {
        let ByMeeting {
            odoc,
            dip_case_review,
        } = self;
        odoc.canonical(into);
        dip_case_review.canonical(into);
    }
}
