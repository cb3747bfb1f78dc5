//! The agenda as it changes in mid-meeting, by keyboard alone: no change, a referral, a case that goes to another forum.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

async fn lines(w: &Window) -> usize {
    w.lines().await.len()
}

async fn agenda(w: &Window) -> Vec<Value> {
    let view = w.does("meeting", json!({})).await;
    let rows = view["agenda"].as_array().cloned().unwrap_or_default();
    rows.into_iter()
        .filter(|row| row["place"]["place"] == "case")
        .collect()
}

/// The cases discussed together with the open one.
async fn together(w: &Window) -> Vec<Value> {
    let all = opened(w).await.0["together"].clone();
    all.as_array().cloned().unwrap_or_default()
}

/// The open case, and its number on the agenda.
async fn opened(w: &Window) -> (Value, usize) {
    let case = w.does("meeting", json!({})).await["opened"]["case"].clone();
    let number = case["number"].as_u64().expect("an open case");
    let number = usize::try_from(number).expect("a number on an agenda");
    (case, number)
}

#[tokio::test]
async fn no_change_is_one_key_once_the_room_was_asked_and_one_key_takes_it_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.opens_a_case().await;
    let before = lines(&w).await;
    w.alt('n').await;
    assert_eq!(lines(&w).await, before, "nobody has asked the room");
    w.alt('q').await;
    w.says("Room asked").await;
    w.picture("room-asked").await;
    w.alt('n').await;
    w.says("Read this to the room").await;
    w.says("no agency present holds anything new").await;
    w.is_accessible("No change, read back").await;
    w.picture("no-change").await;
    assert!(lines(&w).await > before + 1);
    w.key(Key::Escape).await;
    w.element("#capture-line").await;
    w.ctrl('z').await;
    w.until("all of it to be gone", async |w| lines(w).await == before)
        .await;
}

#[tokio::test]
async fn whoever_has_not_spoken_holds_nothing_new_by_one_key_and_one_key_takes_it_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("pol intel seen twice at the address").await;
    w.alt('q').await;
    w.says("Nothing new from the rest").await;
    w.alt('q').await;
    w.says("Nothing new, for everybody who had not spoken")
        .await;
    w.picture("nothing-new-from-the-rest").await;
    let after = w.lines().await;
    let silent: Vec<&str> = after[1..]
        .iter()
        .map(|line| {
            assert_eq!(line["sort"], "silence");
            line["agency"].as_str().expect("an agency")
        })
        .collect();
    assert!(
        silent.len() > 5 && !silent.contains(&"Police"),
        "{silent:?}"
    );
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("all of it to be gone", async |w| w.lines().await.len() == 1)
        .await;
}

/// A new case is referred to this very meeting.
async fn refers_rowan_thistlewood(w: &Window) {
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.is_accessible("Changing the agenda").await;
    w.picture("agenda-changes").await;
    w.tab_to("Forename").await;
    w.type_words("Rowan").await;
    w.tab_to("Surname").await;
    w.type_words("Thistlewood").await;
    w.tab_to("Does the person know?").await;
    w.chooses("add-told", "Told", "told").await;
    w.go_on().await;
    w.says("is on the agenda, last of the cases").await;
}

#[tokio::test]
async fn a_case_is_referred_in_mid_meeting_and_another_goes_to_mappa_and_comes_back() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.opens_a_case().await;
    let before = agenda(&w).await.len();
    refers_rowan_thistlewood(&w).await;
    let after = agenda(&w).await;
    assert_eq!(after.len(), before + 1);
    assert_eq!(after[before]["label"], "R. Thistlewood");
    // Added by mistake: one key takes it away again, and its file is as it was.
    w.ctrl('z').await;
    w.until("the case to be off the agenda", async |w| {
        agenda(w).await.len() == before
    })
    .await;

    let (_, number) = opened(&w).await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.key(Key::Down).await;
    w.tab_to("Why").await;
    w.type_words("a risk of serious harm").await;
    w.picture("to-mappa").await;
    w.go_on().await;
    w.says("is referred to MAPPA").await;
    w.picture("referred").await;
    let gone = &agenda(&w).await[number - 1];
    assert_eq!(gone["progress"], "referred_to_mappa");
    assert_eq!(gone["asks_a_choice"], true);
    w.presses_in_the_agenda(gone).await;
    w.goes_on_because("the tenancy is for this meeting").await;
    let (case, again) = opened(&w).await;
    assert_eq!((again, &case["lines"]), (number, &json!([])));
}

#[tokio::test]
async fn whoever_is_referred_again_is_known_by_name_and_their_closed_file_comes_back_by_one_press()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.opens_a_case().await;
    let before = agenda(&w).await.len();
    let known = w.does("referable", json!({})).await["cases"][0].clone();
    let page = w.does("case_page", json!({ "case": known["case"] })).await;
    let mut form = page["form"].clone();
    form["closed"] = json!(true);
    w.does("save_case", form.clone()).await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    for name in ["forename", "surname"] {
        w.tab_to(if name == "forename" {
            "Forename"
        } else {
            "Surname"
        })
        .await;
        w.type_words(form[name].as_str().expect("a name")).await;
    }
    w.says("closed)").await;
    w.is_accessible("A file that is there already").await;
    w.picture("referred-again").await;
    w.press("Open ").await;
    w.says("the file is opened again").await;
    assert_eq!(agenda(&w).await.len(), before + 1);
    let page = w.does("case_page", json!({ "case": known["case"] })).await;
    assert_eq!(page["form"]["closed"], false);
    w.ctrl('z').await;
    w.until("the case to be off the agenda", async |w| {
        agenda(w).await.len() == before
    })
    .await;
    let page = w.does("case_page", json!({ "case": known["case"] })).await;
    assert_eq!(page["form"]["closed"], true);
}

#[tokio::test]
async fn what_is_said_of_two_cases_together_stands_under_both_and_goes_with_one_key() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(6).await;
    w.opens_a_case().await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    for _ in 0..4 {
        w.key(Key::Down).await;
    }
    let waits = agenda(&w).await;
    let plain = |row: &&Value| row["progress"] == "waiting" && row["asks_a_choice"] == false;
    let next = waits.iter().find(plain).expect("a case to come");
    let (number, slot) = (next["number"].to_string(), &next["place"]["slot"]);
    w.tab_to("Which case").await;
    w.chooses("agenda-slot", &number, slot.as_str().expect("a slot"))
        .await;
    w.picture("together").await;
    w.go_on().await;
    w.says("Together with").await;
    // Joined by mistake, and parted too soon: one key each.
    w.ctrl('z').await;
    w.until("it to wait for its own turn", async |w| {
        agenda(w)
            .await
            .iter()
            .all(|row| row["progress"] != "together")
    })
    .await;
    w.chord(&[Key::Control, Key::Shift], 'z').await;
    w.until("both to be under discussion", async |w| {
        together(w).await.len() == 1
    })
    .await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    for _ in 0..5 {
        w.key(Key::Down).await;
    }
    w.tab_to("Which case").await;
    w.chooses("agenda-slot", &number, slot.as_str().expect("a slot"))
        .await;
    w.go_on().await;
    w.until("it to wait again", async |w| together(w).await.is_empty())
        .await;
    w.picture("parted").await;
    w.ctrl('z').await;
    w.until("both to be under discussion again", async |w| {
        together(w).await.len() == 1
    })
    .await;
    w.goes_to_the_line().await;
    w.records("= both tenancies are looked at together").await;
    w.picture("together-said").await;
    w.go_on().await;
    w.says("Read this to the room").await;
    w.key(Key::Enter).await;
    w.until("both to be closed", async |w| {
        let done = agenda(w).await;
        done.iter().filter(|row| row["progress"] == "done").count() >= 2
    })
    .await;
}

#[tokio::test]
async fn whoever_is_free_after_a_case_is_named_when_it_closes_and_one_key_marks_them_left() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let plan = w.with_the_sample(2).await;
    let people = plan["people"].as_array().expect("people");
    let guest = people.iter().find(|one| one["role"] == "representative");
    let guest = guest.expect("a representative");
    let (meeting, slot) = (&plan["meeting"]["id"], &plan["slots"][0]["slot"]);
    let form = json!({ "meeting": meeting, "attendance": guest["attendance"], "after": slot });
    w.does("plan_release", form).await;
    w.goes_into_session(2).await;
    w.does(
        "open_case",
        json!({ "slot": slot, "because": "The chair said so" }),
    )
    .await;
    w.look_again().await;
    w.says("Then free:").await;
    assert!(!w.text().await.contains("Free to go"));
    w.records("= no action").await;
    w.reads_back_and_closes().await;
    w.says("Free to go").await;
    w.is_accessible("Somebody is free to go").await;
    w.picture("free-to-go").await;
    w.alt('f').await;
    w.until("them to have left", async |w| {
        let view = w.does("meeting", json!({})).await;
        let people = view["people"].as_array().cloned().unwrap_or_default();
        let theirs = |one: &Value| one["attendance"] == guest["attendance"];
        people
            .iter()
            .any(|one| theirs(one) && one["whereabouts"] == "left")
    })
    .await;
}

/// Walks the agenda to what takes a referral back, and presses it.
async fn takes_the_referral_back(w: &Window) {
    w.walks_the_agenda_to("Take it back").await;
    w.key(Key::Enter).await;
}

#[tokio::test]
async fn a_case_added_by_mistake_is_taken_back_from_the_agenda_whatever_was_done_since() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    let before = agenda(&w).await;
    let places =
        |rows: &[Value]| -> Vec<Value> { rows.iter().map(|r| r["place"].clone()).collect() };
    let files = async |w: &Window| w.does("cases", json!({})).await["cases"].clone();
    let known = files(&w).await;
    refers_rowan_thistlewood(&w).await;
    w.goes_to_the_line().await;
    w.records("pol intel seen twice at the address").await;
    w.is_accessible("A case that was added today").await;
    w.picture("added-today").await;
    takes_the_referral_back(&w).await;
    w.says("R. Thistlewood is off the agenda, as though never added")
        .await;
    assert_eq!(places(&agenda(&w).await), places(&before));
    assert_eq!(files(&w).await, known, "nor is there a file of it");
    assert!(
        !w.focus().await.starts_with("body"),
        "the keys have a place"
    );
    w.picture("never-added").await;
    w.ctrl('z').await;
    w.says("Taken back: all is as it was before").await;
    let again = agenda(&w).await;
    assert_eq!(again.len(), before.len() + 1);

    // Once something is on record of it, it stays, and the sentence says what to do.
    w.does("close_without_action", json!({})).await;
    let form = json!({ "slot": again[before.len()]["place"]["slot"], "because": "" });
    w.does("open_case", form).await;
    w.guests_step_out().await;
    w.records("prob intel j: engagement is improving").await;
    takes_the_referral_back(&w).await;
    w.says("Something is on record about that case today").await;
    w.says("Put it off to the next meeting, or take it off the cohort")
        .await;
    w.picture("referral-stays").await;
    assert_eq!(places(&agenda(&w).await), places(&again));
}

#[tokio::test]
async fn the_wrong_case_added_is_seen_once_it_is_open_and_the_next_one_opens_in_its_place() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    refers_rowan_thistlewood(&w).await;
    let rows = agenda(&w).await;
    let (next, added) = (&rows[1]["place"], &rows[2]["place"]);
    w.does("close_without_action", json!({})).await;
    w.does("open_case", json!({ "slot": added["slot"], "because": "" }))
        .await;
    w.look_again().await;
    w.says("Rowan Thistlewood").await;
    takes_the_referral_back(&w).await;
    w.says("as though never added").await;
    w.until("the next case to be open", async |w| {
        opened(w).await.0["slot"] == next["slot"]
    })
    .await;
    // One key takes back both: what opened, and that the other was taken off.
    w.ctrl('z').await;
    w.until("it to be open again", async |w| {
        opened(w).await.0["slot"] == added["slot"]
    })
    .await;
}
