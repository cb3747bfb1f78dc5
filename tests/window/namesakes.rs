//! Two people of one name in the real window: told apart wherever they are shown, and asked about where they are typed.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

/// Somebody comes late for a statutory agency, accepts and is let in.
async fn is_let_in(w: &Window, name: &str, team: &str, job: &str) {
    let form = json!({
        "name": name, "job": job, "team": team, "role": "representative",
        "guest_agency": "", "guest_statutory": false,
    });
    let view = w.does("newcomer", form).await;
    let all = people(&view);
    let who = all.iter().find(|p| p["whereabouts"] == "at_the_door");
    let who = who.expect("somebody at the door")["attendance"].clone();
    let text = &view["agreement"]["text_hash"];
    w.does("accept", json!({ "attendance": who, "text_hash": text }))
        .await;
    w.does("let_in", json!({ "attendance": who })).await;
}

/// The open case's newest line.
async fn newest(w: &Window) -> Value {
    let view = w.does("meeting", json!({})).await;
    let lines = view["opened"]["case"]["lines"].as_array().cloned();
    lines.unwrap_or_default().pop().expect("a line")
}

#[tokio::test]
async fn two_people_of_one_name_are_told_apart_on_the_screen_and_asked_about_in_the_line() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    is_let_in(&w, "Jan Khan", "police", "Intelligence analyst").await;
    is_let_in(&w, "Jan Khan", "police", "Neighbourhood constable").await;
    is_let_in(&w, "Jan Khan", "probation", "Probation officer").await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.opens_a_case().await;
    for job in ["Intelligence analyst", "Neighbourhood constable"] {
        w.says(&format!("Jan Khan ({job})")).await;
    }
    w.picture("namesakes-in-the-room").await;

    w.type_words("> @khan ring the landlord by 2w").await;
    w.says("That could be Jan Khan (Intelligence analyst), Police")
        .await;
    w.picture("namesakes-asked-about").await;
    w.key(Key::Down).await;
    w.key(Key::Down).await;
    w.key(Key::Tab).await;
    w.says("Action for Probation, Jan Khan").await;
    w.picture("namesake-chosen").await;
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;
    assert_eq!(newest(&w).await["action"]["person"], "Jan Khan");

    let seats = people(&w.does("meeting", json!({})).await);
    let constable = seats
        .iter()
        .find(|p| p["job"] == "Neighbourhood constable")
        .expect("the constable");
    let line = format!("> @khan_{} call round tomorrow", constable["seat"]);
    w.records(&line).await;
    let owner = newest(&w).await["action"]["person"].clone();
    assert_eq!(owner, "Jan Khan (Neighbourhood constable)");
    w.picture("namesakes-own-an-action-each").await;
}
