//! Invented meetings, held through the protocol's own moves.

use crate::sample::{NAMES, faces, strokes};
use chrono::{Duration, NaiveDate, NaiveTime};
use documents::content::Document;
use documents::papers::{Paper, PaperSource, Print, paper};
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::grounds::OnFile;
use protocol::ids::{
    ActionId, AttendanceId, CaseId, DecisionId, ItemId, MeetingId, OrganisationKey, PersonId,
    SlotId, TeamKey,
};
use protocol::meeting::{
    Closed, Forum, Gathering, Hand, InSession, Line, Place, Planned, PreviousMinutes, Sealed, Stage,
};
use protocol::pack::{DEFAULT, Pack};
use protocol::people::{Affiliation, Person};
use protocol::room::{Agency, Attendance, AttendeeRole};
use protocol::sharing::{
    Action, ActionOwner, DecisionKind, Outcome, Pending, Proposal, SilenceKind,
};
use protocol::signature::Signature;
use protocol::trade::{At, Basis, MeetingKind, Strand, Tier};
use protocol::words::Words;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use uuid::Uuid;

static NOTHING_ON_FILE: LazyLock<OnFile> = LazyLock::new(OnFile::default);
pub static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(DEFAULT).expect("the default pack"));

/// How large a meeting is, and what is said in it.
#[derive(Clone)]
pub struct Size {
    pub kind: MeetingKind,
    pub cases: usize,
    pub people: usize,
    pub said: String,
}

pub fn size(cases: usize, people: usize) -> Size {
    let said = "Seen twice in the week at the drop-in, both times sober and on time. The flat is \
                quiet since the neighbour moved.";
    Size {
        kind: MeetingKind::Odoc,
        cases,
        people,
        said: said.into(),
    }
}

/// The capture line of that many words, without its three keys.
pub fn length(name: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Lengths {
        two_words: String,
        two_thousand_words: String,
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../desk/sample/lengths.toml");
    let text = std::fs::read_to_string(file).expect("the sample's lengths");
    let lengths: Lengths = toml::from_str(&text).expect("the sample's lengths");
    let line = match name {
        "two" => lengths.two_words,
        _ => lengths.two_thousand_words,
    };
    line.splitn(3, ' ').nth(2).expect("words").to_owned()
}

/// A meeting that has ended.
pub fn closed(size: &Size) -> Closed {
    let mut meeting = begun(size);
    business(&mut meeting);
    for n in 0..size.cases {
        case(&mut meeting, size, n);
    }
    meeting.turn_to(Place::AnyOtherBusiness).expect("AOB");
    let words = Words::new("The room is booked for the year.");
    meeting
        .record_decision(
            DecisionId(id(700)),
            DecisionKind::Other,
            words,
            None,
            false,
            at(170),
        )
        .expect("decision");
    meeting.set_next_date(day(2027, 1, 14)).expect("next date");
    let reason = Words::new("Not reached: time ran out.");
    meeting.end(&reason, at(180)).expect("ended")
}

/// The same meeting, signed by whoever chaired.
pub fn sealed(size: &Size) -> Sealed {
    let closed = closed(size);
    let chair = closed.chaired_by();
    closed
        .sign(
            chair,
            signature(),
            [0xa5; 32],
            at(185),
            (&PACK, &OnFile::default()),
        )
        .expect("signed")
}

pub const CHECK_CODE: &str = "3c3c 4d4d 5e5e 6f6f 7a7a 8b8b 9c9c 0d0d";

pub fn print() -> Print<'static> {
    Print {
        pack: &PACK,
        check_code: CHECK_CODE.to_owned(),
        produced_at: at(190),
        app_version: "0.1.0",
        elsewhere: BTreeMap::from([(CaseId(id(9_999)), "ODOC-099".to_owned())]),
        on_file: &NOTHING_ON_FILE,
    }
}

/// Every paper that the meeting has.
pub fn papers(source: PaperSource<'_>) -> Vec<(Paper, Document)> {
    let print = print();
    let said = |which: Paper| {
        let document = paper(&source, &which, &print).expect("a paper of the meeting");
        (which, document)
    };
    Paper::all(&source).into_iter().map(said).collect()
}

pub fn id(n: usize) -> Uuid {
    Uuid::from_u128(n as u128)
}

pub fn slot(n: usize) -> SlotId {
    SlotId(id(20_000 + n))
}

pub fn attendance(n: usize) -> AttendanceId {
    AttendanceId(id(30_000 + n))
}

pub fn team(n: usize) -> TeamKey {
    PACK.teams[n % PACK.teams.len()].key.clone()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// That many minutes after half past one.
pub fn at(minutes: i64) -> At {
    let start: At = "2026-12-10T13:30:00+00:00".parse().expect("a moment");
    start + Duration::minutes(minutes)
}

pub fn signature() -> Signature {
    let whole = |stroke: Vec<(f32, f32)>| stroke.iter().map(|p| (p.0 as u16, p.1 as u16)).collect();
    Signature::Drawn(strokes().into_iter().map(whole).collect())
}

fn attendee(n: usize, role: AttendeeRole) -> Attendance {
    let affiliation = Affiliation::Team { team: team(n) };
    let name = match NAMES.get(n) {
        Some(name) => (*name).to_owned(),
        None => format!("{} {n}", NAMES[n % NAMES.len()]),
    };
    let person = Person {
        id: PersonId(id(40_000 + n)),
        name,
        job: "Offender manager".into(),
        affiliation,
        retired: false,
    };
    let agency = Agency::of(&person.affiliation, &PACK).expect("a team of the pack");
    Attendance::expected(attendance(n), &person, agency, role, 0)
}

fn role(n: usize) -> AttendeeRole {
    match n {
        0 => AttendeeRole::Chair,
        1 => AttendeeRole::MinuteTaker,
        _ => AttendeeRole::Representative,
    }
}

fn heading(n: usize) -> CaseHeading {
    CaseHeading {
        case: CaseId(id(10_000 + n)),
        reference: format!("ODOC-{:03}", n + 1),
        name: Words::new(format!("Subject {}", NAMES[(n + 2) % NAMES.len()])),
        person: None,
        born: Some(day(1991, 5, 4)),
        cro: Some("12345/08A".into()),
        offender_manager: Some("Moira Fenn, Probation Service".into()),
        cohort: Cohort::Fixed,
        lead: Some(team(1)),
        whereabouts: Custody::Custody {
            establishment: "HMP Invented".into(),
            since: Some(day(2026, 9, 1)),
            release: Some(day(2027, 2, 1)),
        },
        flags: Flags {
            mappa: n.is_multiple_of(5),
            child_protection: false,
            under_18: false,
        },
        told: Told::Told,
    }
}

/// A meeting that has not begun.
pub fn planned(size: &Size) -> Planned {
    let times = (NaiveTime::MIN, NaiveTime::MIN);
    let mut planned = Planned::new(MeetingId(id(1)), size.kind, day(2026, 12, 10), times);
    planned.set_when(day(2026, 12, 10), times, "Invented House, Room 2".into());
    for n in 0..size.cases {
        planned
            .add_case(slot(n), heading(n), Tier::Amber, 8)
            .expect("a case");
    }
    // Three more than stay: one sends apologies, one is never heard of, one will not sign.
    for n in 0..size.people + 3 {
        planned.expect(attendee(n, role(n))).expect("expected");
    }
    planned.follows(
        PreviousMinutes {
            meeting: MeetingId(id(2)),
            date: day(2026, 11, 12),
            agreed: None,
            corrections: None,
        },
        (0..4).map(carried).collect(),
    );
    planned
}

pub fn begun(size: &Size) -> InSession {
    begun_from(planned(size), size.people)
}

/// Business has begun as it was planned, with so many people.
pub fn begun_from(planned: Planned, people: usize) -> InSession {
    let agency = |person: PersonId| {
        let n = person.0.as_u128() as usize - 40_000;
        Agency::of(&Affiliation::Team { team: team(n) }, &PACK)
    };
    let gathering = planned.open_register(at(-10), &PACK, agency);
    admit(gathering.expect("register"), people)
}

fn admit(mut gathering: Gathering, people: usize) -> InSession {
    for n in 0..people {
        gathering
            .mark_present(attendance(n), at(-5))
            .expect("present");
    }
    let sent = Some(Words::new("sent a written update"));
    gathering
        .apologies(attendance(people), sent)
        .expect("apologies");
    gathering.read_statement(at(0));
    let unwilling = attendance(people + 2);
    gathering.mark_present(unwilling, at(-5)).expect("present");
    let said = Some(Words::new("will not sign today"));
    gathering.decline(unwilling, said, at(0)).expect("declined");
    for n in 0..people {
        let text = PACK.texts_hash();
        gathering
            .accept(attendance(n), text, at(1))
            .expect("accepted");
        let who = gathering
            .proceedings()
            .attendance(attendance(n))
            .expect("here");
        if gathering.proceedings().must_sign(who) {
            let name = who.name.clone();
            let ink = if n % 2 == 0 {
                signature()
            } else {
                Signature::Typed(name.clone())
            };
            gathering
                .sign_declaration(attendance(n), &name, ink, text, at(2))
                .expect("signed");
        }
        if n != 2 {
            gathering
                .confirm_authority(attendance(n), "Head of service", at(3))
                .expect("authority");
        }
    }
    gathering.begin(at(5)).expect("begun")
}

fn carried(n: usize) -> Action {
    let case = if n == 3 {
        CaseId(id(9_999))
    } else {
        CaseId(id(10_000 + n))
    };
    Action {
        id: ActionId(id(600 + n)),
        meeting: MeetingId(id(2)),
        place: Place::MattersArising,
        case: Some(case),
        owner: ActionOwner {
            team: team(n),
            person: Some("Moira Fenn".into()),
        },
        words: Words::new(format!("Carried{n} from last month.")),
        due: Some(day(2026, 12, 1)),
        strand: Some(Strand::Treatment),
        at: at(-40_000),
        arises_from: None,
        continues: None,
        settled: None,
        undone: None,
    }
}

fn business(meeting: &mut InSession) {
    meeting.turn_to(Place::PreviousMinutes).expect("minutes");
    let corrections = Some(Words::new("Page 3: the visit was on a Tuesday."));
    let agreed = meeting.agree_minutes(Stage::Sealed, corrections, at(6));
    agreed.expect("agreed");
    meeting.turn_to(Place::MattersArising).expect("matters");
    let outcomes = [Outcome::Done, Outcome::NotDone, Outcome::NotPossible];
    for (n, outcome) in outcomes.into_iter().enumerate() {
        let new = (outcome == Outcome::NotDone).then(|| (ActionId(id(650)), day(2027, 1, 8)));
        let note = Some(Words::new("As reported."));
        meeting
            .settle(ActionId(id(600 + n)), outcome, note, new, at(7))
            .expect("settled");
    }
}

/// Everything that a case can have; the last of several is put off instead.
fn case(meeting: &mut InSession, size: &Size, n: usize) {
    let minute = 10 + 4 * n as i64;
    if n > 0 && n + 1 == size.cases {
        let reason = Words::new("The offender manager is away.");
        meeting
            .defer_case(slot(n), reason, at(minute))
            .expect("deferred");
        return;
    }
    let because = Some(Words::new("Only housing is discussed here."));
    meeting
        .open_case(slot(n), because, at(minute))
        .expect("open");
    let last = attendance(size.people - 1);
    if n.is_multiple_of(3) {
        meeting.step_out(last, at(minute)).expect("out");
    }
    items(meeting, size, n, minute);
    let (silent, other) = (team(1), team(0));
    meeting
        .record_silence(silent, SilenceKind::NilReturn, at(minute + 1))
        .expect("nil");
    meeting
        .record_silence(other, SilenceKind::Declined, at(minute + 1))
        .expect("declined");
    decisions(meeting, n, minute);
    meeting.close_case(at(minute + 3)).expect("closed");
}

fn items(meeting: &mut InSession, size: &Size, n: usize, minute: i64) {
    let kinds = [0, 3, 4];
    for (m, kind) in kinds.into_iter().enumerate() {
        let number = n * 10 + m;
        let words = format!("Line{number}x. {}", size.said);
        let mut said = proposal(m, kind, words);
        if m == 1 {
            said.left_out.push(attendance(0));
            said.basis = Basis::ProfessionalJudgement;
        }
        if m == 2 {
            said.pending.push(Pending {
                team: None,
                organisation: Some(OrganisationKey::new("mental-health-trust")),
                named: "Mental Health Trust".into(),
            });
        }
        let item = ItemId(id(50_000 + number));
        meeting
            .record_item(said, item, at(minute + 1), &PACK, &OnFile::default())
            .expect("item");
    }
    let slip = proposal(0, 0, format!("Slip{n}x of the keyboard."));
    let item = ItemId(id(50_000 + n * 10 + 9));
    meeting
        .record_item(slip, item, at(minute + 2), &PACK, &OnFile::default())
        .expect("slip");
    meeting.undo(at(minute + 2)).expect("undone");
}

pub fn proposal(by: usize, kind: usize, words: String) -> Proposal {
    let kind = PACK.kinds[kind].key.clone();
    Proposal::of(team(by), kind, Basis::Fact, words.into())
}

fn decisions(meeting: &mut InSession, n: usize, minute: i64) {
    let why = Some(Words::new("It has worked for two months."));
    let words = Words::new(format!("Decided{n}x: the present plan goes on."));
    meeting
        .record_decision(
            DecisionId(id(800 + n)),
            DecisionKind::Other,
            words,
            why,
            false,
            at(minute + 2),
        )
        .expect("decision");
    let words = Words::new("Would have tightened the curfew.");
    meeting
        .record_dissent(team(0), words, at(minute + 2))
        .expect("dissent");
    for m in 0..2 {
        let owner = ActionOwner {
            team: team(n + m),
            person: (m == 0).then(|| NAMES[(n + m) % NAMES.len()].to_owned()),
        };
        let words = Words::new(format!("Do{}x: visit at the new address.", n * 10 + m));
        let due = Some(day(2026, 12, 24));
        let action = ActionId(id(60_000 + n * 10 + m));
        meeting
            .record_action(action, owner, words, due, None, at(minute + 2), &PACK)
            .expect("action");
    }
}

/// Prints every paper into `ODOC_PAPERS` or a folder that goes away.
pub fn printed(papers: &[(Paper, Document)]) -> Vec<documents::papers::Printed> {
    let faces = faces();
    let print = |(_, document): &(Paper, Document)| {
        documents::papers::print(document, &faces, at(190)).expect("printed")
    };
    papers.iter().map(print).collect()
}

/// A small meeting with one item more, which is held: a guest of neither kind sits in the room.
pub fn closed_with_held(words: &str) -> Closed {
    let size = size(1, 12);
    let mut meeting = begun(&size);
    open_first(&mut meeting);
    for m in 0..3 {
        let said = proposal(m, 0, format!("Line{m}x."));
        meeting
            .record_item(
                said,
                ItemId(id(50_000 + m)),
                at(11),
                &PACK,
                &OnFile::default(),
            )
            .expect("item");
    }
    let guest = guest();
    let newcomer = guest.id;
    meeting.newcomer(guest).expect("at the door");
    let text = PACK.texts_hash();
    meeting.accept(newcomer, text, at(12)).expect("accepted");
    meeting
        .sign_declaration(newcomer, "A Guest", signature(), text, at(12))
        .expect("signed");
    meeting.let_in(newcomer, at(12)).expect("in");
    let said = proposal(0, 0, words.into());
    meeting
        .record_item(said, ItemId(id(50_009)), at(13), &PACK, &OnFile::default())
        .expect("held");
    finish(meeting)
}

/// A small meeting in which team 3 is left out of a line that actions of teams 3 and 4 follow from.
pub fn closed_with_left_out(words: &str) -> Closed {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let mut said = proposal(0, 0, words.into());
    let here = meeting.proceedings().attendances.iter();
    let of_team = here.filter(|a| a.agency.team == Some(team(3)));
    said.left_out = of_team.map(|a| a.id).collect();
    meeting
        .record_item(said, ItemId(id(50_001)), at(11), &PACK, &OnFile::default())
        .expect("item");
    for n in [3, 4] {
        let words = Words::new(format!("Do{n}x: call the landlord."));
        meeting
            .record_action(
                ActionId(id(60_000 + n)),
                owner(n),
                words,
                None,
                None,
                at(12),
                &PACK,
            )
            .expect("action");
    }
    finish(meeting)
}

/// Two cases discussed together, one more referred to this meeting and at once to MAPPA, one taken off unopened.
pub fn closed_with_a_changed_agenda(words: &str) -> Closed {
    let mut meeting = begun(&size(4, 12));
    let hand = |minutes| Hand {
        by: "Tom Okell".into(),
        at: at(minutes),
    };
    let reason = |text: &str| Words::new(text);
    meeting
        .add_case(slot(9), heading(9), (Tier::Green, 3), hand(9))
        .expect("added");
    open_first(&mut meeting);
    meeting
        .join_case(slot(1), Some(reason("Both live there.")), hand(11))
        .expect("joined");
    let (said, item) = (proposal(0, 0, words.into()), ItemId(id(70_000)));
    meeting
        .record_item(said, item, at(12), &PACK, &OnFile::default())
        .expect("said of both");
    meeting
        .refer_case(
            slot(9),
            (Forum::Mappa, false),
            reason("Risk7x of serious harm."),
            DecisionId(id(70_010)),
            hand(13),
        )
        .expect("referred");
    meeting
        .take_off_case(
            slot(2),
            reason("Moved7x away."),
            DecisionId(id(70_011)),
            hand(13),
        )
        .expect("taken off");
    meeting
        .say(id(70_020), |session, id| {
            let (decision, kind) = (DecisionId(id), DecisionKind::Other);
            let words = Words::new("Both go on.");
            session.record_decision(decision, kind, words, None, false, at(14))?;
            Ok(vec![Line::Decision(decision)])
        })
        .expect("decided of both");
    meeting.close_case(at(15)).expect("closed");
    meeting
        .end(&Words::new("Not reached."), at(20))
        .expect("ended")
}

/// Something is to be done about the first case, which then leaves the meeting without having been closed.
pub fn closed_with_a_case_that_leaves(leave: impl FnOnce(&mut InSession, Hand)) -> Closed {
    let mut meeting = begun(&size(1, 12));
    open_first(&mut meeting);
    let (owner, words) = (owner(2), Words::new("Do7x: call the landlord."));
    let action = ActionId(id(60_007));
    meeting
        .record_action(action, owner, words, None, None, at(12), &PACK)
        .expect("action");
    let by = "Tom Okell".into();
    leave(&mut meeting, Hand { by, at: at(13) });
    meeting.set_next_date(day(2027, 1, 14)).expect("next date");
    meeting
        .end(&Words::new("Not reached."), at(20))
        .expect("ended")
}

fn owner(n: usize) -> ActionOwner {
    ActionOwner {
        team: team(n),
        person: None,
    }
}

pub fn guest() -> Attendance {
    let person = Person {
        id: PersonId(id(49_999)),
        name: "A Guest".into(),
        job: "Visitor".into(),
        affiliation: Affiliation::Guest {
            agency: "Invented Charity".into(),
            statutory: false,
        },
        retired: false,
    };
    let agency = Agency::of(&person.affiliation, &PACK).expect("a guest");
    Attendance::expected(
        attendance(999),
        &person,
        agency,
        AttendeeRole::Representative,
        0,
    )
}

pub fn open_first(meeting: &mut InSession) {
    let because = Some(Words::new("Only housing is discussed here."));
    meeting.open_case(slot(0), because, at(10)).expect("open");
}

pub fn finish(mut meeting: InSession) -> Closed {
    let none = Words::default();
    meeting
        .record_decision(
            DecisionId(id(800)),
            DecisionKind::Other,
            none,
            None,
            true,
            at(14),
        )
        .expect("no action");
    meeting.close_case(at(15)).expect("closed");
    meeting
        .end(&Words::new("Not reached."), at(20))
        .expect("ended")
}
