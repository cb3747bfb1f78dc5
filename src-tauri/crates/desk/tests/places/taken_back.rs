//! Lines put right one by one: taken back wherever they stand, whose an action is and by when, and every reason that is printed.

use super::laid::bare;
use super::plan::prepared;
use super::table::Table;
use super::undoing::{beside_the_draft_and_back, there_and_back};
use desk::{Kind, dispatch};
use serde_json::{Value, json};

fn spoken(lines: &[&str]) -> Table {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    for line in lines {
        table.laid.clock.advance(chrono::TimeDelta::minutes(1));
        table.does("record_line", json!({ "line": line }));
    }
    table
}

fn owed(action: &Value, person: &str, due: &str) -> Value {
    json!({ "action": action, "team": "housing", "person": person, "due": due })
}

#[test]
fn any_line_of_the_case_a_nil_return_too_is_taken_back_alone_and_one_key_puts_it_back() {
    let mut table = spoken(&["prob 0", "pol intel seen at the depot", "= go on"]);
    let lines = table.lines();
    assert_eq!(lines[0]["sort"], "silence");
    for line in &lines {
        there_and_back(
            &mut table,
            "take_back_line",
            json!({ "line": line["name"] }),
        );
        let view = table.does("meeting", json!({}));
        table.does("undo_last", json!({ "last": view["last"] }));
        assert_eq!(table.lines(), lines);
    }
}

#[test]
fn a_nil_return_is_not_shown_beside_what_its_agency_shared_later_and_comes_back_with_a_slip() {
    let mut table = spoken(&["prob 0", "prob intel seen at the depot"]);
    let sorts = |table: &mut Table| {
        let lines = table.lines().into_iter();
        lines.map(|line| line["sort"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(sorts(&mut table), ["item"]);
    table.does("undo", json!({}));
    assert_eq!(sorts(&mut table), ["silence"]);
}

#[test]
fn whose_an_action_is_and_by_when_is_put_right_by_its_own_form_and_its_history_says_what_it_was() {
    let mut table = spoken(&["> pol check tenancy 2w"]);
    let action = table.lines()[0]["action"].clone();
    let form = owed(&action["id"], "Of housing", "2m");
    there_and_back(&mut table, "reassign_action", form);
    let now = table.lines()[0]["action"].clone();
    assert_eq!(now["team"], "housing");
    assert_eq!(now["person"], "Of housing");
    assert_ne!(now["due"], action["due"]);
    let name = table.lines()[0]["name"].clone();
    let form = json!({ "meeting": table.meeting, "line": name });
    let history = table.does("line_history", form);
    assert_eq!(history["owed"][0]["due"], action["due"]);
    // Somebody who came for another agency does not do it, and no date of a day gone by is taken.
    for (person, due) in [("Of police", "2m"), ("", "yesterday"), ("", "1/1/2020")] {
        let tried = table.tries("reassign_action", owed(&action["id"], person, due));
        assert!(tried.is_err(), "{person} {due}");
    }
}

#[test]
fn before_a_meeting_opens_no_line_of_it_has_a_history() {
    let mut laid = bare();
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    let line = json!({ "line": "action", "action": uuid::Uuid::nil() });
    let form = json!({ "meeting": meeting, "line": line });
    let history = dispatch(&mut laid.desk, "line_history", form).expect("its history");
    assert_eq!(history["versions"], json!([]));
    assert_eq!(history["owed"], json!([]));
}

#[test]
fn an_action_without_a_date_is_named_at_the_end_with_all_that_its_form_needs_and_given_one_there() {
    let mut table = spoken(&["> pol check tenancy"]);
    table.does("close_case", json!({}));
    let missing = |view: &Value| {
        let rows = view["missing"].as_array().expect("rows").iter();
        let mut rows = rows.filter(|row| row["code"] == "action_without_date");
        rows.next().cloned()
    };
    let view = table.does("ending", json!({}));
    let action = missing(&view).expect("it is missing")["action"].clone();
    assert_eq!(action["team"], "police");
    let mut owners = view["owners"].as_array().expect("owners").iter();
    let housing = owners.find(|one| one["key"] == "housing").expect("housing");
    assert_eq!(housing["people"], json!(["Of housing"]));
    table.does("reassign_action", owed(&action["id"], "", "2w"));
    let view = table.does("ending", json!({}));
    assert_eq!(missing(&view), None);
}

#[test]
fn beside_the_draft_an_action_is_put_right_and_a_nil_return_taken_back_each_by_one_key_there_and_back()
 {
    let mut table = spoken(&["prob x", "> pol check tenancy 2w"]);
    let lines = table.lines();
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let id = table.meeting.clone();
    let form = owed(&lines[1]["action"]["id"], "", "2m");
    let nil = json!({ "meeting": id, "line": lines[0]["name"] });
    for (name, form) in [
        ("reassign_closed", json!({ "meeting": id, "owed": form })),
        ("take_back_closed", nil),
    ] {
        beside_the_draft_and_back(&mut table, name, form);
    }
}

#[test]
fn why_a_meeting_was_abandoned_is_tidied_before_signing_and_each_wording_is_kept() {
    let mut table = spoken(&["= no action"]);
    table.does("abandon_meeting", json!({ "reason": "The alram went." }));
    let id = table.meeting.clone();
    let view = table.does("documents", json!({ "meeting": id }));
    let places = view["lines"].as_array().expect("places").iter();
    let mut beside = places.flat_map(|place| place["beside"].as_array().expect("rows"));
    let row = beside.find(|row| row["name"]["beside"] == "turn");
    let name = row.expect("why it was abandoned")["name"].clone();
    let tidied = json!({ "meeting": id, "line": name, "words": "The alarm went." });
    let view = table.does("reword_closed", tidied);
    assert!(view["lines"].to_string().contains("The alarm went."));
    let form = json!({ "meeting": id, "line": name });
    let history = table.does("line_history", form);
    assert_eq!(history["versions"].as_array().map(Vec::len), Some(2));
}
