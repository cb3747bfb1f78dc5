//! Updates in writing, taken down while a meeting is prepared and put through when their case is open.

use super::laid::{Laid, bare, faults, refused};
use super::plan::prepared;
use super::table::Table;
use desk::{DropUpdateForm, Kind, MeetingForm, PlanView, RefusalCode, UpdateForm, UpdatesView};
use protocol::ids::{MeetingId, SlotId};
use serde_json::json;

fn form(meeting: MeetingId, slot: Option<SlotId>) -> UpdateForm {
    UpdateForm {
        meeting,
        update: None,
        team: "housing".to_owned(),
        sender: "  Dana   Price ".to_owned(),
        slot,
        nothing: false,
        kind: "case-management".to_owned(),
        judgement: true,
        words: " In arrears.\nAgain. ".to_owned(),
        left_out: Vec::new(),
    }
}

fn planned() -> (Laid, PlanView) {
    let mut laid = bare();
    laid.case("Fairweather", Kind::Odoc);
    let plan = prepared(&mut laid, Kind::Odoc);
    (laid, plan)
}

fn saved(laid: &mut Laid, form: UpdateForm) -> UpdatesView {
    laid.desk.save_update(form).expect("kept")
}

#[test]
fn somebodys_own_view_is_taken_down_only_where_it_is_said_to_be_a_judgement() {
    let (mut laid, plan) = planned();
    let slot = plan.slots[0].slot;
    let written = |words: &str, judgement| UpdateForm {
        words: words.to_owned(),
        judgement,
        ..form(plan.meeting.id, Some(slot))
    };
    let view = "I think he is using again";
    let refused = laid.desk.save_update(written(view, false));
    assert_eq!(faults(refused), ["words: own_view"]);
    saved(&mut laid, written(view, true));
    saved(&mut laid, written("He was seen using on Friday", false));
}

#[test]
fn everything_that_an_update_lacks_is_named_at_once() {
    let (mut laid, plan) = planned();
    let meeting = plan.meeting.id;
    let nothing = UpdateForm {
        team: String::new(),
        kind: String::new(),
        words: " ".to_owned(),
        ..form(meeting, None)
    };
    assert_eq!(
        faults(laid.desk.save_update(nothing)),
        [
            "team: not_listed",
            "kind: not_listed",
            "words: missing",
            "slot: not_listed"
        ]
    );
    let nil = UpdateForm {
        nothing: true,
        kind: String::new(),
        words: String::new(),
        ..form(meeting, Some(plan.slots[0].slot))
    };
    let view = saved(&mut laid, nil);
    assert!(view.updates[0].kind.is_none() && view.updates[0].words.is_empty());
}

#[test]
fn an_update_is_kept_changed_and_taken_away_in_one_entry_each() {
    let (mut laid, plan) = planned();
    let (meeting, slot) = (plan.meeting.id, plan.slots[0].slot);
    let before = laid.entries();
    let view = saved(&mut laid, form(meeting, Some(slot)));
    let row = &view.updates[0];
    assert_eq!(
        (&*row.sender, &*row.words),
        ("Dana Price", "In arrears.\nAgain.")
    );
    assert!(row.judgement && row.agency == "Housing");
    let update = row.update;
    let change = UpdateForm {
        update: Some(update),
        judgement: false,
        ..form(meeting, Some(slot))
    };
    let view = saved(&mut laid, change.clone());
    assert_eq!((view.updates.len(), view.updates[0].judgement), (1, false));
    let plan = laid.desk.meeting_plan(MeetingForm { meeting });
    assert_eq!(plan.expect("the plan").updates, 1);
    let drop = || DropUpdateForm { meeting, update };
    laid.desk.drop_update(drop()).expect("taken away");
    assert_eq!(laid.entries(), before + 3);
    let gone = Some(RefusalCode::NoSuchUpdate);
    assert_eq!(refused(laid.desk.drop_update(drop())), gone);
    assert_eq!(refused(laid.desk.save_update(change)), gone);
    assert_eq!(laid.entries(), before + 3);
}

#[test]
fn an_update_that_comes_once_the_meeting_goes_on_is_kept_from_an_agency_that_is_not_in_the_room_and_put_through()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let (meeting, slot) = (table.meeting.clone(), table.slot.clone());
    let form = |team: &str, update: &serde_json::Value| {
        json!({
            "meeting": meeting, "update": update, "team": team, "sender": "", "slot": slot, "nothing": false,
            "kind": "case-management", "judgement": false, "words": "In arrears.", "left_out": [],
        })
    };
    let new = serde_json::Value::Null;
    let here = table.tries("save_update", form("police", &new));
    assert_eq!(refused(here), Some(RefusalCode::OriginatorHere));
    let before = table.laid.entries();
    let view = table.does("save_update", form("housing", &new));
    assert_eq!(table.laid.entries(), before + 1);
    let update = view["updates"][0]["update"].clone();
    table.does("put_update", json!({ "update": update }));
    assert_eq!(table.lines().len(), 1);
    // What was read out stands as it was written.
    let again = table.tries("save_update", form("housing", &update));
    assert_eq!(refused(again), Some(RefusalCode::NoSuchUpdate));
    table.does("undo", json!({}));
    let drop = json!({ "meeting": meeting, "update": update });
    let gone = table.tries("drop_update", drop);
    assert_eq!(refused(gone), Some(RefusalCode::NoSuchUpdate));
}

#[test]
fn what_comes_in_writing_between_two_days_of_a_meeting_waits_for_the_second() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let (meeting, slot) = (table.meeting.clone(), table.slot.clone());
    let form = json!({ "date": "1w", "reason": "The heating failed." });
    table.does("adjourn_meeting", form);
    let form = json!({
        "meeting": meeting, "update": null, "team": "police", "sender": "", "slot": slot, "nothing": true,
        "kind": "", "judgement": false, "words": "", "left_out": [],
    });
    let view = table.does("save_update", form);
    let update = view["updates"][0]["update"].clone();
    let drop = json!({ "meeting": meeting, "update": update });
    table.does("drop_update", drop);
    let before = table.laid.entries();
    let view = table.does("plan_updates", json!({ "meeting": meeting }));
    assert!(view["updates"].as_array().expect("updates").is_empty());
    assert_eq!(table.laid.entries(), before, "nothing was looked at");
}

#[test]
fn what_was_not_put_to_the_meeting_waits_for_its_case_next_month_and_comes_through_there() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let planned = table.next_planned();
    let written_for = planned["date"].clone();
    table.meeting = planned["id"].clone();
    let meeting = table.meeting.clone();
    let plan = table.does("meeting_plan", json!({ "meeting": meeting }));
    for words in ["In arrears.", "Again."] {
        let form = json!({ "meeting": meeting, "update": null, "team": "housing", "sender": "Dana Price",
            "slot": plan["slots"][0]["slot"], "nothing": false, "kind": "case-management",
            "judgement": false, "words": words, "left_out": [] });
        table.does("save_update", form);
    }
    table.opens_on_its_day();
    let slot = table.slot.clone();
    let update = table.does("meeting", json!({}))["opened"]["case"]["written"][0].clone();
    assert_eq!(update["since"], serde_json::Value::Null);
    let aside = json!({ "update": update["update"], "reason": "It is out of date" });
    table.does("set_update_aside", aside);
    table.does("defer_case", json!({ "slot": slot, "reason": "no time" }));
    table.does("end_meeting", json!({}));

    table.meeting = table.next_planned()["id"].clone();
    let meeting = table.meeting.clone();
    let view = table.does("plan_updates", json!({ "meeting": meeting }));
    let rows = view["updates"].as_array().expect("updates");
    assert_eq!(rows.len(), 1, "what was set aside was dealt with");
    assert_eq!(
        (&rows[0]["words"], &rows[0]["since"]),
        (&json!("Again."), &written_for)
    );
    // Put into other words, it is as old as it was.
    let mut form = rows[0].clone();
    form["meeting"] = meeting.clone();
    form["nothing"] = json!(false);
    form["kind"] = json!("case-management");
    form["words"] = json!("In arrears again.");
    let view = table.does("save_update", form);
    assert_eq!(view["updates"][0]["since"], written_for);
    // Taken away and put back by its key, it is the one that it was.
    let drop = json!({ "meeting": meeting, "update": view["updates"][0]["update"] });
    let gone = table.does("drop_update", drop);
    assert_eq!(gone["updates"], json!([]));
    let undo = json!({ "meeting": meeting, "last": gone["last"] });
    let back = table.does("undo_update", undo);
    assert_eq!(back["updates"], view["updates"]);

    table.opens_on_its_day();
    let written = table.does("meeting", json!({}))["opened"]["case"]["written"].clone();
    assert_eq!(written[0]["since"], written_for);
    table.does("put_update", json!({ "update": written[0]["update"] }));
    assert_eq!(table.lines()[0]["words"], "In arrears again.");
}

#[test]
fn what_was_done_last_in_writing_is_taken_back_by_its_key_on_any_day_and_put_back_by_the_next() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let (meeting, slot) = (table.meeting.clone(), table.slot.clone());
    let form = json!({
        "meeting": meeting, "update": null, "team": "housing", "sender": "Dana Price", "slot": slot, "nothing": false,
        "kind": "case-management", "judgement": false, "words": "In arrears.", "left_out": [],
    });
    there_and_back(&mut table, form.clone());
    let day = json!({ "date": "1w", "reason": "The heating failed." });
    table.does("adjourn_meeting", day);
    there_and_back(&mut table, form);
}

/// Keeps one, takes it back and puts it back, each in one entry; and no key takes back what it is not about.
fn there_and_back(table: &mut Table, form: serde_json::Value) {
    let look = json!({ "meeting": form["meeting"] });
    let (before, entries) = (
        table.does("plan_updates", look)["updates"].clone(),
        table.laid.entries(),
    );
    let undo = |view: &serde_json::Value| json!({ "meeting": view["meeting"]["id"], "last": view["last"] });
    let kept = table.does("save_update", form);
    assert_ne!(kept["updates"], before);
    let back = table.does("undo_update", undo(&kept));
    assert_eq!(back["updates"], before);
    let again = table.tries("undo_update", undo(&kept));
    assert_eq!(refused(again), Some(RefusalCode::NothingToUndo));
    let again = table.does("undo_update", undo(&back));
    assert_eq!(again["updates"], kept["updates"]);
    assert_eq!(table.laid.entries(), entries + 3);
}
