//! A decision with its rationale, and a dissent.

use super::item::{agency, wanted};
use super::names::Names;
use super::sheet::Sheet;
use super::understood::{Role, Understood, Want};
use crate::sharing::DecisionKind;
use crate::words::Words;

/// Reads `= kind: words because rationale`, of which only the words are asked.
pub(super) fn decision(sheet: &mut Sheet) -> Understood {
    let kind = kind(sheet);
    let because = (1..sheet.tokens.len()).find(|index| {
        sheet
            .text(*index)
            .is_some_and(|text| text.eq_ignore_ascii_case("because"))
    });
    if let Some(because) = because {
        sheet.mark(because, Role::Because);
        for index in because + 1..sheet.tokens.len() {
            sheet.mark(index, Role::Rationale);
        }
    }
    let words = sheet.words(|role| role == Role::Words);
    let rationale = sheet.words(|role| role == Role::Rationale);
    if says_something(&words) {
        Understood::Decision {
            kind,
            words,
            rationale: Some(rationale).filter(says_something),
        }
    } else {
        Understood::Unfinished {
            want: Want::Words,
            candidates: Vec::new(),
        }
    }
}

/// What the first word says that the decision is about, where it ends with a colon (§4.3 DIP, purpose).
fn kind(sheet: &mut Sheet) -> DecisionKind {
    let first = sheet.text(1).and_then(|text| text.strip_suffix(':'));
    let kind = match first.map(str::to_lowercase).as_deref() {
        Some("care") => DecisionKind::CareCoordination,
        Some("caseload") => DecisionKind::Caseload,
        Some("closure" | "close") => DecisionKind::Closure,
        _ => return DecisionKind::Other,
    };
    sheet.mark(1, Role::DecisionKind);
    kind
}

/// Reads `! agency words`.
pub(super) fn dissent(sheet: &mut Sheet, names: &Names) -> Understood {
    let Some((team, _)) = agency(sheet, names, 1) else {
        return wanted(Want::Agency, names);
    };
    let words = sheet.words(|role| role == Role::Words);
    if says_something(&words) {
        Understood::Dissent { team, words }
    } else {
        wanted(Want::Words, names)
    }
}

/// A sign or two is not yet a text.
pub(super) fn says_something(words: &Words) -> bool {
    words.as_str().contains(char::is_alphanumeric)
}
