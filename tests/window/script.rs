//! The chair's script: what is said next, word for word, so that a deputy can follow it cold.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

/// The sentence that stands there now.
async fn sentence(w: &Window) -> String {
    let script = "return document.querySelector('.script p')?.innerText ?? ''";
    let said = w.run(script).await;
    said.as_str().unwrap_or_default().to_owned()
}

async fn comes(w: &Window, words: &str) {
    w.until(&format!("the sentence {words:?}"), async |w| {
        sentence(w).await.contains(words)
    })
    .await;
}

/// Everything that is said from here on, by one key after another.
async fn all_of_it(w: &Window) -> String {
    let more = "return document.querySelector('.script [data-keys=\"Alt+Y\"]')?.disabled === false";
    let mut all = vec![sentence(w).await];
    while w.run(more).await == json!(true) {
        w.alt('y').await;
        let before = all.last().cloned().unwrap_or_default();
        w.until("the next sentence", async |w| sentence(w).await != before)
            .await;
        all.push(sentence(w).await);
    }
    all.join("\n")
}

/// Every one of these, in this order.
fn in_order(all: &str, sentences: &[&str]) {
    let mut rest = all;
    for sentence in sentences {
        let Some(at) = rest.find(sentence) else {
            panic!("{sentence:?} is not said, or not in its turn:\n{all}");
        };
        rest = &rest[at..];
    }
}

#[tokio::test]
async fn the_script_leads_through_a_case_a_hand_over_of_the_chair_and_somebody_who_comes_late() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(6).await;
    comes(&w, &format!("Case {}", case["number"])).await;
    let all = all_of_it(&w).await;
    in_order(
        &all,
        &[
            "what do you hold that this meeting needs?",
            "Does anyone hold anything new?",
            "What is to be done, who does it, and by when?",
            "What do we decide, and why?",
            "I read back what we have decided.",
        ],
    );
    // Back by one key, and on by itself once the room was asked.
    for _ in 0..3 {
        w.chord(&[Key::Alt, Key::Shift], 'y').await;
    }
    comes(&w, "Does anyone hold anything new?").await;
    w.picture("script").await;
    w.alt('y').await;
    w.alt('q').await;
    comes(&w, "What is to be done").await;

    let deputy = w.called("Declan").await;
    w.takes_the_chair(&deputy).await;
    comes(&w, &format!("{deputy} has the chair from here on.")).await;

    let team = w.seats().await[0]["team"].clone();
    let form = json!({ "name": "Perpetua Lyle", "job": "", "team": team, "role": "observer",
        "guest_agency": "", "guest_statutory": false });
    w.does("newcomer", form).await;
    w.look_again().await;
    w.says("At the door").await;
    w.is_asked_at_the_door("Perpetua Lyle").await;
    comes(&w, "Welcome, Perpetua Lyle").await;
    w.alt('y').await;
    comes(&w, "Do you accept this agreement").await;
    w.picture("asked-at-the-door").await;
    w.is_accessible("Somebody is asked at the door").await;
}

#[tokio::test]
async fn the_script_names_cases_discussed_together_and_what_each_agency_takes_away() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(6).await;
    let case = w.opens_a_case().await;
    let agenda = w.does("meeting", json!({})).await["agenda"].clone();
    let rows = agenda.as_array().cloned().unwrap_or_default();
    let plain = |row: &&Value| row["progress"] == "waiting" && row["asks_a_choice"] == false;
    let other = rows
        .iter()
        .find(|row| row["place"]["place"] == "case" && plain(row));
    let other = other.expect("a case to come").clone();
    let form = json!({ "slot": other["place"]["slot"], "because": "" });
    w.does("join_case", form).await;
    w.look_again().await;
    w.element("#capture-line").await;
    comes(&w, &format!("Case {}", case["number"])).await;
    let all = all_of_it(&w).await;
    in_order(
        &all,
        &["together with it", "I read back what we have decided."],
    );

    w.does(
        "record_line",
        json!({ "line": "= both are looked at together" }),
    )
    .await;
    w.does(
        "record_line",
        json!({ "line": "> prob ring the landlord by 2w" }),
    )
    .await;
    w.look_again().await;
    w.element("#capture-line").await;
    // Every case that closes is read back, each with its own.
    w.go_on().await;
    w.says("Read this to the room").await;
    for number in [&case["number"], &other["number"]] {
        w.says(&format!("Case {number}, ")).await;
    }
    let twice = w.text().await.matches("ring the landlord").count();
    assert_eq!(twice, 2, "the action of each case");
    comes(&w, "This is what we have decided of case").await;
    w.picture("read-back-together").await;
    w.is_accessible("Two cases read back").await;
    w.key(Key::Enter).await;
    w.says("is closed").await;

    if let Some(slot) = w.does("meeting", json!({})).await["opened"]["case"]["slot"].as_str() {
        w.does("defer_case", json!({ "slot": slot, "reason": "No time." }))
            .await;
    }
    w.comes_to("closing").await;
    w.says("Who takes away what").await;
    let all = all_of_it(&w).await;
    in_order(
        &all,
        &[
            "this is what each of you takes away",
            "you have: ring the landlord, on ",
            "We meet next on",
            "The meeting is closed.",
        ],
    );
    w.picture("who-takes-away-what").await;
    w.is_accessible("The next date and who takes away what")
        .await;
}

#[tokio::test]
async fn where_reports_alone_are_heard_the_script_asks_for_no_decision_and_puts_the_case_off() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(3).await;
    for person in w.seats().await {
        if person["agency"] == "Probation" && person["whereabouts"] == "in_the_room" {
            let form = json!({ "attendance": person["attendance"] });
            w.does("leave", form).await;
        }
    }
    w.look_again().await;
    comes(
        &w,
        "Nobody is here for Probation, and the agreement needs them. I say how we go on: without them, or with reports alone",
    )
    .await;
    w.picture("script-nobody-is-here").await;
    w.tab_to("Hear reports only").await;
    w.key(Key::Enter).await;
    w.says("Reports are heard").await;
    comes(&w, "Case 1 of 3").await;
    let all = all_of_it(&w).await;
    in_order(
        &all,
        &[
            "what do you hold that this meeting needs?",
            "Does anyone hold anything new?",
            "We have heard the reports. Nothing is decided while nobody is here for Probation.",
            "We put this case off to the next meeting. I say why, for the minutes.",
        ],
    );
    for asked in ["What is to be done", "What do we decide", "I read back"] {
        assert!(
            !all.contains(asked),
            "{asked:?}, where nothing can be decided:\n{all}"
        );
    }
    w.picture("script-reports-only").await;
    // Read back all the same, it does not close.
    w.go_on().await;
    w.says("a case with nothing decided is put off").await;
    w.picture("reports-only-read-back").await;
}
