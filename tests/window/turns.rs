//! Turns of a meeting's life in the real window: the chair handed over, another day, an acceptance that somebody else had given.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

/// A representative whose agency signs nothing.
fn deputy(view: &Value) -> String {
    let found = people(view)
        .into_iter()
        .find(|p| p["role"] == "representative" && p["must_sign"] == false);
    let found = found.expect("a representative");
    found["name"].as_str().unwrap_or_default().to_owned()
}

async fn in_the_meeting(w: &Window) -> Value {
    let begun = w.in_session(3).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.says("The meeting has begun").await;
    begun
}

#[tokio::test]
async fn a_deputy_takes_the_chair_and_on_another_day_everybody_is_asked_again() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = in_the_meeting(&w).await;
    let name = deputy(&begun);
    w.takes_the_chair(&name).await;
    w.picture("chair-handed-over").await;
    w.is_adjourned("2w", "The heating failed").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    w.does("meeting", json!({})).await;
    w.is_adjourned("2w", "The heating failed").await;
    w.picture("adjourned").await;
    assert!(
        w.ask("meeting", json!({})).await.is_err(),
        "nothing goes on"
    );

    w.is_resumed().await;
    // The head says on which day it goes on, and not on which it began.
    let meeting = w.does("meeting", json!({})).await["meeting"].clone();
    assert_ne!(meeting["adjourned_to"], meeting["date"]);
    let day = meeting["adjourned_to"].as_str().unwrap_or_default();
    let day: chrono::NaiveDate = day.parse().expect("a day");
    let head = w.run("return document.querySelector('header .name')?.innerText ?? ''");
    let head = head.await.as_str().unwrap_or_default().to_owned();
    let said = day.format("%A %-d %B").to_string();
    assert!(head.contains(&said), "{head:?} for {said}");
    w.everyone_sits_down().await;
    w.picture("resumed-register").await;
    w.statement_is_read().await;
    assert!(w.ask("cases", json!({})).await.is_err(), "the gate is shut");
    w.everyone_accepts(|_| false).await;
    w.everyone_signs().await;
    w.begins().await;
    assert!(w.ask("cases", json!({})).await.is_ok());
}

#[tokio::test]
async fn the_wrong_persons_acceptance_is_taken_back_and_they_are_asked_again() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = in_the_meeting(&w).await;
    let name = deputy(&begun);
    w.moves_somebody(&name, 'u', "at_the_door").await;
    w.says("they are asked again, and the record keeps both")
        .await;
    w.picture("acceptance-taken-back").await;
    // It was theirs after all: the very one stands again, and nobody is asked twice.
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(w.person(&name).await["whereabouts"], "in_the_room");
    w.moves_somebody(&name, 'u', "at_the_door").await;
    w.gets_in(&name).await;
}

#[tokio::test]
async fn once_the_chair_has_left_the_room_is_asked_who_takes_the_chair_and_nobody_is_sent_to_sign_before()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = in_the_meeting(&w).await;
    let chair = people(&begun).into_iter().find(|p| p["role"] == "chair");
    let chair = chair.expect("a chair")["name"].clone();
    w.moves_somebody(chair.as_str().unwrap_or_default(), 'l', "left")
        .await;
    w.says("Nobody has the chair.").await;
    w.says("who takes it?").await;
    w.is_accessible("Nobody has the chair").await;
    w.picture("nobody-has-the-chair").await;
    w.takes_the_chair(&deputy(&begun)).await;
    w.until("the question to go", async |w| {
        !w.text().await.contains("Nobody has the chair.")
    })
    .await;
}

#[tokio::test]
async fn a_register_put_off_by_a_slip_is_open_again_by_one_key_until_anything_of_a_case_is_looked_at()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.at_an_open_register().await;
    w.look_again().await;
    for looks in [false, true] {
        w.says("Who is in the room?").await;
        w.tab_to("Put the meeting off").await;
        w.key(Key::Enter).await;
        w.element("#put-off-date").await;
        w.type_words("20w").await;
        w.tab_to("input: Why").await;
        w.type_words("The heating failed").await;
        w.key(Key::Enter).await;
        w.says("Put off; on that day everybody is asked again")
            .await;
        w.picture("put-off-by-a-slip").await;
        if looks {
            w.does("cases", json!({})).await;
        }
        w.ctrl('z').await;
    }
    w.says("There is nothing").await;
    w.picture("put-off-for-good").await;
}
