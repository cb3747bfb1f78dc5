//! A line made another, in the meeting and beside the draft; and whose a note was, of what kind and on what basis, put right.

use super::laid::refused;
use super::table::Table;
use super::undoing::{beside_the_draft_and_back, meeting, there_and_back, who};
use desk::{Kind, RefusalCode};
use protocol::sharing::Standing;
use serde_json::{Value, json};

fn seated() -> Table {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    table
}

fn ended(table: &mut Table) {
    table.laid.clock.advance(chrono::TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": "= continue as it is" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
}

fn into(table: &Table, line: &Value, text: &str, struck: bool) -> Value {
    json!({ "meeting": table.meeting, "line": line, "text": text, "struck": struck, "chair_did": "" })
}

fn first(table: &mut Table) -> Value {
    table.lines()[0]["name"].clone()
}

/// The first line of the case beside the draft.
fn first_beside(table: &mut Table) -> Value {
    let form = json!({ "meeting": table.meeting });
    table.does("documents", form)["lines"][0]["lines"][0].clone()
}

#[test]
fn beside_the_draft_a_note_becomes_an_action_with_a_sheet_and_next_month_has_it_until_one_key_takes_it_back()
 {
    let mut table = seated();
    let line = first(&mut table);
    ended(&mut table);
    let form = into(&table, &line, "> pol look at the depot 2w", false);
    let verdict = table.does("weigh_conversion", form.clone());
    assert_eq!(
        (&verdict["ready"], &verdict["would"]["what"]),
        (&json!(true), &json!("action"))
    );
    beside_the_draft_and_back(&mut table, "convert_closed", form.clone());
    let view = table.does("convert_closed", form);
    let made = first_beside(&mut table);
    assert_eq!(
        (&made["sort"], &made["instead"]),
        (&json!("action"), &json!("pol intel"))
    );
    assert!(view["documents"].to_string().contains("action_sheet"));
    let words = "look at the depot";
    let planned = table.next_planned()["id"].clone();
    let id = serde_json::from_value(planned).expect("its name");
    let next = desk::rehearsal::meeting(&table.laid.desk, id);
    let next = next.expect("read").expect("planned");
    let carried = &next.proceedings().carried;
    assert!(carried.iter().any(|a| a.words.as_str() == words));
    let form = into(&table, &made["name"], "pol intel seen at the depot", false);
    beside_the_draft_and_back(&mut table, "convert_closed", form);
}

#[test]
fn an_older_line_is_read_in_the_room_of_its_own_moment_and_what_enter_will_say_is_said_before_it() {
    let mut table = seated();
    let line = first(&mut table);
    let housing = who(&mut table, "Of housing");
    table.laid.clock.advance(chrono::TimeDelta::minutes(2));
    table.does("leave", json!({ "attendance": housing }));
    // Housing has gone, and was there to say it.
    let form = into(&table, &line, "hou info seen at the depot", false);
    let verdict = table.does("weigh_conversion", form.clone());
    assert_eq!(verdict["objection"], Value::Null, "{verdict}");
    assert_eq!(verdict["would"]["agency"], "Housing");
    assert_eq!(verdict["rights"], json!([]), "it is said already");
    there_and_back(&mut table, "convert_line", form);
    // What is no line at all, and what is not finished, are no more ready than Enter takes them.
    let line = first(&mut table);
    for text in ["= go on", "pol", ""] {
        let form = into(&table, &line, text, false);
        let verdict = table.does("weigh_conversion", form.clone());
        assert_eq!(verdict["ready"], false, "{text}: {verdict}");
        assert!(table.tries("convert_line", form).is_err(), "{text}");
    }
}

#[test]
fn whose_a_note_was_of_what_kind_and_on_what_basis_is_put_right_struck_and_told() {
    for text in [
        "prob info seen at the depot",
        "pol info seen at the depot",
        "pol intel j: seen at the depot",
    ] {
        let mut table = seated();
        let line = first(&mut table);
        let housing = who(&mut table, "Of housing");
        table.laid.clock.advance(chrono::TimeDelta::minutes(2));
        table.does("leave", json!({ "attendance": housing }));
        let form = into(&table, &line, text, true);
        there_and_back(&mut table, "convert_line", form);
        let row = table.lines()[0].clone();
        let struck = "Police, Current intelligence, fact: seen at the depot";
        assert_eq!(row["struck"][0]["words"], struck, "{text}");
        ended(&mut table);
        let of = json!({ "meeting": table.meeting });
        let tell = table.does("documents", of)["tell"].clone();
        assert_eq!(tell[0]["struck"], struck);
        let now = tell[0]["now"].as_str().expect("what it is now");
        assert!(
            now.ends_with(": seen at the depot") && now != struck,
            "{now}"
        );
        let told = tell[0]["recipients"].as_array().expect("to be told");
        assert_eq!(told.len(), 1, "the one who has gone");
    }
}

#[test]
fn beside_the_draft_the_same_is_told_to_everybody_who_heard_it_and_nothing_is_put_right_to_what_it_is()
 {
    let mut table = seated();
    let line = first(&mut table);
    ended(&mut table);
    let as_it_is = into(&table, &line, "pol intel seen at the depot", true);
    let verdict = table.does("weigh_conversion", as_it_is.clone());
    assert_eq!(verdict["ready"], false);
    let same = table.tries("convert_closed", as_it_is);
    assert_eq!(refused(same), Some(RefusalCode::NothingWritten));
    let form = into(&table, &line, "pol intel j: seen at the depot", true);
    beside_the_draft_and_back(&mut table, "convert_closed", form.clone());
    let view = table.does("convert_closed", form);
    let heard = meeting(&table).proceedings().attendances.len();
    let told = view["tell"][0]["recipients"]
        .as_array()
        .expect("to be told");
    assert_eq!(told.len(), heard);
    assert_eq!(first_beside(&mut table)["judgement"], true);
}

#[test]
fn whoever_might_not_have_heard_it_as_that_is_named_before_enter_and_it_is_an_incident_with_what_the_chair_did()
 {
    for closed in [false, true] {
        let mut table = seated();
        let line = first(&mut table);
        if closed {
            ended(&mut table);
        }
        let convert = if closed {
            "convert_closed"
        } else {
            "convert_line"
        };
        let mut form = into(
            &table,
            &line,
            "pol intel seen at the depot from:housing",
            true,
        );
        let verdict = table.does("weigh_conversion", form.clone());
        let objection = &verdict["objection"];
        assert_eq!(
            (&verdict["ready"], &objection["holds"]),
            (&json!(false), &json!(false))
        );
        assert_eq!(objection["code"], "owner_permits", "{verdict}");
        assert_eq!(verdict["rights"][0]["right"], "heard", "{verdict}");
        let (before, entries) = (meeting(&table), table.laid.entries());
        let asked = refused(table.tries(convert, form.clone()));
        assert_eq!(asked, Some(RefusalCode::HeardThere));
        assert_eq!((meeting(&table), table.laid.entries()), (before, entries));
        form["chair_did"] = json!("Asked everyone to keep it to themselves");
        table.does(convert, form);
        let after = meeting(&table);
        let items = after.proceedings().items.iter().map(|i| i.parts());
        let incidents = items.filter(|i| i.standing == Standing::Heard).count();
        assert_eq!(incidents, 1);
        assert_eq!(after.proceedings().corrections.len(), 1);
    }
}
