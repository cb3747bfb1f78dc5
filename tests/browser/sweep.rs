//! Every place of the window in Chromium, reached as a person reaches it and judged for everybody.

use fantoccini::key::Key;
use serde_json::json;

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

const LIST: &str = "Surname;First name;D.O.B.\nHolloway;Bex;31/13/1990\nOkafor;Chidi;12/01/1979\n";

#[tokio::test]
async fn what_surrounds_a_meeting_and_what_it_asks_at_its_side_can_be_used_by_everybody() {
    let chromium = Chromium::new();
    let list = chromium.chosen_folder().join("cases.csv");
    std::fs::write(list, LIST).expect("a list");
    let w = chromium.open().await;
    w.with_the_sample(3).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.press("Prepare the ODOC").await;
    w.says("The order").await;
    w.alt('v').await;
    w.says("Nothing yet").await;
    w.finds("Cases from a file").await;
    w.says("Choose the list").await;
    w.ctrl('o').await;
    w.says("Bex Holloway").await;
    w.finds("Documents").await;
    w.press("ODOC, ").await;
    w.press("Read: Agenda").await;
    w.element("canvas").await;

    w.goes_into_session(3).await;
    w.opens_a_case().await;
    w.looks_at_the_file().await;
    w.returns_to_the_case().await;
    for (key, asks) in [
        ("t", "when in the room"),
        ("c", "the authority to share?"),
        ("r", "is here as"),
    ] {
        w.walks_to("Declan").await;
        w.type_words(key).await;
        w.says(asks).await;
        w.key(Key::Escape).await;
        w.until("the side to be put away", async |w| {
            !w.text().await.contains(asks)
        })
        .await;
    }
    w.alt('m').await;
    w.element("#new-name").await;
    w.key(Key::Escape).await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.key(Key::Escape).await;
    w.element("#capture-line").await;
    w.alt('d').await;
    w.says("to the next meeting").await;
    w.key(Key::Escape).await;
    w.element("#capture-line").await;
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
