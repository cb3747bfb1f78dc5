//! On what ground a line stands, in the window: taken by the chair with one key, read with another, and what was shared under a
//! waiver that is withdrawn.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

const LINE: &str = "pol intel seen twice at the address";
const CURRENT: &str = "share current intelligence";

/// Nothing stands against the line, and the screen shows one small cap beside its sentence.
async fn with_a_line_that_may_be_shared(w: &Window) {
    w.in_a_case(2).await;
    w.type_words(LINE).await;
    w.says(CURRENT).await;
    w.says("other ground").await;
    assert!(!w.has(".rights").await, "nothing else shows");
}

#[tokio::test]
async fn the_chair_takes_another_ground_with_one_key_and_the_line_says_so_ever_after() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    with_a_line_that_may_be_shared(&w).await;
    w.is_accessible("A line that the chair may take another ground for")
        .await;
    w.alt('b').await;
    w.says("recorded with the line as theirs").await;
    w.is_accessible("Another ground for the line").await;
    w.picture("other-ground").await;
    // Back to the line, which is as it was; and again.
    w.key(Key::Escape).await;
    assert_eq!(w.line().await, LINE);
    w.alt('b').await;
    w.chooses("right-purpose", "Putting", "support").await;
    w.key(Key::Tab).await;
    w.chooses(
        "right-power",
        "Crime and Disorder Act 1998, section 17",
        "cda-s17",
    )
    .await;
    w.key(Key::Tab).await;
    w.key(Key::Enter).await;
    w.says("Enter the reason").await;
    assert!(
        w.lines().await.is_empty(),
        "nothing is recorded without its reason"
    );
    w.type_words("The children are at home with him").await;
    w.picture("other-ground-chosen").await;
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;
    let line = w.lines().await[0].clone();
    assert_eq!(
        (&line["chosen"], &line["held"]),
        (&json!(true), &json!(false)),
        "{line}"
    );
    w.says("the chair’s choice").await;

    w.goes_to_the_last_line().await;
    w.type_words("g").await;
    w.says("Judged necessary and proportionate").await;
    w.says("The children are at home with him").await;
    w.says("the general rules: UK GDPR").await;
    w.is_accessible("The ground of a line").await;
    w.picture("ground-of-a-line").await;
}

#[tokio::test]
async fn the_chair_takes_another_condition_of_the_law_and_the_line_names_the_document_it_asks_for()
{
    let laptop = Laptop::new();
    let w = laptop.open().await;
    with_a_line_that_may_be_shared(&w).await;
    w.alt('b').await;
    w.chooses("right-purpose", "Putting", "support").await;
    w.key(Key::Tab).await;
    w.key(Key::Tab).await;
    w.type_words("The children are at home with him").await;
    w.key(Key::Tab).await;
    w.key(Key::Tab).await;
    w.chooses("right-condition", "Safe", "safeguarding").await;
    w.is_accessible("Another condition for the line").await;
    w.picture("other-condition").await;
    w.tab_to("Share it on this ground").await;
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;
    w.goes_to_the_last_line().await;
    w.type_words("g").await;
    w.says("condition: safeguarding (appropriate policy document: the agreement names none)")
        .await;
    w.picture("other-condition-taken").await;
}

#[tokio::test]
async fn one_step_away_a_line_says_of_whom_it_speaks_what_the_law_asks_and_what_was_not_in_order() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.records("pol crim a witness to the burglary about:witness")
        .await;
    assert!(
        !w.text().await.contains("Speaks of"),
        "and not before it is asked for"
    );
    w.goes_to_the_last_line().await;
    w.type_words("g").await;
    for words in [
        "Speaks of",
        "a witness",
        "proceedings and sentences",
        "law enforcement: Part 3 of the Data Protection Act 2018",
        "condition:",
        "is not confirmed by the partnership yet",
        "Answered for by Declan O'Farthing, Police. Weighed by the agreement’s rules (version 1.2, pack 1)",
    ] {
        w.says(words).await;
    }
    assert!(
        !w.text().await.contains("Judged"),
        "nobody judged what the rules let through"
    );
    w.picture("what-the-weighing-found").await;
}

#[tokio::test]
async fn what_was_shared_under_a_waiver_is_listed_with_who_received_it_once_it_is_withdrawn() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(2).await;
    w.with_nothing_in_force(&case).await;
    let form = json!({
        "case": case["case"], "sort": "waiver", "victim": "", "kinds": ["accommodation"],
        "recipients": ["team:probation", "team:police"], "guest": "", "purposes": ["support"],
        "given": "1/10/2026", "expires": "", "how": "in_writing", "explicit": true,
        "understood": true, "freely_given": true, "taken_by": "Mina Orrell", "evidence": "",
    });
    w.does("save_consent", form).await;
    w.look_again().await;
    w.says("Consent limited").await;
    let line = "hou acc the lease ends in March";
    w.records(line).await;
    assert_eq!(w.lines().await[0]["held"], false);

    w.looks_at_the_file().await;
    w.withdraws_it("The person, by telephone").await;
    w.says("Shared under it before it ended").await;
    let on_file = w
        .does("case_grounds", json!({ "case": case["case"] }))
        .await;
    let consents = on_file["consents"].as_array().expect("consents");
    let listed = consents
        .iter()
        .find_map(|one| one["shared"].as_array().filter(|all| !all.is_empty()));
    let shared = &listed.expect("what was shared under it")[0];
    assert_eq!(shared["agency"], "Housing", "{shared}");
    let received = shared["recipients"].as_array().expect("recipients");
    assert!(!received.is_empty());
    for who in received {
        let who = who.as_str().expect("a name");
        assert!(
            who.ends_with(", Probation") || who.ends_with(", Police"),
            "{who}"
        );
        w.says(who).await;
    }
    w.is_accessible("What was shared under a waiver that is withdrawn")
        .await;
    w.picture("shared-under-the-waiver").await;

    // What is typed now meets the withdrawal at once: another ground is the chair's, in writing.
    w.returns_to_the_case().await;
    w.says("Consent withdrawn").await;
    w.is_told_while_typing(line, "Consent has ended").await;
    w.says("§1.8.2").await;
    w.alt('b').await;
    w.says("recorded as theirs").await;
    w.key(Key::Tab).await;
    w.type_words("The order asks where he lives").await;
    w.key(Key::Enter).await;
    w.is_free("Consent has ended", line).await;
    w.key(Key::Enter).await;
    w.until("the second line to be kept", async |w| {
        w.lines().await.len() == 2
    })
    .await;
}

/// An agency of the agreement of which nobody sits in the room, as the capture line calls it.
async fn absent_agency(w: &Window) -> (String, String) {
    let view = w.does("meeting", json!({})).await;
    let people = view["people"].as_array().expect("people");
    let here = |team: &Value| people.iter().any(|p| p["agency"] == team["short_name"]);
    let teams = view["seldom"]["teams"].as_array().expect("teams");
    let absent = teams
        .iter()
        .find(|team| team["statutory"] == true && !here(team));
    let absent = absent.expect("an agency that nobody came for");
    let text = |field: &str| absent[field].as_str().expect("text").to_owned();
    (text("capture_key"), text("short_name"))
}

#[tokio::test]
async fn passed_on_outside_the_room_the_asb_groups_minutes_wait_for_permission_on_record() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    let (key, name) = absent_agency(&w).await;
    let line = format!("pol asb noise again on Saturday from:asb +{key}");
    w.is_told_while_typing(&line, "It is another agency’s information")
        .await;
    w.says(&name).await;
    w.says("§1.4.1").await;
    w.picture("asb-outside").await;
    w.alt('o').await;
    w.says("The original owner is").await;
    w.is_accessible("The permission to pass it on").await;
    w.confirms_with(&["The chair of the group", "Her e-mail of 3 December"])
        .await;
    w.is_free("It is another agency’s information", &line).await;
    let kept = w.keeps_the_line().await;
    assert_eq!(kept["held"], false, "{kept}");
    assert_eq!(kept["shared"]["pending"], json!([name]), "{kept}");
    assert!(kept["third_party"].is_string(), "the mark stays: {kept}");
    w.says(&format!("to be sent to {name}")).await;
    w.goes_to_the_last_line().await;
    w.type_words("g").await;
    w.says("passed on with the permission of The chair of the group")
        .await;
    w.picture("asb-passed-on-outside").await;
    // The permission was for that agency: another still waits for one of its own.
    w.goes_to_the_line().await;
    w.is_told_while_typing(
        "pol asb from:asb +gp noise again on Sunday",
        "may not have this until",
    )
    .await;
}

#[tokio::test]
async fn a_line_that_was_heard_moves_to_where_it_might_not_have_been_only_as_an_incident() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let case = w.in_a_case(6).await;
    let view = w.does("meeting", json!({})).await;
    let agenda = view["agenda"].as_array().expect("an agenda").clone();
    let plain = |row: &&Value| {
        let open = &case["slot"];
        row["place"]["place"] == "case"
            && row["asks_a_choice"] == false
            && row["place"]["slot"] != *open
    };
    let other = agenda.iter().find(plain).expect("another case");
    let reference = other["reference"].as_str().expect("a reference");
    let all = w.does("cases", json!({})).await["cases"].clone();
    let theirs = all
        .as_array()
        .expect("cases")
        .iter()
        .find(|one| one["reference"] == reference);
    let objection = json!({
        "case": theirs.expect("its file")["id"], "every_kind": true, "kinds": [], "every_recipient": true,
        "recipients": [], "upheld": "1/10/2026", "decided_by": "The officer", "reason": "It was upheld.",
    });
    w.does("uphold_objection", objection).await;
    w.look_again().await;
    w.records(LINE).await;
    w.goes_to_the_last_line().await;
    w.type_words("m").await;
    w.says("To which case does it belong?").await;
    w.type_words(&other["number"].to_string()).await;
    w.key(Key::Enter).await;
    w.says("Say what the chair did").await;
    w.says("§2.1.1").await;
    w.is_accessible("A line that was heard goes elsewhere")
        .await;
    w.until("the question's field", async |w| {
        w.focus().await.contains("What did the chair do?")
    })
    .await;
    w.type_words("Asked everyone to disregard it").await;
    w.picture("moved-as-an-incident").await;
    w.key(Key::Enter).await;
    w.says("as an incident").await;
    assert!(w.lines().await.is_empty(), "nothing of it stays here");
    // Moved by a slip: one key takes it back to where it was shared.
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("the line to be back", async |w| w.lines().await.len() == 1)
        .await;
    let line = w.lines().await[0].clone();
    assert_eq!(
        (&line["heard"], &line["held"]),
        (&Value::Null, &json!(false)),
        "{line}"
    );
}

#[tokio::test]
async fn a_new_case_is_entered_by_keyboard_and_presumes_of_nobody_that_they_were_told() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_a_record(true).await;
    w.look_again().await;
    w.says("This month").await;
    w.chord(&[Key::Alt], '3').await;
    w.says("Cases").await;
    w.alt('n').await;
    w.says("New case").await;
    // The number that was offered goes with the meeting, and one that was typed stands.
    let reference = "return document.getElementById('reference').value.split('-')[0]";
    for (meeting, prefix) in [("dip_case_review", "DIP"), ("odoc", "ODOC")] {
        let choose = format!(
            "const at = document.querySelector('#meeting'); at.value = {meeting:?};
             at.dispatchEvent(new Event('change', {{ bubbles: true }})); return true;"
        );
        w.run(&choose).await;
        w.until(&format!("a number of {prefix}"), async |w| {
            w.run(reference).await == prefix
        })
        .await;
    }
    w.run("document.querySelector('h1').focus(); return true")
        .await;
    w.tab_to("Forename").await;
    w.type_words("Rowan").await;
    w.key(Key::Tab).await;
    w.type_words("Thistlewood").await;
    w.says("Nothing is presumed").await;
    w.go_on().await;
    w.says("There is a problem").await;
    w.is_accessible("A new case that does not say who was told")
        .await;
    w.picture("new-case-not-told").await;
    w.tab_to("Has the person been told?").await;
    w.chooses("told", "N", "neither").await;
    w.key(Key::Tab).await;
    w.type_words("It would end the enquiry").await;
    w.key(Key::Tab).await;
    w.type_words("Schedule 2, paragraph 2").await;
    w.key(Key::Tab).await;
    w.type_words("Invented Head").await;
    w.go_on().await;
    w.says("is saved").await;
    w.says("Neither told nor agreed").await;
}
