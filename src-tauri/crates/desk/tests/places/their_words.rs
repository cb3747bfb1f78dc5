//! What somebody sent with their apologies, or said as they declined: written down when there is time, and printed.

use super::laid::refused;
use super::table::Table;
use desk::{Kind, RefusalCode};
use serde_json::{Value, json};

/// A meeting whose next has begun without two who are on its register.
fn without_two() -> Table {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    for name in ["Perpetua Lyle", "Corin Delahunt"] {
        let form = json!({ "name": name, "job": "", "team": "police", "role": "observer",
            "guest_agency": "", "guest_statutory": false });
        table.does("newcomer", form);
    }
    table
}

fn says(table: &mut Table, how: &str, name: &str, remark: &str) -> Value {
    let who = table.person(name)["attendance"].clone();
    table.does(how, json!({ "attendance": who, "remark": remark }));
    table.person(name)
}

#[test]
fn what_is_said_on_declining_is_written_down_afterwards_and_put_right() {
    let mut table = without_two();
    let gone = says(&mut table, "decline", "Perpetua Lyle", "");
    assert_eq!(
        (&gone["whereabouts"], &gone["remark"]),
        (&json!("declined"), &Value::Null)
    );
    let since = gone["since"].clone();
    let said = says(
        &mut table,
        "decline",
        "Perpetua Lyle",
        "The union has advised against it.",
    );
    assert_eq!(said["remark"], "The union has advised against it.");
    assert_eq!(said["since"], since, "they went when they went");
    let otherwise = says(&mut table, "decline", "Perpetua Lyle", "");
    assert_eq!(otherwise["remark"], Value::Null);
    let again = json!({ "attendance": said["attendance"], "remark": "" });
    let again = table.tries("decline", again);
    assert_eq!(
        refused(again),
        Some(RefusalCode::NotInTheRoom),
        "nothing to write"
    );
}

#[test]
fn apologies_that_come_once_business_has_begun_are_entered_with_what_was_sent() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does(
        "record_line",
        json!({ "line": "= continue because the plan holds" }),
    );
    table.does("close_without_action", json!({}));
    table.does("end_meeting", json!({}));
    table.is_signed();
    let next = table.next_planned();
    let date = next["date"].as_str().and_then(|date| date.parse().ok());
    let date: chrono::NaiveDate = date.expect("a date");
    let days = date - table.laid.clock.now().date_naive();
    table.laid.clock.advance(days);
    table.does("open_register", json!({ "meeting": next["id"] }));
    let away = table.person("Of probation");
    for name in ["The chair", "The minute-taker", "Of police"] {
        let who = table.person(name)["attendance"].clone();
        table.does("mark_present", json!({ "attendance": who }));
    }
    table.does("read_statement", json!({}));
    let view = table.does("meeting", json!({}));
    for person in view["people"].as_array().expect("people") {
        if person["whereabouts"] == "in_the_room" {
            let text = &view["agreement"]["text_hash"];
            let form = json!({ "attendance": person["attendance"], "text_hash": text });
            table.does("accept", form);
        }
    }
    table.does("choose_quorum", json!({ "choice": "go_on" }));
    table.does("begin", json!({}));
    assert_eq!(away["whereabouts"], "expected");
    says(&mut table, "apologies", "Of probation", "");
    let sent = says(&mut table, "apologies", "Of probation", "In court all day.");
    assert_eq!(
        (&sent["whereabouts"], &sent["remark"]),
        (&json!("apologies"), &json!("In court all day."))
    );
}
