//! A representative who has changed agency since last month, and who is still free to go after whose case.

use super::table::Table;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

/// Last month's meeting is over, at which probation took an action by name; this month's register is open.
fn a_month_later() -> Table {
    let mut table = Table::of(Kind::Odoc, &["probation", "police"]);
    table.does(
        "record_line",
        json!({ "line": "> @of_probation_prob see him weekly by 6w" }),
    );
    table.does(
        "record_line",
        json!({ "line": "= continue because it works" }),
    );
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let planned = table.next_planned();
    table.meeting = planned["id"].clone();
    let date = planned["date"].as_str().and_then(|d| d.parse().ok());
    let date: chrono::NaiveDate = date.expect("a date");
    let days = date - table.laid.clock.now().date_naive();
    table.laid.clock.advance(days);
    table
}

fn change(person: &Value, team: &str) -> Value {
    json!({
        "attendance": person["attendance"], "team": team, "guest_agency": "", "guest_statutory": false,
    })
}

fn row(view: &Value, name: &str) -> Value {
    let people = view["people"].as_array().expect("people");
    let found = people.iter().find(|p| p["name"] == name);
    found.expect("that person").clone()
}

#[test]
fn whoever_has_changed_agency_comes_for_the_new_one_signs_for_it_and_keeps_what_was() {
    let mut table = a_month_later();
    let meeting = table.meeting.clone();
    table.does("open_register", json!({ "meeting": meeting }));
    let before = table.laid.entries();
    let person = table.person("Of probation");
    assert_eq!(person["must_sign"], false);
    table.does("change_agency", change(&person, "harden"));
    assert_eq!(table.laid.entries(), before + 1, "one entry");
    let person = table.person("Of probation");
    assert_eq!(person["agency"], "Harden");
    assert_eq!(person["must_sign"], true, "Harden is not statutory");

    // The register of people follows, and says what was.
    let view = table.does("people", json!({}));
    let shown = row(&view, "Of probation");
    assert_eq!(shown["agency"], "Harden");
    assert_eq!(shown["came_for"][0]["agency"], "Probation");
    assert_eq!(shown["came_for"].as_array().map(Vec::len), Some(1));
    assert!(row(&view, "Of police")["came_for"] == json!([]));

    // What the agency took on stays the agency's.
    table.everybody_is_admitted();
    let view = table.does(
        "turn_to",
        json!({ "place": { "place": "matters_arising" } }),
    );
    let action = view["opened"]["actions"][0].clone();
    assert_eq!(action["agency"], "Probation");
    assert_eq!(action["person"], "Of probation");
    assert_eq!(action["person_now_with"], "Harden");

    // Once business has begun, whoever has heard it heard it for the agency that they came for.
    let again = table.tries("change_agency", change(&person, "police"));
    let Err(Problem::Refused { refusal }) = again else {
        panic!("a change in mid-meeting was taken");
    };
    assert_eq!(refusal.code, RefusalCode::WrongStage);
}

#[test]
fn a_change_of_agency_asks_again_for_what_was_accepted_for_the_other() {
    let mut table = a_month_later();
    let meeting = table.meeting.clone();
    table.does("open_register", json!({ "meeting": meeting }));
    let person = table.person("Of probation");
    let who = json!({ "attendance": person["attendance"] });
    table.does("mark_present", who.clone());
    let authority = json!({ "attendance": person["attendance"], "given_by": "Head of service" });
    table.does("confirm_authority", authority);
    let heard = table.does("read_statement", json!({}));
    let text = &heard["agreement"]["text_hash"];
    let form = json!({ "attendance": person["attendance"], "text_hash": text });
    table.does("accept", form);
    table.does("change_agency", change(&person, "probation"));
    assert!(
        !table.person("Of probation")["accepted_at"].is_null(),
        "the same agency"
    );
    table.does("change_agency", change(&person, "police"));
    let person = table.person("Of probation");
    assert!(person["accepted_at"].is_null() && person["authority"].is_null());
    assert_eq!(person["whereabouts"], "in_the_room");
}

#[test]
fn who_may_go_after_which_case_is_proposed_again_next_month() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let first = table.next_planned()["id"].clone();
    let plan = table.does("meeting_plan", json!({ "meeting": first }));
    let person = row(&plan, "Of police");
    let form = json!({
        "meeting": first, "attendance": person["attendance"], "after": plan["slots"][0]["slot"],
    });
    table.does("plan_release", form);
    table.meeting = first;
    table.is_held();
    let next = table.next_planned()["id"].clone();
    let plan = table.does("meeting_plan", json!({ "meeting": next }));
    assert_eq!(
        row(&plan, "Of police")["free_after"],
        plan["slots"][0]["slot"]
    );
    assert!(row(&plan, "The chair")["free_after"].is_null());
}
