//! Whose information it is, whose consent and which law: what a line leaves open is asked, and nobody's word is taken for another's.

use super::laid::{faults, refused};
use super::table::Table;
use desk::{Kind, RefusalCode};
use serde_json::{Value, json};

/// Two agencies originally hold it, and Housing is neither.
const LINE: &str = "hou lic kept the appointment";

fn form(line: &str, item: &Value, owner: &str) -> Value {
    json!({
        "of": { "line": line, "item": item }, "subject": false, "owner": owner,
        "given_by": "Mx Owner", "evidence": "",
    })
}

fn right(view: &Value, which: &str) -> Value {
    let rights = view["rights"].as_array().expect("rights").iter();
    let mut rights = rights.filter(|one| one["right"] == which);
    rights.next().expect("that way").clone()
}

/// On what the last line stands, for those who have it by permission.
fn permission(table: &mut Table) -> String {
    let (item, meeting) = (
        table.lines().last().expect("a line")["name"]["item"].clone(),
        table.meeting.clone(),
    );
    let ground = table.does("line_ground", json!({ "meeting": meeting, "item": item }));
    let rows = ground["grounds"].as_array().expect("grounds").iter();
    let mut said = rows.filter_map(|row| row["permission"].as_str());
    said.next().unwrap_or_default().to_owned()
}

#[test]
fn of_several_owners_the_one_who_permits_is_asked_and_no_others_information_goes_along() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let view = table.does("weigh_line", json!({ "line": LINE }));
    assert_eq!(view["objection"]["code"], "owner_permits");
    assert_eq!(view["objection"]["why"][0]["why"], "which_owner");
    let owners = right(&view, "permission")["owners"].clone();
    assert_eq!(owners.as_array().map(Vec::len), Some(2), "{owners}");
    assert!(owners[0]["from"].is_string(), "{owners}");
    let none = Value::Null;
    for owner in ["", "team:housing"] {
        let refused = faults(table.tries("permit", form(LINE, &none, owner)));
        assert_eq!(refused, ["owner: missing"]);
    }
    table.does("permit", form(LINE, &none, "team:probation"));
    assert_eq!(
        table.on_file()["papers"][0]["by"],
        "Mx Owner, Probation",
        "the owner is named"
    );
    assert_eq!(
        table.objection(LINE),
        "owner_permits",
        "it may be the police's"
    );
    assert_eq!(
        table.objection(&format!("{LINE} from:pol")),
        "owner_permits"
    );
    let line = format!("{LINE} from:prob");
    assert_eq!(table.objection(&line), "");
    table.does("record_line", json!({ "line": line }));
    assert_eq!(permission(&mut table), "Mx Owner, Probation");
}

#[test]
fn a_held_line_keeps_the_owner_who_was_asked_and_taken_back_it_leaves_that_open_again() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    table.does("record_line", json!({ "line": LINE }));
    let item = table.lines()[0]["name"]["item"].clone();
    let view = table.does("permit", form("", &item, "team:police"));
    assert_eq!(table.lines()[0]["held"], false);
    assert_eq!(permission(&mut table), "Mx Owner, Police");
    table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(table.lines()[0]["held"], true);
    let view = table.does("weigh_held", json!({ "item": item }));
    let owners = right(&view, "permission")["owners"].clone();
    assert_eq!(owners.as_array().map(Vec::len), Some(2), "{owners}");
}

#[test]
fn a_manager_of_another_service_is_named_in_the_sentence_with_why_they_do_not_do() {
    let mut table = Table::of(Kind::DipCaseReview, &["bridge", "dip", "welcome"]);
    // What DIP, probation or YOS may hold is not Welcome's to authorise.
    let line = "wel comp kept every appointment -csu";
    assert_eq!(table.objection(line), "authority_within");
    let form = json!({
        "of": { "line": line, "item": null }, "name": "Mx Over",
        "role": "service-provider-manager", "what": "attendance",
    });
    table.does("authorise", form);
    let view = table.does("weigh_line", json!({ "line": line }));
    let why = &view["objection"]["why"][0];
    assert_eq!(
        (&why["why"], &why["name"], &why["other_service"]),
        (&json!("wrong_manager"), &json!("Mx Over"), &json!(true)),
        "{view}"
    );
}

fn victims(table: &mut Table, name: &str, recipients: &[&str]) {
    let case = table.case;
    let form = json!({
        "case": case, "sort": "consent", "victim": name, "kinds": ["victim"], "recipients": recipients,
        "guest": "", "purposes": ["manage-risk", "support", "check-plans", "work-together"],
        "given": "1/11/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The worker", "evidence": "",
    });
    table.does("save_consent", form);
}

#[test]
fn one_victims_consent_frees_no_others_details_and_whose_it_is_is_said() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let line = "pol vict has moved away";
    let everyone = ["team:police", "team:probation", "team:community-safety"];
    victims(&mut table, "Ann Fielding", &everyone);
    let view = table.does("weigh_line", json!({ "line": line }));
    assert!(view["objection"].is_null(), "{view}");
    assert_eq!(view["would"]["victim"], "Ann Fielding");
    victims(&mut table, "Bea Youngman", &["team:police"]);
    let view = table.does("weigh_line", json!({ "line": line }));
    let objection = &view["objection"];
    assert_eq!(objection["code"], "victim_consents");
    assert_eq!(
        objection["why"][0],
        json!({ "why": "which_victim", "names": ["Ann Fielding", "Bea Youngman"] })
    );
    assert_eq!(
        table.objection("pol vict Bea Youngman has moved"),
        "victim_consents"
    );
    let line = "pol vict Ann Fielding has moved";
    assert_eq!(table.objection(line), "");
    table.does("record_line", json!({ "line": line }));
    let (item, meeting) = (
        table.lines()[0]["name"]["item"].clone(),
        table.meeting.clone(),
    );
    let ground = table.does("line_ground", json!({ "meeting": meeting, "item": item }));
    let rows = ground["grounds"].as_array().expect("grounds");
    assert!(
        rows.iter().any(|row| row["victim"] == "Ann Fielding"),
        "{ground}"
    );
}

#[test]
fn the_law_is_the_proposed_one_until_the_chair_chooses_the_other_with_the_reason() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let line = "pol intel seen at the depot";
    let form = json!({
        "line": line, "purpose": "manage-risk", "power": "cda-s115", "regime": "general",
        "because": "It is about the children",
    });
    table.does("take_ground", form);
    let (item, meeting) = (
        table.lines()[0]["name"]["item"].clone(),
        table.meeting.clone(),
    );
    let ground = table.does("line_ground", json!({ "meeting": meeting, "item": item }));
    assert_eq!(ground["chosen"]["regime"], "general");
    let rows = ground["grounds"].as_array().expect("grounds").iter();
    assert!(
        rows.clone()
            .filter(|row| row["rests"] != "nothing")
            .all(|row| row["regime"] == "general"),
        "{ground}"
    );
    table.lets_in("Invented Fire Service", true);
    let view = table.does("weigh_line", json!({ "line": line }));
    assert_eq!(right(&view, "power")["regime"], "general", "{view}");
}

#[test]
fn of_a_witness_neither_the_persons_consent_nor_their_permission_is_offered_as_what_would_do() {
    let mut table = Table::of(Kind::DipCaseReview, &["dip", "welcome"]);
    let line = "dip treat a friend comes along about:witness -csu";
    let view = table.does("weigh_line", json!({ "line": line }));
    assert_eq!(view["objection"]["code"], "authority_within");
    let why = view["objection"]["why"].to_string();
    assert!(why.contains("of_somebody_else"), "{why}");
    let offered = |view: &Value| -> Vec<String> {
        let rights = view["rights"].as_array().expect("rights").iter();
        rights.map(|one| one["right"].to_string()).collect()
    };
    assert!(!offered(&view).contains(&"\"consent\"".to_owned()));
    let of_the_person = table.does(
        "weigh_line",
        json!({ "line": "dip treat comes along -csu" }),
    );
    assert!(offered(&of_the_person).contains(&"\"consent\"".to_owned()));
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    for (line, theirs) in [
        (LINE.to_owned(), true),
        (format!("{LINE} about:witness"), false),
    ] {
        let view = table.does("weigh_line", json!({ "line": line }));
        assert_eq!(right(&view, "permission")["of_a_person"], theirs, "{line}");
    }
}

#[test]
fn outside_case_management_nobody_is_offered_as_the_manager_of_a_service() {
    let mut table = Table::of(Kind::DipCaseReview, &["police", "dip", "welcome"]);
    for (line, offered) in [
        ("pol risk he was seen -csu", "DIP Manager"),
        (
            "wel treat he was seen -csu -pol",
            "Service Provider Manager, Welcome; DIP Manager",
        ),
    ] {
        let view = table.does("weigh_line", json!({ "line": line }));
        let right = right(&view, "authority");
        let names = |of: &str| -> Vec<String> {
            let all = right[of].as_array().expect("roles").iter();
            let named = all.map(|one| one.get("name").unwrap_or(one));
            named
                .filter_map(|name| name.as_str().map(str::to_owned))
                .collect()
        };
        assert_eq!(names("roles").join("; "), offered, "{line}");
        assert_eq!(names("enough").len(), names("roles").len(), "{right}");
    }
    let form = json!({
        "of": { "line": "pol risk he was seen -csu", "item": null }, "name": "Mx Over",
        "role": "service-provider-manager", "what": "the risk",
    });
    let refused = refused(table.tries("authorise", form));
    assert_eq!(refused, Some(RefusalCode::WrongManager));
}

#[test]
fn a_line_of_two_cases_is_shared_of_both_though_it_is_opened_from_the_same_one_twice() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let joined = table.refers(&Value::Null, "Marlow", "green");
    table.does("join_case", json!({ "slot": joined, "because": "" }));
    table.does("record_line", json!({ "line": LINE }));
    let item = table.lines()[0]["name"]["item"].clone();
    table.does("permit", form("", &item, "team:police"));
    assert_eq!(table.lines()[0]["held"], true, "the other case waits");
    table.does("permit", form("", &item, "team:police"));
    assert_eq!(table.lines()[0]["held"], false);
}

#[test]
fn of_a_kind_that_nobody_holds_the_person_alone_can_permit_and_of_a_witness_nobody() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    table.is_signed();
    let nobody = json!({ "kind": "cro-number", "team": "police", "holds": false });
    table.does("set_holder", nobody);
    table.meeting = table.next_planned()["id"].clone();
    table.opens_on_its_day();
    let line = "hou cro 265416/08X";
    let view = table.does("weigh_line", json!({ "line": line }));
    let asked = right(&view, "permission");
    assert_eq!(
        (&asked["owners"], &asked["of_a_person"]),
        (&json!([]), &json!(true))
    );
    let about = table.does(
        "weigh_line",
        json!({ "line": format!("{line} about:witness") }),
    );
    assert_eq!(about["objection"]["code"], "owner_permits");
    assert!(
        !about["rights"].to_string().contains("\"permission\""),
        "{about}"
    );
    table.does("permit", form(line, &Value::Null, ""));
    let paper = &table.on_file()["papers"][0];
    assert_eq!(
        (&paper["sort"], &paper["by"]),
        (&json!("subjects_permission"), &json!("Mx Owner"))
    );
    assert_eq!(table.objection(line), "");
}
