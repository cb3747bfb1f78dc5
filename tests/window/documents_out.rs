//! Documents leave the laptop one by one, or all but the chair's copy; and the code on them is held against the log.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window, judges};

/// The PDFs that have been saved.
fn saved(laptop: &Laptop) -> Vec<String> {
    let files = std::fs::read_dir(laptop.chosen_folder()).expect("the folder");
    let names = files.flatten().map(|file| file.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".pdf")).collect()
}

/// Types into the field of the code, in place of what stands there, and asks.
async fn asks_for(w: &Window, code: &str) {
    w.run("const field = document.getElementById('check-code'); field.focus(); field.select(); return true")
        .await;
    w.type_words(code).await;
    w.key(Key::Enter).await;
}

#[tokio::test]
async fn the_code_of_signed_minutes_saved_by_themselves_is_typed_back_and_the_log_still_has_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("Canalside").await;
    w.goes_to_place('6', "Documents").await;
    w.says("Signed ").await;
    // Minutes come first: one step to them, one key that reads, one that saves.
    w.tab_to("button: Minutes").await;
    w.key(Key::Enter).await;
    w.element("canvas").await;
    w.says("Save this one").await;
    w.is_accessible("A document is read").await;
    w.picture("one-document").await;
    w.chord(&[Key::Control, Key::Shift], 's').await;
    w.says("Minutes saved in").await;
    let files = saved(&laptop);
    assert_eq!(files.len(), 1, "{files:?}");
    let text = judges::text(&laptop.chosen_folder().join(&files[0]));
    let at = text.find("Check code ").expect("a code") + "Check code ".len();
    let code = &text[at..at + 39];

    w.goes_to_place('8', "Safekeeping").await;
    w.says("A check code on paper").await;
    asks_for(&w, code).await;
    w.says("and nothing up to there was altered.").await;
    w.is_accessible("A check code that the log has").await;
    w.picture("check-code-found").await;
    asks_for(&w, &code.to_uppercase().replace(' ', "-")).await;
    w.says("and nothing up to there was altered.").await;
    let other = if code.starts_with('0') { '1' } else { '0' };
    asks_for(&w, &format!("{other}{}", &code[1..])).await;
    w.says("The log has no such code").await;
    w.picture("check-code-nowhere").await;
    asks_for(&w, &code[..20]).await;
    w.says("A check code has 32 figures and letters, and these are 16. Something is missing")
        .await;
    w.is_accessible("A check code that is too short").await;
    asks_for(&w, &format!("{}O", &code[1..])).await;
    w.says("and no “O”. Is it a 0?").await;
}

#[tokio::test]
async fn what_goes_to_the_agencies_is_saved_without_the_chairs_copy_which_is_marked_as_the_chairs_alone()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(2).await;
    w.with_nothing_in_force(&case).await;
    w.records("pol intel seen twice at the address").await;
    let heard = json!({
        "of": { "line": "dip treat started on a script", "item": null },
        "chair_did": "Asked everyone to disregard it",
    });
    w.does("record_heard", heard).await;
    w.does("record_line", json!({ "line": "= no action" }))
        .await;
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.goes_to_place('6', "Documents").await;
    w.says("For the chair alone. It goes to no agency.").await;
    w.is_accessible("Documents with a chair's copy").await;
    w.picture("documents-with-the-chairs-copy").await;
    let chairs = |name: &&String| name.contains("Chair");
    // The key saves what may be handed out; the button that saves the chair's copy too says so.
    w.ctrl('s').await;
    w.says("documents saved in").await;
    let files = saved(&laptop);
    assert!(files.len() > 3, "{files:?}");
    assert_eq!(files.iter().filter(chairs).count(), 0, "{files:?}");
    let handed_out = files.len();
    w.press("Save all, the chair’s copy too").await;
    w.until("the chair's copy", async |_| {
        saved(&laptop).iter().filter(chairs).count() == 1
    })
    .await;
    assert_eq!(saved(&laptop).len(), handed_out + 1);
    // On the screen that signs it is marked as well.
    w.chord(&[Key::Alt], '1').await;
    w.press("Read and sign").await;
    w.says("For the chair alone. It goes to no agency.").await;
    w.says("Save those for the agencies").await;
    w.picture("ending-with-the-chairs-copy").await;
}
