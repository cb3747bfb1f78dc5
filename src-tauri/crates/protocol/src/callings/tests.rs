use super::*;
use crate::ids::PersonId;
use crate::room::{Agency, AttendeeRole};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

fn seat(number: u16, name: &str, agency: &str, job: &str) -> Attendance {
    let id = Uuid::from_u128(number.into());
    let person = crate::people::Person {
        id: PersonId(id),
        name: name.to_owned(),
        job: job.to_owned(),
        affiliation: crate::people::Affiliation::Guest {
            agency: agency.to_owned(),
            statutory: true,
        },
        retired: false,
    };
    let agency = Agency {
        team: None,
        organisation: None,
        name: agency.to_owned(),
        short_name: agency.to_owned(),
        organisation_name: agency.to_owned(),
        statutory: true,
        party: false,
        competent_authority: false,
        relevant_authority: false,
    };
    let role = AttendeeRole::Representative;
    Attendance::expected(AttendanceId(id), &person, agency, role, number)
}

fn called(people: &[(&str, &str, &str)]) -> Vec<String> {
    let seats = (1..).zip(people);
    let people: Vec<Attendance> = seats
        .map(|(n, (name, agency, job))| seat(n, name, agency, job))
        .collect();
    let callings = Callings::of(&people);
    people.iter().map(|a| callings.alone(a.id)).collect()
}

#[test]
fn people_who_would_read_alike_are_called_by_as_much_as_tells_them_apart() {
    for (people, wanted) in [
        (
            vec![
                ("Jan Khan", "Police", "Constable"),
                ("Joe Khan", "Police", "Constable"),
            ],
            vec!["Jan Khan", "Joe Khan"],
        ),
        (
            vec![("Jan Khan", "Police", ""), ("Jan Khan", "Harden", "")],
            vec!["Jan Khan (Police)", "Jan Khan (Harden)"],
        ),
        (
            vec![("J. Khan", "Police", ""), ("Jan Khan", "Harden", "")],
            vec!["J. Khan (Police)", "Jan Khan (Harden)"],
        ),
        (
            vec![
                ("Siân O'Brien", "Police", ""),
                ("sian o’brien", "Harden", ""),
            ],
            vec!["Siân O'Brien (Police)", "sian o’brien (Harden)"],
        ),
        (
            vec![
                ("Jan Khan", "Police", "Constable"),
                ("Jan Khan", "Police", "Analyst"),
                ("Ash Low", "Police", "Analyst"),
            ],
            vec![
                "Jan Khan (Police, Constable)",
                "Jan Khan (Police, Analyst)",
                "Ash Low",
            ],
        ),
        (
            vec![
                ("Jan Khan", "Police", "Constable"),
                ("Jan Khan", "Police", "Constable"),
            ],
            vec![
                "Jan Khan (Police, Constable, 1)",
                "Jan Khan (Police, Constable, 2)",
            ],
        ),
        (
            vec![
                ("Jan Khan", "Police", ""),
                ("Jan Khan", "Police", ""),
                ("Jan Khan", "Harden", ""),
            ],
            vec![
                "Jan Khan (Police, 1)",
                "Jan Khan (Police, 2)",
                "Jan Khan (Harden)",
            ],
        ),
    ] {
        assert_eq!(called(&people), wanted, "{people:?}");
    }
}

#[test]
fn what_stands_beside_a_name_already_is_not_said_twice() {
    let people = [
        seat(1, "Jan Khan", "Police", "Constable"),
        seat(2, "Jan Khan", "Police", "Analyst"),
        seat(3, "Jan Khan", "Harden", "Officer"),
    ];
    let callings = Callings::of(&people);
    let beside = people.each_ref().map(|a| callings.beside_agency(a.id));
    assert_eq!(
        beside,
        ["Jan Khan (Constable)", "Jan Khan (Analyst)", "Jan Khan"]
    );
    let with = people.each_ref().map(|a| callings.with_agency(a.id));
    assert_eq!(
        with,
        [
            "Jan Khan (Police, Constable)",
            "Jan Khan (Police, Analyst)",
            "Jan Khan (Harden)"
        ]
    );
}

proptest! {
    #[test]
    fn no_two_people_of_one_meeting_are_ever_called_the_same(
        people in prop::collection::vec((
            prop::sample::select(vec!["Jan Khan", "J Khan", "jan khan", "Khan", "Jan Khan (Police)", "Jan Khan (Police, 2)", "Żółć", ""]),
            prop::sample::select(vec!["Police", "Harden", ""]),
            prop::sample::select(vec!["Constable", "2", ""]),
        ), 0..9),
    ) {
        let seats = (1..).zip(&people);
        let seats: Vec<Attendance> = seats.map(|(n, (name, agency, job))| seat(n, name, agency, job)).collect();
        let callings = Callings::of(&seats);
        let alone: BTreeSet<String> = seats.iter().map(|a| fold(&callings.alone(a.id))).collect();
        prop_assert_eq!(alone.len(), seats.len());
        let beside: BTreeSet<(String, &str)> = seats
            .iter()
            .map(|a| (callings.beside_agency(a.id), a.agency.short_name.as_str()))
            .collect();
        prop_assert!(people.iter().any(|(name, ..)| name.contains('(')) || beside.len() == seats.len());
    }
}
