//! Consents and waivers in the window: on the case's page and one key away from the capture line.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

#[tokio::test]
async fn a_waiver_is_put_on_file_in_the_meeting_and_its_withdrawal_shows_at_once() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    let case = w.opens_a_case().await;
    w.with_nothing_in_force(&case).await;
    w.picture("case-without-consent").await;
    // Of a line that is not finished nobody can say what a consent would have to name: the form begins empty.
    w.type_words("pol int").await;

    w.looks_at_the_file().await;
    w.is_accessible("What is on file").await;
    w.alt('r').await;
    w.says("A consent or a waiver").await;
    w.go_on().await;
    w.says("There is a problem").await;
    w.says("Choose a kind of information").await;
    w.is_accessible("A consent with faults").await;
    w.picture("consent-faults").await;
    w.fills_in_a_waiver(&["Treatment", "Drug test"], &["DIP", "Welcome"])
        .await;
    w.go_on().await;
    w.says("Until it is withdrawn").await;
    w.is_accessible("A waiver on file").await;
    w.picture("consent-on-file").await;
    w.returns_to_the_case().await;
    w.says("Consent limited").await;
    assert_eq!(w.line().await, "pol int");
    w.picture("case-with-consent").await;

    w.looks_at_the_file().await;
    w.withdraws_it("The person, by telephone").await;
    w.picture("consent-withdrawn").await;
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    w.says("Until it is withdrawn").await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;
    w.returns_to_the_case().await;
    w.says("Consent withdrawn").await;

    let page = w.does("case_page", json!({ "case": case["case"] })).await;
    let consents = page["grounds"]["consents"].as_array().expect("consents");
    assert!(
        consents
            .iter()
            .all(|consent| consent["state"] == "withdrawn")
    );
}

#[tokio::test]
async fn custody_and_closure_are_recorded_while_the_case_is_open() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(1).await;
    let case = w.opens_a_case().await;
    w.is_in_custody_at("HMP Invented Hill").await;
    w.writes("Release date", "3/9/2031").await;
    w.is_accessible("Custody changed in the meeting").await;
    w.picture("custody").await;
    w.press("Keep").await;
    w.says("In custody, HMP Invented Hill").await;

    w.records("= closure: off the caseload because the order has ended")
        .await;
    w.says("Decision on closure").await;
    w.go_on().await;
    w.says("leaves the caseload").await;
    w.picture("closure-read-back").await;
    w.reads_it_back().await;
    let page = w.does("case_page", json!({ "case": case["case"] })).await;
    assert_eq!(page["row"]["custody"], "custody");
    assert!(
        page["kept"]["closed"].is_string(),
        "the file is closed: {}",
        page["kept"]
    );
}

/// The person of a case is on the caseload too, under a file of its own with a waiver.
async fn has_another_file(w: &Window, case: &Value) -> Value {
    let page = w.does("case_page", json!({ "case": case["case"] })).await;
    let mut form = page["form"].clone();
    for (field, text) in [
        ("id", Value::Null),
        ("reference", json!("")),
        ("meeting", json!("dip_case_review")),
        ("cohort", json!("dip_caseload")),
    ] {
        form[field] = text;
    }
    let other = w.does("save_case", form).await["row"]["id"].clone();
    let waiver = json!({ "case": other, "sort": "waiver", "victim": "", "kinds": ["treatment"],
        "recipients": ["team:dip"], "guest": "", "purposes": ["support"], "given": "1/10/2026", "expires": "",
        "how": "in_writing", "explicit": true, "understood": true, "freely_given": true,
        "taken_by": "Mina Orrell", "evidence": "" });
    w.does("save_consent", waiver).await;
    other
}

#[tokio::test]
async fn what_was_upheld_or_withdrawn_on_one_file_is_named_where_the_persons_other_file_lacks_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    let case = w.opens_a_case().await;
    let other = has_another_file(&w, &case).await;
    let objection = json!({
        "case": case["case"], "every_kind": true, "kinds": [], "every_recipient": true, "recipients": [],
        "upheld": "1/10/2026", "decided_by": "The officer", "reason": "It was upheld.",
    });
    w.does("uphold_objection", objection).await;
    let flagged = w.does("case_page", json!({ "case": case["case"] })).await;
    let mut flagged = flagged["form"].clone();
    flagged["child_protection"] = json!(true);
    w.does("save_case", flagged).await;
    w.with_nothing_in_force(&case).await;
    w.looks_at_the_file().await;
    w.says("of 1 October is in force there still").await;
    w.says("It is not flagged there: Child protection").await;
    w.says("It stops nothing there").await;
    w.is_accessible("What does not count in the other file")
        .await;
    w.picture("another-file-lacks-it").await;
    w.press("File it there too").await;
    w.says("The restriction is in force there too").await;
    let theirs = w.does("case_grounds", json!({ "case": other })).await;
    assert_eq!(theirs["restrictions"][0]["in_force"], true, "{theirs}");
    assert!(!w.text().await.contains("It stops nothing there"));
    w.press("Withdraw it there too").await;
    w.says("Withdrawn there too").await;
    w.press("Flag it there too").await;
    w.says("The case is flagged there too").await;
    let theirs = w.does("case_page", json!({ "case": other })).await;
    assert_eq!(theirs["grounds"]["consents"][0]["state"], "withdrawn");
    assert_eq!(theirs["form"]["child_protection"], true, "{theirs}");
    // What was set by a slip goes by one key, and the way to the other file is there again.
    w.ctrl('z').await;
    w.says("It is not flagged there: Child protection").await;
    w.press("Open that file").await;
    w.says("Upheld objections").await;
    w.picture("the-other-file").await;
}
