//! Who does an action, and by when: put right until the signature, with how it was kept.

use super::*;
use protocol::meeting::{Closed, Hand, Line};

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn of(pack: &Pack, agency: &str, person: Option<&str>) -> ActionOwner {
    ActionOwner {
        team: team(pack, agency),
        person: person.map(str::to_owned),
    }
}

const ACTION: u128 = 700;

/// An action for police by Christmas Eve, in the first case.
fn agreed(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let (owner, words) = (of(pack, "pol", None), Words::new("check tenancy"));
    let action = ActionId(id(ACTION));
    session
        .record_action(action, owner, words, day(12, 24), None, at(10), pack)
        .expect("agreed");
    session
}

fn ended(mut session: InSession) -> Closed {
    session.close_case(at(20)).expect("decided");
    session.end(&Words::new("no time"), at(30)).expect("ends")
}

#[test]
fn whose_an_action_is_and_by_when_is_put_right_with_its_strand_and_the_record_keeps_how_it_was() {
    let pack = pack();
    let mut session = agreed(&pack);
    let action = ActionId(id(ACTION));
    let owner = of(&pack, "aqu", Some("Person 4"));
    session
        .reassign(action, owner.clone(), None, hand(12), &pack)
        .expect("put right");
    let p = session.proceedings();
    let now = &p.actions[0];
    assert_eq!((&now.owner, now.due), (&owner, None));
    let usual = pack.team(&owner.team).map(|team| team.strand);
    assert_eq!(
        now.strand, usual,
        "the usual strand of the agency that does it"
    );
    let before: Vec<_> = p.owed_before(action).collect();
    assert_eq!(before.len(), 1);
    let (by, was) = before[0];
    assert_eq!(
        (by, &was.team, was.due),
        (&hand(12), &team(&pack, "pol"), day(12, 24))
    );
    assert_eq!(p.corrections_of(Line::Action(action)).count(), 0);
}

#[test]
fn a_date_that_has_gone_an_unknown_agency_and_an_action_that_is_not_open_are_refused() {
    let pack = pack();
    let mut session = agreed(&pack);
    let before = session.clone();
    let nobody = ActionOwner {
        team: TeamKey::new("nobody"),
        person: None,
    };
    let (pol, here) = (of(&pack, "pol", None), ActionId(id(ACTION)));
    for (action, owner, due, refusal) in [
        (here, pol.clone(), day(12, 1), Refusal::DateInThePast),
        (here, nobody, None, Refusal::NotInThePack),
        (here, pol.clone(), day(12, 24), Refusal::NothingWritten),
        (ActionId(id(1)), pol.clone(), None, Refusal::NoSuchAction),
    ] {
        let tried = session.reassign(action, owner, due, hand(12), &pack);
        assert_eq!(tried, Err(refusal));
        assert_eq!(session, before);
    }
    session.undo(at(14)).expect("a slip");
    let gone = session.reassign(here, pol, None, hand(16), &pack);
    assert_eq!(gone, Err(Refusal::NoSuchAction));
}

#[test]
fn after_the_end_an_action_of_a_closed_case_is_given_its_date() {
    let pack = pack();
    let mut closed = ended(agreed(&pack));
    closed
        .reassign(
            ActionId(id(ACTION)),
            of(&pack, "prob", None),
            day(12, 31),
            hand(40),
            &pack,
        )
        .expect("until the signature");
    let now = &closed.proceedings().actions[0];
    assert_eq!(
        (&now.owner.team, now.due),
        (&team(&pack, "prob"), day(12, 31))
    );
}

#[test]
fn what_was_agreed_of_two_cases_in_one_breath_is_put_right_in_both() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session.join_case(slot(1), None, hand(7)).expect("joined");
    session
        .say(id(ACTION), |session, id| {
            let (action, owner) = (ActionId(id), of(&pack, "pol", None));
            let words = Words::new("check tenancy");
            session.record_action(action, owner, words, None, None, at(10), &pack)?;
            Ok(vec![Line::Action(action)])
        })
        .expect("agreed of both");
    let owner = of(&pack, "pol", None);
    session
        .reassign(ActionId(id(ACTION)), owner, day(12, 24), hand(12), &pack)
        .expect("put right");
    let dates: Vec<_> = session
        .proceedings()
        .actions
        .iter()
        .map(|a| a.due)
        .collect();
    assert_eq!(dates, [day(12, 24), day(12, 24)]);
}
