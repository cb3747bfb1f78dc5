//! A record that was begun with another partnership's agreement.

mod earlier;
mod vale;

use crate::meetings::Kind;
use protocol::pack::EXAMPLE;
use serde_json::{Value, json};
use vale::{PASSPHRASE, Vale};

/// A meeting from its first refusal to its end, every place looked at on the way.
fn a_meeting_of_the_vale() -> Vale {
    let mut vale = Vale::begun();
    let page = vale.has_a_case(Kind::Odoc);
    assert_eq!(page["form"]["reference"], "RRM-001", "numbered its own way");
    let plan = vale.gathers("odoc", "anchor");
    assert_eq!(plan["meeting"]["date"], "2026-12-08", "a fortnight on");
    assert_eq!(vale.clause("begin", json!({})), "HV 1.2");
    vale.opens_the_case();
    assert!(vale.clause("close_case", json!({})).starts_with("HV "));
    for line in [
        "nbh intel Seen by the lock gate.",
        "anc addr The window was mended.",
    ] {
        vale.does("weigh_line", json!({ "line": line }));
    }
    vale.does("ask_room", json!({}));
    vale.does("no_change", json!({}));
    for place in [
        "standing",
        "partnership",
        "people",
        "this_month",
        "cases",
        "meetings",
        "actions",
    ] {
        vale.does(place, json!({}));
    }
    vale
}

#[test]
fn another_partnership_is_shown_no_clause_but_its_own() {
    let vale = a_meeting_of_the_vale();
    assert!(vale.answered.len() > 20);
    let ours = vale.answered.iter().filter(|(_, said)| said.contains('§'));
    let ours: Vec<&String> = ours.map(|(name, _)| name).collect();
    assert!(ours.is_empty(), "Solihull's clauses in the Vale: {ours:?}");
}

#[test]
fn what_the_minutes_say_of_no_change_is_the_agreements_own() {
    let mut vale = a_meeting_of_the_vale();
    let view = vale.does("meeting", json!({}));
    let lines = view["opened"]["case"]["lines"].to_string();
    assert!(
        lines.contains("Everyone was asked, and nobody brought anything new"),
        "{lines}"
    );
    assert!(!lines.contains("{date}"), "{lines}");
}

#[test]
fn the_same_meeting_runs_to_signed_papers_under_another_agreement() {
    let mut vale = a_meeting_of_the_vale();
    vale.does("close_case", json!({}));
    let ended = vale.does("end_meeting", json!({}));
    assert_eq!(
        ended["next"]["date"], "2026-12-22",
        "this one meets every fortnight"
    );
    let meetings = vale.does("meetings", json!({}));
    let meeting = meetings["meetings"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["stage"] == "closed")
        .expect("the one that ended")["id"]
        .clone();
    vale.the_chair_is_on_the_register();
    let ink = json!({ "how": "typed", "name": "The chair" });
    let form = json!({ "meeting": meeting, "passphrase": PASSPHRASE, "signature": ink });
    vale.does("sign_minutes", form);
    for document in ["minutes", "attendance_register", "disclosure_record"] {
        let form = json!({ "meeting": meeting, "document": { "document": document } });
        let said = vale.printed("document_pages", form);
        assert!(
            said.contains("Reoffending meeting, 8 December 2026"),
            "{document}: {said}"
        );
        assert!(!said.contains("ODOC meeting"), "{document}: {said}");
        assert!(!said.contains('§'), "{document}: {said}");
    }
}

/// What the case's page says of its file, once a decision has taken the case off the caseload; and the day on which it was.
fn kept_after_closure(agreement: &str) -> (Value, Value) {
    let mut vale = Vale::under(agreement);
    let case = vale.has_a_case(Kind::DipCaseReview)["row"]["id"].clone();
    let plan = vale.gathers("dip_case_review", "prescribing");
    vale.opens_the_case();
    let decided = "= closure: off the caseload because the order has ended";
    vale.does("record_line", json!({ "line": decided }));
    let page = |vale: &mut Vale| vale.does("case_page", json!({ "case": case }));
    assert_eq!(
        page(&mut vale)["kept"],
        Value::Null,
        "decided, and not read back"
    );
    vale.does("close_case", json!({}));
    (
        page(&mut vale)["kept"].clone(),
        plan["meeting"]["date"].clone(),
    )
}

#[test]
fn closing_a_case_starts_the_clock_that_its_agreement_has_set() {
    let shorter = EXAMPLE.replace(
        "runs_from = \"the day the case was closed\"\nmonths = 72",
        "runs_from = \"the day the case was closed\"\nmonths = 6",
    );
    let unset = EXAMPLE.replace(
        "runs_from = \"the day the case was closed\"\nmonths = 72",
        "runs_from = \"the day the case was closed\"",
    );
    for (agreement, months) in [(EXAMPLE, Some(72)), (&shorter, Some(6)), (&unset, None)] {
        let (kept, day) = kept_after_closure(agreement);
        let day: chrono::NaiveDate = day.as_str().and_then(|d| d.parse().ok()).expect("a day");
        let until = months.map(|months| day + chrono::Months::new(months));
        assert_eq!(kept["closed"], json!(day));
        assert_eq!(kept["months"], json!(months));
        assert_eq!(kept["until"], json!(until), "{months:?} months");
    }
}

#[test]
fn an_objection_was_to_be_answered_within_the_days_that_its_agreement_has() {
    let shorter = EXAMPLE.replace("objection_days = 28", "objection_days = 10");
    for (agreement, due, late) in [
        (EXAMPLE, "2026-11-16", false),
        (&shorter, "2026-10-29", true),
    ] {
        let mut vale = Vale::under(agreement);
        let case = vale.has_a_case(Kind::Odoc)["row"]["id"].clone();
        let form = json!({ "case": case, "every_kind": true, "kinds": [], "every_recipient": true,
            "recipients": [], "received": "19/10/2026", "upheld": "10/11/2026",
            "decided_by": "The officer", "reason": "It would cause distress" });
        let view = vale.does("uphold_objection", form);
        let row = &view["restrictions"][0];
        assert_eq!(row["answer_due"], due);
        assert_eq!(row["answered_late"], late);
    }
}

#[test]
fn a_field_of_a_case_is_taken_as_its_agreement_has_it() {
    let joined = EXAMPLE.replace("postcode = \"spaced\"", "postcode = \"joined\"");
    let two = EXAMPLE.replace("[\"M\", \"F\", \"X\"]", "[\"M\", \"F\"]");
    assert!(joined != EXAMPLE && two != EXAMPLE);
    for (agreement, postcode, gender) in [
        (EXAMPLE, "B91 3QY", json!("X")),
        (&joined, "B913QY", json!("X")),
        (&two, "B91 3QY", Value::Null),
    ] {
        let mut vale = Vale::under(agreement);
        let mut checked = |field: &str, text: &str| {
            let form = json!({ "field": field, "text": text });
            vale.does("check_case_field", form)
        };
        assert_eq!(checked("postcode", "b913qy")["shown"], postcode);
        assert_eq!(checked("gender", "non-binary")["shown"], gender);
        let choices = &vale.does("cases", json!({}))["choices"];
        assert_eq!(
            choices["genders"].as_array().map(Vec::len),
            Some(if gender.is_null() { 2 } else { 3 })
        );
        assert_eq!(choices["ethnic_groups"].as_array().map(Vec::len), Some(9));
    }
}
