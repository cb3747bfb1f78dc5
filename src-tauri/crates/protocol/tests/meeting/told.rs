//! Who is to be told of words that were said at the very moment at which the room emptied, or filled again.

use super::*;
use protocol::ids::CorrectionId;
use protocol::meeting::{Correction, Hand, Line, Proceedings, Wording};
use protocol::sharing::Pending;

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

/// Who is told, were those words corrected the day after.
fn told(p: &Proceedings, of: impl Into<Wording>) -> Vec<AttendanceId> {
    p.to_be_told(&Correction {
        id: CorrectionId(id(1)),
        of: of.into(),
        before: Words::new("as it was said"),
        by: hand(24 * 60),
    })
}

/// Everybody of the tests but one.
fn all_but(one: usize) -> Vec<AttendanceId> {
    let others = (0..TEAMS.len()).filter(|n| *n != one);
    others.map(who).collect()
}

#[test]
fn why_a_meeting_stopped_was_said_to_everybody_who_was_there_until_it_stopped() {
    let pack = pack();
    let reason = || Words::new("the fire alarm went");
    let tomorrow = NaiveDate::from_ymd_opt(2026, 12, 11).expect("a day");
    let mut session = in_session(&pack);
    session.leave(who(3), at(9)).expect("gone before");
    let abandoned = session.clone().abandon(reason(), hand(10)).expect("ends");
    let adjourned = session.adjourn(tomorrow, reason(), hand(10));
    let adjourned = adjourned.expect("stops for the day");
    let mut room = gathering(&pack);
    let come = (0..TEAMS.len()).filter(|n| *n != 3);
    come.for_each(|n| room.mark_present(who(n), at(1)).expect("expected"));
    let put_off = room.put_off(tomorrow, reason(), hand(10)).expect("put off");
    for (what, p) in [
        ("abandoned", abandoned.proceedings()),
        ("adjourned", adjourned.proceedings()),
        ("put off", put_off.proceedings()),
    ] {
        assert_eq!(told(p, Wording::Turn(0)), all_but(3), "{what}");
    }
}

#[test]
fn no_action_was_not_said_to_whoever_came_back_as_its_case_closed() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session.step_out(who(3), at(7)).expect("out");
    session
        .close_without_action(&Words::new("no action"), id(800), at(8))
        .expect("closes");
    let p = session.proceedings();
    assert!(p.attendance(who(3)).expect("here").is_in_the_room());
    let decision = Line::Decision(p.decisions[0].id);
    let closed = session.end(&Words::new("no time"), at(30)).expect("ends");
    assert_eq!(told(closed.proceedings(), decision), all_but(3));
}

/// A record's moments may be whole seconds: what is said in the last one is said in the meeting.
#[test]
fn what_was_decided_at_the_moment_of_the_end_was_said_to_everybody_who_stayed() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.turn_to(Place::AnyOtherBusiness).expect("turns");
    session.leave(who(3), at(9)).expect("gone before");
    let (decision, words) = (DecisionId(id(800)), Words::new("thank the volunteers"));
    session
        .record_decision(decision, DecisionKind::Other, words, None, false, at(30))
        .expect("decided");
    let closed = session.end(&Words::new("no time"), at(30)).expect("ends");
    assert_eq!(
        told(closed.proceedings(), Line::Decision(decision)),
        all_but(3)
    );
}

#[test]
fn a_correction_older_than_the_sharing_is_told_to_nobody_for_nobody_heard_the_first_words() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let note = ItemId(id(900));
    let said = Proposal {
        pending: vec![Pending {
            team: None,
            organisation: Some(protocol::ids::OrganisationKey::new("harden")),
            named: "Harden".into(),
        }],
        ..proposal(&pack, "pol")
    };
    let file = OnFile::default();
    session
        .record_item(said, note, at(8), &pack, &file)
        .expect("recorded");
    session.leave(who(3), at(9)).expect("here");
    let p = session.proceedings();
    let of = |minute| Correction {
        id: CorrectionId(id(1)),
        of: Line::Item(note).into(),
        before: Words::new("as it was typed"),
        by: hand(minute),
    };
    assert_eq!(p.to_be_told(&of(10)), [who(3)]);
    assert_eq!(p.to_be_told_outside(&of(10)), [(note, 0)]);
    assert_eq!(p.to_be_told(&of(7)), []);
    assert_eq!(p.to_be_told_outside(&of(7)), []);
}
