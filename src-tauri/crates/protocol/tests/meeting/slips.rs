//! What was done by a slip of the hand, taken back: each by itself, and nothing else with it.

use super::*;
use protocol::ids::CorrectionId;
use protocol::meeting::{Hand, Line, Moving, Proceedings, SlotProgress, Wording};

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
    standing.map(|d| d.standing_dissents().count()).collect()
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
        .move_line(
            Moving::of(Line::Item(item), to.0, to.1),
            hand(40),
            &pack,
            &nothing,
        )
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

#[test]
fn what_was_done_last_is_taken_back_whole_but_no_acceptance_goes_and_none_comes_again() {
    let pack = pack();
    let session = with_a_case(&pack);
    let before = Meeting::from(session.clone());
    let mut after = session.clone();
    after.step_out(who(3), at(7)).expect("steps out");
    let out = Meeting::from(after);
    assert_eq!(out.back_to(before.clone()), Ok(before.clone()));
    assert_eq!(before.back_to(out.clone()), Ok(out.clone()), "and again");

    let nothing = Err(Refusal::NothingToUndo);
    let closed = session.clone().end(&Words::new("not reached"), at(8));
    assert!(closed.is_err(), "a case is open");
    let mut late = session.clone();
    late.arrive(who(3)).expect("is here already");
    late.undo_acceptance(who(3), hand(9), &pack)
        .expect("taken back");
    let without = Meeting::from(late.clone());
    assert_eq!(
        without.back_to(before.clone()),
        Ok(before.clone()),
        "taking it back was the slip"
    );
    assert_eq!(before.back_to(without.clone()), Ok(without.clone()));
    let pinned = session.proceedings().pinned.as_ref();
    let shown = pinned.expect("a pinned pack").texts;
    late.accept(who(3), shown, at(10)).expect("accepts");
    let again = Meeting::from(late);
    assert_eq!(again.back_to(without), nothing, "it does not go");
    assert_eq!(again.back_to(before), nothing, "nor the first come again");
}

#[test]
fn what_was_heard_without_a_ground_disappears_by_no_undo() {
    let pack = pack();
    let session = with_a_case(&pack);
    let before = Meeting::from(session.clone());
    let mut after = session;
    let guest = Affiliation::Guest {
        agency: "Lantern Advice".to_owned(),
        statutory: false,
    };
    let guest = attendance(&pack, 60, guest, AttendeeRole::Representative);
    after.newcomer(guest).expect("a new face");
    let shown = before.proceedings().pinned.as_ref();
    let shown = shown.expect("a pinned pack").texts;
    after.accept(who(60), shown, at(7)).expect("accepts");
    after
        .sign_declaration(who(60), "Person 60", ink(), shown, at(7))
        .expect("signs");
    after.let_in(who(60), at(8)).expect("let in");
    let before = Meeting::from(after.clone());
    let (said, did) = (
        proposal(&pack, "pol"),
        Words::new("asked them to forget it"),
    );
    let heard = after.record_heard(said, did, ItemId(id(950)), at(9), &pack, &OnFile::default());
    heard.expect("heard without a ground");
    let undone = Meeting::from(after).back_to(before);
    assert_eq!(undone, Err(Refusal::IncidentStays));
}

#[test]
fn a_note_on_an_action_and_why_a_case_was_put_off_are_tidied_where_there_are_words() {
    let pack = pack();
    let mut session = in_session(&pack);
    let words = |text: &str| Words::new(text);
    let (put_off, waits) = (Wording::Deferral(slot(0)), Wording::Deferral(slot(1)));
    session
        .defer_case(slot(0), words("no tyme"), at(6))
        .expect("deferred");
    let none = OnFile::default();
    session
        .reword(put_off, words("no time"), &pack, &none)
        .expect("tidied");
    let progress = &session.proceedings().slots[0].progress;
    let reason = words("no time");
    assert_eq!(*progress, SlotProgress::Deferred { reason });
    let missing = session.reword(waits, words("x"), &pack, &none);
    assert_eq!(missing, Err(Refusal::NoSuchLine));
    assert_eq!(
        session.reword(put_off, words(" "), &pack, &none),
        Err(Refusal::NothingWritten)
    );
    let nobodys = Wording::Outcome(ActionId(id(990)));
    assert_eq!(
        session.reword(nobodys, words("x"), &pack, &none),
        Err(Refusal::NoSuchLine)
    );
    assert_eq!(
        session.proceedings().case_of_words(put_off),
        Some(CaseId(id(400)))
    );
}

#[test]
fn any_differing_view_goes_by_itself_live_and_beside_the_draft_unless_it_was_corrected() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let decision = decide(&mut session, 950, 9);
    for (capture_key, minute) in [("prob", 10), ("aqu", 11)] {
        let words = Words::new(format!("{capture_key} would rather wait"));
        session
            .record_dissent(team(&pack, capture_key), words, at(minute))
            .expect("noted");
    }
    let [first, last] = [0, 1].map(|nth| Wording::Dissent(decision, nth));
    let left = |p: &Proceedings| -> Vec<_> {
        let views = p.decisions[0].standing_dissents();
        views.map(|(_, d)| d.team.clone()).collect()
    };
    let mut live = session.clone();
    live.take_back(last, at(13)).expect("nobody said it");
    assert_eq!(left(live.proceedings()), [team(&pack, "prob")]);
    assert_eq!(live.take_back(last, at(14)), Err(Refusal::NoSuchLine));
    // Neither its words nor another's come again in its place, and the next one has a place of its own.
    let words = Words::new("aqu would rather begin at once");
    let again = live.record_dissent(team(&pack, "aqu"), words.clone(), at(14));
    again.expect("noted");
    assert_eq!(live.proceedings().words_of(last), None);
    let next = Wording::Dissent(decision, 2);
    assert_eq!(live.proceedings().words_of(next), Some(&words));

    let mut live = session.clone();
    live.take_back(first, at(13)).expect("nobody said it");
    assert_eq!(left(live.proceedings()), [team(&pack, "aqu")]);
    let aquarius = Words::new("aqu would rather wait");
    assert_eq!(live.proceedings().words_of(last), Some(&aquarius));
    let tidied = live.reword(first, Words::new("tidy"), &pack, &OnFile::default());
    assert_eq!(tidied, Err(Refusal::NoSuchLine));
    // The key for the last line takes back the last that stands.
    live.undo(at(14)).expect("the other one");
    assert_eq!(left(live.proceedings()), []);
    let reason = Wording::Rationale(decision);
    assert_eq!(live.take_back(reason, at(14)), Err(Refusal::NoSuchLine));

    session.close_case(at(15)).expect("decided");
    let mut closed = session
        .end(&Words::new("not reached"), at(20))
        .expect("ends");
    let mut corrected = closed.clone();
    let (words, id) = (Words::new("not yet"), CorrectionId(id(1)));
    corrected
        .correct(last, words, id, hand(32), &pack, &OnFile::default())
        .expect("corrected");
    let stays = corrected.take_back(last, at(41));
    assert_eq!(stays, Err(Refusal::NothingToUndo));
    // What was corrected stays by its place, whichever of the others goes.
    corrected.take_back(first, at(41)).expect("nobody said it");
    let struck = corrected.proceedings().corrections_of(last);
    assert_eq!(struck.count(), 1);
    assert_eq!(left(corrected.proceedings()), [team(&pack, "aqu")]);
    closed
        .take_back(first, at(41))
        .expect("the decision stands");
    assert_eq!(left(closed.proceedings()), [team(&pack, "aqu")]);
}
