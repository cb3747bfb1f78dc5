//! A practice meeting: marked on every screen, and gone at its end, or at the next start where the power went.

use fantoccini::key::Key;

use crate::harness::Laptop;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

#[tokio::test]
async fn a_practice_is_marked_and_its_end_asks_for_the_real_passphrase() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.says("Start a practice").await;
    w.picture("practice-offered").await;
    w.moving(async |w| w.press("Start a practice").await).await;
    w.says("PRACTICE: INVENTED PEOPLE").await;
    w.says("Start the ODOC").await;
    w.is_accessible("This month, practising").await;
    w.picture("practice-month").await;
    // A practice's files lie beside real ones: their names say what they are.
    w.chord(&[Key::Alt], '6').await;
    w.press("ODOC, ").await;
    w.press("Save all four").await;
    w.says("4 papers saved").await;
    let saved = std::fs::read_dir(laptop.chosen_folder()).expect("the folder");
    let names = saved.flatten().map(|file| file.file_name());
    let names: Vec<_> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in names {
        assert!(name.starts_with("Practice "), "{name}");
    }
    w.chord(&[Key::Alt], '1').await;
    w.press("Start the ODOC").await;
    w.says("Someone new").await;
    w.says("PRACTICE: INVENTED PEOPLE").await;
    w.is_accessible("The register, practising").await;
    w.picture("practice-register").await;
    w.chord(&[Key::Alt], '0').await;
    w.says("End the practice").await;
    w.moving(async |w| w.press("End the practice").await).await;
    w.says("This record is locked").await;
    assert!(!laptop.own_folder().join("practice").exists());
    let field = w.field("Passphrase").await;
    field.send_keys(CHAIRS_PASSPHRASE).await.expect("a field");
    w.press("Unlock").await;
    w.says("No meeting is planned").await;
}

#[tokio::test]
async fn after_a_power_cut_nothing_of_a_practice_is_left() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.look_again().await;
    w.moving(async |w| w.press("Start a practice").await).await;
    w.says("PRACTICE: INVENTED PEOPLE").await;
    assert!(laptop.own_folder().join("practice").exists());
    w.pull_the_plug();
    let w = laptop.open().await;
    w.says("This record is locked").await;
    assert!(!laptop.own_folder().join("practice").exists());
}
