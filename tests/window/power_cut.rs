//! A power cut in the middle of a line: the same case, the same line, and all that was acknowledged.

use serde_json::json;

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

#[tokio::test]
async fn a_power_cut_in_mid_line_loses_at_most_its_last_second() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(3).await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let unflagged = agenda
        .iter()
        .find(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false)
        .expect("a case without a flag");
    let slot = &unflagged["place"]["slot"];
    w.does("open_case", json!({ "slot": slot, "because": "" }))
        .await;
    w.look_again().await;
    w.records("pol intel seen twice at the address").await;
    w.records("= continue because the plan holds").await;

    // Whatever would wait for more than a second comes too late, and so does not come at all.
    let soon = "const later = window.setTimeout;
        window.setTimeout = (what, wait, ...all) => wait > 1000 ? 0 : later(what, wait, ...all);
        return true";
    w.run(soon).await;
    let draft = "pol intel and then the lights w";
    w.type_words(draft).await;
    // What is typed after that may go.
    w.until("the draft to be kept", async |w| {
        w.does("meeting", json!({})).await["draft"]["line"] == draft
    })
    .await;
    w.type_words("ent out").await;
    w.pull_the_plug();

    let w = laptop.open().await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(fantoccini::key::Key::Enter).await;
    w.element("#capture-line").await;
    w.until("the draft to be back", async |w| {
        w.line().await.starts_with(draft)
    })
    .await;
    let after = w.does("meeting", json!({})).await;
    assert_eq!(&after["opened"]["case"]["slot"], slot);
    let lines = after["opened"]["case"]["lines"].as_array().expect("lines");
    assert_eq!(lines.len(), 2);
    w.says("seen twice at the address").await;
    let cursor = "return document.activeElement.selectionStart";
    w.until("the cursor where it was", async |w| {
        w.focus().await == "textarea: Capture line"
            && w.run(cursor).await.as_u64() >= Some(draft.len() as u64)
    })
    .await;
}

/// What the desk would answer whose disk is full.
const FULL: &str = "const send = window.fetch;
    window.fetch = async (...all) => {
        if (!/keep_(draft|desk_notes|table_notes)$/.test(String(all[0])) || window.room) return send(...all);
        const headers = { 'Tauri-Response': 'error', 'content-type': 'application/json' };
        return new Response(JSON.stringify({ kind: 'broken', what: 'disk_full' }), { headers });
    };
    return true";

#[tokio::test]
async fn a_half_typed_line_that_the_disk_does_not_take_is_said_to_be_unsafe_until_it_is() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(3).await;
    w.opens_a_case().await;
    w.run(FULL).await;
    let draft = "pol intel and then the lights w";
    w.type_words(draft).await;
    w.says("not safe on the disk yet. The disk is full").await;
    assert_eq!(w.line().await, draft);
    w.picture("line-not-safe").await;
    w.run("window.room = true; return true").await;
    w.type_words("ent out").await;
    w.until("the draft to be kept", async |w| {
        w.does("meeting", json!({})).await["draft"]["line"] == format!("{draft}ent out")
    })
    .await;
    assert!(!w.text().await.contains("not safe on the disk"));
}

/// It is safe by itself once there is room, and says so by saying nothing.
async fn is_safe_once_there_is_room(w: &Window) {
    w.run("window.room = true; return true").await;
    w.until("the words to be safe", async |w| {
        !w.text().await.contains("not safe on the disk")
    })
    .await;
}

#[tokio::test]
async fn a_half_typed_form_that_the_disk_does_not_take_is_said_to_be_unsafe_until_it_is() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("Start a practice").await;
    w.run(FULL).await;
    w.goes_to_place('3', "Cases").await;
    w.alt('n').await;
    w.writes("Forename", "Rowan").await;
    w.says("What is half typed here is not safe on the disk yet. The disk is full")
        .await;
    w.picture("form-not-safe").await;
    is_safe_once_there_is_room(&w).await;
    let kept = w.does("desk_notes", json!({})).await;
    assert!(kept["notes"].to_string().contains("Rowan"));

    // At the register, and beside the line in a meeting, it is said in the same place.
    w.at_an_open_register().await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    w.run(FULL).await;
    w.alt('m').await;
    w.element("#new-name").await;
    w.type_words("Perpetua Ly").await;
    w.says("What is half typed here is not safe on the disk yet")
        .await;
    w.picture("register-form-not-safe").await;
    is_safe_once_there_is_room(&w).await;
}
