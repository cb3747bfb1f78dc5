//! The first run: a record is made, its paper key is written down and typed back, and this month stands there.

use fantoccini::key::Key;

use crate::harness::Laptop;
use crate::harness::shortcuts::CHAIRS_PASSPHRASE;

#[tokio::test]
async fn a_record_with_the_sample_partnership_opens_on_this_month() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.makes_a_record("A sample partnership").await;
    w.says("Before you start").await;
}

#[tokio::test]
async fn an_empty_record_says_what_to_do_first() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.makes_a_record("An empty record").await;
    w.says("No meeting is planned").await;
}

#[tokio::test]
async fn from_the_first_plan_of_an_empty_record_every_direction_leads_to_its_place_and_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.makes_a_record("An empty record").await;
    w.says("No meeting is planned").await;
    w.go_on().await;
    w.says("No cases on the agenda").await;
    w.is_accessible("The first plan of an empty record").await;
    w.picture("plan-empty").await;
    w.tab_to("New case…").await;
    w.key(Key::Enter).await;
    w.is_headed("New case").await;
    w.tab_to("Leave without saving").await;
    w.key(Key::Enter).await;
    w.says("No cases on the agenda").await;
    w.tab_to("Cases from a file…").await;
    w.key(Key::Enter).await;
    w.is_headed("Cases from a file").await;
    w.tab_to("‹ The plan").await;
    w.key(Key::Enter).await;
    w.says("No cases on the agenda").await;
    w.tab_to("The register of people…").await;
    w.key(Key::Enter).await;
    w.is_headed("Registers").await;
    w.tab_to("‹ The plan").await;
    w.key(Key::Enter).await;
    w.says("No cases on the agenda").await;
}

#[tokio::test]
async fn a_record_kept_elsewhere_is_found_again_by_its_name_and_missed_when_its_disk_is_gone() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.says("Start a record").await;
    w.press("Choose another folder").await;
    let elsewhere = laptop.chosen_folder();
    w.says(&elsewhere.display().to_string()).await;
    w.makes_a_record("An empty record").await;
    w.says("No meeting is planned").await;
    w.close().await;

    let w = laptop.open().await;
    w.says("This record is locked").await;
    w.says("Canalside").await;
    w.picture("locked-by-name").await;
    w.close().await;

    let away = elsewhere.with_file_name("unplugged");
    std::fs::rename(&elsewhere, &away).expect("the disk is gone");
    let w = laptop.open().await;
    w.says("“Canalside” was opened from").await;
    w.is_accessible("A record whose disk is gone").await;
    w.picture("disk-gone").await;
    w.close().await;

    std::fs::rename(&away, &elsewhere).expect("the disk is back");
    let w = laptop.open().await;
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
    w.says("No meeting is planned").await;
}
