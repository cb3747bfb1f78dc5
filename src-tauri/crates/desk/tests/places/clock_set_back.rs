//! A laptop whose clock is set back in mid-meeting: lines stand in the order in which they were said.

use super::table::Table;
use chrono::TimeDelta;
use desk::Kind;
use serde_json::{Value, json};

fn sorts(table: &mut Table) -> Vec<Value> {
    let lines = table.lines().into_iter();
    lines.map(|line| line["sort"].clone()).collect()
}

fn says(table: &mut Table, line: &str) {
    table.laid.clock.advance(TimeDelta::seconds(20));
    table.does("record_line", json!({ "line": line }));
}

#[test]
fn undo_takes_back_what_was_said_last_and_redo_puts_it_back_though_the_clock_was_set_back() {
    let mut table = Table::of(Kind::Odoc, &["police", "probation"]);
    table.laid.clock.advance(TimeDelta::minutes(90));
    says(&mut table, "= continue because it works");
    says(&mut table, "pol intel seen twice");
    table.laid.clock.advance(TimeDelta::hours(-1));
    says(&mut table, "> pol call at the address by 2w");
    says(&mut table, "prob lic kept every appointment");
    let said = ["decision", "item", "action", "item"];
    assert_eq!(sorts(&mut table), said);
    let received = |table: &mut Table| table.lines()[3]["shared"]["people"].clone();
    let everybody = received(&mut table);
    table.does("undo", json!({}));
    assert_eq!(sorts(&mut table), said[..3]);
    table.does("undo", json!({}));
    assert_eq!(sorts(&mut table), said[..2]);
    table.does("redo", json!({}));
    assert_eq!(
        sorts(&mut table),
        said[..3],
        "what was taken back last comes first"
    );
    table.does("redo", json!({}));
    assert_eq!(sorts(&mut table), said);
    assert_eq!(received(&mut table), everybody);
}
