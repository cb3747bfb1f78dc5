//! What was written down wrongly, put right by the keys of the line or of the room's row.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::meeting::entered;
use crate::harness::Window;

impl Window {
    /// Goes to the last recorded line: the parts of the screen are walked with F6, the lines with End.
    pub async fn goes_to_the_last_line(&self) {
        let script = "return document.activeElement.dataset.line !== undefined";
        self.until("the recorded lines", async |w| {
            if w.run(script).await == json!(true) {
                return true;
            }
            w.key(Key::F6).await;
            false
        })
        .await;
        self.key(Key::End).await;
    }

    /// Walks the words beside the draft, a tab to them and arrows inside them, to the row that says this.
    pub async fn walks_the_words_to(&self, words: &str) {
        let inside = "return document.activeElement.dataset.key !== undefined";
        for _ in 0..80 {
            if self.run(inside).await == json!(true) {
                break;
            }
            self.key(Key::Tab).await;
        }
        self.key(Key::Home).await;
        for _ in 0..60 {
            if self.focus().await.contains(words) {
                return;
            }
            self.key(Key::Down).await;
        }
        panic!("no key led to {words:?} among the words");
    }

    /// A slip of the keyboard: the last line comes back with the arrow, and is written anew.
    pub async fn tidies_the_last_line(&self, words: &str) {
        self.key(Key::Up).await;
        self.says("Tidying").await;
        self.is_written_anew(words).await;
    }

    /// Something of substance: the first words stay, struck.
    pub async fn corrects_the_last_line(&self, words: &str) {
        self.goes_to_the_last_line().await;
        self.type_words("k").await;
        self.says("Correcting what was said").await;
        self.is_written_anew(words).await;
        self.says("struck by").await;
    }

    async fn is_written_anew(&self, words: &str) {
        self.ctrl('a').await;
        self.type_words(&entered(words)).await;
        self.until("the change to be kept", async |w| w.line().await.is_empty())
            .await;
    }

    /// A line typed under the wrong case goes to its own, by the case's number.
    pub async fn moves_the_last_line_to(&self, case: usize) {
        self.goes_to_the_last_line().await;
        self.type_words("m").await;
        self.says("To which case does it belong?").await;
        self.type_words(&case.to_string()).await;
        self.key(Key::Enter).await;
        self.says(&format!("Moved to case {case}")).await;
        self.goes_to_the_line().await;
    }

    /// A note that was an action: it comes back as one, and the date is said behind it.
    pub async fn makes_an_action_of_the_last_line(&self, date: &str) {
        self.goes_to_the_last_line().await;
        self.type_words("c").await;
        self.until("the action in the line", async |w| {
            w.line().await.starts_with('>')
        })
        .await;
        self.key(Key::End).await;
        self.type_words(&entered(&format!(" {date}"))).await;
        self.until("the action to be kept", async |w| w.line().await.is_empty())
            .await;
    }

    /// Somebody went unnoticed: the time is put right, and every line that it touches is listed before it is kept.
    pub async fn left_unnoticed(&self, beginning: &str, at: &str) {
        self.walks_to(beginning).await;
        self.type_words("t").await;
        self.says("when in the room").await;
        self.key(Key::Tab).await;
        self.type_words(at).await;
        self.says("is no longer a recipient").await;
        self.key(Key::Enter).await;
        self.says("times are put right").await;
    }

    /// Somebody stepped out for the open case and nobody noticed, since that minute.
    pub async fn was_out_unnoticed(&self, beginning: &str, since: &str) {
        self.walks_to(beginning).await;
        self.type_words("t").await;
        self.says("when in the room").await;
        self.tab_to("Add a time out of it").await;
        self.key(Key::Enter).await;
        let there = "return document.activeElement.id === 'out-0-from'";
        self.until("the time out of it", async |w| {
            w.run(there).await == json!(true)
        })
        .await;
        self.type_words(since).await;
        self.says("is no longer a recipient").await;
        self.key(Key::Enter).await;
    }

    /// Ticks off that somebody has been told of a correction.
    pub async fn is_told(&self, beginning: &str, meeting: &Value) {
        self.says("Who is to be told").await;
        self.tab_to(&format!("input: {beginning}")).await;
        self.type_words(" ").await;
        self.until("the tick to be kept", async |w| {
            let ending = w.does("documents", json!({ "meeting": meeting })).await;
            !ending["tell"][0]["recipients"][0]["told_by"].is_null()
        })
        .await;
    }
}
