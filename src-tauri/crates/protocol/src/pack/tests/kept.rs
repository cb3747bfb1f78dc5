//! What earlier versions kept, which no later one may be unable to open.

use super::default_pack::default_pack;
use crate::pack::{Cohorts, DEFAULT, EXAMPLE, FaultKind, Formats, Interval, Pack};

const OF_NOVEMBER: &str = include_str!("../../../packs/kept/2026-11-23.toml");
const KEPT_UNDER: ([u8; 32], [u8; 32]) = ([7; 32], [9; 32]);

#[test]
fn an_agreement_that_an_earlier_version_kept_opens_under_the_hashes_that_it_was_kept_under() {
    let pack = Pack::kept(OF_NOVEMBER, KEPT_UNDER).expect("it opens");
    assert_eq!((pack.texts_hash(), pack.rules_hash()), KEPT_UNDER);
    let asked_today = Pack::read(OF_NOVEMBER).expect_err("a file that says too little");
    assert!(asked_today.len() > 10, "{asked_today:#?}");
}

#[test]
fn what_a_kept_agreement_could_not_say_is_what_it_was_then() {
    let pack = Pack::kept(OF_NOVEMBER, KEPT_UNDER).expect("it opens");
    assert!(pack.conditions.is_empty() && pack.ladder.meetings.is_empty());
    assert!(pack.purposes.iter().all(|purpose| !purpose.law_enforcement));
    let odoc = &pack.meetings.odoc;
    let named = [&odoc.short_name, &odoc.filed_as, &odoc.numbered_as];
    assert_eq!(named, ["ODOC meeting", "ODOC", "ODOC"]);
    assert_eq!((odoc.every, &odoc.quorum), (Interval::Month, &None));
    assert_eq!(pack.clauses.victims.as_str(), "§2.2.5");
    assert_eq!(pack.formats, Formats::default());
    assert_eq!(pack.cohorts, Cohorts::default());
    assert!(pack.kinds.iter().all(|kind| kind.form.is_none()));
}

#[test]
fn a_rule_that_has_parted_from_another_cites_the_clause_that_both_stood_in() {
    let lines = EXAMPLE.lines();
    let parted = |line: &&str| !line.starts_with("necessity =") && !line.starts_with("adults =");
    let before: Vec<_> = lines.filter(parted).collect();
    let clauses = Pack::kept(&before.join("\n"), KEPT_UNDER)
        .expect("it opens")
        .clauses;
    assert_eq!(clauses.necessity, clauses.powers);
    assert_eq!(clauses.adults, clauses.other_protocol);
}

#[test]
fn what_packs_have_been_asked_for_since_is_not_asked_of_one_that_was_kept() {
    let unasked = [
        ("record = \"cases\"", "record = \"case-files\""),
        (
            "default_power = \"cda-s115\"",
            "default_power = \"foi-2000\"",
        ),
        ("within = [", "looked_at = true\nwithin = ["),
        ("objection_days = 21", "objection_days = 400"),
        ("capture_key = \"pol\"", "capture_key = \"p\""),
    ];
    for (says, instead) in unasked {
        let text = DEFAULT.replacen(says, instead, 1);
        assert!(Pack::read(&text).is_err(), "{instead} in a file");
        assert!(
            Pack::kept(&text, KEPT_UNDER).is_ok(),
            "{instead} in a record"
        );
    }
    let longer = DEFAULT.replacen("objection_days = 21", "objection_days = 400", 1);
    let limits = Pack::kept(&longer, KEPT_UNDER).expect("it opens").limits;
    assert_eq!(limits.objection_days, 400, "as it was kept");
}

#[test]
fn a_record_in_which_an_agreement_is_cut_off_is_damaged_all_the_same() {
    let cut = &DEFAULT[..DEFAULT.len() / 2];
    let faults = Pack::kept(cut, KEPT_UNDER).expect_err("half of it");
    assert!(!faults.is_empty());
    let unnamed = DEFAULT.replacen("name =", "named =", 1);
    let faults = Pack::kept(&unnamed, KEPT_UNDER).expect_err("one without a name");
    let missing = FaultKind::Missing {
        field: "name".to_owned(),
    };
    assert_eq!(faults[0].what, missing);
}

#[test]
fn an_agreement_of_today_reads_the_same_from_the_record_and_from_a_file() {
    let kept = Pack::kept(DEFAULT, KEPT_UNDER).expect("it opens");
    assert!(kept.says_the_same_as(&default_pack()));
    assert_ne!(kept.rules_hash(), default_pack().rules_hash());
    assert_eq!(kept.afresh(), default_pack());
}
