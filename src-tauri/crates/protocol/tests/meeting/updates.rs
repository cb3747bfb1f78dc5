//! Updates in writing: they wait for their case, come through the one door, and are never shared before.

use super::*;
use protocol::ids::{KindKey, UpdateId};
use protocol::meeting::{Contradiction, Hand, Line, Missing, Moving, Stay};
use protocol::sharing::{Update, UpdateSays};

/// The team that sent its apologies and an e-mail.
const ABSENT: &str = "hou";

fn hand(minute: i64) -> Hand {
    Hand {
        by: "The minute-taker".to_owned(),
        at: at(minute),
    }
}

/// The person in the n-th seat, whichever seat they have at another meeting.
fn whoever(n: usize) -> PersonId {
    PersonId(id(300 + n as u128))
}

fn information(pack: &Pack) -> UpdateSays {
    UpdateSays::Information {
        kind: pack.kinds[0].key.clone(),
        basis: Basis::ProfessionalJudgement,
        words: Words::new("the tenancy is at risk"),
        left_out: vec![whoever(AQUARIUS)],
    }
}

fn update(pack: &Pack, n: u128, says: UpdateSays) -> Update {
    Update {
        id: UpdateId(id(n)),
        slot: slot(0),
        team: team(pack, ABSENT),
        sender: Words::new("Dana Price"),
        says,
        set_aside: None,
        since: None,
    }
}

/// A meeting in session, before which two updates about its first case were taken down, the second a nil return.
fn with_updates(pack: &Pack) -> InSession {
    let mut planned = gathering(pack).put_back().expect("nobody has come");
    for (n, says) in [(1, information(pack)), (2, UpdateSays::Nothing)] {
        let kept = planned.keep_update(update(pack, 1000 + n, says), pack);
        kept.expect("kept");
    }
    let agencies: Vec<_> = planned.proceedings().attendances.clone();
    let agency_of = |person| {
        let of = agencies.iter().find(|a| a.person == person);
        of.map(|a| a.agency.clone())
    };
    let mut room = planned
        .open_register(at(0), pack, agency_of)
        .expect("the register opens");
    everyone_sits(&mut room);
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(4))
        .expect("signs");
    room.begin(at(5)).expect("the gate is passed")
}

fn put(session: &mut InSession, n: u128, minute: i64, pack: &Pack) -> Result<(), Refusal> {
    let (fresh, update) = (id(7000 + n), UpdateId(id(1000 + n)));
    let moment = at(minute);
    session.put_update(update, fresh, moment, pack, &OnFile::default())
}

fn waiting(session: &InSession) -> Vec<UpdateId> {
    let updates = session.proceedings().waiting_updates();
    updates.map(|u| u.id).collect()
}

#[test]
fn only_an_update_of_an_agency_about_a_case_in_words_is_kept() {
    let pack = pack();
    let mut planned = gathering(&pack).put_back().expect("nobody has come");
    let says = |change: fn(&mut KindKey, &mut Words)| {
        let (mut kind, mut words) = (pack.kinds[0].key.clone(), Words::new("in arrears"));
        change(&mut kind, &mut words);
        UpdateSays::Information {
            kind,
            basis: Basis::Fact,
            words,
            left_out: Vec::new(),
        }
    };
    let whole = update(&pack, 1, says(|_, _| ()));
    let table = [
        (whole.clone(), Ok(())),
        (update(&pack, 2, UpdateSays::Nothing), Ok(())),
        (
            update(&pack, 3, says(|_, words| *words = Words::new(" "))),
            Err(Refusal::NothingWritten),
        ),
        (
            update(&pack, 4, says(|kind, _| *kind = KindKey::new("gossip"))),
            Err(Refusal::NotInThePack),
        ),
        (
            Update {
                team: TeamKey::new("nobody"),
                ..whole.clone()
            },
            Err(Refusal::NotInThePack),
        ),
        (
            Update {
                slot: slot(9),
                ..whole.clone()
            },
            Err(Refusal::NotOnTheAgenda),
        ),
    ];
    for (update, expected) in table {
        assert_eq!(
            planned.keep_update(update.clone(), &pack),
            expected,
            "{update:?}"
        );
    }
    // Kept anew under its own name, and gone with its case.
    planned.keep_update(whole, &pack).expect("kept anew");
    assert_eq!(planned.proceedings().updates.len(), 2);
    planned.drop_update(UpdateId(id(2))).expect("dropped");
    let gone = planned.drop_update(UpdateId(id(2)));
    assert_eq!(gone, Err(Refusal::NoSuchUpdate));
    planned.remove_case(slot(0)).expect("off the agenda");
    assert!(planned.proceedings().updates.is_empty());
}

#[test]
fn an_update_waits_for_its_case_and_then_reaches_whoever_is_in_the_room() {
    let pack = pack();
    let mut session = with_updates(&pack);
    assert!(session.proceedings().items.is_empty());
    assert_eq!(put(&mut session, 1, 10, &pack), Err(Refusal::NoCaseOpen));
    session.open_case(slot(1), None, at(10)).expect("opens");
    assert_eq!(put(&mut session, 1, 11, &pack), Err(Refusal::NoCaseOpen));
    session
        .defer_case(slot(1), Words::new("no time"), at(11))
        .expect("deferred");
    session.open_case(slot(0), None, at(12)).expect("opens");
    session.step_out(who(3), at(13)).expect("steps out");
    put(&mut session, 1, 14, &pack).expect("put through");
    let item = session.proceedings().items[0].parts().clone();
    assert_eq!((item.standing, item.at), (Standing::Shared, at(14)));
    assert_eq!(item.written, Some(UpdateId(id(1001))));
    assert_eq!(
        (item.contributor, item.speaker()),
        (who(1), None),
        "read out"
    );
    assert_eq!(item.team, team(&pack, ABSENT));
    let mut reached: Vec<_> = item.receipts.iter().map(|r| r.attendance).collect();
    reached.sort();
    assert_eq!(
        reached,
        [who(0), who(1), who(2)],
        "less who is out and left out"
    );
    assert_eq!(put(&mut session, 1, 15, &pack), Err(Refusal::NoSuchUpdate));
}

#[test]
fn a_nil_return_in_writing_stands_as_one_though_nobody_of_the_agency_is_there() {
    let pack = pack();
    let mut session = with_updates(&pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    let by_hand = session.record_silence(
        team(&pack, ABSENT),
        protocol::sharing::SilenceKind::NilReturn,
        at(11),
    );
    assert_eq!(by_hand, Err(Refusal::OriginatorNotHere));
    put(&mut session, 2, 11, &pack).expect("put through");
    let silence = &session.proceedings().silences[0];
    assert_eq!(silence.written, Some(UpdateId(id(1002))));
    assert_eq!(silence.team, team(&pack, ABSENT));
}

#[test]
fn an_update_taken_back_waits_again_and_stands_once_whatever_is_undone_and_redone() {
    let pack = pack();
    let mut session = with_updates(&pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    put(&mut session, 1, 11, &pack).expect("put through");
    session.undo(at(12)).expect("a slip");
    assert_eq!(waiting(&session).len(), 2);
    session.redo(&pack, &OnFile::default()).expect("back");
    assert_eq!(waiting(&session), [UpdateId(id(1002))]);
    session.undo(at(13)).expect("a slip again");
    let fresh = id(7500);
    session
        .put_update(UpdateId(id(1001)), fresh, at(13), &pack, &OnFile::default())
        .expect("put through anew");
    let twice = session.redo(&pack, &OnFile::default());
    assert_eq!(twice.err(), Some(Refusal::NothingToRedo));
    session.undo(at(14)).expect("taken back");
    session
        .set_update_aside(UpdateId(id(1001)), Words::new("told by phone"), hand(15))
        .expect("set aside");
    let after = session.redo(&pack, &OnFile::default());
    assert_eq!(after.err(), Some(Refusal::NothingToRedo));
}

#[test]
fn an_update_is_set_aside_for_a_reason_alone_and_can_wait_again() {
    let pack = pack();
    let mut session = with_updates(&pack);
    let first = UpdateId(id(1001));
    let blank = session.set_update_aside(first, Words::new(" "), hand(6));
    assert_eq!(blank, Err(Refusal::NothingWritten));
    let why = || Words::new("about somebody else");
    session
        .set_update_aside(first, why(), hand(6))
        .expect("set aside");
    assert_eq!(waiting(&session), [UpdateId(id(1002))]);
    let again = session.set_update_aside(first, why(), hand(7));
    assert_eq!(again, Err(Refusal::NoSuchUpdate));
    session.open_case(slot(0), None, at(8)).expect("opens");
    assert_eq!(put(&mut session, 1, 9, &pack), Err(Refusal::NoSuchUpdate));
    session.let_update_wait(first).expect("after all");
    assert_eq!(session.let_update_wait(first), Err(Refusal::NoSuchUpdate));
    put(&mut session, 1, 10, &pack).expect("put through");
}

#[test]
fn no_change_is_not_said_while_an_update_waits_and_what_waits_at_the_end_is_missing() {
    let pack = pack();
    let mut session = with_updates(&pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    session.ask_room(at(11)).expect("asked");
    let says = |s: &mut InSession| s.no_change(Words::new("goes on"), id(9000), at(12));
    assert_eq!(says(&mut session), Err(Refusal::UpdateWaits));
    let is_missing = |s: &InSession, n| {
        s.missing()
            .contains(&Missing::UpdateWaiting(UpdateId(id(n))))
    };
    assert!(is_missing(&session, 1001) && is_missing(&session, 1002));
    session
        .set_update_aside(UpdateId(id(1001)), Words::new("out of date"), hand(12))
        .expect("set aside");
    put(&mut session, 2, 12, &pack).expect("put through");
    assert!(!is_missing(&session, 1001) && !is_missing(&session, 1002));
    says(&mut session).expect("nothing new, and nothing waits");
}

#[test]
fn an_update_is_held_like_any_line_and_stays_in_writing_when_it_is_released() {
    let pack = pack();
    let mut session = with_updates(&pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    let guest = Affiliation::Guest {
        agency: "Invented Charity".into(),
        statutory: false,
    };
    let guest = attendance(&pack, 9, guest, AttendeeRole::Representative);
    session.newcomer(guest).expect("a new face");
    let mut p = session.proceedings().clone();
    let shown = p.pinned.as_ref().expect("pinned").texts;
    session.accept(who(9), shown, at(11)).expect("accepts");
    session
        .sign_declaration(who(9), "Person 9", ink(), shown, at(11))
        .expect("signs");
    session.let_in(who(9), at(11)).expect("comes in");
    put(&mut session, 1, 12, &pack).expect("kept");
    let item = session.proceedings().items[0].parts().clone();
    assert_eq!(item.standing, Standing::Held, "the guest is no party");
    session.leave(who(9), at(13)).expect("leaves");
    session
        .release(item.id, at(14), &pack, &OnFile::default())
        .expect("nothing stands against it");
    let item = session.proceedings().items[0].parts();
    assert_eq!(item.written, Some(UpdateId(id(1001))));
    assert_eq!(item.contributor, who(1));
    // A line of the same meeting that claims to be an update which nobody wrote is a damaged record.
    p = session.proceedings().clone();
    p.updates.clear();
    let whole = Meeting::restore(Stage::InSession, p, None, None);
    assert_eq!(whole.err(), Some(Contradiction::NeverWritten));
}

#[test]
fn a_moved_line_takes_along_that_it_came_in_writing() {
    let pack = pack();
    let mut session = with_updates(&pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    put(&mut session, 1, 11, &pack).expect("put through");
    let line = Line::Item(session.proceedings().items[0].parts().id);
    session
        .move_line(
            Moving::of(line, slot(1), id(7600)),
            hand(12),
            &pack,
            &OnFile::default(),
        )
        .expect("moved");
    let moved = session.proceedings().items[1].parts();
    assert_eq!(moved.written, Some(UpdateId(id(1001))));
    assert_eq!(
        waiting(&session),
        [UpdateId(id(1002))],
        "it was put through"
    );
}

/// Next month's meeting: its first two cases the other way round, everybody but the first in seats of other names.
fn next_month(pack: &Pack, last: &InSession) -> Planned {
    let p = last.proceedings();
    let date = p.date + Duration::days(28);
    let times = (p.starts, p.ends);
    let mut planned = Planned::new(MeetingId(id(2)), MeetingKind::Odoc, date, times);
    for n in [1, 0] {
        let added = planned.add_case(slot(50 + n), heading(n), Tier::Amber, 7);
        added.expect("a new case");
    }
    for (n, (key, role)) in TEAMS.iter().enumerate().skip(1) {
        let affiliation = Affiliation::Team {
            team: team(pack, key),
        };
        let seat = Attendance {
            id: who(80 + n),
            ..attendance(pack, n, affiliation, *role)
        };
        planned.expect(seat).expect("a new face");
    }
    planned
}

#[test]
fn an_update_that_was_never_put_to_the_meeting_follows_its_case_with_whom_it_leaves_out() {
    let pack = pack();
    let session = with_updates(&pack);
    let mut planned = next_month(&pack, &session);
    let p = session.proceedings();
    for (n, update) in p.waiting_updates().enumerate() {
        let id = UpdateId(id(2000 + n as u128));
        let carried = planned.carry_update(id, (update, p), &pack, |who| who);
        carried.expect("it follows its case");
    }
    let here = planned.proceedings().updates.clone();
    assert_eq!(here.len(), 2);
    assert!(
        here.iter()
            .all(|u| u.slot == slot(50) && u.since == Some(p.date))
    );
    let UpdateSays::Information {
        left_out, words, ..
    } = &here[0].says
    else {
        panic!("a nil return");
    };
    assert_eq!(words.as_str(), "the tenancy is at risk");
    assert_eq!(*left_out, [whoever(AQUARIUS)]);
    let seats = |planned: &Planned| -> Vec<AttendanceId> {
        let p = planned.proceedings();
        p.left_out_of(&p.updates[0]).map(|a| a.id).collect()
    };
    assert_eq!(seats(&planned), [who(80 + AQUARIUS)], "by their seat here");
    // Whoever is not expected and comes after all is left out as well.
    let theirs = planned
        .proceedings()
        .attendance(who(80 + AQUARIUS))
        .expect("a seat")
        .clone();
    planned.unexpect(theirs.id).expect("not expected");
    assert_eq!(seats(&planned), []);
    let back = Attendance {
        id: who(99),
        ..theirs
    };
    planned.expect(back).expect("here after all");
    assert_eq!(seats(&planned), [who(99)]);

    // To the month after it goes as of the meeting for which it was written; and not where its case does not stand.
    let (first, since) = (here[0].clone(), here[0].since);
    let of_this = planned.proceedings().clone();
    let mut later = next_month(&pack, &session);
    let again = later.carry_update(UpdateId(id(3000)), (&first, &of_this), &pack, |who| who);
    again.expect("it follows its case");
    assert_eq!(later.proceedings().updates[0].since, since);
    later.remove_case(slot(50)).expect("off the agenda");
    let gone = later.carry_update(UpdateId(id(3001)), (&first, &of_this), &pack, |who| who);
    assert_eq!(gone, Err(Refusal::NotOnTheAgenda));
}

/// Whoever is left out in writing was out of the room when it was put through, and is back.
fn put_through_while_they_are_out(pack: &Pack) -> InSession {
    let mut session = with_updates(pack);
    session.open_case(slot(0), None, at(10)).expect("opens");
    session.step_out(who(AQUARIUS), at(11)).expect("steps out");
    put(&mut session, 1, 12, pack).expect("put through");
    session
        .step_back(who(AQUARIUS), at(13))
        .expect("steps back");
    session
}

#[test]
fn whoever_was_left_out_in_writing_stays_so_when_it_is_weighed_again_with_them_in_the_room() {
    let pack = pack();
    let session = put_through_while_they_are_out(&pack);
    let item = session.proceedings().items[0].parts().clone();
    let place = Place::Case(slot(0));
    let p = session.proceedings();
    let id = ItemId(id(7700));
    let again = protocol::sharing::assess(
        item.proposal(),
        id,
        at(14),
        place,
        p,
        &pack,
        &OnFile::default(),
    );
    let again = again.expect("weighed").share().expect("shared");
    let mut receipts = again.parts().receipts.iter();
    assert!(receipts.all(|r| r.attendance != who(AQUARIUS)));
    assert_eq!(again.parts().left_out, [who(AQUARIUS)]);
}

#[test]
fn whoever_was_left_out_in_writing_stays_so_when_it_is_found_that_they_were_there() {
    let pack = pack();
    let mut session = put_through_while_they_are_out(&pack);
    let seat = session.proceedings().attendance(who(AQUARIUS));
    let mut is = Stay::of(seat.expect("a seat"));
    is.step_outs.clear();
    let lines = session.amend_presence(who(AQUARIUS), is, hand(14), &pack, &OnFile::default());
    assert_eq!(lines, Ok(Vec::new()), "no line changes");
    let item = session.proceedings().items[0].parts();
    let mut receipts = item.receipts.iter();
    assert!(receipts.all(|r| r.attendance != who(AQUARIUS)));
    assert_eq!(item.left_out, [who(AQUARIUS)]);
}
