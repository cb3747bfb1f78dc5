//! What was done by a slip of the hand, taken back: each by itself, and nothing else with it.

use super::*;
use protocol::meeting::{Hand, Line, SlotProgress};

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

fn with_a_case(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

fn decide(session: &mut InSession, n: u128, minute: i64) -> DecisionId {
    let decision = DecisionId(id(n));
    let words = Words::new("go on");
    session
        .record_decision(
            decision,
            DecisionKind::Other,
            words,
            None,
            false,
            at(minute),
        )
        .expect("decided");
    decision
}

fn share(session: &mut InSession, pack: &Pack, n: u128, minute: i64) -> ItemId {
    let item = ItemId(id(n));
    let proposal = proposal(pack, "pol");
    session
        .record_item(proposal, item, at(minute), pack, &OnFile::default())
        .expect("shared");
    item
}

fn dissent(session: &mut InSession, pack: &Pack, minute: i64) {
    let words = Words::new("would rather wait");
    session
        .record_dissent(team(pack, "prob"), words, at(minute))
        .expect("noted");
}

fn dissents(session: &InSession) -> Vec<usize> {
    let decisions = session.proceedings().decisions.iter();
    let standing = decisions.filter(|d| d.undone.is_none());
    standing.map(|d| d.dissents.len()).collect()
}

#[test]
fn a_dissent_is_taken_back_by_itself_and_the_decision_stands() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let decision = decide(&mut session, 900, 7);
    dissent(&mut session, &pack, 8);
    assert_eq!(session.undo(at(9)), Ok(Line::Decision(decision)));
    assert_eq!(dissents(&session), [0]);
    dissent(&mut session, &pack, 10);
    let item = share(&mut session, &pack, 901, 11);
    // What was said after it goes first, then the dissent, then the decision.
    assert_eq!(session.undo(at(12)), Ok(Line::Item(item)));
    assert_eq!(dissents(&session), [1]);
    session.undo(at(13)).expect("the dissent");
    assert_eq!(dissents(&session), [0]);
    session.undo(at(14)).expect("the decision");
    assert_eq!(session.undo(at(15)), Err(Refusal::NothingToUndo));
}

#[test]
fn a_dissent_from_what_was_decided_of_two_cases_is_taken_back_in_both() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    session
        .say(id(900), |session, id| {
            let (id, kind) = (DecisionId(id), DecisionKind::Other);
            session.record_decision(id, kind, Words::new("go on"), None, false, at(8))?;
            Ok(vec![Line::Decision(id)])
        })
        .expect("decided");
    session
        .say(id(902), |session, _| {
            let words = Words::new("would rather wait");
            session.record_dissent(team(&pack, "prob"), words, at(9))?;
            Ok(Vec::new())
        })
        .expect("noted");
    assert_eq!(dissents(&session), [1, 1]);
    session.undo(at(10)).expect("taken back");
    assert_eq!(dissents(&session), [0, 0]);
}

#[test]
fn that_the_room_was_asked_is_taken_back_unless_no_change_rests_on_it() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    assert_eq!(session.unask_room(), Err(Refusal::RoomNotAsked));
    session.ask_room(at(7)).expect("asked");
    session.unask_room().expect("taken back");
    let no_change = |s: &mut InSession| s.no_change(Words::new("as before"), id(900), at(9));
    assert_eq!(no_change(&mut session), Err(Refusal::RoomNotAsked));
    session.ask_room(at(8)).expect("asked");
    no_change(&mut session).expect("no change");
    assert_eq!(session.unask_room(), Err(Refusal::NothingToUndo));
    session.undo(at(10)).expect("taken back");
    session.unask_room().expect("nothing rests on it");
}

#[test]
fn a_case_added_by_mistake_goes_again_and_leaves_no_trace_in_the_minutes() {
    let pack = pack();
    let mut session = in_session(&pack);
    let before = session.clone();
    let added = SlotId(id(777));
    session
        .add_case(added, heading(7), (Tier::Green, 3), hand(7))
        .expect("added");
    session.unadd_case(added).expect("taken away");
    assert_eq!(session, before);
    assert_eq!(session.unadd_case(slot(0)), Err(Refusal::NothingToUndo));
}

#[test]
fn a_case_of_which_something_was_said_is_not_taken_away() {
    let pack = pack();
    let mut session = in_session(&pack);
    let added = SlotId(id(777));
    session
        .add_case(added, heading(7), (Tier::Green, 3), hand(7))
        .expect("added");
    session.open_case(added, None, at(8)).expect("opens");
    assert_eq!(session.unadd_case(added), Err(Refusal::NothingToUndo));
    share(&mut session, &pack, 900, 9);
    session.undo(at(10)).expect("taken back");
    session.wait_again(added, at(11)).expect("waits");
    assert_eq!(session.unadd_case(added), Err(Refusal::NothingToUndo));
}

#[test]
fn a_case_opened_or_put_off_by_mistake_waits_again_with_what_was_said_of_it() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    share(&mut session, &pack, 900, 7);
    session.step_out(who(3), at(8)).expect("out");
    session.wait_again(slot(0), at(9)).expect("waits");
    let p = session.proceedings();
    assert_eq!(
        p.slot(slot(0)).expect("there").progress,
        SlotProgress::Waiting
    );
    assert!(p.open_slot().is_none() && p.items.len() == 1);
    assert!(p.attendance(who(3)).expect("there").is_in_the_room());
    let again = session.wait_again(slot(0), at(10));
    assert_eq!(again, Err(Refusal::WrongStage));
    let why = Words::new("no time");
    session.defer_case(slot(0), why, at(11)).expect("put off");
    session.wait_again(slot(0), at(12)).expect("waits");
    session.open_case(slot(0), None, at(13)).expect("opens");
    decide(&mut session, 901, 14);
    session.close_case(at(15)).expect("closes");
    let closed = session.wait_again(slot(0), at(16));
    assert_eq!(closed, Err(Refusal::CaseDone(slot(0))));
}

#[test]
fn after_the_end_a_line_goes_to_its_own_case_or_is_taken_back_and_a_closed_case_keeps_a_decision() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 900, 7);
    let decision = decide(&mut session, 901, 8);
    session.close_case(at(9)).expect("closes");
    let mut closed = session.end(&Words::new("no time"), at(30)).expect("ends");
    let to = (slot(1), id(950));
    let nothing = OnFile::default();
    let moved = closed
        .move_line(Line::Item(item), to.0, to.1, hand(40), &pack, &nothing)
        .expect("moved");
    let p = closed.proceedings();
    assert_eq!(p.place_of(moved), Some(Place::Case(slot(1))));
    let all = p.items.iter().find(|i| Line::Item(i.parts().id) == moved);
    assert_eq!(all.expect("there").recipients().count(), TEAMS.len());
    assert_eq!(p.words_of(Line::Item(item)), None);
    assert_eq!(p.amendments.len(), 1);
    let bare = Err(Refusal::NothingDecided(slot(0)));
    assert_eq!(closed.take_back(Line::Decision(decision), at(41)), bare);
    closed.take_back(moved, at(42)).expect("taken back");
    assert_eq!(closed.proceedings().words_of(moved), None);
    let again = closed.take_back(moved, at(43));
    assert_eq!(again, Err(Refusal::NoSuchLine));
}
