//! The partnership's own numbers of cases: "ODOC-014", "DIP-009".

use crate::problem::Problem;
use protocol::cases::Case;
use protocol::trade::MeetingKind;
use record::Record;
use std::collections::{BTreeMap, BTreeSet};

/// The references that are in use.
#[derive(Default)]
pub(crate) struct Numbering {
    taken: BTreeSet<String>,
    /// The highest number that was ever given, by what stands before it.
    highest: BTreeMap<&'static str, u32>,
}

/// The next free number of a kind, after the highest that was ever given: no number is given twice.
pub(crate) fn next(cases: &[Case], kind: MeetingKind) -> String {
    let mut numbering = Numbering::default();
    cases.iter().for_each(|case| numbering.add(&case.reference));
    numbering.next(kind)
}

impl Numbering {
    /// The references of a record.
    pub(crate) fn of(record: &Record) -> Result<Self, Problem> {
        let mut numbering = Self::default();
        let references = record.read().cases().references()?;
        references.iter().for_each(|one| numbering.add(one));
        Ok(numbering)
    }

    pub(crate) fn add(&mut self, reference: &str) {
        self.taken.insert(reference.to_lowercase());
        for kind in [MeetingKind::Odoc, MeetingKind::DipCaseReview] {
            let number = reference.strip_prefix(prefix(kind));
            if let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) {
                let highest = self.highest.entry(prefix(kind)).or_default();
                *highest = number.max(*highest);
            }
        }
    }

    pub(crate) fn is_taken(&self, reference: &str) -> bool {
        self.taken.contains(&reference.to_lowercase())
    }

    /// The next free number of a kind.
    pub(crate) fn next(&self, kind: MeetingKind) -> String {
        let prefix = prefix(kind);
        let highest = self.highest.get(prefix).copied().unwrap_or_default();
        format!("{prefix}{:03}", highest.saturating_add(1))
    }
}

fn prefix(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Odoc => "ODOC-",
        MeetingKind::DipCaseReview => "DIP-",
    }
}
