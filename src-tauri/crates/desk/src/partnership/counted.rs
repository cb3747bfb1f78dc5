//! On whom the record counts: the teams and organisations of people, cases, open actions and officers, and of whoever is
//! expected at a meeting to come.
//!
//! Whoever took another agreement in, or let one of them leave, would leave these without an agency.

use super::file_forms::LackingRow;
use super::forms::LeavingView;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::{OrganisationKey, TeamKey};
use protocol::meeting::Stage;
use protocol::pack::{Organisation, Pack};
use protocol::people::{Affiliation, Person};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every team and organisation that the record counts on, with how many.
pub(super) struct Counted {
    today: Arc<Pack>,
    teams: BTreeMap<TeamKey, LackingRow>,
    organisations: BTreeMap<OrganisationKey, LackingRow>,
}

impl Counted {
    pub(super) fn on(desk: &Desk) -> Result<Self, Problem> {
        let reading = desk.record()?.read();
        let mut counted = Self {
            today: desk.pack()?,
            teams: BTreeMap::new(),
            organisations: BTreeMap::new(),
        };
        let people = reading.people().all()?;
        let team_of = |person: &Person| match &person.affiliation {
            Affiliation::Team { team } => Some(team.clone()),
            Affiliation::Guest { .. } => None,
        };
        for team in people.iter().filter(|one| !one.retired).filter_map(team_of) {
            counted.team(&team).people += 1;
        }
        let all = reading.meetings().all()?;
        for planned in all.iter().filter(|one| one.stage == Stage::Planned) {
            let Some(meeting) = reading.meetings().one(planned.id)? else {
                continue;
            };
            for expected in &meeting.proceedings().attendances {
                let person = people.iter().find(|one| one.id == expected.person);
                if let Some(team) = person.and_then(team_of) {
                    counted.team(&team).expected += 1;
                }
            }
        }
        // A case that has left the caseload keeps the lead that it had.
        let cases = reading.cases().all()?;
        let open = cases.iter().filter(|case| case.closed.is_none());
        for lead in open.filter_map(|case| case.lead.as_ref()) {
            counted.team(lead).cases += 1;
        }
        for action in reading.actions().open()? {
            counted.team(&action.owner.team).actions += 1;
        }
        for officer in reading.officers().all()?.iter().filter(|one| !one.retired) {
            counted.organisation(&officer.organisation).officers += 1;
        }
        Ok(counted)
    }

    /// What another agreement does not name.
    pub(super) fn missing_from(self, pack: &Pack) -> Vec<LackingRow> {
        let teams = self.teams.into_iter();
        let teams = teams.filter(|(key, _)| pack.team(key).is_none());
        let organisations = self.organisations.into_iter();
        let organisations = organisations.filter(|(key, _)| pack.organisation(key).is_none());
        let teams = teams.map(|(_, row)| row);
        teams.chain(organisations.map(|(_, row)| row)).collect()
    }

    /// What stands in the way of an organisation that leaves the agreement in force.
    pub(super) fn leaving(&self, organisation: &Organisation) -> LeavingView {
        let theirs = |team: &TeamKey| {
            let of = self.today.organisation_of(team);
            of.is_some_and(|of| of.key == organisation.key)
        };
        let teams = self.teams.iter().filter(|(key, _)| theirs(key));
        let teams = teams.map(|(_, row)| row.clone());
        let itself = self.organisations.get(&organisation.key).cloned();
        let meetings = self.today.meetings.iter();
        let decides_nothing = |quorum: &protocol::pack::Quorum| quorum.teams.iter().any(theirs);
        LeavingView {
            needed: teams.chain(itself).collect(),
            quorum: meetings
                .filter(|(_, rules)| rules.quorum.as_ref().is_some_and(decides_nothing))
                .map(|(kind, _)| kind.into())
                .collect(),
        }
    }

    fn team(&mut self, key: &TeamKey) -> &mut LackingRow {
        let named = self.today.team(key).map(|team| team.name.as_str());
        let row = self.teams.entry(key.clone());
        row.or_insert_with(|| LackingRow::of(named.unwrap_or(key.as_str())))
    }

    fn organisation(&mut self, key: &OrganisationKey) -> &mut LackingRow {
        let named = self.today.organisation(key).map(|o| o.name.as_str());
        let row = self.organisations.entry(key.clone());
        row.or_insert_with(|| LackingRow::of(named.unwrap_or(key.as_str())))
    }
}

impl LeavingView {
    pub(super) fn may(&self) -> bool {
        self.needed.is_empty() && self.quorum.is_empty()
    }
}
