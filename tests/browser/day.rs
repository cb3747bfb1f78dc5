//! One whole journey in Chromium: from a laptop with nothing on it to signed minutes in a folder.

use serde_json::json;

use crate::chromium::Chromium;
use crate::screens::Table;

#[tokio::test]
async fn a_record_is_made_and_a_meeting_run_to_its_signed_minutes() {
    let chromium = Chromium::new();
    let w = chromium.open().await;
    w.makes_a_record("A sample partnership").await;
    w.says("Before you start").await;
    let plan = w.cut_to(2).await;
    w.a_meeting_is_opened(&Table::default()).await;
    w.old_business_is_settled().await;
    // The second case has nothing new: one key, once the chair has asked.
    let heard = w
        .every_case(async |w, at| {
            if at > 0 {
                return w.nothing_is_new().await;
            }
            w.records("pol intel seen twice at the address").await;
            w.records("> prob check the plan 2w").await;
            w.records("= continue because the plan holds").await;
            w.reads_back_and_closes().await;
        })
        .await;
    assert_eq!(heard, 2);
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
