//! Table 1 as a grid: looked at, walked and confirmed by keyboard, at a small laptop's size and a large screen's.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window};

async fn at_the_table(w: &Window) {
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.ctrl('k').await;
    w.element("#findings").await;
    w.type_words("who holds").await;
    let chosen = "return document.querySelector('#findings [aria-selected=true]')?.innerText ?? ''";
    w.until("the table to be found", async |w| {
        let found = w.run(chosen).await;
        found
            .as_str()
            .is_some_and(|at| at.starts_with("Who holds what"))
    })
    .await;
    w.key(Key::Enter).await;
    w.says("Who originally holds what").await;
}

async fn focused(w: &Window) -> String {
    let script = "return document.activeElement.ariaLabel ?? ''";
    w.run(script).await.as_str().unwrap_or_default().to_owned()
}

async fn walked_and_confirmed(laptop: Laptop, dark: &str) {
    let w = laptop.open().await;
    at_the_table(&w).await;
    w.is_accessible("Table 1").await;
    for (width, height) in [(1366, 768), (1920, 1080)] {
        w.sized(width, height).await;
        w.picture(&format!("table-one-{width}{dark}")).await;
    }
    w.tab_to("management originally holds").await;
    let first = focused(&w).await;
    for key in [Key::Down, Key::Right, Key::End, Key::Home, Key::PageDown] {
        w.key(key).await;
    }
    w.sized(1366, 768).await;
    w.picture(&format!("table-one-walked{dark}")).await;
    assert_ne!(focused(&w).await, first);
    let holds = "return document.activeElement.checked";
    let before = w.run(holds).await;
    w.type_words(" ").await;
    w.until("the tick to be kept", async |w| {
        w.run(holds).await != before
    })
    .await;
    w.says("originally held by").await;
    w.type_words(" ").await;
    w.go_on().await;
    w.says("The partnership has confirmed this table").await;
    w.is_accessible("Table 1 confirmed").await;
    w.picture(&format!("table-one-confirmed{dark}")).await;
    let view = w.does("partnership", json!({})).await;
    assert_eq!(view["matrix_confirmed"], true);
}

#[tokio::test]
async fn the_table_of_who_holds_what_is_walked_and_confirmed_by_keyboard() {
    walked_and_confirmed(Laptop::new(), "").await;
}

#[tokio::test]
async fn the_table_can_be_read_in_the_dark() {
    walked_and_confirmed(Laptop::new().in_the_dark(), "-dark").await;
}

async fn opens_the_tab(w: &Window, words: &str) {
    let tab = w.named("a", words).await;
    tab.click().await.expect("a tab");
}

#[tokio::test]
async fn the_agreements_kinds_and_officers_roles_are_read_and_offered_and_a_step_away_from_it_is_said()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.is_headed("This month").await;
    w.goes_to_place('7', "Partnership").await;
    w.says("Officers, by role").await;
    opens_the_tab(&w, "Texts and rules").await;
    w.says("The letters stand for the kind at the capture line")
        .await;
    w.says("To report a breach").await;
    w.is_accessible("The kinds of information").await;
    w.picture("partnership-kinds").await;
    opens_the_tab(&w, "Who holds what").await;
    let at_the_review = w.element("#ladder-dip_case_review").await;
    at_the_review.click().await.expect("a tick");
    w.says("The program departs from the agreement").await;
    w.is_accessible("A step away from the agreement").await;
    w.picture("partnership-departs").await;
    w.ctrl('z').await;
    w.says("Taken back").await;
    assert!(!w.text().await.contains("The program departs"));

    w.goes_to_place('5', "Registers").await;
    opens_the_tab(&w, "Designated Officers").await;
    w.says("Name an officer").await;
    w.tab_to("Name an officer of").await;
    w.key(Key::Enter).await;
    w.element("#role-offered option").await;
    w.is_accessible("An officer is named").await;
}
