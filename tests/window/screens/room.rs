//! The room at the side: who comes late, who goes out, by the keys of their own row.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Window;
use crate::harness::shortcuts::people;

impl Window {
    /// The whole name of somebody on the register, by its beginning.
    pub async fn called(&self, beginning: &str) -> String {
        text(&self.person(beginning).await["name"])
    }

    pub async fn person(&self, beginning: &str) -> Value {
        let all = self.seats().await;
        let mut found = all.into_iter();
        found
            .find(|p| text(&p["name"]).starts_with(beginning))
            .unwrap_or_else(|| panic!("nobody is called {beginning}"))
    }

    /// Walks to somebody's row, F6 to the room and arrows inside it, and presses a key of that row.
    pub async fn moves_somebody(&self, beginning: &str, key: char, then: &str) {
        self.walks_to(beginning).await;
        self.type_words(&key.to_string()).await;
        self.until(&format!("{beginning} to be {then}"), async |w| {
            w.person(beginning).await["whereabouts"] == then
        })
        .await;
    }

    /// Somebody arrives, accepts at the door, signs where they must, and is let in; the case in hand goes on meanwhile.
    pub async fn comes_late(&self, beginning: &str) {
        self.moves_somebody(beginning, 'a', "at_the_door").await;
        self.gets_in(beginning).await;
    }

    /// Somebody at the door is shown what they accept, answers by one key, signs where they must, and is let in.
    pub async fn gets_in(&self, beginning: &str) {
        if self.person(beginning).await["accepted_at"].is_null() {
            self.is_asked_at_the_door(beginning).await;
            self.key(Key::Enter).await;
        }
        self.until("the acceptance at the door", async |w| {
            !w.person(beginning).await["accepted_at"].is_null()
        })
        .await;
        if self.person(beginning).await["must_sign"] == true {
            self.walks_to(beginning).await;
            let name = self.called(beginning).await;
            self.moving(async |w| w.type_words("s").await).await;
            self.signs_by_typing(&name).await;
            self.laptop_is_taken_back().await;
            self.element("#capture-line").await;
        }
        self.moves_somebody(beginning, 'i', "in_the_room").await;
    }

    /// Observers of the first agency at the table come to the door.
    pub async fn observers_come(&self, view: &Value, names: [&str; 2]) {
        let team = people(view)[0]["team"].clone();
        for name in names {
            let form = json!({ "name": name, "job": "", "team": team, "role": "observer",
                "guest_agency": "", "guest_statutory": false });
            self.does("newcomer", form).await;
        }
    }

    /// The statement and the question stand at the side, with the name of whoever is asked.
    pub async fn is_asked_at_the_door(&self, beginning: &str) {
        self.walks_to(beginning).await;
        self.type_words("a").await;
        self.until("the statement at the door", async |w| {
            w.focus().await.starts_with("div: Opening statement")
        })
        .await;
    }

    /// Goes to somebody's row, F6 to the room and arrows inside it.
    pub async fn walks_to(&self, beginning: &str) {
        let wanted = text(&self.person(beginning).await["attendance"]);
        // The meeting may still be coming, and puts the cursor into its line when it is there.
        self.element(&format!("[data-person={wanted:?}]")).await;
        self.until("a place for the keys", async |w| {
            !w.focus().await.starts_with("body")
        })
        .await;
        for _ in 0..8 {
            if self.row().await.is_some() {
                break;
            }
            self.key(Key::F6).await;
        }
        self.key(Key::Home).await;
        for _ in 0..40 {
            if self.row().await.as_deref() == Some(&wanted) {
                return;
            }
            self.key(Key::Down).await;
        }
        panic!("no key led to {beginning}");
    }

    /// Whose row has the focus, if anybody's.
    async fn row(&self) -> Option<String> {
        let row = self
            .run("return document.activeElement.dataset.person ?? null")
            .await;
        row.as_str().map(str::to_owned)
    }

    /// Back to the capture line, from wherever the focus is.
    pub async fn goes_to_the_line(&self) {
        self.chord(&[Key::Alt], 'l').await;
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
