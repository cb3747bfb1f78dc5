//! What is held when its meeting ends, beside the draft: made right there as in the meeting, by the same papers and the same rules.

use super::laid::{PASSPHRASE, faults, refused};
use super::table::Table;
use chrono::TimeDelta;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

const TEST: &str = "dip test clear in November";
/// Two agencies originally hold it, and Housing is neither.
const LICENCE: &str = "hou lic kept the appointment";

/// The line is held, and the meeting ends.
fn ended(table: &mut Table, line: &str) -> Value {
    table.laid.clock.advance(TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": line }));
    assert_eq!(table.lines()[0]["held"], true);
    table.laid.clock.advance(TimeDelta::minutes(2));
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}))
}

fn in_the_month(table: &mut Table) -> Value {
    table.does("this_month", json!({}))["held"].clone()
}

fn right(view: &Value, which: &str) -> Value {
    let rights = view["held"][0]["stands"]["rights"].as_array().cloned();
    let mut rights = rights.unwrap_or_default().into_iter();
    rights.find(|one| one["right"] == which).expect("that way")
}

fn made_right(table: &mut Table, right: Value) -> Result<Value, Problem> {
    let meeting = table.meeting.clone();
    table.tries(
        "make_right_closed",
        json!({ "meeting": meeting, "right": right }),
    )
}

#[test]
fn a_managers_authority_beside_the_draft_is_refused_or_shares_it_under_one_entry_as_in_the_meeting()
{
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let ending = ended(&mut table, TEST);
    assert_eq!(in_the_month(&mut table).as_array().map(Vec::len), Some(1));
    let enough = right(&ending, "authority")["enough"].to_string();
    assert!(enough.contains("DIP Manager"), "{enough}");
    let item = ending["held"][0]["held"]["item"].clone();
    let form = |role: &str, name: &str| {
        json!({
            "right": "authority", "of": { "line": "", "item": item },
            "name": name, "role": role, "what": "The last result",
        })
    };
    assert_eq!(
        faults(made_right(&mut table, form("dip-manager", " "))),
        ["name: missing"]
    );
    let wrong = made_right(
        &mut table,
        form("service-provider-manager", "Corin Delahunt"),
    );
    assert_eq!(refused(wrong), Some(RefusalCode::WrongManager));
    let before = table.laid.entries();
    let view = made_right(&mut table, form("dip-manager", "Corin Delahunt")).expect("authorised");
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(view["held"], json!([]));
    assert_eq!(in_the_month(&mut table), json!([]));
    let (meeting, last) = (table.meeting.clone(), view["last"].clone());
    let back = table.does(
        "undo_last_closed",
        json!({ "meeting": meeting, "last": last }),
    );
    assert_eq!(back["held"][0]["stands"]["free"], false);
    assert_eq!(
        table.on_file()["papers"],
        json!([]),
        "the paper goes with it"
    );
}

#[test]
fn of_several_owners_the_one_who_permits_beside_the_draft_is_kept_with_the_line() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    let ending = ended(&mut table, LICENCE);
    let owners = right(&ending, "permission")["owners"].clone();
    assert_eq!(owners.as_array().map(Vec::len), Some(2), "{owners}");
    let item = ending["held"][0]["held"]["item"].clone();
    let form = |owner: &str| {
        json!({
            "right": "permission", "of": { "line": "", "item": item }, "subject": false,
            "owner": owner, "given_by": "Mx Owner", "evidence": "",
        })
    };
    assert_eq!(faults(made_right(&mut table, form(""))), ["owner: missing"]);
    let view = made_right(&mut table, form("team:police")).expect("permitted");
    assert_eq!(view["held"], json!([]));
    let lines = view["lines"].as_array().expect("lines").iter();
    let mut lines = lines.flat_map(|place| place["lines"].as_array().cloned().unwrap_or_default());
    let line = lines
        .find(|line| line["name"]["item"] == item)
        .expect("the line");
    assert_eq!(
        (&line["held"], line["third_party"].is_string()),
        (&json!(false), true)
    );
}

#[test]
fn what_a_consent_on_the_cases_file_covers_by_now_is_shared_by_one_key_and_not_before() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let ending = ended(&mut table, TEST);
    let item = ending["held"][0]["held"]["item"].clone();
    let release = json!({ "right": "release", "item": item });
    let too_soon = made_right(&mut table, release.clone());
    assert_eq!(refused(too_soon), Some(RefusalCode::NotPermitted));
    let (case, meeting) = (table.case, table.meeting.clone());
    let consent = json!({
        "case": case, "sort": "waiver", "victim": "", "kinds": ["drug-test"], "guest": "",
        "recipients": ["team:probation", "team:welcome", "team:community-safety"],
        "purposes": ["work-together", "assess-needs", "support", "manage-risk", "check-plans"],
        "given": "1/11/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The worker", "evidence": "",
    });
    table.does("save_consent", consent);
    let view = table.does("documents", json!({ "meeting": meeting }));
    assert_eq!(view["held"][0]["stands"]["free"], true, "{}", view["held"]);
    assert_eq!(in_the_month(&mut table)[0]["waiting"], json!([]));
    let view = made_right(&mut table, release.clone()).expect("shared");
    assert_eq!(view["held"], json!([]));
    let twice = made_right(&mut table, release);
    assert_eq!(refused(twice), Some(RefusalCode::NoSuchLine));
}

#[test]
fn while_the_meeting_goes_on_it_is_nobodys_to_settle_beside_a_draft_that_is_not_there() {
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    table.does("record_line", json!({ "line": TEST }));
    let item = table.lines()[0]["name"]["item"].clone();
    assert_eq!(
        in_the_month(&mut table),
        json!([]),
        "the room column has it"
    );
    let meeting = table.meeting.clone();
    let release = made_right(&mut table, json!({ "right": "release", "item": item }));
    assert!(release.is_err());
    let form = json!({ "meeting": meeting, "item": item, "because": "It is not needed." });
    assert_eq!(
        refused(table.tries("withhold", form)),
        Some(RefusalCode::WrongStage)
    );
    assert_eq!(table.lines()[0]["held"], true);
}

#[test]
fn another_power_chosen_beside_the_draft_is_the_choice_of_whoever_chaired_and_shares_what_waited_for_it()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.lets_in("Invented Fire Service", true);
    let ending = ended(&mut table, "pol intel seen at the depot");
    let item = ending["held"][0]["held"]["item"].clone();
    right(&ending, "power");
    let form = |power: &str, because: &str| {
        json!({
            "right": "power", "of": { "line": "", "item": item }, "power": power, "regime": null,
            "because": because,
        })
    };
    let nothing = made_right(&mut table, form("cda-s17", " "));
    assert_eq!(faults(nothing), ["because: missing"]);
    let view = made_right(&mut table, form("cda-s17", "They check alarms there")).expect("chosen");
    assert_eq!(view["held"], json!([]));
    let papers = &table.on_file()["papers"];
    assert_eq!(papers[0]["sort"], "chosen_power");
    let (meeting, last) = (table.meeting.clone(), view["last"].clone());
    let form = json!({ "meeting": meeting, "last": last });
    let back = table.does("undo_last_closed", form);
    assert_eq!(back["held"][0]["held"]["item"], item);
    assert_eq!(table.on_file()["papers"], json!([]));
}

#[test]
fn why_the_chair_goes_on_with_a_flagged_case_can_be_said_beside_the_draft_and_then_it_can_be_shared()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let page = table.does("case_page", json!({ "case": table.case }));
    let mut form = page["form"].clone();
    form["mappa"] = json!(true);
    table.does("save_case", form);
    let ending = ended(&mut table, "pol intel seen at the depot");
    let item = ending["held"][0]["held"]["item"].clone();
    right(&ending, "go_on");
    let form = |because: &str| json!({ "right": "go_on", "item": item, "because": because });
    let nothing = made_right(&mut table, form(""));
    assert_eq!(faults(nothing), ["because: missing"]);
    let view = made_right(&mut table, form("Only the tenancy is spoken of")).expect("said");
    assert_eq!(view["held"][0]["stands"]["free"], true, "{}", view["held"]);
    let release = json!({ "right": "release", "item": item });
    let view = made_right(&mut table, release).expect("shared");
    assert_eq!(view["held"], json!([]));
}

/// Probation's business, brought up by another agency outside every case: nobody has permitted that.
const BUSINESS: &str = "csu aob from:prob the van goes on Thursdays";

/// The meeting has come to any other business, and the line is held.
fn business_held() -> (Table, Value) {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    to_other_business(&mut table);
    let view = table.does("record_line", json!({ "line": BUSINESS }));
    let item = view["held"][0]["name"]["item"].clone();
    assert!(item.is_string(), "{view}");
    (table, item)
}

fn to_other_business(table: &mut Table) -> Value {
    let form = json!({ "place": { "place": "any_other_business" } });
    table.does("turn_to", form)
}

fn permits(item: &Value, subject: bool) -> Value {
    json!({
        "of": { "line": "", "item": item }, "subject": subject, "owner": "",
        "given_by": "Mx Owner", "evidence": "",
    })
}

#[test]
fn what_is_held_outside_every_case_is_shared_once_its_owner_permits_it_and_nobodys_own_permission_is_one()
 {
    let (mut table, item) = business_held();
    let weighed = table.does("weigh_held", json!({ "item": item }));
    let ways = weighed["rights"].as_array().expect("ways").iter();
    let ways: Vec<&str> = ways.filter_map(|way| way["right"].as_str()).collect();
    assert_eq!(ways, ["permission", "step_out", "heard"]);
    assert_eq!(weighed["rights"][0]["of_a_person"], false);
    let theirs = table.tries("permit", permits(&item, true));
    assert_eq!(refused(theirs), Some(RefusalCode::AboutAPerson));
    let before = table.laid.entries();
    let view = table.does("permit", permits(&item, false));
    assert_eq!(table.laid.entries(), before + 1);
    assert_eq!(view["held"], json!([]));
    assert_eq!(table.on_file()["papers"], json!([]), "no case has it");
    let view = table.does("undo_last", json!({ "last": view["last"] }));
    assert_eq!(view["held"][0]["name"]["item"], item);
    let weighed = table.does("weigh_held", json!({ "item": item }));
    assert_ne!(weighed["objection"], Value::Null, "the paper goes with it");
}

#[test]
fn what_is_left_held_outside_every_case_is_listed_until_next_months_meeting_or_the_chair_resolves_it()
 {
    let (mut table, item) = business_held();
    table.laid.clock.advance(TimeDelta::minutes(2));
    let ending = table.does("end_meeting", json!({}));
    assert_eq!(ending["held"][0]["held"]["about"], Value::Null);
    assert_eq!(in_the_month(&mut table)[0]["item"], item);
    let meeting = table.meeting.clone();
    let form = |because: &str| json!({ "meeting": meeting, "item": item, "because": because });
    let view = table.does("withhold", form("It is nobody's concern."));
    assert_eq!(view["held"][0]["stands"]["stands"], "withheld");
    assert_eq!(in_the_month(&mut table), json!([]));
    table.does("let_held_wait", json!({ "meeting": meeting, "item": item }));
    let mut permitted = permits(&item, false);
    permitted["right"] = json!("permission");
    let view = made_right(&mut table, permitted).expect("permitted");
    assert_eq!(
        (&view["held"], &in_the_month(&mut table)),
        (&json!([]), &json!([]))
    );
    let back = json!({ "meeting": meeting, "last": view["last"] });
    table.does("undo_last_closed", back);
    table.is_signed();
    assert_eq!(
        in_the_month(&mut table)[0]["item"],
        item,
        "signed, it waits on"
    );

    table.meeting = table.next_planned()["id"].clone();
    table.opens_on_its_day();
    let view = table.does("record_line", json!({ "line": "= no action" }));
    assert_eq!(view["held_over"][0]["held"]["item"], item);
    table.does("close_case", json!({}));
    let view = to_other_business(&mut table);
    let taken = &view["held"][0];
    assert!(taken["since"].is_string(), "{}", view["held"]);
    let taken = taken["name"]["item"].clone();
    let view = table.does("permit", permits(&taken, false));
    assert_eq!(view["held"], json!([]));
    table.does("end_meeting", json!({}));
    assert_eq!(in_the_month(&mut table), json!([]));
}

#[test]
fn what_was_permitted_outside_every_case_is_withdrawn_where_it_was_said_and_counts_no_more_at_once()
{
    let (mut table, item) = business_held();
    let view = table.does("permit", permits(&item, false));
    assert_eq!(view["opened"]["permissions"][0]["in_force"], true);
    assert_eq!(table.objection(BUSINESS), "");
    let permission = view["opened"]["permissions"][0]["id"].clone();
    let form = |told_by: &str| json!({ "permission": permission, "told_by": told_by, "note": "" });
    let nobody = table.tries("withdraw_permission", form(" "));
    assert_eq!(faults(nobody), ["told_by: missing"]);
    let before = table.laid.entries();
    let view = table.does("withdraw_permission", form("Mx Owner"));
    assert_eq!(table.laid.entries(), before + 1);
    let row = &view["opened"]["permissions"][0];
    assert_eq!(
        (&row["in_force"], &row["withdrawn"]["told_by"]),
        (&json!(false), &json!("Mx Owner"))
    );
    assert_ne!(table.objection(BUSINESS), "", "nor for what is being typed");
    let shared = &view["opened"]["lines"][0]["held"];
    assert_eq!(shared, &json!(false), "what was shared stays so");
    let again = table.tries("withdraw_permission", form("Mx Owner"));
    assert_eq!(refused(again), Some(RefusalCode::AlreadyWithdrawn));
    let unknown = json!({ "permission": item, "told_by": "Mx Owner", "note": "" });
    let unknown = table.tries("withdraw_permission", unknown);
    assert_eq!(faults(unknown), ["permission: not_on_the_register"]);
}

#[test]
fn nothing_is_signed_that_was_shared_beside_the_draft_and_may_not_be_any_more_until_it_waits_again()
{
    let mut table = Table::of(Kind::DipCaseReview, &["probation", "dip", "welcome"]);
    let ending = ended(&mut table, TEST);
    let item = ending["held"][0]["held"]["item"].clone();
    let (case, meeting) = (table.case, table.meeting.clone());
    let consent = json!({
        "case": case, "sort": "waiver", "victim": "", "kinds": ["drug-test"], "guest": "",
        "recipients": ["team:probation", "team:welcome", "team:community-safety"],
        "purposes": ["work-together", "assess-needs", "support", "manage-risk", "check-plans"],
        "given": "1/11/2026", "expires": "", "how": "in_writing", "explicit": true, "understood": true,
        "freely_given": true, "taken_by": "The worker", "evidence": "",
    });
    let file = table.does("save_consent", consent);
    let release = json!({ "right": "release", "item": item });
    let view = made_right(&mut table, release).expect("shared");
    assert_eq!(view["missing"], json!([]));
    let form = json!({
        "case": case, "consent": file["consents"][0]["id"], "told_by": "The person", "note": "",
    });
    table.does("withdraw_consent", form);
    let view = table.does("documents", json!({ "meeting": meeting }));
    assert_eq!(view["missing"][0]["code"], "no_longer_permitted", "{view}");
    let mut users = view["signs"]["users"].as_array().expect("users").iter();
    let chair = users.find(|user| user["role"] == "chair").expect("a chair");
    let (user, person) = (&chair["user"], &view["signs"]["person"]);
    let form = json!({ "user": user, "person": person, "passphrase": PASSPHRASE });
    table.does("link_user", form);
    let signs = |table: &mut Table| {
        let signature = json!({ "how": "typed", "name": view["signer"] });
        let form = json!({ "meeting": meeting, "passphrase": PASSPHRASE, "signature": signature });
        table.tries("sign_minutes", form)
    };
    let before = table.laid.entries();
    let refusal = refused(signs(&mut table));
    assert_eq!(refusal, Some(RefusalCode::NoLongerPermitted));
    assert_eq!(table.laid.entries(), before);
    let line = json!({ "line": "item", "item": item });
    let view = table.does(
        "take_back_closed",
        json!({ "meeting": meeting, "line": line }),
    );
    assert_eq!(view["held"][0]["held"]["item"], item, "it waits again");
    assert_eq!(view["missing"], json!([]));
    assert_eq!(signs(&mut table).expect("signed")["signed"], true);
}
