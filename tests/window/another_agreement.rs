//! The agreement as a file: what is wrong with one is told by its lines, and a sound one is taken in and in force.

use fantoccini::key::Key;

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

    w.press_tab("Versions").await;
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
