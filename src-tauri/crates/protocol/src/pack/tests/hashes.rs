use super::default_pack::default_pack;
use crate::pack::{Interval, Pack};
use std::collections::BTreeSet;

#[test]
fn a_changed_word_of_an_agreement_changes_the_texts_and_not_the_rules() {
    let (before, mut after) = (default_pack(), default_pack());
    after.texts.odoc.agreement[0].paragraphs[0].push('.');
    assert_ne!(before.texts_hash(), after.texts_hash());
    assert_eq!(before.rules_hash(), after.rules_hash());
    assert_ne!(before.texts.odoc.hash(), after.texts.odoc.hash());
    assert_eq!(
        before.texts.dip_case_review.hash(),
        after.texts.dip_case_review.hash()
    );
}

#[test]
fn a_changed_rule_changes_the_rules_and_not_the_texts() {
    let changes: [fn(&mut Pack); 24] = [
        |pack| pack.organisations[1].party = false,
        |pack| pack.teams[0].in_cjit = true,
        |pack| pack.powers[0].superseded_by = Some("a later Act".into()),
        |pack| pack.matrix.confirmed = true,
        |pack| pack.limits.objection_days = 22,
        |pack| pack.retention[0].months = Some(72),
        |pack| pack.meetings.odoc.declaration_required = false,
        |pack| pack.kinds[0].victim = true,
        |pack| pack.organisations.swap(0, 1),
        |pack| pack.kinds[0].catch_all = true,
        |pack| pack.kinds[0].form = None,
        |pack| pack.cohorts.fixed.push('!'),
        |pack| pack.formats.genders.truncate(1),
        |pack| pack.kinds[0].about_nobody = true,
        |pack| pack.kinds[0].asks_basis = true,
        |pack| pack.purposes[0].law_enforcement = false,
        |pack| pack.conditions[0].on_consent = true,
        |pack| pack.conditions[0].needs_policy = true,
        |pack| pack.conditions[0].policy = Some("a document".into()),
        |pack| pack.roles[0].own_service = false,
        |pack| pack.ladder.beyond.clear(),
        |pack| pack.groups[0].meetings.clear(),
        |pack| pack.meetings.odoc.every = Interval::Fortnight,
        |pack| pack.meetings.odoc.numbered_as.push('X'),
    ];
    let before = default_pack();
    let mut seen = BTreeSet::from([before.rules_hash()]);
    for change in changes {
        let mut after = default_pack();
        change(&mut after);
        assert_eq!(before.texts_hash(), after.texts_hash());
        assert!(
            seen.insert(after.rules_hash()),
            "a change that no hash shows"
        );
    }
}

#[test]
fn a_word_moved_across_a_border_changes_the_hash() {
    let (mut before, mut after) = (default_pack(), default_pack());
    before.texts.odoc.declaration = vec!["I agree".into(), "I keep".into()];
    after.texts.odoc.declaration = vec!["I agreeI keep".into()];
    assert_ne!(before.texts_hash(), after.texts_hash());
}

#[test]
fn comments_and_order_of_fields_do_not_change_the_hash() {
    let pack = default_pack();
    let read = Pack::read(&format!("# A remark\n{}", pack.write())).expect("it reads");
    assert_eq!(pack.texts_hash(), read.texts_hash());
    assert_eq!(pack.rules_hash(), read.rules_hash());
}
