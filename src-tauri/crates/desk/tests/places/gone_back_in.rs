//! The room was left by a slip, and everybody still sits there: one key goes back into it (`0027`).

use super::closing::{closure_is_decided, is_closed};
use super::laid::refused;
use super::table::Table;
use super::undoing::meeting;
use desk::{Kind, RefusalCode};
use serde_json::{Value, json};

/// The room is left and gone back into, each in one entry: the meeting and what is to come are as they were, and it goes on.
fn left_and_back(table: &mut Table, name: &str, form: Value) {
    let (before, to_come) = (meeting(table), planned(table));
    let view = table.does(name, form);
    assert!(table.tries("meeting", json!({})).is_err(), "{name}: left");
    let back = view["left"].clone();
    assert_eq!(back["meeting"], table.meeting);
    let (left, entries) = (meeting(table), table.laid.entries());
    let view = table.does("back_into_the_room", back.clone());
    assert_eq!(view["meeting"]["id"], table.meeting);
    assert_eq!(view["has_pin"], true, "{name}: the PIN is theirs still");
    assert_eq!(table.laid.entries(), entries + 1, "under one entry");
    assert_eq!(meeting(table), before, "{name} is taken back whole");
    assert_ne!(left, before);
    assert_eq!(planned(table), to_come);
    let twice = table.tries("back_into_the_room", back);
    assert!(twice.is_err(), "{name}: it is not put back by the next key");
}

fn planned(table: &mut Table) -> Vec<Value> {
    let all = table.does("meetings", json!({}))["meetings"].clone();
    let all = all.as_array().cloned().unwrap_or_default();
    let planned = all.into_iter().filter(|m| m["stage"] == "planned");
    planned.collect()
}

#[test]
fn a_meeting_that_ended_too_soon_goes_on_and_ends_again() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "pol intel seen twice" }));
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    left_and_back(&mut table, "end_meeting", json!({}));
    let slot = table.slot.clone();
    table.does(
        "open_case",
        json!({ "slot": slot, "because": "More came." }),
    );
    table.does("record_line", json!({ "line": "pol intel and once more" }));
    assert_eq!(table.lines().len(), 3);
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    assert_eq!(planned(&mut table).len(), 1, "next month's, once");
    table.is_signed();
}

#[test]
fn what_an_abandoned_meeting_closed_is_open_again_and_next_months_is_gone() {
    let mut table = closure_is_decided();
    let form = json!({ "reason": "A fire alarm." });
    left_and_back(&mut table, "abandon_meeting", form.clone());
    assert!(!is_closed(&mut table));
    table.does("record_line", json!({ "line": "pol info a false alarm" }));
    table.does("abandon_meeting", form);
    assert!(is_closed(&mut table));
}

#[test]
fn a_meeting_that_was_adjourned_by_a_slip_goes_on_with_whoever_had_accepted_and_what_was_half_typed()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let (meeting, half) = (table.meeting.clone(), json!({ "new face": "Perpetua Ly" }));
    table.does(
        "keep_table_notes",
        json!({ "meeting": meeting, "notes": half }),
    );
    let another_day = json!({ "date": "2w", "reason": "The heating failed." });
    left_and_back(&mut table, "adjourn_meeting", another_day.clone());
    let view = table.does("meeting", json!({}));
    assert_eq!(view["table_notes"], half);
    // In the very moment of stopping: those who had accepted for that day had it.
    table.does("record_line", json!({ "line": "pol intel seen twice" }));
    table.does("adjourn_meeting", another_day);
    table.laid.days_pass(14);
    table.does("open_register", json!({ "meeting": meeting }));
}

/// The register of the second day, with somebody at it who has accepted.
fn second_day() -> Table {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let another_day = json!({ "date": "2w", "reason": "The heating failed." });
    table.does("adjourn_meeting", another_day);
    table.laid.days_pass(14);
    let form = json!({ "meeting": table.meeting });
    table.does("open_register", form);
    let probation = table.person("Of probation")["attendance"].clone();
    table.does("mark_present", json!({ "attendance": probation }));
    table
}

#[test]
fn a_register_that_was_put_off_by_a_slip_is_open_again_by_one_key_with_whoever_had_come() {
    let mut table = second_day();
    let another_day = json!({ "date": "4w", "reason": "The heating failed." });
    let before = meeting(&table);
    let view = table.does("put_off_meeting", another_day.clone());
    let back = view["left"].clone();
    assert_eq!(back["register"], true);
    // What names no case may be looked at, and by the other door nobody gets in.
    table.does("meetings", json!({}));
    let (put_off, entries) = (meeting(&table), table.laid.entries());
    let view = table.does("back_to_the_register", back.clone());
    assert_eq!(view["meeting"]["id"], table.meeting);
    assert_eq!(table.laid.entries(), entries + 1, "under one entry");
    assert_eq!(meeting(&table), before, "it is taken back whole");
    assert_ne!(put_off, before);
    // The gate is as shut as it was.
    assert!(table.tries("cases", json!({})).is_err());
    let twice = table.tries("back_to_the_register", back);
    assert!(twice.is_err(), "it is not put back by the next key");
    table.does("put_off_meeting", another_day);
}

#[test]
fn nobody_goes_back_to_a_register_that_was_put_off_once_anything_about_a_case_was_looked_at() {
    for looks in [
        "case_page",
        "cases",
        "this_month",
        "actions",
        "back_into_the_room",
    ] {
        let mut table = second_day();
        let another_day = json!({ "date": "4w", "reason": "The heating failed." });
        let view = table.does("put_off_meeting", another_day);
        let back = view["left"].clone();
        let form = match looks {
            "case_page" => json!({ "case": table.case }),
            "back_into_the_room" => back.clone(),
            _ => json!({}),
        };
        let looked = table.tries(looks, form);
        assert_eq!(looked.is_ok(), looks != "back_into_the_room");
        let view = table.does("meetings", json!({}));
        assert_eq!(view["left"], Value::Null, "{looks}");
        let nothing = Some(RefusalCode::NothingToUndo);
        let back = refused(table.tries("back_to_the_register", back));
        assert_eq!(back, nothing, "{looks}");
    }
}

#[test]
fn after_anything_else_was_done_nobody_goes_back_in_and_after_the_signature_least_of_all() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "= no action" }));
    let name = table.lines()[0]["name"].clone();
    table.does("close_case", json!({}));
    let view = table.does("end_meeting", json!({}));
    let (first, id) = (view["left"].clone(), view["meeting"]["id"].clone());
    // Only the room that was left, and only by that move.
    let mut other = first.clone();
    other["last"] = json!(0);
    let nothing = Some(RefusalCode::NothingToUndo);
    assert_eq!(refused(table.tries("back_into_the_room", other)), nothing);

    let words = json!({ "meeting": id, "line": name, "words": "No action was needed." });
    let view = table.does("reword_closed", words);
    assert_eq!(view["left"], Value::Null);
    assert_eq!(
        refused(table.tries("back_into_the_room", first.clone())),
        nothing
    );
    // What was done since is taken back as ever, and the end is not the last thing for that.
    let last = json!({ "meeting": id, "last": view["last"] });
    let view = table.does("undo_last_closed", last);
    assert_eq!(view["left"], Value::Null);
    table.is_signed();
    assert_eq!(refused(table.tries("back_into_the_room", first)), nothing);
}
