//! A case's file as it is to be kept, with what planned meetings show of it.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::{Case, CaseHeading};
use protocol::ids::CaseId;
use protocol::meeting::{Meeting, Stage};
use record::tables::{CaseWords, MeetingChange};
use record::{Entry, RecordError, Tables};

/// A changed case, and the planned meetings that change with it.
pub(crate) struct CaseChange {
    case: Case,
    planned: Vec<MeetingChange>,
}

impl CaseChange {
    /// What is to be written so that the case is as it is given here.
    pub(crate) fn to(case: Case, desk: &Desk) -> Result<Self, Problem> {
        let planned = replanned(desk, &case.heading())?;
        Ok(Self { case, planned })
    }

    /// Whose file it is.
    pub(crate) fn id(&self) -> CaseId {
        self.case.id
    }

    /// The file as it is to be kept.
    pub(crate) fn case(&self) -> &Case {
        &self.case
    }

    /// The entry with the words of the change, and whose they are.
    pub(crate) fn entered(&self, entry: Entry) -> Entry {
        let entry = entry
            .about(self.case.id)
            .with_words(CaseWords::of(&self.case));
        let planned = self.planned.iter();
        planned.fold(entry, |entry, change| entry.with_words(change.words()))
    }

    /// Writes it.
    pub(crate) fn apply(&self, tables: &Tables<'_>) -> Result<(), RecordError> {
        for change in &self.planned {
            tables.meetings().apply(change)?;
        }
        tables.cases().save(&self.case)
    }
}

/// What changes in the meetings that are planned; one that has begun keeps the case as it took it up.
fn replanned(desk: &Desk, heading: &CaseHeading) -> Result<Vec<MeetingChange>, Problem> {
    let reading = desk.record()?.read();
    let mut changes = Vec::new();
    for summary in reading
        .meetings()
        .all()?
        .iter()
        .filter(|m| m.stage == Stage::Planned)
    {
        let Some(before) = reading.meetings().one(summary.id)? else {
            continue;
        };
        let mut after: Meeting = before.clone();
        after.planned_mut()?.refresh_case(heading);
        if after != before {
            changes.push(MeetingChange::between(Some(&before), &after));
        }
    }
    Ok(changes)
}
