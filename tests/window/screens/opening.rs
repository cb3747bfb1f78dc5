//! The opening of a meeting: the register, the statement, each person's acceptance.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Window;
use crate::harness::shortcuts::{PIN, people};

/// Each person's own key, in seat order.
const KEYS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

/// What is out of the ordinary at a table, each person by the beginning of their name.
#[derive(Default)]
pub struct Table<'t> {
    /// Come when the meeting has begun.
    pub late: &'t [&'t str],
    pub refuses: Option<&'t str>,
    /// Their key was pressed for somebody else: taken back, and pressed again when they have spoken for themselves.
    pub mistaken: Option<&'t str>,
}

impl Window {
    /// From this month's page to the beginning of business: prepared, seated, read to, accepted, signed.
    pub async fn a_meeting_is_opened(&self, table: &Table<'_>) {
        self.look_again().await;
        self.says("Before you start").await;
        self.tab_to("Prepare the ODOC").await;
        self.key(Key::Enter).await;
        self.says("The order").await;
        self.go_on().await;
        let is = |p: &Value, name: &str| p["name"].as_str().is_some_and(|n| n.starts_with(name));
        self.sits_down(|p| !table.late.iter().any(|late| is(p, late)))
            .await;
        self.statement_is_read().await;
        let refuses = |p: &Value| table.refuses.is_some_and(|name| is(p, name));
        self.everyone_accepts(refuses).await;
        if let Some(name) = table.mistaken {
            self.takes_back_the_acceptance_of(name).await;
            self.everyone_accepts(refuses).await;
        }
        if let Some(name) = table.refuses {
            self.declines(name).await;
        }
        self.everyone_signs().await;
        self.begins().await;
    }

    async fn takes_back_the_acceptance_of(&self, beginning: &str) {
        let name = self.called(beginning).await;
        self.tab_to(&format!("Take back the acceptance of {name}"))
            .await;
        self.key(Key::Enter).await;
        self.until("the acceptance to be taken back", async |w| {
            let seats = w.seats().await;
            seats
                .iter()
                .any(|p| p["name"] == *name && p["accepted_at"].is_null())
        })
        .await;
    }

    async fn declines(&self, beginning: &str) {
        let name = self.called(beginning).await;
        self.tab_to(&format!("{name} declines")).await;
        self.key(Key::Enter).await;
        self.until("the refusal to be kept", async |w| {
            let seats = w.seats().await;
            seats
                .iter()
                .any(|p| p["name"] == *name && p["whereabouts"] == "declined")
        })
        .await;
    }

    /// Presses each expected person's key as they sit down.
    pub async fn everyone_sits_down(&self) {
        self.sits_down(|_| true).await;
    }

    /// Presses the key of everybody who is in time.
    pub async fn sits_down(&self, in_time: impl Fn(&Value) -> bool) {
        self.says("Who is in the room?").await;
        let seats = self.seats().await;
        let all = KEYS.chars().zip(&seats).filter(|(_, p)| in_time(p));
        let keys: Vec<char> = all.map(|(key, _)| key).collect();
        for key in &keys {
            self.type_words(&key.to_string()).await;
        }
        self.says(&format!("{} people here", keys.len())).await;
    }

    /// Reads the statement to the room.
    pub async fn statement_is_read(&self) {
        self.go_on().await;
        self.says("The chair reads this aloud").await;
        self.go_on().await;
        self.says("still to accept").await;
    }

    /// All of the agreement can be read on the screen without unfolding anything, whoever is asked to accept it there.
    pub async fn the_agreement_stands_in_full(&self, sections: &Value) {
        self.says("The agreement in full").await;
        let shown = self.text().await;
        let sections = sections.as_array().expect("sections");
        assert!(sections.len() > 10, "the whole of it: {sections:?}");
        for section in sections {
            for words in section["paragraphs"].as_array().expect("paragraphs") {
                let words = words.as_str().unwrap_or_default();
                assert!(shown.contains(words), "{words:?} is not in {shown}");
            }
        }
    }

    /// Presses one key for each person who accepts; `but` says who does not.
    pub async fn everyone_accepts(&self, but: impl Fn(&Value) -> bool) {
        for (key, person) in KEYS.chars().zip(self.seats().await) {
            let here = person["whereabouts"] == "in_the_room";
            if here && person["accepted_at"].is_null() && !but(&person) {
                self.type_words(&key.to_string()).await;
                self.until("the acceptance to be kept", async |w| {
                    w.seats().await.iter().any(|p| {
                        p["attendance"] == person["attendance"] && !p["accepted_at"].is_null()
                    })
                })
                .await;
            }
        }
    }

    /// Whoever has still to sign, with their own key.
    pub async fn next_to_sign(&self) -> Option<(char, Value)> {
        let mut seats = KEYS.chars().zip(self.seats().await);
        seats.find(|(_, p)| {
            p["must_sign"] == true && p["signed_at"].is_null() && p["whereabouts"] == "in_the_room"
        })
    }

    /// Hands the laptop to whoever has still to sign, one after another, and takes it back, by keyboard alone.
    pub async fn everyone_signs(&self) {
        while let Some((key, person)) = self.next_to_sign().await {
            let asks_for_a_pin = self.does("meeting", json!({})).await["has_pin"] == false;
            self.moving(async |w| {
                w.type_words(&key.to_string()).await;
                if asks_for_a_pin {
                    w.element("#pin").await;
                    w.type_words(PIN).await;
                    w.key(Key::Enter).await;
                }
            })
            .await;
            let name = person["name"].as_str().unwrap_or_default();
            self.signs_by_typing(name).await;
            self.laptop_is_taken_back().await;
            self.says("Accept and sign").await;
        }
    }

    /// Begins the business.
    pub async fn begins(&self) {
        self.go_on().await;
        self.says("The meeting has begun").await;
    }

    /// The people on the register, in seat order.
    pub async fn seats(&self) -> Vec<Value> {
        let mut all = people(&self.does("meeting", json!({})).await);
        all.sort_by_key(|p| p["seat"].as_u64());
        all
    }
}
