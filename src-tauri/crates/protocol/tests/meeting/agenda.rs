//! The agenda as it changes in mid-meeting, what the whole room says at once, and cases discussed together.

use super::*;
use protocol::canonical::{SectionName, sections};
use protocol::grounds::{Reach, Restriction};
use protocol::ids::RestrictionId;
use protocol::meeting::{
    AgendaChange, Amended, Forum, Hand, Line, Moving, Proceedings, SlotProgress,
};

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

fn said(words: &str) -> Words {
    Words::new(words)
}

/// Records an item of every case under discussion, by the same door as the capture line.
fn share(session: &mut InSession, pack: &Pack, n: u128, words: &str, minute: i64) {
    let proposal = Proposal {
        words: said(words),
        ..proposal(pack, "pol")
    };
    let (item, nothing) = (ItemId(id(n)), OnFile::default());
    session
        .record_item(proposal, item, at(minute), pack, &nothing)
        .expect("recorded");
}

fn decide(session: &mut InSession, n: u128, minute: i64) {
    session
        .say(id(n), |session, id| {
            let (decision, kind) = (DecisionId(id), DecisionKind::Other);
            session.record_decision(decision, kind, said("go on"), None, false, at(minute))?;
            Ok(vec![Line::Decision(decision)])
        })
        .expect("decided");
}

fn standing(p: &Proceedings, n: usize) -> usize {
    let place = Place::Case(slot(n));
    let items = p.items.iter().map(|i| i.parts());
    let items =
        items.filter(|i| i.place == place && !matches!(i.standing, Standing::Undone { .. }));
    let decisions = p.decisions.iter();
    let decisions = decisions.filter(|d| d.place == place && d.undone.is_none());
    let silences = p.silences.iter();
    let silences = silences.filter(|s| s.place == place && s.undone.is_none());
    items.count() + decisions.count() + silences.count()
}

/// Whether words stand in what is signed of a case: every paper of the case is made of the same.
fn stands_under(p: &Proceedings, n: usize, words: &str) -> bool {
    let all = sections(p, &OnFile::default());
    let own = all.iter().find(|s| s.name == SectionName::Case(slot(n)));
    let leaves = &own.expect("a section of the case").leaves;
    let found = |leaf: &Vec<u8>| String::from_utf8_lossy(leaf).contains(words);
    leaves.iter().any(found)
}

#[test]
fn no_change_is_said_only_of_a_room_that_was_asked_and_held_nothing_new() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let no_change = |s: &mut InSession| s.no_change(said("nothing new"), id(900), at(9));
    assert_eq!(no_change(&mut session), Err(Refusal::RoomNotAsked));
    assert_eq!(
        session.nil_returns(id(901), at(9)),
        Err(Refusal::RoomNotAsked)
    );
    session.ask_room(at(8)).expect("asked");
    let mut told = session.clone();
    share(&mut told, &pack, 910, "seen twice", 9);
    assert_eq!(no_change(&mut told), Err(Refusal::SomethingWasShared));
    no_change(&mut session).expect("no change");
    let p = session.proceedings();
    // Four teams sit at the table; the minute-taker is of the chair's own.
    assert_eq!(standing(p, 0), 4 + 1);
    assert_eq!(p.decisions[0].kind, DecisionKind::NoChange);
    session.close_case(at(10)).expect("it is decided");
}

#[test]
fn one_undo_takes_back_all_of_no_change_and_one_redo_brings_all_of_it_back() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.ask_room(at(8)).expect("asked");
    session
        .no_change(said("nothing new"), id(900), at(9))
        .expect("no change");
    let before = standing(session.proceedings(), 0);
    session.undo(at(10)).expect("undone");
    assert_eq!(standing(session.proceedings(), 0), 0);
    assert_eq!(session.undo(at(11)), Err(Refusal::NothingToUndo));
    session.redo(&pack, &OnFile::default()).expect("redone");
    assert_eq!(standing(session.proceedings(), 0), before);
}

#[test]
fn nil_returns_are_for_those_alone_who_have_said_nothing() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    share(&mut session, &pack, 910, "seen twice", 7);
    session.ask_room(at(8)).expect("asked");
    session.nil_returns(id(900), at(9)).expect("noted");
    let silent: Vec<_> = session
        .proceedings()
        .silences
        .iter()
        .map(|s| s.team.clone())
        .collect();
    let others = ["csu", "prob", "aqu"].map(|key| team(&pack, key));
    assert_eq!(silent, others);
    assert_eq!(
        session.nil_returns(id(901), at(9)),
        Err(Refusal::EveryoneHasSpoken)
    );
    session.undo(at(10)).expect("undone");
    assert_eq!(standing(session.proceedings(), 0), 1);
}

#[test]
fn a_case_referred_on_keeps_what_was_said_and_opens_again_only_with_the_chairs_reason() {
    let pack = pack();
    for forum in [Forum::Mappa, Forum::ChildProtection] {
        let mut session = with_a_case(&pack);
        share(&mut session, &pack, 910, "seen twice", 7);
        let refer = |s: &mut InSession, why| {
            s.refer_case(
                slot(0),
                (forum, false),
                said(why),
                DecisionId(id(950)),
                hand(8),
            )
        };
        assert_eq!(refer(&mut session, " "), Err(Refusal::NothingWritten));
        refer(&mut session, "a risk of serious harm").expect("referred");
        let p = session.proceedings();
        assert!(p.open_slot().is_none());
        assert!(stands_under(p, 0, "seen twice") && stands_under(p, 0, "serious harm"));
        assert_eq!(
            refer(&mut session, "again"),
            Err(Refusal::CaseDone(slot(0)))
        );
        let open = session.open_case(slot(0), None, at(9));
        assert_eq!(open, Err(Refusal::CaseDone(slot(0))));
        assert_eq!(
            session.reopen_case(slot(0), None, hand(9)),
            Err(Refusal::NotComplete(protocol::pack::Rule::OtherProtocol))
        );
        session
            .reopen_case(slot(0), Some(said("the tenancy is ours")), hand(9))
            .expect("opened again");
        let p = session.proceedings();
        assert!(!stands_under(p, 0, "serious harm"));
        let traced = p.amendments.iter().map(|a| &a.what);
        let traced: Vec<_> = traced
            .filter_map(|what| match what {
                Amended::Agenda { change, .. } => Some(*change),
                _ => None,
            })
            .collect();
        assert_eq!(
            traced,
            [
                AgendaChange::Referred {
                    forum,
                    flagged: false
                },
                AgendaChange::Reopened
            ]
        );
        // What had sent it away is not a line that a redo could put back.
        assert_eq!(session.last_taken_back(), None);
    }
}

/// A case referred on, and the flags of its heading once it is opened again.
fn referred_and_opened_again(
    session: &mut InSession,
    was: bool,
    then: impl FnOnce(&mut InSession),
) -> Flags {
    let (forum, why) = ((Forum::Mappa, was), said("a risk of serious harm"));
    session
        .refer_case(slot(0), forum, why, DecisionId(id(950)), hand(8))
        .expect("referred");
    assert!(session.proceedings().slots[0].case.flags.mappa);
    then(session);
    session
        .reopen_case(slot(0), Some(said("a slip")), hand(20))
        .expect("opened again");
    session.proceedings().slots[0].case.flags
}

#[test]
fn a_referral_opened_again_at_once_leaves_the_flag_as_it_was_and_one_opened_later_keeps_it() {
    let pack = pack();
    let nothing = |_: &mut InSession| {};
    let mut slip = with_a_case(&pack);
    assert!(!referred_and_opened_again(&mut slip, false, nothing).mappa);
    let mut known = with_a_case(&pack);
    assert!(referred_and_opened_again(&mut known, true, nothing).mappa);
    let mut later = with_a_case(&pack);
    let another = |session: &mut InSession| {
        session.open_case(slot(1), None, at(10)).expect("opens");
        decide(session, 900, 11);
        session.close_case(at(12)).expect("closes");
    };
    assert!(referred_and_opened_again(&mut later, false, another).mappa);
    // The reason for opening it again is none for a flag that comes to light afterwards.
    let on = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
    let mappa = Flags {
        mappa: true,
        ..Flags::default()
    };
    assert!(slip.proceedings().slots[0].asks_a_choice(on, mappa));
    assert!(!later.proceedings().slots[0].asks_a_choice(on, mappa));
}

#[test]
fn a_case_known_to_be_under_18_asks_the_chair_until_a_date_of_birth_says_it_is_not() {
    let session = with_a_case(&pack());
    let on = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
    let known = Flags {
        under_18: true,
        ..Flags::default()
    };
    let born = |year| NaiveDate::from_ymd_opt(year, 2, 14);
    let mut slot = session.proceedings().slots[0].clone();
    for (born, since, asks) in [
        (None, Flags::default(), false),
        (None, known, true),
        (born(1990), known, false),
        (born(2010), Flags::default(), true),
    ] {
        slot.case.born = born;
        assert_eq!(slot.asks_a_choice(on, since), asks, "{born:?}");
    }
}

#[test]
fn a_reason_covers_what_stood_when_it_was_given_and_the_next_is_kept_beside_it() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let on = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
    let flagged = |mappa, child_protection| Flags {
        mappa,
        child_protection,
        under_18: false,
    };
    let mut file = OnFile::default();
    for (flags, why) in [
        (flagged(true, false), "tenancy"),
        (flagged(true, true), "school"),
    ] {
        let (case, told) = (heading(0).case, Told::Told);
        file.cases = vec![protocol::grounds::CaseNow { case, flags, told }];
        let asks = |session: &InSession| session.proceedings().slots[0].asks_a_choice(on, flags);
        assert!(asks(&session), "{why}");
        session.go_on(None, &said(why), &file).expect("a reason");
        assert!(!asks(&session), "{why}");
    }
    let because = &session.proceedings().slots[0].went_on_because;
    assert_eq!(
        because.as_ref().map(|w| w.as_str()),
        Some("tenancy; school")
    );
}

#[test]
fn a_case_taken_off_before_it_was_opened_has_its_reason_and_nothing_else() {
    let pack = pack();
    let mut session = in_session(&pack);
    session
        .take_off_case(
            slot(1),
            said("moved to Harrowmere"),
            DecisionId(id(950)),
            hand(8),
        )
        .expect("taken off");
    let p = session.proceedings();
    assert_eq!(standing(p, 1), 1);
    assert_eq!(p.decisions[0].kind, DecisionKind::Deselection);
    let deferred = session.defer_case(slot(1), said("no time"), at(9));
    assert_eq!(deferred, Err(Refusal::CaseDone(slot(1))));
}

#[test]
fn a_case_referred_to_this_meeting_comes_last_and_is_opened_like_any_other() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    let green = (Tier::Green, 3);
    let again = session.add_case(slot(3), heading(0), green, hand(7));
    assert_eq!(again, Err(Refusal::AlreadyOnTheAgenda));
    session
        .add_case(slot(3), heading(3), green, hand(7))
        .expect("added");
    decide(&mut session, 900, 8);
    session.close_case(at(9)).expect("closes");
    session.open_case(slot(3), None, at(10)).expect("opens");
    assert_eq!(
        session.proceedings().slots.last().map(|s| s.id),
        Some(slot(3))
    );
}

#[test]
fn cases_discussed_together_close_together_and_only_when_each_is_decided() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    decide(&mut session, 900, 7);
    session.join_case(slot(2), None, hand(8)).expect("joined");
    assert_eq!(
        session.close_case(at(9)),
        Err(Refusal::NothingDecided(slot(2)))
    );
    let again = session.join_case(slot(2), None, hand(9));
    assert_eq!(again, Err(Refusal::CaseDone(slot(2))));
    decide(&mut session, 920, 10);
    session.close_case(at(11)).expect("closes");
    let done = |n: usize| session.proceedings().slots[n].progress.clone();
    let closed = at(11);
    assert_eq!(
        done(0),
        SlotProgress::Done {
            opened: at(6),
            closed
        }
    );
    assert_eq!(
        done(2),
        SlotProgress::Done {
            opened: at(8),
            closed
        }
    );
}

#[test]
fn what_is_said_of_two_cases_is_weighed_for_both_and_an_incident_in_one_is_an_incident_in_the_other()
 {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    let restriction = Restriction {
        id: RestrictionId(id(1)),
        case: heading(1).case,
        kinds: Reach::Every,
        recipients: Reach::Every,
        received: None,
        entered: None,
        upheld: NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day"),
        decided_by: said("The chair"),
        reason: said("An objection"),
        lifted: None,
    };
    let file = OnFile {
        restrictions: vec![restriction],
        ..OnFile::default()
    };
    let proposal = proposal(&pack, "pol");
    let weighed = |session: &InSession, file: &OnFile| {
        let p = session.proceedings();
        p.assess_together(&proposal, at(8), &pack, file)
            .expect("weighed")
    };
    let strictest = weighed(&session, &file);
    assert_eq!(strictest.parts().place, Place::Case(slot(1)));
    assert!(!strictest.refused().is_empty());
    assert_eq!(weighed(&session, &OnFile::default()).objection(), None);
    let hear = |session: &mut InSession, file: &OnFile| {
        let did = said("asked the room to leave it there");
        let item = ItemId(id(910));
        let heard = session.record_heard(proposal.clone(), did, item, at(8), &pack, file);
        heard.map(|_| ())
    };
    assert_eq!(
        hear(&mut session, &OnFile::default()),
        Err(Refusal::MayBeShared)
    );
    hear(&mut session, &file).expect("heard");
    let items = session.proceedings().items.iter().map(|i| i.parts());
    let standing: Vec<_> = items.map(|i| (i.place, i.standing)).collect();
    assert_eq!(
        standing,
        [
            (Place::Case(slot(0)), Standing::Heard),
            (Place::Case(slot(1)), Standing::Heard)
        ]
    );
    assert_eq!(session.undo(at(9)), Err(Refusal::IncidentStays));
}

#[test]
fn a_case_put_off_leaves_what_was_discussed_along_with_it_to_its_own_turn() {
    let pack = pack();
    let mut session = with_a_case(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    share(&mut session, &pack, 910, "seen twice", 8);
    session
        .defer_case(slot(0), said("no time"), at(9))
        .expect("put off");
    let p = session.proceedings();
    assert_eq!(p.slots[1].progress, SlotProgress::Waiting);
    assert!(stands_under(p, 1, "seen twice"));
}

/// What may happen to lines of cases that come together and part again.
#[derive(Clone, Copy, Debug)]
enum Step {
    Share(u8),
    Join(usize),
    Part(usize),
    Undo,
    Redo,
    Reword(u8),
    MoveOut,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0_u8..20).prop_map(Step::Share),
        2 => (1_usize..3).prop_map(Step::Join),
        1 => (1_usize..3).prop_map(Step::Part),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => (0_u8..20).prop_map(Step::Reword),
        1 => Just(Step::MoveOut),
    ];
    prop::collection::vec(step, 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_joined_line_stands_under_each_joined_case_and_one_moved_out_leaves_no_words(
        steps in steps()
    ) {
        let pack = pack();
        let mut session = with_a_case(&pack);
        for (n, step) in (0_i64..).zip(steps) {
            let minute = 10 + n;
            let together: Vec<usize> = (0..3)
                .filter(|n| session.proceedings().cases_discussed().contains(&slot(*n)))
                .collect();
            match step {
                Step::Share(word) => {
                    let words = format!("needle-{n}-{word}");
                    share(&mut session, &pack, 1000 + 16 * n as u128, &words, minute);
                    for case in 0..3 {
                        let under = stands_under(session.proceedings(), case, &words);
                        prop_assert_eq!(under, together.contains(&case), "case {}", case);
                    }
                    let items = session.proceedings().items.iter().rev().take(together.len());
                    for item in items {
                        prop_assert_eq!(item.recipients().count(), TEAMS.len());
                    }
                }
                Step::Join(case) => { let _ = session.join_case(slot(case), None, hand(minute)); }
                Step::Part(case) => { let _ = session.part_case(slot(case), hand(minute)); }
                Step::Undo => {
                    let before: usize = (0..3).map(|n| standing(session.proceedings(), n)).sum();
                    if session.undo(at(minute)).is_ok() {
                        let after: usize = (0..3).map(|n| standing(session.proceedings(), n)).sum();
                        prop_assert!(after < before && before - after <= together.len());
                    }
                }
                Step::Redo => { let _ = session.redo(&pack, &OnFile::default()); }
                Step::Reword(word) => {
                    let Some(line) = session.last_line() else { continue };
                    let before = session.proceedings().words_of(line).cloned();
                    let words = format!("mended-{n}-{word}");
                    let lines = session.proceedings().said_with(line);
                    session
                        .reword(line, said(&words), &pack, &OnFile::default())
                        .expect("a line with words");
                    for copy in lines {
                        let now = session.proceedings().words_of(copy);
                        // A copy that was tidied by itself, or moved away, is its own from then on.
                        prop_assert!(now.is_none() || now == Some(&said(&words)) || now != before.as_ref());
                    }
                }
                Step::MoveOut => {
                    let Some(line) = session.last_line() else { continue };
                    let words = session.proceedings().words_of(line).cloned().expect("words");
                    let other = SlotId(id(777));
                    let _ = session.add_case(other, heading(7), (Tier::Green, 3), hand(minute));
                    let fresh = id(5000 + 16 * n as u128);
                    session
                        .move_line(Moving::of(line, other, fresh), hand(minute), &pack, &OnFile::default())
                        .expect("moves");
                    prop_assert!(!stands_under(session.proceedings(), 0, words.as_str()));
                }
            }
        }
    }
}
