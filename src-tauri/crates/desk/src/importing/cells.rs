//! One cell into one field of a case's form, where what a list says is not what the form asks.

use crate::cases::{CohortView, CustodyStatus};
use crate::faults::named;
use crate::problem::FieldFault;
use protocol::formats::Postcode;
use protocol::pack::Pack;

type Read<T> = Result<T, FieldFault>;

/// Whether a spreadsheet would reckon with the cell; here it is text like any other.
pub(super) fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start();
    let mut signs = cell.chars();
    match signs.next() {
        Some('=' | '@') => true,
        // "+44 ..." and "- " begin many an honest note; a sum has more signs than one.
        Some('+' | '-') => cell.contains('(') && cell.contains(')'),
        _ => false,
    }
}

pub(super) fn cohort(text: &str) -> Read<CohortView> {
    Ok(match plain(text).as_str() {
        "fixed" | "ppo" | "red" => CohortView::Fixed,
        "flex" | "amber" => CohortView::Flex,
        "free" | "green" => CohortView::Free,
        "asb" | "antisocialbehaviour" => CohortView::Asb,
        "dip" | "dipcaseload" | "caseload" => CohortView::DipCaseload,
        _ => return Err(named("cohort", "not_listed")),
    })
}

/// A team by its key, its short name or its whole name.
pub(super) fn lead(text: &str, pack: &Pack) -> Read<String> {
    let wanted = plain(text);
    let called = |team: &&protocol::pack::Team| {
        [team.key.as_str(), &team.short_name, &team.name]
            .iter()
            .any(|name| plain(name) == wanted)
    };
    let team = pack.teams.iter().find(called);
    team.map(|team| team.key.as_str().to_owned())
        .ok_or_else(|| named("lead", "not_in_the_pack"))
}

pub(super) fn custody(text: &str) -> Read<CustodyStatus> {
    Ok(match plain(text).as_str() {
        "custody" | "incustody" | "prison" | "inprison" | "remand" | "onremand" | "yes" => {
            CustodyStatus::Custody
        }
        "community" | "inthecommunity" | "licence" | "onlicence" | "no" => CustodyStatus::Community,
        "notknown" | "unknown" | "nk" => CustodyStatus::NotKnown,
        _ => return Err(named("custody", "not_listed")),
    })
}

/// A flag, which may be set by any way of saying yes.
pub(super) fn flag(field: &str, text: &str) -> Read<bool> {
    match plain(text).as_str() {
        "y" | "yes" | "true" | "1" | "x" | "mappa" | "cp" => Ok(true),
        "" | "n" | "no" | "false" | "0" | "none" | "na" => Ok(false),
        _ => Err(named(field, "not_yes_or_no")),
    }
}

/// The four lines of an address that was written in one.
pub(super) fn address(text: &str) -> [String; 4] {
    let parts = text.split([',', '\n']).map(str::trim);
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let postcode = postcode(&mut parts);
    let street = if parts.is_empty() {
        ""
    } else {
        parts.remove(0)
    };
    let town = parts.pop().unwrap_or_default();
    [street, &parts.join(", "), town, postcode].map(str::to_owned)
}

/// The postcode at the end, in a part of its own or after the town.
fn postcode<'a>(parts: &mut Vec<&'a str>) -> &'a str {
    let Some(last) = parts.last_mut() else {
        return "";
    };
    if Postcode::read(last).is_ok() {
        return parts.pop().unwrap_or_default();
    }
    let spaces = last.match_indices(' ').map(|(at, _)| at);
    let starts: Vec<usize> = spaces.collect();
    for start in starts.into_iter().rev().take(2) {
        let (before, after) = last.split_at(start);
        if Postcode::read(after).is_ok() {
            *last = before.trim();
            return after.trim();
        }
    }
    ""
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_one_cell_is_taken_apart() {
        for (written, lines) in [
            (
                "14 Quill Road, Chelmsley Wood, Birmingham, B37 4ZY",
                ["14 Quill Road", "Chelmsley Wood", "Birmingham", "B37 4ZY"],
            ),
            (
                "14 Quill Road\nSolihull B91 3QY",
                ["14 Quill Road", "", "Solihull", "B91 3QY"],
            ),
            (
                "14 Quill Road, Solihull b913qy",
                ["14 Quill Road", "", "Solihull", "b913qy"],
            ),
            (
                "14 Quill Road, Solihull",
                ["14 Quill Road", "", "Solihull", ""],
            ),
            ("NFA", ["NFA", "", "", ""]),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(address(written), lines, "{written}");
        }
    }

    #[test]
    fn what_a_spreadsheet_would_reckon_is_told_from_what_begins_alike() {
        let formulas = [
            "=1+1",
            " =HYPERLINK(\"x\")",
            "@SUM(A1)",
            "+SUM(A1)",
            "-cmd(x)",
        ];
        assert!(formulas.iter().all(|cell| is_formula(cell)));
        let honest = [
            "-",
            "+44 121 496 0000",
            "- lives alone",
            "O'Brien",
            "",
            "a=b",
        ];
        assert!(!honest.iter().any(|cell| is_formula(cell)));
    }
}
