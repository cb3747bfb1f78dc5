//! On what ground a line stands: taken by the chair where that is theirs to take, and all of it read one step away.

use super::laid::faults;
use super::table::Table;
use desk::{Kind, Problem, RefusalCode};
use serde_json::{Value, json};

const LINE: &str = "pol intel seen at the depot";

fn taken(purpose: &str, power: &str, because: &str) -> Value {
    json!({ "line": LINE, "purpose": purpose, "power": power, "because": because })
}

fn cited<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (RefusalCode, String, Vec<String>) {
    match answer {
        Err(Problem::Refused { refusal }) => (refusal.code, refusal.clause, refusal.names),
        other => panic!("not refused: {other:?}"),
    }
}

fn keys(choices: &Value) -> Vec<&str> {
    let all = choices.as_array().expect("choices").iter();
    all.filter_map(|one| one["key"].as_str()).collect()
}

#[test]
fn the_chair_takes_another_ground_for_a_line_and_it_stands_with_it_as_theirs() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let weighed = table.does("weigh_line", json!({ "line": LINE }));
    let rights = weighed["rights"].as_array().expect("rights").clone();
    assert!(rights.iter().any(|right| right["right"] == "ground"));
    let offered = table.does("ground_choices", json!({ "line": LINE }));
    assert_eq!(
        keys(&offered["powers"])[0],
        "cda-s115",
        "the proposed one first"
    );
    assert_eq!(keys(&offered["purposes"])[0], "manage-risk");
    assert!(!keys(&offered["powers"]).contains(&"police-reform-2002"));
    table.does(
        "keep_draft",
        json!({ "line": LINE, "cursor": 3, "mending": null, "notes": {} }),
    );
    let before = table.laid.entries();
    table.does(
        "take_ground",
        taken("support", "cda-s17", "The family is at risk"),
    );
    assert_eq!(table.laid.entries(), before + 1, "one entry");
    let view = table.does("meeting", json!({}));
    assert!(
        view["draft"].is_null(),
        "and out of the box: {}",
        view["draft"]
    );
    let line = table.lines()[0].clone();
    assert_eq!(
        (&line["chosen"], &line["held"]),
        (&json!(true), &json!(false))
    );
    let ground = table.ground();
    assert_eq!(
        ground["chosen"]["by"], "The chair, Community Safety",
        "{ground}"
    );
    assert_eq!(ground["chosen"]["because"], "The family is at risk");
    let chair = json!([{ "name": ground["chosen"]["by"], "chaired": true }]);
    assert_eq!(ground["judged_by"], chair);
    assert_eq!(ground["judged_throughout"], true);
}

#[test]
fn a_ground_that_does_not_cover_everybody_or_is_none_is_refused_with_its_clause() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let nothing = faults(table.tries("take_ground", taken(" ", "", "")));
    assert_eq!(
        nothing,
        ["because: missing", "purpose: missing", "power: missing"]
    );
    for (power, code) in [
        ("dpa-s29", RefusalCode::PowerIsNoGround),
        ("police-reform-2002", RefusalCode::PowerSuperseded),
    ] {
        let refused = cited(table.tries("take_ground", taken("support", power, "It is needed")));
        assert_eq!((refused.0, &*refused.1), (code, "§1.5.1"));
    }
    table.lets_in("Invented Fire Service", true);
    let before = table.laid.entries();
    let (code, clause, names) =
        cited(table.tries("take_ground", taken("support", "cda-s115", "It is needed")));
    assert_eq!((code, &*clause), (RefusalCode::PowerDoesNotReach, "§1.5.1"));
    assert!(
        names[0].starts_with("Of Invented Fire Service"),
        "{names:?}"
    );
    assert_eq!(table.laid.entries(), before);
    // The duty reaches the fire service too: taken, it needs no other choice.
    table.does(
        "take_ground",
        taken("support", "cda-s17", "They check alarms there"),
    );
    assert_eq!(table.lines()[0]["held"], false);
}

#[test]
fn nobody_but_a_chair_can_take_a_ground_and_a_line_that_is_none_has_none_to_take() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let unfinished = cited(table.tries("ground_choices", json!({ "line": "= go on" })));
    assert_eq!(unfinished.0, RefusalCode::NothingWritten);
    let chair = table.person("The chair")["attendance"].clone();
    table.does(
        "set_role",
        json!({ "attendance": chair, "role": "representative" }),
    );
    let refused = cited(table.tries("take_ground", taken("support", "cda-s17", "It is needed")));
    assert_eq!(refused.0, RefusalCode::NobodyChairs);
}

#[test]
fn one_step_away_a_line_says_what_the_law_asks_of_whom_it_speaks_and_what_was_not_in_order() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation", "adult-mental-health"]);
    table.does(
        "record_line",
        json!({ "line": "amh heal keeps his appointments about:witness" }),
    );
    let health = table.ground();
    // Nobody judged it: the rules let it through, and whoever shared it answers for it.
    assert_eq!(health["judged_by"], json!([]));
    assert_eq!(health["judged_throughout"], false);
    let answers = health["answers"].as_str().expect("somebody");
    assert!(answers.ends_with(", Adult Mental Health"), "{answers}");
    assert_eq!(health["rules"], "1.2, pack 1");
    assert_eq!(health["sensitive"], "health");
    assert_eq!(health["about"], "witness");
    let notes = health["notes"].to_string();
    for note in [
        "authority_not_confirmed",
        "holders_not_confirmed",
        "sensitive",
    ] {
        assert!(notes.contains(note), "{note}: {notes}");
    }
    let rows = health["grounds"].as_array().expect("rows");
    assert!(
        rows.iter()
            .all(|row| row["regime"] == "general" && row["rests"] == "power")
    );
    assert!(
        rows.iter().all(|row| row["condition"].is_string()),
        "{health}"
    );
    table.does("record_line", json!({ "line": LINE }));
    let intelligence = table.ground();
    let rows = intelligence["grounds"].as_array().expect("rows");
    let of = |regime: &str| -> Vec<String> {
        let these = rows.iter().filter(|row| row["regime"] == regime);
        these.map(|row| row["names"].to_string()).collect()
    };
    assert!(
        of("law_enforcement").concat().contains("Of probation"),
        "{intelligence}"
    );
    assert!(
        of("general").concat().contains("Of adult-mental-health"),
        "{intelligence}"
    );
    let item = table.lines()[1]["name"]["item"].clone();
    table.does("record_line", json!({ "line": "= no action" }));
    table.does("close_case", json!({}));
    table.does("end_meeting", json!({}));
    assert_eq!(table.ground_of(&item), intelligence, "and beside the draft");
}

#[test]
fn what_is_held_says_one_step_away_who_waits_for_what() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.lets_in("Lantern Advice", false);
    table.does("record_line", json!({ "line": LINE }));
    let held = table.ground();
    let rows = held["grounds"].as_array().expect("rows");
    let waiting = rows.iter().find(|row| row["rests"] == "nothing");
    let waiting = waiting.expect("the guest waits");
    assert_eq!(
        (&waiting["against"], &waiting["clause"]),
        (&json!("consent_covers"), &json!("§1.2.3"))
    );
}
