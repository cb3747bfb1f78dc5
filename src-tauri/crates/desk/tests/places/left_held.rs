//! What is held when its meeting ends, beside the draft: made right there as in the meeting, by the same papers and the same rules.

use super::laid::{faults, refused};
use super::table::Table;
use chrono::TimeDelta;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

const TEST: &str = "dip test clear in November";
/// Two agencies originally hold it, and Housing is neither.
const LICENCE: &str = "hou lic kept the appointment";

/// The line is held, and the meeting ends.
fn ended(table: &mut Table, line: &str) -> Value {
    table.laid.clock.advance(TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": line }));
    assert_eq!(table.lines()[0]["held"], true);
    table.laid.clock.advance(TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}))
}

fn in_the_month(table: &mut Table) -> Value {
    table.does("this_month", json!({}))["held"].clone()
}

fn right(view: &Value, which: &str) -> Value {
    let rights = view["held"][0]["stands"]["rights"].as_array().cloned();
    let mut rights = rights.unwrap_or_default().into_iter();
    rights.find(|one| one["right"] == which).expect("that way")
}

fn made_right(table: &mut Table, right: Value) -> Result<Value, Problem> {
    let meeting = table.meeting.clone();
    table.tries(
        "make_right_closed",
        json!({ "meeting": meeting, "right": right }),
    )
}

#[test]
fn a_managers_authority_beside_the_draft_is_refused_or_shares_it_under_one_entry_as_in_the_meeting()
{
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let ending = ended(&mut table, TEST);
    assert_eq!(in_the_month(&mut table).as_array().map(Vec::len), Some(1));
    let enough = right(&ending, "authority")["enough"].to_string();
    assert!(enough.contains("DIP Manager"), "{enough}");
    let item = ending["held"][0]["held"]["item"].clone();
    let form = |role: &str, name: &str| {
        json!({
            "right": "authority", "of": { "line": "", "item": item },
            "name": name, "role": role, "what": "The last result",
        })
    };
    assert_eq!(
        faults(made_right(&mut table, form("dip-manager", " "))),
        ["name: missing"]
    );
    let wrong = made_right(
        &mut table,
        form("service-provider-manager", "Corin Delahunt"),
    );
    assert_eq!(refused(wrong), Some(RefusalCode::WrongManager));
    let before = table.laid.entries();
    let view = made_right(&mut table, form("dip-manager", "Corin Delahunt")).expect("authorised");
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(view["held"], json!([]));
    assert_eq!(in_the_month(&mut table), json!([]));
    let (meeting, last) = (table.meeting.clone(), view["last"].clone());
    let back = table.does(
        "undo_last_closed",
        json!({ "meeting": meeting, "last": last }),
    );
    assert_eq!(back["held"][0]["stands"]["free"], false);
    assert_eq!(
        table.on_file()["papers"],
        json!([]),
        "the paper goes with it"
    );
}

#[test]
fn of_several_owners_the_one_who_permits_beside_the_draft_is_kept_with_the_line() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let ending = ended(&mut table, LICENCE);
    let owners = right(&ending, "permission")["owners"].clone();
    assert_eq!(owners.as_array().map(Vec::len), Some(2), "{owners}");
    let item = ending["held"][0]["held"]["item"].clone();
    let form = |owner: &str| {
        json!({
            "right": "permission", "of": { "line": "", "item": item }, "subject": false,
            "owner": owner, "given_by": "Mx Owner", "evidence": "",
        })
    };
    assert_eq!(faults(made_right(&mut table, form(""))), ["owner: missing"]);
    let view = made_right(&mut table, form("team:police")).expect("permitted");
    assert_eq!(view["held"], json!([]));
    let lines = view["lines"].as_array().expect("lines").iter();
    let mut lines = lines.flat_map(|place| place["lines"].as_array().cloned().unwrap_or_default());
    let line = lines
        .find(|line| line["name"]["item"] == item)
        .expect("the line");
    assert_eq!(
        (&line["held"], line["third_party"].is_string()),
        (&json!(false), true)
    );
}

#[test]
fn what_a_consent_on_the_cases_file_covers_by_now_is_shared_by_one_key_and_not_before() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let ending = ended(&mut table, TEST);
    let item = ending["held"][0]["held"]["item"].clone();
    let release = json!({ "right": "release", "item": item });
    let too_soon = made_right(&mut table, release.clone());
    assert_eq!(refused(too_soon), Some(RefusalCode::NotPermitted));
    let (case, meeting) = (table.case, table.meeting.clone());
    let consent = json!({
        "case": case, "sort": "waiver", "victim": "", "kinds": ["drug-test"], "guest": "",
        "recipients": ["team:probation", "team:welcome", "team:community-safety"],
        "purposes": ["work-together", "assess-needs", "support", "manage-risk", "check-plans"],
        "given": "1/11/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The worker", "evidence": "",
    });
    table.does("save_consent", consent);
    let view = table.does("documents", json!({ "meeting": meeting }));
    assert_eq!(view["held"][0]["stands"]["free"], true, "{}", view["held"]);
    assert_eq!(in_the_month(&mut table)[0]["waiting"], json!([]));
    let view = made_right(&mut table, release.clone()).expect("shared");
    assert_eq!(view["held"], json!([]));
    let twice = made_right(&mut table, release);
    assert_eq!(refused(twice), Some(RefusalCode::NoSuchLine));
}

#[test]
fn while_the_meeting_goes_on_it_is_nobodys_to_settle_beside_a_draft_that_is_not_there() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    table.does("record_line", json!({ "line": TEST }));
    let item = table.lines()[0]["name"]["item"].clone();
    assert_eq!(
        in_the_month(&mut table),
        json!([]),
        "the room column has it"
    );
    let meeting = table.meeting.clone();
    let release = made_right(&mut table, json!({ "right": "release", "item": item }));
    assert!(release.is_err());
    let form = json!({ "meeting": meeting, "item": item, "because": "It is not needed." });
    assert_eq!(
        refused(table.tries("withhold", form)),
        Some(RefusalCode::WrongStage)
    );
    assert_eq!(table.lines()[0]["held"], true);
}
