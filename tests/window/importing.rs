//! A list of cases from a spreadsheet: seen, put right, agreed to, and taken over; and one person who stands in the register twice.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Laptop, Window};

const LIST: &str = "Surname;First name;D.O.B.;Postcode;Street;Town;CRO;Notes\n\
    Fairweather;Ash;3/7/85;b37 4zy;14 Quill Road;Birmingham;;Met at the drop-in\n\
    Holloway;Bex;31/13/1990;B37;1 Low Street;Solihull;;\n\
    Okafor;Chidi;12/01/1979;;;;;=1+1\n\
    fairweather;ASH;03.07.1985;;;;;\n\
    Prŷs-Jones;Llinos;9 Feb 1994;B91 3QY;Flat 2, The Maltings;Solihull;;\n";

async fn at_the_list(laptop: &Laptop) -> Window {
    // As a spreadsheet saves "Unicode text": UTF-16, with its mark.
    let units = "\u{FEFF}".encode_utf16().chain(LIST.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    std::fs::write(laptop.chosen_folder().join("cases.csv"), bytes).expect("a list");
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("This month").await;
    w.chord(&[Key::Alt], '3').await;
    w.says("No cases yet").await;
    w.chord(&[Key::Alt], 'i').await;
    w.says("Choose the list").await;
    w.is_accessible("Before a list is chosen").await;
    w.picture("import-choose").await;
    w.ctrl('o').await;
    w.says("Before they are taken over").await;
    w.says("Bex Holloway").await;
    w
}

#[tokio::test]
async fn a_list_is_read_put_right_and_taken_over_by_keyboard() {
    let laptop = Laptop::new();
    let w = at_the_list(&laptop).await;
    w.says("5 rows, saved as “Unicode text”, separated by semicolons")
        .await;
    w.is_accessible("The preview of a list").await;
    w.picture("import-preview-1366").await;
    w.sized(1920, 1080).await;
    w.picture("import-preview-1920").await;
    w.sized(1366, 768).await;
    w.says("Column C (D.O.B.): There is no month 13").await;
    w.says("Column D (Postcode)").await;
    w.press_tab("Every row").await;
    w.says("Llinos Prŷs-Jones").await;
    w.picture("import-every-row").await;
    w.press_tab("Perhaps there already").await;
    w.says("The same name and date of birth as row 2").await;
    w.press_tab("Formulas").await;
    w.says("Column H: a formula, taken as text").await;
    w.picture("import-formulas").await;
    w.go_on().await;
    w.says("Confirm that the file was checked for viruses")
        .await;
    w.is_accessible("An agreement that lacks something").await;
    w.picture("import-missing").await;
    w.tab_to("This file was checked").await;
    w.type_words(" ").await;
    w.tab_to("Told").await;
    w.type_words(" ").await;
    w.go_on().await;
    w.says("3 cases were taken over").await;
    w.is_accessible("A list taken over").await;
    w.picture("import-done").await;
    w.go_on().await;
    w.says("Chidi Okafor").await;
    assert!(
        !w.text().await.contains("Holloway"),
        "a faulty row stays out"
    );
    w.ctrl('z').await;
    w.says("Taken back: 3 cases from cases.csv").await;
    w.is_accessible("A list taken back").await;
    w.picture("import-taken-back").await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.says("3 cases of it are in the record").await;
    w.chord(&[Key::Alt], '3').await;
    w.says("Chidi Okafor").await;
}

#[tokio::test]
async fn one_person_entered_twice_is_merged_and_taken_apart_again() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(2).await;
    let people = w.does("people", json!({})).await;
    let first = &people["people"][0];
    let form = json!({
        "id": null, "name": first["name"], "job": "Cover", "team": first["team"],
        "guest_agency": "", "guest_statutory": false, "retired": false,
    });
    w.does("save_person", form).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.chord(&[Key::Alt], '5').await;
    w.says("Perhaps the same person").await;
    w.is_accessible("The register with two of one name").await;
    w.picture("merge-asked").await;
    w.press("Keep the first").await;
    w.says("stands on the register once").await;
    w.says("Merged").await;
    w.picture("merged").await;
    w.is_accessible("The register with two merged").await;
    w.ctrl('z').await;
    w.says("Perhaps the same person").await;
}

/// One person twice: the second file has a number and a note that the first has not.
const TWICE: &str = "Surname;First name;D.O.B.;CRO;Notes\n\
    Fairweather;Ash;3/7/85;;Met at the drop-in\n\
    FAIRWEATHER;Ash;03.07.1985;265416/08X;Known to Harden\n\
    Okafor;Chidi;12/01/1979;;\n";

/// Both files were taken over, though the list was said to have one person twice.
async fn with_two_files(laptop: &Laptop) -> Window {
    std::fs::write(laptop.chosen_folder().join("cases.csv"), TWICE).expect("a list");
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.does("import_choose", json!({})).await;
    w.does("import_check", json!({})).await;
    w.does("import_include", json!({ "at": 1, "include": true }))
        .await;
    let form = json!({
        "virus_checked": true, "told": "told", "told_reason": "", "told_ground": "",
        "told_decided_by": "",
    });
    w.does("import_agree", form).await;
    for _ in 0..3 {
        w.does("import_next", json!({})).await;
    }
    w.look_again().await;
    w.says("This month").await;
    w
}

#[tokio::test]
async fn two_files_of_one_person_are_merged_by_keyboard_and_one_key_parts_them_again() {
    let laptop = Laptop::new();
    let w = with_two_files(&laptop).await;
    w.chord(&[Key::Alt], '3').await;
    w.says("These two files look like one person").await;
    w.is_accessible("The cases with two files of one person")
        .await;
    w.picture("files-asked").await;
    w.chord(&[Key::Alt], 'c').await;
    w.says("One person, two files?").await;
    w.says("Known to Harden").await;
    w.is_accessible("Two files side by side").await;
    w.picture("files-side-by-side").await;
    // What is chosen has the focus; the next choice is an arrow away.
    w.tab_to("Met at the drop-in").await;
    w.key(Key::Down).await;
    w.go_on().await;
    w.says("is merged into").await;
    w.says("was merged into this file on").await;
    w.says("265416/08X").await;
    w.says("Known to Harden").await;
    w.is_accessible("A file with another merged into it").await;
    w.picture("files-merged").await;
    w.chord(&[Key::Alt], '3').await;
    w.says("Merged into").await;
    w.picture("files-listed").await;
    w.ctrl('k').await;
    w.type_words("merged into").await;
    w.says("merged into ODOC").await;
    w.key(Key::Enter).await;
    w.says("was merged into this file on").await;
    w.tab_to("Take apart").await;
    w.key(Key::Enter).await;
    w.says("are two files again").await;
    w.says("What follows").await;
    w.go_on().await;
    w.says("was merged into this file on").await;
    w.ctrl('z').await;
    w.says("One person, two files?").await;
    w.chord(&[Key::Alt], 't').await;
    w.says("They are two people").await;
    assert!(!w.text().await.contains("look like one person"));
    w.ctrl('z').await;
    w.says("These two files look like one person").await;
}

impl Window {
    pub async fn press_tab(&self, words: &str) {
        let tab = self.named("a", words).await;
        tab.click().await.expect("a tab that can be chosen");
    }
}
