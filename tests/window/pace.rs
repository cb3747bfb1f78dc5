//! A meeting that runs over: the one discreet number, what could be put off, and putting it off by keyboard.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};
use crate::reading_order::f6_goes_once_round;

/// Far too many cases for the minutes that are left.
const CASES: usize = 9;

async fn minutes_over(w: &Window) -> i64 {
    let pace = w.does("meeting", json!({})).await["pace"].clone();
    let over = pace["minutes_over"].as_i64();
    over.unwrap_or_else(|| panic!("no pace: {pace}"))
}

fn deferred(view: &Value) -> usize {
    let rows = view["agenda"].as_array().expect("an agenda").iter();
    rows.filter(|row| row["progress"] == "deferred").count()
}

#[tokio::test]
async fn a_meeting_that_runs_over_says_what_could_be_put_off_and_one_is() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    let meeting = w.cut_to(CASES).await["meeting"]["id"].clone();
    w.is_held_now(&meeting, 5).await;
    w.goes_into_session(CASES).await;
    w.opens_a_case().await;
    let before = minutes_over(&w).await;
    assert!(before > 5, "{before} minutes over");
    w.says("could be put off").await;
    w.says("past their time").await;
    // Nobody enters anything, and the screen goes on with the meeting all the same.
    let seats = w.seats().await;
    let mut named = seats.iter().map(|one| (one["name"].as_str(), one));
    let (_, here) = named
        .find(|(name, _)| name.is_some_and(|name| name.starts_with("Declan")))
        .expect("Declan");
    w.does("leave", json!({ "attendance": here["attendance"] }))
        .await;
    w.says("Left").await;
    f6_goes_once_round(&w).await;
    w.tab_back_to("could be put off").await;
    w.key(Key::Enter).await;
    w.key(Key::Tab).await;
    w.picture("pace-advice").await;
    w.key(Key::Enter).await;
    w.says("Defer ").await;
    w.until("the reason's field", async |w| {
        w.focus().await.contains("Reason")
    })
    .await;
    w.type_words("there is no time for it today").await;
    w.go_on().await;
    w.until("the case to be put off", async |w| {
        deferred(&w.does("meeting", json!({})).await) == 1
    })
    .await;
    assert!(minutes_over(&w).await < before);
}
