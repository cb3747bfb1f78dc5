//! Two files of one person: what was put on one and does not count in the other.

use super::*;
use crate::cases::{Case, Cohort, Custody, Flag, Flags, Particulars, Told};
use crate::formats::PersonName;
use crate::trade::MeetingKind;
use crate::words::Words;

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

#[test]
fn a_consent_is_taken_back_on_another_file_as_it_was_last_taken_back_on_this_one() {
    let now = moment(NOW);
    let theirs = given(waiver()).expect("a waiver");
    let mut withdrawn = [theirs.clone(), theirs.clone(), theirs.clone()];
    for (n, minute) in [(0, "14:05"), (1, "14:40")] {
        let at = format!("2026-12-01T{minute}:00+00:00");
        withdrawn[n].withdraw(withdrawal(&at)).expect("taken back");
    }
    let last = theirs.withdrawn_elsewhere(&withdrawn, now);
    assert_eq!(last, withdrawn[1].parts().withdrawn.as_ref());
    let before = moment("2026-12-01T14:30:00+00:00");
    let last = theirs.withdrawn_elsewhere(&withdrawn, before);
    assert_eq!(last, withdrawn[0].parts().withdrawn.as_ref());
    assert_eq!(theirs.withdrawn_elsewhere(&withdrawn[2..], now), None);
}

fn a_case() -> Case {
    Case {
        id: CaseId(Uuid::from_u128(2)),
        reference: "ODOC-014".to_owned(),
        particulars: Particulars {
            name: PersonName::read("", "Ash", "Fairweather").expect("a name"),
            born: None,
            gender: None,
            ethnic_group: None,
            cro: None,
            address: None,
            offender_manager: None,
            note: Words::default(),
        },
        cohort: Cohort::Flex,
        meeting: MeetingKind::Odoc,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: Flags::default(),
        told: Told::Told,
        closed: None,
    }
}

#[test]
fn a_flag_is_missing_from_another_file_unless_it_is_set_there_or_its_date_of_birth_decides() {
    let on = day("2026-12-02");
    let mut here = a_case();
    assert_eq!(here.flags_missing_on(&a_case(), on), []);
    (here.flags.mappa, here.flags.under_18) = (true, true);
    let mut there = a_case();
    assert_eq!(
        here.flags_missing_on(&there, on),
        [Flag::Mappa, Flag::Under18]
    );
    assert_eq!(there.flags_missing_on(&here, on), []);
    *there.flags.place(Flag::Mappa) = true;
    assert_eq!(here.flags_missing_on(&there, on), [Flag::Under18]);
    there.particulars.born = Some(day("1985-07-03"));
    assert_eq!(here.flags_missing_on(&there, on), [], "an adult there");
    here.flags.child_protection = true;
    assert_eq!(here.flags_missing_on(&there, on), [Flag::ChildProtection]);
}
