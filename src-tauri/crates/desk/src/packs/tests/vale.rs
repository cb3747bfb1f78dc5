//! A desk of the Harrowmere Vale, driven by the commands that the window gives.

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
use record::{Entry, EntryKind};
use serde_json::{Value, json};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

pub(super) const PASSPHRASE: &str = "an owl above the towpath";
const PIN: &str = "482615";

/// A desk of the Harrowmere Vale, which notes everything that it answered.
pub(super) struct Vale {
    desk: Desk,
    folder: TempDir,
    pub answered: Vec<(String, String)>,
}

impl Vale {
    pub fn begun() -> Self {
        Self::under(EXAMPLE)
    }

    pub fn under(agreement: &str) -> Self {
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
        made(&mut desk, &form, agreement).expect("a record");
        Self {
            desk,
            folder,
            answered: Vec::new(),
        }
    }

    /// An agreement comes to be in force as an earlier version of the program kept it.
    pub fn keeps(&mut self, version: &str, toml: &str, hashes: ([u8; 32], [u8; 32])) {
        let at = self.desk.now();
        let kept = self.desk.write(&Entry::of(EntryKind::PackKept), |tables| {
            tables.packs().keep(version, at, toml, hashes)?;
            Ok(())
        });
        kept.expect("kept");
    }

    /// Whatever was read is put away, and read anew.
    pub fn comes_back(&mut self) {
        self.does("lock", json!({}));
        self.does("unlock", json!({ "passphrase": PASSPHRASE }));
    }

    pub fn tries(&mut self, name: &str, form: Value) -> Result<Value, Problem> {
        let answer = dispatch(&mut self.desk, name, form);
        let said = match &answer {
            Ok(view) => view.to_string(),
            Err(problem) => serde_json::to_string(problem).expect("a problem"),
        };
        self.answered.push((name.to_owned(), said));
        answer
    }

    pub fn does(&mut self, name: &str, form: Value) -> Value {
        let done = self.tries(name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// The clause that a refusal cites.
    pub fn clause(&mut self, name: &str, form: Value) -> String {
        match self.tries(name, form) {
            Err(Problem::Refused { refusal }) => refusal.clause,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// The user who chairs says who they are, so that their passphrase signs.
    pub fn the_chair_is_on_the_register(&mut self) {
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
    pub fn printed(&mut self, name: &str, form: Value) -> String {
        let pages = self.does(name, form);
        let pdf = STANDARD.decode(pages["pdf"].as_str().expect("a PDF"));
        let file = self.folder.path().join("printed.pdf");
        std::fs::write(&file, pdf.expect("bytes")).expect("written");
        let read = Command::new("pdftotext").arg(&file).arg("-").output();
        String::from_utf8(read.expect("a reader").stdout).expect("text")
    }

    pub fn sits_down(&mut self, name: &str, team: &str, role: &str) {
        let form = json!({ "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false });
        self.does("newcomer", form);
    }

    pub fn has_a_case(&mut self, kind: Kind) -> Value {
        let case = crate::cases::CaseForm {
            forename: "Ash".to_owned(),
            surname: "Fairweather".to_owned(),
            told: Some(crate::cases::ToldView::Told),
            ..crate::cases::CaseForm::empty(kind)
        };
        self.does("save_case", serde_json::to_value(case).expect("a form"))
    }

    /// The register is opened, and a chair, a minute-taker and somebody of one team more sit down; the plan.
    pub fn gathers(&mut self, kind: &str, team: &str) -> Value {
        let plan = self.does("prepare_meeting", json!({ "kind": kind }));
        let meeting = json!({ "meeting": plan["meeting"]["id"] });
        self.does("open_register", meeting);
        self.sits_down("The chair", "neighbourhood", "chair");
        self.sits_down("The minute-taker", "tenancy", "minute_taker");
        self.sits_down("Somebody else", team, "representative");
        plan
    }

    pub fn opens_the_case(&mut self) {
        self.everyone_accepts_and_signs();
        self.does("begin", json!({}));
        let agenda = self.does("meeting", json!({}))["agenda"].clone();
        let rows = agenda.as_array().expect("an agenda");
        let case = rows.iter().find(|row| row["place"]["place"] == "case");
        let slot = case.expect("a case")["place"]["slot"].clone();
        self.does("open_case", json!({ "slot": slot, "because": "" }));
    }

    pub fn people(&mut self) -> Vec<Value> {
        let view = self.does("meeting", json!({}));
        view["people"].as_array().expect("people").clone()
    }

    pub fn everyone_accepts_and_signs(&mut self) {
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
