use crate::pack::{AgreementText, DEFAULT, OfficerKind, Pack, Team};
use crate::trade::MeetingKind;
use std::collections::BTreeSet;

pub fn default_pack() -> Pack {
    Pack::read(DEFAULT).expect("the default pack reads")
}

fn words(paragraphs: &[String]) -> usize {
    paragraphs
        .iter()
        .map(|paragraph| paragraph.split_whitespace().count())
        .sum()
}

fn for_each_text(check: impl Fn(MeetingKind, &AgreementText)) {
    default_pack()
        .texts
        .iter()
        .for_each(|(kind, text)| check(kind, text));
}

#[test]
fn the_default_pack_reads_without_a_fault() {
    let faults = Pack::read(DEFAULT).err().unwrap_or_default();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn an_opening_statement_takes_60_to_75_seconds_to_read_aloud() {
    // At 150 words a minute, the pace of somebody who wants to be understood.
    for_each_text(|kind, text| {
        let seconds = words(&text.opening_statement) * 60 / 150;
        assert!((60..=75).contains(&seconds), "{kind:?}: {seconds} s");
    });
}

#[test]
fn an_agreement_takes_three_to_four_minutes_to_read() {
    // At 230 words a minute, silently.
    for_each_text(|kind, text| {
        let read: usize = text
            .agreement
            .iter()
            .map(|section| words(&section.paragraphs))
            .sum();
        let seconds = read * 60 / 230;
        assert!((180..=240).contains(&seconds), "{kind:?}: {seconds} s");
    });
}

#[test]
fn a_declaration_is_five_to_seven_sentences_in_the_first_person() {
    for_each_text(|kind, text| {
        assert!((5..=7).contains(&text.declaration.len()), "{kind:?}");
        assert!(
            text.declaration
                .iter()
                .all(|sentence| sentence.starts_with("I ")),
            "{kind:?}"
        );
    });
}

#[test]
fn the_matrix_waits_for_the_partnership_to_confirm_it_and_gives_every_kind_a_holder() {
    let pack = default_pack();
    assert!(!pack.matrix.confirmed);
    for kind in &pack.kinds {
        let holders = pack.matrix.holds.get(&kind.key).map_or(0, BTreeSet::len);
        assert!(holders > 0, "{}", kind.key);
    }
}

#[test]
fn no_retention_period_is_set_for_the_partnership() {
    assert!(
        default_pack()
            .retention
            .iter()
            .all(|period| period.months.is_none())
    );
}

#[test]
fn the_gaps_of_the_appendix_are_the_gaps_of_the_pack() {
    let pack = default_pack();
    let without = |kind: OfficerKind| -> BTreeSet<String> {
        let has = |team: &&Team| {
            pack.officer_roles.iter().any(|role| {
                let whole_organisation =
                    role.team.is_none() && team.key.as_str() != "adult-mental-health";
                role.kind == kind
                    && role.organisation == team.organisation
                    && (whole_organisation || role.team.as_ref() == Some(&team.key))
            })
        };
        let gaps = pack.teams.iter().filter(|team| !has(team));
        gaps.map(|team| team.key.as_str().to_owned()).collect()
    };
    let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let no_pdo: BTreeSet<String> = all(&["aquarius", "waterloo", "adult-mental-health"]);
    let mut no_do: BTreeSet<String> = all(&["harden", "mercian", "sanctuary"]);
    no_do.extend(no_pdo.clone());
    assert_eq!(without(OfficerKind::Pdo), no_pdo);
    assert_eq!(without(OfficerKind::Do), no_do);
}

#[test]
fn the_lists_are_as_long_as_those_of_the_protocol() {
    let pack = default_pack();
    assert_eq!(pack.purposes.len(), 8, "§1.1.2");
    // Fifteen entries, of which the first names two sections that are different things.
    assert_eq!(pack.powers.len(), 16, "§1.5.1");
    let listed = pack
        .kinds
        .iter()
        .filter(|kind| kind.clause.is_some())
        .count();
    assert_eq!(listed, 21, "§2.2.5");
}
