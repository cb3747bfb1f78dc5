//! Finding one's way: anything by Ctrl+K, every shortcut by F1, and nobody discussed before the gate is passed.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window};

/// What Ctrl+K lists for the letters typed, once it has settled on what is expected or on nothing.
async fn listed(w: &Window, letters: &str, settled: impl Fn(&str) -> bool) -> String {
    w.ctrl('k').await;
    w.element("#findings").await;
    w.type_words(letters).await;
    let list = "return document.querySelector('#findings').innerText";
    w.until(&format!("what {letters:?} finds"), async |w| {
        let found = w.run(list).await;
        found.as_str().is_some_and(&settled)
    })
    .await;
    w.run(list).await.as_str().unwrap_or_default().to_owned()
}

async fn put_away(w: &Window) {
    w.key(Key::Escape).await;
    w.until("the list to go", async |w| !w.has("#findings").await)
        .await;
}

#[tokio::test]
async fn anything_is_found_by_a_few_letters_and_shows_its_shortcut() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(3).await;
    w.look_again().await;
    w.says("Before you start").await;

    let actions = w.does("actions", json!({})).await;
    let action = actions["open"][0]["words"].as_str().expect("an action");
    listed(&w, action, |found| found.contains("action of")).await;
    w.key(Key::Enter).await;
    w.until("the action to have the focus", async |w| {
        w.focus().await.contains(action)
    })
    .await;

    let people = w.does("people", json!({})).await;
    let person = people["people"][0]["name"].as_str().expect("a person");
    listed(&w, person, |found| found.contains(person)).await;
    w.key(Key::Enter).await;
    w.until("the person to have the focus", async |w| {
        w.focus().await.contains(person)
    })
    .await;

    // As a British keyboard types it.
    listed(&w, "prys-tyhwnt", |found| found.contains("Prŷs-Tŷhwnt")).await;
    put_away(&w).await;
    let found = listed(&w, "e", |found| found.contains("more:")).await;
    assert!(found.contains("another letter"), "{found}");
    put_away(&w).await;

    // What can be done on this screen, with its key; and a screen, with its own.
    let found = listed(&w, "add a person", |found| found.contains("on this screen")).await;
    assert!(found.contains("Alt") && found.contains('N'), "{found}");
    put_away(&w).await;
    let found = listed(&w, "practice", |found| found.contains("practice")).await;
    assert!(found.contains("Start a practice meeting"), "{found}");
    put_away(&w).await;
    let found = listed(&w, "updates in", |found| found.contains("Updates")).await;
    assert!(found.contains("ODOC meeting of"), "{found}");
    put_away(&w).await;
    let found = listed(&w, "safekeeping", |found| found.contains("place")).await;
    assert!(found.contains("Alt") && found.contains('8'), "{found}");
    w.picture("find").await;
    put_away(&w).await;

    // Where its button stands, a command is the button.
    w.goes_to_place('8', "Safekeeping").await;
    listed(&w, "nothing was alt", |found| {
        found.contains("on this screen")
    })
    .await;
    put_away(&w).await;

    // A command of another place, which comes with its form open.
    w.goes_to_place('1', "").await;
    listed(&w, "add an org", |found| found.contains("command")).await;
    w.key(Key::Enter).await;
    w.is_headed("New organisation").await;
    w.goes_to_place('1', "").await;

    w.key(Key::F1).await;
    w.says("All shortcuts").await;
    w.picture("all-shortcuts").await;
    w.key(Key::Escape).await;
    w.until("the list to go", async |w| {
        !w.text().await.contains("All shortcuts")
    })
    .await;
}

#[tokio::test]
async fn nobody_discussed_is_found_before_the_gate_is_passed() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(3).await;
    let cases = w.does("cases", json!({})).await;
    let reference = cases["cases"][0]["reference"]
        .as_str()
        .expect("a reference");
    let form = json!({ "meeting": plan["meeting"]["id"] });
    w.does("open_register", form).await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    let nothing = |found: &str| found.starts_with("Nothing found");
    listed(&w, reference, nothing).await;
    put_away(&w).await;
    // What is not about anybody is found all the same: the list has come, and without them.
    let found = listed(&w, "meeting", |found| found.contains("ODOC meeting of")).await;
    for row in cases["cases"].as_array().expect("cases") {
        let name = row["name"].as_str().expect("a name");
        assert!(!found.contains(name), "{name} is found before the gate");
    }
    put_away(&w).await;
}
