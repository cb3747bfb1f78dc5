//! What follows from an ended meeting until it is signed: the next one's actions and agenda, and the cases' files.

use super::laid::refused;
use super::table::Table;
use desk::{Kind, RefusalCode};
use serde_json::{Value, json};

/// Two cases were discussed and closed, the first with these lines besides; the meeting has ended.
struct Ended {
    table: Table,
    first: Value,
    second: Value,
    slots: [Value; 2],
}

impl Ended {
    fn with(lines: &[&str]) -> Self {
        let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
        let second = table.laid.case("Thistlewood", Kind::Odoc).row.id;
        let slot = table.refers(&json!(second), "", "amber");
        for line in lines.iter().chain(&["= no action"]) {
            table.laid.clock.advance(chrono::TimeDelta::minutes(1));
            table.does("record_line", json!({ "line": line }));
        }
        table.does("close_case", json!({}));
        table.does("open_case", json!({ "slot": slot, "because": "" }));
        table.does("record_line", json!({ "line": "= no action" }));
        table.does("close_case", json!({}));
        table.does("end_meeting", json!({}));
        Self {
            first: json!({ "case": table.case }),
            second: json!({ "case": second }),
            slots: [table.slot.clone(), slot],
            table,
        }
    }

    fn of(&self, more: Value) -> Value {
        let mut form = json!({ "meeting": self.table.meeting });
        let more = more.as_object().expect("fields").clone();
        form.as_object_mut().expect("a form").extend(more);
        form
    }

    /// The line of this sort that says this, wherever it stands.
    fn line(&mut self, words: &str) -> Value {
        let form = self.of(json!({}));
        let view = self.table.does("documents", form);
        let places = view["lines"].as_array().expect("places").iter();
        let mut lines = places.flat_map(|place| place["lines"].as_array().expect("lines"));
        let found = lines.find(|line| line["words"] == words || line["action"]["words"] == words);
        found.unwrap_or_else(|| panic!("no {words}"))["name"].clone()
    }

    fn moves(&mut self, words: &str, to: usize) -> Value {
        let line = self.line(words);
        let form = self.of(json!({ "line": line, "slot": self.slots[to], "chair_did": "" }));
        self.table.does("move_closed", form)
    }

    fn takes_back(&mut self, words: &str) -> Value {
        let line = self.line(words);
        let form = self.of(json!({ "line": line }));
        self.table.does("take_back_closed", form)
    }

    fn undoes(&mut self, view: &Value) -> Value {
        let form = self.of(json!({ "last": view["last"] }));
        self.table.does("undo_last_closed", form)
    }

    /// Every action that the next meeting's plan carries, with the case that it is of.
    fn carried(&mut self) -> Vec<(String, String)> {
        let next = self.table.next_planned()["id"].clone();
        let plan = self.table.does("meeting_plan", json!({ "meeting": next }));
        labelled(&plan["carried"])
    }

    fn planned_cases(&mut self) -> Vec<String> {
        let next = self.table.next_planned()["id"].clone();
        let plan = self.table.does("meeting_plan", json!({ "meeting": next }));
        let slots = plan["slots"].as_array().expect("slots").iter();
        slots
            .map(|s| s["name"].as_str().expect("a name").to_owned())
            .collect()
    }

    fn kept(&mut self, case: &Value) -> Value {
        self.table.does("case_page", case.clone())["kept"].clone()
    }
}

fn labelled(rows: &Value) -> Vec<(String, String)> {
    let rows = rows.as_array().expect("actions").iter();
    let text = |row: &Value, of: &str| row[of].as_str().expect("a text").to_owned();
    rows.map(|row| (text(row, "case_label"), text(row, "words")))
        .collect()
}

const CALL: &str = "call at the address";

#[test]
fn an_action_put_right_beside_the_draft_is_carried_to_the_next_meeting_as_it_stands_now_and_as_it_was_when_taken_back()
 {
    let mut ended = Ended::with(&["> pol call at the address by 2w"]);
    let was = ended.carried();
    assert!(
        matches!(&was[..], [(of, what)] if of.ends_with("Fairweather") && what == CALL),
        "{was:?}"
    );
    let moved = ended.moves(CALL, 1);
    let now = ended.carried();
    assert!(
        matches!(&now[..], [(of, what)] if of.ends_with("Thistlewood") && what == CALL),
        "{now:?}"
    );
    let undone = ended.undoes(&moved);
    assert_eq!(ended.carried(), was);
    ended.undoes(&undone);
    assert_eq!(ended.carried(), now);
    let taken = ended.takes_back(CALL);
    assert!(ended.carried().is_empty());
    ended.undoes(&taken);
    assert_eq!(ended.carried(), now);
    // The next meeting begins, and has the action under its own case, and nowhere else.
    let next = ended.table.next_planned()["id"].clone();
    ended.table.meeting = next;
    ended.table.opens_on_its_day();
    let view = ended.table.does("meeting", json!({}));
    let since = &view["opened"]["case"]["since"]["actions"];
    assert_eq!(since.as_array().map_or(0, Vec::len), 0, "{since}");
}

#[test]
fn an_action_moved_while_the_next_meeting_goes_on_stands_there_under_its_own_case() {
    let mut ended = Ended::with(&["> pol call at the address by 2w"]);
    let past = ended.table.meeting.clone();
    ended.table.meeting = ended.table.next_planned()["id"].clone();
    ended.table.opens_on_its_day();
    let of_the_case = |table: &mut Table| {
        let view = table.does("meeting", json!({}));
        let actions = view["opened"]["case"]["since"]["actions"].as_array();
        actions.map_or(0, Vec::len)
    };
    assert_eq!(of_the_case(&mut ended.table), 1);
    ended.table.meeting = past;
    let moved = ended.moves(CALL, 1);
    assert_eq!(of_the_case(&mut ended.table), 0);
    ended.table.does("meeting", json!({}));
    ended.undoes(&moved);
    assert_eq!(of_the_case(&mut ended.table), 1);
}

#[test]
fn a_closure_moved_or_taken_back_beside_the_draft_opens_and_closes_the_files_and_next_months_agenda_with_it()
 {
    let closing = "done with";
    let mut ended = Ended::with(&["= closure: done with"]);
    let (first, second) = (ended.first.clone(), ended.second.clone());
    let day = ended.kept(&first)["closed"].clone();
    let until = ended.kept(&first)["until"].clone();
    let closed: chrono::NaiveDate = serde_json::from_value(day.clone()).expect("a day");
    assert_eq!(ended.planned_cases(), ["Ash Thistlewood"]);
    let moved = ended.moves(closing, 1);
    assert_eq!(ended.kept(&first), Value::Null, "it never was to be closed");
    let kept = ended.kept(&second);
    assert_eq!((&kept["closed"], &kept["until"]), (&day, &until));
    if let Some(months) = kept["months"].as_u64() {
        let months = chrono::Months::new(u32::try_from(months).expect("a few"));
        let until: chrono::NaiveDate = serde_json::from_value(until).expect("a day");
        assert_eq!(closed.checked_add_months(months), Some(until));
    }
    assert_eq!(ended.planned_cases(), ["Ash Fairweather"]);
    ended.undoes(&moved);
    assert_eq!(ended.kept(&first)["closed"], day);
    assert_eq!(ended.kept(&second), Value::Null);
    assert_eq!(ended.planned_cases(), ["Ash Thistlewood"]);
    let taken = ended.takes_back(closing);
    assert_eq!(ended.kept(&first), Value::Null);
    ended.undoes(&taken);
    assert_eq!(ended.kept(&first)["closed"], day);
}

#[test]
fn a_closure_moved_in_the_meeting_opens_and_closes_the_files_with_it() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let second = table.laid.case("Thistlewood", Kind::Odoc).row.id;
    let slot = table.refers(&json!(second), "", "amber");
    table.does("record_line", json!({ "line": "= closure: done with" }));
    table.laid.clock.advance(chrono::TimeDelta::minutes(1));
    table.does("record_line", json!({ "line": "= no action" }));
    let line = table.lines()[0]["name"].clone();
    table.does("close_case", json!({}));
    let kept = |table: &mut Table, case: Value| {
        table.does("case_page", json!({ "case": case }))["kept"].clone()
    };
    let (first, second) = (json!(table.case), json!(second));
    assert_ne!(kept(&mut table, first.clone()), Value::Null);
    table.does("open_case", json!({ "slot": slot, "because": "" }));
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    let before = table.laid.entries();
    let form = json!({ "line": line, "slot": slot, "chair_did": "" });
    table.does("move_line", form);
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(kept(&mut table, first), Value::Null);
    assert_ne!(kept(&mut table, second), Value::Null);
}

#[test]
fn whoever_looks_at_every_line_of_a_draft_is_entered_once_for_each_opening() {
    let mut ended = Ended::with(&["pol intel seen at the depot"]);
    let before = ended.table.laid.entries();
    let form = ended.of(json!({}));
    ended.table.does("documents", form.clone());
    assert_eq!(ended.table.laid.entries(), before + 1);
    let moved = ended.moves("seen at the depot", 1);
    let before = ended.table.laid.entries();
    ended.table.does("documents", form);
    assert_eq!(ended.table.laid.entries(), before + 1);
    // Looking is nothing done: the move can still be taken back.
    ended.undoes(&moved);
}

/// Something in writing about a case of that meeting, from an agency that is not there.
fn writes(table: &mut Table, meeting: &Value, slot: &Value) -> Value {
    let form = json!({ "meeting": meeting, "update": null, "team": "housing", "sender": "Dana Price",
        "slot": slot, "nothing": false, "kind": "case-management", "judgement": false,
        "words": "The tenancy ends.", "left_out": [] });
    let view = table.does("save_update", form);
    json!({ "meeting": meeting, "update": view["updates"][0]["update"] })
}

#[test]
fn a_case_closed_while_something_in_writing_waits_for_it_is_on_the_next_agenda_with_that() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let (meeting, slot) = (table.meeting.clone(), table.slot.clone());
    writes(&mut table, &meeting, &slot);
    table.does("record_line", json!({ "line": "= closure: done with" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let case = json!({ "case": table.case });
    let file = table.does("case_page", case);
    assert_ne!(file["kept"], Value::Null, "its file is closed");
    let next = table.next_planned()["id"].clone();
    let view = table.does("plan_updates", json!({ "meeting": next }));
    assert_eq!(view["updates"].as_array().map(Vec::len), Some(1), "{view}");
    let plan = table.does("meeting_plan", json!({ "meeting": next }));
    let slot = json!({ "meeting": next, "slot": plan["slots"][0]["slot"] });
    let plan = table.does("plan_remove_case", slot);
    assert_eq!(plan["slots"], json!([]), "until somebody takes it off");
}

#[test]
fn a_case_closed_beside_the_draft_stays_on_the_next_agenda_only_while_something_in_writing_waits() {
    let closing = "done with";
    let mut ended = Ended::with(&["= closure: done with"]);
    let next = ended.table.next_planned()["id"].clone();
    let plan = json!({ "meeting": next });
    let plan = ended.table.does("meeting_plan", plan);
    let update = writes(&mut ended.table, &next, &plan["slots"][0]["slot"]);
    ended.moves(closing, 1);
    assert_ne!(ended.kept(&ended.second.clone()), Value::Null);
    assert_eq!(
        ended.planned_cases(),
        ["Ash Thistlewood", "Ash Fairweather"]
    );
    ended.moves(closing, 0);
    assert_eq!(ended.planned_cases(), ["Ash Thistlewood"]);
    ended.table.does("drop_update", update);
    ended.moves(closing, 1);
    assert_eq!(ended.planned_cases(), ["Ash Fairweather"]);
}

#[test]
fn an_agency_outside_the_room_is_ticked_off_by_itself_and_the_tick_is_taken_back() {
    let mut ended = Ended::with(&["pol intel +yos seen twice"]);
    let line = ended.line("seen twice");
    let form = ended.of(json!({ "line": line, "words": "seen once" }));
    let view = ended.table.does("correct_closed", form);
    let row = view["tell"][0].clone();
    let outside = |view: &Value| {
        let all = view["tell"][0]["recipients"].as_array();
        let mut all = all.expect("recipients").iter();
        all.find(|one| one["agency"].is_null()).cloned()
    };
    let surgery = outside(&view).unwrap_or_else(|| panic!("nobody outside the room: {view}"));
    assert_eq!(surgery["told_by"], Value::Null);
    let told = |ended: &Ended, who: &Value, told: bool| {
        ended.of(json!({ "correction": row["correction"], "recipient": who, "told": told }))
    };
    let entries = ended.table.laid.entries();
    let form = told(&ended, &surgery["who"], true);
    let view = ended.table.does("tick_told", form.clone());
    assert_eq!(outside(&view).expect("there")["told_by"], "The chair");
    let ticks = view["tell"][0]["recipients"]
        .as_array()
        .expect("recipients");
    let ticked = ticks.iter().filter(|one| !one["told_by"].is_null());
    assert_eq!(ticked.count(), 1, "nobody else with it");
    assert!(
        ended.table.tries("tick_told", form).is_err(),
        "ticked twice"
    );
    let mut another = surgery["who"].clone();
    another["nth"] = json!(7);
    let nobody = told(&ended, &another, true);
    assert!(ended.table.tries("tick_told", nobody).is_err());
    let form = told(&ended, &surgery["who"], false);
    let view = ended.table.does("tick_told", form);
    assert_eq!(outside(&view), Some(surgery));
    assert_eq!(
        ended.table.laid.entries(),
        entries + 2,
        "the journal keeps both"
    );
}

#[test]
fn the_minutes_of_the_meeting_before_are_agreed_once_they_are_signed_and_not_while_they_are_a_draft()
 {
    let mut ended = Ended::with(&[]);
    let past = ended.table.meeting.clone();
    ended.table.meeting = ended.table.next_planned()["id"].clone();
    ended.table.opens_on_its_day();
    ended.table.does("close_without_action", json!({}));
    let place = json!({ "place": { "place": "previous_minutes" } });
    let opened = ended.table.does("turn_to", place)["opened"].clone();
    assert_eq!(opened["meeting"], past);
    assert_eq!(opened["signed"], false);
    let agree = json!({ "corrections": "" });
    let refusal = refused(ended.table.tries("agree_minutes", agree.clone()));
    assert_eq!(refusal, Some(RefusalCode::MinutesNotSigned));
    let goes_on = std::mem::replace(&mut ended.table.meeting, past);
    ended.table.is_signed();
    ended.table.meeting = goes_on;
    let opened = ended.table.does("meeting", json!({}))["opened"].clone();
    assert_eq!(opened["signed"], true);
    let view = ended.table.does("agree_minutes", agree);
    assert_eq!(view["opened"]["agreed"], true);
}
