//! The opening of a meeting: the register, the statement, each person's acceptance.

use serde_json::{Value, json};

use crate::harness::Window;
use crate::harness::shortcuts::{PIN, people};

/// Each person's own key, in seat order.
const KEYS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

impl Window {
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
                    w.key(fantoccini::key::Key::Enter).await;
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
