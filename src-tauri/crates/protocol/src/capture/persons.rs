//! What can be typed for somebody in the room, and what has to be where two share a name.

use super::fold::fold;
use super::lexicon::{PersonEntry, TeamEntry};
use super::names::{Named, Names};
use crate::formats::PersonName;
use crate::ids::AttendanceId;

/// A person's names count as whole names, each: the surname is what people type.
///
/// Where that is two people's, the forename's first letter before it tells them apart, or their agency or seat behind it.
pub(super) fn person_names<'x>(
    entry: &'x PersonEntry,
    teams: &[TeamEntry],
) -> Named<'x, PersonEntry> {
    let whole = fold(entry.name.as_str());
    let mut names: Vec<String> = whole.split(' ').map(str::to_owned).collect();
    names.retain(|name| !name.is_empty());
    names.extend(with_initial(entry));
    names.push(whole.clone());
    let mut pieces = vec![whole.replace(' ', "")];
    pieces.extend(with_initial(entry).map(|name| name.replacen(' ', "", 1)));
    let whole_names: Vec<String> = names.iter().chain(&pieces).cloned().collect();
    for tag in tags(entry, teams) {
        pieces.extend(whole_names.iter().map(|name| format!("{name} {tag}")));
    }
    Named {
        entry,
        capture: String::new(),
        names,
        pieces,
        wider: Vec::new(),
    }
}

impl Names<'_> {
    /// What to type for somebody so that nobody else can be meant, the shortest that will do.
    pub fn handle(&self, who: AttendanceId) -> Option<String> {
        let named = self
            .people
            .iter()
            .find(|named| named.entry.attendance == who)?;
        let plainly = |typed: &String| {
            let one = self.people(typed).and_then(|found| found.one());
            one.is_some_and(|one| one.attendance == who) && self.teams(typed).is_none()
        };
        handles(named).find(plainly)
    }
}

/// Ways to type somebody in one piece, the shortest first: "j.khan", "jan_khan", "jan_khan_pol".
fn handles(named: &Named<'_, PersonEntry>) -> impl Iterator<Item = String> {
    let whole = fold(named.entry.name.as_str());
    let short = with_initial(named.entry).map(|name| name.replacen(' ', ".", 1));
    let behind = format!("{whole} ");
    let tagged: Vec<String> = named
        .pieces
        .iter()
        .filter(|piece| piece.starts_with(&behind))
        .cloned()
        .collect();
    let ways = short.into_iter().chain([whole]).chain(tagged);
    ways.map(|way| way.replace(' ', "_"))
}

/// What stands for somebody's agency, and for their seat where nothing else tells two apart.
fn tags(entry: &PersonEntry, teams: &[TeamEntry]) -> Vec<String> {
    let team = teams.iter().find(|team| team.key == entry.team);
    let keys = team.map(|team| [fold(&team.capture_key), fold(&team.short_name)]);
    let keys = keys.into_iter().flatten().filter(|key| !key.is_empty());
    keys.chain([entry.seat.to_string()]).collect()
}

/// The forename's first letter and the surname, where a name has both; what stands in a second script says nothing here.
fn with_initial(entry: &PersonEntry) -> Option<String> {
    let name = entry.name.as_str().split('\u{b7}').next()?;
    let name = PersonName::read_line(name).ok()?;
    let first = fold(name.forename()).chars().next()?;
    Some(format!("{first} {}", fold(name.surname())))
}
