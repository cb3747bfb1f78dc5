//! What is half typed when something else is put right: it waits, and it is there again afterwards.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};
use crate::screens::meeting::entered;

const LINE: &str = "pol intel seen twice at the address";
const HALF: &str = "prob intel and then the li";

async fn kept(w: &Window) -> Value {
    w.does("meeting", json!({})).await["draft"].clone()
}

async fn stands(w: &Window, words: &str) {
    w.until(&format!("{words:?} in the line"), async |w| {
        w.line().await == words
    })
    .await;
}

#[tokio::test]
async fn a_half_typed_line_waits_while_others_are_put_right_and_so_does_a_correction_through_a_lock()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records(LINE).await;
    w.type_words(HALF).await;
    w.goes_to_the_last_line().await;
    w.type_words("e").await;
    w.says("Tidying the words").await;
    stands(&w, "seen twice at the address").await;
    w.type_words(" on Mon").await;
    w.until("both to be kept", async |w| {
        let draft = kept(w).await;
        draft["line"] == HALF && draft["mending"]["words"] == "seen twice at the address on Mon"
    })
    .await;

    w.moving(async |w| w.ctrl('l').await).await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.says("Tidying the words").await;
    stands(&w, "seen twice at the address on Mon").await;
    w.goes_to_the_line().await;
    w.key(Key::End).await;
    w.type_words(&entered("day")).await;
    stands(&w, HALF).await;
    assert_eq!(w.recorded().await, ["seen twice at the address on Monday"]);

    // Escape leaves the older line as it was, and brings the new one back as well.
    w.goes_to_the_last_line().await;
    w.type_words("k").await;
    w.says("Correcting what was said").await;
    w.picture("correcting-over-a-half-typed-line").await;
    w.key(Key::Escape).await;
    stands(&w, HALF).await;
    w.key(Key::End).await;
    w.type_words(&entered("ghts went out")).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;
    assert_eq!(
        w.recorded().await[1],
        "and then the lights went out",
        "in one piece"
    );
    assert_eq!(kept(&w).await, Value::Null);
}

#[tokio::test]
async fn what_is_written_about_the_minutes_is_there_again_after_looking_elsewhere() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.look_again().await;
    w.says("The meeting has begun").await;
    w.go_on().await;
    w.says("agreed as a true record").await;
    w.tab_to("Corrections or matters arising").await;
    w.type_words("The date of the visit").await;
    w.chord(&[Key::Alt], '0').await;
    w.says("is going on").await;
    w.chord(&[Key::Alt], '0').await;
    let note = "return document.querySelector('#minutes-note')?.value ?? ''";
    w.until("the note", async |w| {
        w.run(note).await == "The date of the visit"
    })
    .await;

    // Agreed too soon: one key takes it back, and the note is still there.
    w.go_on().await;
    w.says("✓ Agreed as a true record").await;
    w.ctrl('z').await;
    w.until("the minutes to wait again", async |w| {
        w.does("meeting", json!({})).await["opened"]["agreed"] == false
            && w.run(note).await == "The date of the visit"
    })
    .await;
}

#[tokio::test]
async fn what_was_said_already_is_recorded_alone_and_what_stands_behind_it_stays() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case_beside_a_guest().await;
    w.type_words(&entered("pol intel")).await;
    w.says("not finished").await;
    w.type_words(HALF).await;
    stands(&w, &format!("pol intel\n{HALF}")).await;
    w.chord(&[Key::Control], Key::Home.into()).await;
    w.key(Key::End).await;
    w.type_words(" seen twice").await;
    w.says("until the person’s consent covers it").await;
    w.alt('u').await;
    w.says("is listed as an incident").await;
    w.confirms_with(&["Asked everyone to disregard it"]).await;
    w.says("Heard without a ground").await;
    stands(&w, HALF).await;
    assert_eq!(w.recorded().await, ["seen twice"]);
}
