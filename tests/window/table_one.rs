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

#[tokio::test]
async fn an_organisation_leaves_the_agreement_and_comes_back_and_one_that_is_needed_stays_and_is_told_why()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    let charity = json!({ "key": "", "name": "The Lantern Trust", "short_name": "Lantern", "statutory": false,
        "party": true, "competent_authority": false, "relevant_authority": false, "note": "To confirm." });
    w.does("save_organisation", charity).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.goes_to_place('7', "Partnership").await;
    w.sized(1366, 768).await;
    let view = w.does("partnership", json!({})).await;
    let all = view["organisations"].as_array().expect("a list").iter();
    let free = |leaving: &serde_json::Value| {
        leaving["needed"] == json!([]) && leaving["quorum"] == json!([])
    };
    let name = |wanted: bool| {
        let mut all = all.clone();
        let found = all.find(|one| free(&one["leaving"]) == wanted);
        found.expect("one of each")["name"]
            .as_str()
            .expect("a name")
            .to_owned()
    };
    let (stays, leaves) = (name(false), name(true));
    w.tab_to(&format!("{stays} leaves the agreement")).await;
    w.key(Key::Enter).await;
    w.says(&format!("{stays} cannot leave the agreement yet"))
        .await;
    w.is_accessible("An organisation that cannot leave").await;
    w.picture("organisation-stays").await;

    w.tab_to(&format!("{leaves} leaves the agreement")).await;
    w.key(Key::Enter).await;
    w.says(&format!("{leaves} leaves the agreement, with its teams"))
        .await;
    let headings = "return [...document.querySelectorAll('main h2')].map((each) => each.innerText)";
    let there = async |w: &Window| {
        let shown = w.run(headings).await;
        shown
            .as_array()
            .is_some_and(|shown| shown.contains(&json!(leaves)))
    };
    w.until("it to be gone", async |w| !there(w).await).await;
    w.picture("organisation-left").await;
    w.ctrl('z').await;
    w.says("Taken back").await;
    w.until("it to be back", async |w| there(w).await).await;

    // What was to be confirmed of it is written on its own form.
    w.tab_to(&format!("Change {leaves}")).await;
    w.key(Key::Enter).await;
    w.tab_to("Note (optional)").await;
    w.ctrl('a').await;
    w.type_words("Confirmed in November").await;
    w.is_accessible("An organisation's note").await;
    w.picture("organisation-note").await;
    w.go_on().await;
    w.says("is saved").await;
    w.says("Confirmed in November").await;
}
