//! One cell into one field of a case's form, where what a list says is not what the form asks.

use crate::cases::{CohortView, CustodyStatus};
use crate::faults::named;
use crate::problem::FieldFault;
use protocol::cases::Cohort;
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

/// A cohort by the name that the agreement has for it, or by how one of them alone begins.
pub(super) fn cohort(text: &str, pack: &Pack) -> Read<CohortView> {
    let wanted = plain(text);
    let named_so = |fits: &dyn Fn(&str) -> bool| -> Vec<Cohort> {
        let all = Cohort::ALL.into_iter();
        all.filter(|one| fits(&plain(pack.cohorts.called(*one))))
            .collect()
    };
    let exactly = named_so(&|name| name == wanted);
    let begun = named_so(&|name| !wanted.is_empty() && name.starts_with(&wanted));
    match (exactly.as_slice(), begun.as_slice()) {
        ([one, ..], _) | ([], [one]) => Ok((*one).into()),
        _ => {
            let names = Cohort::ALL.map(|one| pack.cohorts.called(one));
            Err(named("cohort", "not_a_cohort").with("names", names.join(", ")))
        }
    }
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

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::pack::{DEFAULT, EXAMPLE};

    #[test]
    fn a_cohort_is_known_by_what_each_agreement_calls_it_and_by_nothing_else() {
        let reads = |toml: &str, text: &str| {
            let pack = Pack::read(toml).expect("a pack");
            cohort(text, &pack).map_err(|fault| fault.facts["names"].clone())
        };
        assert_eq!(reads(DEFAULT, "fixed"), Ok(CohortView::Fixed));
        assert_eq!(reads(DEFAULT, "D.I.P."), Ok(CohortView::DipCaseload));
        assert_eq!(reads(EXAMPLE, "Priority"), Ok(CohortView::Fixed));
        assert_eq!(reads(EXAMPLE, "Recovery"), Ok(CohortView::DipCaseload));
        let offered = "Fixed, Flex, Free, ASB, DIP caseload".to_owned();
        // What two begin with, and what the agreement says nothing of.
        for text in ["f", "red", ""] {
            assert_eq!(reads(DEFAULT, text), Err(offered.clone()), "{text:?}");
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
