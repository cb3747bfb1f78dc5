//! Two files of one person: what was put on one and does not count in the other.

use super::*;

const NOW: &str = "2026-12-02T10:00:00+00:00";

fn taken_back() -> Withdrawal {
    withdrawal("2026-12-01T14:05:00+00:00")
}

fn restriction() -> Restriction {
    Restriction {
        id: RestrictionId(Uuid::from_u128(1)),
        case: CaseId(Uuid::from_u128(2)),
        kinds: Reach::Only(Several::one(KindKey::new("treatment"))),
        recipients: Reach::Every,
        received: Some(day("2026-11-02")),
        entered: None,
        upheld: day("2026-11-20"),
        decided_by: "Invented Officer".into(),
        reason: "It was no longer needed.".into(),
        lifted: None,
    }
}

#[test]
fn an_objection_is_missing_from_another_file_of_the_person_until_it_is_filed_there_too() {
    let now = moment(NOW);
    let mut here = restriction();
    assert!(here.is_missing_among(&[], now));
    let there = CaseId(Uuid::from_u128(3));
    let mut filed = here.filed_under(there, RestrictionId(Uuid::from_u128(4)), Some(now));
    assert_eq!(filed.case, there);
    assert!(!here.is_missing_among(std::slice::from_ref(&filed), now));
    let narrower = Restriction {
        kinds: Reach::Only(Several::one(KindKey::new("drug-test"))),
        ..filed.clone()
    };
    assert!(here.is_missing_among(&[narrower], now), "another one");
    filed.lift(taken_back()).expect("lifted");
    let again = here.is_missing_among(&[filed], now);
    assert!(!again, "it was lifted there on purpose");
    here.lift(taken_back()).expect("lifted");
    assert!(!here.is_missing_among(&[], now), "it stops nothing here");
}

#[test]
fn a_consent_outlives_the_one_that_was_withdrawn_in_another_file_unless_it_was_given_since() {
    let now = moment(NOW);
    let theirs = given(waiver()).expect("a waiver");
    let mut ours = theirs.clone();
    assert!(!theirs.outlives(&ours, now), "nothing was withdrawn");
    ours.withdraw(taken_back()).expect("taken back");
    assert!(theirs.outlives(&ours, now));
    let edits: [fn(&mut ConsentParts); 4] = [
        |since| since.given = day("2026-12-02"),
        |since| {
            since.given = day("2026-12-01");
            since.entered = Some(moment("2026-12-01T14:06:00+00:00"));
        },
        |ended| ended.expires = Some(day("2026-12-01")),
        |victims| victims.whose = Whose::Victim("Invented Neighbour".into()),
    ];
    for edit in edits {
        let mut parts = waiver();
        edit(&mut parts);
        assert!(!Consent::restored(parts).outlives(&ours, now));
    }
}
