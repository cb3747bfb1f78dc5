//! Faces at the register: a new one in a handful of keys, and a deputy chosen for somebody who has not come.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

/// What a hand pays for one new face beyond the name itself: keys, and moves of the focus among them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Paid {
    keys: usize,
    moves: usize,
}

impl Paid {
    /// Writes the words that have to be written anyhow.
    async fn words(&mut self, w: &Window, words: &str) {
        w.type_words(words).await;
    }

    async fn letters(&mut self, w: &Window, letters: &str) {
        w.type_words(letters).await;
        self.keys += letters.chars().count();
    }

    async fn moves_on(&mut self, w: &Window) {
        w.key(Key::Tab).await;
        self.keys += 1;
        self.moves += 1;
    }

    async fn enters(&mut self, w: &Window) {
        w.key(Key::Enter).await;
        self.keys += 1;
    }
}

async fn seat(w: &Window, name: &str) -> Option<Value> {
    w.seats().await.into_iter().find(|p| p["name"] == name)
}

async fn sits(w: &Window, name: &str, agency: &str) {
    w.until(&format!("{name} to sit there"), async |w| {
        seat(w, name)
            .await
            .is_some_and(|p| p["agency"] == agency && p["whereabouts"] == "in_the_room")
    })
    .await;
}

async fn at_the_register(w: &Window) {
    w.with_a_record(false).await;
    w.at_an_open_register().await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.says("Who is in the room?").await;
}

#[tokio::test]
async fn a_new_face_costs_six_keys_beyond_its_name_and_the_next_one_five() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    at_the_register(&w).await;
    let mut paid = Paid::default();
    w.alt('m').await;
    paid.keys += 1;
    w.until("the cursor in the name", async |w| {
        w.focus().await == "input: Name"
    })
    .await;
    paid.words(&w, "Perpetua Lyle").await;
    paid.moves_on(&w).await;
    paid.letters(&w, "hou").await;
    paid.enters(&w).await;
    sits(&w, "Perpetua Lyle", "Housing").await;
    assert_eq!(paid, Paid { keys: 6, moves: 1 });

    // The form stays for whoever comes in behind them, the cursor in the name again.
    w.until("the cursor in an empty name", async |w| {
        let name = "return document.getElementById('new-name').value";
        w.focus().await == "input: Name" && w.run(name).await == ""
    })
    .await;
    let mut paid = Paid::default();
    paid.words(&w, "Corin Delahunt").await;
    paid.moves_on(&w).await;
    paid.letters(&w, "bri").await;
    paid.enters(&w).await;
    w.picture("new-faces").await;
    sits(&w, "Corin Delahunt", "The Bridge").await;
    assert_eq!(paid, Paid { keys: 5, moves: 1 });
}

#[tokio::test]
async fn a_deputy_is_chosen_by_hand_for_somebody_who_has_not_come_and_one_key_takes_it_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(2).await;
    let meeting = w.next_odoc().await;
    w.does("open_register", json!({ "meeting": meeting })).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.says("Who is in the room?").await;
    let all = w.seats().await;
    let mut last = all.iter().rev();
    let away = last.find(|p| p["role"] == "representative" && p["guest"] == false);
    let away = away.expect("a representative").clone();
    let (absent, agency) = (away["called"].clone(), away["agency"].clone());
    let absent = absent.as_str().unwrap_or_default();
    w.sits_down(|p| p["attendance"] != away["attendance"]).await;

    // Their deputy is a new face of the same agency.
    w.alt('m').await;
    w.until("the cursor in the name", async |w| {
        w.focus().await == "input: Name"
    })
    .await;
    w.type_words("Perpetua Lyle").await;
    w.key(Key::Tab).await;
    w.type_words(agency.as_str().unwrap_or_default()).await;
    w.key(Key::Enter).await;
    sits(&w, "Perpetua Lyle", agency.as_str().unwrap_or_default()).await;
    w.key(Key::Escape).await;
    w.tab_to("Perpetua Lyle is a deputy").await;
    w.key(Key::Enter).await;
    w.until("the list of who is away", async |w| {
        w.focus().await.contains("is a deputy for")
    })
    .await;
    w.type_words(&format!("Deputy for {absent}")).await;
    w.says(&format!("Perpetua Lyle is here for {absent}")).await;
    let deputy_for = async |w: &Window| {
        let seat = seat(w, "Perpetua Lyle").await.expect("a seat");
        seat["deputy_for"].clone()
    };
    assert_eq!(deputy_for(&w).await, away["attendance"]);
    w.picture("deputy-chosen-by-hand").await;
    w.is_accessible("A deputy at the register").await;
    let standing = async |w: &Window| {
        let all = w.seats().await;
        let who = all.iter().find(|p| p["attendance"] == away["attendance"]);
        who.expect("on the register")["whereabouts"].clone()
    };
    assert_eq!(
        standing(&w).await,
        "apologies",
        "whoever sends a deputy does not come"
    );
    w.tab_to("Someone new").await;
    w.ctrl('z').await;
    w.until("the seat to be nobody's", async |w| {
        deputy_for(w).await == Value::Null && standing(w).await == "expected"
    })
    .await;
}
