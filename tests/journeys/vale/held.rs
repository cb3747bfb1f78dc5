//! A meeting of that partnership, held by the commands that the window gives.

use crate::afterwards::words;
use crate::table::{CHAIR, Table, moment};
use chrono::TimeDelta;
use desk::{CaseForm, DocumentName, Kind, Problem, ToldView, dispatch};
use protocol::ids::MeetingId;
use serde_json::{Value, json};

const PIN: &str = "730514";
pub const SHELTER: &str = "Invented Night Shelter";

/// A record under that agreement, in the hands of its chair.
pub struct Vale {
    pub table: Table,
    pub meeting: Value,
}

impl Vale {
    pub fn with_cases(kind: Kind, cases: usize) -> Self {
        let mut vale = Self {
            table: Table::bare(),
            meeting: Value::Null,
        };
        let found = vale.does("example_pack", json!({}));
        let sha256 = found["file"]["sha256"].clone();
        vale.does("adopt_pack", json!({ "sha256": sha256 }));
        let names = ["Fairweather", "Millrace", "Lockkeeper"];
        for surname in names.into_iter().take(cases) {
            let form = CaseForm {
                forename: "Invented".to_owned(),
                surname: surname.to_owned(),
                told: Some(ToldView::Told),
                ..CaseForm::empty(kind)
            };
            vale.does("save_case", serde_json::to_value(form).expect("a form"));
        }
        vale
    }

    pub fn tries(&mut self, name: &str, form: Value) -> Result<Value, Problem> {
        self.table.clock.advance(TimeDelta::seconds(20));
        dispatch(&mut self.table.desk, name, form)
    }

    pub fn does(&mut self, name: &str, form: Value) -> Value {
        let done = self.tries(name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// The meeting is planned, its day comes, everybody sits down, accepts and signs, and business begins.
    pub fn begins(&mut self, kind: &str, people: &[(&str, &str, &str)]) {
        let plan = self.does("prepare_meeting", json!({ "kind": kind }));
        self.meeting = plan["meeting"]["id"].clone();
        let date = plan["meeting"]["date"].as_str().expect("a date");
        let opens = moment(&format!("{date}T13:30:00+00:00"));
        self.table.clock.set(opens);
        let meeting = self.meeting.clone();
        self.does("open_register", json!({ "meeting": meeting }));
        for (name, team, role) in people {
            self.sits_down(name, team, role);
        }
        self.sits_down("Of the shelter", "", "representative");
        self.does("read_statement", json!({}));
        self.does("set_pin", json!({ "pin": PIN }));
        let view = self.does("meeting", json!({}));
        let text = view["agreement"]["text_hash"].clone();
        for person in view["people"].as_array().expect("people") {
            self.accepts(person, &text);
        }
        self.does("begin", json!({}));
    }

    pub fn sits_down(&mut self, name: &str, team: &str, role: &str) {
        let guest = if team.is_empty() { SHELTER } else { "" };
        let form = json!({ "name": name, "job": "", "team": team, "role": role,
            "guest_agency": guest, "guest_statutory": false });
        self.does("newcomer", form);
    }

    pub fn accepts(&mut self, person: &Value, text: &Value) {
        let who = &person["attendance"];
        self.does("accept", json!({ "attendance": who, "text_hash": text }));
        if person["must_sign"] == true {
            self.does("hand_over", json!({ "attendance": who }));
            let ink = json!({ "how": "typed", "name": person["name"] });
            let form = json!({ "typed_name": person["name"], "signature": ink });
            self.does("sign_declaration", form);
            self.does("take_back", json!({ "pin": PIN }));
        }
    }

    pub fn opens_the_next_case(&mut self) {
        let agenda = self.does("meeting", json!({}))["agenda"].clone();
        let mut rows = agenda.as_array().expect("an agenda").iter();
        let waits = |row: &&Value| row["place"]["place"] == "case" && row["progress"] == "waiting";
        let slot = rows.find(waits).expect("a case that waits")["place"]["slot"].clone();
        self.does("open_case", json!({ "slot": slot, "because": "" }));
    }

    /// What stands against a line, by its code.
    pub fn objection(&mut self, line: &str) -> String {
        let view = self.does("weigh_line", json!({ "line": line }));
        let code = view["objection"]["code"].as_str();
        code.unwrap_or_default().to_owned()
    }

    pub fn records(&mut self, line: &str) {
        self.does("record_line", json!({ "line": line }));
    }

    /// Recorded, and shared there and then.
    pub fn shares(&mut self, line: &str) {
        self.records(line);
        let view = self.does("meeting", json!({}));
        let lines = view["opened"]["case"]["lines"].as_array();
        let last = lines.and_then(|all| all.last()).expect("a line");
        assert_eq!(last["held"], false, "{last}");
    }

    /// Whoever sits there for the shelter leaves: it is no party, and hears nothing without consent.
    pub fn the_guest_leaves(&mut self) {
        let view = self.does("meeting", json!({}));
        let mut people = view["people"].as_array().expect("people").iter();
        let guest = people.find(|p| p["guest"] == true).expect("a guest");
        let form = json!({ "attendance": guest["attendance"] });
        self.does("leave", form);
    }

    /// The meeting ends, and whoever chaired signs.
    pub fn is_signed(&mut self) {
        self.does("end_meeting", json!({}));
        let meeting = self.meeting.clone();
        let ending = self.does("documents", json!({ "meeting": meeting }));
        let users = ending["signs"]["users"].as_array().expect("users");
        let chair = users.iter().find(|user| user["role"] == "chair");
        let (user, person) = (&chair.expect("a chair")["user"], &ending["signs"]["person"]);
        let form = json!({ "user": user, "person": person, "passphrase": CHAIR });
        self.does("link_user", form);
        let ink = json!({ "how": "typed", "name": ending["signer"] });
        let form = json!({ "meeting": meeting, "passphrase": CHAIR, "signature": ink });
        self.does("sign_minutes", form);
    }

    /// Every document of the signed meeting, its words beside its name.
    pub fn papers(&mut self) -> Vec<(Value, String)> {
        let meeting = self.meeting.clone();
        let ending = self.does("documents", json!({ "meeting": meeting }));
        assert_eq!(ending["signed"], true);
        let id: MeetingId = serde_json::from_value(meeting).expect("a meeting");
        let all = ending["documents"].as_array().expect("documents").iter();
        let printed = |row: &Value| {
            let document = row["name"].clone();
            let name: DocumentName = serde_json::from_value(document.clone()).expect("a name");
            let words = words(&mut self.table, id, name);
            let words: Vec<&str> = words.split_whitespace().collect();
            (document, words.join(" "))
        };
        all.map(printed).collect()
    }
}
