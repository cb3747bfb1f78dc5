//! An organisation leaves the agreement: with its teams, by one key, and never from under those who count on it.

use super::laid::{Laid, bare, two_months_on};
use super::table::Table;
use desk::{Kind, Problem, contract};
use serde_json::{Value, json};

fn tries(laid: &mut Laid, name: &str, form: Value) -> Result<Value, Problem> {
    contract::dispatch(&mut laid.desk, name, form)
}

fn ask(laid: &mut Laid, name: &str, form: Value) -> Value {
    let answer = tries(laid, name, form);
    answer.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn partnership(laid: &mut Laid) -> Value {
    ask(laid, "partnership", json!({}))
}

fn organisations(view: &Value) -> Vec<Value> {
    view["organisations"].as_array().expect("a list").clone()
}

fn may_leave(organisation: &Value) -> bool {
    let leaving = &organisation["leaving"];
    leaving["needed"] == json!([]) && leaving["quorum"] == json!([])
}

fn leaves(laid: &mut Laid, organisation: &Value) -> Result<Value, Problem> {
    let form = json!({ "organisation": organisation["key"] });
    tries(laid, "remove_organisation", form)
}

fn teams_of(view: &Value, organisation: &Value) -> Vec<Value> {
    let all = view["teams"].as_array().expect("teams").iter();
    let theirs = all.filter(|team| team["organisation"] == organisation["key"]);
    theirs.map(|team| team["key"].clone()).collect()
}

#[test]
fn an_organisation_leaves_with_its_teams_and_one_key_brings_all_of_it_back() {
    let mut laid = bare();
    ask(&mut laid, "confirm_matrix", json!({}));
    let before = partnership(&mut laid);
    let leaver = organisations(&before).into_iter().rfind(may_leave);
    let leaver = leaver.expect("somebody on whom nothing counts");
    let theirs = teams_of(&before, &leaver);
    assert!(!theirs.is_empty());
    let entries = laid.entries();
    let after = leaves(&mut laid, &leaver).expect("it leaves");
    assert_eq!(laid.entries(), entries + 1);
    assert!(
        organisations(&after)
            .iter()
            .all(|o| o["key"] != leaver["key"])
    );
    for kind in after["kinds"].as_array().expect("kinds") {
        let holders = kind["holders"].as_array().expect("holders");
        assert!(holders.iter().all(|team| !theirs.contains(team)), "{kind}");
    }
    let roles = after["officer_roles"].as_array().expect("roles");
    assert!(roles.iter().all(|r| r["organisation"] != leaver["key"]));
    assert_eq!(after["texts_hash"], before["texts_hash"]);
    ask(&mut laid, "undo_kept", json!({ "last": after["last"] }));
    let back = partnership(&mut laid);
    for field in [
        "organisations",
        "teams",
        "kinds",
        "officer_roles",
        "matrix_confirmed",
    ] {
        assert_eq!(back[field], before[field], "{field}");
    }
}

#[test]
fn a_confirmed_table_of_who_holds_what_waits_to_be_confirmed_again_only_if_a_column_went() {
    let mut laid = bare();
    let confirmed = ask(&mut laid, "confirm_matrix", json!({}));
    let holds = |view: &Value, organisation: &Value| {
        let theirs = teams_of(view, organisation);
        let kinds = view["kinds"].as_array().expect("kinds").iter();
        let mut holders = kinds.flat_map(|kind| kind["holders"].as_array().expect("holders"));
        holders.any(|team| theirs.contains(team))
    };
    let mut all = organisations(&confirmed).into_iter();
    let holder = all.find(|o| may_leave(o) && holds(&confirmed, o));
    let after = leaves(&mut laid, &holder.expect("a holder")).expect("it leaves");
    assert_eq!(after["matrix_confirmed"], false);
    let charity = json!({ "key": "", "name": "The Lantern Trust", "short_name": "Lantern", "statutory": false,
        "party": true, "competent_authority": false, "relevant_authority": false, "note": "New." });
    ask(&mut laid, "confirm_matrix", json!({}));
    let with = ask(&mut laid, "save_organisation", charity);
    let new = organisations(&with).pop().expect("the new one");
    assert_eq!(
        (&new["name"], &new["note"]),
        (&json!("The Lantern Trust"), &json!("New."))
    );
    let after = leaves(&mut laid, &new).expect("it leaves");
    assert_eq!(after["matrix_confirmed"], true, "it held nothing");
}

#[test]
fn nobody_leaves_on_whom_a_person_a_case_an_action_an_officer_or_a_quorum_counts() {
    let mut laid = two_months_on();
    let view = partnership(&mut laid);
    let (mut stay, mut counted) = (0, json!({}));
    for one in organisations(&view).iter().filter(|one| !may_leave(one)) {
        let entries = laid.entries();
        let refused = leaves(&mut laid, one);
        assert_eq!(
            refused,
            Err(Problem::field("organisation", "cannot_leave")),
            "{one}"
        );
        assert_eq!(laid.entries(), entries, "nothing was kept");
        for row in one["leaving"]["needed"].as_array().expect("rows") {
            for sort in ["people", "cases", "actions"] {
                let so_far = counted[sort].as_u64().unwrap_or_default();
                counted[sort] = json!(so_far + row[sort].as_u64().unwrap_or_default());
            }
        }
        stay += 1;
    }
    assert!(stay > 2, "the sample counts on several: {view}");
    for sort in ["people", "actions"] {
        assert!(counted[sort].as_u64() > Some(0), "{sort}: {counted}");
    }
    let of = |key: &str| organisations(&view).into_iter().find(|o| o["key"] == key);
    let police = of("police").expect("the police");
    assert_eq!(police["leaving"]["quorum"], json!(["odoc"]));
    let unknown = leaves(&mut laid, &json!({ "key": "nobody" }));
    assert_eq!(
        unknown,
        Err(Problem::field("organisation", "not_in_the_pack"))
    );
}

/// Everybody who comes for one of its teams is retired.
fn its_people_retire(laid: &mut Laid, teams: &[Value]) {
    let people = ask(laid, "people", json!({}));
    for person in people["people"].as_array().expect("people") {
        if teams.contains(&person["team"]) {
            let form = json!({ "id": person["id"], "name": person["name"], "job": person["job"],
                "team": person["team"], "guest_agency": "", "guest_statutory": false, "retired": true });
            ask(laid, "save_person", form);
        }
    }
}

#[test]
fn what_was_said_before_an_organisation_left_is_read_as_it_was_and_the_next_meeting_is_planned_and_opened()
 {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "housing"]);
    table.does(
        "record_line",
        json!({ "line": "hou acc the rent is paid up" }),
    );
    table.does(
        "record_line",
        json!({ "line": "= continue because the plan holds" }),
    );
    table.does("close_without_action", json!({}));
    table.does("end_meeting", json!({}));
    table.is_signed();
    let meeting = table.meeting.clone();
    let form = json!({ "meeting": meeting });
    let before = table.does("documents", form.clone());

    let view = partnership(&mut table.laid);
    let teams = view["teams"].as_array().expect("teams").iter();
    let of = teams.clone().find(|team| team["key"] == "housing");
    let of = of.expect("the team")["organisation"].clone();
    let organisation = organisations(&view).into_iter().find(|o| o["key"] == of);
    let organisation = organisation.expect("the organisation");
    its_people_retire(&mut table.laid, &teams_of(&view, &organisation));
    let next = table.next_planned()["id"].clone();
    let refused = leaves(&mut table.laid, &organisation);
    let cannot = Err(Problem::field("organisation", "cannot_leave"));
    assert_eq!(refused, cannot, "a place is kept for it");
    let plan = table.does("meeting_plan", json!({ "meeting": next }));
    for person in plan["people"].as_array().expect("people") {
        if person["agency"] == "Housing" {
            let form = json!({ "meeting": next, "attendance": person["attendance"] });
            table.does("plan_unexpect", form);
        }
    }
    leaves(&mut table.laid, &organisation).expect("nothing counts on it now");
    let after = table.does("documents", form);
    assert_eq!(after["documents"], before["documents"]);
    assert_eq!(after["meeting"], before["meeting"]);
    for (look, form) in [
        ("people", json!({})),
        ("cases", json!({})),
        ("actions", json!({})),
        ("meetings", json!({})),
        ("this_month", json!({})),
        ("case_page", json!({ "case": table.case })),
    ] {
        table.does(look, form);
    }
    table.does("meeting_plan", json!({ "meeting": next }));
    table.does("open_register", json!({ "meeting": next }));
}
