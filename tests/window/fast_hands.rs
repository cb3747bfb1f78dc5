//! Hands that are quicker than the screen: nothing they type is lost, and lines are recorded in the order of their Enters.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window};
use crate::screens::meeting::entered;

async fn at_a_case(w: &Window) {
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
}

#[tokio::test]
async fn a_line_and_its_enter_without_a_pause_are_recorded() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    at_a_case(&w).await;
    w.type_words(&entered("pol intel seen twice at the address"))
        .await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;
    assert_eq!(w.recorded().await, ["seen twice at the address"]);
}

#[tokio::test]
async fn lines_typed_without_a_pause_are_recorded_in_their_order_and_the_last_one_stays_to_be_finished()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    at_a_case(&w).await;
    let lines = [
        "pol intel seen twice at the address",
        "prob intel missed two Mondays",
        "> prob check the plan by 2w",
        "= continue because the plan holds",
    ];
    let all: String = lines.iter().map(|line| entered(line)).collect();
    w.type_words(&format!("{all}pol intel and then the li"))
        .await;
    w.until("all four lines", async |w| w.recorded().await.len() == 4)
        .await;
    assert_eq!(
        w.recorded().await,
        [
            "seen twice at the address",
            "missed two Mondays",
            "check the plan",
            "continue"
        ]
    );
    w.until("the fifth alone in the line", async |w| {
        w.line().await == "pol intel and then the li"
    })
    .await;
}

#[tokio::test]
async fn an_unfinished_line_stays_with_its_reason_and_so_does_what_was_typed_behind_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    at_a_case(&w).await;
    let lines = entered("pol intel") + &entered("prob intel missed two Mondays");
    w.type_words(&lines).await;
    w.says("not finished").await;
    assert_eq!(w.line().await, "pol intel\nprob intel missed two Mondays");
    assert!(w.recorded().await.is_empty());
}

/// The first answer to a command waits until it is let go, as on a laptop that is busy with something else.
fn late(command: &str) -> String {
    format!(
        "const send = window.fetch; let late = true; window.came = 0;
        const wait = new Promise((on) => (window.lets_go = on));
        window.fetch = async (...all) => {{
            if (!String(all[0]).endsWith('{command}')) return send(...all);
            const mine = late; late = false;
            const answer = await send(...all);
            if (mine) await wait;
            setTimeout(() => {{ window.came += 1 }});
            return answer;
        }};
        return true"
    )
}

async fn answered(w: &Window, times: u64) {
    w.until("the answers", async |w| {
        w.run("return window.came").await.as_u64() >= Some(times)
    })
    .await;
}

#[tokio::test]
async fn two_people_who_sit_down_at_once_are_both_here_whichever_answer_comes_first() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(1).await;
    let meeting = w.next_odoc().await;
    w.does("open_register", json!({ "meeting": meeting })).await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    w.run(&late("mark_present")).await;
    w.type_words("12").await;
    w.run("window.lets_go()").await;
    answered(&w, 2).await;
    w.says("2 people here").await;
}

#[tokio::test]
async fn whoever_is_asked_next_at_the_door_stays_asked_when_the_answer_for_the_last_comes_late() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(2).await;
    w.observers_come(&view, ["Perpetua Lyle", "Corin Delahunt"])
        .await;
    w.look_again().await;
    w.is_asked_at_the_door("Perpetua Lyle").await;
    w.run(&late("accept")).await;
    w.key(Key::Enter).await;
    w.is_asked_at_the_door("Corin Delahunt").await;
    w.run("window.lets_go()").await;
    answered(&w, 1).await;
    w.type_words("d").await;
    w.until("the refusal to be kept", async |w| {
        w.person("Corin Delahunt").await["whereabouts"] == "declined"
    })
    .await;
}

#[tokio::test]
async fn a_key_of_the_place_that_is_still_coming_waits_for_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("This month").await;
    w.presses_in_one_breath("Alt+3", "Alt+n").await;
    w.is_headed("New case").await;
    // Find stays, whatever comes beneath it.
    w.presses_in_one_breath("Alt+6", "Ctrl+k").await;
    w.is_headed("Documents").await;
    w.type_words("safe").await;
    w.until("what is found", async |w| {
        w.focus().await.starts_with("input: Find")
    })
    .await;
    w.key(Key::Escape).await;
    w.until("the place to have the keys", async |w| {
        w.focus().await == "h1: Documents"
    })
    .await;
}

impl Window {
    /// Goes to a place and presses another key before any answer of the desk can lie between the two.
    async fn presses_in_one_breath(&self, place: &str, then: &str) {
        let both = format!(
            "const press = (keys) => {{
                const [held, key] = keys.split('+');
                const event = {{ key, altKey: held === 'Alt', ctrlKey: held === 'Ctrl', cancelable: true }};
                window.dispatchEvent(new KeyboardEvent('keydown', event));
            }};
            press('{place}');
            for (let turns = 0; turns < 20; turns += 1) await null;
            const before = document.querySelector('main h1')?.innerText ?? '';
            press('{then}');
            return before"
        );
        let before = self.run(&both).await;
        assert_eq!(before, "", "the place came too soon to show anything");
    }
}
