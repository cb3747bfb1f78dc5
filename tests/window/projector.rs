//! The projector: a second window that says where the meeting is, and never what was said nor who is still to come.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

/// What everybody in the room can read on the wall.
async fn wall(w: &Window) -> Option<String> {
    w.at_the_wall(async |wall| wall.text().await).await
}

async fn the_wall_says(w: &Window, words: &str) {
    w.until(&format!("the wall to say {words:?}"), async |w| {
        wall(w).await.is_some_and(|wall| wall.contains(words))
    })
    .await;
}

fn unflagged(view: &Value) -> Vec<Value> {
    let agenda = view["agenda"].as_array().expect("an agenda").iter();
    let plain =
        agenda.filter(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false);
    plain.map(|row| row["place"]["slot"].clone()).collect()
}

#[tokio::test]
async fn the_wall_shows_the_place_and_the_read_back_and_nothing_that_was_said() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(3).await;
    let cases = w.does("cases", json!({})).await;
    let names: Vec<&str> = cases["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .filter_map(|row| row["name"].as_str())
        .collect();
    w.look_again().await;
    w.says("The meeting has begun").await;
    w.chord(&[Key::Alt], 'p').await;
    the_wall_says(&w, "Welcome").await;
    the_wall_says(&w, "ODOC meeting, ").await;
    let before = wall(&w).await.expect("a wall");
    assert!(names.iter().all(|name| !before.contains(name)), "{before}");

    let slot = unflagged(&view)[0].clone();
    let opened = w
        .does("open_case", json!({ "slot": slot, "because": "" }))
        .await;
    let name = opened["opened"]["case"]["name"].as_str().expect("a name");
    the_wall_says(&w, name).await;
    w.look_again().await;
    w.records("pol intel seen twice at the zebra crossing")
        .await;
    w.type_words("pol intel half a li").await;
    w.records("ne about the heron").await;
    w.records("> prob check the plan by 2w").await;
    w.records("= continue because the plan holds").await;
    w.go_on().await;
    w.says("Read this to the room").await;
    the_wall_says(&w, "check the plan").await;
    let read = wall(&w).await.expect("a wall");
    assert!(
        read.contains(name) && read.contains("because the plan holds"),
        "{read}"
    );
    for unsaid in ["zebra", "heron", "held", "Held"] {
        assert!(!read.contains(unsaid), "the wall says {unsaid}: {read}");
    }
    w.at_the_wall(async |wall| {
        wall.is_accessible("The projector").await;
        wall.picture("projector-read-back").await;
        // Its window can ask what it shows, and nothing else.
        for command in [
            "meeting",
            "cases",
            "standing",
            "project",
            "weigh_line",
            "undo",
        ] {
            let refusal = wall
                .ask(command, json!({}))
                .await
                .expect_err("a closed gate");
            assert!(
                refusal.to_string().contains("not allowed"),
                "{command}: {refusal}"
            );
        }
    })
    .await;
    w.key(Key::Escape).await;
    the_wall_says(&w, "Case").await;
    w.picture("projector-open").await;

    // Locked, the wall is bare; unlocked, it says again where the meeting is.
    w.moving(async |w| w.ctrl('l').await).await;
    w.says("This record is locked").await;
    w.until("a bare wall", async |w| {
        wall(w).await.is_some_and(|wall| wall.trim() == "ODOC")
    })
    .await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.element("#capture-line").await;
    the_wall_says(&w, name).await;

    w.chord(&[Key::Alt], 'p').await;
    w.until("the projector to go", async |w| wall(w).await.is_none())
        .await;
}

#[tokio::test]
async fn the_wall_shows_the_statement_and_is_bare_while_the_laptop_is_in_other_hands() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.at_an_open_register().await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    w.chord(&[Key::Alt], 'p').await;
    the_wall_says(&w, "Welcome").await;
    w.go_on().await;
    w.says("The chair reads this aloud").await;
    w.until("the statement on the wall", async |w| {
        let shown = w
            .at_the_wall(async |wall| wall.ask("projection", json!({})).await)
            .await;
        shown.is_some_and(|shown| shown.is_ok_and(|shown| shown["shows"] == "statement"))
    })
    .await;
    let shown = w
        .at_the_wall(async |wall| wall.does("projection", json!({})).await)
        .await
        .expect("a wall");
    let question = shown["question"].as_str().expect("a question");
    the_wall_says(&w, question).await;
    the_wall_says(&w, "is on the laptop: ask to read it before you answer").await;
    w.at_the_wall(async |wall| wall.picture("projector-statement").await)
        .await;

    let heard = w.does("read_statement", json!({})).await;
    let text = &heard["agreement"]["text_hash"];
    for person in crate::harness::shortcuts::people(&heard) {
        if person["whereabouts"] == "in_the_room" {
            let form = json!({ "attendance": person["attendance"], "text_hash": text });
            w.does("accept", form).await;
        }
    }
    w.does("set_pin", json!({ "pin": crate::harness::shortcuts::PIN }))
        .await;
    let people = crate::harness::shortcuts::people(&heard);
    let guest = people
        .iter()
        .find(|one| one["must_sign"] == true)
        .expect("a guest");
    let form = json!({ "attendance": guest["attendance"] });
    w.ask_and_move("hand_over", form).await;
    w.says("Your declaration").await;
    w.until("a bare wall", async |w| {
        wall(w).await.is_some_and(|wall| wall.trim() == "ODOC")
    })
    .await;
}
