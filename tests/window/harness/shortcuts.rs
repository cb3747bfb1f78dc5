//! Short ways into the middle of a day: the page's own commands, called in order, for journeys that begin there.
//!
//! Nothing here goes round the desk: every step is one that the screens could have taken.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::beforehand::{self, AtTheDesk};
use super::sample;
use super::window::Window;

pub const CHAIRS_PASSPHRASE: &str = "seven lanterns over the cut";
pub const MINUTES_PASSPHRASE: &str = "a heron stands in the canal";
pub const PIN: &str = "482615";

const SAMPLE: &str = "the sample";
const IN_SESSION: &str = " cases in session";

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
        if !sample || !self.finds_again(SAMPLE).await {
            beforehand::sets_up(self, sample).await;
        }
    }

    /// Opens a copy of a record that was made beforehand; a browser's desk takes none.
    async fn finds_again(&self, which: &str) -> bool {
        let Some(folder) = &self.record else {
            return false;
        };
        if !sample::copied_into(folder, which) {
            self.is_made_beforehand(which).await;
            sample::copied_into(folder, which);
        }
        beforehand::signs_in(self).await;
        true
    }

    /// Makes a record that many journeys begin with, without a window, and keeps it for them.
    async fn is_made_beforehand(&self, which: &str) {
        let folder = TempDir::new().expect("a folder for the record");
        let there = AtTheDesk::over(folder.path());
        match which.strip_suffix(IN_SESSION).map(str::parse) {
            Some(Ok(cases)) => {
                if !sample::copied_into(folder.path(), SAMPLE) {
                    Box::pin(self.is_made_beforehand(SAMPLE)).await;
                    sample::copied_into(folder.path(), SAMPLE);
                }
                beforehand::signs_in(&there).await;
                let plan = beforehand::cut_to(&there, cases).await;
                beforehand::begins_without(&there, plan, None).await;
            }
            _ => beforehand::sets_up(&there, true).await,
        }
        drop(there);
        sample::kept_from(folder.path(), which);
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
        self.with_a_record(true).await;
        let meeting = match self
            .ask("prepare_meeting", json!({ "kind": "dip_case_review" }))
            .await
        {
            Ok(plan) => plan["meeting"]["id"].clone(),
            Err(problem) => panic!("prepare_meeting: {problem}"),
        };
        let plan = match new_client {
            false => beforehand::keeps_only(self, meeting, |n, _| n == 0).await,
            true => {
                beforehand::keeps_only(self, meeting.clone(), |_, _| false).await;
                let case = self.a_new_client().await;
                let form = json!({ "meeting": meeting, "case": case });
                self.does("plan_add_case", form).await
            }
        };
        self.business_begins(plan).await
    }

    /// A client as the case's form takes them, with a name and nothing else.
    async fn a_new_client(&self) -> Value {
        let page = self.does("cases", json!({})).await;
        let known = page["cases"].as_array().and_then(|all| {
            let dip = |case: &&Value| case["meeting"] == "dip_case_review";
            all.iter().find(dip).map(|case| case["id"].clone())
        });
        let of = self.does("case_page", json!({ "case": known })).await;
        let mut form = of["form"].clone();
        for (field, text) in [
            ("id", Value::Null),
            ("reference", json!("")),
            ("cro", json!("")),
            ("born", json!("")),
        ] {
            form[field] = text;
        }
        form["forename"] = json!("Wilf");
        form["surname"] = json!("Ambrose-Tarn");
        self.does("save_case", form).await["row"]["id"].clone()
    }

    /// Business has begun: everybody expected sat down, accepted and, where asked, signed.
    pub async fn in_session(&self, cases: usize) -> Value {
        if self.finds_again(&format!("{cases}{IN_SESSION}")).await {
            // The code of the hand-over is forgotten with the window.
            self.does("set_pin", json!({ "pin": PIN })).await;
            return self.does("meeting", json!({})).await;
        }
        self.with_a_record(true).await;
        self.goes_into_session(cases).await
    }

    /// The same, over the sample as it lies there.
    pub async fn goes_into_session(&self, cases: usize) -> Value {
        let plan = self.cut_to(cases).await;
        self.business_begins(plan).await
    }

    /// Business has begun without somebody, who has sent no word.
    pub async fn in_session_without(&self, cases: usize, away: &str) -> Value {
        self.with_a_record(true).await;
        let plan = self.cut_to(cases).await;
        beforehand::begins_without(self, plan, Some(away)).await
    }

    /// Everybody expected at a planned meeting sits down, accepts and signs.
    async fn business_begins(&self, plan: Value) -> Value {
        beforehand::begins_without(self, plan, None).await
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
