//! The weighing in the window: what a rule objects to while the line is typed, and making it right without losing the line.

use fantoccini::key::Key;

use crate::harness::Laptop;

const LINE: &str = "pol intel seen twice at the address";

#[tokio::test]
async fn a_guest_who_is_no_party_hears_nothing_until_they_step_out() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.a_guest_is_let_in("Perrin Ashgrove", "Lantern Advice")
        .await;
    w.opens_a_case().await;
    w.is_told_while_typing(LINE, "until the person’s consent covers it")
        .await;
    w.says("§1.2.3").await;
    w.is_accessible("A line that a rule objects to").await;
    w.picture("objection").await;
    w.alt('t').await;
    w.until("the way to be free", async |w| {
        !w.text().await.contains("consent covers it")
    })
    .await;
    assert_eq!(w.line().await, LINE);
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.lines().await.len() == 1)
        .await;
    let lines = w.lines().await;
    assert_eq!(lines[0]["held"], false);
}

#[tokio::test]
async fn something_blurted_out_is_recorded_as_heard_with_what_the_chair_did() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.a_guest_is_let_in("Perrin Ashgrove", "Lantern Advice")
        .await;
    w.opens_a_case().await;
    w.is_told_while_typing(LINE, "until the person’s consent covers it")
        .await;
    w.alt('u').await;
    w.says("is listed as an incident").await;
    w.is_accessible("Something was said already").await;
    w.picture("heard").await;
    w.confirms_with(&["Asked everyone to disregard it"]).await;
    w.says("Heard without a ground").await;
    w.picture("heard-recorded").await;
    assert_eq!(w.line().await, "");
    let lines = w.lines().await;
    assert_eq!(lines[0]["heard"], "Asked everyone to disregard it");
}

#[tokio::test]
async fn the_asb_groups_minutes_are_passed_on_under_their_owners_mark() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.opens_a_case().await;
    w.guests_step_out().await;
    w.records("pol asb noise again on Saturday from:asb").await;
    w.says("’s information").await;
    w.picture("third-party").await;
    let lines = w.lines().await;
    assert_eq!(lines[0]["held"], false);
    assert!(lines[0]["third_party"].is_string());
}
