//! A case closed or put off too soon is taken back whole (`0027`), and a closure that was decided closes the file however the case closes.

use super::laid::refused;
use super::table::Table;
use super::undoing::{meeting, who};
use desk::{Kind, RefusalCode};
use protocol::meeting::{Meeting, SlotProgress};
use serde_json::{Value, json};

/// Closes what is open as the window does: what comes next opens by itself; one key then takes back both, and does both again.
fn closes_and_takes_back(table: &mut Table, name: &str, form: Value) {
    let before = meeting(table);
    let view = table.does(name, form);
    let closed = meeting(table);
    assert_ne!(closed, before, "{name} does something");
    let view = table.does("go_to_next", json!({ "last": view["last"] }));
    let after = meeting(table);
    assert_ne!(after, closed, "the next place opens");
    let (last, entries) = (view["last"].clone(), table.laid.entries());
    let view = table.does("undo_last", json!({ "last": last }));
    assert_eq!(meeting(table), before, "{name} is taken back whole");
    assert_eq!(table.laid.entries(), entries + 1, "under one entry");
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(meeting(table), after, "{name} is so again");
    table.does("undo_last", json!({ "last": view["last"] }));
}

#[test]
fn a_case_closed_too_soon_is_open_again_with_who_had_stepped_out_and_what_was_joined_to_it() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let joined = table.refers(&Value::Null, "Marlow", "green");
    table.refers(&Value::Null, "Ashdown", "green");
    table.does("join_case", json!({ "slot": joined, "because": "" }));
    let housing = who(&mut table, "Of housing");
    table.does("step_out", json!({ "attendances": [housing] }));
    table.does("record_line", json!({ "line": "= carry on" }));
    closes_and_takes_back(&mut table, "close_case", json!({}));
    let person = table.person("Of housing");
    assert_eq!(person["whereabouts"], "stepped_out");
    let view = table.does("record_line", json!({ "line": "pol intel seen twice" }));
    let Meeting::InSession(session) = meeting(&table) else {
        panic!("{view}");
    };
    let items = &session.proceedings().items;
    assert_eq!(items.len(), 2, "of each case");
    let heard = |one| json!(one) == housing;
    assert!(!items.iter().flat_map(|i| i.recipients()).any(heard));
    let (slot, why) = (table.slot.clone(), "no time");
    let form = json!({ "slot": slot, "reason": why });
    closes_and_takes_back(&mut table, "defer_case", form);
}

#[test]
fn no_action_said_and_closed_goes_with_the_close_that_was_taken_back() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    closes_and_takes_back(&mut table, "close_without_action", json!({}));
    assert_eq!(table.lines(), Vec::<Value>::new());
    let refusal = refused(table.tries("close_case", json!({})));
    assert_eq!(refusal, Some(RefusalCode::NothingDecided));
}

#[test]
fn once_something_is_recorded_of_the_next_case_the_close_before_it_stands() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.refers(&Value::Null, "Marlow", "green");
    let view = table.does("close_without_action", json!({}));
    let view = table.does("go_to_next", json!({ "last": view["last"] }));
    assert_eq!(view["opened"]["what"], "case");
    table.does("record_line", json!({ "line": "pol intel seen twice" }));
    let (before, last) = (meeting(&table), json!({ "last": view["last"] }));
    let refusal = refused(table.tries("undo_last", last));
    assert_eq!(refusal, Some(RefusalCode::NothingToUndo));
    assert_eq!(meeting(&table), before);
    // What was opened by hand is a move of its own.
    let form = json!({ "slot": view["opened"]["case"]["slot"], "reason": "no time" });
    let view = table.does("defer_case", form);
    let off = meeting(&table);
    let form = json!({ "slot": table.slot, "because": "" });
    let opened = table.does("open_case", form);
    assert_ne!(view["last"], opened["last"]);
    table.does("undo_last", json!({ "last": opened["last"] }));
    assert_eq!(meeting(&table), off);
}

/// Whether the file of the table's case is closed.
pub fn is_closed(table: &mut Table) -> bool {
    let case = table.case;
    let page = table.does("case_page", json!({ "case": case }));
    !page["row"]["closed"].is_null()
}

pub fn closure_is_decided() -> Table {
    let mut table = Table::of(Kind::DipCaseReview, &["police", "dip"]);
    let line = "= closure: off the caseload because the order has ended";
    table.does("record_line", json!({ "line": line }));
    table
}

#[test]
fn a_file_closed_with_its_case_is_open_again_when_that_is_taken_back() {
    let mut table = closure_is_decided();
    let view = table.does("close_case", json!({}));
    let view = table.does("go_to_next", json!({ "last": view["last"] }));
    assert!(is_closed(&mut table));
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert!(!is_closed(&mut table));
    table.does("undo_last", json!({ "last": view["last"] }));
    assert!(is_closed(&mut table));
}

#[test]
fn an_abandoned_meeting_closes_the_file_of_a_case_whose_closure_was_decided() {
    let mut table = closure_is_decided();
    let joined = table.refers(&Value::Null, "Marlow", "green");
    table.does("join_case", json!({ "slot": joined, "because": "" }));
    assert!(!is_closed(&mut table));
    let entries = table.laid.entries();
    table.does("abandon_meeting", json!({ "reason": "A fire alarm." }));
    assert_eq!(table.laid.entries(), entries + 1);
    let after = meeting(&table);
    let slots = &after.proceedings().slots;
    assert!(matches!(slots[0].progress, SlotProgress::Done { .. }));
    assert!(matches!(slots[1].progress, SlotProgress::Deferred { .. }));
    assert!(is_closed(&mut table), "and its retention period begins");
    let next = json!({ "meeting": table.next_planned()["id"] });
    let plan = table.does("meeting_plan", next);
    let cases = plan["slots"].as_array().expect("slots");
    assert_eq!(cases.len(), 1, "the one that was put off");
    assert_ne!(cases[0]["case"], json!(table.case));
}

#[test]
fn while_reports_only_are_heard_neither_a_note_nor_a_case_is_acted_upon_until_the_chair_goes_on() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "pol intel seen twice" }));
    let name = table.lines()[0]["name"].clone();
    let probation = who(&mut table, "Of probation");
    let view = table.does("leave", json!({ "attendance": probation }));
    assert_eq!(view["quorum"]["to_choose"], true, "the chair is asked");
    let view = table.does("choose_quorum", json!({ "choice": "hear_only" }));
    assert_eq!(view["quorum"]["hears_only"], true);
    let slot = table.slot.clone();
    let acts = [
        (
            "convert_line",
            json!({ "line": name, "text": "> pol look at the depot 2w", "struck": false, "chair_did": "" }),
        ),
        (
            "refer_on",
            json!({ "slot": slot, "forum": "mappa", "reason": "theirs" }),
        ),
        ("take_off", json!({ "slot": slot, "reason": "done with" })),
        ("close_without_action", json!({})),
        ("close_case", json!({})),
    ];
    for (name, form) in acts.clone() {
        let (before, entries) = (meeting(&table), table.laid.entries());
        let refusal = refused(table.tries(name, form));
        assert_eq!(refusal, Some(RefusalCode::HearsOnly), "{name}");
        assert_eq!((meeting(&table), table.laid.entries()), (before, entries));
    }
    let view = table.does("choose_quorum", json!({ "choice": "go_on" }));
    assert_eq!(view["quorum"]["hears_only"], false);
    let [(name, form), ..] = acts;
    table.does(name, form);
}

#[test]
fn whoever_gave_up_at_the_door_can_be_said_afterwards_to_have_sat_in_and_is_no_recipient() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let newcomer = json!({ "name": "Perpetua Lyle", "job": "", "team": "police", "role": "representative",
        "guest_agency": "", "guest_statutory": false });
    table.does("newcomer", newcomer);
    let late = who(&mut table, "Perpetua Lyle");
    let view = table.does("leave", json!({ "attendance": late }));
    assert_eq!(table.person("Perpetua Lyle")["whereabouts"], "left");
    assert!(view["last"].is_u64(), "one key takes it back");
    table.laid.clock.advance(chrono::TimeDelta::minutes(10));
    table.does("record_line", json!({ "line": "pol intel seen twice" }));
    let noted = table.laid.clock.now().format("%H:%M").to_string();
    table.laid.clock.advance(chrono::TimeDelta::minutes(10));
    table.does("close_without_action", json!({}));
    table.does("end_meeting", json!({}));
    let id = table.meeting.clone();
    let ending = table.does("documents", json!({ "meeting": id }));
    let people = ending["people"].as_array().expect("people");
    let mut theirs = people.iter().filter(|one| one["attendance"] == late);
    let stay = &theirs.next().expect("on the list")["stay"];
    assert_eq!(stay["presence"], json!([]));
    let until = table.laid.clock.now().format("%H:%M").to_string();
    let sat = json!([{ "day": null, "from": noted, "to": until }]);
    let form = json!({ "meeting": id, "attendance": late, "presence": sat, "step_outs": [] });
    let listed = table.does("weigh_presence", form.clone());
    assert_eq!(listed["lines"][0]["heard"], "overheard");
    table.does("amend_presence_closed", form);
    let after = meeting(&table);
    let item = &after.proceedings().items[0];
    assert!(item.recipients().all(|one| json!(one) != late));
    assert_eq!(after.proceedings().overheard(item.parts().id).len(), 1);
}
