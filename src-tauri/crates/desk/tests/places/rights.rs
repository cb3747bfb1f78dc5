//! Making right what a rule objects to: each way is complete in writing, is one entry, and changes the very next weighing.

use super::laid::{faults, refused};
use super::table::Table;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

fn of(line: &str) -> Value {
    json!({ "line": line, "item": null })
}

/// The code of a refusal, and the clause that it cites.
fn cited<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (RefusalCode, String) {
    match answer {
        Err(Problem::Refused { refusal }) => (refusal.code, refusal.clause),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_permission_lets_one_kind_be_passed_on_to_those_who_sit_there_and_nothing_else() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let line = "hou intel seen at the depot";
    assert_eq!(table.objection(line), "owner_permits");
    let form = |given_by: &str| json!({ "of": of(line), "subject": false, "given_by": given_by, "evidence": "By e-mail" });
    assert_eq!(
        faults(table.tries("permit", form(" "))),
        ["given_by: missing"]
    );
    let before = table.laid.entries();
    table.does("permit", form("Sgt Invented"));
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(table.objection(line), "");
    assert_eq!(
        table.objection("hou lic kept the appointment"),
        "owner_permits"
    );
    let file = table.on_file();
    assert_eq!(file["papers"][0]["sort"], "owners_permission");
    table.does("record_line", json!({ "line": line }));
    assert_eq!(table.lines()[0]["held"], false);
}

#[test]
fn the_persons_own_permission_does_as_well_and_frees_what_was_held() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let line = "hou intel seen at the depot";
    table.does("record_line", json!({ "line": line }));
    let held = table.lines()[0].clone();
    assert_eq!(held["held"], true);
    let item = &held["name"]["item"];
    let of = json!({ "line": "", "item": item });
    let form = json!({ "of": of, "subject": true, "given_by": "The person", "evidence": "" });
    table.does("permit", form);
    assert_eq!(table.lines()[0]["held"], false);
    assert_eq!(table.on_file()["papers"][0]["sort"], "subjects_permission");
}

#[test]
fn a_permission_that_is_taken_back_counts_no_more_at_once() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let line = "hou intel seen at the depot";
    let form =
        json!({ "of": of(line), "subject": false, "given_by": "Sgt Invented", "evidence": "" });
    table.does("permit", form);
    assert_eq!(table.objection(line), "");
    withdrawn(&mut table);
    assert_eq!(table.objection(line), "owner_permits");
}

/// What the sentence beneath a line says that it would rest on.
fn rests_on(table: &mut Table, line: &str) -> Value {
    let view = table.does("weigh_line", json!({ "line": line }));
    view["would"]["grounds"].clone()
}

#[test]
fn what_a_line_rests_on_is_said_of_those_whom_consent_covers_and_of_the_rest() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "welcome"]);
    let line = "prob lic kept every appointment";
    let usual = rests_on(&mut table, line);
    assert_eq!(usual.as_array().map(Vec::len), Some(1), "{usual}");
    assert_eq!(usual[0]["rests"], "power");
    assert_eq!(usual[0]["clause"], "§1.5.1");
    let consent = consent(table.case.to_string(), &["licence"], &["team:welcome"]);
    table.does("save_consent", consent);
    let grounds = rests_on(&mut table, line);
    assert_eq!(grounds[0]["rests"], "power", "most of them: {grounds}");
    assert_eq!(
        (&grounds[1]["rests"], &grounds[1]["power"]),
        (&json!("consent"), &Value::Null)
    );
    assert_eq!(grounds[1]["clause"], "§1.8.1");
    table.does("record_line", json!({ "line": line }));
    assert_eq!(
        table.lines()[0]["grounds"],
        grounds,
        "and so does what was recorded"
    );
}

#[test]
fn the_chairs_choice_of_a_power_reaches_whom_the_usual_one_does_not() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.lets_in("Invented Fire Service", true);
    let line = "pol intel seen at the depot";
    assert_eq!(table.objection(line), "power_chosen");
    // A consent would do, too, and its form begins with what it would have to name.
    let view = table.does("weigh_line", json!({ "line": line }));
    let mut ways = view["rights"].as_array().expect("ways").iter();
    let consent = ways
        .find(|way| way["right"] == "consent")
        .expect("a consent");
    assert_eq!(consent["kind"], "intelligence");
    assert_eq!(
        consent["recipients"],
        json!(["guest:Invented Fire Service"])
    );
    let form =
        |power: &str, because: &str| json!({ "of": of(line), "power": power, "because": because });
    let nothing = faults(table.tries("choose_power", form("", " ")));
    assert_eq!(nothing, ["because: missing", "power: missing"]);
    let exemption = cited(table.tries("choose_power", form("dpa-s29", "It is needed")));
    assert_eq!(
        exemption,
        (RefusalCode::PowerIsNoGround, "§1.5.1".to_owned())
    );
    let before = table.laid.entries();
    table.does("choose_power", form("cda-s17", "They check alarms there"));
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(table.objection(line), "");
    let grounds = rests_on(&mut table, line);
    assert_eq!(
        (&grounds[0]["rests"], &grounds[0]["power"]),
        (&json!("power"), &json!("s115"))
    );
    assert_eq!(
        (&grounds[1]["rests"], &grounds[1]["power"]),
        (&json!("chosen_power"), &json!("s17 Crime and Disorder Act"))
    );
    assert_eq!(grounds[1]["agencies"], json!(["Invented Fire Service"]));
    assert_eq!(grounds[2], Value::Null, "{grounds}");
    assert_eq!(
        table.objection("pol info seen at the depot"),
        "power_chosen"
    );
    let row = &table.on_file()["papers"][0];
    assert_eq!(row["sort"], "chosen_power");
    assert_eq!(
        (&row["in_force"], &row["can_be_withdrawn"]),
        (&json!(true), &json!(true))
    );
    // What was left to the chair is the chair's to take back; what was shared on it stays shared.
    table.does("record_line", json!({ "line": line }));
    withdrawn(&mut table);
    assert_eq!(table.objection(line), "power_chosen");
    assert_eq!(table.lines()[0]["held"], false);
}

#[test]
fn once_consent_has_ended_only_another_ground_that_the_chair_chooses_lets_it_be_shared() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "welcome"]);
    let line = "prob lic kept every appointment";
    let case = table.case;
    let consent = consent(
        case.to_string(),
        &["licence"],
        &["team:police", "team:welcome"],
    );
    let view = table.does("save_consent", consent);
    let id = &view["consents"][0]["id"];
    let form = json!({ "case": case, "consent": id, "told_by": "The person", "note": "" });
    table.does("withdraw_consent", form);
    assert_eq!(table.objection(line), "another_ground_chosen");
    let form = json!({ "of": of(line), "power": "cda-s115", "because": "The risk is known" });
    table.does("choose_power", form);
    assert_eq!(table.objection(line), "");
}

#[test]
fn a_case_that_was_flagged_while_open_goes_on_only_with_the_chairs_reason() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let line = "pol intel seen at the depot";
    assert_eq!(table.objection(line), "");
    let case = table.case;
    let page = table.does("case_page", json!({ "case": case }));
    let mut form = page["form"].clone();
    form["mappa"] = json!(true);
    table.does("save_case", form);
    assert_eq!(table.objection(line), "chair_goes_on");
    let nothing = faults(table.tries("go_on", json!({ "because": "" })));
    assert_eq!(nothing, ["because: missing"]);
    let before = table.laid.entries();
    table.does(
        "go_on",
        json!({ "because": "Only the tenancy is spoken of" }),
    );
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(table.objection(line), "");
}

#[test]
fn a_services_own_manager_is_of_the_service_that_holds_it_and_the_list_says_so() {
    let mut table = Table::of(Kind::DipCaseReview, &["dip", "welcome", "bridge"]);
    let line = "bri treat kept every appointment from:wel -csu";
    assert_eq!(table.objection(line), "authority_within");
    let view = table.does("weigh_line", json!({ "line": line }));
    let rights = view["rights"].as_array().expect("rights");
    let right = rights.iter().find(|one| one["right"] == "authority");
    let roles = right.expect("a manager's authority")["roles"].clone();
    assert_eq!(roles[0]["name"], "Service Provider Manager, Welcome");
    assert_eq!(roles[1]["name"], "DIP Manager");
    let form = json!({
        "of": of(line), "name": "Invented Manager", "role": "service-provider-manager", "what": "attendance",
    });
    table.does("authorise", form);
    assert_eq!(
        table.objection(line),
        "owner_permits",
        "Welcome's manager was enough"
    );
}

#[test]
fn the_wrong_manager_is_refused_with_the_clause_and_the_right_ones_authority_can_be_taken_back() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let line = "dip test clear in November";
    assert_eq!(table.objection(line), "authority_beyond");
    let form = |role: &str| json!({ "of": of(line), "name": "Corin Delahunt", "role": role, "what": "The last result" });
    let wrong = cited(table.tries("authorise", form("service-provider-manager")));
    assert_eq!(wrong, (RefusalCode::WrongManager, "§4.3 DIP".to_owned()));
    table.does("authorise", form("dip-manager"));
    assert_eq!(table.objection(line), "");
    table.does("record_line", json!({ "line": line }));
    withdrawn(&mut table);
    assert_eq!(table.objection(line), "authority_beyond");
    assert_eq!(
        table.lines()[0]["held"],
        false,
        "what was shared stays shared"
    );
}

/// Takes the one paper on file back: who says so is asked, it is one entry, and it cannot be done twice.
fn withdrawn(table: &mut Table) {
    let (case, file) = (table.case, table.on_file());
    let paper = &file["papers"][0]["id"];
    let form =
        |told_by: &str| json!({ "case": case, "paper": paper, "told_by": told_by, "note": "" });
    assert_eq!(
        faults(table.tries("withdraw_paper", form(" "))),
        ["told_by: missing"]
    );
    let before = table.laid.entries();
    let view = table.does("withdraw_paper", form("Whoever gave it"));
    assert_eq!(table.laid.entries(), before + 1);
    let row = &view["papers"][0];
    assert_eq!(
        (&row["in_force"], &row["can_be_withdrawn"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(row["withdrawn"]["told_by"], "Whoever gave it");
    let again = table.tries("withdraw_paper", form("Whoever gave it"));
    assert_eq!(refused(again), Some(RefusalCode::AlreadyWithdrawn));
}

fn consent(case: String, kinds: &[&str], recipients: &[&str]) -> Value {
    json!({
        "case": case, "sort": "waiver", "victim": "", "kinds": kinds, "recipients": recipients, "guest": "",
        "purposes": ["work-together", "assess-needs", "support", "manage-risk", "check-plans"],
        "given": "1/11/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The worker", "evidence": "",
    })
}

#[test]
fn what_was_shared_is_listed_under_the_consent_that_it_rested_on_and_under_no_other() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let case = table.case;
    let everyone = ["team:probation", "team:welcome", "team:community-safety"];
    for kinds in [&["drug-test"][..], &["drug-test", "treatment"]] {
        table.does("save_consent", consent(case.to_string(), kinds, &everyone));
    }
    table.does(
        "record_line",
        json!({ "line": "dip test clear in November" }),
    );
    assert_eq!(table.lines()[0]["held"], false);
    let file = table.on_file();
    for row in file["consents"].as_array().expect("two") {
        let form =
            json!({ "case": case, "consent": row["id"], "told_by": "The person", "note": "" });
        table.does("withdraw_consent", form);
    }
    let file = table.on_file();
    let shared = |n: usize| {
        file["consents"][n]["shared"]
            .as_array()
            .expect("a list")
            .clone()
    };
    // The newest stands first; the older of the two is what the weighing took.
    let (newer, older) = (shared(0), shared(1));
    assert!(newer.is_empty(), "{newer:?}");
    assert_eq!(older.len(), 1);
    let received = older[0]["recipients"].as_array().expect("recipients");
    assert!(
        received.iter().any(|who| who == "Of probation, Probation"),
        "{received:?}"
    );
    assert!(
        !received
            .iter()
            .any(|who| who.as_str().is_some_and(|w| w.starts_with("Of dip")))
    );
}

#[test]
fn once_consent_is_withdrawn_what_was_heard_by_it_is_listed_and_what_was_to_be_sent_is_said_not_to_be()
 {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let case = table.case;
    let some = ["team:probation", "team:community-safety"];
    let everyone = [some[0], some[1], "team:welcome"];
    let mut by_letter = consent(case.to_string(), &["drug-test"], &everyone);
    by_letter["guest"] = json!("gp");
    table.does("save_consent", by_letter);
    let to_some = consent(case.to_string(), &["treatment"], &some);
    table.does("save_consent", to_some);
    let line = "dip test +gp clear in November";
    table.does("record_line", json!({ "line": line }));
    assert_eq!(table.lines()[0]["held"], false);
    let heard = of("dip treat keeps every appointment");
    let form = json!({ "of": heard, "chair_did": "Asked them to forget it" });
    table.does("record_heard", form);
    let missing = |table: &mut Table| -> Vec<Value> {
        let view = table.does("ending", json!({}));
        let all = view["missing"].as_array().expect("a list").iter();
        all.filter(|one| one["code"] == "not_to_be_sent")
            .map(|one| one["about"].clone())
            .collect()
    };
    assert!(missing(&mut table).is_empty());

    let file = table.on_file();
    for row in file["consents"].as_array().expect("two") {
        let form =
            json!({ "case": case, "consent": row["id"], "told_by": "The person", "note": "" });
        table.does("withdraw_consent", form);
    }
    let file = table.on_file();
    let (heard, shared) = (
        &file["consents"][0]["shared"][0],
        &file["consents"][1]["shared"][0],
    );
    let to_probation = json!("Of probation, Probation");
    for (row, was_heard, stopped) in [(heard, true, json!([])), (shared, false, json!(["gp"]))] {
        assert_eq!(row["heard"], was_heard, "{row}");
        let had_it = row["recipients"].as_array().expect("recipients");
        assert!(had_it.contains(&to_probation), "{row}");
        assert_eq!(row["to_be_sent"], json!([]));
        assert_eq!(row["not_to_be_sent"], stopped);
    }
    let said = missing(&mut table);
    assert_eq!(said.len(), 1);
    assert!(
        said[0]
            .as_str()
            .is_some_and(|about| about.starts_with("gp ("))
    );
    let today = table.laid.clock.now().date_naive();
    let since = json!({ "since": "consent_withdrawn", "on": today });
    let view = table.does("ending", json!({}));
    let row = |view: &Value| {
        let all = view["missing"].as_array().expect("a list").clone();
        let mut these = all.into_iter();
        these.find(|one| one["code"] == "not_to_be_sent")
    };
    assert_eq!(row(&view).expect("a row")["since"], since);
    // Beside the draft it is said still.
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    let ended = table.does("end_meeting", json!({}));
    assert_eq!(row(&ended).expect("a row")["since"], since);
}

#[test]
fn presence_put_right_after_the_close_is_weighed_with_the_consents_on_file() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let case = table.case;
    let everyone = ["team:probation", "team:welcome", "team:community-safety"];
    table.does(
        "save_consent",
        consent(case.to_string(), &["drug-test"], &everyone),
    );
    let (who, before) = (
        table.person("Of probation")["attendance"].clone(),
        now(&table),
    );
    table.laid.clock.advance(chrono::TimeDelta::minutes(5));
    table.does("leave", json!({ "attendance": who }));
    table.laid.clock.advance(chrono::TimeDelta::minutes(5));
    table.does(
        "record_line",
        json!({ "line": "dip test clear in November" }),
    );
    table.does("record_line", json!({ "line": "= no action" }));
    table.laid.clock.advance(chrono::TimeDelta::minutes(5));
    let ended = now(&table);
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    let form = json!({
        "meeting": table.meeting, "attendance": who, "step_outs": [],
        "presence": [{ "from": before, "to": ended }],
    });
    let view = table.does("weigh_presence", form);
    assert_eq!(view["lines"][0]["heard"], "received", "{view}");
}

fn now(table: &Table) -> String {
    table.laid.clock.now().format("%H:%M").to_string()
}

#[test]
fn whoever_is_left_out_while_away_stays_so_and_who_would_receive_a_held_item_is_named_before_it_is_shared()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let of = of("pol intel seen at the depot -prob");
    let form = json!({ "of": of, "asked_of": "Invented Manager", "question": "May it be shared?" });
    table.does("ask_advice", form);
    let item = table.lines()[0]["name"]["item"].clone();
    let view = table.does("weigh_held", json!({ "item": item }));
    let names = |what: &str| view["would"][what].as_array().expect("names").len();
    assert_eq!(names("left_out"), 1, "{view}");
    assert!(names("recipients") > 1, "{view}");
}

#[test]
fn a_held_line_says_by_itself_that_nothing_stands_against_it_any_more() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let case = table.case;
    let page = table.does("case_page", json!({ "case": case }));
    let mut form = page["form"].clone();
    form["mappa"] = json!(true);
    table.does("save_case", form);
    let line = "pol intel seen at the depot";
    let view = table.does("record_line", json!({ "line": line }));
    let waits = |view: &Value| view["held"][0]["waiting"].as_array().expect("rows").len();
    assert!(waits(&view) > 0);
    let item = view["held"][0]["name"]["item"].clone();
    let form = json!({ "item": item, "because": "Only the tenancy is spoken of" });
    let view = table.does("go_on", form);
    assert_eq!(waits(&view), 0, "{view}");
    let weighed = table.does("weigh_held", json!({ "item": item }));
    assert_eq!(
        weighed["rights"][0]["right"], "heard",
        "it may have been said before"
    );
    let view = table.does("release_item", json!({ "item": item }));
    assert_eq!(view["held"], json!([]));
}
