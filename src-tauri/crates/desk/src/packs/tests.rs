//! A record that was begun with another partnership's agreement.

use crate::contract::dispatch;
use crate::meetings::Kind;
use crate::problem::Problem;
use crate::rehearsal::{Clock, ScriptedSurroundings};
use crate::session::Desk;
use crate::sign_in::CreateRecordForm;
use crate::sign_in::commands::made;
use protocol::pack::EXAMPLE;
use serde_json::{Value, json};
use std::sync::Arc;
use tempfile::TempDir;

const PIN: &str = "482615";

/// A desk of the Harrowmere Vale, which notes everything that it answered.
struct Vale {
    desk: Desk,
    _folder: TempDir,
    answered: Vec<(String, String)>,
}

impl Vale {
    fn begun() -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Clock::at("2026-11-24T09:00:00+00:00".parse().expect("a moment"));
        let (record, faces) = (folder.path().join("record"), folder.path().join("faces"));
        let there = ScriptedSurroundings::new(clock, 5, record, faces);
        let mut desk = Desk::new(Arc::new(there));
        let form = CreateRecordForm {
            record_name: "The Vale".to_owned(),
            chair_name: "The chair".to_owned(),
            chair_passphrase: "an owl above the towpath".into(),
            minute_taker_name: "The minute-taker".to_owned(),
            minute_taker_passphrase: "nine brass buttons in a jar".into(),
            sample: false,
        };
        made(&mut desk, &form, EXAMPLE).expect("a record");
        Self {
            desk,
            _folder: folder,
            answered: Vec::new(),
        }
    }

    fn tries(&mut self, name: &str, form: Value) -> Result<Value, Problem> {
        let answer = dispatch(&mut self.desk, name, form);
        let said = match &answer {
            Ok(view) => view.to_string(),
            Err(problem) => serde_json::to_string(problem).expect("a problem"),
        };
        self.answered.push((name.to_owned(), said));
        answer
    }

    fn does(&mut self, name: &str, form: Value) -> Value {
        let done = self.tries(name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// The clause that a refusal cites.
    fn clause(&mut self, name: &str, form: Value) -> String {
        match self.tries(name, form) {
            Err(Problem::Refused { refusal }) => refusal.clause,
            other => panic!("{name}: {other:?}"),
        }
    }

    fn sits_down(&mut self, name: &str, team: &str, role: &str) {
        let form = json!({ "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false });
        self.does("newcomer", form);
    }

    fn people(&mut self) -> Vec<Value> {
        let view = self.does("meeting", json!({}));
        view["people"].as_array().expect("people").clone()
    }

    fn everyone_accepts_and_signs(&mut self) {
        let text = self.does("read_statement", json!({}))["agreement"]["text_hash"].clone();
        self.does("set_pin", json!({ "pin": PIN }));
        for person in self.people() {
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
    }
}

/// A meeting from its first refusal to its end, every place looked at on the way.
fn a_meeting_of_the_vale() -> Vale {
    let mut vale = Vale::begun();
    let case = crate::cases::CaseForm {
        forename: "Ash".to_owned(),
        surname: "Fairweather".to_owned(),
        ..crate::cases::CaseForm::empty(Kind::Odoc)
    };
    vale.does("save_case", serde_json::to_value(case).expect("a form"));
    let plan = vale.does("prepare_meeting", json!({ "kind": "odoc" }));
    let meeting = json!({ "meeting": plan["meeting"]["id"] });
    vale.does("open_register", meeting);
    vale.sits_down("The chair", "neighbourhood", "chair");
    vale.sits_down("The minute-taker", "tenancy", "minute_taker");
    vale.sits_down("A landlord", "anchor", "representative");
    assert_eq!(vale.clause("begin", json!({})), "HV 1.2");
    vale.everyone_accepts_and_signs();
    vale.does("begin", json!({}));
    let agenda = vale.does("meeting", json!({}))["agenda"].clone();
    let rows = agenda.as_array().expect("an agenda");
    let case = rows.iter().find(|row| row["place"]["place"] == "case");
    let slot = case.expect("a case")["place"]["slot"].clone();
    vale.does("open_case", json!({ "slot": slot, "because": "" }));
    assert!(vale.clause("close_case", json!({})).starts_with("HV "));
    for line in [
        "nbh intel Seen by the lock gate.",
        "anc addr The window was mended.",
    ] {
        vale.does("weigh_line", json!({ "line": line }));
    }
    vale.does("ask_room", json!({}));
    vale.does("no_change", json!({}));
    for place in [
        "standing",
        "partnership",
        "people",
        "this_month",
        "cases",
        "meetings",
        "actions",
    ] {
        vale.does(place, json!({}));
    }
    vale
}

#[test]
fn another_partnership_is_shown_no_clause_but_its_own() {
    let vale = a_meeting_of_the_vale();
    assert!(vale.answered.len() > 20);
    let ours = vale.answered.iter().filter(|(_, said)| said.contains('§'));
    let ours: Vec<&String> = ours.map(|(name, _)| name).collect();
    assert!(ours.is_empty(), "Solihull's clauses in the Vale: {ours:?}");
}

#[test]
fn what_the_minutes_say_of_no_change_is_the_agreements_own() {
    let mut vale = a_meeting_of_the_vale();
    let view = vale.does("meeting", json!({}));
    let lines = view["opened"]["case"]["lines"].to_string();
    assert!(
        lines.contains("Everyone was asked, and nobody brought anything new"),
        "{lines}"
    );
    assert!(!lines.contains("{date}"), "{lines}");
}
