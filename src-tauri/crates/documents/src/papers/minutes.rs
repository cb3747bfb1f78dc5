//! The minutes: a cover without subjects, the business, one section a case, and the evidence.

mod business;
mod case;
mod cover;
mod evidence;

use super::account::Account;
use super::{PaperSource, Print, afterwards};
use crate::content::Document;
use protocol::meeting::{Closed, Sealed};

pub(super) use evidence::signature as signature_of_the_chair;
pub(super) use evidence::{ink, printed, provenance};

/// The draft that the chair reads before signing, marked as one.
pub fn draft(meeting: &Closed, print: &Print<'_>) -> Document {
    minutes(&Account::of(PaperSource::Closed(meeting), print))
}

/// The final minutes, which only a signed meeting has (D34).
pub fn signed(meeting: &Sealed, print: &Print<'_>) -> Document {
    minutes(&Account::of(PaperSource::Sealed(meeting), print))
}

fn minutes(account: &Account<'_>) -> Document {
    let mut sections = vec![business::previous(account), business::arising(account)];
    sections.extend(case::discussed(account));
    sections.extend(case::deferred(account));
    sections.extend(afterwards::agenda(account));
    sections.push(business::other(account));
    sections.extend(business::grounds(account));
    sections.extend(afterwards::section(account));
    sections.push(evidence::section(account));
    account.document("Minutes", cover::leaves(account), sections)
}
