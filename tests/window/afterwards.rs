//! What a month does to a meeting, by keyboard: a correction with its tell-list, a moved line, somebody's times put right.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::people;
use crate::harness::{Laptop, Window};

/// A meeting in session with its first case open and the cursor in the line.
pub async fn in_a_case(w: &Window) -> Value {
    let begun = w.in_session(3).await;
    in_its_case(w, begun).await
}

async fn in_its_case(w: &Window, begun: Value) -> Value {
    let slot = begun["agenda"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["place"]["place"] == "case"))
        .expect("a case")["place"]["slot"]
        .clone();
    // For a guest whose agency is no party a line would be held, and nobody would have heard it.
    for guest in people(&begun).iter().filter(|p| p["guest"] == true) {
        w.does("leave", json!({ "attendance": guest["attendance"] }))
            .await;
    }
    let form = json!({ "slot": slot, "because": "The other forum has asked for it." });
    let view = w.does("open_case", form).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.element("#capture-line").await;
    view
}

pub async fn slot_lines(w: &Window) -> Vec<Value> {
    let view = w.does("meeting", json!({})).await;
    view["opened"]["case"]["lines"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

#[tokio::test]
async fn a_correction_is_struck_and_whoever_has_gone_is_ticked_off_the_tell_list() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    corrected_and_told(&w, &view, "pol intel seen twice at the address").await;
}

#[tokio::test]
async fn a_clients_drug_test_is_corrected_and_whoever_heard_it_under_the_waiver_is_told() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = w.in_a_case_review(false).await;
    let view = in_its_case(&w, begun).await;
    corrected_and_told(&w, &view, "dip test clear in November").await;
}

/// A line is corrected after somebody has gone who heard it; at the end they are ticked off.
async fn corrected_and_told(w: &Window, view: &Value, line: &str) {
    w.records(line).await;
    let gone = people(view)
        .into_iter()
        .rev()
        .find(|p| {
            p["role"] == "representative"
                && p["guest"] == false
                && p["team"] != "police"
                && p["team"] != "dip"
        })
        .expect("a representative");
    w.does("leave", json!({ "attendance": gone["attendance"] }))
        .await;
    w.look_again().await;
    w.element("#capture-line").await;
    w.goes_to_the_last_line().await;
    w.is_accessible("A recorded line").await;
    w.picture("a-recorded-line").await;
    w.type_words("k").await;
    w.says("Correcting what was said").await;
    w.ctrl('a').await;
    w.type_words("it was on another day").await;
    w.key(Key::Enter).await;
    w.says("struck by").await;
    w.is_accessible("A correction").await;
    w.picture("a-correction").await;
    w.records("= continue because the plan holds").await;
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    let meeting = view["meeting"]["id"].clone();
    let told = async |w: &Window| {
        let ending = w.does("documents", json!({ "meeting": meeting })).await;
        ending["tell"][0]["recipients"].clone()
    };
    let waiting = told(w).await;
    assert_eq!(waiting.as_array().map(Vec::len), Some(1), "{waiting}");
    w.press("Read and sign").await;
    w.says("Who is to be told").await;
    w.is_accessible("The draft with a tell-list").await;
    w.picture("the-draft-with-a-tell-list").await;
    let name = gone["name"].as_str().unwrap_or_default();
    w.tab_to(&format!("input: {name}")).await;
    w.type_words(" ").await;
    w.until("the tick to be kept", async |w| {
        !told(w).await[0]["told_by"].is_null()
    })
    .await;
}

#[tokio::test]
async fn whose_a_line_was_and_of_what_kind_is_put_right_by_its_key_and_back_by_another() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    let before = slot_lines(&w).await;
    w.goes_to_the_last_line().await;
    w.type_words("a").await;
    w.until("the line as it was typed", async |w| {
        w.line().await == "pol intel seen twice at the address"
    })
    .await;
    w.says("in place of the other").await;
    w.picture("agency-or-kind").await;
    w.ctrl('a').await;
    w.type_words("prob info seen twice at the address").await;
    w.key(Key::Enter).await;
    w.says("Changed; the record keeps what it was before").await;
    let after = slot_lines(&w).await;
    assert_eq!(after.len(), 1);
    assert_eq!(
        (&after[0]["agency"], &after[0]["at"]),
        (&json!("Probation"), &before[0]["at"])
    );
    assert_eq!(after[0]["words"], before[0]["words"]);
    w.picture("agency-put-right").await;
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(slot_lines(&w).await, before);
}

#[tokio::test]
async fn a_line_typed_under_the_wrong_case_moves_to_its_own() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    w.goes_to_the_last_line().await;
    w.type_words("m").await;
    w.says("To which case does it belong?").await;
    w.is_accessible("Moving a line").await;
    w.picture("moving-a-line").await;
    w.type_words("2").await;
    w.key(Key::Enter).await;
    w.says("Moved to case 2").await;
    assert!(slot_lines(&w).await.is_empty());
    w.key(Key::Up).await;
    assert_eq!(w.line().await, "", "nothing of it is left to be recalled");
}

#[tokio::test]
async fn a_departure_noticed_late_lists_its_lines_before_it_is_kept() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    let late = people(&view)
        .into_iter()
        .find(|p| p["role"] == "representative" && p["team"] != "police")
        .expect("a representative");
    let from = late["stay"]["presence"][0]["from"]
        .as_str()
        .unwrap_or_default();
    let id = late["attendance"].as_str().unwrap_or_default();
    let script = "return document.activeElement.dataset.person ?? null";
    w.until("the room", async |w| {
        if w.run(script).await != Value::Null {
            return true;
        }
        w.key(Key::F6).await;
        false
    })
    .await;
    w.key(Key::Home).await;
    w.until("the person's row", async |w| {
        if w.run(script).await == json!(id) {
            return true;
        }
        w.key(Key::Down).await;
        false
    })
    .await;
    w.type_words("t").await;
    w.says("when in the room").await;
    w.is_accessible("Somebody's times").await;
    w.key(Key::Tab).await;
    w.type_words(from).await;
    w.says("1 line changes").await;
    w.says("is no longer a recipient").await;
    w.picture("somebodys-times").await;
    w.key(Key::Enter).await;
    w.says("times are put right").await;
    let row = &slot_lines(&w).await[0];
    let heard = people(&w.does("meeting", json!({})).await);
    let there = heard
        .iter()
        .filter(|p| p["whereabouts"] == "in_the_room")
        .count();
    assert_eq!(
        row["shared"]["people"].as_u64(),
        Some(there as u64),
        "{row}"
    );
}

#[tokio::test]
async fn a_line_found_in_the_wrong_case_is_moved_beside_the_draft_and_one_that_nobody_said_is_taken_back()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    w.records("prob intel missed two Mondays").await;
    w.records("= continue because the plan holds").await;
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.press("Read and sign").await;
    w.says("The words").await;
    let meeting = view["meeting"]["id"].clone();
    let places = async |w: &Window, words: &str| -> Vec<Value> {
        let ending = w.does("documents", json!({ "meeting": meeting })).await;
        let places = ending["lines"].as_array().cloned().unwrap_or_default();
        let there = places.into_iter().filter(|place| {
            let lines = place["lines"].as_array().cloned().unwrap_or_default();
            lines.iter().any(|line| line["words"] == words)
        });
        there.map(|place| place["slot"].clone()).collect()
    };
    let from = places(&w, "seen twice at the address").await;
    w.tab_to("seen twice at the address").await;
    w.type_words("m").await;
    w.says("To which case does it belong?").await;
    w.is_accessible("Moving a line beside the draft").await;
    let ending = w.does("documents", json!({ "meeting": meeting })).await;
    let cases = ending["cases"].as_array().expect("cases").iter();
    let to = cases.map(|one| &one["slot"]).find(|slot| **slot != from[0]);
    let to = to.expect("another case").clone();
    let cases = ending["cases"].as_array().expect("cases");
    let number = cases
        .iter()
        .position(|one| one["slot"] == to)
        .map(|n| n + 1);
    w.until("the cases to be walked", async |w| {
        w.focus().await.starts_with("button")
    })
    .await;
    w.picture("moving-beside-the-draft").await;
    w.type_words(&number.expect("its number").to_string()).await;
    w.key(Key::Enter).await;
    w.says("nothing of it stays where it was").await;
    assert_eq!(places(&w, "seen twice at the address").await, [to]);

    w.tab_to("missed two Mondays").await;
    w.type_words("x").await;
    w.says("Taken back; the record keeps that it was there")
        .await;
    w.picture("taken-back-beside-the-draft").await;
    assert!(places(&w, "missed two Mondays").await.is_empty());
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    assert_eq!(places(&w, "missed two Mondays").await, from);
}

#[tokio::test]
async fn the_action_sheets_are_read_as_drafts_from_the_screen_that_signs() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_a_case(&w).await;
    w.records("> pol call at the address by 2w").await;
    at_the_draft(&w).await;
    w.says("Drafts until the minutes are signed").await;
    w.is_accessible("The draft with its documents").await;
    w.picture("the-documents-of-a-draft").await;
    let sheet = "Draft action sheet: Police";
    w.tab_to(sheet).await;
    w.key(Key::Enter).await;
    w.is_headed("Documents").await;
    let open = "return document.querySelector('[aria-pressed=true]')?.innerText ?? ''";
    w.until("the sheet to be open", async |w| w.run(open).await == sheet)
        .await;
}

#[tokio::test]
async fn what_is_left_held_waits_on_this_month_and_is_shared_with_the_minutes() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    in_a_case(&w).await;
    let asked = json!({
        "of": { "line": "pol intel Quillfeather was named", "item": null },
        "asked_of": "The head of legal services", "question": "Is the name needed?",
    });
    w.does("ask_advice", asked).await;
    let decided = json!({ "line": "= continue because the plan holds" });
    w.does("record_line", decided).await;
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.says("Held, and waiting").await;
    w.says("until legal advice has come").await;
    assert!(!w.source().await.contains("Quillfeather"));
    w.is_accessible("This month with something held").await;
    w.picture("this-month-with-something-held").await;
    w.press("Read and sign").await;
    w.says("Held, and in no document").await;
    w.is_accessible("The draft with something held").await;
    w.picture("the-draft-with-something-held").await;
    w.press("Enter the advice").await;
    w.says("May it be shared?").await;
    w.type_words("It may").await;
    w.key(Key::Tab).await;
    w.type_words("The solicitor").await;
    w.key(Key::Tab).await;
    w.chooses("right-may", "Y", "yes").await;
    w.tab_to("Confirm").await;
    w.key(Key::Enter).await;
    w.says("what waited for it goes with the minutes").await;
    let month = w.does("this_month", json!({})).await;
    // The months of the sample have left something held of their own.
    let held = month["held"].as_array().expect("what is held");
    assert!(held.iter().all(|row| row["kind"] != "Current intelligence"));
}

/// Who is to be told of the first correction, as the desk has it.
async fn to_be_told(w: &Window, meeting: &Value) -> Vec<Value> {
    let ending = w.does("documents", json!({ "meeting": meeting })).await;
    let all = ending["tell"][0]["recipients"].as_array();
    all.cloned().unwrap_or_default()
}

/// The open case is closed, the meeting ended, and its draft stands there.
pub async fn at_the_draft(w: &Window) {
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.press("Read and sign").await;
    w.says("The words").await;
    w.element(".draft canvas").await;
}

#[tokio::test]
async fn an_agency_outside_the_room_is_ticked_off_the_tell_list_by_itself_and_the_tick_taken_away()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    let meeting = view["meeting"]["id"].clone();
    // Whoever came for the youth offending service has gone: it is outside the room now.
    let theirs = people(&view).into_iter().find(|p| p["team"] == "yos");
    let form = json!({ "attendance": theirs.expect("somebody of it")["attendance"] });
    w.does("leave", form).await;
    w.look_again().await;
    w.records("pol intel +yos seen twice at the address").await;
    let kept = slot_lines(&w).await[0].clone();
    let outside = kept["shared"]["pending"][0].as_str().unwrap_or_default();
    assert!(!outside.is_empty(), "to be sent: {kept}");
    w.corrects_the_last_line("seen once at the address").await;
    w.goes_to_the_line().await;
    w.records("= continue because the plan holds").await;
    at_the_draft(&w).await;
    w.says("Who is to be told").await;
    // Everybody of the room heard the correction; outside it nobody knows.
    let waiting = to_be_told(&w, &meeting).await;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    w.tab_to(&format!(
        "{outside}, outside the room: told, or it was never sent"
    ))
    .await;
    w.is_accessible("An agency outside the room on the tell-list")
        .await;
    w.picture("tell-list-outside-the-room").await;
    for ticked in [true, false] {
        w.type_words(" ").await;
        w.until("the tick to be kept, and taken away again", async |w| {
            to_be_told(w, &meeting).await[0]["told_by"].is_string() == ticked
        })
        .await;
    }
    w.type_words(" ").await;
    w.says("Everyone who heard the first words knows of the correction")
        .await;
}

#[tokio::test]
async fn why_something_was_decided_is_corrected_by_its_key_and_whoever_had_gone_is_to_be_told() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = in_a_case(&w).await;
    let meeting = view["meeting"]["id"].clone();
    w.records("= continue because the plan holds").await;
    let gone = people(&view)
        .into_iter()
        .rev()
        .find(|p| p["role"] == "representative" && p["guest"] == false)
        .expect("a representative");
    w.does("leave", json!({ "attendance": gone["attendance"] }))
        .await;
    at_the_draft(&w).await;
    w.walks_the_words_to("Why it was decided").await;
    w.type_words("k").await;
    w.says("Correcting what was said").await;
    w.is_accessible("A reason being corrected").await;
    w.ctrl('a').await;
    w.type_words("the tenancy is safe").await;
    w.key(Key::Enter).await;
    w.says("struck by").await;
    w.says("Who is to be told").await;
    w.picture("reason-corrected").await;
    let ending = w.does("documents", json!({ "meeting": meeting })).await;
    let row = &ending["tell"][0];
    assert_eq!(
        (&row["struck"], &row["now"]),
        (&json!("the plan holds"), &json!("the tenancy is safe"))
    );
    assert_eq!(row["beside"]["beside"], "rationale", "{row}");
    let told: Vec<&Value> = row["recipients"]
        .as_array()
        .expect("recipients")
        .iter()
        .map(|one| &one["who"]["attendance"])
        .collect();
    assert!(told.contains(&&gone["attendance"]), "{row}");
    // The focus is on the reason again, and one key takes the correction back.
    assert!(w.focus().await.contains("Why it was decided"));
    w.ctrl('z').await;
    w.says("all is as it was before").await;
    assert!(to_be_told(&w, &meeting).await.is_empty());
}
