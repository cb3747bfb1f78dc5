//! The order of an agenda, by drag: pressed on a row, drawn over the others, let go.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::Duration;

use crate::harness::{Laptop, Window};

/// The references of the cases, in the order of the plan.
async fn order(w: &Window, meeting: &Value) -> Vec<String> {
    let plan = w.does("meeting_plan", json!({ "meeting": meeting })).await;
    let slots = plan["slots"].as_array().expect("cases").iter();
    let references = slots.map(|slot| slot["reference"].as_str().unwrap_or_default().to_owned());
    references.collect()
}

/// The middle of a row's number, in the window.
async fn middle(w: &Window, row: usize) -> (f64, f64) {
    let script = format!(
        "const box = document.querySelector('.order > li:nth-child({}) .number').getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2]",
        row + 1
    );
    let at = w.run(&script).await;
    let of = |n: usize| at[n].as_f64().expect("a place on the screen");
    (of(0), of(1))
}

fn to((x, y): (f64, f64)) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(Duration::from_millis(40)),
        x,
        y,
    }
}

/// Presses on one row and comes over another, in steps as a hand does.
async fn draws(w: &Window, from: usize, over: usize) -> MouseActions {
    let (start, end) = (middle(w, from).await, middle(w, over).await);
    let part = |share: f64| (start.0, start.1 + (end.1 - start.1) * share);
    let mut hand = MouseActions::new("mouse".into()).then(to(start));
    hand = hand.then(PointerAction::Down {
        button: MOUSE_BUTTON_LEFT,
    });
    for share in [0.25, 0.5, 0.75, 1.0] {
        hand = hand.then(to(part(share)));
    }
    hand
}

#[tokio::test]
async fn a_case_is_dragged_to_its_place_in_the_order_and_one_key_puts_it_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(6).await;
    let meeting = plan["meeting"]["id"].clone();
    w.look_again().await;
    w.says("Before you start").await;
    w.sized(1366, 768).await;
    w.tab_to("Prepare the ODOC").await;
    w.key(Key::Enter).await;
    w.says("The order").await;
    w.run("document.querySelector('.order').scrollIntoView()")
        .await;
    let before = order(&w, &meeting).await;

    let up = PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    };
    let hand = draws(&w, 0, 3).await;
    w.acts(hand).await;
    w.until("the row to be lifted", async |w| {
        w.has(".order .lifted").await
    })
    .await;
    assert!(w.has(".order > li:nth-child(4).behind").await);
    w.picture("case-being-dragged").await;
    w.acts(MouseActions::new("mouse".into()).then(up)).await;
    w.says("is now number 4").await;
    let mut moved = before.clone();
    let first = moved.remove(0);
    moved.insert(3, first);
    assert_eq!(order(&w, &meeting).await, moved);

    // Upwards as well; and one key puts it back where it stood.
    let up = PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    };
    let hand = draws(&w, 5, 1).await.then(up);
    w.acts(hand).await;
    w.says("is now number 2").await;
    let after = order(&w, &meeting).await;
    assert_eq!(after[1], moved[5]);
    w.ctrl('z').await;
    w.until("the order of before", async |w| {
        order(w, &meeting).await == moved
    })
    .await;

    // Thought better of: Escape while the button is down leaves everything where it is.
    let hand = draws(&w, 2, 4).await;
    w.acts(hand).await;
    w.until("the row to be lifted", async |w| {
        w.has(".order .lifted").await
    })
    .await;
    w.key(Key::Escape).await;
    w.until("the row to be let go of", async |w| {
        !w.has(".order .lifted").await
    })
    .await;
    let up = PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    };
    w.acts(MouseActions::new("mouse".into()).then(up)).await;
    assert_eq!(order(&w, &meeting).await, moved);
}
