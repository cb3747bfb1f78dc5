//! A line that was heard goes to a case in which somebody might not have heard it: in the meeting, and beside the draft.

use super::table::Table;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

/// A second case is on the agenda, in which an objection was upheld; a line stands under the first.
fn laid() -> (Table, Value, Value) {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let other = table.laid.case("Thistlewood", Kind::Odoc).row.id;
    let slot = table.refers(&json!(other), "", "amber");
    let objection = json!({
        "case": other, "every_kind": true, "kinds": [], "every_recipient": true, "recipients": [],
        "upheld": "1/10/2026", "decided_by": "The officer", "reason": "It was upheld.",
    });
    table.does("uphold_objection", objection);
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    let line = table.lines()[0]["name"].clone();
    (table, line, slot)
}

fn refused(answer: Result<Value, Problem>) -> (RefusalCode, String) {
    match answer {
        Err(Problem::Refused { refusal }) => (refusal.code, refusal.clause),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn what_the_room_heard_moves_only_with_what_the_chair_did_and_is_an_incident_there() {
    let (mut table, line, slot) = laid();
    let form = |did: &str| json!({ "line": line, "slot": slot, "chair_did": did });
    let before = table.laid.entries();
    let asked = refused(table.tries("move_line", form("")));
    assert_eq!(asked, (RefusalCode::HeardThere, "§2.1.1".to_owned()));
    assert_eq!(table.laid.entries(), before);
    assert_eq!(table.lines().len(), 1, "and it stands where it stood");
    let view = table.does("move_line", form("Asked everyone to disregard it"));
    assert_eq!(table.laid.entries(), before + 1);
    assert!(table.lines().is_empty());
    // Back where it might be heard it is shared as before, and no incident is left.
    let (moved, from) = (&view["moved"]["line"], &view["moved"]["from"]);
    let back = json!({ "line": moved, "slot": from, "chair_did": "" });
    table.does("move_line", back);
    let lines = table.lines();
    assert_eq!((lines.len(), &lines[0]["heard"]), (1, &Value::Null));
    assert_eq!(lines[0]["held"], false);
}

#[test]
fn beside_the_draft_the_same_is_asked_and_the_chairs_copy_has_it() {
    let (mut table, line, slot) = laid();
    table.laid.clock.advance(chrono::TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let meeting = table.meeting.clone();
    let form =
        |did: &str| json!({ "meeting": meeting, "line": line, "slot": slot, "chair_did": did });
    let asked = refused(table.tries("move_closed", form("")));
    assert_eq!(asked, (RefusalCode::HeardThere, "§2.1.1".to_owned()));
    let view = table.does("move_closed", form("Asked everyone to disregard it"));
    let papers = view["documents"].to_string();
    assert!(papers.contains("chairs_copy"), "{papers}");
    let lines = view["lines"].to_string();
    assert!(lines.contains("Asked everyone to disregard it"), "{lines}");
}
