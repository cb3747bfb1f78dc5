//! What is held: shared of every case that it was said of or of none, never with whom it was kept from, and with its advice
//! wherever it goes.

use super::*;
use protocol::grounds::{AdviceOutcome, CaseNow, LegalAdvice, Reach, Restriction};
use protocol::ids::{AdviceId, CorrectionId, RestrictionId};
use protocol::meeting::{Converting, Forum, Hand, Instead, Line, Moving, Stay};
use protocol::pack::Rule;
use protocol::sharing::{ItemParts, KeptOut};

const ITEM: ItemId = ItemId(Uuid::from_u128(900));

pub fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

pub fn opened(pack: &Pack) -> InSession {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

pub fn for_advice(pack: &Pack) -> Proposal {
    Proposal {
        for_advice: true,
        ..proposal(pack, "pol")
    }
}

pub fn say(session: &mut InSession, said: Proposal, file: &OnFile, pack: &Pack) -> Standing {
    let item = session.record_item(said, ITEM, at(8), pack, file);
    item.expect("recorded").parts().standing
}

/// Advice about the item, which came in the tenth minute.
pub fn advised(may_be_shared: bool) -> OnFile {
    let outcome = AdviceOutcome {
        at: at(10),
        may_be_shared,
        advice: "as the law stands".into(),
        given_by: "Invented Solicitor".into(),
    };
    OnFile {
        advice: vec![LegalAdvice {
            id: AdviceId(id(70)),
            case: heading(0).case,
            item: ITEM,
            asked_of: "Invented Manager".into(),
            asked_at: at(8),
            question: "May it be shared?".into(),
            outcome: Some(outcome),
        }],
        ..OnFile::default()
    }
}

/// An objection was upheld in these cases: nobody may have anything of them.
pub fn objected(cases: &[usize]) -> OnFile {
    let upheld = |n: &usize| Restriction {
        id: RestrictionId(id(60 + *n as u128)),
        case: heading(*n).case,
        kinds: Reach::Every,
        recipients: Reach::Every,
        received: None,
        entered: None,
        upheld: NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"),
        decided_by: "Invented Officer".into(),
        reason: "the objection".into(),
        lifted: None,
    };
    OnFile {
        restrictions: cases.iter().map(upheld).collect(),
        ..OnFile::default()
    }
}

fn flagged(n: usize) -> OnFile {
    let flags = Flags {
        mappa: true,
        child_protection: false,
        under_18: false,
    };
    OnFile {
        cases: vec![CaseNow {
            case: heading(n).case,
            flags,
            told: Told::Told,
        }],
        ..OnFile::default()
    }
}

fn decide(session: &mut InSession, minute: i64) {
    let (decision, kind) = (DecisionId(id(950)), DecisionKind::Other);
    let words = Words::new("go on");
    session
        .record_decision(decision, kind, words, None, false, at(minute))
        .expect("decided");
}

fn item(session: &InSession, which: ItemId) -> &ItemParts {
    let mut items = session.proceedings().items.iter().map(|i| i.parts());
    items.find(|i| i.id == which).expect("an item")
}

fn received(session: &InSession, who: AttendanceId) -> bool {
    let of = item(session, ITEM);
    of.standing == Standing::Shared && of.receipts.iter().any(|r| r.attendance == who)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_the_sentence_says_of_cases_discussed_together_is_what_becomes_of_each_line(
        objections in prop::collection::vec(any::<bool>(), 3), joined in prop::collection::vec(any::<bool>(), 2)
    ) {
        let pack = pack();
        let mut session = opened(&pack);
        for (n, joins) in (1..).zip(&joined) {
            if *joins { session.join_case(slot(n), None, hand(7)).expect("joined"); }
        }
        let against: Vec<usize> = (0..3).filter(|n| objections[*n]).collect();
        let file = objected(&against);
        let said = proposal(&pack, "pol");
        let sentence = session.proceedings().assess_together(&said, at(8), &pack, &file).expect("weighed");
        let becomes = if sentence.objection().is_none() { Standing::Shared } else { Standing::Held };
        say(&mut session, said, &file, &pack);
        let together = session.proceedings().cases_discussed().len();
        let standing = |session: &InSession| -> Vec<Standing> {
            session.proceedings().items.iter().map(|i| i.parts().standing).collect()
        };
        prop_assert_eq!(standing(&session), vec![becomes; together]);
        if becomes == Standing::Held {
            let last = session.proceedings().items.last().expect("held").parts().id;
            for which in [ITEM, last] {
                prop_assert!(session.clone().release(which, at(9), &pack, &file).is_err());
                let mut freed = session.clone();
                freed.release(which, at(9), &pack, &OnFile::default()).expect("nothing stands against it");
                prop_assert_eq!(standing(&freed), vec![Standing::Shared; together]);
                let mut heard = session.clone();
                heard.was_heard(which, "asked them to forget it".into()).expect("heard");
                prop_assert_eq!(standing(&heard), vec![Standing::Heard; together]);
            }
        }
    }
}

#[test]
fn no_fact_becomes_somebodys_own_view_by_being_tidied_or_corrected_and_what_was_blurted_out_stays()
{
    let pack = pack();
    let line = Line::Item(ITEM);
    let view: Words = "I think he is using again".into();
    let mut session = opened(&pack);
    say(
        &mut session,
        proposal(&pack, "pol"),
        &OnFile::default(),
        &pack,
    );
    let refused = Err(Refusal::OwnView);
    let none = OnFile::default();
    let reworded = session.reword(line, view.clone(), &pack, &none);
    assert_eq!(reworded, refused);
    let correction = CorrectionId(id(960));
    let corrected = session.correct(line, view.clone(), correction, hand(9), &pack, &none);
    assert_eq!(corrected, refused);
    session
        .reword(line, "seen using again".into(), &pack, &none)
        .expect("a fact");

    let mut blurted = opened(&pack);
    say(&mut blurted, proposal(&pack, "pol"), &objected(&[0]), &pack);
    let did = "asked them to forget it".into();
    blurted.was_heard(ITEM, did).expect("heard");
    blurted
        .reword(line, view, &pack, &none)
        .expect("as it was said");
}

#[test]
fn words_that_were_tidied_while_they_were_held_count_as_tidied_when_they_are_shared() {
    let pack = pack();
    let mut session = opened(&pack);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    session
        .reword(Line::Item(ITEM), "tidied".into(), &pack, &OnFile::default())
        .expect("tidied");
    session
        .release(ITEM, at(11), &pack, &advised(true))
        .expect("shared");
    let item = session.proceedings().items[0].parts();
    assert_eq!(item.standing, Standing::Shared);
    assert_eq!((item.words.as_str(), item.version), ("tidied", 2));
}

#[test]
fn advice_about_a_line_of_two_cases_counts_for_both_and_shares_both() {
    let pack = pack();
    let mut session = opened(&pack);
    session.join_case(slot(1), None, hand(7)).expect("joined");
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    let against = session.release(ITEM, at(11), &pack, &advised(false));
    assert!(matches!(against, Err(Refusal::NotPermitted(_))));
    session
        .release(ITEM, at(11), &pack, &advised(true))
        .expect("advised");
    let shared = |i: &protocol::sharing::SharedItem| i.parts().standing == Standing::Shared;
    assert!(session.proceedings().items.iter().all(shared));
}

#[test]
fn whoever_was_left_out_while_away_does_not_receive_what_is_shared_once_they_came_in() {
    let pack = pack();
    for kept_out in [
        KeptOut::Team(team(&pack, "aqu")),
        KeptOut::Person(PersonId(id(300 + AQUARIUS as u128))),
    ] {
        let mut session = opened(&pack);
        session.leave(who(AQUARIUS), at(7)).expect("leaves");
        let said = Proposal {
            kept_out: vec![kept_out],
            ..for_advice(&pack)
        };
        say(&mut session, said, &OnFile::default(), &pack);
        session.arrive(who(AQUARIUS)).expect("comes");
        session.let_in(who(AQUARIUS), at(9)).expect("let in");
        session
            .release(ITEM, at(11), &pack, &advised(true))
            .expect("advised");
        assert!(!received(&session, who(AQUARIUS)));
        assert!(received(&session, who(3)));
        assert_eq!(item(&session, ITEM).left_out, [who(AQUARIUS)]);
    }
}

#[test]
fn whoever_was_left_out_while_away_is_no_recipient_when_it_is_found_that_they_were_there() {
    let pack = pack();
    let mut session = opened(&pack);
    session.leave(who(AQUARIUS), at(7)).expect("leaves");
    let said = Proposal {
        kept_out: vec![KeptOut::Team(team(&pack, "aqu"))],
        ..proposal(&pack, "pol")
    };
    say(&mut session, said, &OnFile::default(), &pack);
    let mut stay = protocol::meeting::Stay::of(
        session
            .proceedings()
            .attendance(who(AQUARIUS))
            .expect("here"),
    );
    stay.presence[0].to = None;
    session
        .amend_presence(who(AQUARIUS), stay, hand(12), &pack, &OnFile::default())
        .expect("put right");
    assert!(!received(&session, who(AQUARIUS)));
    assert_eq!(item(&session, ITEM).left_out, [who(AQUARIUS)]);
}

#[test]
fn whoever_stepped_out_for_a_case_does_not_receive_its_held_item_by_coming_back_at_its_close() {
    let pack = pack();
    let mut session = opened(&pack);
    session.step_out(who(AQUARIUS), at(7)).expect("steps out");
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    decide(&mut session, 9);
    session.close_case(at(9)).expect("closes");
    session.open_case(slot(1), None, at(9)).expect("opens");
    let here = session.proceedings().attendance(who(AQUARIUS));
    assert!(here.expect("back").is_in_the_room());
    session
        .release(ITEM, at(11), &pack, &advised(true))
        .expect("advised");
    assert!(!received(&session, who(AQUARIUS)));
    assert!(received(&session, who(3)));
}

#[test]
fn a_paper_shares_what_waited_for_it_and_not_what_was_left_held_for_something_that_has_gone() {
    let pack = pack();
    let mut session = opened(&pack);
    let other = ItemId(id(901));
    let barred = session.record_item(proposal(&pack, "pol"), other, at(7), &pack, &objected(&[0]));
    assert_eq!(barred.expect("held").parts().standing, Standing::Held);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    // The objection is lifted, and nobody has said that line since: the advice about the one is not about the other.
    let papers = (&OnFile::default(), &advised(true));
    session
        .release_waiting(&[other, ITEM], at(11), &pack, papers)
        .expect("advised");
    assert_eq!(item(&session, ITEM).standing, Standing::Shared);
    assert_eq!(item(&session, other).standing, Standing::Held);
    session
        .release(other, at(12), &pack, &OnFile::default())
        .expect("by the chair's own key");
}

#[test]
fn whoever_came_back_before_a_line_was_recorded_receives_it() {
    let pack = pack();
    let mut session = opened(&pack);
    session.step_out(who(AQUARIUS), at(6)).expect("steps out");
    session.step_back(who(AQUARIUS), at(7)).expect("comes back");
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    session
        .release(ITEM, at(11), &pack, &advised(true))
        .expect("advised");
    assert!(received(&session, who(AQUARIUS)));
}

#[test]
fn advice_goes_with_a_line_that_is_moved_and_with_its_moving_back() {
    let pack = pack();
    let mut session = opened(&pack);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    let (there, back) = (ItemId(id(901)), ItemId(id(902)));
    let go = |session: &mut InSession, line, to, fresh: ItemId, minute, file: &OnFile| {
        let moving = Moving::of(Line::Item(line), slot(to), fresh.0);
        session.move_line(moving, hand(minute), &pack, file)
    };
    let mut refused = session.clone();
    let against = advised(false);
    go(&mut refused, ITEM, 1, there, 11, &against).expect("moves");
    for (line, to, fresh) in [(there, 0, back), (back, 1, ItemId(id(903)))] {
        let barred = refused.release(line, at(12), &pack, &against);
        assert!(matches!(barred, Err(Refusal::NotPermitted(_))), "{to}");
        let none = refused.proceedings();
        let weighed = none.assess_held(line, at(12), &pack, &against);
        assert!(!weighed.expect("held").refused().is_empty());
        go(&mut refused, line, to, fresh, 12, &against).expect("moves on");
    }
    let favourable = advised(true);
    session
        .release(ITEM, at(11), &pack, &favourable)
        .expect("advised");
    go(&mut session, ITEM, 1, there, 12, &favourable).expect("moves, and is no incident");
    assert_eq!(item(&session, there).standing, Standing::Shared);
    go(&mut session, there, 0, back, 13, &favourable).expect("moves back");
    assert_eq!(item(&session, back).standing, Standing::Shared);
}

#[test]
fn advice_goes_with_a_line_whose_agency_or_kind_is_put_right() {
    let pack = pack();
    let mut session = opened(&pack);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    let again = ItemId(id(901));
    let against = advised(false);
    let said = proposal(&pack, "prob");
    let into = Instead::Note(said);
    let converting = Converting::of(Line::Item(ITEM), into, again.0);
    session
        .convert(&converting, &hand(11), &pack, &against)
        .expect("it goes on waiting");
    let barred = session.release(again, at(12), &pack, &against);
    assert!(
        matches!(barred, Err(Refusal::NotPermitted(_))),
        "{barred:?}"
    );
    session
        .release(again, at(12), &pack, &advised(true))
        .expect("the same advice, and favourable");
}

#[test]
fn what_had_been_said_already_was_heard_by_the_room_of_that_minute_and_not_by_the_one_of_now() {
    let pack = pack();
    let mut session = opened(&pack);
    let file = objected(&[0]);
    assert_eq!(
        say(&mut session, proposal(&pack, "pol"), &file, &pack),
        Standing::Held
    );
    session.leave(who(AQUARIUS), at(9)).expect("sent out");
    let nothing = session.was_heard(ITEM, " ".into());
    assert_eq!(nothing, Err(Refusal::NothingWritten));
    session
        .was_heard(ITEM, "sent them out".into())
        .expect("heard");
    let heard = item(&session, ITEM);
    assert_eq!((heard.standing, heard.at), (Standing::Heard, at(8)));
    let there = |who| heard.receipts.iter().any(|r| r.attendance == who);
    assert!(there(who(AQUARIUS)) && there(who(3)));
    let again = session.was_heard(ITEM, "sent them out".into());
    assert_eq!(again, Err(Refusal::NoSuchLine));
}

#[test]
fn the_reason_for_going_on_with_a_held_item_is_kept_with_its_own_case() {
    let pack = pack();
    let mut session = opened(&pack);
    session.join_case(slot(2), None, hand(7)).expect("joined");
    let file = flagged(2);
    say(&mut session, proposal(&pack, "pol"), &file, &pack);
    for n in [0, 2] {
        let (decision, kind) = (DecisionId(id(960 + n)), DecisionKind::Other);
        session
            .say(decision.0, |session, fresh| {
                let (decision, words) = (DecisionId(fresh), Words::new("go on"));
                session.record_decision(decision, kind, words, None, false, at(9))?;
                Ok(vec![Line::Decision(decision)])
            })
            .expect("decided");
    }
    session.close_case(at(9)).expect("closes");
    session.open_case(slot(1), None, at(9)).expect("opens");
    let why = Words::new("only the tenancy is spoken of");
    session.go_on(Some(ITEM), &why, &file).expect("a reason");
    let slots = &session.proceedings().slots;
    let said = slots.iter().map(|slot| slot.went_on_because.is_some());
    assert_eq!(said.collect::<Vec<_>>(), [false, false, true]);
    session
        .release(ITEM, at(11), &pack, &file)
        .expect("nothing stands against it");
}

#[test]
fn a_case_flagged_since_the_agenda_was_made_opens_only_with_the_chairs_reason() {
    let pack = pack();
    let mut session = in_session(&pack);
    session
        .take_up_flags(slot(0), &flagged(0))
        .expect("on the agenda");
    let bare = session.open_case(slot(0), None, at(6));
    assert_eq!(
        bare,
        Err(Refusal::NotComplete(protocol::pack::Rule::OtherProtocol))
    );
    let why = Some(Words::new("only the tenancy is spoken of"));
    session.open_case(slot(0), why, at(6)).expect("opens");
    session
        .take_up_flags(slot(1), &flagged(0))
        .expect("on the agenda");
    let joined = session.join_case(slot(1), None, hand(7));
    assert_eq!(joined, Ok(()), "another's flag is not its own");
}

#[test]
fn what_is_corrected_while_it_is_held_strikes_nothing_that_was_never_said_and_is_told_to_nobody() {
    let (pack, line) = (pack(), Line::Item(ITEM));
    let mut session = opened(&pack);
    say(&mut session, for_advice(&pack), &OnFile::default(), &pack);
    let correct = |session: &mut InSession, words: &str, minute| {
        let id = CorrectionId(id(960 + minute as u128));
        let none = OnFile::default();
        session.correct(line, words.into(), id, hand(minute), &pack, &none)
    };
    correct(&mut session, "seen once", 9).expect("put right");
    session.leave(who(3), at(10)).expect("here");
    session
        .release(ITEM, at(11), &pack, &advised(true))
        .expect("shared");
    let p = session.proceedings();
    assert_eq!(p.words_of(line), Some(&"seen once".into()));
    assert_eq!(p.corrections_of(line).count(), 0, "nothing is struck");
    session.leave(who(1), at(12)).expect("here");
    correct(&mut session, "seen never", 13).expect("corrected");
    let p = session.proceedings();
    let struck: Vec<_> = p.corrections_of(line).collect();
    assert_eq!(struck.len(), 1, "once it has been said it is");
    assert_eq!(struck[0].before.as_str(), "seen once");
    assert_eq!(p.to_be_told(struck[0]), [who(1)]);
}

#[test]
fn what_was_held_of_a_case_that_has_gone_to_its_own_forum_is_shared_only_once_the_case_is_open_again()
 {
    let (pack, none) = (pack(), OnFile::default());
    for forum in [Forum::Mappa, Forum::ChildProtection] {
        let mut session = opened(&pack);
        say(&mut session, for_advice(&pack), &none, &pack);
        let before = ItemId(id(901));
        session
            .record_item(proposal(&pack, "pol"), before, at(9), &pack, &none)
            .expect("shared");
        let reason = Words::new("it is theirs");
        session
            .refer_case(
                slot(0),
                (forum, false),
                reason,
                DecisionId(id(950)),
                hand(11),
            )
            .expect("referred");
        let because = Words::new("the chair goes on all the same");
        let gone = Err(Refusal::CaseDone(slot(0)));
        assert_eq!(session.go_on(Some(ITEM), &because, &none), gone);
        let clause = pack.clauses.of(Rule::OtherProtocol).clone();
        let released = session.release(ITEM, at(12), &pack, &advised(true));
        assert_eq!(released, Err(Refusal::NotPermitted(clause.clone())));
        // What had been shared of it by then stands, whoever is found to have been there.
        let was = session
            .proceedings()
            .attendance(who(3))
            .expect("registered");
        let mut stay = Stay::of(was);
        stay.presence[0].from = at(3);
        session
            .amend_presence(who(3), stay, hand(13), &pack, &none)
            .expect("put right");
        assert_eq!(item(&session, before).standing, Standing::Shared);
        // Nor beside the draft.
        let mut closed = session.clone().end(&Words::new("not reached"), at(20));
        let closed = closed.as_mut().expect("ended");
        assert_eq!(closed.go_on(ITEM, &because, &none), gone);
        let released = closed.release(ITEM, at(21), &pack, &advised(true));
        assert_eq!(released, Err(Refusal::NotPermitted(clause)));
        session
            .reopen_case(slot(0), Some(because), hand(14))
            .expect("open again");
        session
            .release(ITEM, at(15), &pack, &advised(true))
            .expect("shared");
    }
}
