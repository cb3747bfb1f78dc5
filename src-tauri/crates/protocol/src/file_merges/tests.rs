use super::*;
use crate::cases::{Cohort, Flags, Particulars, Told};
use crate::formats::{Address, CroNumber, Gender, PersonName};
use crate::grounds::{ConsentParts, ConsentSort, HowGiven, Scope, Several, Whose, Withdrawal};
use crate::ids::{ConsentId, KindKey, PurposeKey, TeamKey};
use crate::trade::MeetingKind;
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

fn case(n: u128, name: &str) -> Case {
    Case {
        id: CaseId(Uuid::from_u128(n)),
        reference: format!("ODOC-{n:03}"),
        particulars: Particulars {
            name: PersonName::read_line(name).expect("a name"),
            born: None,
            gender: None,
            ethnic_group: None,
            cro: None,
            address: None,
            offender_manager: None,
            note: Words::default(),
        },
        cohort: Cohort::Fixed,
        meeting: MeetingKind::Odoc,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: Flags::default(),
        told: Told::Told,
        closed: None,
    }
}

/// Everything that a file can say, otherwise than the other.
fn full(n: u128) -> Case {
    let mut case = case(n, "Ms Sian Óne");
    let p = &mut case.particulars;
    p.born = NaiveDate::from_ymd_opt(1985, 7, 3);
    p.gender = Gender::read("F").ok();
    p.cro = CroNumber::read("265416/08X").ok();
    p.address = Some(Address::NoFixedAbode);
    p.note = Words::new("Met at the drop-in.");
    case.lead = Some(TeamKey::new("police"));
    case.whereabouts = Custody::Community {
        since: None,
        order_until: None,
    };
    case.told = Told::Agreed;
    case
}

#[test]
fn each_detail_is_taken_by_itself_and_only_where_the_other_file_says_it_otherwise() {
    let (stays, other) = (case(1, "Sian One"), full(2));
    let differ = Detail::ALL.into_iter();
    let differ: Vec<Detail> = differ.filter(|d| d.differs(&stays, &other)).collect();
    use Detail::*;
    let wanted = [
        Name,
        Born,
        Gender,
        Cro,
        Address,
        Note,
        Lead,
        Whereabouts,
        Told,
    ];
    assert_eq!(differ, wanted);
    for detail in wanted {
        let taken = merged(&stays, &other, &[detail]);
        let rest = Detail::ALL
            .into_iter()
            .filter(|d| d.differs(&taken, &other));
        let rest: Vec<Detail> = rest.collect();
        assert_eq!(rest.len(), wanted.len() - 1, "{detail:?}");
        assert!(!rest.contains(&detail), "{detail:?}");
        assert_eq!((taken.id, taken.closed), (stays.id, None));
    }
    // What the other does not say takes nothing away.
    let none = Detail::ALL
        .into_iter()
        .filter(|d| d.differs(&other, &stays));
    assert_eq!(none.collect::<Vec<_>>(), [Name, Told]);
}

#[test]
fn of_two_notes_both_are_kept_and_the_same_is_not_said_twice() {
    let (mut stays, other) = (full(1), full(2));
    stays.particulars.note = Words::new("Knows the area.");
    let taken = take_detail(&stays, &other, Detail::Note);
    assert_eq!(
        taken.particulars.note.as_str(),
        "Knows the area.\nMet at the drop-in."
    );
    assert_eq!(take_detail(&taken, &other, Detail::Note), taken);
}

#[test]
fn two_files_become_one_only_of_one_cohort_and_away_from_a_meeting_that_is_not_signed() {
    let (stays, other) = (full(1), full(2));
    let flex = Case {
        cohort: Cohort::Flex,
        ..full(2)
    };
    let review = Case {
        meeting: MeetingKind::DipCaseReview,
        ..full(2)
    };
    use Stage::*;
    for (other, agendas, wanted) in [
        (&other, &[][..], Ok(())),
        (&other, &[Planned, Sealed][..], Ok(())),
        (&other, &[Gathering][..], Err(Refusal::FileInAMeeting)),
        (
            &other,
            &[Sealed, InSession][..],
            Err(Refusal::FileInAMeeting),
        ),
        (&other, &[Adjourned][..], Err(Refusal::FileInAMeeting)),
        (&other, &[Closed][..], Err(Refusal::FileInAMeeting)),
        (&flex, &[][..], Err(Refusal::OtherCohort)),
        (&review, &[][..], Err(Refusal::OtherCohort)),
    ] {
        assert_eq!(may_merge(&stays, other, agendas), wanted, "{agendas:?}");
    }
}

#[test]
fn a_merge_is_taken_back_only_while_nothing_was_built_upon_it() {
    assert_eq!(may_part(Since::default()), Ok(()));
    let since = |changed, discussed, merged_on| Since {
        changed,
        discussed,
        merged_on,
    };
    for built in [
        since(true, false, false),
        since(false, true, false),
        since(false, false, true),
    ] {
        assert_eq!(may_part(built), Err(Refusal::BuiltUpon), "{built:?}");
    }
}

fn at(day: u32) -> At {
    DateTime::parse_from_rfc3339(&format!("2026-11-{day:02}T09:00:00+00:00")).expect("a moment")
}

fn consent(n: u128, given: u32, withdrawn: Option<u32>) -> Consent {
    let one = |key: &str| Several::one(KindKey::new(key));
    Consent::restored(ConsentParts {
        id: ConsentId(Uuid::from_u128(n)),
        case: CaseId(Uuid::from_u128(n)),
        sort: ConsentSort::Waiver,
        whose: Whose::Subject,
        scope: Scope {
            kinds: one("treatment"),
            recipients: Several::one(crate::grounds::Addressee::Team(TeamKey::new("police"))),
            purposes: Several::one(PurposeKey::new("support")),
        },
        given: at(given).date_naive(),
        entered: None,
        expires: None,
        how: HowGiven::InWriting,
        explicit: true,
        consequences_understood: true,
        freely_given: true,
        taken_by: Words::new("The worker"),
        evidence: None,
        withdrawn: withdrawn.map(|day| Withdrawal {
            at: at(day),
            told_by: Words::new("Themselves"),
            noted_by: Words::new("The minute-taker"),
            note: None,
        }),
    })
}

#[test]
fn a_withdrawal_in_either_file_ends_what_was_given_in_the_other_before_it_and_nothing_given_since()
{
    let (early, late, withdrawn) = (
        consent(1, 2, None),
        consent(2, 9, None),
        consent(3, 1, Some(5)),
    );
    let both = [early.clone(), late];
    for ending in [
        consents_that_end(&both, std::slice::from_ref(&withdrawn), at(20)),
        consents_that_end(std::slice::from_ref(&withdrawn), &both, at(20)),
    ] {
        let [(was, is)] = ending.as_slice() else {
            panic!("one ends")
        };
        assert_eq!(was, &early);
        assert_eq!(is.parts().withdrawn, withdrawn.parts().withdrawn);
    }
}

#[test]
fn a_meeting_knows_the_merges_that_stood_when_its_register_was_opened() {
    let merge = |absorbed, into, day| FileMerge {
        absorbed: case(absorbed, "A B").id,
        into: case(into, "A B").id,
        at: at(day),
        by: String::new(),
    };
    let merges = [merge(1, 2, 4), merge(2, 3, 8)];
    let [one, two, three] = [1, 2, 3].map(|n| case(n, "A B").id);
    assert_eq!(file_of(one, &merges), three);
    assert_eq!(found_under(three, &merges), [three, one, two]);
    assert_eq!(found_under(two, &merges), [two]);
    for (opened, file) in [
        (Some(3), one),
        (Some(4), two),
        (Some(9), three),
        (None, three),
    ] {
        assert_eq!(
            file_of(one, &known_to(opened.map(at), &merges)),
            file,
            "{opened:?}"
        );
    }
}

prop_compose! {
    fn any_flags()(mappa: bool, child_protection: bool, under_18: bool) -> Flags {
        Flags { mappa, child_protection, under_18 }
    }
}

proptest! {
    #[test]
    fn whatever_is_taken_no_flag_of_either_is_lost(
        ours in any_flags(), theirs in any_flags(),
        taken in prop::sample::subsequence(Detail::ALL.to_vec(), 0..=Detail::ALL.len()),
    ) {
        let stays = Case { flags: ours, ..case(1, "Sian One") };
        let other = Case { flags: theirs, ..full(2) };
        let merged = merged(&stays, &other, &taken);
        prop_assert_eq!(merged.flags, ours.and(theirs));
        prop_assert_eq!((merged.id, &merged.reference), (stays.id, &stays.reference));
        prop_assert_eq!((merged.cohort, merged.meeting), (stays.cohort, stays.meeting));
    }
}
