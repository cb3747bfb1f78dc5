//! A record that was begun with another partnership's agreement.

use crate::contract::dispatch;
use crate::meetings::Kind;
use crate::problem::Problem;
use crate::rehearsal::{Clock, ScriptedSurroundings};
use crate::session::Desk;
use crate::sign_in::CreateRecordForm;
use crate::sign_in::commands::made;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use protocol::pack::EXAMPLE;
use serde_json::{Value, json};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

const PASSPHRASE: &str = "an owl above the towpath";
const PIN: &str = "482615";

/// A desk of the Harrowmere Vale, which notes everything that it answered.
struct Vale {
    desk: Desk,
    folder: TempDir,
    answered: Vec<(String, String)>,
}

impl Vale {
    fn begun() -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Clock::at("2026-11-24T09:00:00+00:00".parse().expect("a moment"));
        let faces = std::env::var("ODOC_FACES").expect("where the typefaces are");
        let record = folder.path().join("record");
        let there = ScriptedSurroundings::new(clock, 5, record, faces.into());
        let mut desk = Desk::new(Arc::new(there));
        let form = CreateRecordForm {
            record_name: "The Vale".to_owned(),
            chair_name: "The chair".to_owned(),
            chair_passphrase: PASSPHRASE.into(),
            minute_taker_name: "The minute-taker".to_owned(),
            minute_taker_passphrase: "nine brass buttons in a jar".into(),
            sample: false,
        };
        made(&mut desk, &form, EXAMPLE).expect("a record");
        Self {
            desk,
            folder,
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

    /// The user who chairs says who they are, so that their passphrase signs.
    fn the_chair_is_on_the_register(&mut self) {
        let keeping = self.does("safekeeping", json!({}));
        let named = |list: &str| {
            let all = keeping[list].as_array().expect("a list");
            all.iter().find(|one| one["name"] == "The chair").cloned()
        };
        let (user, person) = (named("users"), named("people"));
        let form = json!({
            "user": user.expect("the user")["user"],
            "person": person.expect("the person")["person"],
            "passphrase": PASSPHRASE
        });
        self.does("link_user", form);
    }

    /// A document's words, as a stranger's reader finds them.
    fn printed(&mut self, name: &str, form: Value) -> String {
        let pages = self.does(name, form);
        let pdf = STANDARD.decode(pages["pdf"].as_str().expect("a PDF"));
        let file = self.folder.path().join("printed.pdf");
        std::fs::write(&file, pdf.expect("bytes")).expect("written");
        let read = Command::new("pdftotext").arg(&file).arg("-").output();
        String::from_utf8(read.expect("a reader").stdout).expect("text")
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
        told: Some(crate::cases::ToldView::Told),
        ..crate::cases::CaseForm::empty(Kind::Odoc)
    };
    let page = vale.does("save_case", serde_json::to_value(case).expect("a form"));
    assert_eq!(page["form"]["reference"], "RRM-001", "numbered its own way");
    let plan = vale.does("prepare_meeting", json!({ "kind": "odoc" }));
    assert_eq!(plan["meeting"]["date"], "2026-12-08", "a fortnight on");
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

#[test]
fn the_same_meeting_runs_to_signed_papers_under_another_agreement() {
    let mut vale = a_meeting_of_the_vale();
    vale.does("close_case", json!({}));
    let ended = vale.does("end_meeting", json!({}));
    assert_eq!(
        ended["next"]["date"], "2026-12-22",
        "this one meets every fortnight"
    );
    let meetings = vale.does("meetings", json!({}));
    let meeting = meetings["meetings"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["stage"] == "closed")
        .expect("the one that ended")["id"]
        .clone();
    vale.the_chair_is_on_the_register();
    let ink = json!({ "how": "typed", "name": "The chair" });
    let form = json!({ "meeting": meeting, "passphrase": PASSPHRASE, "signature": ink });
    vale.does("sign_minutes", form);
    for document in ["minutes", "attendance_register", "disclosure_record"] {
        let form = json!({ "meeting": meeting, "document": { "document": document } });
        let said = vale.printed("document_pages", form);
        assert!(
            said.contains("Reoffending meeting, 8 December 2026"),
            "{document}: {said}"
        );
        assert!(!said.contains("ODOC meeting"), "{document}: {said}");
        assert!(!said.contains('§'), "{document}: {said}");
    }
}
