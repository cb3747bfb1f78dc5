//! The labels of an item: whose information it is, and whom it speaks of.

use super::lexicon::TeamEntry;
use super::names::Names;
use super::sheet::Sheet;
use super::understood::{CaptureFault, Role};
use crate::grounds::Owner;
use crate::ids::GroupKey;
use crate::sharing::{Source, SubjectCategory};

const FROM: &str = "from:";
const ABOUT: &str = "about:";

/// Whether a piece is a label with something behind it: `from:asb`, `about:victim`.
pub(super) fn is_one(text: &str) -> bool {
    [FROM, ABOUT]
        .iter()
        .any(|label| behind(text, label).is_some())
}

/// Takes a label, if the piece is one.
pub(super) fn take(
    sheet: &mut Sheet,
    names: &Names,
    index: usize,
    source: &mut Source,
    about: &mut Option<SubjectCategory>,
) -> bool {
    let Some(text) = sheet.text(index).filter(|text| is_one(text)) else {
        return false;
    };
    if let Some(name) = behind(text, FROM) {
        sheet.mark(index, Role::Source);
        match owner(names, name) {
            // Whichever of two were dropped, its lock would go with it (§1.4.1, §2.2.5).
            Some(owner) if is_another(source, &owner) => {
                sheet.fault(index, CaptureFault::SecondSource);
            }
            Some(owner) => *source = Source::ThirdParty(owner),
            None => sheet.fault(index, CaptureFault::UnknownSource),
        }
    } else if let Some(name) = behind(text, ABOUT) {
        sheet.mark(index, Role::About);
        match (category(name), *about) {
            (None, _) => sheet.fault(index, CaptureFault::UnknownCategory),
            (Some(one), Some(before)) if one != before => {
                sheet.fault(index, CaptureFault::SecondCategory);
            }
            (found, _) => *about = found,
        }
    }
    true
}

fn is_another(source: &Source, owner: &Owner) -> bool {
    matches!(source, Source::ThirdParty(before) if before != owner)
}

/// What stands behind a label, in the same piece.
fn behind<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(label.len())?;
    let rest = rest.trim_end_matches([',', '.', ';', ':']);
    (head.eq_ignore_ascii_case(label) && rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// A group whose minutes are brought, else a team, a guest agency in the room, or an organisation with all its teams.
fn owner(names: &Names, text: &str) -> Option<Owner> {
    let text = text.to_lowercase();
    let begins = |name: &str| name.to_lowercase().starts_with(&text);
    let group = |(key, name): &&(GroupKey, String)| begins(key.as_str()) || begins(name);
    if let Some((key, _)) = names.groups.iter().find(group) {
        return Some(Owner::Group(key.clone()));
    }
    let found = names.any_teams(&text)?;
    let organisations = found.all.iter().map(|team| &team.entry.organisation);
    match found.one() {
        Some(team) => Some(of_one(team)),
        // A name that every team of one organisation answers to is the organisation's.
        None if organisations.clone().min() == organisations.clone().max() => {
            organisations.min().cloned().map(Owner::Organisation)
        }
        None => None,
    }
}

fn of_one(team: &TeamEntry) -> Owner {
    match team.key.guest() {
        Some(name) => Owner::Guest(name.to_owned()),
        None => Owner::Team(team.key.clone()),
    }
}

/// A category of people by the beginning of its name (DPA 2018, section 38).
fn category(name: &str) -> Option<SubjectCategory> {
    use SubjectCategory::*;
    let all = [
        ("victim", Victim),
        ("witness", Witness),
        ("suspect", Suspect),
        ("convicted", Convicted),
    ];
    let name = name.to_lowercase();
    let found = all.iter().find(|(word, _)| word.starts_with(&name));
    found.map(|(_, category)| *category)
}
