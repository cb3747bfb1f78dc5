//! A line that was heard, moved to a case in which somebody might not have heard it: said is not held.

use super::held::objected;
use super::*;
use protocol::grounds::CaseNow;
use protocol::meeting::{Hand, Line, Moving, Proceedings};
use protocol::sharing::ItemParts;

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

/// The second case is flagged since the agenda was made, and the chair has not said why to go on with it.
fn flagged() -> OnFile {
    let flags = Flags {
        mappa: true,
        child_protection: false,
        under_18: false,
    };
    OnFile {
        cases: vec![CaseNow {
            case: CaseId(id(401)),
            flags,
            told: Told::Told,
        }],
        ..OnFile::default()
    }
}

fn shared(pack: &Pack) -> (InSession, Line) {
    let mut session = in_session(pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let (item, none) = (ItemId(id(900)), OnFile::default());
    let said = session.record_item(proposal(pack, "pol"), item, at(10), pack, &none);
    assert_eq!(said.expect("recorded").parts().standing, Standing::Shared);
    (session, Line::Item(item))
}

fn item(p: &Proceedings, line: Line) -> &ItemParts {
    let mut items = p.items.iter().map(|i| i.parts());
    items.find(|i| Line::Item(i.id) == line).expect("recorded")
}

fn did() -> Words {
    Words::new("asked everyone to disregard it")
}

#[test]
fn a_line_that_was_heard_does_not_move_to_where_it_might_not_have_been_unless_the_chair_answers_for_it()
 {
    let pack = pack();
    for (file, clause) in [(objected(&[1]), "§2.1.1"), (flagged(), "§4.3 MAPPA")] {
        let (mut session, line) = shared(&pack);
        let before = session.clone();
        let moved = session.move_line(Moving::of(line, slot(1), id(950)), hand(12), &pack, &file);
        assert_eq!(moved, Err(Refusal::HeardThere(Clause::new(clause))));
        let silent = session.move_line(
            Moving::of(line, slot(1), id(950)).heard(Words::new(" ")),
            hand(12),
            &pack,
            &file,
        );
        assert_eq!(silent, Err(Refusal::NothingWritten));
        assert_eq!(session, before, "and nothing has changed");
    }
}

#[test]
fn it_becomes_an_incident_of_the_case_that_it_moves_to_with_everybody_who_heard_it() {
    let pack = pack();
    for (file, clause) in [(objected(&[1]), "§2.1.1"), (flagged(), "§4.3 MAPPA")] {
        let (mut session, line) = shared(&pack);
        // Whoever has gone since had heard it all the same.
        session.leave(who(3), at(11)).expect("here");
        let moved = session
            .move_line(
                Moving::of(line, slot(1), id(950)).heard(did()),
                hand(12),
                &pack,
                &file,
            )
            .expect("moved");
        let p = session.proceedings();
        assert!(p.words_of(line).is_none(), "words stay behind");
        let there = item(p, moved);
        assert_eq!(
            (there.place, there.standing),
            (Place::Case(slot(1)), Standing::Heard)
        );
        assert_eq!((there.at, &there.chair_did), (at(10), &Some(did())));
        let heard: Vec<_> = there.receipts.iter().map(|r| r.attendance).collect();
        assert_eq!(heard, (0..TEAMS.len()).map(who).collect::<Vec<_>>());
        let against = there.receipts.iter().filter(|r| match &r.answer {
            Answer::Permitted(_) => false,
            Answer::Held(_, why) | Answer::Refused(_, why) => why.as_str() == clause,
        });
        assert!(against.count() >= TEAMS.len() - 1, "{clause}");
        assert_eq!(p.amendments.len(), 1, "the move has its trace");
        assert_eq!(there.chaired_by, Some(who(0)), "whoever chaired then");
        let received = p.items.iter().flat_map(|i| i.recipients());
        assert_eq!(received.count(), 0, "nobody has it as shared any more");
        session.defer_case(slot(0), did(), at(13)).expect("put off");
        let mut closed = session.end(&Words::new("no time"), at(20)).expect("ends");
        let stays = closed.take_back(moved, at(21));
        assert_eq!(stays, Err(Refusal::IncidentStays));
        assert!(
            Meeting::restore(
                Stage::Closed,
                closed.proceedings().clone(),
                Some(who(0)),
                None
            )
            .is_ok()
        );
    }
}

#[test]
fn moved_on_to_its_own_case_it_is_shared_there_and_no_incident_is_left() {
    let pack = pack();
    let (mut session, line) = shared(&pack);
    let file = objected(&[1]);
    let incident = session
        .move_line(
            Moving::of(line, slot(1), id(950)).heard(did()),
            hand(12),
            &pack,
            &file,
        )
        .expect("moved");
    let home = session
        .move_line(
            Moving::of(incident, slot(2), id(951)),
            hand(13),
            &pack,
            &file,
        )
        .expect("moved on");
    let p = session.proceedings();
    let there = item(p, home);
    assert_eq!(
        (there.standing, &there.chair_did),
        (Standing::Shared, &None)
    );
    assert_eq!(there.receipts.len(), TEAMS.len());
    assert!(
        p.items
            .iter()
            .all(|i| i.parts().standing != Standing::Heard)
    );
}

#[test]
fn what_the_chair_did_is_no_incident_where_nothing_stands_against_the_line() {
    let pack = pack();
    let (mut session, line) = shared(&pack);
    let none = OnFile::default();
    let moved = session
        .move_line(
            Moving::of(line, slot(1), id(950)).heard(did()),
            hand(12),
            &pack,
            &none,
        )
        .expect("moved");
    assert_eq!(
        item(session.proceedings(), moved).standing,
        Standing::Shared
    );
}

#[test]
fn beside_the_draft_the_same_is_asked_and_recorded() {
    let pack = pack();
    let (mut session, line) = shared(&pack);
    session.defer_case(slot(0), did(), at(13)).expect("put off");
    let mut closed = session.end(&Words::new("no time"), at(20)).expect("ends");
    let file = objected(&[1]);
    let moved = closed.move_line(Moving::of(line, slot(1), id(950)), hand(30), &pack, &file);
    assert_eq!(moved, Err(Refusal::HeardThere(Clause::new("§2.1.1"))));
    let moved = closed
        .move_line(
            Moving::of(line, slot(1), id(950)).heard(did()),
            hand(31),
            &pack,
            &file,
        )
        .expect("moved");
    assert_eq!(item(closed.proceedings(), moved).standing, Standing::Heard);
}
