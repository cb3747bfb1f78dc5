//! A meeting in session about one case, with few people, for what happens at the line.

use super::laid::{Laid, PASSPHRASE, bare};
use desk::{Kind, Problem, contract};
use protocol::ids::CaseId;
use serde_json::{Value, json};

const PIN: &str = "482615";

/// The desk, and the meeting that goes on.
pub struct Table {
    pub laid: Laid,
    pub meeting: Value,
    pub case: CaseId,
    pub slot: Value,
}

impl Table {
    /// A chair, a minute-taker and one representative of each team; the case is open.
    pub fn of(kind: Kind, teams: &[&str]) -> Self {
        let mut laid = bare();
        let case = laid.case("Fairweather", kind).row.id;
        let mut table = Self {
            laid,
            meeting: Value::Null,
            case,
            slot: Value::Null,
        };
        table.begins(kind, teams);
        table.opens_the_case();
        table
    }

    fn begins(&mut self, kind: Kind, teams: &[&str]) {
        let plan = self.does("prepare_meeting", json!({ "kind": kind }));
        self.meeting = plan["meeting"]["id"].clone();
        let date = plan["meeting"]["date"]
            .as_str()
            .and_then(|d| d.parse().ok());
        let date: chrono::NaiveDate = date.expect("a date");
        let days = date - self.laid.clock.now().date_naive();
        self.laid.clock.advance(days);
        let meeting = self.meeting.clone();
        self.does("open_register", json!({ "meeting": meeting }));
        self.sits_down("The chair", "community-safety", "chair");
        self.sits_down("The minute-taker", "community-safety", "minute_taker");
        for team in teams {
            self.sits_down(&format!("Of {team}"), team, "representative");
        }
        self.does("read_statement", json!({}));
        self.does("set_pin", json!({ "pin": PIN }));
        for person in self.people() {
            self.accepts(&person);
        }
        self.does("begin", json!({}));
    }

    /// The next meeting that is planned.
    pub fn next_planned(&mut self) -> Value {
        let all = self.does("meetings", json!({}));
        let mut all = all["meetings"].as_array().expect("meetings").iter();
        let planned = all.find(|m| m["stage"] == "planned");
        planned.expect("next month's meeting").clone()
    }

    /// Everybody on the open register sits down, accepts and signs, and business begins.
    pub fn everybody_is_admitted(&mut self) {
        for person in self.people() {
            let who = json!({ "attendance": person["attendance"] });
            self.does("mark_present", who);
        }
        self.does("read_statement", json!({}));
        self.does("set_pin", json!({ "pin": PIN }));
        for person in self.people() {
            self.accepts(&person);
        }
        let view = self.does("meeting", json!({}));
        if view["quorum"]["to_choose"] == true {
            self.does("choose_quorum", json!({ "choice": "go_on" }));
        }
        self.does("begin", json!({}));
    }

    /// The planned meeting is held, on its day: its case is closed with no action.
    pub fn is_held(&mut self) {
        self.opens_on_its_day();
        self.does("record_line", json!({ "line": "= no action" }));
        self.does("close_case", json!({}));
        self.does("end_meeting", json!({}));
    }

    /// The planned meeting begins, on its day, and its case is opened.
    pub fn opens_on_its_day(&mut self) {
        let meeting = self.meeting.clone();
        let view = self.does("open_register", json!({ "meeting": meeting }));
        let date = view["meeting"]["date"]
            .as_str()
            .and_then(|d| d.parse().ok());
        let date: chrono::NaiveDate = date.expect("a date");
        let days = date - self.laid.clock.now().date_naive();
        self.laid.clock.advance(days);
        self.everybody_is_admitted();
        self.opens_the_case();
    }

    /// Whoever chaired says who they are on the register, and signs.
    pub fn is_signed(&mut self) {
        let meeting = self.meeting.clone();
        let ending = self.does("documents", json!({ "meeting": meeting }));
        let mut users = ending["signs"]["users"].as_array().expect("users").iter();
        let chair = users.find(|user| user["role"] == "chair").expect("a chair");
        let (user, person) = (&chair["user"], &ending["signs"]["person"]);
        let form = json!({ "user": user, "person": person, "passphrase": PASSPHRASE });
        self.does("link_user", form);
        let signature = json!({ "how": "typed", "name": ending["signer"] });
        let form = json!({ "meeting": meeting, "passphrase": PASSPHRASE, "signature": signature });
        self.does("sign_minutes", form);
    }

    pub fn opens_the_case(&mut self) {
        let view = self.does("meeting", json!({}));
        let agenda = view["agenda"].as_array().expect("an agenda");
        let case = agenda.iter().find(|row| row["place"]["place"] == "case");
        self.slot = case.expect("a case")["place"]["slot"].clone();
        let form = json!({ "slot": self.slot, "because": "" });
        self.does("open_case", form);
    }

    fn sits_down(&mut self, name: &str, team: &str, role: &str) {
        let form = json!({
            "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false,
        });
        self.does("newcomer", form);
    }

    /// A guest comes late and is let in.
    pub fn lets_in(&mut self, agency: &str, statutory: bool) {
        let name = format!("Of {agency}");
        let form = json!({
            "name": name, "job": "", "team": "", "role": "representative",
            "guest_agency": agency, "guest_statutory": statutory,
        });
        self.does("newcomer", form);
        let guest = self.person(&name);
        self.accepts(&guest);
        self.does("let_in", json!({ "attendance": guest["attendance"] }));
    }

    /// A case of the register, or somebody new of that surname, comes to the agenda; its place on it.
    pub fn refers(&mut self, case: &Value, surname: &str, tier: &str) -> Value {
        let form = json!({
            "case": case, "tier": tier, "surname": surname, "born": "", "cohort": "fixed",
            "forename": if surname.is_empty() { "" } else { "Invented" },
            "told": "told", "told_reason": "", "told_ground": "", "told_decided_by": "",
        });
        let view = self.does("refer_here", form);
        let agenda = view["agenda"].as_array().expect("an agenda").iter();
        let mut cases = agenda.filter(|row| row["place"]["place"] == "case");
        cases.next_back().expect("the last")["place"]["slot"].clone()
    }

    fn accepts(&mut self, person: &Value) {
        let view = self.does("meeting", json!({}));
        let (who, text) = (&person["attendance"], &view["agreement"]["text_hash"]);
        self.does("accept", json!({ "attendance": who, "text_hash": text }));
        if person["must_sign"] != true {
            return;
        }
        self.does("hand_over", json!({ "attendance": who }));
        let signature = json!({ "how": "typed", "name": person["name"] });
        let form = json!({ "typed_name": person["name"], "signature": signature });
        self.does("sign_declaration", form);
        self.does("take_back", json!({ "pin": PIN }));
    }

    fn people(&mut self) -> Vec<Value> {
        let view = self.does("meeting", json!({}));
        view["people"].as_array().expect("people").clone()
    }

    pub fn person(&mut self, name: &str) -> Value {
        let mut people = self.people().into_iter();
        people.find(|p| p["name"] == name).expect("that person")
    }

    pub fn tries(&mut self, name: &str, form: Value) -> Result<Value, Problem> {
        contract::dispatch(&mut self.laid.desk, name, form)
    }

    pub fn does(&mut self, name: &str, form: Value) -> Value {
        let done = self.tries(name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// What a rule objects to in a line, by its code; empty where nothing does.
    pub fn objection(&mut self, line: &str) -> String {
        let view = self.does("weigh_line", json!({ "line": line }));
        let code = view["objection"]["code"].as_str();
        code.unwrap_or_default().to_owned()
    }

    /// The open case's lines.
    pub fn lines(&mut self) -> Vec<Value> {
        let view = self.does("meeting", json!({}));
        let lines = view["opened"]["case"]["lines"].as_array();
        lines.cloned().unwrap_or_default()
    }

    /// The ground of the line that was recorded last.
    pub fn ground(&mut self) -> Value {
        let item = self.lines().last().expect("a line")["name"]["item"].clone();
        self.ground_of(&item)
    }

    pub fn ground_of(&mut self, item: &Value) -> Value {
        let meeting = self.meeting.clone();
        self.does("line_ground", json!({ "meeting": meeting, "item": item }))
    }

    /// What is on file about the case.
    pub fn on_file(&mut self) -> Value {
        let case = self.case;
        self.does("case_grounds", json!({ "case": case }))
    }
}
