//! Every place of the window in Chromium, reached as a person reaches it and judged for everybody.

use fantoccini::key::Key;
use serde_json::json;

use crate::album::Album;
use crate::chromium::Chromium;
use crate::harness::Window;

/// What is typed into Find to reach a screen, and what the screen then says.
const SCREENS: [(&str, &str); 11] = [
    ("This month", "Before you start"),
    ("Meetings", "Meetings"),
    ("Cases", "Cases"),
    ("New case", "New case"),
    ("Cases from a file", "Choose the list"),
    ("Actions", "Actions"),
    ("Registers", "Registers"),
    ("Designated Officers", "Designated Officers"),
    ("Documents", "Documents"),
    ("Partnership", "Partnership"),
    ("Safekeeping", "Safekeeping"),
];

#[tokio::test]
async fn every_place_can_be_used_by_everybody() {
    let chromium = Chromium::new();
    let w = chromium.open().await;
    w.with_the_sample(2).await;
    w.look_again().await;
    w.says("Before you start").await;
    for (typed, said) in SCREENS {
        w.finds(typed).await;
        w.says(said).await;
        w.picture(&format!("chromium-{typed}")).await;
    }
    w.finds("Who holds what").await;
    let cases = w.does("cases", json!({})).await;
    let reference = cases["cases"][0]["reference"].as_str().unwrap_or_default();
    w.finds(reference).await;
    w.says(reference).await;
    w.ctrl('k').await;
    w.element("#findings").await;
    w.picture("chromium-Find").await;
    w.key(Key::Escape).await;
    w.key(Key::F1).await;
    w.says("All shortcuts").await;
    w.picture("chromium-All shortcuts").await;
    w.key(Key::Escape).await;
    w.moving(async |w| w.ctrl('l').await).await;
    w.says("This record is locked").await;
}

#[tokio::test]
async fn every_screen_of_a_whole_meeting_can_be_used_by_everybody_and_seen_on_the_wall() {
    let chromium = Chromium::new();
    let w = &chromium.open().await;
    let album = Album {
        w,
        chosen: chromium.chosen_folder(),
        scheme: "chromium",
        wall: Some(chromium.address("projector.html")),
    };
    album.walk().await;
}

impl Window {
    /// Goes somewhere by Ctrl+K and a few letters.
    pub async fn finds(&self, letters: &str) {
        self.ctrl('k').await;
        self.element("#findings").await;
        self.type_words(letters).await;
        self.until("something found", async |w| {
            let first = "return document.querySelector('#findings [aria-selected=\"true\"]')?.innerText ?? ''";
            let found = w.run(first).await;
            found.as_str().is_some_and(|found| found.contains(letters))
        })
        .await;
        self.key(Key::Enter).await;
        self.until("Find to go", async |w| !w.has("#findings").await)
            .await;
    }
}
