//! The one window that stands open: what leaves with it, and what cannot be asked from it.

use serde_json::json;

use crate::harness::Laptop;

#[tokio::test]
async fn handing_over_takes_the_work_window_and_its_process_away() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    let before = window.page_processes();
    assert!(!before.is_empty());
    window.ask_and_move("hand_over", json!({})).await;
    let face = window
        .ask("declaration_to_sign", json!({}))
        .await
        .expect("the attendee's own command");
    assert_eq!(face["face"], "handed_over");
    window
        .until("the work window's process to end", async |w| {
            w.page_processes()
                .iter()
                .all(|process| !before.contains(process))
        })
        .await;
    window.ask_and_move("take_back", json!({})).await;
    assert_eq!(
        window.ask("standing", json!({})).await.expect("a standing")["face"],
        "work"
    );
}

#[tokio::test]
async fn the_attendees_screen_cannot_ask_what_the_work_window_can() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window.ask_and_move("hand_over", json!({})).await;
    for command in ["lock", "hand_over", "choose_folder", "standing"] {
        let refusal = window
            .ask(command, json!({}))
            .await
            .expect_err("a closed gate");
        assert!(
            refusal.to_string().contains("not allowed"),
            "{command}: {refusal}"
        );
    }
}
