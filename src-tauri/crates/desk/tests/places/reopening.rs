//! A case opened again: its file is opened with it, and a referral that was a slip leaves no flag behind.

use super::table::Table;
use desk::Kind;
use serde_json::{Value, json};

/// The case's row in the register of cases.
fn file(table: &mut Table) -> Value {
    let case = table.case;
    table.does("case_page", json!({ "case": case }))["row"].clone()
}

fn opens_again(table: &mut Table, because: &str) -> Value {
    let form = json!({ "slot": table.slot, "because": because });
    table.does("open_case", form)
}

#[test]
fn a_case_whose_closure_was_decided_has_its_file_opened_again_with_it() {
    let mut table = Table::of(Kind::DipCaseReview, &["police", "dip"]);
    table.does(
        "record_line",
        json!({ "line": "= closure: off the caseload because the order has ended" }),
    );
    table.does("close_case", json!({}));
    assert!(!file(&mut table)["closed"].is_null(), "off the caseload");
    opens_again(&mut table, "");
    assert!(file(&mut table)["closed"].is_null());
    table.does("close_case", json!({}));
    assert!(
        !file(&mut table)["closed"].is_null(),
        "closure still stands"
    );
}

#[test]
fn a_referral_opened_again_at_once_leaves_no_flag_on_the_file_and_the_next_line_is_shared() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    let slot = table.slot.clone();
    let form = json!({ "slot": slot, "forum": "mappa", "reason": "the wrong line was pressed" });
    table.does("refer_on", form);
    assert_eq!(file(&mut table)["flags"], json!(["mappa"]));
    let view = opens_again(&mut table, "it was a slip");
    assert_eq!(file(&mut table)["flags"], json!([]));
    assert_eq!(view["opened"]["case"]["flags"], json!([]));
    assert_eq!(table.objection("pol intel seen twice"), "");
}

#[test]
fn whoever_is_referred_again_has_their_closed_file_found_and_opened_again_in_place_of_a_new_one() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    for kind in [Kind::Odoc, Kind::DipCaseReview] {
        let page = table.laid.case("Marsh-Bellamy", kind);
        let closed = desk::CaseForm {
            closed: true,
            ..page.form
        };
        table.laid.desk.save_case(closed).expect("a closed case");
    }
    let typed =
        |surname: &str, born: &str| json!({ "forename": "ash", "surname": surname, "born": born });
    let cases = |table: &mut Table| table.does("cases", json!({}))["cases"].clone();
    let (entries, before) = (table.laid.entries(), cases(&mut table));
    let other = table.does("like_cases", typed("Marsh-Bellam", ""));
    assert_eq!(other["cases"], json!([]));
    let like = table.does("like_cases", typed("marsh bellamy", "3/7/"));
    let like = like["cases"].as_array().expect("files");
    assert_eq!(like.len(), 2);
    let (here, elsewhere): (Vec<_>, Vec<_>) = like.iter().partition(|one| one["offered"] == true);
    assert_eq!(here[0]["file"]["kind"], "odoc");
    assert_eq!(elsewhere[0]["file"]["kind"], "dip_case_review");
    assert_eq!(
        table.laid.entries(),
        entries,
        "nothing is entered by typing"
    );

    let case = here[0]["file"]["case"].clone();
    table.refers(&case, "", "amber");
    let row = |table: &mut Table| {
        let rows = cases(table);
        let mut rows = rows.as_array().expect("cases").iter();
        rows.find(|row| row["id"] == case)
            .expect("the file")
            .clone()
    };
    assert!(row(&mut table)["closed"].is_null(), "opened again");
    let again = table.does("like_cases", typed("marsh bellamy", ""));
    let offered = again["cases"].as_array().expect("files").iter();
    assert!(offered.filter(|one| one["offered"] == true).count() == 0);
    let last = table.does("meeting", json!({}))["last"].clone();
    table.does("undo_last", json!({ "last": last }));
    assert_eq!(cases(&mut table), before, "closed as it was");
}
