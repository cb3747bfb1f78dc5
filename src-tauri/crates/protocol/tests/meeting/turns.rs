//! The turns of a meeting's life: nothing of one day opens by what was accepted on another.

use super::*;
use protocol::meeting::{
    Adjourned, Converting, Hand, Heard, Inquorate, Instead, Line, Missing, SlotProgress, Stay,
    Turned,
};
use protocol::room::Interval;

/// The second day's minutes, counted from the first day's start.
const NEXT_DAY: i64 = 7 * 24 * 60;

fn hand(minute: i64) -> Hand {
    Hand {
        by: "The minute-taker".to_owned(),
        at: at(minute),
    }
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, n).expect("a day")
}

fn why() -> Words {
    Words::new("the heating failed")
}

fn adjourned(session: InSession) -> Adjourned {
    session
        .adjourn(day(17), why(), hand(60))
        .expect("adjourned")
}

#[test]
fn a_meeting_put_off_keeps_everybody_invited_and_nobody_is_absent_from_it() {
    let pack = pack();
    let mut room = gathering(&pack);
    let invited = room.proceedings().attendances.len();
    room.mark_present(who(0), at(1)).expect("expected");
    room.apologies(who(3), Some(Words::new("on leave")))
        .expect("noted");
    let refused = room.clone().put_off(day(10), why(), hand(2));
    assert_eq!(refused, Err(Refusal::DateInThePast));
    let refused = room.clone().put_off(day(17), Words::new(" "), hand(2));
    assert_eq!(refused, Err(Refusal::NothingWritten));
    let planned = room.put_off(day(17), why(), hand(2)).expect("put off");
    let planned = planned.planned().expect("planned again");
    let p = planned.proceedings();
    assert_eq!((p.date, p.attendances.len()), (day(17), invited));
    assert!(
        p.attendances
            .iter()
            .all(|a| a.whereabouts == Whereabouts::Expected && a.presence.is_empty())
    );
    assert!(p.pinned.is_none() && p.statement_read.is_none());
    let came = vec![who(0)];
    assert_eq!(
        p.turns[0].what,
        Turned::Postponed {
            from: day(10),
            to: day(17),
            came
        }
    );
}

#[test]
fn an_abandoned_meeting_keeps_what_was_said_and_puts_the_rest_off() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(10)).expect("opened");
    play(&mut session, &Move::Share(2, Vec::new()), 1, &pack).expect("shared");
    let shared = session.proceedings().items.clone();
    assert_eq!(
        session.clone().abandon(Words::new(""), hand(20)),
        Err(Refusal::NothingWritten)
    );
    let closed = session.abandon(why(), hand(20)).expect("abandoned");
    let p = closed.proceedings();
    assert_eq!(p.items, shared);
    assert!(
        p.slots
            .iter()
            .all(|s| s.progress == SlotProgress::Deferred { reason: why() })
    );
    assert_eq!(closed.chaired_by(), who(0));
    let ink = closed
        .clone()
        .sign(who(0), ink(), [0; 32], at(30), (&pack, &OnFile::default()));
    assert!(ink.is_ok(), "it can still be signed");
}

#[test]
fn whoever_takes_the_chair_in_mid_meeting_signs_and_the_trace_says_from_whom() {
    let pack = pack();
    let mut session = in_session(&pack);
    let again = session.hand_over_chair(who(0), hand(20));
    assert_eq!(again, Err(Refusal::ChairsAlready(who(0))));
    session
        .hand_over_chair(who(2), hand(20))
        .expect("handed over");
    session.leave(who(0), at(21)).expect("left");
    let away = session.hand_over_chair(who(0), hand(22));
    assert_eq!(away, Err(Refusal::NotInTheRoom(who(0))));
    let turn = &session.proceedings().turns[0];
    let (from, to) = (Some(who(0)), who(2));
    assert_eq!(
        (&turn.what, turn.by.at),
        (&Turned::Chair { from, to }, at(20))
    );
    let closed = session.end(&why(), at(30)).expect("ended");
    assert_eq!(closed.chaired_by(), who(2));
}

#[test]
fn a_meeting_without_somebody_needed_begins_once_the_chair_has_said_how() {
    let pack = pack();
    let mut room = gathering(&pack);
    room.read_statement(at(1));
    let shown = text(&room);
    for n in [0, 1, 2] {
        room.mark_present(who(n), at(1)).expect("expected");
        room.accept(who(n), shown, at(2)).expect("accepted");
    }
    assert_eq!(room.clone().begin(at(3)), Err(Refusal::NotQuorate));
    let mut on = room.clone();
    on.go_on_inquorate(Inquorate::GoOn, hand(3))
        .expect("chosen");
    assert!(on.begin(at(4)).is_ok());
    room.go_on_inquorate(Inquorate::HearOnly, hand(3))
        .expect("chosen");
    let mut session = room.begin(at(4)).expect("begun");
    session.open_case(slot(0), None, at(10)).expect("opened");
    let decided = play(&mut session, &Move::Decide, 1, &pack);
    assert_eq!(decided, Err(Refusal::HearsOnly));
    assert_eq!(session.close_case(at(12)), Err(Refusal::HearsOnly));
    session
        .defer_case(slot(0), why(), at(12))
        .expect("it waits for its decision");
    session.arrive(who(3)).expect("arrived");
    session.accept(who(3), shown, at(13)).expect("accepted");
    session.let_in(who(3), at(14)).expect("let in");
    session.open_case(slot(1), None, at(15)).expect("opened");
    play(&mut session, &Move::Decide, 2, &pack).expect("probation is here now");
}

#[test]
fn a_deputy_comes_for_somebody_who_is_not_there() {
    let pack = pack();
    let mut room = gathering(&pack);
    room.mark_present(who(2), at(1)).expect("expected");
    room.mark_present(who(0), at(1)).expect("expected");
    let here = room.deputise(who(2), Some(who(0)));
    assert_eq!(here, Err(Refusal::NoDeputyNeeded(who(0))));
    room.deputise(who(2), Some(who(3))).expect("a deputy");
    let p = room.proceedings();
    assert_eq!(
        p.attendance(who(2)).expect("there").deputy_for,
        Some(who(3))
    );
    assert_eq!(
        p.attendance(who(3)).expect("there").whereabouts,
        Whereabouts::Apologies
    );
}

/// Somebody's acceptance of the second day, if the day's moves gave one.
fn accepted_again(p: &protocol::meeting::Proceedings, id: AttendanceId) -> Option<At> {
    let a = p.attendance(id).expect("on the register");
    a.acceptance.map(|acceptance| acceptance.at)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever was accepted before, nobody hears anything on the other day before accepting on it (§4.1).
    #[test]
    fn after_an_adjournment_nobody_is_a_recipient_before_accepting_again(
        first in prop::collection::vec(any_move(), 1..20),
        present in prop::collection::vec(any::<bool>(), TEAMS.len()),
        accepts in prop::collection::vec(any::<bool>(), TEAMS.len()),
        second in prop::collection::vec(any_move(), 1..30),
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in first.iter().enumerate() {
            let _ = play(&mut session, what, n as u128, &pack);
        }
        prop_assume!(session.proceedings().chair().is_some());
        let before = session.proceedings().items.len();
        let stored = adjourned(session);
        let whole = Meeting::restore(Stage::Adjourned, stored.proceedings().clone(), None, None);
        prop_assert!(whole.is_ok());
        let mut room = stored.resume(at(NEXT_DAY)).expect("another day");
        prop_assert!(room.proceedings().gate().is_err(), "the statement is read again");
        let shown = text(&room);
        room.read_statement(at(NEXT_DAY));
        for n in 0..TEAMS.len() {
            if present[n] || n < 2 { room.mark_present(who(n), at(NEXT_DAY)).expect("on the register"); }
            if accepts[n] || n < 2 { let _ = room.accept(who(n), shown, at(NEXT_DAY + 1)); }
        }
        let _ = room.sign_declaration(who(AQUARIUS), "P", ink(), shown, at(NEXT_DAY + 2));
        if !room.proceedings().needed_and_away().is_empty() {
            room.go_on_inquorate(Inquorate::GoOn, hand(NEXT_DAY + 2)).expect("chosen");
        }
        let complete = room.proceedings().gate().is_ok();
        let begun = room.begin(at(NEXT_DAY + 3));
        prop_assert_eq!(begun.is_ok(), complete);
        let Ok(mut session) = begun else { return Ok(()) };
        for (n, what) in second.iter().enumerate() {
            let n = NEXT_DAY + 100 + n as i64;
            let _ = play(&mut session, what, n as u128, &pack);
        }
        let p = session.proceedings();
        for item in &p.items[before..] {
            for recipient in item.recipients() {
                let again = accepted_again(p, recipient);
                prop_assert!(again.is_some_and(|again| again <= item.parts().at), "heard before accepting");
            }
        }
        let whole = Meeting::restore(Stage::InSession, p.clone(), None, None);
        prop_assert!(whole.is_ok());
    }
}

/// A case in session, with its decision.
fn decided(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(10)).expect("opened");
    play(&mut session, &Move::Decide, 1, pack).expect("decided");
    session
}

fn progress(p: &protocol::meeting::Proceedings, n: usize) -> &SlotProgress {
    &p.slots[n].progress
}

#[test]
fn cases_discussed_together_wait_each_for_its_own_turn_after_an_adjournment() {
    let pack = pack();
    let mut session = decided(&pack);
    session.join_case(slot(1), None, hand(12)).expect("joined");
    session.step_out(who(3), at(13)).expect("out");
    let stopped = adjourned(session);
    let p = stopped.proceedings();
    assert!((0..3).all(|n| *progress(p, n) == SlotProgress::Waiting));
    let away = p.attendance(who(3)).expect("there");
    assert_eq!(away.whereabouts, Whereabouts::Expected);
    let mut room = stopped.resume(at(NEXT_DAY)).expect("another day");
    everyone_sits(&mut room);
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.sign_declaration(who(AQUARIUS), "P", ink(), shown, at(NEXT_DAY + 2))
        .expect("signs");
    let mut session = room.begin(at(NEXT_DAY + 3)).expect("begun");
    session
        .open_case(slot(0), None, at(NEXT_DAY + 4))
        .expect("opened");
    assert_eq!(session.proceedings().cases_discussed(), [slot(0)]);
    session
        .defer_case(slot(0), why(), at(NEXT_DAY + 5))
        .expect("put off");
    let missing = session.missing();
    assert!(missing.contains(&Missing::CaseNotReached(slot(1))));
    let closed = session.end(&why(), at(NEXT_DAY + 6)).expect("ended");
    let off = SlotProgress::Deferred { reason: why() };
    assert!((0..3).all(|n| *progress(closed.proceedings(), n) == off));
}

#[test]
fn a_record_that_has_a_case_joined_to_one_that_is_not_open_still_puts_it_off() {
    let pack = pack();
    let session = in_session(&pack);
    let mut stray = session.proceedings().clone();
    let since = at(10);
    stray.slots[1].progress = SlotProgress::With {
        slot: slot(0),
        since,
    };
    let whole = Meeting::restore(Stage::InSession, stray, None, None).expect("read back");
    let session = whole.in_session().expect("in session");
    let missing = session.missing();
    assert!(missing.contains(&Missing::CaseNotReached(slot(1))));
    let closed = session.end(&why(), at(20)).expect("ended");
    let off = SlotProgress::Deferred { reason: why() };
    assert_eq!(*progress(closed.proceedings(), 1), off);
}

#[test]
fn an_abandoned_meeting_closes_what_is_decided_and_puts_off_what_was_joined_to_it() {
    let pack = pack();
    let mut session = decided(&pack);
    session.join_case(slot(1), None, hand(12)).expect("joined");
    let closed = session.abandon(why(), hand(20)).expect("abandoned");
    let p = closed.proceedings();
    let (opened, off) = (at(10), SlotProgress::Deferred { reason: why() });
    let closed = at(20);
    assert_eq!(*progress(p, 0), SlotProgress::Done { opened, closed });
    assert_eq!((progress(p, 1), progress(p, 2)), (&off, &off));
    // The other way round too: what has its decision is closed, though the open case has none.
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(12)).expect("opened");
    session.join_case(slot(1), None, hand(13)).expect("joined");
    let of_the_second = |session: &mut InSession, n: Uuid| {
        if session.proceedings().place == Place::Case(slot(1)) {
            play(session, &Move::Decide, n.as_u128(), &pack)?;
        }
        Ok(Vec::new())
    };
    session.say(id(8), of_the_second).expect("decided");
    let closed = session.abandon(why(), hand(20)).expect("abandoned");
    let p = closed.proceedings();
    let (opened, closed) = (at(13), at(20));
    assert_eq!(*progress(p, 0), off);
    assert_eq!(*progress(p, 1), SlotProgress::Done { opened, closed });
}

#[test]
fn once_somebody_needed_has_left_the_chair_is_asked_and_while_reports_are_heard_nothing_is_decided()
{
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(10)).expect("opened");
    play(&mut session, &Move::Share(2, Vec::new()), 1, &pack).expect("shared");
    assert!(session.proceedings().absence_is_settled());
    session.leave(who(3), at(12)).expect("left");
    assert!(!session.proceedings().absence_is_settled(), "to be said");
    session
        .go_on_inquorate(Inquorate::HearOnly, hand(13))
        .expect("chosen");
    let before = session.clone();
    let note = session.proceedings().items[0].parts().id;
    let action = protocol::sharing::Action {
        id: ActionId(id(7000)),
        meeting: session.proceedings().id,
        place: Place::Opening,
        case: None,
        strand: None,
        owner: ActionOwner {
            team: team(&pack, "pol"),
            person: None,
        },
        words: why(),
        due: None,
        at: at(14),
        arises_from: None,
        continues: None,
        settled: None,
        undone: None,
    };
    let into = Instead::Action(action);
    let converting = Converting::of(Line::Item(note), into, id(7000));
    let fresh = || DecisionId(id(7001));
    let mappa = (protocol::meeting::Forum::Mappa, false);
    let refused = [
        session
            .convert(&converting, &hand(14), &pack, &OnFile::default())
            .map(|_| ()),
        session.refer_case(slot(0), mappa, why(), fresh(), hand(14)),
        session.take_off_case(slot(1), why(), fresh(), hand(14)),
        session.close_without_action(&Words::new("No action"), id(7002), at(14)),
    ];
    assert!(refused.iter().all(|one| *one == Err(Refusal::HearsOnly)));
    assert_eq!(session, before);
    session
        .go_on_inquorate(Inquorate::GoOn, hand(15))
        .expect("chosen otherwise");
    session
        .take_off_case(slot(1), why(), fresh(), hand(16))
        .expect("decided");
}

#[test]
fn a_meeting_put_off_once_people_had_come_is_held_on_no_register_of_that_day() {
    let pack = pack();
    let agencies: Vec<_> = gathering(&pack)
        .proceedings()
        .attendances
        .iter()
        .map(|a| (a.person, a.agency.clone()))
        .collect();
    let agency_of = |person| {
        let mut known = agencies.iter();
        known.find(|(p, _)| *p == person).map(|(_, a)| a.clone())
    };
    let put_off = |room: Gathering| {
        let meeting = room.put_off(day(17), why(), hand(2)).expect("put off");
        meeting.planned().expect("planned again")
    };
    let mut room = gathering(&pack);
    room.mark_present(who(0), at(1)).expect("expected");
    let mut planned = put_off(room);
    let (starts, ends) = (planned.proceedings().starts, planned.proceedings().ends);
    planned.set_when(day(10), (starts, ends), String::new());
    let again = planned.clone().open_register(at(30), &pack, agency_of);
    assert_eq!(again, Err(Refusal::PutOffToday));
    assert!(
        planned
            .open_register(at(NEXT_DAY), &pack, agency_of)
            .is_ok()
    );
    // Nobody had come: nothing was read that they would have heard of.
    let nobody = put_off(gathering(&pack));
    assert!(nobody.open_register(at(30), &pack, agency_of).is_ok());
}

#[test]
fn a_second_day_that_was_put_off_is_not_held_on_that_day_and_an_adjournment_alone_bars_none() {
    let pack = pack();
    let stopped = adjourned(in_session(&pack));
    assert!(stopped.clone().resume(at(70)).is_ok(), "it goes on sooner");
    let mut room = stopped.resume(at(NEXT_DAY)).expect("another day");
    room.mark_present(who(0), at(NEXT_DAY)).expect("expected");
    let later = room.put_off(day(24), why(), hand(NEXT_DAY + 1));
    let later = later.expect("put off").adjourned().expect("adjourned");
    let again = later.clone().resume(at(NEXT_DAY + 5));
    assert_eq!(again.err(), Some(Refusal::PutOffToday));
    assert!(later.resume(at(2 * NEXT_DAY)).is_ok());
}

#[test]
fn whoever_has_accepted_and_signed_leaves_with_it_and_it_stands_when_they_come_back() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    room.mark_absent(who(3), at(2)).expect("a slip");
    let slip = room.proceedings().attendance(who(3)).expect("there");
    assert!(slip.presence.is_empty() && slip.whereabouts == Whereabouts::Expected);
    room.mark_present(who(3), at(2)).expect("expected");
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(4))
        .expect("signs");
    room.mark_absent(who(AQUARIUS), at(5)).expect("goes");
    let gone = room.proceedings().attendance(who(AQUARIUS)).expect("there");
    assert_eq!(gone.whereabouts, Whereabouts::Left);
    assert_eq!(gone.presence[0].to, Some(at(5)));
    assert!(gone.acceptance.is_some() && gone.declaration.is_some());
    let came = room.clone().put_off(day(17), why(), hand(6));
    let came = came.expect("put off").proceedings().turns[0].what.clone();
    assert!(matches!(came, Turned::Postponed { came, .. } if came.contains(&who(AQUARIUS))));
    room.mark_present(who(AQUARIUS), at(7)).expect("comes back");
    let session = room.begin(at(8)).expect("nothing is asked twice");
    let back = session.proceedings().attendance(who(AQUARIUS));
    assert!(back.expect("there").is_in_the_room());
}

#[test]
fn whoever_gives_up_at_the_door_was_not_in_and_whoever_sat_in_unadmitted_is_no_recipient() {
    let pack = pack();
    let (mut session, _) = without_aquarius(&pack);
    session.open_case(slot(0), None, at(10)).expect("opened");
    session.arrive(who(AQUARIUS)).expect("at the door");
    session.leave(who(AQUARIUS), at(11)).expect("gives up");
    let gone = session.proceedings().attendance(who(AQUARIUS));
    let gone = gone.expect("there");
    assert!(gone.presence.is_empty() && gone.acceptance.is_none());
    assert_eq!(gone.whereabouts, Whereabouts::Left);
    assert!(
        session
            .missing()
            .iter()
            .all(|m| !matches!(m, Missing::StillAtTheDoor(_)))
    );
    // They had sat in all the same, and it is noticed late.
    play(&mut session, &Move::Share(2, Vec::new()), 5, &pack).expect("shared");
    let (from, to) = (at(14), Some(at(16)));
    let sat = Stay {
        presence: vec![Interval { from, to }],
        step_outs: Vec::new(),
    };
    let file = OnFile::default();
    let lines = session
        .amend_presence(who(AQUARIUS), sat, hand(20), &pack, &file)
        .expect("they were there");
    assert!(matches!(&lines[..], [line] if matches!(line.heard, Heard::Overheard { .. })));
    let item = &session.proceedings().items[0];
    assert!(item.recipients().all(|one| one != who(AQUARIUS)));
    assert_eq!(session.proceedings().overheard(item.parts().id).len(), 1);
}

#[test]
fn no_action_is_said_of_every_case_under_discussion_and_all_of_them_close_or_none() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(10)).expect("opened");
    session.join_case(slot(2), None, hand(11)).expect("joined");
    let words = Words::new("No action");
    session
        .close_without_action(&words, id(7000), at(12))
        .expect("closed");
    let p = session.proceedings();
    assert!(
        [0, 2]
            .iter()
            .all(|n| matches!(progress(p, *n), SlotProgress::Done { .. }))
    );
    assert_eq!(p.decisions.iter().filter(|d| d.no_action).count(), 2);
    assert_eq!(p.comes_next(), Place::Case(slot(1)));
    let none = session.close_without_action(&words, id(7001), at(13));
    assert_eq!(none, Err(Refusal::NoCaseOpen));
}
