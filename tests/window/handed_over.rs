//! The hand-over: whoever holds the laptop sees one declaration, and tries everything to see a case.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::contract::COMMANDS;
use crate::harness::shortcuts::PIN;
use crate::harness::{Laptop, Window};

async fn handed_over(w: &Window) {
    w.with_a_record(false).await;
    w.handed_to_the_guest().await;
    w.says("Your declaration").await;
}

/// The same over a record that is full of cases; what would name one of them, were it anywhere on the guest's screen.
async fn handed_over_among_cases(w: &Window) -> Vec<String> {
    w.with_a_record(true).await;
    let marks = w.what_names_a_case().await;
    assert!(marks.len() > 20, "a record with cases in it: {marks:?}");
    w.handed_to_the_guest().await;
    w.says("Your declaration").await;
    marks
}

/// Everything that the guest's page has: what is seen, what is only there, and what it keeps.
async fn nothing_names_a_case(w: &Window, marks: &[String], after: &str) {
    let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.title, document.cookie])";
    let kept = w.run(kept).await.to_string();
    let page = format!("{}\n{}\n{kept}", w.source().await, w.text().await);
    for mark in marks {
        assert!(!page.contains(mark.as_str()), "{mark:?} after {after}");
    }
}

#[tokio::test]
async fn whoever_holds_the_laptop_reaches_no_command_but_their_own_and_none_answers_with_a_case() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let marks = handed_over_among_cases(&w).await;
    let named = |answer: &str| marks.iter().any(|mark| answer.contains(mark.as_str()));
    let others = COMMANDS.iter().filter(|(_, reach)| *reach != "handed_over");
    for (command, _) in others {
        let refusal = w.ask(command, json!({})).await.expect_err("a closed gate");
        let said = refusal.to_string();
        assert!(said.contains("not allowed"), "{command}: {said}");
        assert!(!named(&said), "{command}: {said}");
    }
    for (command, form) in [
        ("declaration_to_sign", json!({})),
        ("take_back", json!({ "pin": "111111" })),
        (
            "sign_declaration",
            json!({ "typed_name": "", "signature": { "how": "typed", "name": "" } }),
        ),
        ("decline_to_sign", json!({})),
        ("declaration_to_sign", json!({})),
    ] {
        let answer = w.ask(command, form).await;
        let answer = answer.unwrap_or_else(|problem| problem).to_string();
        assert!(!named(&answer), "{command}: {answer}");
    }
    nothing_names_a_case(&w, &marks, "every command").await;
}

#[tokio::test]
async fn no_key_and_no_address_leads_away_from_the_declaration() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let marks = handed_over_among_cases(&w).await;
    let view = w.does("declaration_to_sign", json!({})).await;
    w.the_agreement_stands_in_full(&view["sections"]).await;
    w.sized(1366, 768).await;
    w.picture("declaration-with-the-agreement").await;
    nothing_names_a_case(&w, &marks, "opening").await;
    let before = w.address().await;
    for place in [
        "index.html",
        "/",
        "http://127.0.0.1:9/",
        "file:///etc/passwd",
    ] {
        w.run(&format!("location.href = {place:?}")).await;
        w.says("Your declaration").await;
        nothing_names_a_case(&w, &marks, place).await;
    }
    for letter in ['k', 'l', 'r', 'p', 'w', 'n'] {
        w.ctrl(letter).await;
    }
    for key in [Key::F5, Key::F6, Key::F11, Key::Escape] {
        w.key(key).await;
    }
    for figure in '0'..='9' {
        w.chord(&[Key::Alt], figure).await;
    }
    w.chord(&[Key::Alt], Key::F4.into()).await;
    w.chord(&[Key::Alt], Key::Left.into()).await;
    w.says("Your declaration").await;
    nothing_names_a_case(&w, &marks, "every key").await;
    assert_eq!(w.address().await, before);
    assert!(w.ask("standing", json!({})).await.is_err());
}

#[tokio::test]
async fn a_drawn_signature_is_kept_and_the_pin_brings_the_chair_back_to_where_they_were() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    handed_over(&w).await;
    w.draws("canvas").await;
    w.press("Sign").await;
    w.says("You have signed").await;
    w.tries_the_pin("111111").await;
    w.says("left before the record locks").await;
    assert!(w.ask("meeting", json!({})).await.is_err());
    w.laptop_is_taken_back().await;
    w.says("Accept and sign").await;
    w.says("accepted and signed").await;
    let seats = w.seats().await;
    let guest = seats.iter().find(|p| p["must_sign"] == true);
    assert!(guest.is_some_and(|p| !p["signed_at"].is_null()));
}

#[tokio::test]
async fn what_was_not_understood_is_signed_anew_and_the_pin_confirms_what_was() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    handed_over(&w).await;
    w.signs_by_typing("Ines Calder").await;
    w.sized(1366, 768).await;
    w.is_accessible("The chair confirms a declaration").await;
    w.picture("declaration-to-confirm").await;
    w.tab_to("input: PIN of this meeting").await;
    w.type_words(PIN).await;
    w.tab_to("Not understood").await;
    w.moving(async |w| w.key(Key::Enter).await).await;
    assert_eq!(the_guest(&w).await["signed_at"], json!(null));
    let again = json!({ "attendance": the_guest(&w).await["attendance"] });
    w.ask_and_move("hand_over", again).await;
    w.signs_by_typing("Ines Calder").await;
    w.laptop_is_taken_back().await;
    assert!(!the_guest(&w).await["signed_at"].is_null());
}

#[tokio::test]
async fn wrong_pins_lock_the_record() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    handed_over(&w).await;
    w.signs_by_typing("Ines Calder").await;
    let view = w.does("declaration_to_sign", json!({})).await;
    let tries = view["tries_left"].as_u64().expect("some tries");
    for _ in 1..tries {
        let refusal = w.ask("take_back", json!({ "pin": "111111" })).await;
        assert_eq!(refusal.expect_err("a wrong PIN")["why"], "wrong_pin");
    }
    w.ask_and_move("take_back", json!({ "pin": "111111" }))
        .await;
    w.says("This record is locked").await;
}

/// What the register says of the guest, once the laptop is back.
async fn the_guest(w: &Window) -> serde_json::Value {
    w.person("Ines").await
}

#[tokio::test]
async fn a_laptop_in_the_wrong_hands_goes_back_with_nothing_signed_and_nothing_refused() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    handed_over(&w).await;
    w.sized(1366, 768).await;
    w.picture("declaration-with-its-way-back").await;
    w.tab_to("Give the laptop back, not signed").await;
    w.key(Key::Enter).await;
    w.says("Nothing is signed yet.").await;
    w.is_accessible("The laptop goes back unsigned").await;
    w.picture("given-back-unsigned").await;
    w.tab_to("Back to the declaration").await;
    w.key(Key::Enter).await;
    w.says("Your declaration").await;
    w.tab_to("Give the laptop back, not signed").await;
    w.key(Key::Enter).await;
    w.laptop_is_taken_back().await;
    let guest = the_guest(&w).await;
    assert_eq!(guest["whereabouts"], "in_the_room");
    assert_eq!(
        (&guest["signed_at"], &guest["must_sign"]),
        (&json!(null), &json!(true))
    );
}

#[tokio::test]
async fn whoever_will_not_sign_says_so_on_the_laptop_and_does_not_stay() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    handed_over(&w).await;
    w.tab_to("button: I will not sign").await;
    w.key(Key::Enter).await;
    w.says("You do not have to sign").await;
    w.is_accessible("Not signing").await;
    w.picture("will-not-sign").await;
    w.tab_to("button: I will not sign").await;
    w.key(Key::Enter).await;
    w.says("You have not signed.").await;
    w.laptop_is_taken_back().await;
    assert_eq!(the_guest(&w).await["whereabouts"], "declined");
}
