//! The meeting's rules by table and by property: who is admitted, what opens, who receives.

mod afterwards;
mod agenda;
mod barred;
mod choosing;
mod converting;
mod held;
mod incidents;
mod left_held;
mod moved;
mod never_added;
mod owing;
mod papers;
mod rewording;
mod silences;
mod slips;
mod told;
mod turns;
mod updates;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime};
use proptest::prelude::*;
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::grounds::OnFile;
use protocol::ids::{
    ActionId, AttendanceId, CaseId, DecisionId, ItemId, MeetingId, PersonId, SlotId, TeamKey,
};
use protocol::meeting::{Gathering, InSession, Meeting, Place, Planned, Stage};
use protocol::pack::{DEFAULT, Pack};
use protocol::people::{Affiliation, Person};
use protocol::refusal::{Clause, Refusal};
use protocol::room::{Agency, Attendance, AttendeeRole, TextHash, Whereabouts};
use protocol::sharing::{ActionOwner, Answer, DecisionKind, Outcome, Proposal, Standing};
use protocol::signature::Signature;
use protocol::trade::{At, Basis, MeetingKind, Tier};
use protocol::words::Words;
use uuid::Uuid;

/// The people of the tests: a chair, a minute-taker, police, probation, and Aquarius, who signs.
const TEAMS: [(&str, AttendeeRole); 5] = [
    ("csu", AttendeeRole::Chair),
    ("csu", AttendeeRole::MinuteTaker),
    ("pol", AttendeeRole::Representative),
    ("prob", AttendeeRole::Representative),
    ("aqu", AttendeeRole::Representative),
];
const AQUARIUS: usize = 4;

fn pack() -> Pack {
    Pack::read(DEFAULT).expect("the default pack reads")
}

fn at(minute: i64) -> At {
    let start: DateTime<FixedOffset> = "2026-12-10T13:30:00+00:00".parse().expect("a moment");
    start + Duration::minutes(minute)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn who(n: usize) -> AttendanceId {
    AttendanceId(id(100 + n as u128))
}

fn slot(n: usize) -> SlotId {
    SlotId(id(200 + n as u128))
}

fn team(pack: &Pack, capture_key: &str) -> TeamKey {
    let team = pack.teams.iter().find(|t| t.capture_key == capture_key);
    team.expect("a team of the default pack").key.clone()
}

fn person(n: usize, affiliation: Affiliation) -> Person {
    let name = format!("Person {n}");
    Person {
        id: PersonId(id(300 + n as u128)),
        name,
        job: String::new(),
        affiliation,
        retired: false,
    }
}

fn attendance(pack: &Pack, n: usize, affiliation: Affiliation, role: AttendeeRole) -> Attendance {
    let person = person(n, affiliation);
    let agency = Agency::of(&person.affiliation, pack).expect("an agency of the pack");
    Attendance::expected(who(n), &person, agency, role, 0)
}

fn heading(n: usize) -> CaseHeading {
    CaseHeading {
        case: CaseId(id(400 + n as u128)),
        reference: format!("ODOC-{n:03}"),
        name: Words::new("Invented Person"),
        person: None,
        born: NaiveDate::from_ymd_opt(1990, 1, 1),
        cro: None,
        offender_manager: None,
        cohort: Cohort::Fixed,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: Flags::default(),
        told: Told::Told,
    }
}

/// Business has begun; whoever came for Aquarius is expected, and was not there. With the text that was accepted.
fn without_aquarius(pack: &Pack) -> (InSession, TextHash) {
    let mut room = gathering(pack);
    (0..AQUARIUS).for_each(|n| room.mark_present(who(n), at(1)).expect("expected"));
    room.read_statement(at(2));
    let shown = text(&room);
    (0..AQUARIUS).for_each(|n| room.accept(who(n), shown, at(3)).expect("here"));
    (room.begin(at(5)).expect("begins"), shown)
}

fn gathering(pack: &Pack) -> Gathering {
    let date = NaiveDate::from_ymd_opt(2026, 12, 10).expect("a day");
    let hour = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
    let times = (hour(13, 30), hour(16, 30));
    let mut planned = Planned::new(MeetingId(id(1)), MeetingKind::Odoc, date, times);
    for n in 0..3 {
        planned
            .add_case(slot(n), heading(n), Tier::Amber, 7)
            .expect("a new case");
    }
    for (n, (key, role)) in TEAMS.iter().enumerate() {
        let affiliation = Affiliation::Team {
            team: team(pack, key),
        };
        planned
            .expect(attendance(pack, n, affiliation, *role))
            .expect("a new face");
    }
    let agencies: Vec<_> = planned
        .proceedings()
        .attendances
        .iter()
        .map(|a| (a.person, a.agency.clone()))
        .collect();
    let agency_of = |person| {
        agencies
            .iter()
            .find(|(p, _)| *p == person)
            .map(|(_, a)| a.clone())
    };
    planned
        .open_register(at(0), pack, agency_of)
        .expect("the register opens")
}

fn text(gathering: &Gathering) -> TextHash {
    gathering
        .proceedings()
        .pinned
        .as_ref()
        .expect("a pinned pack")
        .texts
}

fn ink() -> Signature {
    Signature::Drawn(vec![(0..20).map(|n| (n * 10, 50 + n)).collect()])
}

fn everyone_sits(gathering: &mut Gathering) {
    (0..TEAMS.len()).for_each(|n| gathering.mark_present(who(n), at(1)).expect("expected"));
}

fn everyone_accepts(gathering: &mut Gathering) {
    gathering.read_statement(at(2));
    let text = text(gathering);
    (0..TEAMS.len()).for_each(|n| gathering.accept(who(n), text, at(3)).expect("here"));
}

fn in_session(pack: &Pack) -> InSession {
    let mut gathering = gathering(pack);
    everyone_sits(&mut gathering);
    everyone_accepts(&mut gathering);
    let text = text(&gathering);
    gathering
        .sign_declaration(who(AQUARIUS), "Person 4", ink(), text, at(4))
        .expect("signs");
    gathering.begin(at(5)).expect("the gate is passed")
}

fn proposal(pack: &Pack, capture_key: &str) -> Proposal {
    Proposal::of(
        team(pack, capture_key),
        pack.kinds[0].key.clone(),
        Basis::Fact,
        Words::new("seen twice"),
    )
}

#[test]
fn business_begins_only_when_everyone_has_accepted_and_signed() {
    let pack = pack();
    let mut room = gathering(&pack);
    assert_eq!(room.clone().begin(at(1)).err(), Some(Refusal::NobodyChairs));
    everyone_sits(&mut room);
    assert_eq!(
        room.clone().begin(at(1)).err(),
        Some(Refusal::StatementNotRead)
    );
    room.read_statement(at(2));
    let all = (0..TEAMS.len()).map(who).collect();
    assert_eq!(
        room.clone().begin(at(2)).err(),
        Some(Refusal::NotEveryoneAccepted(all))
    );
    everyone_accepts(&mut room);
    let missing = Refusal::DeclarationsMissing(vec![who(AQUARIUS)]);
    assert_eq!(room.clone().begin(at(3)).err(), Some(missing));
    let shown = text(&room);
    room.sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(4))
        .expect("signs");
    assert!(room.begin(at(5)).is_ok());
}

#[test]
fn a_declaration_that_was_not_understood_is_signed_anew_and_is_confirmed_once() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    everyone_accepts(&mut room);
    let guest = who(AQUARIUS);
    let nothing = room.weigh_declaration(guest, true, at(4));
    assert_eq!(nothing, Err(Refusal::NotSigned), "nothing to confirm");
    let shown = text(&room);
    let mut signed = |minute, understood| {
        room.sign_declaration(guest, "Person 4", ink(), shown, at(minute))
            .expect("signs");
        room.weigh_declaration(guest, understood, at(minute + 1))
            .expect("weighed");
        room.clone()
    };
    let missing = Refusal::DeclarationsMissing(vec![guest]);
    assert_eq!(signed(4, false).begin(at(6)).err(), Some(missing));
    let mut room = signed(6, true);
    let again = room.weigh_declaration(guest, false, at(8));
    assert_eq!(again, Err(Refusal::NotSigned), "confirmed, it stands");
    let session = room.begin(at(9)).expect("the gate is passed");
    let person = session.proceedings().attendance(guest).expect("there");
    let declaration = person.declaration.as_ref().expect("signed");
    assert_eq!(declaration.confirmed, Some(at(7)));
}

#[test]
fn another_text_than_the_pinned_one_cannot_be_accepted_or_signed() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    room.read_statement(at(2));
    let other = [7; 32];
    assert_eq!(
        room.accept(who(0), other, at(3)),
        Err(Refusal::AnotherTextShown)
    );
    let signed = room.sign_declaration(who(AQUARIUS), "Person 4", ink(), other, at(3));
    assert_eq!(signed, Err(Refusal::AnotherTextShown));
}

#[test]
fn nothing_is_accepted_before_the_statement_was_read() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    let shown = text(&room);
    assert_eq!(
        room.accept(who(0), shown, at(1)),
        Err(Refusal::StatementNotRead)
    );
}

#[test]
fn a_declaration_needs_a_name_and_ink_and_a_non_statutory_agency() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    let shown = text(&room);
    let dot = Signature::Drawn(vec![vec![(1, 1)]]);
    assert_eq!(
        room.sign_declaration(who(4), "Person 4", dot, shown, at(2)),
        Err(Refusal::NotSigned)
    );
    assert_eq!(
        room.sign_declaration(who(4), " ", ink(), shown, at(2)),
        Err(Refusal::NotSigned)
    );
    let police = room.sign_declaration(who(2), "Person 2", ink(), shown, at(2));
    assert_eq!(police, Err(Refusal::NoDeclarationNeeded(who(2))));
}

#[test]
fn whoever_declines_has_left_and_holds_nobody_up() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    everyone_accepts(&mut room);
    room.decline(who(AQUARIUS), None, at(4)).expect("here");
    let session = room.begin(at(5)).expect("nobody is missing");
    let gone = session
        .proceedings()
        .attendance(who(AQUARIUS))
        .expect("on the register");
    assert_eq!(gone.whereabouts, Whereabouts::Declined);
    assert!(gone.presence.iter().all(|i| i.to.is_some()));
}

#[test]
fn a_late_arrival_waits_at_the_door_and_receives_nothing_until_let_in() {
    let pack = pack();
    let (mut session, shown) = without_aquarius(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    session.arrive(who(AQUARIUS)).expect("on the register");
    let item = session.record_item(
        proposal(&pack, "pol"),
        ItemId(id(900)),
        at(7),
        &pack,
        &OnFile::default(),
    );
    assert!(
        item.expect("shared")
            .recipients()
            .all(|r| r != who(AQUARIUS))
    );
    let unsigned = Refusal::NotEveryoneAccepted(vec![who(AQUARIUS)]);
    assert_eq!(session.let_in(who(AQUARIUS), at(8)), Err(unsigned));
    session
        .accept(who(AQUARIUS), shown, at(8))
        .expect("at the door");
    let unsigned = Refusal::DeclarationsMissing(vec![who(AQUARIUS)]);
    assert_eq!(session.let_in(who(AQUARIUS), at(8)), Err(unsigned));
    session
        .sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(9))
        .expect("signs");
    session.let_in(who(AQUARIUS), at(10)).expect("admitted");
    let item = session.record_item(
        proposal(&pack, "pol"),
        ItemId(id(901)),
        at(11),
        &pack,
        &OnFile::default(),
    );
    assert!(
        item.expect("shared")
            .recipients()
            .any(|r| r == who(AQUARIUS))
    );
}

#[test]
fn a_guest_agency_that_is_no_party_holds_an_item_until_it_is_left_out() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    let guest = Affiliation::Guest {
        agency: "Invented Charity".into(),
        statutory: false,
    };
    let guest = attendance(&pack, 9, guest, AttendeeRole::Representative);
    room.newcomer(guest, at(1)).expect("a new face");
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.accept(who(9), shown, at(3)).expect("here");
    for n in [AQUARIUS, 9] {
        room.sign_declaration(who(n), "Somebody", ink(), shown, at(4))
            .expect("signs");
    }
    let mut session = room.begin(at(5)).expect("begins");
    session.open_case(slot(0), None, at(6)).expect("opens");
    let held = session.record_item(
        proposal(&pack, "pol"),
        ItemId(id(900)),
        at(7),
        &pack,
        &OnFile::default(),
    );
    let held = held.expect("kept").clone();
    assert_eq!(held.parts().standing, Standing::Held);
    assert_eq!(held.recipients().count(), 0);
    assert_eq!(
        session.release(ItemId(id(900)), at(8), &pack, &OnFile::default()),
        Err(Refusal::NotPermitted(Clause::new("§1.2.3")))
    );
    let left_out = Proposal {
        left_out: vec![who(9)],
        ..proposal(&pack, "pol")
    };
    let shared = session
        .record_item(left_out, ItemId(id(901)), at(8), &pack, &OnFile::default())
        .expect("shared");
    assert_eq!(shared.parts().standing, Standing::Shared);
    session.step_out(who(9), at(9)).expect("in the room");
    session
        .release(ItemId(id(900)), at(10), &pack, &OnFile::default())
        .expect("the room has changed");
}

#[test]
fn a_case_closes_only_with_something_decided() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    assert_eq!(
        session.close_case(at(7)),
        Err(Refusal::NothingDecided(slot(0)))
    );
    let decided = session.record_decision(
        DecisionId(id(800)),
        DecisionKind::Other,
        Words::new("continue"),
        None,
        false,
        at(7),
    );
    decided.expect("decided");
    session.undo(at(8)).expect("something to undo");
    assert_eq!(
        session.close_case(at(8)),
        Err(Refusal::NothingDecided(slot(0)))
    );
    let owner = ActionOwner {
        team: team(&pack, "pol"),
        person: None,
    };
    session
        .record_action(
            ActionId(id(801)),
            owner,
            Words::new("visit"),
            None,
            None,
            at(8),
            &pack,
        )
        .expect("agreed");
    session.close_case(at(9)).expect("closes");
}

#[test]
fn a_flagged_case_asks_the_chair_for_a_reason() {
    let pack = pack();
    let mut room = gathering(&pack);
    everyone_sits(&mut room);
    everyone_accepts(&mut room);
    let shown = text(&room);
    room.sign_declaration(who(AQUARIUS), "Person 4", ink(), shown, at(4))
        .expect("signs");
    let mut flagged = room.proceedings().clone();
    flagged.slots[0].case.flags.mappa = true;
    let restored = Meeting::restore(Stage::Gathering, flagged, None, None).expect("whole");
    let mut session = restored
        .gathering()
        .expect("gathering")
        .begin(at(5))
        .expect("begins");
    assert_eq!(
        session.open_case(slot(0), None, at(6)),
        Err(Refusal::NotComplete(protocol::pack::Rule::OtherProtocol))
    );
    session
        .open_case(slot(0), Some(Words::new("tenancy only")), at(6))
        .expect("a reason given");
}

#[test]
fn an_action_not_done_goes_on_under_a_new_date_and_the_others_end() {
    let pack = pack();
    let mut session = in_session(&pack);
    session.open_case(slot(0), None, at(6)).expect("opens");
    let owner = ActionOwner {
        team: team(&pack, "pol"),
        person: None,
    };
    session
        .record_action(
            ActionId(id(700)),
            owner,
            Words::new("visit"),
            None,
            None,
            at(7),
            &pack,
        )
        .expect("agreed");
    let mut p = session.proceedings().clone();
    p.carried = std::mem::take(&mut p.actions);
    let meeting = Meeting::restore(Stage::InSession, p, None, None).expect("whole");
    let mut session = meeting.in_session().expect("in session");
    let settle =
        |s: &mut InSession, outcome, new| s.settle(ActionId(id(700)), outcome, None, new, at(8));
    assert_eq!(
        settle(&mut session, Outcome::NotDone, None),
        Err(Refusal::NewDateNeeded)
    );
    let due = NaiveDate::from_ymd_opt(2027, 1, 14).expect("a day");
    settle(
        &mut session,
        Outcome::NotDone,
        Some((ActionId(id(701)), due)),
    )
    .expect("a new date");
    let going_on = &session.proceedings().actions[0];
    assert_eq!(
        (going_on.continues, going_on.due),
        (Some(ActionId(id(700))), Some(due))
    );
    settle(&mut session, Outcome::Done, None).expect("said otherwise after all");
    assert!(session.proceedings().actions.is_empty());
}

#[test]
fn only_whoever_chaired_at_the_close_signs_the_minutes() {
    let pack = pack();
    let closed = in_session(&pack)
        .end(&Words::new("not reached"), at(170))
        .expect("ends");
    let by_police =
        closed
            .clone()
            .sign(who(2), ink(), [0; 32], at(180), (&pack, &OnFile::default()));
    assert_eq!(by_police.err(), Some(Refusal::NotTheChair));
    assert!(
        closed
            .sign(who(0), ink(), [0; 32], at(180), (&pack, &OnFile::default()))
            .is_ok()
    );
}

#[test]
fn a_register_is_put_back_only_while_nobody_is_here() {
    let pack = pack();
    let mut room = gathering(&pack);
    assert!(room.clone().put_back().is_ok());
    room.mark_present(who(0), at(1)).expect("expected");
    assert_eq!(room.put_back().err(), Some(Refusal::WrongStage));
}

/// A move that somebody might make at any time.
#[derive(Debug, Clone)]
enum Move {
    Arrive(usize),
    LetIn(usize),
    Leave(usize),
    StepOut(usize),
    StepBack(usize),
    Accept(usize),
    Decline(usize),
    Open(usize),
    Close,
    Share(usize, Vec<usize>),
    Decide,
    Undo,
}

fn any_move() -> impl Strategy<Value = Move> {
    let n = || 0..TEAMS.len();
    prop_oneof![
        1 => n().prop_map(Move::Arrive),
        1 => n().prop_map(Move::LetIn),
        1 => n().prop_map(Move::Leave),
        1 => n().prop_map(Move::StepOut),
        1 => n().prop_map(Move::StepBack),
        1 => n().prop_map(Move::Accept),
        1 => n().prop_map(Move::Decline),
        1 => (0..3usize).prop_map(Move::Open),
        1 => Just(Move::Close),
        4 => (n(), prop::collection::vec(n(), 0..2)).prop_map(|(t, out)| Move::Share(t, out)),
        1 => Just(Move::Decide),
        1 => Just(Move::Undo),
    ]
}

fn play(session: &mut InSession, what: &Move, n: u128, pack: &Pack) -> Result<(), Refusal> {
    let now = at(10 + i64::try_from(n).unwrap_or(0));
    let shown = session
        .proceedings()
        .pinned
        .as_ref()
        .map(|p| p.texts)
        .unwrap_or_default();
    match what {
        Move::Arrive(n) => session.arrive(who(*n)),
        Move::LetIn(n) => session.let_in(who(*n), now),
        Move::Leave(n) => session.leave(who(*n), now),
        Move::StepOut(n) => session.step_out(who(*n), now),
        Move::StepBack(n) => session.step_back(who(*n), now),
        Move::Accept(n) => session.accept(who(*n), shown, now),
        Move::Decline(n) => session.decline(who(*n), None, now),
        Move::Open(n) => session.open_case(slot(*n), None, now),
        Move::Close => session.close_case(now),
        Move::Share(t, out) => {
            let left_out = out.iter().map(|n| who(*n)).collect();
            let proposal = Proposal {
                left_out,
                ..proposal(pack, TEAMS[*t].0)
            };
            session
                .record_item(
                    proposal,
                    ItemId(id(5000 + n)),
                    now,
                    pack,
                    &OnFile::default(),
                )
                .map(|_| ())
        }
        Move::Decide => {
            let words = Words::new("continue");
            session.record_decision(
                DecisionId(id(6000 + n)),
                DecisionKind::Other,
                words,
                None,
                false,
                now,
            )
        }
        Move::Undo => session.undo(now).map(|_| ()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Recipients are those in the room less those left out, and every one of them was admitted.
    #[test]
    fn recipients_are_presence_less_exclusions_and_all_admitted(
        moves in prop::collection::vec(any_move(), 1..60)
    ) {
        let pack = pack();
        let mut session = in_session(&pack);
        for (n, what) in moves.iter().enumerate() {
            let before = session.proceedings().clone();
            let played = play(&mut session, what, n as u128, &pack);
            prop_assert!(played.is_ok() || *session.proceedings() == before, "a refusal changed something");
            let Move::Share(_, out) = what else { continue };
            if played.is_err() { continue }
            let item = session.proceedings().items.last().expect("recorded").parts().clone();
            let mut expected: Vec<AttendanceId> = before.attendances.iter()
                .filter(|a| a.was_in_the_room(item.at) && !out.iter().any(|n| who(*n) == a.id))
                .map(|a| a.id).collect();
            let mut actual: Vec<AttendanceId> = item.receipts.iter().map(|r| r.attendance).collect();
            expected.sort();
            actual.sort();
            prop_assert_eq!(actual, expected);
            for receipt in &item.receipts {
                let person = before.attendance(receipt.attendance).expect("on the register");
                prop_assert!(before.is_admitted(person));
                prop_assert!(matches!(receipt.answer, Answer::Permitted(_)));
            }
        }
        let whole = Meeting::restore(Stage::InSession, session.proceedings().clone(), None, None);
        prop_assert!(whole.is_ok());
    }

    /// However a register is played, business begins only through a complete gate.
    #[test]
    fn the_gate_is_complete_whenever_business_has_begun(
        present in prop::collection::vec(any::<bool>(), TEAMS.len()),
        accepts in prop::collection::vec(any::<bool>(), TEAMS.len()),
        signs in any::<bool>(),
        read in any::<bool>(),
    ) {
        let pack = pack();
        let mut room = gathering(&pack);
        if read { room.read_statement(at(1)); }
        let shown = text(&room);
        for n in 0..TEAMS.len() {
            if present[n] { room.mark_present(who(n), at(1)).expect("expected"); }
            if accepts[n] { let _ = room.accept(who(n), shown, at(2)); }
        }
        if signs { let _ = room.sign_declaration(who(AQUARIUS), "P", ink(), shown, at(3)); }
        if let Ok(session) = room.begin(at(4)) {
            let p = session.proceedings();
            prop_assert!(read && present[0] && present[1]);
            for a in p.attendances.iter().filter(|a| a.is_in_the_room()) {
                prop_assert!(p.is_admitted(a));
            }
            prop_assert_eq!(p.place, Place::Opening);
        }
    }
}
