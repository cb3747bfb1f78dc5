//! Who or what a few letters mean: the closest reading wins, and two readings equally close are no reading.

use super::fold::fold;
use super::lexicon::{KindEntry, Lexicon, PersonEntry, TeamEntry};
use super::persons::person_names;
use super::understood::Candidate;
use crate::ids::GroupKey;

/// The lexicon with its names made comparable, once for each line.
pub(super) struct Names<'x> {
    teams: Vec<Named<'x, TeamEntry>>,
    kinds: Vec<Named<'x, KindEntry>>,
    pub(super) people: Vec<Named<'x, PersonEntry>>,
    pub groups: &'x [(GroupKey, String)],
}

/// An entry and what can be typed for it, closest first.
pub(super) struct Named<'x, E> {
    pub entry: &'x E,
    pub(super) capture: String,
    pub(super) names: Vec<String>,
    /// What is typed in one piece or not at all: "j.khan", "khan-pol".
    pub(super) pieces: Vec<String>,
    /// The names of what it belongs to: a team's organisation.
    pub(super) wider: Vec<String>,
}

/// How close a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// The capture key itself, or a seat's number.
    Key,
    /// A whole name.
    Name,
    /// The beginning of a capture key or a name.
    Beginning,
    /// The beginning of a word inside a name.
    Inside,
    /// The organisation's name, or the beginning of a word of it.
    Wider,
}

/// The entries that a text means, all equally close.
pub(super) struct Found<'n, 'x, E> {
    pub closeness: Closeness,
    pub all: Vec<&'n Named<'x, E>>,
}

impl<'x> Names<'x> {
    pub fn of(lexicon: &'x Lexicon) -> Self {
        Self {
            teams: lexicon.teams.iter().map(team_names).collect(),
            kinds: lexicon.kinds.iter().map(kind_names).collect(),
            people: lexicon
                .people
                .iter()
                .map(|person| person_names(person, &lexicon.teams))
                .collect(),
            groups: &lexicon.groups,
        }
    }

    /// The teams that a text means; where only one of several is in the room, it is that one.
    pub fn teams(&self, text: &str) -> Option<Found<'_, 'x, TeamEntry>> {
        let mut found = self.any_teams(text)?;
        found.prefer(|team| team.seat.is_some());
        Some(found)
    }

    /// The teams that a text means where somebody is added: one who is not in the room is more likely meant.
    pub fn teams_elsewhere(&self, text: &str) -> Option<Found<'_, 'x, TeamEntry>> {
        let mut found = self.any_teams(text)?;
        found.prefer(|team| team.seat.is_none());
        Some(found)
    }

    pub fn any_teams(&self, text: &str) -> Option<Found<'_, 'x, TeamEntry>> {
        let seat: Option<u32> = text.parse().ok();
        let mut found = closest(&self.teams, text, |team| {
            (seat.is_some() && team.entry.seat == seat).then_some(Closeness::Key)
        })?;
        found
            .all
            .sort_by_key(|team| team.entry.seat.unwrap_or(u32::MAX));
        Some(found)
    }

    /// The kinds that a text means; those of this meeting win.
    pub fn kinds(&self, text: &str) -> Option<Found<'_, 'x, KindEntry>> {
        let mut found = closest(&self.kinds, text, |_| None)?;
        found.prefer(|kind| kind.of_this_meeting);
        Some(found)
    }

    /// The people in the room that a text means.
    pub fn people(&self, text: &str) -> Option<Found<'_, 'x, PersonEntry>> {
        closest(&self.people, text, |_| None)
    }

    /// Teams in the room, in seat order: what an empty line offers.
    pub fn teams_here(&self) -> Vec<Candidate> {
        let mut here: Vec<_> = self
            .teams
            .iter()
            .filter(|team| team.entry.seat.is_some())
            .collect();
        here.sort_by_key(|team| team.entry.seat);
        here.into_iter()
            .map(|team| team.entry.candidate())
            .collect()
    }

    /// The kinds of this meeting, in the lexicon's order: what an agency alone offers.
    pub fn kinds_here(&self) -> Vec<Candidate> {
        let here = self.kinds.iter().filter(|kind| kind.entry.of_this_meeting);
        here.map(|kind| kind.entry.candidate()).collect()
    }
}

impl<'n, 'x, E> Found<'n, 'x, E> {
    /// The entry, where there is only one.
    pub fn one(&self) -> Option<&'x E> {
        match self.all.as_slice() {
            [one] => Some(one.entry),
            _ => None,
        }
    }

    /// Leaves only one where only one is preferred; otherwise nothing is left out, the preferred come first.
    fn prefer(&mut self, preferred: impl Fn(&E) -> bool) {
        if self
            .all
            .iter()
            .filter(|named| preferred(named.entry))
            .count()
            == 1
        {
            self.all.retain(|named| preferred(named.entry));
        } else {
            self.all.sort_by_key(|named| !preferred(named.entry));
        }
    }

    /// Takes in the words that go on with a name of several words, and says how many pieces the name has.
    ///
    /// The last of them may be the beginning of a word only where it tells names apart. A piece that begins with
    /// a sign never goes on with a name: it may be a marker.
    pub fn extend<'t>(&mut self, pieces: impl Iterator<Item = &'t str>) -> usize {
        let mut phrase = String::new();
        let mut count = 0;
        for piece in pieces.take(12) {
            if count > 0 && !piece.starts_with(char::is_alphanumeric) {
                break;
            }
            let piece = fold(piece);
            phrase.push_str(if phrase.is_empty() { "" } else { " " });
            phrase.push_str(&piece);
            if count == 0 {
                count = 1;
                continue;
            }
            let partly = self.all.len() > 1 && piece.len() >= 3;
            let on: Vec<_> = self
                .all
                .iter()
                .copied()
                .filter(|n| n.goes_on(&phrase, partly))
                .collect();
            if on.is_empty() {
                break;
            }
            self.all = on;
            count += 1;
        }
        count.max(1)
    }
}

impl<E> Named<'_, E> {
    fn closeness(&self, text: &str) -> Option<Closeness> {
        let begins = |name: &String| name.starts_with(text);
        if self.capture == text {
            Some(Closeness::Key)
        } else if self
            .names
            .iter()
            .chain(&self.pieces)
            .any(|name| name == text)
        {
            Some(Closeness::Name)
        } else if begins(&self.capture) || self.names.iter().any(begins) {
            Some(Closeness::Beginning)
        } else if self.names.iter().any(|name| has_word(name, text)) {
            Some(Closeness::Inside)
        } else if self
            .wider
            .iter()
            .any(|name| begins(name) || has_word(name, text))
        {
            Some(Closeness::Wider)
        } else {
            None
        }
    }

    fn goes_on(&self, phrase: &str, partly: bool) -> bool {
        self.names.iter().chain(&self.wider).any(|name| {
            word_starts(name).any(|rest| match rest.strip_prefix(phrase) {
                Some(after) => partly || after.is_empty() || after.starts_with(' '),
                None => false,
            })
        })
    }
}

impl TeamEntry {
    pub(super) fn candidate(&self) -> Candidate {
        Candidate::Team(self.key.clone())
    }
}

impl KindEntry {
    pub(super) fn candidate(&self) -> Candidate {
        Candidate::Kind(self.key.clone())
    }
}

impl PersonEntry {
    pub(super) fn candidate(&self) -> Candidate {
        Candidate::Person(self.attendance)
    }
}

fn closest<'n, 'x, E>(
    all: &'n [Named<'x, E>],
    text: &str,
    first: impl Fn(&Named<'x, E>) -> Option<Closeness>,
) -> Option<Found<'n, 'x, E>> {
    if !text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let text = fold(text);
    let close = |named| first(named).or_else(|| named.closeness(&text));
    let read: Vec<_> = all
        .iter()
        .filter_map(|named| Some((close(named)?, named)))
        .collect();
    let closeness = read.iter().map(|(closeness, _)| *closeness).min()?;
    let all = read
        .into_iter()
        .filter(|(c, _)| *c == closeness)
        .map(|(_, named)| named)
        .collect();
    Some(Found { closeness, all })
}

fn team_names(entry: &TeamEntry) -> Named<'_, TeamEntry> {
    Named {
        entry,
        capture: fold(&entry.capture_key),
        names: folded([&entry.name, &entry.short_name, entry.key.as_str()]),
        pieces: Vec::new(),
        wider: folded([
            &entry.organisation_name,
            &entry.organisation_short_name,
            entry.organisation.as_str(),
        ]),
    }
}

fn kind_names(entry: &KindEntry) -> Named<'_, KindEntry> {
    Named {
        entry,
        capture: fold(&entry.capture_key),
        names: folded([&entry.name, entry.key.as_str()]),
        pieces: Vec::new(),
        wider: Vec::new(),
    }
}

fn folded<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.into_iter().map(fold).collect()
}

fn word_starts(name: &str) -> impl Iterator<Item = &str> {
    let after_spaces = name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    std::iter::once(name).chain(after_spaces)
}

fn has_word(name: &str, beginning: &str) -> bool {
    word_starts(name).any(|rest| rest.starts_with(beginning))
}
