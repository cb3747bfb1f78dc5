//! The turns of a meeting's life: nothing of one day opens by what was accepted on another.

use super::*;
use protocol::meeting::{Adjourned, Hand, Inquorate, SlotProgress, Turned};

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
    let ink = closed.clone().sign(who(0), ink(), [0; 32], at(30));
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
    session
        .close_case(at(12))
        .expect("closed without a decision");
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
        let mut room = stored.resume();
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
