//! The agreement as a file: what is wrong with one is told by its lines, and a sound one is taken in and in force; a meeting is held
//! under it.

use desk::{CaseForm, Kind, ToldView};
use fantoccini::key::Key;
use serde_json::json;

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

const EXAMPLE: &str = include_str!("../../src-tauri/crates/protocol/packs/harrowmere.toml");

async fn at_the_versions(laptop: &Laptop) -> Window {
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("This month").await;
    w.chord(&[Key::Alt], '7').await;
    w.press_tab("Versions").await;
    w.says("The agreement as a file").await;
    w
}

#[tokio::test]
async fn an_agreement_with_faults_is_told_by_line_and_a_sound_one_is_taken_in() {
    let laptop = Laptop::new();
    let file = laptop.chosen_folder().join("agreement.toml");
    let faulty = EXAMPLE
        .replacen("statutory = true", "statutory = \"perhaps\"", 1)
        .replacen("review_due", "reveiw_due", 1);
    std::fs::write(&file, faulty).expect("a file");
    let w = at_the_versions(&laptop).await;
    w.press("Look over a file…").await;
    w.says("cannot be taken in yet").await;
    w.says("should be true or false").await;
    w.says("There is no field called “reveiw_due”").await;
    w.is_accessible("A faulty agreement").await;
    w.picture("agreement-faulty").await;

    std::fs::write(&file, EXAMPLE).expect("a file");
    w.press("Look over a file…").await;
    w.says("The rules are not the same as now").await;
    w.is_accessible("A sound agreement").await;
    w.picture("agreement-sound").await;
    w.press("Take it in").await;
    w.says("It is in force from now on").await;
    w.says("Harrowmere").await;
    w.press_tab("Clauses").await;
    w.says("HV 1.2").await;

    a_version_of_before_is_read(&w, &laptop).await;
    w.press("Save it as a file").await;
    w.says("is saved in").await;
    let saved = std::fs::read_dir(laptop.chosen_folder()).expect("the folder");
    let names = saved.map(|one| one.expect("a file").file_name());
    assert!(
        names
            .filter_map(|name| name.into_string().ok())
            .any(|name| name.starts_with("Agreement ")),
        "the agreement in force is a file"
    );
}

/// The version that was in force before is read as it was, and saved as a file.
async fn a_version_of_before_is_read(w: &Window, laptop: &Laptop) {
    w.press_tab("Versions").await;
    let view = w.does("partnership", json!({})).await;
    let before = view["versions"][1]["version"].as_str().expect("a version");
    w.press(&format!("Read version {before}")).await;
    w.is_headed(&format!("Agreement, version {before}")).await;
    w.says("in force no longer").await;
    w.says("Do you accept this agreement, for your organisation and for this meeting?")
        .await;
    w.is_accessible("A version of before").await;
    w.sized(1366, 768).await;
    w.picture("agreement-version-of-before").await;
    w.press("Save this version as a file").await;
    w.says("is saved in").await;
    let name = format!("Agreement {before}.toml");
    let text = std::fs::read_to_string(laptop.chosen_folder().join(name)).expect("a file");
    assert!(text.contains("Do you accept this agreement") && !text.contains("Harrowmere"));
    w.press("‹ Versions").await;
    w.says("The agreement as a file").await;
}

/// Who comes, by name, team and role: all of them statutory, so that nobody has to sign.
const TABLE: [(&str, &str, &str); 3] = [
    ("Asha Verrall", "neighbourhood", "chair"),
    ("Tom Okell", "tenancy", "minute_taker"),
    ("Ines Calder", "vale-probation", "representative"),
];

/// The partnership of the second agreement, with one case, and business has begun in its meeting.
async fn in_its_meeting(w: &Window) {
    w.with_a_record(false).await;
    let found = w.does("example_pack", json!({})).await;
    let form = json!({ "sha256": found["file"]["sha256"] });
    w.does("adopt_pack", form).await;
    let case = CaseForm {
        forename: "Invented".to_owned(),
        surname: "Millrace".to_owned(),
        told: Some(ToldView::Told),
        ..CaseForm::empty(Kind::Odoc)
    };
    let case = serde_json::to_value(case).expect("a form");
    w.does("save_case", case).await;
    let plan = w.does("prepare_meeting", json!({ "kind": "odoc" })).await;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    w.does("open_register", form).await;
    for (name, team, role) in TABLE {
        let form = json!({ "name": name, "job": "", "team": team, "role": role,
            "guest_agency": "", "guest_statutory": false });
        w.does("newcomer", form).await;
    }
    let heard = w.does("read_statement", json!({})).await;
    let text = &heard["agreement"]["text_hash"];
    for person in people(&heard) {
        let form = json!({ "attendance": person["attendance"], "text_hash": text });
        w.does("accept", form).await;
    }
    w.does("begin", json!({})).await;
}

#[tokio::test]
async fn a_meeting_under_another_agreement_is_held_in_its_own_letters_and_cites_its_own_clauses() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_its_meeting(&w).await;
    w.opens_a_case().await;
    w.says("Reoffending meeting").await;
    w.is_told_while_typing("ten hous has kept the bed all week", "(HV 3.2)")
        .await;
    w.says("Offender Management Act").await;
    w.is_accessible("A line under another agreement").await;
    w.picture("another-agreement-line").await;
    let line = w.keeps_the_line().await;
    assert_eq!(
        (&line["agency"], &line["held"]),
        (&json!("Tenancy"), &json!(false)),
        "{line}"
    );
    let shown = w.text().await;
    assert!(!shown.contains('§'), "the first partnership's: {shown}");
    w.picture("another-agreement-meeting").await;
}
