//! What it costs to weigh one item, which happens at every keystroke: for 25 recipients and for 5, with a full file.
//!
//! Times are this machine's and are never asserted; the ratio says whether the cost grows with the recipients and no faster.
#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use chrono::{DateTime, Duration, FixedOffset, NaiveTime};
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::grounds::*;
use protocol::ids::*;
use protocol::meeting::{Place, Planned, Proceedings};
use protocol::pack::{DEFAULT, Pack};
use protocol::people::{Affiliation, Person};
use protocol::room::{Agency, Attendance, AttendeeRole};
use protocol::sharing::{Proposal, assess};
use protocol::signature::Signature;
use protocol::trade::{At, Basis, MeetingKind, Tier};
use std::hint::black_box;
use std::time::Instant;
use uuid::Uuid;

const SLOT: SlotId = SlotId(Uuid::from_u128(1));
const CASE: CaseId = CaseId(Uuid::from_u128(2));
const MEETING: MeetingId = MeetingId(Uuid::from_u128(3));
const ROUNDS: usize = 2_000;

fn main() {
    let pack = Pack::read(DEFAULT).expect("the default pack reads");
    let file = full(&pack);
    let papers = (file.consents.len(), file.authorities.len());
    let (many, few) = (room(25, &pack), room(5, &pack));
    // In turns, so that whatever else the machine does falls on both.
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        times[0].push(weigh(&many, &pack, &file));
        times[1].push(weigh(&few, &pack, &file));
    }
    let [many, few] = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    });
    let (many, few) = (many as f64 / 1000.0, few as f64 / 1000.0);
    println!(
        "{:<40} {many:>11.1} µs {few:>11.1} µs {:>7.2} ×   aim under 50 µs, at most 5 ×   25 and 5 recipients, {} consents, {} authorities",
        "Weighing one item",
        many / few,
        papers.0,
        papers.1
    );
}

/// Nanoseconds of one weighing.
fn weigh(room: &Proceedings, pack: &Pack, file: &OnFile) -> u128 {
    let (team, kind) = (TeamKey::new("dip"), KindKey::new("drug-test"));
    let proposal = Proposal::of(team, kind, Basis::Fact, "negative on both occasions".into());
    let (id, place) = (ItemId(Uuid::from_u128(4)), Place::Case(SLOT));
    let begun = Instant::now();
    let weighed = assess(proposal, id, at(0), place, room, pack, file);
    let took = begun.elapsed().as_nanos();
    black_box(weighed).expect("it is weighed");
    took
}

fn at(minute: i64) -> At {
    let start: DateTime<FixedOffset> = "2026-12-10T14:30:00+00:00".parse().expect("a moment");
    start + Duration::minutes(minute)
}

/// 50 consents, half of them ended, and 100 authorities of this case and kind: each names somebody in the room and somebody who is not.
fn full(pack: &Pack) -> OnFile {
    let team = |n: usize| Addressee::Team(pack.teams[n % pack.teams.len()].key.clone());
    let guest = |n: usize| Addressee::Guest(format!("Invented Charity {n}"));
    let scope = |n: usize, recipients: [Addressee; 2]| {
        let kinds = ["drug-test", "treatment"].map(KindKey::new);
        let purposes = ["check-plans"].map(PurposeKey::new);
        Scope::of(kinds, recipients, purposes).unwrap_or_else(|_| panic!("scope {n}"))
    };
    let consent = |n: usize| {
        let parts = ConsentParts {
            id: ConsentId(Uuid::from_u128(1000 + n as u128)),
            case: CASE,
            sort: ConsentSort::Waiver,
            whose: Whose::Subject,
            scope: scope(n, [team(n), guest(n)]),
            given: "2026-09-01".parse().expect("a day"),
            entered: None,
            expires: n
                .is_multiple_of(2)
                .then(|| "2026-11-01".parse().expect("a day")),
            how: HowGiven::InWriting,
            explicit: true,
            consequences_understood: true,
            freely_given: true,
            taken_by: "Invented Worker".into(),
            evidence: None,
            withdrawn: None,
        };
        Consent::given(parts, at(0).date_naive(), pack).expect("a consent")
    };
    let authority = |n: usize| {
        let parts = AuthorityParts {
            id: AuthorityId(Uuid::from_u128(2000 + n as u128)),
            case: CASE,
            scope: scope(n, [team(n), guest(n)]),
            what: "the last results".into(),
            by: Grantor {
                name: "Invented Leader".into(),
                role: RoleKey::new("dip-manager"),
                organisation: None,
            },
            at: at(-5),
            meeting: MEETING,
            withdrawn: None,
        };
        Authority::given(parts, &TeamKey::new("dip"), pack).expect("an authority")
    };
    OnFile {
        consents: (0..50).map(consent).collect(),
        authorities: (0..100).map(authority).collect(),
        ..OnFile::default()
    }
}

/// A case review with this many in the room.
fn room(recipients: usize, pack: &Pack) -> Proceedings {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    let (kind, date) = (MeetingKind::DipCaseReview, at(0).date_naive());
    let mut planned = Planned::new(MEETING, kind, date, (time(13), time(16)));
    planned
        .add_case(SLOT, heading(), Tier::Amber, 7)
        .expect("a case");
    // The drug programme's team first: it shares. The chair and the minute-taker are of it too.
    for n in 0..recipients {
        let team = pack.teams[(n + 2) % pack.teams.len()].key.clone();
        let role = match n {
            0 => AttendeeRole::Chair,
            1 => AttendeeRole::MinuteTaker,
            _ => AttendeeRole::Representative,
        };
        let person = Person {
            id: PersonId(Uuid::from_u128(300 + n as u128)),
            name: format!("Invented Person {n}"),
            job: String::new(),
            affiliation: Affiliation::Team { team },
            retired: false,
        };
        let agency = Agency::of(&person.affiliation, pack).expect("an agency");
        let id = AttendanceId(Uuid::from_u128(100 + n as u128));
        let attendance = Attendance::expected(id, &person, agency, role, n as u16);
        planned.expect(attendance).expect("a new face");
    }
    let people = planned.proceedings().attendances.clone();
    let agency_of = |id| {
        people
            .iter()
            .find(|a| a.person == id)
            .map(|a| a.agency.clone())
    };
    let mut room = planned
        .open_register(at(-90), pack, agency_of)
        .expect("opens");
    let text = room.proceedings().pinned.as_ref().expect("pinned").texts;
    people
        .iter()
        .for_each(|a| room.mark_present(a.id, at(-80)).expect("expected"));
    room.read_statement(at(-75));
    for person in &people {
        room.accept(person.id, text, at(-70)).expect("here");
        if !person.agency.statutory {
            let ink = Signature::Typed("Invented Person".into());
            room.sign_declaration(person.id, "Invented Person", ink, text, at(-65))
                .expect("signs");
        }
    }
    let mut session = room.begin(at(-60)).expect("the gate is passed");
    session.open_case(SLOT, None, at(-30)).expect("opens");
    session.proceedings().clone()
}

fn heading() -> CaseHeading {
    CaseHeading {
        case: CASE,
        reference: "DIP-001".into(),
        name: "Invented Person".into(),
        person: None,
        born: None,
        cro: None,
        offender_manager: None,
        cohort: Cohort::DipCaseload,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: Flags::default(),
        told: Told::Told,
    }
}
