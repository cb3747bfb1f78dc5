//! What was changed between two meetings, as it was before by one key.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

/// Writes something else into a field, and keeps it.
async fn changes(w: &Window, label: &str, words: &str, saved: &str) {
    let field = w.field(label).await;
    field.clear().await.expect("a field that can be emptied");
    w.writes(label, words).await;
    w.key(Key::Enter).await;
    w.says(saved).await;
}

async fn person(w: &Window, name: &str) -> Value {
    let view = w.does("people", json!({})).await;
    let people = view["people"].as_array().expect("people").iter();
    let mut found = people.filter(|person| person["name"] == name);
    found.next().expect("somebody of that name").clone()
}

/// Somebody new is on the register; by one key they are not, and by the next they are.
async fn a_new_person_comes_and_goes(w: &Window) {
    let known = async |name: &str| {
        let view = w.does("people", json!({})).await;
        let mut people = view["people"].as_array().expect("people").iter();
        people.any(|person| person["name"] == name)
    };
    w.press("Add a person").await;
    w.writes("Name", "Isolde Marchbanks-Tye").await;
    w.writes("Guest’s agency", "Canalside Mentoring").await;
    w.key(Key::Enter).await;
    w.says("Isolde Marchbanks-Tye is saved").await;
    assert!(known("Isolde Marchbanks-Tye").await);
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert!(!known("Isolde Marchbanks-Tye").await);
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;
    assert!(known("Isolde Marchbanks-Tye").await);
}

#[tokio::test]
async fn what_was_changed_in_a_register_or_a_plan_is_as_it_was_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    w.look_again().await;
    w.sized(1366, 768).await;

    w.goes_to_place('5', "Registers").await;
    let name = plan["people"][2]["name"].as_str().expect("a name");
    let before = person(&w, name).await;
    w.press(name).await;
    changes(&w, "Job", "On secondment", "is saved").await;
    assert_eq!(person(&w, name).await["job"], "On secondment");
    w.picture("person-saved-with-an-undo").await;
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert_eq!(person(&w, name).await, before);
    a_new_person_comes_and_goes(&w).await;

    w.goes_to_place('3', "Cases").await;
    let case = &plan["slots"][0]["case"];
    let form = json!({ "case": case });
    let before = w.does("case_page", form.clone()).await["form"].clone();
    w.press(plan["slots"][0]["name"].as_str().expect("a name"))
        .await;
    w.says("Change").await;
    w.alt('e').await;
    changes(&w, "Surname", "Otherwise-Named", "is saved").await;
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert_eq!(w.does("case_page", form).await["form"], before);

    w.goes_to_place('1', "").await;
    w.press("Prepare the ODOC").await;
    w.says("When and where").await;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    let before = w.does("meeting_plan", form.clone()).await["meeting"].clone();
    changes(&w, "Place", "Another room", "place are kept").await;
    w.picture("plan-changed-with-an-undo").await;
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    let place = w.field("Place").await.prop("value").await.expect("a value");
    assert_eq!(place.unwrap_or_default(), before["venue"]);
    assert_eq!(w.does("meeting_plan", form).await["meeting"], before);
}

#[tokio::test]
async fn a_meeting_prepared_by_mistake_goes_by_one_key_and_comes_again_by_another() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("No meeting is planned").await;
    w.go_on().await;
    w.says("is prepared").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    w.says("Prepare the first").await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;
    let meetings = w.does("meetings", json!({})).await;
    assert_eq!(meetings["meetings"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_letter_that_no_typeface_has_is_told_beside_the_field_while_the_name_is_typed() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("This month").await;
    w.chord(&[Key::Alt], '5').await;
    w.says("Representatives").await;
    w.chord(&[Key::Alt], 'n').await;
    w.says("New person").await;
    w.writes("Name", "Gita \u{a97}").await;
    w.says("No typeface here can print").await;
    w.is_accessible("A name with a letter that cannot be printed")
        .await;
}
