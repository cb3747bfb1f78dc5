//! Who can open the record: somebody is added, and signs in with a passphrase of their own.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Laptop;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

const DEPUTYS: &str = "four geese upon the weir";

#[tokio::test]
async fn a_deputy_is_given_a_way_in_and_uses_it() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("Canalside").await;
    w.chord(&[Key::Alt], '8').await;
    w.says("Who can open it").await;
    w.is_accessible("Safekeeping").await;
    w.picture("safekeeping").await;

    w.does("keep_word", json!({ "word": "Spicewood" })).await;
    w.look_again().await;
    w.says("Canalside").await;
    w.goes_to_place('8', "Safekeeping").await;
    w.tab_to("Take “Spicewood” out").await;
    w.key(Key::Enter).await;
    w.says("is doubtful again").await;
    let own = w.does("own_words", json!({})).await;
    assert_eq!(own["words"], json!([]));
    w.ctrl('z').await;
    w.until("the word to be right again", async |w| {
        w.does("own_words", json!({})).await["words"] == json!(["Spicewood"])
    })
    .await;

    w.press("Add somebody…").await;
    w.says("They choose a passphrase").await;
    w.type_words("Nell Fairbrass").await;
    for (label, typed) in [
        ("input: New passphrase", DEPUTYS),
        ("input: The same again", DEPUTYS),
        ("input: Passphrase of Asha Verrall", CHAIRS_PASSPHRASE),
    ] {
        w.tab_to(label).await;
        w.type_words(typed).await;
    }
    w.picture("safekeeping-add").await;
    w.is_accessible("Somebody is added").await;
    w.key(Key::Enter).await;
    w.says("Nell Fairbrass").await;
    w.says("deputy chair").await;

    w.ask_and_move("lock", json!({})).await;
    w.says("This record is locked").await;
    w.type_words(DEPUTYS).await;
    w.key(Key::Enter).await;
    w.says("Nell Fairbrass, deputy chair").await;
}

#[tokio::test]
async fn a_paper_key_that_was_lost_is_replaced_and_the_old_one_opens_nothing() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.answers_the_first_page("An empty record").await;
    w.press("Make the record").await;
    let old = w.key_on_paper().await;
    w.go_on().await;
    w.types_back(&old).await;
    w.says("No meeting is planned").await;
    w.chord(&[Key::Alt], '8').await;
    w.says("The paper key").await;
    w.press("Make a new paper key…").await;
    w.says("The old paper opens nothing from then on").await;
    w.is_accessible("A new paper key is asked for").await;
    w.picture("paper-key").await;
    w.type_words("not that passphrase").await;
    w.key(Key::Enter).await;
    w.says("That is not the passphrase").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    let new = w.key_on_paper().await;
    assert_ne!(old, new);
    w.go_on().await;
    w.types_back(&new).await;
    w.says("Safekeeping").await;

    w.ask_and_move("lock", json!({})).await;
    w.says("This record is locked").await;
    let with = |key: &str| -> Value {
        json!({ "recovery_key": key, "role": "chair", "new_passphrase": "seven lanterns at the ford" })
    };
    let refused = w.ask("unlock_with_recovery", with(&old)).await;
    assert!(refused.is_err(), "{refused:?}");
    let opened = w.ask("unlock_with_recovery", with(&new)).await;
    assert_eq!(opened.expect("opened")["face"], "work");
}
