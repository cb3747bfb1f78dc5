//! Ctrl+Z takes back what was done last, and never a line in its place.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

async fn opened(w: &Window) -> Value {
    w.does("meeting", json!({})).await["opened"]["case"].clone()
}

async fn dissents(w: &Window) -> usize {
    let lines = w.lines().await;
    let decision = lines.iter().find(|line| line["sort"] == "decision");
    let all = decision.and_then(|line| line["dissents"].as_array());
    all.map_or(0, Vec::len)
}

/// Takes back, from the line, and waits for what that leads to.
async fn takes_back(w: &Window, then: &str) {
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.says(then).await;
}

#[tokio::test]
async fn a_dissent_a_tidied_word_and_a_moved_line_are_each_taken_back_by_themselves() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(6).await;
    w.records("pol intel seen twice at the address").await;
    w.records("= continue because the plan holds").await;
    w.records("! prob would rather wait").await;
    assert_eq!(dissents(&w).await, 1);
    takes_back(&w, "The dissent is taken back; the decision stands").await;
    assert_eq!((w.lines().await.len(), dissents(&w).await), (2, 0));
    w.picture("dissent-taken-back").await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("The dissent is back").await;
    assert_eq!(dissents(&w).await, 1);

    w.tidies_the_last_line("carry on").await;
    w.says("The words are tidied").await;
    assert_eq!(w.recorded().await[1], "carry on");
    takes_back(&w, "Taken back: all is as it was before").await;
    assert_eq!(w.recorded().await[1], "continue");

    w.corrects_the_last_line("carry on").await;
    assert!(
        !w.lines().await[1]["struck"]
            .as_array()
            .is_none_or(Vec::is_empty)
    );
    takes_back(&w, "Taken back: all is as it was before").await;
    assert_eq!(w.recorded().await[1], "continue");
    assert_eq!(
        w.lines().await[1]["struck"],
        json!([]),
        "and nothing is struck"
    );
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;
    assert_eq!(w.recorded().await[1], "carry on");

    w.moves_the_last_line_to(2).await;
    assert_eq!(w.lines().await.len(), 1);
    takes_back(&w, "The line is back where it stood").await;
    assert_eq!(w.lines().await.len(), 2);
    assert_eq!(dissents(&w).await, 1, "with who differed");

    // Whatever was said since, a differing view that nobody had goes by itself.
    w.goes_to_the_last_line().await;
    w.type_words("n").await;
    w.until("nobody to differ", async |w| dissents(w).await == 0)
        .await;
    takes_back(&w, "Taken back: all is as it was before").await;
    assert_eq!(dissents(&w).await, 1);

    // Nor need it be the last of them.
    w.records("! pol would rather wait a month").await;
    assert_eq!(dissents(&w).await, 2);
    w.goes_to_the_last_line().await;
    w.picture("two-differ").await;
    w.type_words("1").await;
    w.until("the other one to differ", async |w| dissents(w).await == 1)
        .await;
    w.says("would rather wait a month").await;
}

#[tokio::test]
async fn a_key_pressed_too_soon_in_the_room_or_the_agenda_is_taken_back_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(6).await;
    w.alt('q').await;
    w.until("the room to have been asked", async |w| {
        !opened(w).await["asked_at"].is_null()
    })
    .await;
    w.says("Undo").await;
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("the room not to have been asked", async |w| {
        opened(w).await["asked_at"].is_null()
    })
    .await;

    let leaves = w.called("Declan").await;
    w.moves_somebody(&leaves, 'l', "left").await;
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("them to be back", async |w| {
        let all = w.seats().await;
        let who = all.iter().find(|p| p["name"] == leaves.as_str());
        who.is_some_and(|who| who["whereabouts"] == "in_the_room")
    })
    .await;

    // Words have an undo of their own, however fresh the message.
    w.records("pol intel seen twice at the address").await;
    w.type_words("pol intel and th").await;
    w.ctrl('z').await;
    assert_eq!(w.lines().await.len(), 1, "what is typed, and not a line");
    w.ctrl('a').await;
    w.key(Key::Delete).await;

    w.records("= no action").await;
    w.reads_back_and_closes().await;
    let number = case["number"].to_string();
    w.says(&format!("Case {number} is closed")).await;
    w.picture("closed-with-an-undo").await;
    w.next(case["slot"].as_str()).await;
    w.ctrl('z').await;
    w.until("the case to be open again", async |w| {
        let now = opened(w).await;
        now["slot"] == case["slot"] && now["lines"].as_array().map(Vec::len) == Some(2)
    })
    .await;

    w.goes_to_the_line().await;
    w.alt('d').await;
    w.says("to the next meeting").await;
    w.until("the reason's field", async |w| {
        w.focus().await.contains("Reason")
    })
    .await;
    w.type_words("no time").await;
    w.go_on().await;
    w.says("Deferred to the next meeting").await;
    w.ctrl('z').await;
    w.until("it to be open as it was", async |w| {
        let agenda = w.does("meeting", json!({})).await["agenda"].clone();
        let rows = agenda.as_array().cloned().unwrap_or_default();
        let open: Vec<_> = rows
            .iter()
            .filter(|row| row["progress"] == "now")
            .map(|row| row["place"]["slot"].clone())
            .collect();
        open == [case["slot"].clone()]
    })
    .await;
}

#[tokio::test]
async fn the_wrong_case_opened_from_the_agenda_waits_again_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_session(2).await;
    w.look_again().await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let plain = |row: &&Value| row["place"]["place"] == "case" && row["asks_a_choice"] == false;
    let row = agenda.iter().find(plain).expect("a case");
    w.presses_in_the_agenda(row).await;
    w.says("is open").await;
    w.picture("case-open-with-an-undo").await;
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("it to wait again", async |w| {
        let agenda = w.does("meeting", json!({})).await["agenda"].clone();
        let rows = agenda.as_array().cloned().unwrap_or_default();
        let theirs = rows.iter().find(|now| now["place"] == row["place"]);
        theirs.is_some_and(|now| now["progress"] == "waiting")
    })
    .await;
}

#[tokio::test]
async fn a_held_item_shared_too_soon_waits_again_by_one_key_and_so_does_a_referral_by_the_wrong_line()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case_beside_a_guest().await;
    w.records("pol intel seen twice at the address").await;
    let held = async |w: &Window| w.lines().await[0]["held"] == true;
    assert!(held(&w).await);
    let guest = w.called("Perrin").await;
    w.moves_somebody(&guest, 'l', "left").await;
    w.says("left").await;
    // The sample's own guest is no party either.
    w.guests_step_out().await;
    w.tab_to("from Police").await;
    w.key(Key::Enter).await;
    w.says("Nothing stands against it any more").await;
    w.tab_to("Share it now").await;
    w.key(Key::Enter).await;
    w.says("The held item is shared now").await;
    assert!(!held(&w).await);
    w.picture("released-with-an-undo").await;
    takes_back(&w, "Taken back: all is as it was before").await;
    assert!(held(&w).await, "nobody has it");

    let case = opened(&w).await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.key(Key::Down).await;
    w.tab_to("Why").await;
    w.type_words("the wrong line").await;
    w.go_on().await;
    w.says("is referred to MAPPA").await;
    w.ctrl('z').await;
    w.until("the case to be open as before", async |w| {
        opened(w).await["slot"] == case["slot"]
    })
    .await;
    assert_eq!(opened(&w).await["flags"], case["flags"]);
}

#[tokio::test]
async fn no_case_closes_over_a_half_typed_line_and_no_key_reaches_what_lies_beneath_a_list() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("= continue because the plan holds").await;
    w.type_words("pol intel seen tw").await;
    w.go_on().await;
    w.says("This line is not recorded yet").await;
    w.picture("half-typed-at-the-close").await;
    assert_eq!(w.line().await, "pol intel seen tw");
    w.alt('d').await;
    assert_eq!(w.focus().await, "textarea: Capture line");
    // Nor does it go with anybody to another place, whichever way leads there.
    let agenda = w.does("meeting", json!({})).await["agenda"].clone();
    let rows = agenda.as_array().cloned().unwrap_or_default();
    let other = rows
        .iter()
        .find(|row| row["place"]["place"] == "any_other_business");
    w.presses_in_the_agenda(other.expect("other business"))
        .await;
    w.says("This line is not recorded yet").await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.key(Key::Down).await;
    w.tab_to("Why").await;
    w.type_words("a risk of serious harm").await;
    w.go_on().await;
    w.until("the line again", async |w| {
        w.focus().await == "textarea: Capture line"
    })
    .await;
    assert_eq!(w.line().await, "pol intel seen tw");
    w.key(Key::End).await;
    w.type_words("ice at the address").await;
    w.key(Key::Enter).await;
    w.until("two lines", async |w| w.lines().await.len() == 2)
        .await;
    w.go_on().await;
    w.says("Read this to the room").await;

    w.key(Key::F1).await;
    w.says("All shortcuts").await;
    w.key(Key::Enter).await;
    w.key(Key::Escape).await;
    w.until("the list to go", async |w| !w.has(".shortcuts").await)
        .await;
    w.says("Read this to the room").await;
    assert_eq!(opened(&w).await["lines"].as_array().map(Vec::len), Some(2));
    w.key(Key::Enter).await;
    w.says("is closed").await;
}
