//! Every screen, looked at in both sizes and both schemes: `make screenshots` keeps the pictures.
//!
//! The walk in the dark is made and judged at every run, so that no screen breaks there; in the light every other journey
//! judges what it passes, and the walk is for its pictures alone.

mod beside;
mod meeting;
mod places;

use fantoccini::key::Key;

use crate::harness::pictures::are_kept;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

/// A laptop as small as the office has, and the screen on the wall.
const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];

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
        for (width, height) in SIZES.into_iter().filter(|_| are_kept()) {
            self.w.sized(width, height).await;
            let name = format!("{name}-{width}x{height}-{}", self.scheme);
            self.w.picture(&name).await;
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

    async fn signing_in(&self) {
        self.w.ask_and_move("lock", serde_json::json!({})).await;
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
