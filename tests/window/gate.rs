//! The gate (§4.1): nothing of a case opens until everybody in the room has accepted and, where asked, signed.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

async fn names_no_case(w: &Window, marks: &[String], screen: &str) {
    let page = w.source().await;
    for mark in marks {
        assert!(!page.contains(mark.as_str()), "{screen} holds {mark:?}");
    }
}

/// Everything personal that a tampered page might ask for, in forms that would be answered on the other side of the gate.
async fn nothing_personal_is_answered(w: &Window, plan: &Value) {
    let (meeting, slot) = (&plan["meeting"]["id"], &plan["slots"][0]);
    for (command, form) in [
        ("this_month", json!({})),
        ("cases", json!({})),
        ("actions", json!({})),
        ("ending", json!({})),
        ("meeting_plan", json!({ "meeting": meeting })),
        ("documents", json!({ "meeting": meeting })),
        ("case_page", json!({ "case": slot["case"] })),
        ("open_case", json!({ "slot": slot["slot"], "because": "" })),
        (
            "turn_to",
            json!({ "place": { "place": "case", "slot": slot["slot"] } }),
        ),
        ("weigh_line", json!({ "line": "pol intel seen" })),
        ("record_line", json!({ "line": "pol intel seen" })),
        ("end_meeting", json!({})),
    ] {
        let refusal = w.ask(command, form).await.expect_err("a closed gate");
        assert_eq!(refusal["kind"], "refused", "{command}: {refusal}");
    }
}

#[tokio::test]
async fn no_case_is_named_or_answered_for_before_everyone_has_accepted() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(3).await;
    let marks = w.what_names_a_case().await;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    w.does("open_register", form).await;
    w.look_again().await;
    w.everyone_sits_down().await;
    names_no_case(&w, &marks, "The register").await;
    nothing_personal_is_answered(&w, &plan).await;
    let sections = w.does("meeting", json!({})).await["seldom"]["sections"].clone();
    w.go_on().await;
    w.says("The chair reads this aloud").await;
    w.the_agreement_stands_in_full(&sections).await;
    w.sized(1366, 768).await;
    w.picture("statement-beside-the-agreement").await;
    // It is reached by keyboard, and scrolls by itself while the statement stays.
    w.tab_to("section: The agreement in full").await;
    w.key(Key::End).await;
    w.until("the end of the agreement", async |w| {
        let down = "return document.activeElement.scrollTop > 0";
        w.run(down).await == true
    })
    .await;
    w.picture("agreement-scrolled").await;
    w.go_on().await;
    w.says("still to accept").await;
    w.the_agreement_stands_in_full(&sections).await;
    w.picture("acceptance-beside-the-agreement").await;
    names_no_case(&w, &marks, "Accept and sign").await;

    // One will not accept: the others do, and still nothing opens until that one has gone.
    let refuser = w
        .seats()
        .await
        .into_iter()
        .rev()
        .find(|p| p["role"] == "representative" && p["must_sign"] == false)
        .expect("a representative");
    w.everyone_accepts(|p| p["attendance"] == refuser["attendance"])
        .await;
    w.everyone_signs().await;
    w.go_on().await;
    w.says("not accepted the agreement yet").await;
    nothing_personal_is_answered(&w, &plan).await;
    let name = refuser["name"].as_str().unwrap_or_default();
    w.tab_to(&format!("{name} declines")).await;
    w.key(Key::Enter).await;
    w.until("the refusal to be kept", async |w| {
        w.seats()
            .await
            .iter()
            .any(|p| p["attendance"] == refuser["attendance"] && p["whereabouts"] == "declined")
    })
    .await;
    names_no_case(&w, &marks, "A refusal").await;
    w.begins().await;
    assert!(w.ask("cases", json!({})).await.is_ok());

    // Somebody comes late: the case in hand goes on, and they hear nothing until they have accepted.
    let team = people(&w.does("meeting", json!({})).await)[0]["team"].clone();
    let form = json!({ "name": "Perpetua Lyle", "job": "", "team": team, "role": "observer",
        "guest_agency": "", "guest_statutory": false });
    w.does("newcomer", form).await;
    w.look_again().await;
    w.says("At the door").await;
    let late = async |w: &Window| {
        let all = w.seats().await;
        all.into_iter()
            .find(|p| p["name"] == "Perpetua Lyle")
            .expect("the late one")
    };
    let form = json!({ "attendance": late(&w).await["attendance"] });
    assert!(w.ask("let_in", form).await.is_err());
    w.named("button", "AAccepts: Perpetua Lyle")
        .await
        .click()
        .await
        .expect("a key for the late one");
    let seldom = w.does("meeting", json!({})).await["seldom"].clone();
    let statement = seldom["opening_statement"][0].as_str().unwrap_or_default();
    w.says(statement).await;
    w.the_agreement_stands_in_full(&seldom["sections"]).await;
    w.picture("agreement-at-the-door").await;
    assert!(late(&w).await["accepted_at"].is_null(), "unseen words");
    w.press("Accepts: Perpetua Lyle").await;
    w.until("the acceptance at the door", async |w| {
        !late(w).await["accepted_at"].is_null()
    })
    .await;
    w.named("button", "ILet in: Perpetua Lyle")
        .await
        .click()
        .await
        .expect("a key for the late one");
    w.until("the late one to be let in", async |w| {
        late(w).await["whereabouts"] == "in_the_room"
    })
    .await;
}
