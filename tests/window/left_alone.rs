//! The laptop left alone in mid-line: the meeting rests, and its PIN brings it back to the same line.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::Laptop;
use crate::harness::shortcuts::{CHAIRS_PASSPHRASE, PIN};

/// The three minutes that are chosen are then twenty seconds.
const HASTE: u32 = 9;

#[tokio::test]
async fn a_meeting_left_alone_rests_and_its_pin_brings_the_half_typed_line_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(3).await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let unflagged = agenda
        .iter()
        .find(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false)
        .expect("a case without a flag");
    let form = json!({ "slot": unflagged["place"]["slot"], "because": "" });
    w.does("open_case", form).await;
    w.look_again().await;
    w.until("the cursor in the line", async |w| {
        w.focus().await == "textarea: Capture line"
    })
    .await;
    let draft = "pol intel and then the lights w";
    w.type_words(draft).await;
    w.until("the draft to be kept", async |w| {
        w.does("meeting", json!({})).await["draft"]["line"] == draft
    })
    .await;
    w.does("set_idle", json!({ "minutes": 3 })).await;
    w.pull_the_plug();

    let laptop = laptop.hurried(HASTE);
    let w = laptop.open().await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.element("#capture-line").await;
    w.does("set_pin", json!({ "pin": PIN })).await;
    let before = w.page_processes();
    w.moving(async |_| {}).await;
    w.says("The meeting is resting").await;
    w.until("the work window's process to end", async |w| {
        w.page_processes().iter().all(|now| !before.contains(now))
    })
    .await;
    assert!(!w.text().await.contains("pol intel"));
    w.is_accessible("The resting meeting").await;
    w.at_both_sizes("resting", "light").await;

    w.type_words("000000").await;
    w.key(Key::Enter).await;
    w.says("That is not this meeting").await;
    w.type_words(PIN).await;
    w.key(Key::Enter).await;
    w.element("#capture-line").await;
    w.until("the draft to be back", async |w| w.line().await == draft)
        .await;
}
