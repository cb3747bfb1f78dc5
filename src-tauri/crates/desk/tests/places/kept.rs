//! What was kept last in a register, in a case's file or in the agreement is taken back whole (`0027`).

use super::laid::{Laid, bare, case_form, refused};
use desk::{Kind, RefusalCode, contract};
use serde_json::{Value, json};

fn ask(laid: &mut Laid, name: &str, form: Value) -> Value {
    let answer = contract::dispatch(&mut laid.desk, name, form);
    answer.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

/// How things stand, but for what every change leaves behind: its number, and one version of the agreement more.
fn standing(laid: &mut Laid, (look, form): &(&str, Value)) -> Value {
    let mut view = ask(laid, look, form.clone());
    let fields = view.as_object_mut().expect("a view");
    for field in ["last", "versions", "version", "rules_hash", "history"] {
        fields.remove(field);
    }
    if let Some(grounds) = fields.get_mut("grounds").and_then(Value::as_object_mut) {
        grounds.remove("last");
    }
    view
}

/// Does something, takes it back and does it again, each in one entry.
fn there_and_back(laid: &mut Laid, look: &(&str, Value), name: &str, form: Value) {
    let (before, entries) = (standing(laid, look), laid.entries());
    let kept = ask(laid, name, form);
    let after = standing(laid, look);
    assert!(before != after, "{name} does something");
    let last = &kept["last"];
    assert!(last.is_u64(), "{name} cannot be taken back");
    ask(laid, "undo_kept", json!({ "last": last }));
    assert!(standing(laid, look) == before, "{name} is taken back");
    let again = ask(laid, look.0, look.1.clone())["last"].clone();
    ask(laid, "undo_kept", json!({ "last": again }));
    assert!(standing(laid, look) == after, "{name} is so again");
    let looks = if look.0.starts_with("case_") { 4 } else { 0 };
    assert_eq!(
        laid.entries(),
        entries + 3 + looks,
        "{name} in one entry each"
    );
}

#[test]
fn whatever_is_kept_in_a_register_is_taken_back_as_if_it_had_not_been() {
    let mut laid = bare();
    let people = ("people", json!({}));
    let person = json!({ "id": null, "name": "Ines Calder", "job": "Advocate", "team": "police",
        "guest_agency": "", "guest_statutory": false, "retired": false });
    there_and_back(&mut laid, &people, "save_person", person.clone());
    let known = ask(&mut laid, "people", json!({}))["people"][0]["id"].clone();
    let mut moved = person.clone();
    (moved["id"], moved["team"]) = (known.clone(), json!("housing"));
    there_and_back(&mut laid, &people, "save_person", moved);
    let mut twin = person;
    twin["job"] = json!("Another");
    let twin = ask(&mut laid, "save_person", twin);
    let twin = twin["people"].as_array().expect("people").iter();
    let twin = twin.map(|row| &row["id"]).find(|id| **id != known);
    let two = json!({ "person": known, "into": twin });
    there_and_back(&mut laid, &people, "tell_people_apart", two);
    let officer = json!({ "id": null, "organisation": "police", "primary": true, "name": "Wren Abernathy",
        "role": "Crime Manager", "email": "wren@police.example", "telephone": "01214960101", "retired": false });
    there_and_back(&mut laid, &people, "save_officer", officer);
}

#[test]
fn a_case_and_whatever_is_put_on_its_file_is_taken_back_as_if_it_had_not_been() {
    let mut laid = bare();
    let form = case_form("Fairweather", Kind::DipCaseReview);
    let form = serde_json::to_value(form).expect("a form");
    there_and_back(&mut laid, &("cases", json!({})), "save_case", form.clone());
    let case = ask(&mut laid, "cases", json!({}))["cases"][0]["id"].clone();
    let page = ("case_page", json!({ "case": case }));
    let mut otherwise = form;
    (otherwise["id"], otherwise["surname"]) = (case.clone(), json!("Otherwise-Named"));
    there_and_back(&mut laid, &page, "save_case", otherwise);

    let file = ("case_grounds", json!({ "case": case }));
    let waiver = json!({ "case": case, "sort": "waiver", "victim": "", "kinds": ["treatment"],
        "recipients": ["team:dip"], "guest": "", "purposes": ["support"], "given": "1/10/2026", "expires": "",
        "how": "in_writing", "explicit": true, "understood": true, "freely_given": true,
        "taken_by": "The DIP worker", "evidence": "" });
    there_and_back(&mut laid, &file, "save_consent", waiver);
    let consent = ask(&mut laid, file.0, file.1.clone())["consents"][0]["id"].clone();
    let told = json!({ "case": case, "consent": consent, "told_by": "The client", "note": "" });
    there_and_back(&mut laid, &file, "withdraw_consent", told);
    let objection = json!({ "case": case, "every_kind": false, "kinds": ["treatment"], "every_recipient": true,
        "recipients": [], "upheld": "1/10/2026", "decided_by": "The chair", "reason": "It would cause distress" });
    there_and_back(&mut laid, &file, "uphold_objection", objection);
    let restriction = ask(&mut laid, file.0, file.1.clone())["restrictions"][0]["id"].clone();
    let other = serde_json::to_value(case_form("Otherwise-Named", Kind::Odoc)).expect("a form");
    let there = ask(&mut laid, "save_case", other)["row"]["id"].clone();
    let theirs = ("case_grounds", json!({ "case": there }));
    let too = json!({ "case": case, "restriction": restriction, "there": there });
    there_and_back(&mut laid, &theirs, "file_objection_there", too);
    let mut flagged = ask(&mut laid, "case_page", json!({ "case": case }))["form"].clone();
    flagged["mappa"] = json!(true);
    ask(&mut laid, "save_case", flagged);
    let too = json!({ "case": case, "flag": "mappa", "there": there });
    let page = ("case_page", json!({ "case": there }));
    there_and_back(&mut laid, &page, "flag_there", too);
    let lifted = json!({ "case": case, "restriction": restriction, "decided_by": "The chair", "reason": "Taken back" });
    there_and_back(&mut laid, &file, "lift_restriction", lifted);
}

#[test]
fn an_agreement_that_was_changed_is_in_force_again_as_another_version() {
    let mut laid = bare();
    let agreement = ("partnership", json!({}));
    let charity = json!({ "key": "", "name": "The Lantern Trust", "short_name": "Lantern", "statutory": false,
        "party": true, "competent_authority": false, "relevant_authority": false, "note": "" });
    there_and_back(&mut laid, &agreement, "save_organisation", charity);
    let team = json!({ "key": "", "organisation": "lantern", "name": "Lantern outreach", "short_name": "Outreach",
        "capture_key": "lan", "in_cjit": false, "enforcement": false, "strand": "resettlement" });
    there_and_back(&mut laid, &agreement, "save_team", team);
    let holder = json!({ "kind": "treatment", "team": "outreach", "holds": true });
    there_and_back(&mut laid, &agreement, "set_holder", holder);
    let ladder = json!({ "meeting": "odoc", "on": true });
    there_and_back(&mut laid, &agreement, "set_ladder", ladder);
    there_and_back(&mut laid, &agreement, "confirm_matrix", json!({}));
    let versions = ask(&mut laid, agreement.0, json!({}))["versions"].clone();
    let all = versions.as_array().expect("versions");
    let by = |name: &str| all.iter().filter(|one| one["by"] == name).count();
    assert_eq!(by("The chair"), all.len(), "{versions}");
    assert_eq!(all.len(), 16, "{versions}");
}

#[test]
fn a_meeting_that_was_prepared_goes_as_long_as_nothing_was_built_on_it() {
    let mut laid = bare();
    laid.case("Fairweather", Kind::Odoc);
    laid.person("Robin Ashdown", "police");
    let kind = json!({ "kind": "odoc" });
    let meetings = ("meetings", json!({}));
    let (before, entries) = (standing(&mut laid, &meetings), laid.entries());
    let plan = ask(&mut laid, "prepare_meeting", kind.clone());
    let after = standing(&mut laid, &meetings);
    assert_ne!(after, before);
    ask(&mut laid, "undo_kept", json!({ "last": plan["prepared"] }));
    assert_eq!(standing(&mut laid, &meetings), before, "no plan is left");
    let meeting = json!({ "meeting": plan["meeting"]["id"] });
    let gone = contract::dispatch(&mut laid.desk, "meeting_plan", meeting.clone());
    assert_eq!(refused(gone), Some(RefusalCode::WrongStage));
    let again = ask(&mut laid, "meetings", json!({}))["last"].clone();
    ask(&mut laid, "undo_kept", json!({ "last": again }));
    assert_eq!(standing(&mut laid, &meetings), after);
    assert_eq!(laid.entries(), entries + 3);
    let mut same = ask(&mut laid, "meeting_plan", meeting.clone());
    same["prepared"] = plan["prepared"].clone();
    assert_eq!(same, plan, "and it is the plan that it was");

    let last = ask(&mut laid, "meetings", json!({}))["last"].clone();
    let slot = json!({ "meeting": meeting["meeting"], "slot": plan["slots"][0]["slot"] });
    ask(&mut laid, "plan_remove_case", slot);
    let answer = contract::dispatch(&mut laid.desk, "undo_kept", json!({ "last": last }));
    assert_eq!(
        refused(answer),
        Some(RefusalCode::NothingToUndo),
        "a plan that was worked on stays"
    );
}

#[test]
fn nothing_is_taken_back_once_something_else_was_written() {
    let mut laid = bare();
    let kept = laid.person("Ines Calder", "police").last;
    laid.case("Fairweather", Kind::Odoc);
    let before = laid.entries();
    let form = json!({ "last": kept });
    let answer = contract::dispatch(&mut laid.desk, "undo_kept", form);
    assert_eq!(refused(answer), Some(RefusalCode::NothingToUndo));
    assert_eq!(laid.entries(), before);
}
