//! Who can open the record: somebody is added, and signs in with a passphrase of their own.

use fantoccini::key::Key;
use serde_json::json;

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
