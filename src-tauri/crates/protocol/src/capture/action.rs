//! An action: perhaps its owner first, then what is to be done, perhaps by when.

use super::decision::says_something;
use super::item::{agency, wanted};
use super::lexicon::{Lexicon, PersonEntry};
use super::names::{Closeness, Names};
use super::sheet::Sheet;
use super::understood::{CaptureFault, Role, Understood, Want};
use crate::clocks::date_words;
use crate::ids::TeamKey;
use crate::trade::Strand;
use chrono::NaiveDate;

/// Short words that begin an action often and are never meant as an agency's first letters.
const NOT_AGENCIES: [&str; 24] = [
    "a", "all", "an", "and", "as", "ask", "at", "by", "for", "he", "his", "her", "i", "if", "in",
    "is", "it", "no", "of", "on", "she", "the", "they", "to",
];

/// Reads `> agency words by date`, the "by" not asked of shorthand, with `@person` and `#strand` anywhere.
pub(super) fn read(sheet: &mut Sheet, names: &Names, lexicon: &Lexicon) -> Understood {
    let named = owner(sheet, names);
    let mut person = None;
    let mut strand = None;
    for index in 1..sheet.tokens.len() {
        if sheet.role(index) != Some(Role::Words) {
            continue;
        }
        person = person_at(sheet, names, index).or(person);
        strand = strand_at(sheet, index).or(strand);
    }
    let due = due(sheet, lexicon);
    let team = team_of(sheet, named, person);
    let words = sheet.words(|role| matches!(role, Role::Words | Role::Doubtful));
    if !says_something(&words) {
        return wanted(Want::Words, names);
    }
    Understood::Action {
        team,
        person: person.map(|person| person.attendance),
        words,
        due,
        strand,
    }
}

/// The agency, where the first word is one: an action may do without, so an ordinary word stays a word.
fn owner(sheet: &mut Sheet, names: &Names) -> Option<TeamKey> {
    let text = sheet.text(1)?.trim_end_matches([':', ',']);
    let found = names.teams(text)?;
    // No list of actions is kept with an agency that the agreement does not know.
    if found
        .all
        .iter()
        .all(|team| team.entry.key.guest().is_some())
    {
        return None;
    }
    let enough = match found.closeness {
        Closeness::Key | Closeness::Name => 1,
        Closeness::Beginning => 2,
        Closeness::Inside | Closeness::Wider => 4,
    };
    let ordinary = NOT_AGENCIES.contains(&text.to_lowercase().as_str());
    if text.chars().count() < enough || (ordinary && found.closeness > Closeness::Name) {
        return None;
    }
    agency(sheet, names, 1).map(|(team, _)| team)
}

fn team_of(
    sheet: &mut Sheet,
    named: Option<TeamKey>,
    person: Option<&PersonEntry>,
) -> Option<TeamKey> {
    let own = person.map(|person| person.team.clone());
    if let (Some(named), Some(own)) = (&named, &own)
        && named != own
    {
        let at = (1..sheet.tokens.len()).rfind(|index| sheet.role(*index) == Some(Role::Person));
        sheet.fault(at.unwrap_or(1), CaptureFault::PersonOfAnotherTeam);
    }
    named.or(own)
}

fn person_at<'x>(sheet: &mut Sheet, names: &Names<'x>, index: usize) -> Option<&'x PersonEntry> {
    let name = sheet.text(index)?.strip_prefix('@')?;
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    sheet.mark(index, Role::Person);
    let found = names.people(name).map(|mut found| {
        found.all.retain(|p| p.entry.team.guest().is_none());
        found
    });
    let Some(mut found) = found.filter(|found| !found.all.is_empty()) else {
        sheet.fault(index, CaptureFault::UnknownPerson);
        return None;
    };
    let count = found.extend(std::iter::once(name).chain(sheet.behind(index)));
    let candidates = found
        .all
        .iter()
        .map(|person| person.entry.candidate())
        .collect();
    sheet.means(index, Role::Person, candidates);
    sheet.join(index, count);
    if found.one().is_none() {
        sheet.fault(index, CaptureFault::AmbiguousPerson);
    }
    found.one()
}

/// The first letters of a strand behind a `#`; anything else there is a word.
fn strand_at(sheet: &mut Sheet, index: usize) -> Option<Strand> {
    let name = sheet.text(index)?.strip_prefix('#')?.to_lowercase();
    let strand = [
        ("enforcement", Strand::Enforcement),
        ("disruption", Strand::Disruption),
        ("treatment", Strand::Treatment),
        ("resettlement", Strand::Resettlement),
    ]
    .into_iter()
    .find(|(whole, _)| !name.is_empty() && whole.starts_with(&name));
    let starts_a_word = name.starts_with(char::is_alphabetic);
    match strand {
        Some(_) => sheet.mark(index, Role::Strand),
        None if starts_a_word => sheet.mark(index, Role::Doubtful),
        None => {}
    }
    strand.map(|(_, strand)| strand)
}

fn due(sheet: &mut Sheet, lexicon: &Lexicon) -> Option<NaiveDate> {
    let at: Vec<usize> = (1..sheet.tokens.len())
        .filter(|index| sheet.role(*index) == Some(Role::Words))
        .collect();
    let words: Vec<&str> = at.iter().filter_map(|index| sheet.text(*index)).collect();
    let found = date_words::trailing(&words, lexicon.today, lexicon.next_meeting)?;
    let role = if found.bare { Role::BareDue } else { Role::Due };
    for index in &at[found.from..] {
        sheet.mark(*index, role);
    }
    if let Err(fault) = found.date {
        sheet.fault(at[found.from], CaptureFault::Date(fault));
    }
    found.date.ok()
}
