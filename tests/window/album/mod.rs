//! One walk through every screen, whichever web view it is made in: each is judged, and `make screenshots` keeps the pictures.

mod beside;
mod lines;
mod meeting;
mod places;
mod rights;
mod seldom;

use std::path::PathBuf;

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::Window;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

/// One walk through all screens.
pub struct Album<'a> {
    pub w: &'a Window,
    /// The folder that every file dialog answers with.
    pub chosen: PathBuf,
    /// What the pictures are called after: the colours, or the web view.
    pub scheme: &'static str,
    /// The address at which a browser shows the wall; the application opens a window of its own.
    pub wall: Option<String>,
}

impl Album<'_> {
    /// A picture of what stands there, at both sizes.
    async fn page(&self, name: &str) {
        self.w.judge_what_is_new().await;
        match self.wall {
            None => self.w.at_both_sizes(name, self.scheme).await,
            Some(_) => self.w.picture(&format!("{}-{name}", self.scheme)).await,
        }
    }

    /// The same once more with the text twice as large, as somebody sets it who reads poorly.
    async fn page_and_large(&self, name: &str) {
        self.page(name).await;
        for _ in 0..4 {
            self.w.ctrl('+').await;
        }
        self.page(&format!("large-{name}")).await;
        self.w.ctrl('0').await;
    }

    async fn first_steps(&self) {
        self.w.says("Start a record").await;
        self.page("first-run").await;
        self.w.answers_the_first_page("A sample partnership").await;
        self.w.press("Make the record").await;
        let key = self.w.key_on_paper().await;
        self.page("recovery-key").await;
        self.w.go_on().await;
        self.w.says("Type it back from the paper").await;
        self.page("recovery-key-typed-back").await;
        self.w.types_back(&key).await;
        self.w.says("Before you start").await;
    }

    /// A practice, at whose end the real record is asked for by its passphrase.
    async fn practising(&self) {
        let w = self.w;
        self.place('1', "").await;
        self.another_window("Start a practice", "PRACTICE: INVENTED PEOPLE")
            .await;
        w.says("PRACTICE: INVENTED PEOPLE").await;
        w.says("Start the ODOC").await;
        self.page("practice-month").await;
        w.press("Start the ODOC").await;
        w.says("Someone new").await;
        self.page("practice-register").await;
        self.another_day().await;
        w.chord(&[Key::Alt], '0').await;
        self.another_window("End the practice", "This record is locked")
            .await;
    }

    /// It begins without whoever has to sign, and stops for another day, on which everybody is asked again.
    async fn another_day(&self) {
        let w = self.w;
        let all = w.seats().await;
        let here = || all.iter().filter(|p| p["must_sign"] == false);
        for person in here() {
            let form = json!({ "attendance": person["attendance"] });
            w.does("mark_present", form).await;
        }
        let heard = w.does("read_statement", json!({})).await;
        for person in here() {
            let form = json!({ "attendance": person["attendance"], "text_hash": heard["agreement"]["text_hash"] });
            w.does("accept", form).await;
        }
        w.does("begin", json!({})).await;
        let form = json!({ "date": "2w", "reason": "The heating failed" });
        w.does("adjourn_meeting", form).await;
        w.look_again().await;
        self.place('1', "").await;
        w.press("Resume").await;
        w.says("Who is in the room?").await;
        self.page_and_large("resumed-register").await;
    }

    /// Presses what brings another window; in a browser the page stays, and is loaded anew in its place.
    async fn another_window(&self, words: &str, says: &str) {
        match self.wall {
            None => self.w.moving(async |w| w.press(words).await).await,
            Some(_) => {
                self.w.press(words).await;
                self.w.says(says).await;
                self.w.look_again().await;
            }
        }
    }

    async fn signing_in(&self) {
        self.w.says("This record is locked").await;
        self.page_and_large("sign-in").await;
        self.w.press("Use the recovery key").await;
        self.w.says("Whose passphrase is to be made anew?").await;
        self.page_and_large("sign-in-by-the-key-on-paper").await;
        self.w.press("Use a passphrase").await;
        self.w
            .until("the passphrase to be asked for", async |w| {
                w.focus().await == "input: Passphrase"
            })
            .await;
        self.w.type_words(CHAIRS_PASSPHRASE).await;
        self.w.key(Key::Enter).await;
        self.w.says("Before you start").await;
    }

    pub async fn walk(&self) {
        self.first_steps().await;
        self.places().await;
        self.beside().await;
        self.practising().await;
        self.signing_in().await;
        self.opening().await;
        self.business().await;
        self.ending().await;
    }
}
