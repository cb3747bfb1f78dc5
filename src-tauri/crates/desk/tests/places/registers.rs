//! Representatives and designated officers.

use super::laid::{bare, faults, two_months_on};
use desk::{Nothing, OfficerForm, PersonForm};

fn officer(organisation: &str, primary: bool) -> OfficerForm {
    OfficerForm {
        id: None,
        organisation: organisation.to_owned(),
        primary,
        name: "Wren Abernathy".to_owned(),
        role: "Crime Manager".to_owned(),
        email: "Wren.Abernathy@Police.Example".to_owned(),
        telephone: "+44 (0)121 496 0101".to_owned(),
        retired: false,
    }
}

#[test]
fn an_officer_is_stored_in_the_form_that_can_be_dialled_and_written_to() {
    let mut laid = bare();
    let view = laid
        .desk
        .save_officer(officer("police", true))
        .expect("an officer");
    let saved = &view.officers[0];
    assert_eq!(saved.email, "Wren.Abernathy@police.example");
    assert_eq!(saved.telephone, "01214960101");
    assert_eq!(saved.organisation, "police");
    assert!(
        !view
            .without_primary
            .iter()
            .any(|name| name == "West Midlands Police")
    );
    assert!(
        view.without_primary.len() > 5,
        "the other gaps are still told"
    );
}

#[test]
fn a_second_primary_officer_is_refused_until_the_first_retires() {
    let mut laid = bare();
    let view = laid
        .desk
        .save_officer(officer("police", true))
        .expect("an officer");
    let second = laid.desk.save_officer(officer("police", true));
    assert_eq!(faults(second), ["primary: primary_taken"]);
    let first = OfficerForm {
        id: Some(view.officers[0].id),
        retired: true,
        ..officer("police", true)
    };
    laid.desk.save_officer(first).expect("the first retires");
    laid.desk
        .save_officer(officer("police", true))
        .expect("the second takes over");
}

#[test]
fn an_organisation_may_have_as_many_primaries_as_the_appendix_names_for_it() {
    let mut laid = bare();
    let pdos = 4;
    for _ in 0..pdos {
        laid.desk
            .save_officer(officer("council", true))
            .expect("one for each service");
    }
    let one_more = laid.desk.save_officer(officer("council", true));
    assert_eq!(faults(one_more), ["primary: primary_taken"]);
}

#[test]
fn every_fault_of_an_officer_is_named_at_once() {
    let mut laid = bare();
    let before = laid.entries();
    let form = OfficerForm {
        name: " ".to_owned(),
        email: "wren.police".to_owned(),
        telephone: "0121 496".to_owned(),
        ..officer("nobody", false)
    };
    let expected = [
        "organisation: not_in_the_pack",
        "name: missing",
        "email: no_at",
        "telephone: too_short",
    ];
    assert_eq!(faults(laid.desk.save_officer(form)), expected);
    assert_eq!(laid.entries(), before);
}

#[test]
fn a_guest_needs_an_agency_and_a_representative_a_team_of_the_pack() {
    let mut laid = bare();
    let form = |team: &str, guest: &str| PersonForm {
        id: None,
        name: "Robin Ashdown".to_owned(),
        job: String::new(),
        team: team.to_owned(),
        guest_agency: guest.to_owned(),
        guest_statutory: true,
        retired: false,
    };
    assert_eq!(
        faults(laid.desk.save_person(form("", ""))),
        ["guest_agency: missing"]
    );
    assert_eq!(
        faults(laid.desk.save_person(form("nobody", ""))),
        ["team: not_in_the_pack"]
    );
    let guest = laid
        .desk
        .save_person(form("", "A visiting charity"))
        .expect("a guest");
    assert!(guest.people[0].guest && guest.people[0].statutory);
}

#[test]
fn actions_open_and_settled_are_told_apart_with_the_most_overdue_first() {
    let mut laid = two_months_on();
    laid.days_pass(60);
    let view = laid.desk.actions(Nothing {}).expect("the actions");
    assert!(!view.open.is_empty() && !view.settled.is_empty());
    assert!(view.open.iter().all(|action| action.outcome.is_none()));
    assert!(view.settled.iter().all(|action| action.outcome.is_some()));
    let days: Vec<_> = view
        .open
        .iter()
        .filter_map(|action| action.days_left)
        .collect();
    assert!(days.is_sorted(), "{days:?}");
    assert!(days[0] < 0, "two months on, something is late");
    let of_cases = view.open.iter().filter(|action| action.case.is_some());
    assert!(of_cases.clone().count() > 0);
    assert!(of_cases.clone().all(|action| action.case_label.is_some()));
}
