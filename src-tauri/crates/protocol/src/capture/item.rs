//! An item: agency, kind, words; and the two short answers, a nil return and a refusal.

use super::markers::{Markers, looks_like_one};
use super::names::{Closeness, Found, Names};
use super::personal::is_view;
use super::sheet::Sheet;
use super::understood::{CaptureFault, Role, Understood, Want};
use crate::ids::{KindKey, TeamKey};

/// Reads a line that begins with no sign.
pub(super) fn read(sheet: &mut Sheet, names: &Names) -> Understood {
    if let Some(answer) = answer_first(sheet, names) {
        return answer;
    }
    let Some((team, after)) = agency(sheet, names, 0) else {
        return wanted(Want::Agency, names);
    };
    if let Some(answer) = answer_behind(sheet, names, &team, after) {
        return answer;
    }
    let mut markers = Markers::none();
    let at = (after..sheet.tokens.len())
        .find(|index| {
            sheet
                .text(*index)
                .is_some_and(|text| !looks_like_one(text, true))
        })
        .unwrap_or(sheet.tokens.len());
    markers.take(sheet, names, &team, after..at);
    let Some((kind, after)) = kind(sheet, names, at) else {
        return wanted(Want::Kind, names);
    };
    markers.take(sheet, names, &team, after..sheet.tokens.len());
    let words = sheet.words(|role| matches!(role, Role::Words | Role::Doubtful));
    if !words.as_str().contains(char::is_alphanumeric) {
        return wanted(Want::Words, names);
    }
    let first = (at..sheet.tokens.len()).find(|at| sheet.role(*at) == Some(Role::Words));
    if let Some(first) = first
        && !markers.basis_said
        && is_view(words.as_str())
    {
        sheet.fault(first, CaptureFault::PersonalView);
    }
    Understood::Item {
        team,
        kind,
        words,
        basis: markers.basis,
        without: markers.without,
        also: markers.also,
        source: markers.source,
        about: markers.about,
    }
}

/// Reads the agency at a place and says where it ends; where it is not plain, the piece carries the fault.
pub(super) fn agency(sheet: &mut Sheet, names: &Names, at: usize) -> Option<(TeamKey, usize)> {
    let text = sheet.text(at)?.trim_end_matches([':', ',']);
    let Some(mut found) = names.teams(text) else {
        sheet.mark(at, Role::Agency);
        sheet.fault(at, CaptureFault::UnknownAgency);
        return None;
    };
    let next_is_kind = sheet
        .text(at + 1)
        .and_then(|next| names.kinds(next))
        .is_some_and(|kind| kind.closeness <= Closeness::Beginning);
    let count = if found.one().is_some() && (next_is_kind || found.closeness == Closeness::Key) {
        1
    } else {
        extend(sheet, &mut found, at)
    };
    sheet.means(
        at,
        Role::Agency,
        found
            .all
            .iter()
            .map(|team| team.entry.candidate())
            .collect(),
    );
    sheet.join(at, count);
    match found.one() {
        Some(team) => Some((team.key.clone(), at + count)),
        None => {
            sheet.fault(at, CaptureFault::AmbiguousAgency);
            None
        }
    }
}

fn kind(sheet: &mut Sheet, names: &Names, at: usize) -> Option<(KindKey, usize)> {
    let text = sheet.text(at)?.trim_end_matches([':', ',']);
    let Some(mut found) = names.kinds(text) else {
        sheet.mark(at, Role::Kind);
        sheet.fault(at, CaptureFault::UnknownKind);
        return None;
    };
    let count = match found.closeness {
        Closeness::Key => 1,
        _ => extend(sheet, &mut found, at),
    };
    sheet.means(
        at,
        Role::Kind,
        found
            .all
            .iter()
            .map(|kind| kind.entry.candidate())
            .collect(),
    );
    sheet.join(at, count);
    match found.one() {
        Some(kind) => Some((kind.key.clone(), at + count)),
        None => {
            sheet.fault(at, CaptureFault::AmbiguousKind);
            None
        }
    }
}

fn extend<E>(sheet: &Sheet, found: &mut Found<'_, '_, E>, at: usize) -> usize {
    found.extend(sheet.tokens[at..].iter().map(|token| token.text))
}

/// `0 pol` and `x pol`.
fn answer_first(sheet: &mut Sheet, names: &Names) -> Option<Understood> {
    let role = short_answer(sheet.text(0)?)?;
    if names
        .teams(sheet.text(0)?)
        .is_some_and(|found| found.closeness == Closeness::Key)
    {
        return None;
    }
    sheet.mark(0, role);
    let Some((team, after)) = agency(sheet, names, 1) else {
        return Some(wanted(Want::Agency, names));
    };
    nothing_more(sheet, after);
    Some(answer(role, team))
}

/// `pol 0` and `pol x`, unless the pack has a kind of that key.
fn answer_behind(
    sheet: &mut Sheet,
    names: &Names,
    team: &TeamKey,
    at: usize,
) -> Option<Understood> {
    let text = sheet.text(at)?;
    let role = short_answer(text)?;
    if names
        .kinds(text)
        .is_some_and(|found| found.closeness == Closeness::Key)
    {
        return None;
    }
    sheet.mark(at, role);
    nothing_more(sheet, at + 1);
    Some(answer(role, team.clone()))
}

fn short_answer(text: &str) -> Option<Role> {
    match text {
        "0" => Some(Role::NilReturn),
        "x" | "X" => Some(Role::Declined),
        _ => None,
    }
}

fn answer(role: Role, team: TeamKey) -> Understood {
    match role {
        Role::NilReturn => Understood::NilReturn { team },
        _ => Understood::Declined { team },
    }
}

fn nothing_more(sheet: &mut Sheet, at: usize) {
    if at < sheet.tokens.len() {
        sheet.fault(at, CaptureFault::WordsAfter);
    }
}

/// A line that stops too soon, with what could come next.
pub(super) fn wanted(want: Want, names: &Names) -> Understood {
    let candidates = match want {
        Want::Agency => names.teams_here(),
        Want::Kind => names.kinds_here(),
        _ => Vec::new(),
    };
    Understood::Unfinished { want, candidates }
}
