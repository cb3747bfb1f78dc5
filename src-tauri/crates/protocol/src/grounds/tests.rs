//! What each paper refuses, and when it counts.

use super::*;
use crate::ids::*;
use crate::pack::{DEFAULT, Pack, Rule};
use crate::refusal::{Clause, Refusal};
use crate::trade::At;
use chrono::NaiveDate;
use uuid::Uuid;

mod elsewhere;
mod managers;
use managers::authority;

fn pack() -> Pack {
    Pack::read(DEFAULT).expect("the default pack reads")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn moment(text: &str) -> At {
    text.parse().expect("a moment")
}

fn scope(kinds: &[&str], teams: &[&str], purposes: &[&str]) -> Result<Scope, Refusal> {
    Scope::of(
        kinds.iter().map(|key| KindKey::new(*key)),
        teams.iter().map(|key| Addressee::Team(TeamKey::new(*key))),
        purposes.iter().map(|key| PurposeKey::new(*key)),
    )
}

fn waiver() -> ConsentParts {
    ConsentParts {
        id: ConsentId(Uuid::from_u128(1)),
        case: CaseId(Uuid::from_u128(2)),
        sort: ConsentSort::Waiver,
        whose: Whose::Subject,
        scope: scope(&["treatment"], &["welcome"], &["assess-needs"]).expect("names"),
        given: day("2026-10-01"),
        entered: None,
        expires: Some(day("2026-12-09")),
        how: HowGiven::InWriting,
        explicit: true,
        consequences_understood: true,
        freely_given: true,
        taken_by: "Invented Worker".into(),
        evidence: None,
        withdrawn: None,
    }
}

fn given(parts: ConsentParts) -> Result<Consent, Refusal> {
    Consent::given(parts, day("2026-11-25"), &pack())
}

fn withdrawal(at: &str) -> Withdrawal {
    Withdrawal {
        at: moment(at),
        told_by: "the client".into(),
        noted_by: "the minute-taker".into(),
        note: None,
    }
}

#[test]
fn a_scope_that_names_nothing_is_no_scope() {
    for (kinds, teams, purposes) in [
        (&[][..], &["welcome"][..], &["support"][..]),
        (&["treatment"], &[], &["support"]),
        (&["treatment"], &["welcome"], &[]),
    ] {
        let refused = scope(kinds, teams, purposes).expect_err("nothing is named");
        assert_eq!(refused, Refusal::ScopeNamesNothing);
    }
}

#[test]
fn no_list_read_from_anywhere_is_empty() {
    let read = |text: &str| serde_json::from_str::<Several<KindKey>>(text);
    assert!(read("[]").is_err());
    assert_eq!(read("[\"risk\"]").ok(), Several::of([KindKey::new("risk")]));
}

#[test]
fn a_blanket_release_is_refused_in_each_of_its_shapes() {
    let pack = pack();
    let all_kinds: Vec<&str> = pack.kinds.iter().map(|k| k.key.as_str()).collect();
    let not_the_rest: Vec<&str> = all_kinds
        .iter()
        .copied()
        .filter(|key| *key != "case-management")
        .collect();
    // Who somebody is, left out, leaves everything about them in.
    let in_a_form = |key: &&str| {
        pack.kind(&KindKey::new(*key))
            .expect("a kind")
            .form
            .is_some()
    };
    let mut not_who_they_are = not_the_rest.clone();
    not_who_they_are.retain(|key| !in_a_form(key));
    assert!(not_who_they_are.len() < not_the_rest.len());
    let all_purposes: Vec<&str> = pack.purposes.iter().map(|p| p.key.as_str()).collect();
    let welcome = &["welcome"][..];
    for (kinds, recipients, purposes) in [
        (&all_kinds[..], welcome, &["support"][..]),
        (&not_the_rest, welcome, &["support"]),
        (&not_who_they_are, welcome, &["support"]),
        (&["case-management"], welcome, &["support"]),
        (&["treatment"], welcome, &all_purposes),
    ] {
        let scope = scope(kinds, recipients, purposes).expect("names");
        let refused = given(ConsentParts { scope, ..waiver() }).expect_err("a blanket");
        assert_eq!(refused, Refusal::BlanketConsent);
        assert_eq!(refused.clause(&pack.clauses), Some(Clause::new("§1.8.3")));
    }
}

type Edit = fn(&mut ConsentParts);

#[test]
fn a_consent_that_was_not_informed_or_free_or_is_out_of_order_is_refused() {
    let cases: [(Edit, Refusal); 7] = [
        (
            |c| c.consequences_understood = false,
            Refusal::ConsentNotInformed,
        ),
        (|c| c.freely_given = false, Refusal::ConsentNotInformed),
        (
            |c| c.taken_by = " ".into(),
            Refusal::NotComplete(Rule::ConsentDated),
        ),
        (
            |c| c.whose = Whose::Victim("".into()),
            Refusal::NotComplete(Rule::ConsentDated),
        ),
        (|c| c.given = day("2026-11-26"), Refusal::DatesOutOfOrder),
        (
            |c| c.expires = Some(day("2026-09-30")),
            Refusal::DatesOutOfOrder,
        ),
        (
            |c| c.scope.recipients = Several::one(Addressee::Team(TeamKey::new("nobody"))),
            Refusal::NotInThePack,
        ),
    ];
    assert!(given(waiver()).is_ok());
    for (edit, expected) in cases {
        let mut parts = waiver();
        edit(&mut parts);
        assert_eq!(given(parts).expect_err("refused"), expected);
    }
}

#[test]
fn a_consent_counts_through_its_last_day_and_not_a_minute_past_its_withdrawal() {
    let mut consent = given(waiver()).expect("a consent");
    let state = |c: &Consent, at: &str| c.state(moment(at));
    assert_eq!(
        state(&consent, "2026-09-30T23:59:00+01:00"),
        ConsentState::NotYet
    );
    assert_eq!(
        state(&consent, "2026-12-09T23:59:00+00:00"),
        ConsentState::InForce
    );
    assert_eq!(
        state(&consent, "2026-12-10T00:00:00+00:00"),
        ConsentState::Expired
    );
    consent
        .withdraw(withdrawal("2026-12-01T14:05:00+00:00"))
        .expect("taken back");
    assert_eq!(
        state(&consent, "2026-12-01T14:04:59+00:00"),
        ConsentState::InForce
    );
    assert_eq!(
        state(&consent, "2026-12-01T14:05:00+00:00"),
        ConsentState::Withdrawn
    );
    let again = consent.withdraw(withdrawal("2026-12-02T14:05:00+00:00"));
    assert_eq!(again, Err(Refusal::AlreadyWithdrawn(Rule::ConsentEnded)));
}

#[test]
fn what_was_taken_back_already_is_refused_by_the_clause_of_its_own_paper() {
    let dip = [Addressee::Team(TeamKey::new("bridge"))];
    let mut authority = authority("dip-manager", None, &dip).expect("an authority");
    let mut permission = Permission::given(PermissionParts {
        id: PermissionId(Uuid::from_u128(5)),
        case: Some(CaseId(Uuid::from_u128(2))),
        kinds: Several::one(KindKey::new("drug-test")),
        recipients: Several::one(dip[0].clone()),
        from: PermissionFrom::Subject,
        given_by: "Invented Person".into(),
        at: moment("2026-11-25T13:40:00+00:00"),
        meeting: MeetingId(Uuid::from_u128(4)),
        evidence: None,
        withdrawn: None,
    })
    .expect("a permission");
    let mut consent = given(waiver()).expect("a consent");
    let mut twice = |at: &str| {
        let back = || withdrawal(at);
        [
            (authority.withdraw(back()), "§4.3 DIP"),
            (permission.withdraw(back()), "§1.4.1"),
            (consent.withdraw(back()), "§1.8.2"),
        ]
    };
    let first = twice("2026-12-01T14:05:00+00:00");
    assert!(first.iter().all(|(done, _)| done.is_ok()));
    for (done, clause) in twice("2026-12-02T14:05:00+00:00") {
        let refused = done.expect_err("taken back already");
        let cited = refused.clause(&pack().clauses);
        assert_eq!(cited, Some(Clause::new(clause)), "{refused:?}");
    }
}

#[test]
fn an_agency_is_known_by_its_key_and_a_guest_by_its_name_however_it_is_typed() {
    use crate::people::Affiliation;
    use crate::room::Agency;
    let pack = pack();
    let team = Affiliation::Team {
        team: TeamKey::new("dip"),
    };
    let dip = Agency::of(&team, &pack).expect("a team");
    let guest = Affiliation::Guest {
        agency: "Night  shelter".into(),
        statutory: false,
    };
    let guest = Agency::of(&guest, &pack).expect("a guest");
    assert!(Addressee::Team(TeamKey::new("dip")).is(&dip));
    assert!(Addressee::Organisation(OrganisationKey::new("council")).is(&dip));
    assert!(!Addressee::Team(TeamKey::new("children")).is(&dip));
    assert!(Addressee::Guest("Night Shelter ".into()).is(&guest));
    assert!(!Addressee::Guest(dip.name.clone()).is(&dip));
}

#[test]
fn a_paper_given_on_the_day_of_what_was_said_counts_from_when_it_was_entered() {
    let (morning, noon, afternoon) = (
        moment("2026-11-25T10:00:00+00:00"),
        moment("2026-11-25T12:00:00+00:00"),
        moment("2026-11-25T15:00:00+00:00"),
    );
    let the_day_after = moment("2026-11-26T09:00:00+00:00");
    // Entered when; whether it counts in the morning, at noon and in the afternoon of the day on which it was given.
    let table = [
        (None, [true, true, true]),
        (Some(noon), [false, true, true]),
        (Some(the_day_after), [true, true, true]),
    ];
    for (entered, counts) in table {
        let consent = given(ConsentParts {
            given: day("2026-11-25"),
            entered,
            ..waiver()
        });
        let consent = consent.expect("a waiver");
        let objection = Restriction {
            id: RestrictionId(Uuid::from_u128(5)),
            case: CaseId(Uuid::from_u128(2)),
            kinds: Reach::Every,
            recipients: Reach::Every,
            received: None,
            upheld: day("2026-11-25"),
            entered,
            decided_by: "Invented Officer".into(),
            reason: "the objection".into(),
            lifted: None,
        };
        for (at, counts) in [morning, noon, afternoon].into_iter().zip(counts) {
            let in_force = consent.state(at) == ConsentState::InForce;
            assert_eq!(
                (in_force, objection.is_in_force(at)),
                (counts, counts),
                "{entered:?} {at}"
            );
        }
        assert_eq!(consent.state(the_day_after), ConsentState::InForce);
        assert_eq!(
            consent.state(moment("2026-11-24T10:00:00+00:00")),
            ConsentState::NotYet
        );
    }
}

#[test]
fn what_was_kept_before_anybody_noted_when_it_was_entered_reads_as_it_was() {
    let kept = serde_json::to_value(waiver()).expect("written");
    assert!(kept.get("entered").is_none(), "and is written as it was");
    let read: ConsentParts = serde_json::from_value(kept).expect("read");
    assert_eq!(read, waiver());
}
