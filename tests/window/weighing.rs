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
async fn what_is_held_for_legal_advice_waits_in_the_room_and_is_shared_once_it_has_come() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.opens_a_case().await;
    w.guests_step_out().await;
    w.type_words(LINE).await;
    w.says("Hold for legal advice").await;
    w.alt('h').await;
    w.confirms_with(&["The head of legal services", "May the landlord hear it?"])
        .await;
    w.says("until legal advice has come").await;
    assert_eq!(w.lines().await[0]["held"], true);
    w.press("Current intelligence").await;
    w.says("Enter the advice").await;
    w.is_accessible("A held item").await;
    w.picture("held").await;
    w.alt('h').await;
    w.says("May it be shared?").await;
    w.element("#right-may-yes")
        .await
        .click()
        .await
        .expect("yes");
    w.writes("What the advice was", "It may").await;
    w.writes("Who gave it", "The solicitor").await;
    w.key(Key::Enter).await;
    w.until("the item to be shared", async |w| {
        w.lines()
            .await
            .first()
            .is_some_and(|line| line["held"] == false)
    })
    .await;
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

#[tokio::test]
async fn outside_the_waiver_the_wrong_manager_is_refused_and_the_right_one_lets_it_be_shared() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    let case = w.opens_a_case().await;
    w.guests_step_out().await;
    w.with_nothing_in_force(&case).await;
    w.is_told_while_typing("dip test clear in November", "authorises it in writing")
        .await;
    w.says("§4.3 DIP").await;
    w.alt('a').await;
    w.says("It needs the").await;
    w.is_accessible("A manager's authority beside the line")
        .await;
    w.picture("authority").await;
    w.type_words("Corin Delahunt").await;
    w.chooses("#right-role", "service-provider-manager").await;
    w.element("#right-name")
        .await
        .click()
        .await
        .expect("a field");
    w.key(Key::Enter).await;
    w.says("That manager cannot authorise this").await;
    w.picture("wrong-manager").await;
    w.chooses("#right-role", "dip-manager").await;
    w.press("Confirm").await;
    w.until("the way to be free", async |w| {
        !w.text().await.contains("authorises it in writing")
    })
    .await;
    assert_eq!(w.line().await, "dip test clear in November");
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.lines().await.len() == 1)
        .await;
    assert_eq!(w.lines().await[0]["held"], false);
    w.looks_at_the_file().await;
    w.says("Corin Delahunt, DIP Manager").await;
}
