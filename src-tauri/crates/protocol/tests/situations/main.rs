//! The worked situations of `situations/*.md`, read as a practitioner reads them, each put on the scales.

mod again;
mod answer;
mod follows;
mod papers;
mod properties;
mod room;
mod shared;
mod table;

use protocol::pack::{DEFAULT, Pack};
use std::collections::BTreeMap;
use table::Row;

const TABLES: [(&str, &str); 2] = [
    (DEFAULT, include_str!("../../situations/solihull.md")),
    (HARROWMERE, include_str!("../../situations/harrowmere.md")),
];
const HARROWMERE: &str = include_str!("../../packs/harrowmere.toml");

fn pack(text: &str) -> Pack {
    Pack::read(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn rows(text: &str) -> Vec<Row> {
    let rows: Vec<Row> = text.lines().filter_map(Row::read).collect();
    let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
    let in_order: Vec<usize> = (1..=rows.len()).collect();
    assert_eq!(numbers, in_order, "the situations are numbered");
    rows
}

#[test]
fn every_situation_is_answered_as_the_table_says() {
    let mut wrong = Vec::new();
    for (text, table) in TABLES {
        let pack = pack(text);
        for row in rows(table) {
            if let Err(why) = room::weigh(&row, &pack) {
                wrong.push(format!("{} {}. {}: {why}", pack.name, row.number, row.what));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_at_least_a_hundred_and_fifty_and_each_duty_is_named_by_three() {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = 0;
    for (_, table) in TABLES {
        let rows = rows(table);
        assert!(rows.len() >= 30, "both packs are used");
        count += rows.len();
        for duty in rows.iter().flat_map(|row| &row.duties) {
            *named.entry(duty.clone()).or_default() += 1;
        }
    }
    assert!(count >= 150, "{count}");
    let duties = (2..=17).chain([20, 35, 36]).map(|n| format!("D{n:02}"));
    let thin: Vec<String> = duties
        .filter(|duty| named.get(duty).copied().unwrap_or(0) < 3)
        .collect();
    assert!(thin.is_empty(), "named by fewer than three: {thin:?}");
}

#[test]
fn the_invented_pack_reads_without_a_fault_and_its_rules_are_others() {
    let (ours, theirs) = (pack(DEFAULT), pack(HARROWMERE));
    assert_ne!(ours.rules_hash(), theirs.rules_hash());
    assert!(ours.teams.iter().all(|t| theirs.team(&t.key).is_none()));
    assert!(
        ours.roles
            .iter()
            .all(|role| theirs.role(&role.key).is_none())
    );
}

#[test]
fn each_partnership_is_cited_its_own_clauses_whatever_is_refused() {
    use protocol::pack::Rule;
    use protocol::refusal::Refusal;
    let refusals = [
        Refusal::GateClosed,
        Refusal::NotSigned,
        Refusal::NotComplete(Rule::Necessity),
        Refusal::NotInThePack,
        Refusal::BlanketConsent,
        Refusal::ConsentNotInformed,
        Refusal::AlreadyWithdrawn(Rule::ManagersAuthority),
        Refusal::DatesOutOfOrder,
        Refusal::WrongManager,
        Refusal::PowerIsNoGround,
        Refusal::WrongStage,
    ];
    for (text, sign) in [(DEFAULT, "§"), (HARROWMERE, "HV ")] {
        let clauses = pack(text).clauses;
        for (rule, clause) in clauses.all() {
            assert!(clause.as_str().starts_with(sign), "{rule}: {clause}");
        }
        for refusal in &refusals {
            let clause = refusal.clause(&clauses).expect("a clause");
            assert!(clause.as_str().starts_with(sign), "{refusal:?}: {clause}");
        }
    }
    let known = Refusal::NotPermitted(pack(HARROWMERE).clauses.powers);
    let clauses = pack(DEFAULT).clauses;
    let known = known.clause(&clauses).expect("a clause");
    assert_eq!(known.as_str(), "HV 3.2");
    // Of the chair, of how many are enough and of an empty line the agreement says nothing.
    for silent in [
        Refusal::NobodyChairs,
        Refusal::NotQuorate,
        Refusal::NothingWritten,
    ] {
        assert_eq!(silent.clause(&clauses), None, "{silent:?}");
    }
}

#[test]
fn a_clause_that_is_numbered_anew_is_cited_anew_and_decides_nothing_else() {
    let moved = DEFAULT.replace(
        "managers_authority = \"§4.3 DIP\"",
        "managers_authority = \"§9.9\"",
    );
    let (before, after) = (pack(DEFAULT), pack(&moved));
    assert_ne!(
        before.rules_hash(),
        after.rules_hash(),
        "it is pinned with the rules"
    );
    let asks = |row: &&Row| row.clause == "§4.3 DIP" && row.answer[0].starts_with("held");
    let table = rows(TABLES[0].1);
    let asking: Vec<&Row> = table.iter().filter(asks).collect();
    assert!(asking.len() >= 3);
    for row in asking {
        assert!(room::weigh(row, &before).is_ok());
        let other = room::weigh(row, &after).expect_err("another clause");
        assert!(
            other.starts_with(&format!("{} (§9.9)", row.answer[0])),
            "{other}"
        );
    }
}
