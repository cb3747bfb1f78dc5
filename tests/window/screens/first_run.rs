//! The first run: a record is made, its paper key is shown, written down and typed back.

use serde_json::Value;

use crate::harness::Window;
use crate::harness::shortcuts::{CHAIRS_PASSPHRASE, MINUTES_PASSPHRASE};

impl Window {
    /// Makes a record as the first run asks, and stays signed in as the chair.
    pub async fn makes_a_record(&self, start: &str) {
        self.answers_the_first_page(start).await;
        self.press("Make the record").await;
        let key = self.key_on_paper().await;
        self.go_on().await;
        self.says("Type it back from the paper").await;
        self.types_back("not what the paper says").await;
        self.says("Group 1 is not what was shown").await;
        self.types_back(&key).await;
    }

    /// Writes the answers that the first page asks for.
    pub async fn answers_the_first_page(&self, start: &str) {
        self.says("Start a record").await;
        for (label, words) in [
            ("Name of the record", "Canalside"),
            ("Name of the chair", "Asha Verrall"),
            ("Passphrase of the chair", CHAIRS_PASSPHRASE),
            ("The same again, the chair", CHAIRS_PASSPHRASE),
            ("Name of the minute-taker", "Tom Okell"),
            ("Passphrase of the minute-taker", MINUTES_PASSPHRASE),
            ("The same again, the minute-taker", MINUTES_PASSPHRASE),
        ] {
            let field = self.field(label).await;
            field.send_keys(words).await.expect("a field to write in");
        }
        let choice = self.named("label", start).await;
        choice.click().await.expect("a choice");
    }

    /// The key as it stands on the page to be written down.
    pub async fn key_on_paper(&self) -> String {
        self.says("Write down the recovery key").await;
        let script = "return [...document.querySelectorAll('.groups li')].map((li) => li.innerText.split(/\\s+/).pop())";
        let groups = self.run(script).await;
        let groups = groups.as_array().into_iter().flatten();
        let groups: Vec<_> = groups.filter_map(Value::as_str).collect();
        groups.join(" ")
    }

    /// Types the key back from the paper.
    pub async fn types_back(&self, key: &str) {
        let field = self.field("Recovery key").await;
        field.clear().await.expect("a field");
        field.send_keys(key).await.expect("a field to write in");
        self.go_on().await;
    }
}
