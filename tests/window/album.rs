//! Every screen, looked at in both sizes and both schemes: `make screenshots` keeps the pictures.
//!
//! The walk in the dark is made and judged at every run, so that no screen breaks there; in the light every other journey
//! judges what it passes, and the walk is for its pictures alone.

mod beside;
mod meeting;
mod places;

use fantoccini::key::Key;

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

/// One walk through all screens, in the light or in the dark.
struct Album<'a> {
    w: &'a Window,
    laptop: &'a Laptop,
    scheme: &'static str,
}

impl Album<'_> {
    /// A picture of what stands there, at both sizes.
    async fn page(&self, name: &str) {
        self.w.judge_what_is_new().await;
        self.w.at_both_sizes(name, self.scheme).await;
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
        w.moving(async |w| w.press("Start a practice").await).await;
        w.says("PRACTICE: INVENTED PEOPLE").await;
        w.says("Start the ODOC").await;
        self.page("practice-month").await;
        w.press("Start the ODOC").await;
        w.says("Someone new").await;
        self.page("practice-register").await;
        w.chord(&[Key::Alt], '0').await;
        w.moving(async |w| w.press("End the practice").await).await;
    }

    async fn signing_in(&self) {
        self.w.says("This record is locked").await;
        self.page_and_large("sign-in").await;
        self.w.type_words(CHAIRS_PASSPHRASE).await;
        self.w.key(Key::Enter).await;
        self.w.says("Before you start").await;
    }

    async fn walk(&self) {
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

async fn album(laptop: Laptop, scheme: &'static str) {
    let (w, laptop) = (&laptop.open().await, &laptop);
    Album { w, laptop, scheme }.walk().await;
}

#[tokio::test]
async fn album_in_the_dark() {
    album(Laptop::new().in_the_dark(), "dark").await;
}

#[tokio::test]
#[ignore = "for its pictures: make screenshots"]
async fn album_in_the_light() {
    album(Laptop::new(), "light").await;
}
