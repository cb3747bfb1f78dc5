//! Who does an action and by when, put right beside the line, and where the end of the meeting names it; what is missing leads there.

use crate::harness::Laptop;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// What is missing at the end, of one sort.
fn missing<'v>(ending: &'v Value, code: &str) -> Vec<&'v Value> {
    let rows = ending["missing"].as_array().expect("rows").iter();
    rows.filter(|row| row["code"] == code).collect()
}

#[tokio::test]
async fn an_action_is_put_right_beside_its_line_and_of_a_closed_case_where_the_end_names_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("> pol check tenancy").await;
    w.goes_to_the_last_line().await;
    w.type_words("d").await;
    w.until("the date to be asked", async |w| {
        w.focus().await.contains("By when")
    })
    .await;
    w.is_accessible("Who does an action, and by when").await;
    w.picture("who-and-when").await;
    w.type_words("2w").await;
    // Left, it is there for whoever comes back: as it is kept by one press, as it was typed by another.
    w.key(Key::Escape).await;
    w.goes_to_the_last_line().await;
    w.type_words("d").await;
    w.says("What was typed here before is not kept yet").await;
    for (press, stands) in [("As it is kept", ""), ("As it was typed", "2w")] {
        w.press(press).await;
        w.until(&format!("{stands:?} as the date"), async |w| {
            w.run("return document.querySelector('input[id^=owed-due]').value")
                .await
                == stands
        })
        .await;
    }
    w.is_accessible("Who and by when, half typed before").await;
    w.press("Keep it").await;
    w.says("Who and by when are put right").await;
    w.ctrl('z').await;
    w.says("Taken back").await;
    w.does("close_case", json!({})).await;
    w.look_again().await;
    w.press("End the meeting").await;
    w.says("An action has no date: check tenancy").await;
    w.press("Give it one").await;
    w.until("the date to be asked", async |w| {
        w.focus().await.contains("By when")
    })
    .await;
    w.type_words("2w").await;
    w.key(Key::Enter).await;
    w.says("Who and by when are put right").await;
    let ending = w.does("ending", json!({})).await;
    assert!(missing(&ending, "action_without_date").is_empty());
    // Who gave somebody the authority is asked in the room, of that person.
    let unsaid = missing(&ending, "authority_not_confirmed");
    if !unsaid.is_empty() {
        w.press("Confirm it").await;
        w.until("who gave it to be asked", async |w| {
            w.focus().await.contains("authority to share")
        })
        .await;
    }
}

#[tokio::test]
async fn a_line_that_is_not_the_last_is_taken_back_by_its_key_and_one_key_puts_it_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("pol 0").await;
    w.records("> pol check tenancy 2w").await;
    w.goes_to_the_last_line().await;
    w.key(Key::Up).await;
    w.type_words("x").await;
    w.says("Taken back; the record keeps that it was there")
        .await;
    let sorts = async |w: &crate::harness::Window| -> Vec<Value> {
        let view = w.does("meeting", json!({})).await;
        let lines = view["opened"]["case"]["lines"].as_array().cloned();
        let lines = lines.unwrap_or_default().into_iter();
        lines.map(|line| line["sort"].clone()).collect()
    };
    assert_eq!(sorts(&w).await, ["action"]);
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert_eq!(sorts(&w).await, ["silence", "action"]);
}
