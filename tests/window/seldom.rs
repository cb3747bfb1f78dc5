//! What seldom happens at a table, by keyboard: each stands once it is done, and goes back whole by one key.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

/// What was just done is taken back whole, from wherever the focus is, and then put back.
async fn goes_there_and_back(w: &Window, said: &str) {
    w.says(said).await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;
}

async fn goes_back(w: &Window, said: &str) {
    w.says(said).await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
}

async fn person(w: &Window, name: &str) -> Value {
    let all = w.seats().await;
    let found = all.into_iter().find(|p| p["name"] == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}"))
}

async fn stands(w: &Window, case: &Value) -> Value {
    let view = w.does("meeting", json!({})).await;
    let rows = view["agenda"].as_array().cloned().unwrap_or_default();
    let row = rows
        .into_iter()
        .find(|row| row["place"]["slot"] == case["slot"]);
    row.expect("the case's row")["progress"].clone()
}

/// Chooses what changes on the agenda, so many lines down, and says why.
async fn changes_the_agenda(w: &Window, lines_down: usize, why: &str) {
    w.alt('x').await;
    w.says("Add a case referred today").await;
    for _ in 0..lines_down {
        w.key(Key::Down).await;
    }
    w.tab_to("Why").await;
    w.type_words(why).await;
    w.go_on().await;
}

#[tokio::test]
async fn who_somebody_is_and_when_they_were_there_is_put_right_in_the_room_and_back_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(3).await;
    let declan = w.called("Declan").await;
    w.walks_to("Declan").await;
    w.type_words("r").await;
    w.says("is here as").await;
    w.chooses("person-role", "Obs", "observer").await;
    w.tab_to("Keep this role").await;
    w.key(Key::Enter).await;
    goes_there_and_back(&w, "is here as observer").await;
    assert_eq!(person(&w, &declan).await["role"], "observer");
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(person(&w, &declan).await["role"], "representative");

    w.takes_the_chair("Declan").await;
    goes_there_and_back(&w, "has the chair from now on").await;
    assert_eq!(person(&w, &declan).await["role"], "chair");

    w.walks_to("Ifeoma").await;
    w.type_words("c").await;
    w.says("the authority to share?").await;
    w.type_words("Head of Service").await;
    w.key(Key::Enter).await;
    goes_there_and_back(&w, "is confirmed").await;

    // Whoever was out, and nobody noticed, is no recipient of what was said meanwhile.
    w.goes_to_the_line().await;
    w.records("pol intel seen twice at the address").await;
    let received = async || w.lines().await[0]["shared"]["people"].as_u64();
    let before = received().await.expect("shared");
    let at = w.lines().await[0]["at"].clone();
    w.was_out_unnoticed("Ifeoma", at.as_str().expect("a time"))
        .await;
    goes_there_and_back(&w, "times are put right").await;
    assert_eq!(received().await, Some(before - 1));
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(received().await, Some(before));
}

#[tokio::test]
async fn a_case_leaves_the_cohort_or_goes_to_child_protection_and_comes_back_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(3).await;
    changes_the_agenda(&w, 2, "a child is at risk of harm").await;
    goes_there_and_back(&w, "is referred to child protection").await;
    assert_eq!(stands(&w, &case).await, "referred_to_child_protection");
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    changes_the_agenda(&w, 3, "no offence for a year").await;
    goes_there_and_back(&w, "is off the cohort").await;
    assert_eq!(stands(&w, &case).await, "taken_off");
    let page = w.does("case_page", json!({ "case": case["case"] })).await;
    assert!(page["kept"]["closed"].is_string(), "{}", page["kept"]);
    w.picture("taken-off-with-an-undo").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(stands(&w, &case).await, "now");
    let page = w.does("case_page", json!({ "case": case["case"] })).await;
    assert!(page["kept"].is_null(), "its file is open again");

    w.is_in_custody_at("HMP Invented Hill").await;
    w.press("Keep").await;
    goes_back(&w, "Where they are is kept").await;
    w.says("Community").await;
}

#[tokio::test]
async fn the_register_takes_apologies_and_observers_and_a_meeting_begins_without_whom_it_needs() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    w.does("open_register", form).await;
    // Everybody is here but the two agencies without which nothing is decided.
    for person in w.seats().await {
        let agency = person["agency"].as_str().unwrap_or_default();
        if !["Police", "Probation"].contains(&agency) {
            let form = json!({ "attendance": person["attendance"] });
            w.does("mark_present", form).await;
        }
    }
    w.look_again().await;
    w.says("Who is in the room?").await;
    let away = w.called("Declan").await;
    w.press(&format!("Apologies from {away}")).await;
    goes_there_and_back(&w, &format!("Apologies from {away}")).await;
    assert_eq!(person(&w, &away).await["whereabouts"], "apologies");
    w.says("Nobody is here for").await;
    w.picture("register-without-whom-it-needs").await;
    w.press("Go on without them").await;
    goes_there_and_back(&w, "How the chair goes on is kept").await;
    w.says("The chair has chosen to go on").await;
}

#[tokio::test]
async fn a_meeting_ended_too_soon_goes_on_by_one_key_where_it_was() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(3).await;
    w.comes_to("any_other_business").await;
    w.records("= the hall is booked").await;
    w.press("End the meeting").await;
    w.says("Before you end").await;
    w.ends().await;
    w.says("who chaired at the close").await;
    goes_back(&w, "The meeting has ended").await;
    w.element("#capture-line").await;
    w.picture("ended-too-soon").await;
    let view = w.does("meeting", json!({})).await;
    assert_eq!(view["opened"]["what"], "any_other_business");
    assert_eq!(view["opened"]["lines"][0]["words"], "the hall is booked");
    assert!(
        !view["people"][0]["accepted_at"].is_null(),
        "nobody is asked again"
    );
}

#[tokio::test]
async fn a_meeting_that_cannot_go_on_is_abandoned_and_a_planned_one_is_put_off() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(3).await;
    w.look_again().await;
    w.has_to_stop("Abandon it", "#abandon-reason").await;
    w.picture("abandoning").await;
    w.key(Key::Enter).await;
    w.says("Error").await;
    w.type_words("The fire alarm went").await;
    w.key(Key::Enter).await;
    w.says("The meeting is abandoned").await;
    w.picture("abandoned").await;
    assert!(w.ask("meeting", json!({})).await.is_err());
    goes_back(&w, "The meeting is abandoned").await;
    w.element("#capture-line").await;
    w.picture("gone-back-in").await;
    let view = w.does("meeting", json!({})).await;
    assert!(view["opened"]["case"].is_object(), "where it was left");
    w.has_to_stop("Abandon it", "#abandon-reason").await;
    w.type_words("The fire alarm went again").await;
    w.key(Key::Enter).await;
    w.says("The meeting is abandoned").await;

    let next = w.next_odoc().await;
    let form = json!({ "meeting": next });
    let before = w.does("meeting_plan", form.clone()).await["meeting"].clone();
    w.chord(&[Key::Alt], '0').await;
    w.goes_to_place('1', "").await;
    w.says("Before you start").await;
    w.press("Prepare the ODOC").await;
    w.says("If it cannot be held").await;
    w.tab_to("To which day").await;
    w.type_words("9w").await;
    w.tab_to("input: Why").await;
    w.type_words("The building is closed").await;
    w.key(Key::Enter).await;
    w.says("Put off to").await;
    w.picture("put-off-with-an-undo").await;
    let after = w.does("meeting_plan", form.clone()).await["meeting"].clone();
    assert_ne!(after["date"], before["date"]);
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert_eq!(w.does("meeting_plan", form).await["meeting"], before);
}
