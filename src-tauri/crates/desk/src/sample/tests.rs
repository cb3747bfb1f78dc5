use super::{Part, Sample};
use crate::meetings::{Kind, RoleView};
use chrono::NaiveDate;
use protocol::capture::{self, Lexicon, Understood};
use protocol::ids::TeamKey;
use protocol::pack::{DEFAULT, EXAMPLE, Pack};
use protocol::trade::Basis;
use std::collections::BTreeSet;

fn sample() -> Sample {
    Sample::read().expect("the sample reads")
}

fn everyone(pack: &Pack) -> Vec<&str> {
    pack.teams
        .iter()
        .map(|team| team.capture_key.as_str())
        .collect()
}

#[test]
fn a_meeting_of_any_size_has_its_chair_its_minute_taker_and_different_people() {
    let sample = sample();
    for (kind, attendees) in [(Kind::Odoc, 12), (Kind::Odoc, 25), (Kind::DipCaseReview, 8)] {
        let people = sample.people_at(kind, attendees);
        let names: BTreeSet<_> = people.iter().map(|person| &person.form.name).collect();
        assert_eq!((people.len(), names.len()), (attendees + 1, attendees + 1));
        for role in [RoleView::Chair, RoleView::MinuteTaker] {
            assert_eq!(
                people.iter().filter(|person| person.role == role).count(),
                1
            );
        }
    }
    let late = |person: &&super::SamplePerson| person.part == Part::Late;
    assert_eq!(
        sample
            .people_at(Kind::Odoc, 12)
            .into_iter()
            .filter(late)
            .count(),
        1
    );
    assert!(sample.refuser().is_some());
}

#[test]
fn forty_cases_of_either_kind_have_names_and_references_of_their_own() {
    for kind in [Kind::Odoc, Kind::DipCaseReview] {
        let sample = sample();
        let cases = sample.cases_at(kind, 40);
        let references: BTreeSet<_> = cases.iter().map(|case| &case.form.reference).collect();
        let names: BTreeSet<_> = cases
            .iter()
            .map(|case| (&case.form.forename, &case.form.surname))
            .collect();
        assert_eq!((cases.len(), references.len(), names.len()), (40, 40, 40));
    }
    assert_eq!(sample().cases().count(), 24 + 8);
}

#[test]
fn every_case_of_the_sample_has_four_items_three_actions_and_a_decision_in_each_month() {
    let pack = Pack::read(DEFAULT).expect("the pack reads");
    let (sample, room) = (sample(), everyone(&pack));
    for kind in [Kind::Odoc, Kind::DipCaseReview] {
        let cases = sample.cases_at(kind, 40);
        for (place, month) in (0..40).flat_map(|place| (0..3).map(move |month| (place, month))) {
            let said = sample.said(&cases, place, month, &room);
            assert_eq!(
                (said.items.len(), said.actions.len()),
                (4, 3),
                "{place} {month}"
            );
            assert!(said.decision.is_some());
        }
    }
}

#[test]
fn no_item_is_said_twice_in_a_meeting_of_twenty_cases_nor_of_one_case_in_three_months() {
    let pack = Pack::read(DEFAULT).expect("the pack reads");
    let (sample, room) = (sample(), everyone(&pack));
    let cases = sample.cases_at(Kind::Odoc, 20);
    let items = |place, month| sample.said(&cases, place, month, &room).items;
    let meeting: Vec<_> = (0..20).flat_map(|place| items(place, 1)).collect();
    let one_case: Vec<_> = (0..3).flat_map(|month| items(4, month)).collect();
    for said in [meeting, one_case] {
        assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len());
    }
}

#[test]
fn people_officers_and_cases_name_what_the_pack_has() {
    let pack = Pack::read(DEFAULT).expect("the pack reads");
    let sample = sample();
    let teams: BTreeSet<_> = pack.teams.iter().map(|team| team.key.as_str()).collect();
    let organisations: BTreeSet<_> = pack.organisations.iter().map(|o| o.key.as_str()).collect();
    for person in sample.people() {
        let team = person.form.team.as_str();
        assert!(
            teams.contains(team) == person.form.guest_agency.is_empty(),
            "{team}"
        );
    }
    assert!(
        sample
            .officers
            .iter()
            .all(|o| organisations.contains(o.organisation.as_str()))
    );
    assert!(
        sample
            .cases_at(Kind::Odoc, 40)
            .iter()
            .all(|c| teams.contains(c.form.lead.as_str()))
    );
    assert!(
        sample
            .officers
            .iter()
            .all(|officer| officer.email.ends_with(".example"))
    );
}

#[test]
fn the_fields_of_every_case_are_in_the_agreed_formats() {
    use protocol::formats::*;
    let sample = sample();
    for case in &sample.cases {
        let (form, which) = (&case.form, &case.form.reference);
        assert!(
            PersonName::read(&form.title, &form.forename, &form.surname).is_ok(),
            "{which}"
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        assert!(DateOfBirth::read(&form.born, today).is_ok(), "{which}");
        assert!(Gender::read(&form.gender).is_ok(), "{which}");
        assert!(EthnicGroup::read(&form.ethnic_group).is_ok(), "{which}");
        assert!(
            form.cro.is_empty() || CroNumber::read(&form.cro).is_ok(),
            "{which}"
        );
        let lines = [
            &form.number_and_street,
            &form.locality,
            &form.post_town,
            &form.postcode,
        ];
        let [street, locality, town, postcode] = lines;
        assert!(
            Address::read(street, locality, town, postcode).is_ok(),
            "{which}"
        );
        let manager = OffenderManager::read(&form.manager_name, &form.manager_organisation);
        assert!(manager.is_ok(), "{which}");
    }
}

/// What each line of a case should be understood as, with nothing in it left to a guess.
fn understood(line: &str, pack: &Pack, kind: Kind) -> Understood {
    let today = NaiveDate::from_ymd_opt(2026, 12, 3).expect("a day");
    let next = NaiveDate::from_ymd_opt(2027, 1, 7);
    let seats: Vec<_> = pack.teams.iter().map(|team| team.key.clone()).collect();
    let seat = |team: &TeamKey| {
        let place = seats.iter().position(|key| key == team)?;
        u32::try_from(place + 1).ok()
    };
    let lexicon = Lexicon::of(pack, kind.into(), seat, Vec::new(), today, next);
    capture::read(line, &lexicon).understood
}

#[test]
fn every_line_is_understood_by_capture_as_what_it_is_meant_to_be() {
    let pack = Pack::read(DEFAULT).expect("the pack reads");
    let (sample, room) = (sample(), everyone(&pack));
    for kind in [Kind::Odoc, Kind::DipCaseReview] {
        let cases = sample.cases_at(kind, 40);
        for (place, month) in (0..40).flat_map(|place| (0..3).map(move |month| (place, month))) {
            let said = sample.said(&cases, place, month, &room);
            let read = |line: &str| understood(line, &pack, kind);
            for line in said.items {
                assert!(as_meant(line, &read(line), &pack, kind), "{line}");
            }
            for line in said.actions {
                let action = read(line);
                let due = matches!(
                    &action,
                    Understood::Action {
                        team: Some(_),
                        due: Some(_),
                        ..
                    }
                );
                assert!(due, "{line}: {action:?}");
            }
            if let Some(line) = said.decision {
                let reasoned = matches!(
                    read(line),
                    Understood::Decision {
                        rationale: Some(_),
                        ..
                    }
                );
                assert!(reasoned, "{line}");
            }
            if let Some(line) = said.dissent {
                assert!(matches!(read(line), Understood::Dissent { .. }), "{line}");
            }
        }
    }
}

/// Whether an item is of a kind that its team originally holds and that is offered here, goes to everybody, and has its basis.
fn as_meant(line: &str, read: &Understood, pack: &Pack, meeting: Kind) -> bool {
    let Understood::Item {
        team,
        kind,
        without,
        also,
        basis,
        ..
    } = read
    else {
        return false;
    };
    let offered = pack
        .kind(kind)
        .is_some_and(|k| k.meetings.contains(&meeting.into()));
    let judgement = *basis == Basis::ProfessionalJudgement;
    offered
        && pack.matrix.holds(team, kind)
        && without.is_empty()
        && also.is_empty()
        && judgement == line.contains(" j: ")
}

#[test]
fn the_shortest_and_the_longest_line_are_what_they_say() {
    let pack = Pack::read(DEFAULT).expect("the pack reads");
    let lengths = sample().lengths;
    for (line, count) in [(lengths.two_words, 2), (lengths.two_thousand_words, 2000)] {
        let read = understood(&line, &pack, Kind::Odoc);
        let Understood::Item { words, .. } = read else {
            panic!("no item: {read:?}")
        };
        assert_eq!(words.as_str().split_whitespace().count(), count);
    }
}

#[test]
fn under_any_agreement_the_sample_speaks_by_teams_and_kinds_that_it_knows() {
    let mut renamed = Pack::read(DEFAULT).expect("the default pack");
    renamed.teams[0].capture_key = "zzz".to_owned();
    let default = Pack::read(DEFAULT).expect("the default pack");
    let example = Pack::read(EXAMPLE).expect("the second pack");
    for (pack, as_it_is) in [(default, true), (renamed, false), (example, false)] {
        assert_eq!(sample().is_spoken_under(&pack), as_it_is, "{}", pack.name);
        let fitted = sample().under(&pack);
        assert!(fitted.is_spoken_under(&pack), "{}", pack.name);
        assert_eq!(fitted.waivers.is_some(), as_it_is);
        let room = everyone(&pack);
        let cases = fitted.cases_at(Kind::Odoc, 6);
        for place in 0..cases.len() {
            let said = fitted.said(&cases, place, 0, &room);
            assert_eq!((said.items.len(), said.actions.len()), (4, 3));
            assert!(said.decision.is_some());
        }
        assert!(!fitted.letters.before_a_guest.is_empty());
    }
}
