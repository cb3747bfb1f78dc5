use crate::contract::dispatch;
use crate::problem::Problem;
use crate::rehearsal::{Clock, ScriptedSurroundings};
use crate::session::Desk;
use crate::sign_in::CreateRecordForm;
use crate::sign_in::commands::made;
use protocol::pack::{DEFAULT, EXAMPLE, Pack};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A record with the default agreement and nobody in it, and a file to choose.
struct Office {
    desk: Desk,
    disk: TempDir,
}

impl Office {
    fn begun() -> Self {
        let disk = TempDir::new().expect("a folder");
        let clock = Clock::at("2026-11-24T09:00:00+00:00".parse().expect("a moment"));
        let (record, faces) = (disk.path().join("record"), disk.path().join("faces"));
        let there = ScriptedSurroundings::new(clock, 5, record, faces)
            .offering(disk.path().join("agreement.toml"))
            .saving_to(disk.path().to_path_buf());
        let mut desk = Desk::new(Arc::new(there));
        let form = CreateRecordForm {
            record_name: "The office".to_owned(),
            chair_name: "The chair".to_owned(),
            chair_passphrase: "an owl above the towpath".into(),
            minute_taker_name: "The minute-taker".to_owned(),
            minute_taker_passphrase: "nine brass buttons in a jar".into(),
            sample: false,
        };
        made(&mut desk, &form, DEFAULT).expect("a record");
        Self { desk, disk }
    }

    fn file(&self) -> PathBuf {
        self.disk.path().join("agreement.toml")
    }

    fn write(&self, text: &str) {
        std::fs::write(self.file(), text).expect("written");
    }

    fn tries(&mut self, name: &str, form: Value) -> Result<Value, Problem> {
        dispatch(&mut self.desk, name, form)
    }

    fn does(&mut self, name: &str, form: Value) -> Value {
        let done = self.tries(name, form);
        done.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    fn looked_over(&mut self) -> Value {
        self.does("choose_pack", json!({}))["file"].clone()
    }

    fn in_force(&mut self) -> String {
        let view = self.does("partnership", json!({}));
        view["name"].as_str().expect("a name").to_owned()
    }
}

#[test]
fn the_agreement_goes_out_as_a_file_and_comes_back_the_same() {
    let mut office = Office::begun();
    let saved = office.does("save_pack", json!({}));
    let name = saved["files"][0]["name"]
        .as_str()
        .expect("a name")
        .to_owned();
    let text = std::fs::read_to_string(office.disk.path().join(name)).expect("a file");
    assert_eq!(
        Pack::read(&text).expect("sound"),
        Pack::read(DEFAULT).expect("sound")
    );
    office.write(&format!("\u{FEFF}{text}"));
    let file = office.looked_over();
    assert_eq!(file["found"]["in_force_already"], true, "{file}");
    let versions = |office: &mut Office| {
        let view = office.does("partnership", json!({}));
        view["versions"].as_array().expect("a list").len()
    };
    let before = versions(&mut office);
    office.does("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(versions(&mut office), before, "the same is no new version");
}

#[test]
fn a_version_that_is_in_force_no_longer_is_read_as_it_was_and_saved_as_a_file() {
    let mut office = Office::begun();
    let first = office.does("partnership", json!({}))["version"].clone();
    office.does("confirm_matrix", json!({}));
    office.write(&DEFAULT.replace("Do you accept", "Will you accept"));
    let file = office.looked_over();
    let now = office.does("adopt_pack", json!({ "sha256": file["sha256"] }));
    let journal = |office: &mut Office| office.does("safekeeping", json!({}))["entries"].clone();
    let entries = journal(&mut office);
    let before = office.does("pack_version", json!({ "version": first }));
    let agreement = &before["agreement"];
    assert_eq!(agreement["version"], first);
    assert_eq!(agreement["versions"].as_array().map(Vec::len), Some(1));
    assert_eq!(agreement["versions"][0]["in_force"], false);
    assert_eq!(agreement["matrix_confirmed"], false);
    let asked = |view: &Value| view["texts"][0]["acceptance_question"].to_string();
    assert!(asked(agreement).contains("Do you accept") && asked(&now).contains("Will you accept"));
    assert!(!before["clauses"]["agreement_accepted"].is_null());
    assert_eq!(journal(&mut office), entries, "reading it is no entry");

    let saved = office.does("save_pack", json!({ "version": first }));
    let name = saved["files"][0]["name"].as_str().expect("a name");
    let text = std::fs::read_to_string(office.disk.path().join(name)).expect("a file");
    let (was, is) = (Pack::read(&text), Pack::read(DEFAULT));
    assert_eq!(was.expect("sound"), is.expect("sound"));
    for command in ["pack_version", "save_pack"] {
        let unknown = office.tries(command, json!({ "version": "none such" }));
        assert_eq!(unknown, Err(Problem::field("version", "not_understood")));
    }
}

#[test]
fn an_edited_agreement_is_in_force_once_it_is_taken_in_and_not_before() {
    let mut office = Office::begun();
    let before = office.in_force();
    office.write(&DEFAULT.replace(&before, "The wider partnership"));
    let file = office.looked_over();
    assert_eq!(file["lacking"], json!([]));
    assert_eq!(office.in_force(), before);
    let after = office.does("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(after["name"], "The wider partnership");
    assert_eq!(after["versions"][0]["in_force"], true);
    assert_ne!(
        after["versions"][0]["version"],
        after["versions"][1]["version"]
    );
    let again = office.tries("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(again, Err(Problem::field("pack", "another_file")));
}

#[test]
fn every_fault_of_a_file_is_told_with_its_line_and_nothing_of_it_is_taken_in() {
    let mut office = Office::begun();
    office.write(&EXAMPLE.replacen("statutory = true", "statutory = \"perhaps\"", 2));
    let file = office.looked_over();
    let faults = file["faults"].as_array().expect("a list");
    assert_eq!(faults.len(), 2, "{file}");
    for fault in faults {
        let line = usize::try_from(fault["line"].as_u64().expect("a line")).expect("small");
        let text = std::fs::read_to_string(office.file()).expect("there");
        let said = text.lines().nth(line - 1).expect("a line");
        assert!(said.contains("perhaps"), "line {line}: {said}");
        assert_eq!(fault["what"]["code"], "wrong_shape");
    }
    let taken = office.tries("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(taken, Err(Problem::field("pack", "another_file")));
}

#[test]
fn what_is_no_agreement_at_all_is_said_to_be_none() {
    let mut office = Office::begun();
    std::fs::write(office.file(), [0xFF, 0xD8, 0xFF, 0x00]).expect("written");
    let film = office.tries("choose_pack", json!({}));
    assert_eq!(film, Err(Problem::field("pack", "no_agreement")));
    office.write(&" ".repeat(3 * 1024 * 1024));
    let long = office.tries("choose_pack", json!({}));
    assert_eq!(long, Err(Problem::field("pack", "no_agreement")));
    std::fs::remove_file(office.file()).expect("gone");
    let gone = office.tries("choose_pack", json!({}));
    assert_eq!(gone, Err(Problem::field("pack", "file_unreadable")));
}

#[test]
fn an_agreement_that_does_not_name_whom_the_record_counts_on_is_not_taken_in() {
    let mut office = Office::begun();
    let view = office.does("partnership", json!({}));
    let team = view["teams"][0].clone();
    let person = json!({
        "id": null, "name": "Invented Person", "job": "Officer",
        "team": team["key"], "guest_agency": "", "guest_statutory": false, "retired": false
    });
    let form = office.tries("save_person", person.clone());
    assert!(form.is_ok(), "{form:?}");
    let file = office.does("example_pack", json!({}))["file"].clone();
    assert_eq!(file["lacking"][0]["name"], team["name"], "{file}");
    assert_eq!(file["lacking"][0]["people"], 1);
    let taken = office.tries("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(taken, Err(Problem::field("pack", "still_needed")));
}

#[test]
fn the_example_is_another_partnership_that_runs_from_then_on() {
    let mut office = Office::begun();
    let file = office.does("example_pack", json!({}))["file"].clone();
    assert_eq!(file["faults"], json!([]));
    let after = office.does("adopt_pack", json!({ "sha256": file["sha256"] }));
    assert_eq!(after["name"], Pack::read(EXAMPLE).expect("sound").name);
}
