//! Short ways into the middle of a day: the page's own commands, called in order, for journeys that begin there.
//!
//! Nothing here goes round the desk: every step is one that the screens could have taken.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::beforehand::{self, AtTheDesk, Begun};
use super::sample;
use super::window::Window;

pub const CHAIRS_PASSPHRASE: &str = "seven lanterns over the cut";
pub const MINUTES_PASSPHRASE: &str = "a heron stands in the canal";
pub const PIN: &str = "482615";

/// Makes a record that many journeys begin with, without a window, and keeps it for them.
async fn is_made_beforehand(which: &Begun) {
    let folder = TempDir::new().expect("a folder for the record");
    let there = AtTheDesk::over(folder.path());
    if matches!(which, Begun::Sample) {
        beforehand::sets_up(&there, true).await;
    } else {
        let sample = Begun::Sample;
        if !sample::copied_into(folder.path(), &sample.key()) {
            Box::pin(is_made_beforehand(&sample)).await;
            sample::copied_into(folder.path(), &sample.key());
        }
        beforehand::signs_in(&there).await;
        beforehand::begins(&there, which).await;
    }
    drop(there);
    sample::kept_from(folder.path(), &which.key());
}

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
        if !sample || !self.finds_again(&Begun::Sample).await {
            beforehand::sets_up(self, sample).await;
        }
    }

    /// Opens a copy of a record that was made beforehand; a browser's desk takes none.
    async fn finds_again(&self, which: &Begun) -> bool {
        let Some(folder) = &self.record else {
            return false;
        };
        if !sample::copied_into(folder, &which.key()) {
            is_made_beforehand(which).await;
            sample::copied_into(folder, &which.key());
        }
        beforehand::signs_in(self).await;
        true
    }

    /// The day as far as that, with the laptop's PIN set.
    async fn has_begun(&self, which: &Begun) -> Value {
        if self.finds_again(which).await {
            // The code of the hand-over is forgotten with the window.
            self.does("set_pin", json!({ "pin": PIN })).await;
            return self.does("meeting", json!({})).await;
        }
        self.with_a_record(true).await;
        beforehand::begins(self, which).await
    }

    /// The sample partnership, with next month's meeting cut down to its first cases so that a day takes minutes.
    pub async fn with_the_sample(&self, cases: usize) -> Value {
        self.with_a_record(true).await;
        self.cut_to(cases).await
    }

    /// Cuts next month's meeting down to its first cases.
    pub async fn cut_to(&self, cases: usize) -> Value {
        beforehand::cut_to(self, cases).await
    }

    /// Plans a meeting for this very day, begun a minute ago and over in so many, or at midnight.
    pub async fn is_held_now(&self, meeting: &Value, minutes: u32) {
        let hours = format!(
            "const now = new Date();
            const hour = (minutes, otherwise) => {{
                const then = new Date(now.getTime() + minutes * 60000);
                return then.getDate() === now.getDate() ? then.toTimeString().slice(0, 5) : otherwise;
            }};
            return [hour(-1, '00:00'), hour({minutes}, '23:59')]"
        );
        let hours = self.run(&hours).await;
        let form = json!({ "meeting": meeting, "date": "today", "starts": hours[0], "ends": hours[1], "venue": "Council House" });
        self.does("plan_when", form).await;
    }

    /// The next ODOC meeting that is planned, by its number.
    pub async fn next_odoc(&self) -> Value {
        beforehand::next_of(self, "odoc").await
    }

    /// A case review has begun with its one client: new to the caseload, who never signed a waiver, or one who did.
    pub async fn in_a_case_review(&self, new_client: bool) -> Value {
        self.has_begun(&Begun::Review { new_client }).await
    }

    /// Business has begun: everybody expected sat down, accepted and, where asked, signed.
    pub async fn in_session(&self, cases: usize) -> Value {
        self.has_begun(&Begun::Session { cases, away: None }).await
    }

    /// Business has begun without somebody, who has sent no word.
    pub async fn in_session_without(&self, cases: usize, away: &'static str) -> Value {
        let away = Some(away);
        self.has_begun(&Begun::Session { cases, away }).await
    }

    /// The largest month there is has begun, on this very day.
    pub async fn in_a_full_session(&self, cases: usize, people: usize) -> Value {
        self.has_begun(&Begun::Full { cases, people }).await
    }

    /// The same with everybody, over the sample as it lies there.
    pub async fn goes_into_session(&self, cases: usize) -> Value {
        beforehand::begins(self, &Begun::Session { cases, away: None }).await
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
        for person in people(&heard) {
            if person["whereabouts"] == "in_the_room" {
                let form = json!({ "attendance": person["attendance"], "text_hash": text });
                self.does("accept", form).await;
            }
        }
        self.does("set_pin", json!({ "pin": PIN })).await
    }

    /// The laptop is in the hands of the guest who must sign.
    pub async fn handed_to_the_guest(&self) {
        let meeting = self.with_everyone_accepted().await;
        let people = meeting["people"].as_array().expect("people");
        let guest = people
            .iter()
            .find(|person| person["must_sign"] == true && person["whereabouts"] == "in_the_room")
            .expect("a guest");
        let form = json!({ "attendance": guest["attendance"] });
        self.ask_and_move("hand_over", form).await;
    }

    /// What would name a case of the record, were it in a page.
    pub async fn what_names_a_case(&self) -> Vec<String> {
        let view = self.does("cases", json!({})).await;
        let rows = view["cases"].as_array().expect("cases");
        rows.iter()
            .flat_map(|row| [&row["name"], &row["reference"]])
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    async fn newcomer(&self, name: &str, team: &str, role: &str) -> Value {
        let form = json!({
            "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false,
        });
        self.does("newcomer", form).await
    }
}

/// The people of a meeting, as a view tells them.
pub fn people(view: &Value) -> Vec<Value> {
    view["people"].as_array().cloned().unwrap_or_default()
}
