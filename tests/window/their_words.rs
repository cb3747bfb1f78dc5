//! What somebody sent with their apologies, or said as they declined: one key later, kept half typed, and printed.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

async fn remark_of(w: &Window, beginning: &str) -> Value {
    w.person(beginning).await["remark"].clone()
}

async fn is_said(w: &Window, beginning: &str, words: &str) {
    w.until(&format!("{words:?} to be kept"), async |w| {
        remark_of(w, beginning).await == words
    })
    .await;
}

/// Presses a key of somebody's row, and waits for the field of their words.
async fn is_asked_for_their_words(w: &Window, beginning: &str) {
    w.walks_to(beginning).await;
    w.type_words("w").await;
    w.element("#their-words").await;
}

#[tokio::test]
async fn what_was_sent_with_apologies_or_said_on_declining_is_kept_half_typed_and_printed() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    let meeting = plan["meeting"]["id"].clone();
    w.does("open_register", json!({ "meeting": meeting })).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    let (away, late) = (w.called("Declan").await, w.called("Marcus").await);
    w.sits_down(|p| p["name"] != *away && p["name"] != *late)
        .await;

    // One key enters the apologies; what came with them may wait, and loses nothing by a lock.
    w.tab_to(&format!("Apologies from {away}")).await;
    w.key(Key::Enter).await;
    w.until("the same key to ask for what was said", async |w| {
        w.focus().await.contains(&format!("What they said: {away}"))
    })
    .await;
    w.key(Key::Enter).await;
    w.element("#their-words").await;
    w.picture("apologies-with-their-words").await;
    w.is_accessible("What came with apologies").await;
    w.type_words("In court all d").await;
    w.moving(async |w| w.ctrl('l').await).await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.says("Who is in the room?").await;
    let half = "return document.getElementById('their-words')?.value ?? ''";
    w.until("the half-typed words", async |w| {
        w.run(half).await == "In court all d"
    })
    .await;
    w.tab_to(&format!("input: What {away}")).await;
    w.key(Key::End).await;
    w.type_words("ay").await;
    w.key(Key::Enter).await;
    is_said(&w, "Declan", "In court all day").await;
    w.says("“In court all day”").await;
    w.picture("apologies-and-their-words").await;

    w.statement_is_read().await;
    let refuser = w.seats().await.into_iter().rev();
    let refuser = refuser
        .filter(|p| p["whereabouts"] == "in_the_room")
        .find(|p| p["role"] == "representative" && p["must_sign"] == false)
        .expect("a representative");
    let name = refuser["name"].as_str().expect("a name").to_owned();
    w.everyone_accepts(|p| p["attendance"] == refuser["attendance"])
        .await;
    w.tab_to(&format!("{name} declines")).await;
    w.key(Key::Enter).await;
    w.until("the same key to ask for what was said", async |w| {
        w.focus().await.contains(&format!("What they said: {name}"))
    })
    .await;
    w.key(Key::Enter).await;
    w.element("#their-words").await;
    w.is_accessible("What was said on declining").await;
    w.type_words("The union has advised against it").await;
    w.picture("declined-with-their-words").await;
    w.key(Key::Enter).await;
    is_said(&w, &name, "The union has advised against it").await;
    w.everyone_signs().await;
    let view = w.does("meeting", json!({})).await;
    if view["quorum"]["to_choose"] == true {
        w.does("choose_quorum", json!({ "choice": "go_on" })).await;
    }
    w.begins().await;

    // Apologies that come once business has begun have a key of their own.
    w.look_again().await;
    w.says("The meeting has begun").await;
    w.moves_somebody("Marcus", 'p', "apologies").await;
    w.says(&format!("Apologies from {late}")).await;
    is_asked_for_their_words(&w, "Marcus").await;
    w.type_words("The train has not come").await;
    w.picture("apologies-once-begun").await;
    w.is_accessible("Apologies once business has begun").await;
    w.key(Key::Enter).await;
    is_said(&w, "Marcus", "The train has not come").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(remark_of(&w, "Marcus").await, Value::Null);
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("It is so again").await;

    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.press("Read and sign").await;
    w.element(".draft canvas").await;
    for said in [
        "In court all day",
        "The union has advised against it",
        "The train has not come",
    ] {
        w.until(&format!("{said:?} in the draft"), async |w| {
            // A page is drawn as it comes into sight, and keeps its words: one is turned at each look.
            let page = "const pages = [...document.querySelectorAll('.draft canvas')];
                window.turned = ((window.turned ?? -1) + 1) % pages.length;
                pages[window.turned].scrollIntoView();
                return pages.map((page) => page.getAttribute('aria-label')).join(' ').replace(/\\s+/g, ' ')";
            let words = w.run(page).await;
            words.as_str().is_some_and(|words| words.contains(said))
        })
        .await;
    }
}
