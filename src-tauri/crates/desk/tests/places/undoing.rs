//! What was done last is taken back whole: the meeting, and whatever changed outside it, is as it was before (`0027`).

use super::laid::{bare, refused};
use super::table::Table;
use desk::{Kind, RefusalCode};
use protocol::meeting::Meeting;
use serde_json::{Value, json};

pub fn meeting(table: &Table) -> Meeting {
    let id = serde_json::from_value(table.meeting.clone()).expect("its name");
    let meeting = desk::rehearsal::meeting(&table.laid.desk, id);
    meeting.expect("read").expect("there")
}

/// Does something beside the draft and takes it back, each in one entry: the record is what it was.
pub fn beside_the_draft_and_back(table: &mut Table, name: &str, form: Value) {
    let (before, entries) = (meeting(table), table.laid.entries());
    let view = table.does(name, form);
    assert_ne!(meeting(table), before, "{name}");
    let last = json!({ "meeting": table.meeting, "last": view["last"] });
    table.does("undo_last_closed", last);
    assert_eq!(meeting(table), before, "{name}");
    assert_eq!(table.laid.entries(), entries + 2, "{name}");
}

/// Does something, takes it back and does it again, each in one entry: the record is what it was each time.
pub fn there_and_back(table: &mut Table, name: &str, form: Value) {
    let (before, entries) = (meeting(table), table.laid.entries());
    let view = table.does(name, form);
    let after = meeting(table);
    assert_ne!(before, after, "{name} does something");
    let last = view["last"].as_u64();
    let last = last.unwrap_or_else(|| panic!("{name} cannot be taken back"));
    let view = table.does("undo_last", json!({ "last": last }));
    assert_eq!(meeting(table), before, "{name} is taken back");
    assert_eq!(table.laid.entries(), entries + 2);
    let again = json!({ "last": view["last"] });
    table.does("undo_last", again);
    assert_eq!(meeting(table), after, "{name} is so again");
    assert_eq!(table.laid.entries(), entries + 3);
}

pub fn who(table: &mut Table, name: &str) -> Value {
    table.person(name)["attendance"].clone()
}

fn newcomer(name: &str, team: &str) -> Value {
    json!({ "name": name, "job": "", "team": team, "role": "representative",
        "guest_agency": "", "guest_statutory": false })
}

#[test]
fn whatever_is_done_about_somebody_in_the_room_is_taken_back_as_if_it_had_not_been() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let probation = who(&mut table, "Of probation");
    let housing = who(&mut table, "Of housing");
    let of = |who: &Value| json!({ "attendance": who });
    let these = |all: &[&Value]| json!({ "attendances": all });
    there_and_back(&mut table, "step_out", these(&[&probation, &housing]));
    there_and_back(&mut table, "step_back", these(&[&probation, &housing]));
    there_and_back(&mut table, "leave", of(&probation));
    there_and_back(&mut table, "arrive", of(&probation));
    there_and_back(&mut table, "let_in", of(&probation));
    let role = json!({ "attendance": housing, "role": "observer" });
    there_and_back(&mut table, "set_role", role);
    let chair = json!({ "attendance": probation, "role": "chair" });
    there_and_back(&mut table, "set_role", chair);
    let authority = json!({ "attendance": housing, "given_by": "A Director" });
    there_and_back(&mut table, "confirm_authority", authority);
    there_and_back(
        &mut table,
        "newcomer",
        newcomer("Perpetua Lyle", "probation"),
    );
    let late = who(&mut table, "Perpetua Lyle");
    let agency = json!({ "attendance": late, "team": "police", "guest_agency": "", "guest_statutory": false });
    there_and_back(&mut table, "change_agency", agency);
    there_and_back(&mut table, "leave", of(&housing));
    let deputy = json!({ "attendance": late, "principal": Value::Null });
    table.does("deputise", deputy);
    there_and_back(
        &mut table,
        "decline",
        json!({ "attendance": late, "remark": "" }),
    );
}

#[test]
fn a_new_face_taken_back_is_on_no_register_and_stands_there_again_when_it_was_right() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let known = |table: &mut Table| {
        let people = table.does("people", json!({}));
        people.to_string().contains("Perpetua Lyle")
    };
    let view = table.does("newcomer", newcomer("Perpetua Lyle", "police"));
    assert!(known(&mut table));
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert!(!known(&mut table));
    table.does("undo_last", json!({ "last": view["last"] }));
    assert!(known(&mut table));
}

#[test]
fn what_changed_in_the_agenda_is_taken_back_with_the_cases_file() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let file = |table: &mut Table| {
        let case = table.case;
        table.does("case_page", json!({ "case": case }))["row"].clone()
    };
    let before = file(&mut table);
    let (slot, case) = (table.slot.clone(), table.case);
    let refers = json!({ "slot": slot, "forum": "mappa", "reason": "the wrong line" });
    let takes = json!({ "slot": slot, "reason": "the wrong line" });
    for (name, form) in [("refer_on", refers), ("take_off", takes)] {
        let view = table.does(name, form.clone());
        assert_ne!(file(&mut table), before, "{name}");
        table.does("undo_last", json!({ "last": view["last"] }));
        assert_eq!(file(&mut table), before, "{name} taken back");
        there_and_back(&mut table, name, form);
        let view = table.does("meeting", json!({}));
        table.does("undo_last", json!({ "last": view["last"] }));
    }
    let custody = json!({ "custody": "custody", "establishment": "HMP Invented",
        "since": "1/11/2026", "until": "" });
    there_and_back(&mut table, "change_custody", custody);
    let page = table.does("case_page", json!({ "case": case }));
    assert!(page.to_string().contains("HMP Invented"));
    there_and_back(&mut table, "set_next_date", json!({ "date": "6w" }));
}

#[test]
fn a_case_put_on_the_agenda_by_mistake_goes_with_the_file_that_was_opened_for_it() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let known = table.laid.case("Known", Kind::Odoc).row.id;
    let cases = |table: &mut Table| table.does("cases", json!({}))["cases"].clone();
    let form = |case: Value, surname: &str| {
        json!({ "case": case, "tier": "amber", "surname": surname, "born": "", "cohort": "fixed",
            "forename": "Invented", "told": "told", "told_reason": "", "told_ground": "", "told_decided_by": "" })
    };
    let before = cases(&mut table);
    there_and_back(&mut table, "refer_here", form(json!(known), ""));
    assert_eq!(cases(&mut table), before, "a file that was there stays");
    let view = table.does("refer_here", form(Value::Null, "New"));
    let with = cases(&mut table);
    assert_ne!(with, before);
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(cases(&mut table), before, "a new one goes");
    table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(cases(&mut table), with, "and is there again as it was");
    let last = table.does("meeting", json!({}))["last"].clone();
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the address" }),
    );
    let late = table.tries("undo_last", json!({ "last": last }));
    assert_eq!(refused(late), Some(RefusalCode::NothingToUndo));
}

#[test]
fn a_referral_is_taken_back_whatever_was_done_since_with_the_file_that_was_opened_for_it_alone() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let known = table.laid.case("Known", Kind::Odoc).row.id;
    let cases = |table: &mut Table| table.does("cases", json!({}))["cases"].clone();
    let before = cases(&mut table);
    let said = json!({ "line": "pol intel seen at the address" });
    for (case, surname) in [(json!(known), ""), (Value::Null, "New")] {
        let agenda = table.does("meeting", json!({}))["agenda"].clone();
        let slot = table.refers(&case, surname, "amber");
        table.does("record_line", said.clone());
        there_and_back(&mut table, "take_referral_back", json!({ "slot": slot }));
        assert_eq!(
            cases(&mut table),
            before,
            "no file but those that were there"
        );
        let now = table.does("meeting", json!({}))["agenda"].clone();
        assert_eq!(now, agenda);
    }
}

#[test]
fn a_file_that_something_leans_on_stays_when_the_referral_that_opened_it_is_taken_back() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let slot = table.refers(&Value::Null, "New", "amber");
    let all = table.does("cases", json!({}))["cases"].clone();
    let all = all.as_array().expect("cases");
    let new = all.iter().find(|case| case["id"] != json!(table.case));
    let new = new.expect("the new one")["id"].clone();
    let consent = json!({ "case": new, "sort": "waiver", "victim": "", "kinds": ["licence"],
        "recipients": ["team:police"], "guest": "", "purposes": ["manage-risk"], "given": "1/10/2026",
        "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "Mina Orrell", "evidence": "" });
    table.does("save_consent", consent);
    table.does("take_referral_back", json!({ "slot": slot }));
    let page = table.tries("case_page", json!({ "case": new }));
    assert!(page.is_ok(), "{page:?}");
}

#[test]
fn a_referral_of_which_something_is_on_record_is_not_taken_back_and_nothing_is_entered() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let planned = table.slot.clone();
    let slot = table.refers(&Value::Null, "New", "amber");
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("open_case", json!({ "slot": slot, "because": "" }));
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    for (slot, code) in [
        (slot, RefusalCode::RecordedOfIt),
        (planned, RefusalCode::NotAddedHere),
    ] {
        let (before, entries) = (meeting(&table), table.laid.entries());
        let refusal = refused(table.tries("take_referral_back", json!({ "slot": slot })));
        assert_eq!(refusal, Some(code));
        assert_eq!((meeting(&table), table.laid.entries()), (before, entries));
    }
}

#[test]
fn a_held_item_that_was_released_waits_again_and_nobody_has_it() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "welcome"]);
    table.lets_in("Lantern Advice", false);
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    let held = table.lines()[0].clone();
    assert_eq!(held["held"], true);
    let guest = who(&mut table, "Of Lantern Advice");
    table.does("leave", json!({ "attendance": guest }));
    let item = json!({ "item": held["name"]["item"] });
    there_and_back(&mut table, "release_item", item);
    assert_eq!(table.lines()[0]["held"], false);
    let view = table.does("meeting", json!({}));
    table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(table.lines()[0], held, "held as it was, since when it was");
}

#[test]
fn an_authority_taken_back_is_off_the_file_and_what_it_released_waits_again() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let line = "hou intel seen at the depot";
    table.does("record_line", json!({ "line": line }));
    let held = table.lines()[0].clone();
    assert_eq!(held["held"], true);
    let of = json!({ "line": "", "item": held["name"]["item"] });
    let form = json!({ "of": of, "subject": false, "given_by": "Sgt Invented", "evidence": "" });
    there_and_back(&mut table, "permit", form);
    assert_eq!(table.lines()[0]["held"], false);
    let view = table.does("meeting", json!({}));
    table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(table.lines()[0], held);
    assert_eq!(table.on_file()["papers"], json!([]));
    assert_eq!(table.objection(line), "owner_permits");
}

#[test]
fn a_correction_and_a_note_made_an_action_are_taken_back_without_a_trace_of_them() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    let name = table.lines()[0]["name"].clone();
    let form = json!({ "line": name, "words": "it was another" });
    there_and_back(&mut table, "correct_line", form);
    assert_eq!(table.lines()[0]["said_as"], "pol intel");
    let form = json!({ "line": name, "text": "prob info j: seen at the depot", "struck": false, "chair_did": "" });
    there_and_back(&mut table, "convert_line", form);
    assert_eq!(table.lines()[0]["said_as"], "prob info j:");
    let name = table.lines()[0]["name"].clone();
    let form = json!({ "line": name, "text": "> prob look at the depot 2w", "struck": false, "chair_did": "" });
    there_and_back(&mut table, "convert_line", form);
}

#[test]
fn several_people_step_out_by_one_entry_or_nobody_does_and_one_key_has_them_all_back() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let [probation, housing] = ["Of probation", "Of housing"].map(|name| who(&mut table, name));
    let these = |all: &[&Value]| json!({ "attendances": all });
    let whereabouts = |table: &mut Table| {
        ["Of probation", "Of housing"].map(|name| table.person(name)["whereabouts"].clone())
    };
    let entries = table.laid.entries();
    assert!(table.tries("step_out", these(&[])).is_err());
    let twice = table.tries("step_out", these(&[&probation, &probation]));
    assert_eq!(refused(twice), Some(RefusalCode::NotInTheRoom));
    assert_eq!(whereabouts(&mut table), ["in_the_room", "in_the_room"]);
    assert_eq!(table.laid.entries(), entries);
    let view = table.does("step_out", these(&[&probation, &housing]));
    assert_eq!(whereabouts(&mut table), ["stepped_out", "stepped_out"]);
    assert_eq!(table.laid.entries(), entries + 1);
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(whereabouts(&mut table), ["in_the_room", "in_the_room"]);
    table.does("undo_last", json!({ "last": view["last"] }));
    table.does("step_back", these(&[&housing, &probation]));
    assert_eq!(whereabouts(&mut table), ["in_the_room", "in_the_room"]);
    assert_eq!(table.laid.entries(), entries + 4);
}

#[test]
fn an_undo_takes_back_what_it_names_or_nothing() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let probation = who(&mut table, "Of probation");
    let view = table.does("step_out", json!({ "attendances": [probation] }));
    let out = json!({ "last": view["last"] });
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    let (before, entries) = (meeting(&table), table.laid.entries());
    let late = table.tries("undo_last", out);
    assert_eq!(refused(late), Some(RefusalCode::NothingToUndo));
    // Nor does a paper that came between have it take that back instead.
    let view = table.does("step_back", json!({ "attendances": [probation] }));
    let case = table.case;
    let consent = json!({ "case": case, "sort": "waiver", "victim": "", "kinds": ["licence"],
        "recipients": ["team:police"], "guest": "", "purposes": ["manage-risk"], "given": "1/10/2026",
        "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "Mina Orrell", "evidence": "" });
    let filed = table.tries("save_consent", consent);
    assert!(filed.is_ok(), "{filed:?}");
    let late = table.tries("undo_last", json!({ "last": view["last"] }));
    assert_eq!(refused(late), Some(RefusalCode::NothingToUndo));
    assert_eq!(table.laid.entries(), entries + 2);
    assert_eq!(
        meeting(&table).proceedings().items,
        before.proceedings().items
    );
}

#[test]
fn no_acceptance_goes_by_an_undo_and_one_taken_back_by_a_slip_comes_again_before_anything_else() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let view = table.does("newcomer", newcomer("Perpetua Lyle", "police"));
    let entered = json!({ "last": view["last"] });
    let late = who(&mut table, "Perpetua Lyle");
    let text = view["agreement"]["text_hash"].clone();
    let accepts = json!({ "attendance": late, "text_hash": text });
    let view = table.does("accept", accepts);
    assert_eq!(view["last"], Value::Null, "acceptance has a way of its own");
    let refusal = refused(table.tries("undo_last", entered));
    assert_eq!(refusal, Some(RefusalCode::NothingToUndo));
    let accepted = |view: &Value| {
        let all = view["people"].as_array().cloned().unwrap_or_default();
        let theirs = all.iter().find(|one| one["attendance"] == late);
        theirs.expect("their row")["accepted_at"].clone()
    };
    let before = accepted(&view);
    let view = table.does("undo_acceptance", json!({ "attendance": late }));
    let slip = json!({ "last": view["last"] });
    assert_eq!(accepted(&view), Value::Null);
    let view = table.does("undo_last", slip.clone());
    assert_eq!(accepted(&view), before, "the very one");
    let view = table.does("undo_acceptance", json!({ "attendance": late }));
    let other = who(&mut table, "Of probation");
    table.does("leave", json!({ "attendance": other }));
    for last in [&view["last"], &slip["last"]] {
        let refusal = refused(table.tries("undo_last", json!({ "last": last })));
        assert_eq!(refusal, Some(RefusalCode::NothingToUndo), "too late");
    }
}

#[test]
fn beside_the_draft_whatever_is_put_right_is_taken_back_by_one_key() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let probation = who(&mut table, "Of probation");
    table.does(
        "record_line",
        json!({ "line": "pol intel seen at the depot" }),
    );
    table.does("record_line", json!({ "line": "= no action" }));
    let name = table.lines()[0]["name"].clone();
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let id = table.meeting.clone();
    let stay = json!({ "meeting": id, "attendance": probation, "presence": [], "step_outs": [] });
    for (name, form) in [
        (
            "reword_closed",
            json!({ "meeting": id, "line": name, "words": "seen by the depot" }),
        ),
        (
            "correct_closed",
            json!({ "meeting": id, "line": name, "words": "it was another" }),
        ),
        ("take_back_closed", json!({ "meeting": id, "line": name })),
        ("amend_presence_closed", stay),
    ] {
        beside_the_draft_and_back(&mut table, name, form);
    }
}

#[test]
fn a_case_taken_off_the_plan_comes_back_to_its_place_with_what_was_written_about_it() {
    let mut laid = bare();
    for surname in ["Fairweather", "Marlow"] {
        laid.case(surname, Kind::Odoc);
    }
    let plan = super::plan::prepared(&mut laid, Kind::Odoc);
    let (meeting, slot) = (plan.meeting.id, plan.slots[0].slot);
    let form = json!({ "meeting": meeting, "update": null, "team": "housing", "sender": "", "slot": slot,
        "nothing": true, "kind": "", "judgement": false, "words": "", "left_out": [] });
    let mut does = |name: &str, form: Value| {
        let done = desk::dispatch(&mut laid.desk, name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    };
    does("save_update", form);
    let of = json!({ "meeting": meeting });
    let mut before = does("meeting_plan", of.clone());
    assert_eq!(before["updates"], 1);
    let without = does(
        "plan_remove_case",
        json!({ "meeting": meeting, "slot": slot }),
    );
    assert_eq!(without["updates"], 0);
    let last = json!({ "meeting": meeting, "last": without["last"] });
    let mut after = does("plan_undo", last);
    let off = json!({ "meeting": meeting, "date": "31/12/2030", "reason": "Snow." });
    let off = does("postpone_meeting", off);
    assert_eq!(off["meeting"]["date"], "2030-12-31");
    let last = json!({ "meeting": meeting, "last": off["last"] });
    let mut on_its_day = does("plan_undo", last);
    for view in [&mut before, &mut after, &mut on_its_day] {
        view["last"] = Value::Null;
    }
    assert_eq!(after, before);
    assert_eq!(on_its_day, before);
}
