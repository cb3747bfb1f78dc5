//! The first run: a record is made, its paper key is shown, written down and typed back.

use serde_json::Value;

use crate::harness::Window;
use crate::harness::shortcuts::{CHAIRS_PASSPHRASE, MINUTES_PASSPHRASE};

impl Window {
    /// Makes a record as the first run asks, and stays signed in as the chair.
    pub async fn makes_a_record(&self, start: &str) {
        let w = self;
        w.says("Start a record").await;
        w.is_accessible("The first run").await;
        for (label, words) in [
            ("Name of the record", "Canalside"),
            ("Name of the chair", "Asha Verrall"),
            ("Passphrase of the chair", CHAIRS_PASSPHRASE),
            ("The same again, the chair", CHAIRS_PASSPHRASE),
            ("Name of the minute-taker", "Tom Okell"),
            ("Passphrase of the minute-taker", MINUTES_PASSPHRASE),
            ("The same again, the minute-taker", MINUTES_PASSPHRASE),
        ] {
            let field = w.field(label).await;
            field.send_keys(words).await.expect("a field to write in");
        }
        w.named("label", start)
            .await
            .click()
            .await
            .expect("a choice");
        w.press("Make the record").await;
        w.says("Write down the recovery key").await;
        w.is_accessible("The recovery key").await;
        let groups = w
        .run("return [...document.querySelectorAll('.groups li')].map((li) => li.innerText.split(/\\s+/).pop())")
        .await;
        let groups: Vec<_> = groups
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        w.go_on().await;
        w.says("Type it back from the paper").await;
        w.is_accessible("Typing the key back").await;
        let field = w.field("Recovery key").await;
        field
            .send_keys("not what the paper says")
            .await
            .expect("a field");
        w.go_on().await;
        w.says("Group 1 is not what was shown").await;
        field.clear().await.expect("a field");
        field
            .send_keys(&groups.join(" "))
            .await
            .expect("a field to write in");
        w.go_on().await;
    }
}
