//! The registers as they are shown.

use super::forms::{OfficerRow, PeopleView, PersonRow};
use super::merged::Merged;
use crate::cases::Choice;
use crate::partnership::officer_role;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::pack::{Organisation, Pack, Team};
use protocol::people::{Affiliation, Officer, Person};
use protocol::room::Agency;

pub(super) fn view(desk: &Desk) -> Result<PeopleView, Problem> {
    let pack = desk.pack()?;
    let reading = desk.record()?.read();
    let (people, officers) = (reading.people().all()?, reading.officers().all()?);
    let merged = Merged::of(reading)?;
    let own = people.iter().filter(|person| !merged.is_merged(person.id));
    Ok(PeopleView {
        people: own.map(|p| person_row(p, &pack, &merged)).collect(),
        alike: merged.alike(&people),
        merged: merged.rows(&people, &pack),
        officers: officers.iter().map(officer_row).collect(),
        without_primary: without_primary(&officers, &pack),
        teams: pack.teams.iter().map(team_choice).collect(),
        organisations: pack.organisations.iter().map(organisation_choice).collect(),
        officer_roles: pack
            .officer_roles
            .iter()
            .map(|r| officer_role(r, &pack))
            .collect(),
        last: desk.open()?.last.kept(),
    })
}

/// The organisations that have no Primary Designated Officer today (§4.4).
pub(crate) fn without_primary(officers: &[Officer], pack: &Pack) -> Vec<String> {
    let has = |organisation: &&Organisation| {
        officers
            .iter()
            .any(|o| o.primary && !o.retired && o.organisation == organisation.key)
    };
    let gaps = pack
        .organisations
        .iter()
        .filter(|organisation| !has(organisation));
    gaps.map(|organisation| organisation.short_name.clone())
        .collect()
}

/// Somebody's agency by today's pack; a team that has left the pack keeps its key for a name.
pub(crate) fn agency_name(affiliation: &Affiliation, pack: &Pack) -> String {
    match (Agency::of(affiliation, pack), affiliation) {
        (Some(agency), _) => agency.short_name,
        (None, Affiliation::Team { team }) => team.as_str().to_owned(),
        (None, Affiliation::Guest { agency, .. }) => agency.clone(),
    }
}

/// A team as a list offers it.
pub(crate) fn team_choice(team: &Team) -> Choice {
    Choice {
        key: team.key.as_str().to_owned(),
        name: team.name.clone(),
    }
}

fn organisation_choice(organisation: &Organisation) -> Choice {
    Choice {
        key: organisation.key.as_str().to_owned(),
        name: organisation.name.clone(),
    }
}

fn person_row(person: &Person, pack: &Pack, merged: &Merged) -> PersonRow {
    let team = match &person.affiliation {
        Affiliation::Team { team } => team.as_str(),
        Affiliation::Guest { .. } => "",
    };
    let agency = agency_name(&person.affiliation, pack);
    PersonRow {
        id: person.id,
        name: person.name.clone(),
        job: person.job.clone(),
        team: team.to_owned(),
        came_for: merged.came_for(person.id, &agency),
        agency,
        guest: team.is_empty(),
        statutory: Agency::of(&person.affiliation, pack).is_some_and(|a| a.statutory),
        retired: person.retired,
    }
}

fn officer_row(officer: &Officer) -> OfficerRow {
    OfficerRow {
        id: officer.id,
        organisation: officer.organisation.as_str().to_owned(),
        primary: officer.primary,
        name: officer.name.clone(),
        role: officer.role.clone(),
        email: officer.email.clone(),
        telephone: officer.telephone.clone(),
        retired: officer.retired,
    }
}
