//! A room with whoever a row needs, and the weighing in it.

use crate::answer;
use crate::follows;
use crate::papers::{self, team};
use crate::shared::{self, Said};
use crate::table::Row;
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime};
use protocol::cases::{CaseHeading, Cohort, Custody};
use protocol::grounds::{CaseNow, OnFile};
use protocol::ids::*;
use protocol::meeting::{Hand, Inquorate, Place, Planned, Proceedings, SlotProgress};
use protocol::pack::Pack;
use protocol::people::{Affiliation, Person};
use protocol::room::{Agency, Attendance, AttendeeRole, AuthorityToShare};
use protocol::sharing::{Pending, assess};
use protocol::signature::Signature;
use protocol::trade::{At, MeetingKind, Tier};
use uuid::Uuid;

pub const CASE: u128 = 11;
pub const MEETING: u128 = 12;
/// The item that is weighed.
pub const AT: u128 = 13;
pub const SLOT: SlotId = SlotId(Uuid::from_u128(14));

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// So many minutes after half past two on the day of the meeting.
pub fn at(minute: i64) -> At {
    let start: DateTime<FixedOffset> = "2026-12-10T14:30:00+00:00".parse().expect("a moment");
    start + Duration::minutes(minute)
}

/// Weighs a row's situation and compares the answer with the row's.
pub fn weigh(row: &Row, pack: &Pack) -> Result<(), String> {
    if row.shared.starts_with('=') {
        return follows::decided(row, pack);
    }
    let mut said = shared::read(&row.shared, pack);
    let file = papers::on_file(&row.on_file, &said.proposal.team, pack);
    let mut file = match file {
        Ok(file) => file,
        Err(refusal) => return answer::paper_refused(row, &refusal, pack),
    };
    let place = match row.at.ends_with("outside a case") {
        true => Place::AnyOtherBusiness,
        false => Place::Case(SLOT),
    };
    let (proceedings, recipient) = proceedings(row, &[], &mut said, &mut file, pack);
    let mut proposal = said.proposal;
    if let Some(taken) = said.taken {
        match proceedings.on_ground(&proposal, taken, at(0), pack, &file) {
            Ok(taken) => proposal = taken,
            Err(refusal) => return answer::not_taken(row, &refusal, pack),
        }
    }
    let id = ItemId(id(AT));
    let then = match said.then.is_empty() {
        true => Vec::new(),
        false => follows::afterwards(
            &said.then,
            &proposal,
            &proceedings,
            recipient,
            (pack, &file),
        ),
    };
    let weighed = assess(proposal, id, at(0), place, &proceedings, pack, &file);
    answer::compare(row, weighed, recipient, pack, then)
}

/// The meeting, and whom the row asks about: nobody where they are outside the room.
pub fn proceedings(
    row: &Row,
    others: &[&str],
    said: &mut Said,
    file: &mut OnFile,
    pack: &Pack,
) -> (Proceedings, Option<AttendanceId>) {
    let kind = match row.at.split(' ').next() {
        Some("ODOC") => MeetingKind::Odoc,
        Some("DIP") => MeetingKind::DipCaseReview,
        other => panic!("which meeting is {other:?}?"),
    };
    let mut all = vec![
        (of_team(chairing(pack)), AttendeeRole::Chair),
        (of_team(chairing(pack)), AttendeeRole::MinuteTaker),
        (speaking(said), AttendeeRole::Representative),
    ];
    let recipient = match row.with.strip_prefix("outside ") {
        Some(named) => {
            said.proposal.pending.push(outside(named, pack));
            None
        }
        None => {
            all.push((affiliation(&row.with, pack), AttendeeRole::Representative));
            Some(AttendanceId(id(100 + all.len() as u128 - 1)))
        }
    };
    let others = others.iter().map(|with| affiliation(with, pack));
    all.extend(others.map(|one| (one, AttendeeRole::Representative)));
    let mut p = in_session(row, kind, all, pack);
    let (flags, _, _, since) = papers::flags(&row.on_file);
    if since {
        let (case, told) = (CaseId(id(CASE)), papers::told(&row.on_file));
        file.cases.push(CaseNow { case, flags, told });
    }
    for person in &mut p.attendances {
        let authority = AuthorityToShare {
            given_by: "Invented Head".into(),
            confirmed_at: at(-60),
        };
        person.authority = (!said.without_authority).then_some(authority);
        if row.with.ends_with("not admitted") && Some(person.id) == recipient {
            person.acceptance = None;
        }
        if row.with.ends_with("not signed") && Some(person.id) == recipient {
            person.declaration = None;
        }
    }
    if said.left_out {
        said.proposal.left_out.extend(recipient);
    }
    (p, recipient)
}

fn chairing(pack: &Pack) -> TeamKey {
    // A statutory team that enforces nothing takes the chair in both partnerships.
    let chairs = pack.teams.iter().find(|team| {
        let statutory = pack
            .organisation(&team.organisation)
            .is_some_and(|o| o.statutory);
        statutory && !team.in_cjit && !team.enforcement
    });
    chairs.expect("a team for the chair").key.clone()
}

fn speaking(said: &Said) -> Affiliation {
    match said.proposal.team.guest() {
        Some(agency) => Affiliation::Guest {
            agency: agency.to_owned(),
            statutory: said.statutory,
        },
        None => of_team(said.proposal.team.clone()),
    }
}

fn of_team(team: TeamKey) -> Affiliation {
    Affiliation::Team { team }
}

fn affiliation(with: &str, pack: &Pack) -> Affiliation {
    let with = with
        .trim_end_matches(" not admitted")
        .trim_end_matches(" not signed");
    let guest = |name: &str, statutory| Affiliation::Guest {
        agency: name.to_owned(),
        statutory,
    };
    match (
        with.strip_prefix("guest "),
        with.strip_prefix("statutory guest "),
    ) {
        (Some(name), _) => guest(name, false),
        (_, Some(name)) => guest(name, true),
        _ => of_team(team(with, pack)),
    }
}

fn outside(named: &str, pack: &Pack) -> Pending {
    if let Some(name) = named.strip_prefix("guest ") {
        return Pending {
            team: None,
            organisation: None,
            named: name.to_owned(),
        };
    }
    let key = team(named, pack);
    Pending {
        organisation: pack.organisation_of(&key).map(|o| o.key.clone()),
        named: named.to_owned(),
        team: Some(key),
    }
}

fn in_session(
    row: &Row,
    kind: MeetingKind,
    all: Vec<(Affiliation, AttendeeRole)>,
    pack: &Pack,
) -> Proceedings {
    let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).expect("a time");
    let date = at(0).date_naive();
    let mut planned = Planned::new(MeetingId(id(MEETING)), kind, date, (hour(13), hour(16)));
    planned
        .add_case(SLOT, heading(row), Tier::Amber, 7)
        .expect("a case");
    for (n, (affiliation, role)) in all.into_iter().enumerate() {
        let person = Person {
            id: PersonId(id(200 + n as u128)),
            name: format!("Invented Person {n}"),
            job: String::new(),
            affiliation,
            retired: false,
        };
        let agency = Agency::of(&person.affiliation, pack).expect("an agency");
        let who = AttendanceId(id(100 + n as u128));
        let attendance = Attendance::expected(who, &person, agency, role, n as u16);
        planned.expect(attendance).expect("a new face");
    }
    let agencies: Vec<_> = planned.proceedings().attendances.clone();
    let agency_of = |person| {
        let found = agencies.iter().find(|a| a.person == person);
        found.map(|a| a.agency.clone())
    };
    let mut room = planned
        .open_register(at(-90), pack, agency_of)
        .expect("opens");
    let text = room
        .proceedings()
        .pinned
        .as_ref()
        .expect("a pinned pack")
        .texts;
    let people: Vec<_> = room.proceedings().attendances.clone();
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
    // Most situations seat fewer than a partnership needs; that is settled, and decides nothing about sharing.
    let settled = Hand {
        by: "Invented Person".into(),
        at: at(-61),
    };
    let _ = room.go_on_inquorate(Inquorate::GoOn, settled);
    let mut session = room.begin(at(-60)).expect("the gate is passed");
    let (_, _, goes_on, _) = papers::flags(&row.on_file);
    let because = Some("there is a reason".into());
    session.open_case(SLOT, because, at(-30)).expect("opens");
    let mut p = session.proceedings().clone();
    if !goes_on {
        p.slots[0].went_on_because = None;
        p.slots[0].went_on_for = Default::default();
    }
    assert!(matches!(p.slots[0].progress, SlotProgress::Open { .. }));
    p
}

fn heading(row: &Row) -> CaseHeading {
    let (flags, young, _, since) = papers::flags(&row.on_file);
    let year = if young { 2010 } else { 1990 };
    CaseHeading {
        case: CaseId(id(CASE)),
        reference: "CASE-001".into(),
        name: "Invented Person".into(),
        person: None,
        born: NaiveDate::from_ymd_opt(year, 1, 1),
        cro: None,
        offender_manager: None,
        cohort: Cohort::Fixed,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: if since { Default::default() } else { flags },
        told: papers::told(&row.on_file),
    }
}
