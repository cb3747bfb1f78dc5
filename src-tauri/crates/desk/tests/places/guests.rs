//! What a guest agency in the room says: typed by its name, weighed as of an agency outside the agreement, kept as its own.

use super::table::Table;
use desk::Kind;
use serde_json::{Value, json};

const LINE: &str = "night acc has slept there since Monday";

fn room() -> Table {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.lets_in("Night Shelter", false);
    table
}

/// What Enter would record.
fn would(table: &mut Table, line: &str) -> Value {
    table.does("weigh_line", json!({ "line": line }))["would"].clone()
}

fn last(table: &mut Table) -> Value {
    table.lines().last().expect("a line").clone()
}

#[test]
fn a_guest_shares_by_its_name_and_everybody_hears_whose_it_is() {
    let mut table = room();
    assert_eq!(would(&mut table, LINE)["agency"], "Night Shelter");
    assert_eq!(table.objection(LINE), "");
    table.does("record_line", json!({ "line": LINE }));
    let line = last(&mut table);
    assert_eq!(line["agency"], "Night Shelter");
    assert_eq!(line["words"], "has slept there since Monday");
    let notes = table.ground()["notes"].to_string();
    assert!(notes.contains("own_by_its_word"), "{notes}");
}

#[test]
fn its_seat_and_the_word_guest_do_as_well_as_its_name() {
    let mut table = room();
    let seat = table.person("Of Night Shelter")["seat"].clone();
    for line in [format!("{seat} acc a bed"), "guest acc a bed".to_owned()] {
        assert_eq!(
            would(&mut table, &line)["agency"],
            "Night Shelter",
            "{line}"
        );
    }
}

#[test]
fn what_comes_from_a_guest_is_the_guests_and_goes_on_by_its_permission_alone() {
    let mut table = room();
    let line = "pol acc slept there; from the warden from:night";
    assert_eq!(table.objection(line), "owner_permits");
    table.does("record_line", json!({ "line": line }));
    assert_eq!(last(&mut table)["third_party"], "Night Shelter");
}

#[test]
fn an_organisation_of_several_teams_can_be_the_one_it_comes_from() {
    let mut table = room();
    table.does(
        "record_line",
        json!({ "line": "pol acc was told so from:solihull_council" }),
    );
    assert_eq!(last(&mut table)["third_party"], "Solihull Council");
}

#[test]
fn a_guest_is_left_out_by_name_and_answers_like_anybody() {
    let mut table = room();
    let left_out = would(&mut table, "pol acc moved -night");
    assert_eq!(
        left_out["left_out"],
        json!(["Of Night Shelter, Night Shelter"])
    );
    for (line, what) in [("night 0", "nil_return"), ("x night", "declined")] {
        assert_eq!(would(&mut table, line)["what"], what);
        table.does("record_line", json!({ "line": line }));
        assert_eq!(last(&mut table)["agency"], "Night Shelter");
    }
}

#[test]
fn no_action_is_set_down_to_a_guest() {
    let mut table = room();
    let action = would(&mut table, "> night keep the bed by Friday");
    assert_ne!(action["agency"], "Night Shelter");
}
