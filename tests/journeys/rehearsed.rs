//! Whole meetings of every size, rehearsed and then gone over by somebody who was not there.

use crate::oracle::{file_objections, in_the_room, list, moment, objections, text};
use crate::table::faces;
use chrono::DateTime;
use desk::Kind;
use desk::rehearsal::{Order, perform};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;

/// A rehearsal into a folder of its own, and its account as it lies on disk.
fn rehearsed(kind: Kind, cases: usize, attendees: usize) -> (TempDir, Value) {
    let folder = TempDir::new().expect("a folder");
    let order = Order {
        kind,
        cases,
        attendees,
        opens: DateTime::parse_from_rfc3339("2026-12-10T13:30:00+00:00").expect("a moment"),
        record: folder.path().join("record"),
        out: folder.path().join("out"),
        faces: faces(),
    };
    perform(&order).unwrap_or_else(|failed| panic!("{failed}"));
    let account = std::fs::read_to_string(order.out.join("rehearsal.json")).expect("the account");
    (folder, serde_json::from_str(&account).expect("an account"))
}

fn holds(kind: Kind, cases: usize, attendees: usize) {
    let (folder, account) = rehearsed(kind, cases, attendees);
    let mut found = objections(&account);
    found.extend(file_objections(&account, &folder.path().join("out")));
    assert!(found.is_empty(), "{}", found.join("\n"));
    sizes(&account, cases, attendees);
    everything_happened(&account, cases);
    papers(&account);
}

#[test]
fn one_case_and_a_full_table() {
    holds(Kind::Odoc, 1, 12);
}

#[test]
fn twenty_cases_and_twelve_people() {
    holds(Kind::Odoc, 20, 12);
}

#[test]
fn forty_cases_and_twenty_five_people() {
    holds(Kind::Odoc, 40, 25);
}

#[test]
fn a_dip_case_review_of_one_case() {
    holds(Kind::DipCaseReview, 1, 12);
}

#[test]
fn a_dip_case_review_of_twenty_cases() {
    holds(Kind::DipCaseReview, 20, 12);
}

#[test]
fn a_dip_case_review_of_forty_cases_and_twenty_five_people() {
    holds(Kind::DipCaseReview, 40, 25);
}

#[test]
fn every_field_of_the_account_and_every_word_of_its_closed_lists_is_described_in_one_place() {
    let described = include_str!("../../src-tauri/crates/desk/src/rehearsal/account.md");
    let says = |what: &str| described.contains(&format!("`{what}`"));
    for (kind, cases) in [(Kind::Odoc, 4), (Kind::DipCaseReview, 2)] {
        let (_folder, account) = rehearsed(kind, cases, 12);
        let mut undescribed = BTreeSet::new();
        each_field(&account, &mut |name, value| {
            let word = value.as_str().filter(|_| CLOSED.contains(&name));
            let all = [Some(name), word].into_iter().flatten();
            undescribed.extend(all.filter(|what| !says(what)).map(str::to_owned));
        });
        assert!(undescribed.is_empty(), "{undescribed:?}");
        assert!(says(text(&account["meeting"], "kind")));
        for team in list(&account, "teams") {
            assert!(team["in_cjit"].is_boolean() && team["enforcement"].is_boolean());
            assert!(!text(team, "capture_key").is_empty(), "{team}");
        }
    }
    // No rehearsal has an incident, and the oracle's reader is to know the word all the same.
    assert!(says("heard") && says("chairs_copy"));
}

/// Fields whose words come from a list that is closed.
const CLOSED: [&str; 13] = [
    "standing",
    "footing",
    "regime",
    "until",
    "role",
    "whereabouts",
    "outcome",
    "strand",
    "place",
    "tier",
    "basis",
    "signature",
    "document",
];

fn each_field(value: &Value, seen: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            seen(name, value);
            each_field(value, seen);
        }),
        Value::Array(all) => all.iter().for_each(|one| each_field(one, seen)),
        _ => {}
    }
}

#[test]
fn the_same_order_makes_the_same_documents() {
    let [(_one, first), (_two, second)] = [(); 2].map(|()| rehearsed(Kind::Odoc, 2, 4));
    assert_eq!(first, second);
}

/// The oracle itself is tried: each of these is a way in which an account could lie.
#[test]
fn an_account_that_lies_is_caught() {
    let (folder, account) = rehearsed(Kind::Odoc, 2, 12);
    let shared = |item: &&Value| item["standing"] == "shared" && !list(item, "left_out").is_empty();
    let place = list(&account, "items")
        .iter()
        .position(|item| shared(&item));
    let item = format!("/items/{}", place.expect("an item with somebody left out"));
    let is_guest = |p: &Value| p["party"] == false && !p["declaration"].is_null();
    let guest = list(&account, "people").iter().position(is_guest);
    let guest = format!("/people/{}", guest.expect("a guest"));
    let began = account["meeting"]["began"].clone();
    for (path, lie) in [
        (format!("{item}/left_out"), json!([])),
        (format!("{item}/recipients"), json!([])),
        (format!("{item}/at"), began.clone()),
        (format!("{guest}/acceptance"), Value::Null),
        (
            format!("{guest}/declaration/at"),
            account["meeting"]["ended"].clone(),
        ),
        (format!("{guest}/presence/0/from"), began.clone()),
        (format!("{guest}/statutory"), json!(true)),
        ("/meeting/texts_hash".to_owned(), json!("00")),
        ("/meeting/signed".to_owned(), began.clone()),
        ("/actions/0/owner".to_owned(), json!("nobody")),
    ] {
        let mut lying = account.clone();
        *lying.pointer_mut(&path).unwrap_or_else(|| panic!("{path}")) = lie;
        assert!(!objections(&lying).is_empty(), "{path}");
    }
    assert!(!file_objections(&account, folder.path()).is_empty());
    altered_files_are_caught(&account, &folder.path().join("out"));
}

fn altered_files_are_caught(account: &Value, out: &Path) {
    let minutes = out.join(text(&account["files"][0], "name"));
    let mut bytes = std::fs::read(&minutes).expect("the minutes");
    *bytes.last_mut().expect("a byte") ^= 1;
    std::fs::write(&minutes, bytes).expect("written");
    assert_eq!(file_objections(account, out).len(), 1);
}

fn sizes(account: &Value, cases: usize, attendees: usize) {
    let people = list(account, "people").iter();
    let accepted = people.filter(|p| !p["acceptance"].is_null() && p["role"] != "minute_taker");
    assert_eq!(accepted.count(), attendees);
    assert_eq!(list(account, "cases").len(), cases);
}

/// What an ordinary month has, had to happen for the rest to have been tried at all.
fn everything_happened(account: &Value, cases: usize) {
    let items = list(account, "items");
    let any = |what: &str, found: bool| assert!(found, "no {what}");
    for standing in ["shared", "held", "undone"] {
        any(
            standing,
            items.iter().any(|item| item["standing"] == standing),
        );
    }
    any(
        "exclusion",
        items.iter().any(|item| !list(item, "left_out").is_empty()),
    );
    any("rewording", items.iter().any(|item| item["versions"] != 1));
    any(
        "pending recipient",
        items
            .iter()
            .any(|item| !list(item, "to_be_sent").is_empty()),
    );
    let people = list(account, "people");
    any(
        "refusal",
        people.iter().any(|p| p["whereabouts"] == "declined"),
    );
    any(
        "step-out",
        people.iter().any(|p| !list(p, "step_outs").is_empty()),
    );
    let (began, ended) = (
        moment(&account["meeting"], "began"),
        moment(&account["meeting"], "ended"),
    );
    let begun_with = in_the_room(account, began.expect("a beginning"));
    let late =
        |p: &&Value| !list(p, "presence").is_empty() && !begun_with.contains(text(p, "attendance"));
    any(
        "late arrival",
        people
            .iter()
            .filter(|p| p["whereabouts"] == "left")
            .any(|p| late(&p)),
    );
    let early = |p: &Value| list(p, "presence").iter().any(|s| moment(s, "to") < ended);
    any("early leaving", people.iter().any(early));
    any(
        "put-off case",
        cases == 1
            || list(account, "cases")
                .iter()
                .any(|c| !c["deferred_because"].is_null()),
    );
    let silences = list(account, "silences");
    any(
        "nil return",
        silences.iter().any(|s| s["declined"] == false),
    );
    any(
        "refusal to share",
        silences.iter().any(|s| s["declined"] == true),
    );
    let carried = list(account, "carried");
    any(
        "carried action",
        !carried.is_empty() && carried.iter().all(|a| !a["outcome"].is_null()),
    );
}

/// One of each where there is one, one for each case discussed, for each agency with something to do, for each signer.
fn papers(account: &Value) {
    let of = |document: &str| {
        let files = list(account, "files").iter();
        files
            .filter(|f| f["document"]["document"] == document)
            .count()
    };
    for one in ["minutes", "attendance_register", "disclosure_record"] {
        assert_eq!(of(one), 1, "{one}");
    }
    let people = list(account, "people").iter();
    assert_eq!(
        of("declaration"),
        people.filter(|p| !p["declaration"].is_null()).count()
    );
    let cases = list(account, "cases").iter();
    let acted = |case: &&Value| {
        list(account, "actions")
            .iter()
            .any(|action| action["slot"] == case["slot"])
    };
    assert!(of("action_plan") >= cases.filter(acted).count());
    let owners: std::collections::BTreeSet<&str> = list(account, "actions")
        .iter()
        .map(|action| text(action, "owner"))
        .collect();
    assert_eq!(of("action_sheet"), owners.len());
}
