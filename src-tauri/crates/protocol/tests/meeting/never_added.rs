//! A case that was added to the meeting by mistake: taken off again, as though nobody had added it.

use super::*;
use protocol::meeting::{Forum, Hand, SlotProgress};

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

const ADDED: usize = 3;

fn with_one_added(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session
        .add_case(slot(ADDED), heading(ADDED), (Tier::Green, 3), hand(6))
        .expect("added");
    session
}

fn because(words: &str) -> Option<Words> {
    Some(Words::new(words))
}

#[test]
fn a_case_that_was_added_is_gone_again_whatever_else_was_done_since_as_though_never_added() {
    let pack = pack();
    let business = |session: &mut InSession| {
        session.open_case(slot(0), None, at(8)).expect("opens");
        let item = ItemId(id(900));
        let proposal = proposal(&pack, "pol");
        session
            .record_item(proposal, item, at(9), &pack, &OnFile::default())
            .expect("shared");
        let forum = (Forum::Mappa, false);
        let why = Words::new("a risk of serious harm");
        session
            .refer_case(slot(1), forum, why, DecisionId(id(901)), hand(10))
            .expect("referred");
    };
    let (mut with, mut without) = (with_one_added(&pack), in_session(&pack));
    business(&mut with);
    business(&mut without);
    with.take_back_added(slot(ADDED), at(11)).expect("gone");
    assert_eq!(with, without);
    let again = with.take_back_added(slot(ADDED), at(12));
    assert_eq!(again, Err(Refusal::NotOnTheAgenda));
}

#[test]
fn a_case_that_was_opened_and_of_which_nothing_was_said_is_gone_with_no_case_left_open() {
    let pack = pack();
    let mut session = with_one_added(&pack);
    session.open_case(slot(ADDED), None, at(7)).expect("opens");
    session.take_back_added(slot(ADDED), at(8)).expect("gone");
    let p = session.proceedings();
    assert!(p.open_slot().is_none() && !p.was_added_here(slot(ADDED)));
    session.open_case(slot(0), None, at(9)).expect("opens");
}

#[test]
fn a_case_that_was_planned_does_not_go_that_way() {
    let pack = pack();
    let mut session = with_one_added(&pack);
    let planned = session.take_back_added(slot(0), at(7));
    assert_eq!(planned, Err(Refusal::NotAddedHere));
}

/// Whatever is on record of it would be left without its case: that includes a line which was taken back.
#[test]
fn a_case_of_which_anything_is_on_record_stays_on_the_agenda() {
    let pack = pack();
    type Does<'a> = &'a dyn Fn(&mut InSession);
    let opens = |s: &mut InSession| s.open_case(slot(ADDED), None, at(7)).expect("opens");
    let shares = |s: &mut InSession| {
        let item = ItemId(id(900));
        s.record_item(
            proposal(&pack, "pol"),
            item,
            at(8),
            &pack,
            &OnFile::default(),
        )
        .expect("shared");
    };
    let table: [(&str, Does<'_>); 9] = [
        ("a line", &|s| {
            opens(s);
            shares(s);
        }),
        ("a line that was taken back", &|s| {
            opens(s);
            shares(s);
            s.undo(at(9)).expect("a line");
        }),
        ("a decision", &|s| {
            opens(s);
            let (decision, words) = (DecisionId(id(901)), Words::new("go on"));
            s.record_decision(decision, DecisionKind::Other, words, None, false, at(8))
                .expect("decided");
        }),
        ("an action", &|s| {
            opens(s);
            let owner = ActionOwner {
                team: team(&pack, "prob"),
                person: None,
            };
            let (action, words) = (ActionId(id(902)), Words::new("call"));
            s.record_action(action, owner, words, None, None, at(8), &pack)
                .expect("to be done");
        }),
        ("that the room was asked", &|s| {
            opens(s);
            s.ask_room(at(8)).expect("asked");
        }),
        ("that somebody stepped out for it", &|s| {
            opens(s);
            s.step_out(who(3), at(8)).expect("out");
            s.step_back(who(3), at(9)).expect("back");
        }),
        ("that it was discussed along with another", &|s| {
            s.open_case(slot(0), None, at(7)).expect("opens");
            s.join_case(slot(ADDED), None, hand(8)).expect("joined");
            s.part_case(slot(ADDED), hand(9)).expect("parted");
        }),
        ("that another was discussed along with it", &|s| {
            opens(s);
            s.join_case(slot(1), None, hand(8)).expect("joined");
        }),
        ("that it was put off and opened again", &|s| {
            s.defer_case(slot(ADDED), Words::new("no time"), at(7))
                .expect("put off");
            s.reopen_case(slot(ADDED), None, hand(8)).expect("opens");
        }),
    ];
    for (what, does) in table {
        let mut session = with_one_added(&pack);
        does(&mut session);
        let before = session.clone();
        let gone = session.take_back_added(slot(ADDED), at(20));
        assert_eq!(gone, Err(Refusal::RecordedOfIt), "{what}");
        assert_eq!(session, before, "{what}");
    }
}

#[test]
fn a_flagged_case_that_was_opened_for_the_chairs_reason_keeps_it() {
    let pack = pack();
    let mut session = in_session(&pack);
    let mut flagged = heading(ADDED);
    flagged.flags.mappa = true;
    session
        .add_case(slot(ADDED), flagged, (Tier::Green, 3), hand(6))
        .expect("added");
    session
        .open_case(slot(ADDED), because("the tenancy is ours"), at(7))
        .expect("opens");
    let gone = session.take_back_added(slot(ADDED), at(8));
    assert_eq!(gone, Err(Refusal::RecordedOfIt));
}

#[test]
fn a_case_that_has_been_dealt_with_stays_dealt_with() {
    let pack = pack();
    let mut session = with_one_added(&pack);
    session
        .defer_case(slot(ADDED), Words::new("no time"), at(7))
        .expect("put off");
    let gone = session.take_back_added(slot(ADDED), at(8));
    assert_eq!(gone, Err(Refusal::CaseDone(slot(ADDED))));
    let slots = &session.proceedings().slots;
    assert!(matches!(
        slots[ADDED].progress,
        SlotProgress::Deferred { .. }
    ));
}
