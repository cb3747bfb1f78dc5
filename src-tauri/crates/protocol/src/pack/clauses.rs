//! What the rules cite: the clause of the partnership's own agreement that each of them stands in.

use super::canonical::Canonical;
use crate::refusal::Clause;
use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $field:ident,)*) => {
        /// A rule that a refusal, a held item, a ground or a screen's reminder rests on, whatever the agreement numbers it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        /// The clause of each rule, as a chair of this partnership quotes it in the room.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Clauses { $(pub $field: Clause,)* }

        impl Clauses {
            /// The clause that a rule stands in.
            pub fn of(&self, rule: Rule) -> &Clause {
                match rule { $(Rule::$rule => &self.$field,)* }
            }

            /// Every rule by its name in the file, with its clause.
            pub fn all(&self) -> Vec<(&'static str, &Clause)> {
                vec![$((stringify!($field), &self.$field)),*]
            }

            /// Takes the clause of every rule, by its name in the file.
            pub(super) fn read(text: impl Fn(&'static str) -> String) -> Self {
                Self { $($field: Clause::new(text(stringify!($field))),)* }
            }
        }
    };
}

rules! {
    /// The agreement is accepted at each meeting before anything personal opens.
    AgreementAccepted agreement_accepted,
    /// A representative of a non-statutory agency signs a declaration.
    DeclarationSigned declaration_signed,
    /// Who takes part, for whom, and that somebody leads.
    Representatives representatives,
    /// What is shared, with whom and what is agreed is written down, in its order.
    WrittenRecord written_record,
    /// No more than is needed, and with somebody to hear it.
    Minimum minimum,
    /// Kinds, purposes and powers are those that the agreement lists.
    PurposesAndPowers purposes_and_powers,
    /// A legal power, which reaches some recipients and not others.
    Powers powers,
    /// Necessary and proportionate: a judgement, given with its reason.
    Necessity necessity,
    /// Consent has its dates.
    ConsentDated consent_dated,
    /// Consent is a ground, and frees what it covers.
    ConsentGiven consent_given,
    /// The person understood what follows, and was free to refuse.
    ConsentInformed consent_informed,
    /// Consent names what it covers: no blanket release.
    ConsentSpecific consent_specific,
    /// Sensitive information asks for explicit consent.
    ConsentExplicit consent_explicit,
    /// Consent that has ended is no ground; another is the chair's choice.
    ConsentEnded consent_ended,
    /// A victim's details go nowhere without the victim's consent.
    Victims victims,
    /// An agency neither statutory nor party hears nothing without consent.
    OutsideTheAgreement outside_the_agreement,
    /// What is contentious waits for legal advice.
    LegalAdvice legal_advice,
    /// A manager's written authority outside the waiver.
    ManagersAuthority managers_authority,
    /// Another's information is passed on by permission only.
    OriginalOwner original_owner,
    /// An objection that was upheld.
    Objections objections,
    /// A case that another protocol governs.
    OtherProtocol other_protocol,
    /// The agreement speaks of adults: a case of somebody who is none is heard for a recorded reason.
    Adults adults,
    /// A person who was neither told nor agreed.
    PersonTold person_told,
    /// A closed case leaves the caseload, and the time for which it is kept begins.
    Caseload caseload,
    /// People are told that their information is shared.
    PeopleTold people_told,
    /// What is kept no longer needed is destroyed, after a time that the partnership sets.
    Retention retention,
    /// By e-mail only encrypted or over a secure network, to Designated Officers.
    SecureRoute secure_route,
    /// Portable media are encrypted.
    PortableMedia portable_media,
    /// Each organisation names its Designated Officers.
    Officers officers,
    /// Staff handle what they hear with care; what comes in is checked for viruses.
    SafeHandling safe_handling,
}

impl Canonical for Clauses {
    fn canonical(&self, into: &mut Vec<u8>) {
        for (_, clause) in self.all() {
            clause.as_str().canonical(into);
        }
    }
}
