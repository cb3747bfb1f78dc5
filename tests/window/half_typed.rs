//! Forms that are half filled in: they stand there again after a lock and after a power cut, with every word.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

/// What stands in a field; nothing where there is no such field.
async fn field(w: &Window, id: &str) -> String {
    let script = format!("return document.getElementById({id:?})?.value ?? ''");
    let value = w.run(&script).await;
    value.as_str().unwrap_or_default().to_owned()
}

async fn stands(w: &Window, id: &str, words: &str) {
    w.until(&format!("{words:?} in {id}"), async |w| {
        field(w, id).await == words
    })
    .await;
}

/// Waits until the desk holds these words, which it does within a second of the last key.
async fn is_kept(w: &Window, words: &str) {
    w.until(&format!("{words:?} to be kept"), async |w| {
        let view = w.does("meeting", json!({})).await;
        let kept = format!("{}{}", view["draft"]["notes"], view["table_notes"]);
        kept.contains(words)
    })
    .await;
}

async fn is_unlocked(w: &Window) {
    w.says("This record is locked").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.key(Key::Enter).await;
}

/// Locks by its key, however short the time since the last letter, and comes back.
async fn locked_and_back(w: &Window) {
    w.moving(async |w| w.ctrl('l').await).await;
    is_unlocked(w).await;
}

#[tokio::test]
async fn the_forms_of_the_register_are_there_again_with_every_word_after_a_lock_and_a_power_cut() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(false).await;
    w.at_an_open_register().await;
    w.look_again().await;
    w.says("Who is in the room?").await;
    w.alt('m').await;
    w.element("#new-name").await;
    w.type_words("Perpetua Ly").await;
    w.tab_to("Agency, by its letters").await;
    w.type_words("hou").await;
    locked_and_back(&w).await;
    w.says("Who is in the room?").await;
    stands(&w, "new-name", "Perpetua Ly").await;
    stands(&w, "new-agency", "hou").await;
    w.picture("half-typed-new-face").await;

    w.tab_to("Authority of Ines Calder to share").await;
    w.key(Key::Enter).await;
    w.type_words("The head of ser").await;
    w.tab_to("Put the meeting off").await;
    w.key(Key::Enter).await;
    w.element("#put-off-date").await;
    w.says("the register cannot be opened again today").await;
    w.tab_to("input: Why").await;
    w.type_words("The heating fai").await;
    is_kept(&w, "The heating fai").await;
    w.pull_the_plug();

    let w = laptop.open().await;
    is_unlocked(&w).await;
    w.says("Who is in the room?").await;
    stands(&w, "new-name", "Perpetua Ly").await;
    stands(&w, "put-off-reason", "The heating fai").await;
    let authority = "return document.querySelector('.authority input')?.value ?? ''";
    w.until("the authority", async |w| {
        w.run(authority).await == "The head of ser"
    })
    .await;
    // Entered, it is half typed no longer.
    w.tab_to("input: Name").await;
    w.key(Key::End).await;
    w.type_words("le").await;
    w.key(Key::Enter).await;
    w.says("Perpetua Lyle is here").await;
    stands(&w, "new-name", "").await;
    // One key takes back whoever was entered by mistake.
    w.ctrl('z').await;
    w.says("Taken back").await;
    let known = w.seats().await.iter().any(|p| p["name"] == "Perpetua Lyle");
    assert!(!known);
}

#[tokio::test]
async fn what_would_make_a_line_right_is_there_again_beside_its_line_after_a_power_cut() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case_beside_a_guest().await;
    let line = "pol intel seen twice";
    w.is_told_while_typing(line, "until the person’s consent covers it")
        .await;
    w.alt('h').await;
    w.says("It is kept word for word").await;
    w.type_words("Mina Orr").await;
    w.key(Key::Tab).await;
    w.type_words("May the land").await;
    is_kept(&w, "May the land").await;
    w.pull_the_plug();

    let w = laptop.open().await;
    is_unlocked(&w).await;
    w.element("#capture-line").await;
    w.until("the line", async |w| w.line().await == line).await;
    stands(&w, "right-asked_of", "Mina Orr").await;
    stands(&w, "right-question", "May the land").await;
    w.picture("half-typed-advice").await;
    w.tab_to("What is asked?").await;
    w.key(Key::End).await;
    w.type_words("lord be told?").await;
    w.key(Key::Enter).await;
    w.says("It is held until the advice has come").await;
    let held = w.lines().await;
    assert_eq!((held.len(), &held[0]["held"]), (1, &Value::Bool(true)));
    w.until("nothing to be half typed", async |w| {
        w.does("meeting", json!({})).await["draft"] == Value::Null
    })
    .await;
}

#[tokio::test]
async fn reasons_objections_and_new_cases_are_there_again_where_they_were_being_written() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(3).await;
    w.alt('d').await;
    w.until("the reason's field", async |w| {
        w.focus().await.contains("Reason")
    })
    .await;
    w.type_words("There is no ti").await;
    locked_and_back(&w).await;
    w.says("to the next meeting").await;
    stands(&w, "reason", "There is no ti").await;
    w.picture("half-typed-deferral").await;
    w.key(Key::Escape).await;
    w.element("#capture-line").await;

    w.looks_at_the_file().await;
    w.press("Record an upheld objection").await;
    w.tab_to("Who decided it").await;
    w.type_words("Mina Orr").await;
    locked_and_back(&w).await;
    w.says("An upheld objection").await;
    stands(&w, "decided_by", "Mina Orr").await;
    w.key(Key::Escape).await;
    w.returns_to_the_case().await;

    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.tab_to("Forename").await;
    w.type_words("Rowan").await;
    w.tab_to("Surname").await;
    w.type_words("Thistle").await;
    locked_and_back(&w).await;
    w.says("Add a case referred today").await;
    stands(&w, "add-forename", "Rowan").await;
    stands(&w, "add-surname", "Thistle").await;
    w.key(Key::Escape).await;
    // Put away by its own key, it does not come up by itself, and is there for whoever comes back to it.
    w.element("#capture-line").await;
    locked_and_back(&w).await;
    w.element("#capture-line").await;
    w.alt('d').await;
    stands(&w, "reason", "There is no ti").await;
}

#[tokio::test]
async fn what_became_of_an_action_and_the_next_date_are_there_again_half_typed() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.comes_to("matters_arising").await;
    w.says("Carried actions").await;
    w.tabs_to_an_action().await;
    w.type_words("n").await;
    w.until("the date's field", async |w| {
        w.focus().await.contains("New date for")
    })
    .await;
    w.type_words("2").await;
    w.key(Key::Tab).await;
    w.type_words("The keys were lo").await;
    locked_and_back(&w).await;
    w.says("Carried actions").await;
    let note = "return document.querySelector('[id^=note-]')?.value ?? ''";
    w.until("the note", async |w| {
        w.run(note).await == "The keys were lo"
    })
    .await;
    w.picture("half-typed-outcome").await;

    w.comes_to("closing").await;
    w.tab_to("Date").await;
    w.type_words("17 De").await;
    locked_and_back(&w).await;
    stands(&w, "next-date", "17 De").await;
}

#[tokio::test]
async fn a_word_being_tidied_beside_the_draft_is_there_again_after_a_lock_and_one_key_takes_the_change_back()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("pol intel seen twice at the address").await;
    w.records("= continue because the plan holds").await;
    w.does("close_case", json!({})).await;
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.press("Read and sign").await;
    w.says("The words").await;
    w.tab_to("seen twice at the address").await;
    w.type_words("e").await;
    w.until("the words", async |w| {
        w.focus().await.starts_with("textarea")
    })
    .await;
    w.key(Key::End).await;
    w.type_words(" on Mond").await;
    w.moving(async |w| w.ctrl('l').await).await;
    is_unlocked(&w).await;
    w.press("Read and sign").await;
    let words = "return document.querySelector('.words textarea')?.value ?? ''";
    w.until("the half-tidied words", async |w| {
        w.run(words).await == "seen twice at the address on Mond"
    })
    .await;
    w.picture("half-tidied-beside-the-draft").await;
    w.tab_to("The words").await;
    w.key(Key::End).await;
    w.type_words("ay").await;
    w.key(Key::Enter).await;
    w.says("The words are tidied").await;
    w.says("seen twice at the address on Monday").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    w.until("the first words", async |w| {
        !w.text().await.contains("on Monday")
    })
    .await;
    // Why it was decided stands in a row of its own, and is tidied like the rest.
    w.tab_to("seen twice at the address").await;
    w.until("the row of the reason", async |w| {
        if w.focus().await.contains("Why it was decided") {
            return true;
        }
        w.key(Key::Down).await;
        false
    })
    .await;
    w.type_words("e").await;
    w.until("the words", async |w| {
        w.focus().await.starts_with("textarea")
    })
    .await;
    w.ctrl('a').await;
    w.type_words("the plan is working").await;
    w.key(Key::Enter).await;
    w.says("the plan is working").await;
    w.picture("tidied-reason").await;
}

/// Waits until the desk holds these words of what is prepared between two meetings.
async fn is_kept_at_the_desk(w: &Window, words: &str) {
    w.until(&format!("{words:?} to be kept"), async |w| {
        let kept = w.does("desk_notes", json!({})).await;
        kept["notes"].to_string().contains(words)
    })
    .await;
}

#[tokio::test]
async fn a_case_a_person_and_an_update_being_written_are_there_again_after_a_lock_and_a_power_cut()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(2).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.goes_to_place('3', "Cases").await;
    w.alt('n').await;
    w.writes("Forename", "Rowan").await;
    w.writes("Surname", "Thistlewoo").await;
    locked_and_back(&w).await;
    w.says("Before you start").await;
    w.goes_to_place('3', "Cases").await;
    w.alt('n').await;
    w.says("it is not saved yet").await;
    stands(&w, "surname", "Thistlewoo").await;
    stands(&w, "forename", "Rowan").await;
    w.picture("half-typed-case").await;

    w.goes_to_place('5', "Registers").await;
    w.alt('n').await;
    w.writes("Name", "Isolde Marchb").await;
    w.goes_to_place('1', "").await;
    w.press("Prepare the ODOC").await;
    w.says("The order").await;
    w.alt('v').await;
    w.says("Nothing yet").await;
    w.writes("Who wrote it", "Dana Pri").await;
    is_kept_at_the_desk(&w, "Dana Pri").await;
    w.pull_the_plug();

    let w = laptop.open().await;
    is_unlocked(&w).await;
    w.says("Before you start").await;
    w.press("Prepare the ODOC").await;
    w.says("The order").await;
    w.alt('v').await;
    w.says("Nothing yet").await;
    stands(&w, "sender", "Dana Pri").await;
    w.goes_to_place('5', "Registers").await;
    w.alt('n').await;
    stands(&w, "name", "Isolde Marchb").await;
    // Put away, it is half typed no longer, unless one key says otherwise.
    w.press("Leave without saving").await;
    w.says("Left without saving").await;
    w.ctrl('z').await;
    stands(&w, "name", "Isolde Marchb").await;
    w.press("Leave without saving").await;
    w.is_headed("Registers").await;
    w.alt('n').await;
    stands(&w, "name", "").await;
    assert!(!w.text().await.contains("it is not saved yet"));
}
