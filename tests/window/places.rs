//! The one window that stands open: what leaves with it, and what cannot be asked from it.

use serde_json::json;

use crate::harness::Laptop;
use crate::harness::shortcuts::PIN;

#[tokio::test]
async fn handing_over_takes_the_work_window_and_its_process_away() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window.with_a_record(false).await;
    let before = window.page_processes();
    assert!(!before.is_empty());
    window.handed_to_the_guest().await;
    let shown = window.does("declaration_to_sign", json!({})).await;
    assert_eq!(shown["person"], "Ines Calder");
    window
        .until("the work window's process to end", async |w| {
            w.page_processes()
                .iter()
                .all(|process| !before.contains(process))
        })
        .await;
    window
        .ask_and_move("take_back", json!({ "pin": PIN }))
        .await;
    assert_eq!(window.does("standing", json!({})).await["face"], "work");
}

#[tokio::test]
async fn locking_takes_the_work_windows_process_away() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window.with_a_record(false).await;
    let before = window.page_processes();
    window.ask_and_move("lock", json!({})).await;
    window
        .until("the work window's process to end", async |w| {
            w.page_processes()
                .iter()
                .all(|process| !before.contains(process))
        })
        .await;
    assert_eq!(window.does("standing", json!({})).await["face"], "locked");
}

#[tokio::test]
async fn the_attendees_screen_cannot_ask_what_the_work_window_can() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    window.with_a_record(false).await;
    window.handed_to_the_guest().await;
    for command in [
        "standing",
        "lock",
        "meeting",
        "cases",
        "unlock",
        "choose_folder",
        "hand_over",
    ] {
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

#[tokio::test]
async fn the_work_window_cannot_do_what_the_attendee_does() {
    let laptop = Laptop::new();
    let window = laptop.open().await;
    for command in ["declaration_to_sign", "sign_declaration", "take_back"] {
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
