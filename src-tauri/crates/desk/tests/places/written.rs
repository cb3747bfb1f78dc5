//! How words are written down at the line: in the agreed format where there is one, and as fact or as judgement, never as a view.

use super::table::Table;
use desk::Kind;
use serde_json::{Value, json};

fn room() -> Table {
    Table::of(Kind::Odoc, &["police", "probation"])
}

fn would(table: &mut Table, line: &str) -> Value {
    table.does("weigh_line", json!({ "line": line }))["would"].clone()
}

#[test]
fn what_can_be_read_is_stored_in_the_agreed_form_and_shown_so_before_it_is() {
    let mut table = room();
    let line = "prob dob 3 July 85";
    let format = would(&mut table, line)["format"].clone();
    assert_eq!(format, json!({ "is": "agreed", "words": "03/07/1985" }));
    table.does("record_line", json!({ "line": line }));
    let lines = table.lines();
    assert_eq!(lines.last().expect("a line")["words"], "03/07/1985");
}

#[test]
fn what_cannot_be_read_is_kept_as_it_was_said_and_noted() {
    let mut table = room();
    let line = "prob dob about forty";
    let format = would(&mut table, line)["format"].clone();
    let expected = json!({ "is": "otherwise", "format": "DD/MM/YYYY", "clause": "§2.2.5" });
    assert_eq!(format, expected);
    assert_eq!(table.objection(line), "", "it stops nobody");
    table.does("record_line", json!({ "line": line }));
    let lines = table.lines();
    assert_eq!(lines.last().expect("a line")["words"], "about forty");
    let notes = table.ground()["notes"].to_string();
    assert!(notes.contains("not_in_the_agreed_format"), "{notes}");
    assert_eq!(
        would(&mut table, "pol info seen 3/7/85")["format"],
        Value::Null
    );
}

#[test]
fn intelligence_asks_which_of_the_two_it_is_until_the_line_says() {
    let mut table = room();
    for (line, asks) in [
        ("pol intel seen by the lock", true),
        ("pol intel f: seen by the lock", false),
        ("pol intel j: will move on", false),
        ("pol info was seen", false),
    ] {
        assert_eq!(would(&mut table, line)["asks_basis"], asks, "{line}");
        assert_eq!(table.objection(line), "", "asking stops nobody: {line}");
    }
}

#[test]
fn a_personal_view_has_no_way_in() {
    let mut table = room();
    for line in [
        "pol info I think he is lying",
        "prob info in my opinion she will not come",
    ] {
        assert_eq!(table.objection(line), "want_basis", "{line}");
        let recorded = table.tries("record_line", json!({ "line": line }));
        assert!(recorded.is_err(), "{line}");
    }
    for line in [
        "pol info j: I think he is lying",
        "pol info f: he told me: I think she has gone",
        "pol info we think the lease ends in May",
    ] {
        assert_eq!(table.objection(line), "", "{line}");
    }
}
