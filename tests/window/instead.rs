//! A line that should have been another: corrected in substance in the meeting, and made of another sort beside the draft.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::afterwards::{at_the_draft, in_a_case, slot_lines};
use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

/// Whatever stands in the line is typed over.
async fn types_over(w: &Window, words: &str) {
    w.ctrl('a').await;
    w.type_words(words).await;
}

/// Every line beside the draft, with what is to be told of it.
async fn beside(w: &Window, meeting: &Value) -> (Vec<Value>, Value) {
    let ending = w.does("documents", json!({ "meeting": meeting })).await;
    let places = ending["lines"].as_array().cloned().unwrap_or_default();
    let lines = places.iter().filter_map(|place| place["lines"].as_array());
    (lines.flatten().cloned().collect(), ending["tell"].clone())
}

#[tokio::test]
async fn whose_a_note_was_and_on_what_basis_is_corrected_by_its_key_and_what_it_was_stays_struck() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    let before = slot_lines(&w).await;
    let gone = people(&view)
        .into_iter()
        .rev()
        .find(|p| p["role"] == "representative" && p["guest"] == false && p["team"] != "police");
    let gone = gone.expect("a representative")["attendance"].clone();
    w.does("leave", json!({ "attendance": gone })).await;
    w.look_again().await;
    w.element("#capture-line").await;
    w.goes_to_the_last_line().await;
    w.type_words("b").await;
    w.says("What it was stays, struck").await;
    w.is_accessible("Correcting whose a note is").await;
    types_over(&w, "pol intel j: seen twice at the address").await;
    w.says("professional judgement").await;
    w.picture("correcting-a-basis").await;
    w.key(Key::Enter).await;
    w.says("Put right: what it was stays, struck").await;
    w.says("Police, Current intelligence, fact: seen twice at the address")
        .await;
    w.is_accessible("A basis corrected").await;
    w.picture("a-basis-corrected").await;
    let after = slot_lines(&w).await;
    assert_eq!((after.len(), &after[0]["judgement"]), (1, &json!(true)));
    assert_eq!(after[0]["at"], before[0]["at"]);
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(slot_lines(&w).await, before);
}

#[tokio::test]
async fn what_turns_out_to_be_anothers_information_is_kept_as_an_incident_with_what_the_chair_did()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    w.goes_to_the_last_line().await;
    w.type_words("b").await;
    w.says("What it was stays, struck").await;
    types_over(&w, "pol intel seen twice at the address from:hou").await;
    w.says("what did the chair do?").await;
    w.is_accessible("A line that was heard as another's").await;
    w.picture("heard-as-anothers").await;
    w.key(Key::Enter).await;
    w.says("Say what the chair did").await;
    w.tab_to("input: It was heard").await;
    w.type_words("Asked everyone to keep it to themselves")
        .await;
    w.key(Key::Enter).await;
    w.says("Heard without a ground").await;
    w.picture("kept-as-an-incident").await;
    let line = &slot_lines(&w).await[0];
    assert_eq!(line["heard"], "Asked everyone to keep it to themselves");
    assert_eq!(w.line().await, "", "and the line is free");
}

#[tokio::test]
async fn beside_the_draft_a_note_is_made_an_action_and_another_is_corrected_and_told_each_by_its_key()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    w.records("pol intel call at the address").await;
    w.records("prob info missed two Mondays").await;
    w.records("= continue because the plan holds").await;
    at_the_draft(&w).await;
    let meeting = view["meeting"]["id"].clone();
    let (before, _) = beside(&w, &meeting).await;

    w.tab_to("call at the address").await;
    w.type_words("c").await;
    w.says("This line will stand in place of the other").await;
    w.type_words(" by 2w").await;
    w.says("Action for").await;
    w.is_accessible("Making an action beside the draft").await;
    w.picture("making-an-action-beside-the-draft").await;
    w.key(Key::Enter).await;
    w.says("Changed; the record keeps what it was before").await;
    let (now, _) = beside(&w, &meeting).await;
    let sorts: Vec<_> = now.iter().map(|line| line["sort"].clone()).collect();
    assert_eq!(sorts, ["action", "item", "decision"]);
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(beside(&w, &meeting).await.0, before);

    w.tab_to("at the address").await;
    w.until("the second line", async |w| {
        w.key(Key::Down).await;
        w.focus().await.contains("missed two Mondays")
    })
    .await;
    w.type_words("b").await;
    w.says("What it was stays, struck").await;
    types_over(&w, "prob info j: missed two Mondays").await;
    w.says("professional judgement").await;
    w.is_accessible("Correcting a basis beside the draft").await;
    w.picture("correcting-beside-the-draft").await;
    w.key(Key::Enter).await;
    w.says("Put right: what it was stays, struck").await;
    w.says("Who is to be told").await;
    w.picture("corrected-beside-the-draft").await;
    let (now, tell) = beside(&w, &meeting).await;
    assert_eq!(now[1]["judgement"], true);
    let now = tell[0]["now"].as_str().unwrap_or_default();
    assert!(now.contains("professional judgement: missed"), "{now}");
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(beside(&w, &meeting).await.0, before);
}
