//! A meeting by keyboard alone, from the register to signed minutes with their documents saved.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::Laptop;
use crate::screens::Next;

/// How many cases the day has: a few where time is short, the whole twenty with `ODOC_DAY_CASES=20`.
fn cases() -> usize {
    let asked = std::env::var("ODOC_DAY_CASES").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(4)
}

#[tokio::test]
async fn a_whole_meeting_is_run_by_keyboard_alone() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(cases()).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.tab_to("Prepare the ODOC").await;
    w.key(Key::Enter).await;
    w.says("The order").await;
    w.go_on().await;
    w.everyone_sits_down().await;
    w.statement_is_read().await;
    w.everyone_accepts(|_| false).await;
    w.everyone_signs().await;
    w.begins().await;
    w.old_business_is_settled().await;

    let (mut before, mut dealt) = (None::<String>, 0);
    loop {
        match w.next(before.as_deref()).await {
            Next::Business => break,
            Next::Flagged => {
                w.goes_on_because("the other forum has asked for it").await;
            }
            Next::Case(slot) => {
                w.records("pol intel seen twice at the address").await;
                w.records("> prob check the plan by 2w").await;
                w.records("= continue because the plan holds").await;
                w.reads_back_and_closes().await;
                dealt += 1;
                before = Some(slot);
            }
        }
    }
    assert_eq!(dealt, cases());
    w.next_date_is_kept_and_the_meeting_ends().await;
    w.minutes_are_signed("Asha Verrall").await;
    w.documents_are_saved().await;

    let form = json!({ "meeting": plan["meeting"]["id"] });
    let ending = w.does("documents", form).await;
    let named = ending["documents"].as_array().expect("documents").len();
    let saved = pdfs(&laptop.chosen_folder());
    assert!(saved >= named, "{saved} of {named} documents were saved");
}

/// The documents under a folder that begin as a PDF does.
fn pdfs(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("the folder");
    entries
        .flatten()
        .map(|entry| entry.path())
        .map(|path| {
            if path.is_dir() {
                pdfs(&path)
            } else {
                usize::from(std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-")))
            }
        })
        .sum()
}
