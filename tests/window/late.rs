//! Who comes otherwise than last month, in the real window: a deputy who comes late, and somebody who has changed agency.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

const AWAY: &str = "Marcus Oyelaran-Dale";
const DEPUTY: &str = "Perrin Ashgrove";

async fn received_by(w: &Window) -> Vec<u64> {
    let view = w.does("meeting", json!({})).await;
    let lines = view["opened"]["case"]["lines"].as_array().cloned();
    let people = |line: &Value| {
        assert_eq!(line["held"], false, "shared, and not held: {line}");
        line["shared"]["people"].as_u64().unwrap_or_default()
    };
    lines.unwrap_or_default().iter().map(people).collect()
}

#[tokio::test]
async fn a_deputy_who_comes_late_is_entered_signs_at_the_door_and_hears_only_what_follows() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session_without(2, AWAY).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.opens_a_case().await;
    // Nothing is held for want of a consent: what is recorded is shared with whoever is there.
    w.guests_step_out().await;
    w.records("pol intel seen twice at the address").await;

    w.alt('m').await;
    w.until("the form of a new face", async |w| w.has("#new-name").await)
        .await;
    w.type_words(DEPUTY).await;
    w.tab_to("Agency").await;
    w.type_words("hou").await;
    w.key(Key::Enter).await;
    w.says("At the door").await;
    w.walks_to(DEPUTY).await;
    w.type_words("f").await;
    w.says(&format!("{DEPUTY} is here for")).await;
    w.picture("deputy-asked-about").await;
    w.tab_to("Keep this").await;
    w.key(Key::Enter).await;
    w.says(&format!("deputy for {AWAY}")).await;
    w.picture("deputy-at-the-door").await;
    w.is_accessible("A deputy at the door").await;
    w.gets_in(DEPUTY).await;

    w.goes_to_the_line().await;
    w.records("hou acc the rent is paid up").await;
    let received = received_by(&w).await;
    assert_eq!(received.len(), 2);
    assert_eq!(received[1], received[0] + 1, "only what was said since");
    w.picture("deputy-in-the-room").await;
}

#[tokio::test]
async fn whoever_comes_late_sees_the_statement_first_and_the_case_in_hand_goes_on_meanwhile() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(2).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.opens_a_case().await;
    w.guests_step_out().await;
    w.observers_come(&view, ["Perpetua Lyle", "Corin Delahunt"])
        .await;
    w.look_again().await;
    w.is_asked_at_the_door("Perpetua Lyle").await;
    let seldom = w.does("meeting", json!({})).await["seldom"].clone();
    for paragraph in seldom["opening_statement"].as_array().expect("a statement") {
        w.says(paragraph.as_str().unwrap_or_default()).await;
    }
    w.says(seldom["acceptance_question"].as_str().unwrap_or_default())
        .await;
    w.picture("statement-at-the-door").await;

    // Enter in the line records the line, and accepts for nobody.
    w.goes_to_the_line().await;
    w.records("pol intel seen twice at the address").await;
    let accepted = async |w: &Window, name: &str| {
        let all = w.seats().await;
        let who = all.iter().find(|p| p["name"] == name).cloned();
        who.is_some_and(|who| !who["accepted_at"].is_null())
    };
    assert!(!accepted(&w, "Perpetua Lyle").await);
    w.gets_in("Perpetua Lyle").await;
    assert!(accepted(&w, "Perpetua Lyle").await);

    w.is_asked_at_the_door("Corin Delahunt").await;
    w.type_words("d").await;
    w.until("the refusal to be kept", async |w| {
        let all = w.seats().await;
        all.iter()
            .any(|p| p["name"] == "Corin Delahunt" && p["whereabouts"] == "declined")
    })
    .await;
    assert!(!accepted(&w, "Corin Delahunt").await);
}

#[tokio::test]
async fn the_register_of_people_says_whom_somebody_came_for_before() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    w.does("open_register", form).await;
    let view = w.does("meeting", json!({})).await;
    let all = people(&view);
    let who = all
        .iter()
        .find(|p| p["name"].as_str().is_some_and(|n| n.starts_with("Declan")));
    let who = who.expect("Declan");
    let teams = view["seldom"]["teams"].as_array().expect("teams");
    let team = teams.iter().find(|team| team["short_name"] == "Probation");
    let team = team.expect("another team");
    let before = who["agency"].as_str().unwrap_or_default();
    assert_ne!(before, "Probation");
    let form = json!({ "attendance": who["attendance"], "team": team["key"],
        "guest_agency": "", "guest_statutory": false });
    w.does("change_agency", form).await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    w.chord(&[Key::Alt], '0').await;
    w.says("Safekeeping").await;
    w.chord(&[Key::Alt], '5').await;
    w.says(&format!("was with {before} until")).await;
    w.picture("came-for-another-before").await;
}

#[tokio::test]
async fn whoever_has_changed_agency_is_moved_at_the_register_and_has_to_sign_there() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    let view = w.at_an_open_register().await;
    let all = people(&view);
    let who = all.iter().find(|p| p["name"] == "Tom Okell");
    assert_eq!(who.expect("Tom Okell")["must_sign"], false);
    w.look_again().await;
    w.sized(1366, 768).await;
    w.says("Who is in the room?").await;
    w.tab_to("Another agency for Tom Okell").await;
    w.key(Key::Enter).await;
    let choice = w.element("#agency-now").await;
    choice.select_by_label("Harden").await.expect("an agency");
    w.says("a declaration is signed before anything opens to Tom Okell")
        .await;
    w.picture("agency-asked-about").await;
    w.is_accessible("Another agency").await;
    w.tab_to("Change the agency").await;
    w.key(Key::Enter).await;
    w.says("Tom Okell comes for Harden from now on").await;
    let all = people(&w.does("meeting", json!({})).await);
    let who = all.iter().find(|p| p["name"] == "Tom Okell");
    assert_eq!(who.expect("Tom Okell")["must_sign"], true);
    w.picture("agency-changed").await;
}
