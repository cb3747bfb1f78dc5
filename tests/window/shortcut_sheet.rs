//! The sheet of shortcuts, saved from the list of them, and read by others.

use fantoccini::key::Key;
use protocol::pack::{DEFAULT, Pack};
use serde_json::Value;

use crate::harness::{Laptop, judges};

/// The list that the window shows, read here so that a key which the sheet forgot is missed.
const LIST: &str = include_str!("../../ui/src/words/shortcuts.json");

#[tokio::test]
async fn every_shortcut_is_saved_on_one_page() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(1).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.key(Key::F1).await;
    w.says("All shortcuts").await;
    w.key(Key::Tab).await;
    w.until("the way to save to have the focus", async |w| {
        w.focus().await.contains("Save as a PDF")
    })
    .await;
    w.key(Key::Enter).await;
    w.says("One page to print").await;
    w.picture("shortcuts-saved").await;
    w.is_accessible("The list of shortcuts, saved").await;

    let sheet = laptop.chosen_folder().join("ODOC-Shortcuts.pdf");
    assert_eq!(judges::pages(&sheet), Some(1));
    let text = judges::text(&sheet).to_lowercase();
    let examples = Pack::read(DEFAULT).expect("the pack").examples();
    let list: Vec<Value> = serde_json::from_str(LIST).expect("the list");
    let rows = list.iter().flat_map(|place| place["rows"].as_array());
    for row in rows.flatten() {
        for words in ["keys", "to", "typed", "does"] {
            let words = row[words].as_str().unwrap_or_default();
            let words = examples
                .iter()
                .fold(words.to_owned(), |words, (name, key)| {
                    words.replace(&format!("{{{name}}}"), key)
                });
            let words = words.replace("Arrow", "Arrow ").replace("Escape", "Esc");
            let words = words.replace("+-", "+\u{2212}");
            assert!(text.contains(&words.to_lowercase()), "{words} is missing");
        }
    }
}
