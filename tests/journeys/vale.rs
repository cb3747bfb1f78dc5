//! The invented partnership of the second agreement: the same program, with other agencies, another ladder and clauses of its own.

mod held;

use crate::table::{Table, moment};
use desk::{Kind, Problem};
use held::{SHELTER, Vale};
use serde_json::{Value, json};
use std::sync::OnceLock;
use tempfile::TempDir;

/// Who comes: by name, team and role.
const REOFFENDING: [(&str, &str, &str); 6] = [
    ("Of the neighbourhood team", "neighbourhood", "chair"),
    ("Of the tenancy team", "tenancy", "minute_taker"),
    ("Of the offender unit", "offender-unit", "representative"),
    ("Of probation", "vale-probation", "representative"),
    ("Of Brightwater", "brightwater", "representative"),
    ("Of Anchor", "anchor", "representative"),
];
const RECOVERY: [(&str, &str, &str); 4] = [
    ("Of the recovery team", "recovery", "chair"),
    ("Of the clinic", "prescribing", "minute_taker"),
    ("Of Brightwater", "brightwater", "representative"),
    ("Of probation", "vale-probation", "representative"),
];

/// A fortnight behind it and a small meeting planned, as the first partnership's table has a month.
pub fn laid(seed: u64) -> Table {
    static LAID: OnceLock<(TempDir, Value)> = OnceLock::new();
    let lay = || {
        let mut vale = Vale::with_cases(Kind::Odoc, 3);
        vale.begins("odoc", &REOFFENDING);
        for _ in 0..3 {
            vale.opens_the_next_case();
            vale.shares("night hous has kept the bed all week");
            vale.records("> vpr visit at home 2w");
            vale.records("= continue because it works");
            vale.does("close_case", json!({}));
        }
        vale.is_signed();
        let all = vale.does("meetings", json!({}))["meetings"].clone();
        let mut all = all.as_array().expect("meetings").iter();
        let planned = all.find(|one| one["stage"] == "planned").cloned();
        vale.does("lock", json!({}));
        (
            vale.table.folder,
            planned.expect("the next one")["date"].clone(),
        )
    };
    let (laid, date) = LAID.get_or_init(lay);
    let date = date.as_str().expect("a date");
    Table::copy_at(moment(&format!("{date}T13:30:00+00:00")), laid.path(), seed)
}

/// No paper speaks in another partnership's words, and the minutes say what they have to.
fn are_in_its_own_words(papers: &[(Value, String)], wanted: &[&str]) {
    let others = [
        "§",
        "Solihull",
        "DIP",
        "ASB",
        "ODOC meeting",
        "guest:",
        "West Midlands",
    ];
    for (name, said) in papers {
        for other in others {
            assert!(!said.contains(other), "{other} in {name}: {said}");
        }
    }
    let minutes = papers
        .iter()
        .find(|(name, _)| name["document"] == "minutes");
    let minutes = &minutes.expect("minutes").1;
    for said in wanted {
        assert!(minutes.contains(said), "{said}: {minutes}");
    }
}

#[test]
fn its_reoffending_meeting_runs_to_signed_papers() {
    let mut vale = Vale::with_cases(Kind::Odoc, 1);
    vale.begins("odoc", &REOFFENDING);
    vale.opens_the_next_case();
    vale.shares("night hous has kept the bed all week");

    // The duty that this meeting rests on reaches no charity and no landlord: the chair chooses another power for them.
    let seen = "omu intel f: seen by the lock gate";
    assert_eq!(vale.objection(seen), "power_chosen");
    let of = json!({ "line": seen, "item": null });
    let power = json!({ "of": of, "power": "offender-management", "because": "They house him.",
        "regime": null });
    vale.does("choose_power", power);
    assert_eq!(
        vale.objection(seen),
        "consent_covers",
        "the shelter is no party"
    );
    vale.the_guest_leaves();
    vale.shares(seen);

    // What tenancy have from the neighbourhood team waits for that team.
    let told = "ten intel f: was told so from:nbh";
    assert_eq!(vale.objection(told), "owner_permits");
    let of = json!({ "line": told, "item": null });
    let permit = json!({ "of": of, "subject": false, "owner": "team:neighbourhood",
        "given_by": "Their sergeant", "evidence": "" });
    vale.does("permit", permit);
    vale.shares(told);
    vale.records("> vpr visit at home 2w");
    vale.records("= continue because it works");
    vale.does("close_case", json!({}));
    vale.is_signed();

    let papers = vale.papers();
    let said = [
        SHELTER,
        "kept the bed all week",
        "Offender Management Act",
        "Priority cohort",
        "Reoffending meeting",
        "HV ",
    ];
    are_in_its_own_words(&papers, &said);
    assert!(papers.len() > 5, "declarations, sheets and registers too");
}

#[test]
fn its_recovery_review_climbs_its_own_ladder_to_signed_papers() {
    let mut vale = Vale::with_cases(Kind::DipCaseReview, 1);
    vale.begins("dip_case_review", &RECOVERY);
    vale.the_guest_leaves();
    vale.opens_the_next_case();
    let case = vale.does("cases", json!({}))["cases"][0]["id"].clone();
    let waiver = json!({ "case": case, "sort": "waiver", "victim": "",
        "kinds": ["substance-misuse", "drug-test"], "guest": "", "purposes": ["recover"],
        "recipients": ["team:recovery", "team:prescribing", "team:brightwater"],
        "given": "1/10/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The recovery worker", "evidence": "" });
    vale.does("save_consent", waiver);

    // Probation are outside the waiver and outside case management: here only the Caldicott Guardian reaches so far.
    let line = "pre test clear in November";
    assert_eq!(vale.objection(line), "authority_beyond");
    let by = |role: &str| {
        json!({ "of": { "line": line, "item": null }, "name": "Mx Guardian", "role": role,
            "what": "November's result, for probation" })
    };
    for role in ["clinical-lead", "programme-director"] {
        let refused = vale.tries("authorise", by(role));
        let Err(Problem::Refused { refusal }) = refused else {
            panic!("{role}: {refused:?}");
        };
        assert_eq!(refusal.clause, "HV 7.3");
    }
    vale.does("authorise", by("caldicott-guardian"));
    vale.shares(line);
    vale.records("= closure: off the caseload because the programme has ended");
    vale.does("close_case", json!({}));
    vale.is_signed();
    let kept = vale.does("case_page", json!({ "case": case }))["kept"].clone();
    assert_eq!(kept["months"], 72);
    let said = [
        "Caldicott Guardian",
        "Mx Guardian",
        "clear in November",
        "Recovery review",
    ];
    are_in_its_own_words(&vale.papers(), &said);
}
