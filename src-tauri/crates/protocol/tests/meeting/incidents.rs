//! What is held and what was heard without a ground, when lines move, change their sort and are corrected.

use super::*;
use protocol::grounds::Owner;
use protocol::ids::CorrectionId;
use protocol::meeting::{Converting, Hand, Heard, Instead, Line, Moving, Proceedings, Stay};
use protocol::room::Interval;
use protocol::sharing::{Action, ItemParts, Pending, Source};

pub const GUEST: usize = 9;

fn hand(minute: i64) -> Hand {
    Hand {
        by: "Tom Okell".to_owned(),
        at: at(minute),
    }
}

/// A meeting with a guest at the table who may hear nothing without consent, its first case open.
pub fn with_a_guest(pack: &Pack) -> InSession {
    let mut room = gathering(pack);
    everyone_sits(&mut room);
    let guest = Affiliation::Guest {
        agency: "Invented Charity".into(),
        statutory: false,
    };
    let guest = attendance(pack, GUEST, guest, AttendeeRole::Representative);
    room.newcomer(guest, at(1)).expect("a new face");
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.accept(who(GUEST), shown, at(3)).expect("here");
    for n in [AQUARIUS, GUEST] {
        room.sign_declaration(who(n), "Somebody", ink(), shown, at(4))
            .expect("signs");
    }
    let mut session = room.begin(at(5)).expect("begins");
    session.open_case(slot(0), None, at(6)).expect("opens");
    session
}

fn say(session: &mut InSession, pack: &Pack, item: ItemId, proposal: Proposal) -> Standing {
    let said = session.record_item(proposal, item, at(10), pack, &OnFile::default());
    said.expect("recorded").parts().standing
}

fn hear(session: &mut InSession, pack: &Pack, item: ItemId) {
    let did = Words::new("asked the guest to keep it to herself");
    let none = OnFile::default();
    session
        .record_heard(proposal(pack, "pol"), did, item, at(10), pack, &none)
        .expect("heard");
}

fn held_and_heard(pack: &Pack) -> [(InSession, ItemId); 2] {
    let item = ItemId(id(900));
    let mut held = with_a_guest(pack);
    assert_eq!(
        say(&mut held, pack, item, proposal(pack, "pol")),
        Standing::Held
    );
    let mut heard = with_a_guest(pack);
    hear(&mut heard, pack, item);
    [(held, item), (heard, item)]
}

fn visit(pack: &Pack) -> Action {
    Action {
        id: ActionId(id(700)),
        meeting: MeetingId(id(1)),
        place: Place::Opening,
        case: None,
        owner: ActionOwner {
            team: team(pack, "pol"),
            person: None,
        },
        words: Words::new("seen twice"),
        due: None,
        strand: None,
        at: at(12),
        arises_from: None,
        continues: None,
        settled: None,
        undone: None,
    }
}

fn item(p: &Proceedings, line: Line) -> &ItemParts {
    let mut items = p.items.iter().map(|i| i.parts());
    items.find(|i| Line::Item(i.id) == line).expect("recorded")
}

fn correct(session: &mut InSession, pack: &Pack, line: Line, minute: i64) {
    session
        .correct(
            line,
            Words::new("seen once"),
            CorrectionId(id(1)),
            hand(minute),
            pack,
            &OnFile::default(),
        )
        .expect("corrected");
}

fn told(session: &InSession) -> Vec<AttendanceId> {
    let p = session.proceedings();
    p.to_be_told(&p.corrections[0])
}

fn becomes(
    session: &mut InSession,
    pack: &Pack,
    (line, into): (Line, Instead),
    fresh: u128,
    minute: i64,
) -> Result<Line, Refusal> {
    let converting = Converting::of(line, into, id(fresh));
    session.convert(&converting, &hand(minute), pack, &OnFile::default())
}

fn note_to_action(
    session: &mut InSession,
    pack: &Pack,
    note: ItemId,
    action: Action,
    minute: i64,
) -> Result<Line, Refusal> {
    let into = (Line::Item(note), Instead::Action(action));
    becomes(session, pack, into, 700, minute)
}

fn note_to_note(
    session: &mut InSession,
    pack: &Pack,
    note: ItemId,
    said: &Proposal,
) -> Result<Line, Refusal> {
    let into = (Line::Item(note), Instead::Note(said.clone()));
    becomes(session, pack, into, 950, 12)
}

fn moved(session: &mut InSession, pack: &Pack, item: ItemId, minute: i64) -> Line {
    let none = OnFile::default();
    session
        .move_line(
            Moving::of(Line::Item(item), slot(1), id(950)),
            hand(minute),
            pack,
            &none,
        )
        .expect("moved")
}

#[test]
fn what_is_held_or_was_heard_without_a_ground_never_becomes_an_action() {
    let pack = pack();
    for (mut session, note) in held_and_heard(&pack) {
        let before = session.clone();
        let made = note_to_action(&mut session, &pack, note, visit(&pack), 12);
        assert_eq!(made, Err(Refusal::NotShared));
        assert_eq!(session, before);
    }
}

#[test]
fn a_note_becomes_no_action_of_an_agency_that_did_not_hear_it_nor_without_the_mark_of_whose_it_is()
{
    let pack = pack();
    let kept_from = |proposal: Proposal| Proposal {
        left_out: vec![who(2)],
        ..proposal
    };
    let theirs = |proposal: Proposal| Proposal {
        source: Source::ThirdParty(Owner::Group(pack.groups[0].key.clone())),
        ..proposal
    };
    let (prob, pol) = (proposal(&pack, "prob"), proposal(&pack, "pol"));
    for (said, refusal) in [
        (kept_from(prob), Refusal::OwnerDidNotHear),
        (theirs(pol.clone()), Refusal::OthersInformation),
    ] {
        let mut session = in_session(&pack);
        session.open_case(slot(0), None, at(6)).expect("opens");
        let note = ItemId(id(900));
        let standing = say(&mut session, &pack, note, said);
        let before = session.clone();
        let made = note_to_action(&mut session, &pack, note, visit(&pack), 12);
        if standing == Standing::Shared {
            assert_eq!(made, Err(refusal));
        }
        assert!(made.is_err(), "{made:?}");
        assert_eq!(session, before);
    }
    // An agency's own words may become its own action.
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let note = ItemId(id(900));
    say(&mut session, &pack, note, pol);
    let made = note_to_action(&mut session, &pack, note, visit(&pack), 12);
    assert_eq!(made, Ok(Line::Action(ActionId(id(700)))));
}

#[test]
fn what_was_said_of_two_cases_becomes_an_action_of_both_and_a_note_of_both_again() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session.join_case(slot(1), None, hand(7)).expect("joined");
    let none = OnFile::default();
    session
        .say(id(900), |session, id| {
            let (said, item) = (proposal(&pack, "pol"), ItemId(id));
            session.record_item(said, item, at(10), &pack, &none)?;
            Ok(vec![Line::Item(item)])
        })
        .expect("said of both");
    note_to_action(&mut session, &pack, ItemId(id(900)), visit(&pack), 12).expect("shared of both");
    let p = session.proceedings();
    let places: Vec<_> = p.actions.iter().map(|a| a.place).collect();
    assert_eq!(places, [Place::Case(slot(0)), Place::Case(slot(1))]);
    let gone = |i: &ItemParts| matches!(i.standing, Standing::Undone { .. });
    assert!(p.items.iter().all(|i| gone(i.parts())));
    let again = proposal(&pack, "pol");
    let into = (Line::Action(ActionId(id(700))), Instead::Note(again));
    becomes(&mut session, &pack, into, 950, 14).expect("weighed");
    let p = session.proceedings();
    assert!(p.actions.iter().all(|a| a.undone.is_some()));
    let notes = p.items.iter().map(|i| i.parts()).filter(|i| !gone(i));
    let places: Vec<_> = notes.map(|i| i.place).collect();
    assert_eq!(places, [Place::Case(slot(0)), Place::Case(slot(1))]);
}

#[test]
fn a_note_typed_as_another_agencys_is_weighed_as_it_should_have_been_and_reaches_nobody_it_was_kept_from()
 {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let (note, again) = (ItemId(id(900)), ItemId(id(950)));
    let kept_from = Proposal {
        left_out: vec![who(AQUARIUS)],
        ..proposal(&pack, "prob")
    };
    assert_eq!(say(&mut session, &pack, note, kept_from), Standing::Shared);
    correct(&mut session, &pack, Line::Item(note), 11);
    note_to_note(&mut session, &pack, note, &proposal(&pack, "pol"))
        .expect("the police had said it");
    let p = session.proceedings();
    let now = item(p, Line::Item(again));
    assert_eq!((&now.team, now.at), (&team(&pack, "pol"), at(10)));
    assert!(now.left_out.contains(&who(AQUARIUS)));
    let received = |who| now.receipts.iter().any(|r| r.attendance == who);
    assert!(!received(who(AQUARIUS)) && received(who(3)));
    let gone = item(p, Line::Item(note)).standing;
    assert!(matches!(gone, Standing::Undone { .. }));
    assert_eq!(p.corrections[0].of.line(), Some(Line::Item(again)));
    let whole = Meeting::restore(Stage::InSession, p.clone(), None, None);
    assert!(whole.is_ok());
}

#[test]
fn what_was_heard_becomes_nothing_that_might_not_have_been_and_what_is_held_goes_on_waiting() {
    let pack = pack();
    let (note, again) = (ItemId(id(900)), ItemId(id(950)));
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    say(&mut session, &pack, note, proposal(&pack, "pol"));
    let theirs = Proposal {
        source: Source::ThirdParty(Owner::Team(team(&pack, "hou"))),
        ..proposal(&pack, "pol")
    };
    let before = session.clone();
    let made = note_to_note(&mut session, &pack, note, &theirs);
    assert!(matches!(made, Err(Refusal::HeardThere(_))), "{made:?}");
    assert_eq!(session, before);

    let [(mut held, _), (mut heard, _)] = held_and_heard(&pack);
    let said = proposal(&pack, "prob");
    note_to_note(&mut held, &pack, note, &said).expect("nobody has heard it");
    let p = held.proceedings();
    assert_eq!(item(p, Line::Item(again)).standing, Standing::Held);
    let made = note_to_note(&mut heard, &pack, note, &said);
    assert_eq!(made, Err(Refusal::IncidentStays));
}

#[test]
fn an_action_that_everybody_heard_becomes_no_note_that_somebody_might_not_have_heard() {
    let pack = pack();
    let mut session = with_a_guest(&pack);
    let Action {
        id: action,
        owner,
        words,
        ..
    } = visit(&pack);
    session
        .record_action(action, owner, words, None, None, at(12), &pack)
        .expect("agreed");
    let before = session.clone();
    let said = Instead::Note(proposal(&pack, "pol"));
    let made = becomes(&mut session, &pack, (Line::Action(action), said), 950, 14);
    assert!(matches!(made, Err(Refusal::HeardThere(_))), "{made:?}");
    assert_eq!(session, before);
}

#[test]
fn an_incident_is_not_taken_back_as_a_slip_and_what_is_held_may_be() {
    let pack = pack();
    let [(mut held, _), (mut heard, note)] = held_and_heard(&pack);
    let before = heard.clone();
    assert_eq!(heard.undo(at(12)), Err(Refusal::IncidentStays));
    assert_eq!(heard, before);
    held.undo(at(12)).expect("a slip");
    // Nor beside the draft, once the meeting has ended.
    let why = Words::new("no time");
    heard.defer_case(slot(0), why, at(20)).expect("put off");
    let mut closed = heard.end(&Words::new("no time"), at(30)).expect("ends");
    let stays = closed.take_back(Line::Item(note), at(40));
    assert_eq!(stays, Err(Refusal::IncidentStays));
}

#[test]
fn a_held_item_that_moves_waits_on_and_goes_to_whoever_is_there_when_it_is_released() {
    let pack = pack();
    let [(mut session, note), _] = held_and_heard(&pack);
    for gone in [3, GUEST] {
        session.leave(who(gone), at(12)).expect("here");
    }
    let line = moved(&mut session, &pack, note, 14);
    assert_eq!(item(session.proceedings(), line).standing, Standing::Held);
    let Line::Item(item_id) = line else {
        panic!("another sort")
    };
    session
        .release(item_id, at(20), &pack, &OnFile::default())
        .expect("nobody stands against it");
    let released = item(session.proceedings(), line);
    assert_eq!((released.standing, released.at), (Standing::Shared, at(20)));
    let recipients: Vec<_> = released.receipts.iter().map(|r| r.attendance).collect();
    assert_eq!(recipients, [0, 1, 2, 4].map(who));
}

#[test]
fn a_held_item_that_moved_and_was_taken_back_comes_back_held() {
    let pack = pack();
    let mut session = with_a_guest(&pack);
    let note = ItemId(id(900));
    say(&mut session, &pack, note, proposal(&pack, "pol"));
    let decided = (
        DecisionId(id(800)),
        DecisionKind::Other,
        Words::new("go on"),
    );
    session
        .record_decision(decided.0, decided.1, decided.2, None, false, at(11))
        .expect("decided");
    session.step_out(who(GUEST), at(12)).expect("here");
    session.close_case(at(13)).expect("closes");
    session.open_case(slot(1), None, at(14)).expect("opens");
    session.leave(who(GUEST), at(15)).expect("here");
    let line = moved(&mut session, &pack, note, 16);
    session.undo(at(17)).expect("the moved line");
    session.redo(&pack, &OnFile::default()).expect("put back");
    assert_eq!(item(session.proceedings(), line).standing, Standing::Held);
}

#[test]
fn a_line_corrected_and_then_moved_keeps_its_strike_and_whom_to_tell() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let note = ItemId(id(900));
    say(&mut session, &pack, note, proposal(&pack, "pol"));
    session.leave(who(3), at(12)).expect("here");
    correct(&mut session, &pack, Line::Item(note), 14);
    let line = moved(&mut session, &pack, note, 16);
    let p = session.proceedings();
    let struck: Vec<_> = p.corrections_of(line).map(|c| c.before.as_str()).collect();
    assert_eq!(struck, ["seen twice"]);
    assert_eq!(p.corrections_of(Line::Item(note)).count(), 0);
    assert_eq!(told(&session), [who(3)]);
}

#[test]
fn a_note_corrected_and_then_made_an_action_and_back_keeps_its_strike_and_whom_to_tell() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let note = ItemId(id(900));
    let left_out = Proposal {
        left_out: vec![who(AQUARIUS)],
        ..proposal(&pack, "pol")
    };
    say(&mut session, &pack, note, left_out);
    for gone in [3, AQUARIUS] {
        session.leave(who(gone), at(12)).expect("here");
    }
    correct(&mut session, &pack, Line::Item(note), 14);
    let action = visit(&pack);
    let line = Line::Action(action.id);
    note_to_action(&mut session, &pack, note, action, 16).expect("it was shared");
    assert_eq!(session.proceedings().corrections_of(line).count(), 1);
    assert_eq!(
        told(&session),
        [who(3)],
        "whoever was left out heard nothing of it"
    );
    let again = ItemId(id(901));
    let said = Instead::Note(proposal(&pack, "pol"));
    becomes(&mut session, &pack, (line, said), 901, 18).expect("a note again");
    let p = session.proceedings();
    assert_eq!(p.corrections_of(Line::Item(again)).count(), 1);
    assert_eq!(told(&session), [who(3)]);
}

#[test]
fn what_goes_to_an_agency_outside_alone_is_shared_with_somebody_and_the_meeting_reads_back() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let outside = Pending {
        team: None,
        organisation: Some(protocol::ids::OrganisationKey::new("harden")),
        named: "Harden".into(),
    };
    let to_them_alone = Proposal {
        left_out: (0..TEAMS.len()).map(who).collect(),
        pending: vec![outside],
        power: Some(protocol::ids::PowerKey::new("cda-s17")),
        ..proposal(&pack, "pol")
    };
    let standing = say(&mut session, &pack, ItemId(id(900)), to_them_alone);
    assert_eq!(standing, Standing::Shared);
    let p = session.proceedings().clone();
    assert!(Meeting::restore(Stage::InSession, p, None, None).is_ok());
}

#[test]
fn whoever_overheard_the_wrong_words_or_was_to_be_sent_them_is_told_too() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let note = ItemId(id(900));
    let harden = Pending {
        team: None,
        organisation: Some(protocol::ids::OrganisationKey::new("harden")),
        named: "Harden".into(),
    };
    let sent = Proposal {
        pending: vec![harden],
        ..proposal(&pack, "pol")
    };
    assert_eq!(say(&mut session, &pack, note, sent), Standing::Shared);
    session
        .undo_acceptance(who(3), hand(12), &pack)
        .expect("accepted");
    let p = session.proceedings();
    let presence = p
        .attendance(who(3))
        .expect("on the register")
        .presence
        .clone();
    assert_eq!(
        presence,
        [Interval {
            from: at(1),
            to: Some(at(12))
        }]
    );
    correct(&mut session, &pack, Line::Item(note), 14);
    assert_eq!(told(&session), [who(3)]);
    let p = session.proceedings();
    let outside = p.to_be_told_outside(&p.corrections[0]);
    let named: Vec<_> = outside
        .iter()
        .map(|(item, nth)| p.outside(*item, *nth))
        .collect();
    assert_eq!(named, [Some("Harden")]);
}

fn away_from(session: &mut InSession, pack: &Pack, n: usize, minute: i64) {
    let none = OnFile::default();
    let mut stay = Stay::of(
        session
            .proceedings()
            .attendance(who(n))
            .expect("registered"),
    );
    let here = &mut stay.presence[0];
    *here = Interval {
        to: Some(at(minute)),
        ..*here
    };
    session
        .amend_presence(who(n), stay, hand(30), pack, &none)
        .expect("put right");
}

#[test]
fn what_nobody_heard_who_might_not_have_it_is_no_incident_once_that_is_put_right() {
    let pack = pack();
    let [_, (session, note)] = held_and_heard(&pack);
    for (gone, stands) in [(3, Standing::Heard), (GUEST, Standing::Shared)] {
        let mut session = session.clone();
        away_from(&mut session, &pack, gone, 9);
        let item = item(session.proceedings(), Line::Item(note));
        assert_eq!(item.standing, stands);
        assert_eq!(item.chair_did.is_some(), stands == Standing::Heard);
        assert!(item.receipts.iter().all(|r| r.attendance != who(gone)));
        let stage = Stage::InSession;
        let kept = Meeting::restore(stage, session.proceedings().clone(), None, None);
        assert!(kept.is_ok(), "{kept:?}");
    }
}

#[test]
fn who_was_in_the_room_after_all_received_only_what_had_been_shared_there_by_then() {
    let (pack, none) = (pack(), OnFile::default());
    let shared = ItemId(id(901));
    for (mut session, note) in held_and_heard(&pack) {
        let mut said = proposal(&pack, "pol");
        said.left_out = vec![who(GUEST)];
        session
            .record_item(said, shared, at(11), &pack, &none)
            .expect("shared");
        away_from(&mut session, &pack, 3, 9);
        let mut stay = Stay::of(
            session
                .proceedings()
                .attendance(who(3))
                .expect("registered"),
        );
        stay.presence[0].to = None;
        session
            .amend_presence(who(3), stay, hand(31), &pack, &none)
            .expect("put right");
        let told = |session: &InSession| -> Vec<(ItemId, Heard)> {
            let p = session.proceedings();
            let changes = p.amendments.iter().flat_map(|a| p.received_otherwise(a));
            changes.map(|c| (c.item, c.heard.clone())).collect()
        };
        let only = [(shared, Heard::Not), (shared, Heard::Received)];
        assert_eq!(
            told(&session),
            only,
            "neither what was held nor what was heard"
        );
        // Shared since, it was not received by anybody then.
        if session.leave(who(GUEST), at(32)).is_ok() {
            let _ = session.release(note, at(33), &pack, &none);
        }
        assert_eq!(told(&session), only);
    }
}
