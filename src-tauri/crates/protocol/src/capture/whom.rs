//! Who is left out: a team, a person in the room, or every team of an organisation.

use super::lexicon::{PersonEntry, TeamEntry};
use super::names::{Closeness, Found, Named, Names};
use super::understood::{Candidate, LeftOut};

/// Somebody whom a few letters leave out.
pub(super) enum Whom {
    Plain(Vec<LeftOut>),
    Several(Vec<Candidate>),
    Nobody,
}

/// Who a `-` means, and how many pieces their name has: a team, a person in the room, or every team of an organisation.
pub(super) fn whom<'l>(
    names: &Names,
    name: &'l str,
    behind: impl Iterator<Item = &'l str>,
) -> (Whom, usize) {
    let (teams, people) = closer(names.teams(name), names.people(name));
    match (teams, people) {
        (None, Some(mut people)) => {
            let pieces = people.extend(std::iter::once(name).chain(behind));
            (among(&[], &people.all), pieces)
        }
        (Some(teams), None) => (of_teams(&teams), 1),
        (teams, people) => {
            let teams = teams.map(|found| found.all).unwrap_or_default();
            let people = people.map(|found| found.all).unwrap_or_default();
            (among(&teams, &people), 1)
        }
    }
}

/// Whichever of the two is closer; both where neither is.
fn closer<'n, 'x>(
    teams: Option<Found<'n, 'x, TeamEntry>>,
    people: Option<Found<'n, 'x, PersonEntry>>,
) -> (
    Option<Found<'n, 'x, TeamEntry>>,
    Option<Found<'n, 'x, PersonEntry>>,
) {
    match (teams, people) {
        (Some(teams), Some(people)) if teams.closeness.max(Closeness::Name) < people.closeness => {
            (Some(teams), None)
        }
        (Some(teams), Some(people)) if people.closeness < teams.closeness => (None, Some(people)),
        both => both,
    }
}

/// One team; or every team of the one organisation that was named.
fn of_teams(teams: &Found<'_, '_, TeamEntry>) -> Whom {
    let organisations = teams.all.iter().map(|team| &team.entry.organisation);
    let one = organisations.clone().min() == organisations.max();
    if teams.closeness == Closeness::Wider && one {
        let all = teams.all.iter();
        let all = all.map(|team| LeftOut::Team(team.entry.key.clone()));
        return Whom::Plain(all.collect());
    }
    among(&teams.all, &[])
}

fn among(teams: &[&Named<'_, TeamEntry>], people: &[&Named<'_, PersonEntry>]) -> Whom {
    match (teams, people) {
        ([], []) => Whom::Nobody,
        ([team], []) => Whom::Plain(vec![LeftOut::Team(team.entry.key.clone())]),
        ([], [person]) => Whom::Plain(vec![LeftOut::Person(person.entry.attendance)]),
        _ => Whom::Several(
            teams
                .iter()
                .map(|team| team.entry.candidate())
                .chain(people.iter().map(|person| person.entry.candidate()))
                .collect(),
        ),
    }
}
