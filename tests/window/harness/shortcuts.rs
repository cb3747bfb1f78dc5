//! Short ways into the middle of a day: the page's own commands, called in order, for journeys that begin there.
//!
//! Nothing here goes round the desk: every step is one that the screens could have taken.

use serde_json::{Value, json};

use super::window::Window;

pub const CHAIRS_PASSPHRASE: &str = "seven lanterns over the cut";
pub const MINUTES_PASSPHRASE: &str = "a heron stands in the canal";
pub const PIN: &str = "482615";

impl Window {
    /// Calls a command that must succeed.
    pub async fn does(&self, command: &str, form: Value) -> Value {
        match self.ask(command, form).await {
            Ok(view) => view,
            Err(problem) => panic!("{command}: {problem}"),
        }
    }

    /// Makes a record, with the sample partnership or with nobody in it, and stays signed in as the chair.
    pub async fn with_a_record(&self, sample: bool) {
        let form = json!({
            "record_name": "Canalside", "sample": sample,
            "chair_name": "Asha Verrall", "chair_passphrase": CHAIRS_PASSPHRASE,
            "minute_taker_name": "Tom Okell", "minute_taker_passphrase": MINUTES_PASSPHRASE,
        });
        let made = self.does("create_record", form).await;
        let key = made["recovery_key"].as_array().expect("a recovery key");
        let words: Vec<_> = key.iter().filter_map(Value::as_str).collect();
        self.does(
            "confirm_recovery_key",
            json!({ "recovery_key": words.join(" ") }),
        )
        .await;
    }

    /// Opens the register of a new meeting with a chair, a minute-taker and one guest who must sign.
    pub async fn at_an_open_register(&self) -> Value {
        let plan = self
            .does("prepare_meeting", json!({ "kind": "odoc" }))
            .await;
        self.does("open_register", json!({ "meeting": plan["meeting"]["id"] }))
            .await;
        self.newcomer("Asha Verrall", "police", "chair").await;
        self.newcomer("Tom Okell", "community-safety", "minute_taker")
            .await;
        self.newcomer("Ines Calder", "welcome", "representative")
            .await
    }

    /// Everybody at the table has heard the statement and accepted; the guest has still to sign.
    pub async fn with_everyone_accepted(&self) -> Value {
        self.at_an_open_register().await;
        let heard = self.does("read_statement", json!({})).await;
        let text = &heard["agreement"]["text_hash"];
        for person in heard["people"].as_array().expect("people") {
            let form = json!({ "attendance": person["attendance"], "text_hash": text });
            self.does("accept", form).await;
        }
        self.does("set_pin", json!({ "pin": PIN })).await
    }

    /// The laptop is in the hands of the guest who must sign.
    pub async fn handed_to_the_guest(&self) {
        let meeting = self.with_everyone_accepted().await;
        let people = meeting["people"].as_array().expect("people");
        let guest = people
            .iter()
            .find(|person| person["must_sign"] == true)
            .expect("a guest");
        let form = json!({ "attendance": guest["attendance"] });
        self.ask_and_move("hand_over", form).await;
    }

    async fn newcomer(&self, name: &str, team: &str, role: &str) -> Value {
        let form = json!({
            "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false,
        });
        self.does("newcomer", form).await
    }
}
