//! What is put right afterwards: presence noticed late, corrections, moved lines; each with its trace.

use super::*;
use protocol::canonical;
use protocol::grounds::{CaseNow, OnFile};
use protocol::ids::CorrectionId;
use protocol::meeting::{Amended, Forum, Hand, Heard, Line, Moving, Proceedings, Stay, Wording};
use protocol::room::{Interval, StepOut};

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

fn share(session: &mut InSession, pack: &Pack, n: u128, minute: i64) -> ItemId {
    let item = ItemId(id(900 + n));
    session
        .record_item(
            proposal(pack, "pol"),
            item,
            at(minute),
            pack,
            &OnFile::default(),
        )
        .expect("shared");
    item
}

fn receives(p: &Proceedings, item: ItemId, who: AttendanceId) -> bool {
    let item = p.items.iter().find(|i| i.parts().id == item);
    item.expect("recorded").recipients().any(|r| r == who)
}

fn stay(p: &Proceedings, who: AttendanceId) -> Stay {
    Stay::of(p.attendance(who).expect("on the register"))
}

fn with_a_case(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

#[test]
fn a_departure_noticed_late_takes_the_lines_said_since_and_the_trace_names_them() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let (before, after) = (
        share(&mut session, &pack, 0, 10),
        share(&mut session, &pack, 1, 20),
    );
    let mut is = stay(session.proceedings(), who(3));
    is.presence[0].to = Some(at(15));
    let lines = session
        .amend_presence(who(3), is.clone(), hand(30), &pack, &OnFile::default())
        .expect("amended");
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].item, &lines[0].heard), (after, &Heard::Not));
    let p = session.proceedings();
    assert!(receives(p, before, who(3)) && !receives(p, after, who(3)));
    let gone = p.attendance(who(3)).expect("on the register");
    assert_eq!(gone.whereabouts, Whereabouts::Left);
    let trace = p.amendments.last().expect("a trace");
    assert_eq!((&*trace.by.by, trace.by.at), ("Tom Okell", at(30)));
    let Amended::Presence { is: kept, was, .. } = &trace.what else {
        panic!("another trace");
    };
    assert_eq!((kept, was.presence[0].to), (&is, None));
}

#[test]
fn a_step_out_noticed_late_takes_the_lines_of_that_time_only() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let items: Vec<_> = (0..3)
        .map(|n| share(&mut session, &pack, n, 10 + 5 * i64::try_from(n).unwrap()))
        .collect();
    let mut is = stay(session.proceedings(), who(4));
    is.step_outs.push(StepOut {
        slot: slot(0),
        from: at(12),
        to: Some(at(18)),
    });
    session
        .amend_presence(who(4), is, hand(30), &pack, &OnFile::default())
        .expect("amended");
    let p = session.proceedings();
    let heard: Vec<bool> = items.iter().map(|i| receives(p, *i, who(4))).collect();
    assert_eq!(heard, [true, false, true]);
}

#[test]
fn what_a_case_is_flagged_with_since_stands_against_nothing_that_was_shared_of_it_before() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.leave(who(3), at(7)).expect("gone");
    let item = share(&mut session, &pack, 0, 8);
    let (forum, why) = ((Forum::Mappa, false), Words::new("a risk of serious harm"));
    session
        .refer_case(slot(0), forum, why, DecisionId(id(950)), hand(12))
        .expect("referred");
    let flags = Flags {
        mappa: true,
        ..Flags::default()
    };
    let told = Told::Neither {
        reason: Words::new(""),
        ground: String::new(),
        decided_by: String::new(),
    };
    let case = heading(0).case;
    let file = OnFile {
        cases: vec![CaseNow { case, flags, told }],
        ..OnFile::default()
    };
    let mut is = stay(session.proceedings(), who(3));
    is.presence[0].to = Some(at(9));
    let lines = session
        .amend_presence(who(3), is, hand(30), &pack, &file)
        .expect("amended");
    assert_eq!((lines[0].item, &lines[0].heard), (item, &Heard::Received));
    assert!(receives(session.proceedings(), item, who(3)));
}

#[test]
fn whoever_shared_something_was_in_the_room_then() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    share(&mut session, &pack, 0, 10);
    let mut is = stay(session.proceedings(), who(2));
    is.presence[0].to = Some(at(8));
    let before = session.clone();
    let refused = session.amend_presence(who(2), is, hand(30), &pack, &OnFile::default());
    assert_eq!(refused, Err(Refusal::SpokeThen(who(2))));
    assert_eq!(session, before);
}

#[test]
fn times_out_of_order_or_yet_to_come_are_nobodys() {
    let pack = pack();
    let session = with_a_case(&pack);
    let stretch = |from: i64, to: Option<i64>| Interval {
        from: at(from),
        to: to.map(at),
    };
    for presence in [
        vec![stretch(20, Some(10))],
        vec![stretch(1, Some(90))],
        vec![stretch(1, Some(20)), stretch(10, None)],
        vec![stretch(1, None), stretch(10, Some(12))],
        stay(session.proceedings(), who(3)).presence,
    ] {
        let is = Stay {
            presence,
            step_outs: Vec::new(),
        };
        let refused =
            session
                .clone()
                .amend_presence(who(3), is, hand(30), &pack, &OnFile::default());
        assert_eq!(refused, Err(Refusal::TimesDoNotFit(who(3))));
    }
}

#[test]
fn somebody_who_sat_there_before_accepting_heard_it_and_received_nothing() {
    let pack = pack();
    let (mut session, shown) = without_aquarius(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let items: Vec<_> = (0..2)
        .map(|n| share(&mut session, &pack, n, 10 + 10 * i64::try_from(n).unwrap()))
        .collect();
    session.arrive(who(AQUARIUS)).expect("at the door");
    session
        .accept(who(AQUARIUS), shown, at(15))
        .expect("at the door");
    session
        .sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(16))
        .expect("signs");
    session.let_in(who(AQUARIUS), at(25)).expect("admitted");
    let is = Stay {
        presence: vec![Interval {
            from: at(8),
            to: None,
        }],
        step_outs: Vec::new(),
    };
    session
        .amend_presence(who(AQUARIUS), is, hand(30), &pack, &OnFile::default())
        .expect("amended");
    let p = session.proceedings();
    assert!(!receives(p, items[0], who(AQUARIUS)) && receives(p, items[1], who(AQUARIUS)));
    assert_eq!(p.overheard(items[0]), [(who(AQUARIUS), "§4.1")]);
    assert!(p.overheard(items[1]).is_empty());
}

#[test]
fn an_acceptance_of_the_wrong_person_is_taken_back_with_what_it_let_them_receive() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    session
        .undo_acceptance(who(3), hand(12), &pack)
        .expect("accepted");
    let p = session.proceedings();
    let person = p.attendance(who(3)).expect("on the register");
    assert_eq!(person.whereabouts, Whereabouts::AtTheDoor);
    assert!(!receives(p, item, who(3)));
    assert_eq!(p.overheard(item), [(who(3), "§4.1")]);
    assert!(p.gate().is_ok(), "whoever is at the door holds nobody up");
    let again = session.undo_acceptance(who(3), hand(13), &pack);
    assert_eq!(again, Err(Refusal::NothingToUndo));
    let whole = Meeting::restore(Stage::InSession, session.proceedings().clone(), None, None);
    assert!(whole.is_ok());
}

#[test]
fn a_line_put_back_does_not_reach_whoever_s_acceptance_was_taken_back_meanwhile() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    assert!(receives(session.proceedings(), item, who(3)));
    session.undo(at(11)).expect("a slip");
    session
        .undo_acceptance(who(3), hand(12), &pack)
        .expect("accepted");
    session
        .redo(&pack, &OnFile::default())
        .expect("the line is back");
    let p = session.proceedings();
    assert!(!receives(p, item, who(3)) && receives(p, item, who(1)));
}

#[test]
fn a_correction_keeps_the_first_words_and_lists_who_is_not_here_to_hear_it() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    session.leave(who(3), at(12)).expect("here");
    let correction = CorrectionId(id(1));
    session
        .correct(
            Line::Item(item),
            Words::new("seen once"),
            correction,
            hand(20),
            &pack,
            &OnFile::default(),
        )
        .expect("corrected");
    let p = session.proceedings();
    let struck: Vec<_> = p.corrections_of(Line::Item(item)).collect();
    assert_eq!((struck.len(), struck[0].before.as_str()), (1, "seen twice"));
    assert_eq!(p.to_be_told(struck[0]), [who(3)]);
    assert_eq!(p.items[0].parts().words.as_str(), "seen once");
    let after = session
        .clone()
        .end(&Words::new("no time"), at(30))
        .expect_err("a case is open");
    assert_eq!(after, Refusal::AnotherCaseOpen(slot(0)));
}

#[test]
fn whatever_stands_beside_a_line_is_struck_and_kept_and_told_to_those_who_were_there_for_it() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let decision = DecisionId(id(800));
    let (kind, because) = (DecisionKind::Other, Some(Words::new("it works")));
    session
        .record_decision(decision, kind, Words::new("go on"), because, false, at(8))
        .expect("decided");
    session.leave(who(3), at(9)).expect("here");
    let dissenter = pack.teams[0].key.clone();
    session
        .record_dissent(dissenter, Words::new("would wait"), at(10))
        .expect("said");
    session.close_case(at(12)).expect("closes");
    let mut closed = session.end(&Words::new("no time"), at(30)).expect("ends");
    let put_off = closed.proceedings().slots[1].id;
    let everybody = TEAMS.len();
    let table = [
        (Wording::Rationale(decision), "it works", everybody),
        (Wording::Dissent(decision, 0), "would wait", everybody - 1),
        (Wording::Deferral(put_off), "no time", everybody),
    ];
    for (n, (of, first, told)) in (1..).zip(table) {
        let sealed = canonical::sections(closed.proceedings(), &OnFile::default());
        let words = Words::new("what was meant");
        closed
            .correct(
                of,
                words.clone(),
                CorrectionId(id(n)),
                hand(90),
                &pack,
                &OnFile::default(),
            )
            .expect("corrected");
        let p = closed.proceedings();
        let struck: Vec<_> = p.corrections_of(of).collect();
        assert_eq!((struck.len(), struck[0].before.as_str()), (1, first));
        assert_eq!(p.words_of(of), Some(&words));
        assert_eq!(p.to_be_told(struck[0]).len(), told, "{of:?}");
        assert_ne!(
            canonical::sections(p, &OnFile::default()),
            sealed,
            "it is signed with the rest"
        );
    }
    let nothing = Wording::Dissent(decision, 1);
    let (words, on_file) = (Words::new("none"), OnFile::default());
    let id = CorrectionId(id(9));
    let refused = closed.correct(nothing, words, id, hand(91), &pack, &on_file);
    assert_eq!(refused, Err(Refusal::NoSuchLine));
}

#[test]
fn after_the_close_everybody_who_heard_it_is_to_be_told() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    session
        .record_decision(
            DecisionId(id(800)),
            DecisionKind::Other,
            Words::new("go on"),
            None,
            false,
            at(11),
        )
        .expect("decided");
    session.close_case(at(12)).expect("closes");
    let mut closed = session.end(&Words::new("no time"), at(30)).expect("ends");
    closed
        .correct(
            Line::Item(item),
            Words::new("seen once"),
            CorrectionId(id(1)),
            hand(90),
            &pack,
            &OnFile::default(),
        )
        .expect("corrected");
    let p = closed.proceedings();
    assert_eq!(p.to_be_told(&p.corrections[0]).len(), TEAMS.len());
    let same = closed.clone().correct(
        Line::Item(item),
        Words::new("seen once"),
        CorrectionId(id(2)),
        hand(91),
        &pack,
        &OnFile::default(),
    );
    assert_eq!(same, Err(Refusal::NothingWritten));
}

#[test]
fn a_moved_line_is_weighed_again_and_stands_in_its_case_alone() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    let moved = session
        .move_line(
            Moving::of(Line::Item(item), slot(1), id(950)),
            hand(12),
            &pack,
            &OnFile::default(),
        )
        .expect("moved");
    let p = session.proceedings();
    assert_eq!(p.place_of(moved), Some(Place::Case(slot(1))));
    assert!(p.words_of(Line::Item(item)).is_none(), "words stay behind");
    let Line::Item(moved) = moved else {
        panic!("another sort")
    };
    assert!((0..TEAMS.len()).all(|n| receives(p, moved, who(n))));
    assert_eq!(session.last_taken_back(), None, "it could come back twice");
    let here = session.move_line(
        Moving::of(Line::Item(moved), slot(1), id(951)),
        hand(13),
        &pack,
        &OnFile::default(),
    );
    assert_eq!(here, Err(Refusal::NoSuchLine));
}

#[test]
fn a_closed_case_keeps_a_decision_when_its_lines_move() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let decision = DecisionId(id(800));
    session
        .record_decision(
            decision,
            DecisionKind::Other,
            Words::new("go on"),
            None,
            false,
            at(10),
        )
        .expect("decided");
    session.close_case(at(11)).expect("closes");
    session.open_case(slot(1), None, at(12)).expect("opens");
    let moved = session.move_line(
        Moving::of(Line::Decision(decision), slot(1), id(950)),
        hand(13),
        &pack,
        &OnFile::default(),
    );
    assert_eq!(moved, Err(Refusal::NothingDecided(slot(0))));
}

#[test]
fn what_was_taken_back_is_put_back_until_something_else_is_said() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let item = share(&mut session, &pack, 0, 10);
    session.undo(at(11)).expect("something to undo");
    assert_eq!(
        session.redo(&pack, &OnFile::default()),
        Ok(Line::Item(item))
    );
    assert_eq!(
        session.proceedings().items[0].recipients().count(),
        TEAMS.len()
    );
    session.undo(at(12)).expect("something to undo");
    share(&mut session, &pack, 1, 13);
    assert_eq!(
        session.redo(&pack, &OnFile::default()),
        Err(Refusal::NothingToRedo)
    );
}

/// A time at which somebody is said to have come, gone, stepped out or come back.
#[derive(Debug, Clone)]
struct Late {
    who: usize,
    presence: Vec<(i64, Option<i64>)>,
    step_outs: Vec<(i64, i64)>,
}

fn any_late() -> impl Strategy<Value = Late> {
    let stretch = (1..70i64, prop::option::of(1..70i64));
    let out = (1..70i64, 1..70i64);
    let presence = prop::collection::vec(stretch, 0..3);
    let outs = prop::collection::vec(out, 0..3);
    (0..TEAMS.len(), presence, outs).prop_map(|(who, presence, step_outs)| Late {
        who,
        presence,
        step_outs,
    })
}

impl Late {
    fn stay(&self) -> Stay {
        let mut presence: Vec<_> = self
            .presence
            .iter()
            .map(|(from, to)| Interval {
                from: at(*from),
                to: to.map(|to| at(*from.max(&to))),
            })
            .collect();
        presence.sort_by_key(|i| i.from);
        let mut step_outs: Vec<_> = self
            .step_outs
            .iter()
            .map(|(from, to)| StepOut {
                slot: slot(0),
                from: at(*from.min(to)),
                to: Some(at(*from.max(to))),
            })
            .collect();
        step_outs.sort_by_key(|s| s.from);
        Stay {
            presence,
            step_outs,
        }
    }
}

/// Recipients by the register: in the room, not left out, admitted by then.
pub fn agrees(p: &Proceedings) -> bool {
    p.items.iter().all(|item| {
        let parts = item.parts();
        let there = p.attendances.iter().filter(|a| {
            a.was_in_the_room(parts.at)
                && !parts.left_out.contains(&a.id)
                && p.was_admitted(a, parts.at)
        });
        let mut there: Vec<_> = there.map(|a| a.id).collect();
        let mut got: Vec<_> = item.recipients().collect();
        there.sort();
        got.sort();
        parts.standing != Standing::Shared || there == got
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// After any amendment every stored recipient agrees with the amended presence, and every
    /// line that changed is in the trace, and none that did not.
    #[test]
    fn recipients_follow_an_amended_presence_and_the_trace_has_every_changed_line(
        moves in prop::collection::vec(any_move(), 1..40),
        late in prop::collection::vec(any_late(), 1..6),
        undone in prop::option::of(0..TEAMS.len()),
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in moves.iter().enumerate() {
            let _ = play(&mut session, what, n as u128, &pack);
        }
        if let Some(n) = undone { let _ = session.undo_acceptance(who(n), hand(75), &pack); }
        prop_assert!(agrees(session.proceedings()));
        for one in &late {
            let before = session.proceedings().clone();
            let amended = session.amend_presence(who(one.who), one.stay(), hand(80), &pack, &OnFile::default());
            let p = session.proceedings();
            if amended.is_err() {
                prop_assert_eq!(p, &before);
                continue;
            }
            prop_assert!(agrees(p));
            let trace = p.amendments.last().expect("a trace");
            prop_assert_eq!(p.amendments.len(), before.amendments.len() + 1);
            for (was, is) in before.items.iter().zip(&p.items) {
                let traced = trace.what.lines().iter().any(|l| l.item == is.parts().id);
                prop_assert!(traced || was == is, "a line changed without a trace");
                let others = |i: &protocol::sharing::SharedItem| {
                    let others = i.parts().receipts.iter().filter(|r| r.attendance != who(one.who));
                    others.cloned().collect::<Vec<_>>()
                };
                prop_assert_eq!(others(was), others(is));
            }
            let whole = Meeting::restore(Stage::InSession, p.clone(), None, None);
            prop_assert!(whole.is_ok());
        }
    }

    /// Tidying and correcting change words alone, and never who received what.
    #[test]
    fn tidying_and_correcting_never_change_who_received_what(
        moves in prop::collection::vec(any_move(), 1..40),
        words in "[a-z]{1,12}",
        substance in any::<bool>(),
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in moves.iter().enumerate() {
            let _ = play(&mut session, what, n as u128, &pack);
        }
        let before: Vec<_> = session.proceedings().items.iter().map(|i| i.parts().receipts.clone()).collect();
        let all: Vec<_> = session.proceedings().items.iter().map(|i| (i.parts().id, i.parts().standing)).collect();
        let none = OnFile::default();
        for (n, (item, standing)) in all.into_iter().enumerate() {
            let (line, words) = (Line::Item(item), Words::new(words.as_str()));
            let stands = !matches!(standing, Standing::Undone { .. });
            let done = match substance {
                true => session.correct(line, words, CorrectionId(id(n as u128)), hand(80), &pack, &none),
                false => session.reword(line, words, &pack, &none),
            };
            // Nothing is corrected where the words are what they were.
            prop_assert!(matches!(done, Ok(()) | Err(Refusal::NothingWritten)) || !stands, "{:?}", done);
        }
        let after: Vec<_> = session.proceedings().items.iter().map(|i| i.parts().receipts.clone()).collect();
        prop_assert_eq!(before, after);
    }

    /// A line that moves leaves no words where it was, and reaches nobody who was not there when it was said.
    #[test]
    fn a_moved_line_leaves_nothing_behind(
        moves in prop::collection::vec(any_move(), 1..40),
        to in 0..3usize,
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in moves.iter().enumerate() {
            let _ = play(&mut session, what, n as u128, &pack);
        }
        let all: Vec<_> = session.proceedings().items.iter().map(|i| i.parts().id).collect();
        for (n, item) in all.into_iter().enumerate() {
            let moved = session.move_line(Moving::of(Line::Item(item), slot(to), id(9000 + n as u128)), hand(80), &pack, &OnFile::default());
            if moved.is_ok() {
                prop_assert!(session.proceedings().words_of(Line::Item(item)).is_none());
            }
            prop_assert!(agrees(session.proceedings()));
        }
    }
}

#[test]
fn what_is_carried_follows_what_is_still_to_be_done_and_keeps_what_was_said_of_it_here() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let owner = ActionOwner {
        team: team(&pack, "pol"),
        person: None,
    };
    for n in 0..4 {
        let words = Words::new(format!("action {n}"));
        let id = ActionId(id(700 + n));
        let agreed = session.record_action(id, owner.clone(), words, None, None, at(7), &pack);
        agreed.expect("agreed");
    }
    let mut p = session.proceedings().clone();
    let earlier = protocol::ids::MeetingId(id(4000));
    let mut agreed = std::mem::take(&mut p.actions);
    agreed.iter_mut().for_each(|a| a.meeting = earlier);
    p.carried = agreed[..3].to_vec();
    let meeting = Meeting::restore(Stage::InSession, p, None, None).expect("whole");
    let mut session = meeting.in_session().expect("in session");
    let done = session.settle(agreed[0].id, Outcome::Done, None, None, at(8));
    done.expect("said");
    let mut meeting = Meeting::from(session);
    // The first and the second were taken back where they were agreed, the third reworded; the fourth is new.
    let mut reworded = agreed[2].clone();
    reworded.words = Words::new("otherwise");
    let mut own = agreed[3].clone();
    (own.id, own.meeting) = (ActionId(id(799)), meeting.proceedings().id);
    meeting.carry(vec![agreed[3].clone(), reworded, own]);
    let carried: Vec<_> = meeting.proceedings().carried.iter().collect();
    let ids: Vec<_> = carried.iter().map(|a| a.id).collect();
    assert_eq!(ids, [agreed[0].id, agreed[2].id, agreed[3].id]);
    assert!(carried[0].settled.is_some());
    assert_eq!(carried[1].words.as_str(), "otherwise");
}
