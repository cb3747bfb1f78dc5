//! The partnership's own numbers of cases, with what its agreement puts before them: "ODOC-014", "RCR-009".

use super::forms::NextReferences;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::Case;
use protocol::pack::Pack;
use protocol::trade::MeetingKind;
use record::Record;
use std::collections::{BTreeMap, BTreeSet};

/// The references that are in use.
pub(crate) struct Numbering {
    taken: BTreeSet<String>,
    /// The highest number that was ever given, by what stands before it: kept, because a list may bring a hundred thousand.
    highest: BTreeMap<String, u32>,
    prefixes: [(MeetingKind, String); 2],
}

/// The next free number of a kind, after the highest that was ever given: no number is given twice.
pub(crate) fn next(cases: &[Case], kind: MeetingKind, pack: &Pack) -> String {
    Numbering::among(cases, pack).next(kind)
}

/// The same for a case of either kind.
pub(super) fn next_of_each(cases: &[Case], pack: &Pack) -> NextReferences {
    let numbering = Numbering::among(cases, pack);
    NextReferences {
        odoc: numbering.next(MeetingKind::Odoc),
        dip_case_review: numbering.next(MeetingKind::DipCaseReview),
    }
}

impl Numbering {
    /// The references of a record, and the numbers that this agreement makes of them.
    pub(crate) fn of(record: &Record, pack: &Pack) -> Result<Self, Problem> {
        let mut numbering = Self::under(pack);
        let references = record.read().cases().references()?;
        references.iter().for_each(|one| numbering.add(one));
        Ok(numbering)
    }

    fn among(cases: &[Case], pack: &Pack) -> Self {
        let mut numbering = Self::under(pack);
        cases.iter().for_each(|case| numbering.add(&case.reference));
        numbering
    }

    /// The references in use: those of the last step, unless somebody did something else in between.
    pub(crate) fn now(desk: &mut Desk) -> Result<Self, Problem> {
        let head = desk.record()?.read().journal().head()?;
        let last = desk.open_mut()?.numbering.take();
        match (last, head) {
            (Some((seq, numbering)), Some(head)) if seq == head.seq => Ok(numbering),
            _ => Self::of(desk.record()?, &*desk.pack()?),
        }
    }

    /// They are what is in use as the journal stands: the next step reads none of them again.
    pub(crate) fn stands(desk: &mut Desk, numbering: Self) -> Result<(), Problem> {
        let head = desk.record()?.read().journal().head()?;
        desk.open_mut()?.numbering = head.map(|head| (head.seq, numbering));
        Ok(())
    }

    fn under(pack: &Pack) -> Self {
        let prefix = |kind| (kind, format!("{}-", pack.rules(kind).numbered_as));
        Self {
            taken: BTreeSet::new(),
            highest: BTreeMap::new(),
            prefixes: [MeetingKind::Odoc, MeetingKind::DipCaseReview].map(prefix),
        }
    }

    /// Capitals do not tell two references apart.
    pub(crate) fn add(&mut self, reference: &str) {
        let reference = reference.to_lowercase();
        for (_, prefix) in &self.prefixes {
            let number = reference.strip_prefix(&prefix.to_lowercase());
            if let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) {
                let highest = self.highest.entry(prefix.clone()).or_default();
                *highest = number.max(*highest);
            }
        }
        self.taken.insert(reference);
    }

    pub(crate) fn is_taken(&self, reference: &str) -> bool {
        self.taken.contains(&reference.to_lowercase())
    }

    /// The next free number of a kind.
    pub(crate) fn next(&self, kind: MeetingKind) -> String {
        let mut prefixes = self.prefixes.iter().filter(|(of, _)| *of == kind);
        let prefix = prefixes.next().map_or("", |(_, prefix)| prefix);
        let highest = self.highest.get(prefix).copied().unwrap_or_default();
        format!("{prefix}{:03}", highest.saturating_add(1))
    }
}
