//! What is half typed: kept over a lock, shown where it may be, and gone with the signature.

use super::laid::{PASSPHRASE, bare};
use super::plan::prepared;
use super::table::Table;
use chrono::TimeDelta;
use desk::{Kind, MeetingForm, Nothing, UnlockForm};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn locked_and_back(table: &mut Table) {
    table.laid.desk.lock(Nothing {}).expect("locked");
    let passphrase = PASSPHRASE.into();
    let back = table.laid.desk.unlock(UnlockForm { passphrase });
    back.expect("back");
}

fn draft(notes: &Value) -> Value {
    json!({ "line": "", "cursor": 0, "mending": null, "notes": notes })
}

#[test]
fn what_is_half_typed_about_people_is_kept_before_business_begins_and_is_there_after_a_lock() {
    let mut laid = bare();
    laid.person("Robin Ashdown", "police");
    let meeting = prepared(&mut laid, Kind::Odoc).meeting.id;
    laid.desk
        .open_register(MeetingForm { meeting })
        .expect("the register");
    let before = laid.entries();
    let notes: BTreeMap<_, _> = [("new face".to_owned(), "Perpetua Ly".to_owned())].into();
    let form = desk::NotesForm {
        meeting,
        notes: notes.clone(),
    };
    laid.desk.keep_table_notes(form).expect("kept");
    assert_eq!(laid.entries(), before, "nobody has said it yet");
    laid.desk.lock(Nothing {}).expect("locked");
    let passphrase = PASSPHRASE.into();
    laid.desk.unlock(UnlockForm { passphrase }).expect("back");
    let view = laid.desk.meeting(Nothing {}).expect("the meeting");
    assert_eq!(view.table_notes, notes);
    let nothing = desk::NotesForm {
        meeting,
        notes: BTreeMap::new(),
    };
    laid.desk.keep_table_notes(nothing).expect("kept");
    let view = laid.desk.meeting(Nothing {}).expect("the meeting");
    assert!(view.table_notes.is_empty());
}

#[test]
fn what_is_half_typed_of_a_case_waits_for_the_gate_on_another_day() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let notes = json!({ "defer one": "there is no ti" });
    table.does("keep_draft", draft(&notes));
    let people = json!({ "new face": "Perpetua Ly" });
    let meeting = table.meeting.clone();
    let form = json!({ "meeting": meeting, "notes": people });
    table.does("keep_table_notes", form);
    locked_and_back(&mut table);
    let view = table.does("meeting", json!({}));
    assert_eq!(view["draft"]["notes"], notes);
    assert_eq!(view["table_notes"], people);

    let day = table.laid.clock.now().date_naive() + TimeDelta::days(7);
    let form =
        json!({ "date": day.format("%d/%m/%Y").to_string(), "reason": "the heating failed" });
    table.does("adjourn_meeting", form);
    table.laid.days_pass(7);
    let view = table.does("open_register", json!({ "meeting": meeting }));
    assert_eq!(view["draft"], Value::Null, "not before the gate");
    assert_eq!(view["table_notes"], json!({}), "everybody is asked anew");
    table.everybody_is_admitted();
    let view = table.does("meeting", json!({}));
    assert_eq!(view["draft"]["notes"], notes, "and then it is there again");
}

#[test]
fn a_half_typed_line_is_named_before_the_end_and_nothing_half_typed_outlives_the_signature() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    let half =
        json!({ "line": "pol intel and then the li", "cursor": 3, "mending": null, "notes": {} });
    table.does("keep_draft", half);
    let ending = table.does("ending", json!({}));
    let missing = ending["missing"].as_array().expect("what is missing");
    let line = missing.iter().find(|row| row["code"] == "line_half_typed");
    let line = line.expect("the half-typed line");
    assert_eq!(line["about"], "pol intel and then the li");
    assert_eq!(line["blocks"], false);
    table.does("end_meeting", json!({}));
    let meeting = table.meeting.clone();
    let form = json!({ "meeting": meeting, "notes": { "words of a line": "half tidi" } });
    table.does("keep_end_notes", form);
    locked_and_back(&mut table);
    let documents = json!({ "meeting": meeting });
    let view = table.does("documents", documents.clone());
    assert_eq!(view["notes"]["words of a line"], "half tidi");

    let about = |meeting: &Value| format!("update {}", meeting.as_str().unwrap_or_default());
    let notes = json!({ "notes": { about(&table.meeting): "the tenancy", "case new": "Rowan" } });
    table.does("keep_desk_notes", notes);
    table.is_signed();
    let left = table.does("desk_notes", json!({}));
    assert_eq!(
        left["notes"],
        json!({ "case new": "Rowan" }),
        "nothing about a signed meeting"
    );
    let view = table.does("documents", documents);
    assert_eq!(view["signed"], true);
    assert_eq!(view["notes"], json!({}));
}
