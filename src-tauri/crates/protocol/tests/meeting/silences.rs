//! Nil returns and refusals to share: what an agency says later of the same case stands in their place; one is taken back alone.

use super::*;
use protocol::meeting::Line;
use protocol::sharing::SilenceKind;

fn nil(session: &mut InSession, pack: &Pack, kind: SilenceKind, minute: i64) -> usize {
    let nth = session.proceedings().silences.len();
    session
        .record_silence(team(pack, "pol"), kind, at(minute))
        .expect("asked");
    nth
}

fn asked(pack: &Pack) -> (InSession, usize) {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let nth = nil(&mut session, pack, SilenceKind::NilReturn, 8);
    (session, nth)
}

fn shares(session: &mut InSession, pack: &Pack, minute: i64) {
    let (item, none) = (ItemId(id(900)), OnFile::default());
    let said = session.record_item(proposal(pack, "pol"), item, at(minute), pack, &none);
    assert_eq!(said.expect("recorded").parts().standing, Standing::Shared);
}

#[test]
fn what_an_agency_shares_later_stands_in_the_place_of_its_nil_return_until_it_is_taken_back() {
    let pack = pack();
    let (mut session, nth) = asked(&pack);
    assert!(session.proceedings().is_last_word(nth));
    shares(&mut session, &pack, 10);
    assert!(!session.proceedings().is_last_word(nth));
    assert_eq!(session.proceedings().silences[nth].undone, None, "kept");
    session.undo(at(12)).expect("a slip");
    assert!(session.proceedings().is_last_word(nth));
    let refused = nil(&mut session, &pack, SilenceKind::Declined, 14);
    let p = session.proceedings();
    assert!(!p.is_last_word(nth) && p.is_last_word(refused));
}

#[test]
fn a_nil_return_is_taken_back_alone_whatever_was_said_since_and_only_once() {
    let pack = pack();
    let (mut session, nth) = asked(&pack);
    shares(&mut session, &pack, 10);
    session
        .take_back(Line::Silence(nth), at(12))
        .expect("a slip");
    let p = session.proceedings();
    assert_eq!(p.silences[nth].undone, Some(at(12)));
    assert_eq!(p.items[0].parts().standing, Standing::Shared);
    let again = session.take_back(Line::Silence(nth), at(14));
    assert_eq!(again, Err(Refusal::NoSuchLine));
    let none = session.take_back(Line::Silence(7), at(14));
    assert_eq!(none, Err(Refusal::NoSuchLine));
}

#[test]
fn any_line_of_the_meeting_is_taken_back_alone_unless_its_closed_case_would_have_no_decision() {
    let pack = pack();
    let (mut session, _) = asked(&pack);
    shares(&mut session, &pack, 10);
    let decision = DecisionId(id(800));
    let words = Words::new("go on");
    session
        .record_decision(decision, DecisionKind::Other, words, None, false, at(12))
        .expect("decided");
    let line = Line::Item(ItemId(id(900)));
    session.take_back(line, at(14)).expect("not the last one");
    assert_eq!(session.last_line(), Some(Line::Decision(decision)));
    session.close_case(at(16)).expect("decided");
    let left = session.take_back(Line::Decision(decision), at(18));
    assert_eq!(left, Err(Refusal::NothingDecided(slot(0))));
}
