//! Updates in writing: taken down while the meeting is prepared, put through when their case is open.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window, judges};

const OWED: &str = "Two months behind with the rent.";

/// Nobody comes for the agency that writes, nor a guest for whom a line would be held.
async fn waterloo_sends_its_apologies(w: &Window, plan: &Value) {
    let meeting = &plan["meeting"]["id"];
    let people = plan["people"].as_array().expect("people").iter();
    let away = ["Waterloo", "Invented Advocacy Trust"].map(Value::from);
    for person in people.filter(|p| away.contains(&p["agency"])) {
        let form = json!({ "meeting": meeting, "attendance": person["attendance"] });
        w.does("plan_unexpect", form).await;
    }
}

async fn updates(w: &Window, plan: &Value) -> Vec<Value> {
    let form = json!({ "meeting": plan["meeting"]["id"] });
    let view = w.does("plan_updates", form).await;
    view["updates"].as_array().cloned().unwrap_or_default()
}

/// One update, from its case on; the agency and the sender stay from one to the next.
async fn takes_down(w: &Window, slot: &Value, kind: &str, words: &str) {
    // A list forgets the letters typed last only after a second, and hands here are faster: both are picked by their values.
    let slot = slot.as_str().expect("a slot");
    for (list, value) in [("#slot", slot), ("#kind", kind)] {
        let picked = w.element(list).await.select_by_value(value).await;
        picked.expect("something to pick");
    }
    if !words.is_empty() {
        w.run("document.getElementById('words').focus(); return true")
            .await;
        w.type_words(words).await;
    }
    w.go_on().await;
}

#[tokio::test]
async fn what_an_absent_agency_wrote_waits_for_its_case_and_comes_through_by_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(3).await;
    waterloo_sends_its_apologies(&w, &plan).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.says("Before you start").await;
    w.tab_to("Prepare the ODOC").await;
    w.key(Key::Enter).await;
    w.says("The order").await;
    w.alt('v').await;
    w.says("Nothing yet").await;
    w.is_accessible("Updates in writing, none yet").await;
    w.go_on().await;
    w.says("Choose an agency from the list").await;
    w.picture("updates-faults").await;

    w.chooses("team", "Waterloo", "waterloo").await;
    w.key(Key::Tab).await;
    w.type_words("Dana Price").await;
    w.key(Key::Tab).await;
    let slots = plan["slots"].as_array().expect("slots");
    // The first case that the chair need not choose about is the first that is opened below.
    let plain = slots.iter().position(|slot| slot["flags"] == json!([]));
    let at = plain.expect("a plain case");
    let slot = &slots[at]["slot"];
    let words = "Two months behind with the rent; a notice was served on Monday.";
    let hearsay = "Hearsay of a neighbour.";
    let e_mail = [
        ("case-management", words),
        ("intelligence", hearsay),
        ("nothing", ""),
    ];
    for (n, (kind, words)) in e_mail.into_iter().enumerate() {
        takes_down(&w, slot, kind, words).await;
        w.until("it to be kept, and the form empty", async |w| {
            let listed = "return document.querySelectorAll('li .buttons').length";
            let empty = "return document.getElementById('slot').value";
            w.run(listed).await == json!(n + 1) && w.run(empty).await == json!("")
        })
        .await;
    }
    assert_eq!(updates(&w, &plan).await.len(), 3);
    w.is_accessible("Updates in writing").await;
    w.picture("updates-planned").await;
    w.sized(1920, 1080).await;
    w.picture("updates-planned-1920").await;
    w.sized(1366, 768).await;
    w.tab_to("Change what Waterloo wrote").await;
    w.key(Key::Enter).await;
    w.says("Change an update").await;
    w.type_words(" Again.").await;
    w.go_on().await;
    w.until("the change to be kept", async |w| {
        let first = updates(w, &plan).await;
        first[0]["words"]
            .as_str()
            .is_some_and(|words| words.contains("Again."))
    })
    .await;

    in_the_meeting(&w, &laptop).await;
}

async fn in_the_meeting(w: &Window, laptop: &Laptop) {
    let begun = w.goes_into_session(3).await;
    w.look_again().await;
    w.says("The meeting has begun").await;
    assert!(
        !w.text().await.contains("Dana Price"),
        "nothing shows before its case"
    );
    w.opens_a_case().await;
    w.says("In writing: 3 updates wait").await;
    w.is_accessible("A case with updates in writing").await;
    w.picture("updates-waiting").await;
    w.alt('v').await;
    w.says("is put through").await;
    let lines = w.lines().await;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["written"], "Dana Price");
    assert_eq!(lines[0]["held"], false);
    w.says("in writing from Dana Price").await;
    w.picture("updates-put-through").await;
    // One key takes it back, and it waits again.
    w.ctrl('z').await;
    w.says("In writing: 3 updates wait").await;
    w.alt('v').await;
    w.until("the first line", async |w| w.lines().await.len() == 1)
        .await;
    w.alt('k').await;
    w.until("the reason's field", async |w| {
        w.focus().await.contains("Why it is not shared")
    })
    .await;
    w.type_words("hearsay, not the agency's own").await;
    w.picture("updates-set-aside-why").await;
    w.key(Key::Enter).await;
    w.says("In writing: 1 update waits").await;
    w.picture("updates-set-aside").await;
    w.alt('v').await;
    w.until("the nil return", async |w| w.lines().await.len() == 2)
        .await;
    w.says("In writing: nothing waits").await;
    w.picture("updates-nothing-waits").await;

    w.records("= continue as planned").await;
    w.reads_back_and_closes().await;
    // The page has opened the case after it by then.
    w.says("is closed").await;
    let meeting = &begun["meeting"]["id"];
    ends_the_meeting(w).await;
    let documents = json!([{ "document": "minutes" }, { "document": "disclosure_record" }]);
    let form = json!({ "meeting": meeting, "documents": documents });
    let saved = w.does("save_documents", form).await;
    for file in saved["files"].as_array().expect("files") {
        let name = file["name"].as_str().expect("a name");
        let text = judges::text(&laptop.chosen_folder().join(name));
        assert!(
            text.contains("In writing from Dana Price, not present"),
            "{name}: {text}"
        );
        assert!(text.contains("a notice was served on Monday"), "{name}");
        assert!(
            !text.contains("Hearsay of a neighbour"),
            "{name} prints what was set aside"
        );
        if name.contains("Minutes") {
            assert!(
                text.contains("hearsay, not the agency's own"),
                "{name}: {text}"
            );
            assert!(
                text.contains("(in writing from Dana Price"),
                "{name}: {text}"
            );
        }
    }
}

#[tokio::test]
async fn what_an_absent_agency_wrote_follows_a_case_that_was_not_reached_to_the_next_meeting() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    waterloo_sends_its_apologies(&w, &plan).await;
    waterloo_writes(&w, &plan).await;
    w.goes_into_session(2).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    let case = w.opens_a_case().await;
    w.says("In writing: 1 update waits").await;
    w.alt('d').await;
    w.until("the reason's field", async |w| {
        w.focus().await.contains("Reason")
    })
    .await;
    w.type_words("no time left").await;
    w.go_on().await;
    w.says("Deferred to the next meeting").await;
    ends_the_meeting(&w).await;

    w.look_again().await;
    let next = json!({ "meeting": w.next_odoc().await });
    let next = w.does("meeting_plan", next).await;
    let waiting = updates(&w, &next).await;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0]["words"], OWED);
    let slots = next["slots"].as_array().expect("slots");
    let there = slots.iter().find(|s| s["slot"] == waiting[0]["slot"]);
    assert_eq!(there.expect("its case")["case"], case["case"]);
    w.tab_to("Prepare the ODOC").await;
    w.key(Key::Enter).await;
    w.says("The order").await;
    w.alt('v').await;
    w.says(OWED).await;
    w.is_accessible("An update that followed its case").await;
    w.picture("updates-followed").await;
}

/// What stands in the words' field.
async fn stands(w: &Window, words: &str) {
    w.until(&format!("{words:?} in the words"), async |w| {
        w.run("return document.getElementById('words')?.value ?? ''")
            .await
            == words
    })
    .await;
}

#[tokio::test]
async fn what_is_half_typed_of_one_update_waits_while_another_is_changed_and_one_taken_away_comes_back()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    waterloo_writes(&w, &plan).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.tab_to("Prepare the ODOC").await;
    w.key(Key::Enter).await;
    w.says("The order").await;
    w.alt('v').await;
    w.says(OWED).await;
    let kind = w.element("#kind").await;
    let picked = kind.select_by_value("case-management").await;
    picked.expect("a kind to pick");
    w.run("document.getElementById('words').focus(); return true")
        .await;
    w.type_words("The boiler").await;
    w.tab_to("Change what Waterloo wrote").await;
    w.key(Key::Enter).await;
    w.says("Change an update").await;
    stands(&w, OWED).await;
    w.type_words(" Agai").await;
    w.key(Key::Escape).await;
    w.says("Left without saving").await;
    stands(&w, "The boiler").await;
    w.ctrl('z').await;
    stands(&w, &format!("{OWED} Agai")).await;
    w.type_words("n.").await;
    w.go_on().await;
    w.says("The change is kept").await;
    stands(&w, "The boiler").await;

    w.tab_to("Take away what Waterloo wrote").await;
    w.key(Key::Enter).await;
    w.says("Taken away").await;
    let gone = updates(&w, &plan).await;
    assert!(gone.is_empty());
    w.ctrl('z').await;
    w.says("Taken back").await;
    let back = updates(&w, &plan).await;
    assert_eq!(back[0]["words"], format!("{OWED} Again."));
    stands(&w, "The boiler").await;
}

/// Whatever case is open still waits for the next meeting.
async fn ends_the_meeting(w: &Window) {
    let view = w.does("meeting", json!({})).await;
    if let Some(slot) = view["opened"]["case"]["slot"].as_str() {
        let form = json!({ "slot": slot, "reason": "No time." });
        w.does("defer_case", form).await;
    }
    w.does("end_meeting", json!({})).await;
}

async fn waterloo_writes(w: &Window, plan: &Value) {
    let meeting = &plan["meeting"]["id"];
    let view = w.does("plan_updates", json!({ "meeting": meeting })).await;
    let mut teams = view["teams"].as_array().expect("teams").iter();
    let waterloo = |team: &&Value| {
        team["name"]
            .as_str()
            .is_some_and(|n| n.contains("Waterloo"))
    };
    let team = teams.find(waterloo).expect("Waterloo");
    let mut slots = plan["slots"].as_array().expect("slots").iter();
    // The first case that the chair need not choose about is the first that is opened.
    let plain = slots.find(|slot| slot["flags"] == json!([]));
    let slot = &plain.expect("a plain case")["slot"];
    let form = json!({
        "meeting": meeting, "update": null, "team": team["key"], "sender": "Dana Price", "slot": slot, "nothing": false,
        "kind": "case-management", "judgement": false, "words": OWED, "left_out": [],
    });
    w.does("save_update", form).await;
}
