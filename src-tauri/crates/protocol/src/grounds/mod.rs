//! What is on file about a case: whatever a weighing may rest on, or must stop at.
//!
//! Each paper comes into being through a constructor that refuses what the protocol refuses, and
//! is put back together from the record without being judged again (`decisions` 7).

mod addressee;
mod advice;
mod authority;
mod choice;
mod consent;
mod on_file;
mod permission;
mod restriction;
mod scope;
mod several;
mod withdrawal;
mod withheld;

#[cfg(test)]
mod tests;

pub use addressee::{Addressee, Owner};
pub use advice::{AdviceOutcome, LegalAdvice};
pub use authority::{Authority, AuthorityParts, Grantor};
pub(crate) use choice::choosable;
pub use choice::{ChairChoice, ChairChoiceParts};
pub use consent::{Consent, ConsentParts, ConsentSort, ConsentState, HowGiven, Whose};
pub use on_file::{CaseNow, GivenAt, OnFile};
pub use permission::{Permission, PermissionFrom, PermissionParts};
pub use restriction::{Reach, Restriction};
pub use scope::Scope;
pub use several::Several;
pub use withdrawal::Withdrawal;
pub use withheld::Withheld;
