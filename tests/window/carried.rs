//! What stands before the first case, by keyboard: last month's minutes, and each carried action's four keys; and what a case brings along.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

async fn opened(w: &Window) -> Value {
    w.does("meeting", json!({})).await["opened"].clone()
}

/// A carried action as the desk tells it now.
async fn action(w: &Window, which: &Value) -> Value {
    let all = opened(w).await["actions"].clone();
    let found = all
        .as_array()
        .into_iter()
        .flatten()
        .find(|a| a["id"] == *which);
    found.expect("an action").clone()
}

/// The action whose row has the focus.
async fn in_focus(w: &Window) -> Value {
    w.run("return document.activeElement.dataset.action ?? null")
        .await
}

async fn becomes(w: &Window, which: &Value, outcome: Value) {
    w.until(&format!("the action to be {outcome}"), async |w| {
        action(w, which).await["outcome"] == outcome
    })
    .await;
}

/// The focus has gone on to another action; answers to which.
async fn goes_on_from(w: &Window, before: &Value) -> Value {
    w.until("the next action", async |w| {
        let now = in_focus(w).await;
        !now.is_null() && now != *before
    })
    .await;
    in_focus(w).await
}

#[tokio::test]
async fn each_outcome_of_a_carried_action_is_one_key_and_one_key_opens_it_again() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(3).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.comes_to("matters_arising").await;
    w.says("Carried actions").await;
    w.tabs_to_an_action().await;
    for (key, outcome, said) in [
        ("c", "not_possible", "circumstances changed"),
        ("x", "no_longer_needed", "No longer needed"),
        ("d", "done", "Done"),
    ] {
        let which = in_focus(&w).await;
        w.type_words(key).await;
        becomes(&w, &which, json!(outcome)).await;
        w.says(said).await;
        goes_on_from(&w, &which).await;
        w.ctrl('z').await;
        becomes(&w, &which, Value::Null).await;
        w.says("The action is open again").await;
    }

    // One that was not done goes on under a new date, and a date that is none says so where it stands.
    let which = in_focus(&w).await;
    let due = action(&w, &which).await["due"].clone();
    w.type_words("n").await;
    w.until("the new date's field", async |w| {
        w.focus().await.contains("New date for")
    })
    .await;
    w.type_words("whenever").await;
    w.key(Key::Enter).await;
    w.element("[role=alert]").await;
    w.is_accessible("A new date that is none").await;
    w.picture("carried-no-date").await;
    assert_eq!(action(&w, &which).await["outcome"], Value::Null);
    w.ctrl('a').await;
    w.type_words("3w").await;
    w.key(Key::Tab).await;
    w.type_words("the officer was ill").await;
    w.key(Key::Enter).await;
    becomes(&w, &which, json!("not_done")).await;
    let kept = action(&w, &which).await;
    assert_eq!(kept["note"], "the officer was ill");
    let goes_on = async |w: &Window| -> Vec<Value> {
        let all = w.does("actions", json!({})).await["open"].clone();
        let all = all.as_array().cloned().unwrap_or_default();
        let same = |a: &&Value| a["words"] == kept["words"] && a["due"] != due;
        all.iter().filter(same).cloned().collect()
    };
    assert_eq!(goes_on(&w).await.len(), 1, "under its new date");
    w.picture("carried-settled").await;
    w.ctrl('z').await;
    becomes(&w, &which, Value::Null).await;
    assert!(goes_on(&w).await.is_empty(), "as it was due before");

    // The wrong row's key, seen some keys later: the same key again opens it.
    let which = in_focus(&w).await;
    w.type_words("d").await;
    becomes(&w, &which, json!("done")).await;
    let other = goes_on_from(&w, &which).await;
    w.type_words("x").await;
    becomes(&w, &other, json!("no_longer_needed")).await;
    goes_on_from(&w, &other).await;
    w.key(Key::Up).await;
    w.key(Key::Up).await;
    assert_eq!(in_focus(&w).await, which);
    w.type_words("d").await;
    becomes(&w, &which, Value::Null).await;
}

#[tokio::test]
async fn the_last_minutes_are_agreed_with_a_correction_and_one_key_takes_that_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(3).await;
    w.look_again().await;
    w.comes_to("previous_minutes").await;
    w.says("agreed as a true record").await;
    w.tab_to("Corrections or matters arising").await;
    w.type_words("Housing was there from the start").await;
    w.go_on().await;
    w.says("✓ Agreed as a true record").await;
    w.says("Housing was there from the start").await;
    w.picture("agreed-with-a-correction").await;
    w.ctrl('z').await;
    w.until("them to wait again", async |w| {
        opened(w).await["agreed"] == false
    })
    .await;
    w.until("them to be asked about again", async |w| {
        !w.text().await.contains("✓ Agreed")
    })
    .await;
}

#[tokio::test]
async fn the_minutes_that_are_read_are_those_of_the_meeting_before_though_another_kind_has_met_since()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case_review(false).await;
    w.does("end_meeting", json!({})).await;
    w.goes_into_session(3).await;
    w.look_again().await;
    w.comes_to("previous_minutes").await;
    let before = opened(&w).await["meeting"].clone();
    w.press("Read them").await;
    w.is_headed("Documents").await;
    let chosen = "return document.querySelector('#which-meeting').value";
    assert_eq!(w.run(chosen).await, before);
    let open = "return document.querySelector('[aria-pressed=true]')?.innerText ?? ''";
    w.until("its minutes to be open", async |w| {
        w.run(open).await == "Minutes"
    })
    .await;
    w.chord(&[Key::Alt], '0').await;
    w.says("Agreed as a true record").await;
}

#[tokio::test]
async fn a_case_opens_on_one_page_with_its_last_decision_its_open_action_its_consent_and_its_flag()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = w.in_session(6).await;
    let mut agenda = begun["agenda"].as_array().expect("an agenda").iter();
    let flagged = agenda.find(|row| row["asks_a_choice"] == true);
    let slot = &flagged.expect("a flagged case")["place"]["slot"];
    let form = json!({ "slot": slot, "because": "the coordinator has no objection" });
    let view = w.does("open_case", form).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    let since = &view["opened"]["case"]["since"];
    for words in [&since["decisions"][0], &since["actions"][0]["words"]] {
        w.says(words.as_str().expect("words")).await;
    }
    let tags = "return document.querySelector('[aria-label^=\"What to know\"]').innerText";
    let tags = w.run(tags).await.to_string();
    assert!(tags.contains("onsent") && tags.contains("MAPPA"), "{tags}");
}
