//! A record whose agreement an earlier version of the program kept.

use super::vale::{PASSPHRASE, Vale};
use crate::meetings::Kind;
use protocol::pack::EXAMPLE;
use serde_json::json;

const OF_NOVEMBER: &str = include_str!("../../../../protocol/packs/kept/2026-11-23.toml");
const KEPT_UNDER: ([u8; 32], [u8; 32]) = ([7; 32], [9; 32]);

/// A meeting that was opened under the agreement of November, up to its first case.
fn a_meeting_of_november() -> Vale {
    let mut vale = Vale::under(EXAMPLE);
    vale.keeps("1.2, pack 1", OF_NOVEMBER, KEPT_UNDER);
    vale.has_a_case(Kind::Odoc);
    let plan = vale.does("prepare_meeting", json!({ "kind": "odoc" }));
    let meeting = json!({ "meeting": plan["meeting"]["id"] });
    vale.does("open_register", meeting);
    vale.sits_down("The chair", "police", "chair");
    vale.sits_down("The minute-taker", "dip", "minute_taker");
    vale.sits_down("Somebody else", "probation", "representative");
    vale.opens_the_case();
    vale
}

#[test]
fn a_meeting_pinned_to_an_agreement_of_an_earlier_version_is_held_and_prints() {
    let mut vale = a_meeting_of_november();
    vale.does(
        "record_line",
        json!({ "line": "pol intel Seen by the lock gate." }),
    );
    vale.does(
        "record_line",
        json!({ "line": "= continue because it works" }),
    );
    vale.does("close_case", json!({}));
    vale.does("end_meeting", json!({}));
    // Another agreement in force does not change what the meeting was held under.
    vale.does("confirm_matrix", json!({}));
    vale.comes_back();
    let meetings = vale.does("meetings", json!({}));
    let meetings = meetings["meetings"].as_array().expect("a list");
    let ended = meetings.iter().find(|one| one["stage"] == "closed");
    let meeting = ended.expect("the one that ended")["id"].clone();
    vale.the_chair_is_on_the_register();
    let ink = json!({ "how": "typed", "name": "The chair" });
    let form = json!({ "meeting": meeting, "passphrase": PASSPHRASE, "signature": ink });
    vale.does("sign_minutes", form);
    for document in ["minutes", "attendance_register", "disclosure_record"] {
        let form = json!({ "meeting": meeting, "document": { "document": document } });
        let said = vale.printed("document_pages", form);
        assert!(
            said.contains("ODOC meeting, 22 December 2026"),
            "{document}: {said}"
        );
        // What it was held under is said in the minutes by the hash under which that was kept.
        let pinned = said.contains("0909090909090909");
        assert!(pinned || document != "minutes", "{said}");
    }
}

#[test]
fn an_agreement_of_an_earlier_version_is_shown_edited_and_brought_back() {
    let mut vale = Vale::under(EXAMPLE);
    vale.keeps("1.2, pack 1", OF_NOVEMBER, KEPT_UNDER);
    let shown = vale.does("partnership", json!({}));
    assert_eq!(shown["rules_hash"], "09".repeat(32));
    let edited = vale.does("confirm_matrix", json!({}));
    assert_eq!(edited["matrix_confirmed"], true);
    assert_ne!(edited["rules_hash"], shown["rules_hash"]);
    vale.does("undo_kept", json!({ "last": edited["last"] }));
    let back = vale.does("partnership", json!({}));
    assert_eq!(back["matrix_confirmed"], false);
}
