//! The action sheets that have been issued: one that says something else than the last has the next number, and takes its place.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::{MeetingId, TeamKey};
use record::EntryKind;
use std::collections::BTreeMap;

/// Under which the entry of an issue lists its sheets.
pub(super) const SHEETS: &str = "sheets";

/// The last sheet that each agency of a meeting was issued: its number, and the fingerprint of what it said.
pub(super) struct Issued {
    meeting: MeetingId,
    last: BTreeMap<TeamKey, (u32, String)>,
}

impl Issued {
    /// As the journal has it.
    pub(super) fn of(desk: &Desk, meeting: MeetingId) -> Result<Self, Problem> {
        let entries = desk.record()?.read().journal();
        let entries = entries.of_kind(EntryKind::DocumentIssued)?;
        let bodies = entries.iter().flat_map(|entry| &entry.bodies);
        let lists = bodies.filter_map(|body| body.words.0.get(SHEETS));
        let lines = lists.flat_map(|list| list.lines());
        Ok(Self {
            meeting,
            last: lines.filter_map(|line| read(line, meeting)).collect(),
        })
    }

    /// The number of a sheet that says this.
    pub(super) fn number(&self, team: &TeamKey, says: &str) -> u32 {
        match self.last.get(team) {
            Some((number, said)) if said == says => *number,
            Some((number, _)) => number + 1,
            None => 1,
        }
    }

    /// The line by which the journal keeps that a sheet was issued.
    pub(super) fn line(&self, team: &TeamKey, says: &str) -> String {
        let (meeting, number) = (self.meeting, self.number(team, says));
        format!("{meeting} {number} {says} {}", team.as_str())
    }
}

/// A line of this meeting. The agency stands last: of a guest it is a name.
fn read(line: &str, meeting: MeetingId) -> Option<(TeamKey, (u32, String))> {
    let mut parts = line.splitn(4, ' ');
    let here = parts.next()? == meeting.to_string();
    let (number, says) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
    let team = TeamKey::new(parts.next()?);
    here.then_some((team, (number, says)))
}
