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
