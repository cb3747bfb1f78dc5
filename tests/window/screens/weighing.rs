//! What a rule objects to while a line is typed, and making it right in place.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::Window;
use crate::harness::shortcuts::PIN;

impl Window {
    /// A guest comes late, whose agency is neither statutory nor a party, accepts, signs and is let in.
    pub async fn a_guest_is_let_in(&self, name: &str, agency: &str) -> Value {
        let form = json!({
            "name": name, "job": "", "team": "", "guest_agency": agency,
            "guest_statutory": false, "role": "representative",
        });
        let view = self.does("newcomer", form).await;
        let people = view["people"].as_array().expect("people");
        let guest = people
            .iter()
            .find(|p| p["name"] == name)
            .expect("the guest");
        let who = json!({ "attendance": guest["attendance"] });
        let text = &self.does("meeting", json!({})).await["agreement"]["text_hash"];
        let form = json!({ "attendance": guest["attendance"], "text_hash": text });
        self.does("accept", form).await;
        self.ask_and_move("hand_over", who.clone()).await;
        let signature = json!({ "how": "typed", "name": name });
        let form = json!({ "typed_name": name, "signature": signature });
        self.does("sign_declaration", form).await;
        self.ask_and_move("take_back", json!({ "pin": PIN })).await;
        self.does("let_in", who.clone()).await;
        self.look_again().await;
        who
    }

    /// The sample's own guest, whose agency is no party either, steps out for this case.
    pub async fn guests_step_out(&self) {
        let view = self.does("meeting", json!({})).await;
        let people = view["people"].as_array().expect("people");
        let guests = people
            .iter()
            .filter(|p| p["guest"] == true && p["whereabouts"] == "in_the_room");
        for guest in guests {
            let who = json!({ "attendances": [guest["attendance"]] });
            self.does("step_out", who).await;
        }
        self.look_again().await;
        self.until("the cursor in the line", async |w| {
            w.focus().await == "textarea: Capture line"
        })
        .await;
    }

    /// Business has begun with so many cases, and one of them is open, without a guest who would have its lines held.
    pub async fn in_a_case(&self, cases: usize) -> Value {
        self.in_session(cases).await;
        let case = self.opens_a_case().await;
        self.guests_step_out().await;
        case
    }

    /// A case is open, and somebody sits there whose agency is neither statutory nor a party.
    pub async fn in_a_case_beside_a_guest(&self) {
        self.in_session(2).await;
        self.a_guest_is_let_in("Perrin Ashgrove", "Lantern Advice")
            .await;
        self.opens_a_case().await;
    }

    /// What a rule objects to in the line, and that the line is still there once it has been made right.
    pub async fn is_free(&self, objection: &str, line: &str) {
        self.until("the way to be free", async |w| {
            !w.text().await.contains(objection)
        })
        .await;
        assert_eq!(self.line().await, line);
    }

    /// Presses Enter: the line is out of the box, and is the case's only one.
    pub async fn keeps_the_line(&self) -> Value {
        self.key(Key::Enter).await;
        self.until("the line to be kept", async |w| w.lines().await.len() == 1)
            .await;
        self.lines().await[0].clone()
    }

    /// Types a line and waits until a rule objects to it in these words.
    pub async fn is_told_while_typing(&self, line: &str, words: &str) {
        self.until("the cursor in the line", async |w| {
            w.focus().await == "textarea: Capture line"
        })
        .await;
        self.type_words(line).await;
        self.says(words).await;
    }

    /// Fills in the small form beside the line, field by field, and confirms it.
    pub async fn confirms_with(&self, texts: &[&str]) {
        for (n, text) in texts.iter().enumerate() {
            if n > 0 {
                self.key(Key::Tab).await;
            }
            self.type_words(text).await;
        }
        self.key(Key::Enter).await;
    }

    /// Chooses from the list that has the focus by its first letters, as one does without a mouse.
    pub async fn chooses(&self, id: &str, letters: &str, value: &str) {
        let at = format!("return document.activeElement.id === {id:?}");
        self.until("the list to have the focus", async |w| {
            w.run(&at).await == Value::Bool(true)
        })
        .await;
        self.type_words(letters).await;
        let chosen = format!("return document.getElementById({id:?}).value");
        self.until("the choice to be made", async |w| {
            w.run(&chosen).await == json!(value)
        })
        .await;
    }

    /// What is on the open case's page: its lines.
    pub async fn lines(&self) -> Vec<Value> {
        let view = self.does("meeting", json!({})).await;
        view["opened"]["case"]["lines"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    }
}
