//! One whole journey in Chromium: from a laptop with nothing on it to signed minutes in a folder.

use serde_json::json;

use crate::chromium::Chromium;
use crate::screens::Next;

#[tokio::test]
async fn a_record_is_made_and_a_meeting_run_to_its_signed_minutes() {
    let chromium = Chromium::new();
    let w = chromium.open().await;
    w.makes_a_record("A sample partnership").await;
    w.says("Before you start").await;
    let plan = w.cut_to(2).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.tab_to("Prepare the ODOC").await;
    w.key(fantoccini::key::Key::Enter).await;
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
            Next::Flagged => w.goes_on_because("the other forum has asked for it").await,
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
    assert_eq!(dealt, 2);
    w.next_date_is_kept_and_the_meeting_ends().await;
    w.minutes_are_signed("Asha Verrall").await;
    w.documents_are_saved().await;

    let form = json!({ "meeting": plan["meeting"]["id"] });
    let documents = w.does("documents", form).await;
    assert_eq!(documents["meeting"]["stage"], "sealed");
    assert!(
        documents["documents"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    let saved = std::fs::read_dir(chromium.chosen_folder()).expect("the folder");
    assert!(saved.count() > 0, "nothing was saved");
}
