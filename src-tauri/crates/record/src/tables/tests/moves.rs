//! Every move that the rules know, chosen by number; one that is refused changes nothing.

mod afterwards;
mod agenda;
mod saying;
mod updates;

use super::world::{World, said};
use protocol::ids::{ActionId, AttendanceId, SlotId, TeamKey};
use protocol::meeting::{
    Gathering, Hand, InSession, Line, Meeting, Place, PreviousMinutes, Proceedings, Stage,
};
use protocol::refusal::Refusal;
use protocol::room::{AttendeeRole, TextHash};
use protocol::sharing::{ActionOwner, Outcome};
use protocol::signature::Signature;
use protocol::trade::MeetingKind;

/// One choice: what to do, and with which of several.
pub type Choice = (u8, u8);

const TEAMS: [&str; 4] = ["police", "community-safety", "probation", "welcome"];

/// A meeting with an agenda and people, which follows one that ended with two open actions.
pub fn planned(world: &mut World) -> Meeting {
    let earlier = earlier(world);
    let p = earlier.proceedings();
    let previous = PreviousMinutes {
        meeting: p.id,
        date: p.date,
        agreed: None,
        corrections: None,
    };
    let carried = p.actions.clone();
    let mut meeting = prepared(world, 11);
    let before = meeting.clone();
    meeting.planned_mut().unwrap().follows(previous, carried);
    world.keep(Some(&before), &meeting);
    meeting
}

fn prepared(world: &mut World, month: u32) -> Meeting {
    let mut planned = world.planned(MeetingKind::Odoc, month);
    let roles = [
        AttendeeRole::Chair,
        AttendeeRole::MinuteTaker,
        AttendeeRole::Representative,
        AttendeeRole::Representative,
    ];
    for (team, role) in TEAMS.into_iter().zip(roles) {
        let attendance = world.attendance(Some(team), role);
        planned.expect(attendance).unwrap();
    }
    for _ in 0..4 {
        world.add_case(&mut planned);
    }
    let p = planned.proceedings();
    let (who, after) = (person(p, 2), slot(p, 1));
    planned.release(who, Some(after)).unwrap();
    updates::written(world, &mut planned);
    let meeting = planned.into();
    world.keep(None, &meeting);
    meeting
}

fn earlier(world: &mut World) -> Meeting {
    let meeting = prepared(world, 10);
    let mut session = in_session(world, meeting.clone()).in_session().unwrap();
    for _ in 0..2 {
        let (id, at) = (ActionId(world.id()), world.now());
        let owner = owner(0);
        session
            .record_action(id, owner, said("earlier"), None, None, at, &world.pack)
            .unwrap();
    }
    let ended = session.end(&said("no time"), world.now()).unwrap().into();
    world.keep(Some(&meeting), &ended);
    ended
}

/// Opens the register, has everybody admitted and begins.
pub fn in_session(world: &mut World, meeting: Meeting) -> Meeting {
    let agencies: Vec<_> = meeting.proceedings().attendances.clone();
    let agency = |person| {
        let of = agencies.iter().find(|a| a.person == person);
        of.map(|a| a.agency.clone())
    };
    let planned = meeting.planned().unwrap();
    let mut gathering = planned
        .open_register(world.now(), &world.pack, agency)
        .unwrap();
    gathering.read_statement(world.now());
    for a in agencies {
        gathering.mark_present(a.id, world.now()).unwrap();
        admit(world, &mut gathering, a.id);
    }
    gathering.begin(world.now()).unwrap().into()
}

/// Stops for the day, and goes on another day with whoever is there then, each asked everything again.
pub fn another_day(world: &mut World, meeting: Meeting) -> Meeting {
    let hand = Hand {
        by: "The minute-taker".to_owned(),
        at: world.now(),
    };
    let tomorrow = meeting.proceedings().date + chrono::Days::new(1);
    let session = meeting.clone().in_session().unwrap();
    let adjourned = session.adjourn(tomorrow, said("too late"), hand).unwrap();
    let stopped: Meeting = adjourned.clone().into();
    world.keep(Some(&meeting), &stopped);
    let mut gathering = adjourned.resume(world.now()).unwrap();
    gathering.read_statement(world.now());
    for a in gathering.proceedings().attendances.clone() {
        if gathering.mark_present(a.id, world.now()).is_ok() {
            admit(world, &mut gathering, a.id);
        }
    }
    let resumed = gathering.begin(world.now()).unwrap().into();
    world.keep(Some(&stopped), &resumed);
    resumed
}

fn admit(world: &mut World, gathering: &mut Gathering, id: AttendanceId) {
    let text = pinned(gathering.proceedings());
    gathering.accept(id, text, world.now()).unwrap();
    let person = gathering.proceedings().attendance(id).unwrap();
    if gathering.proceedings().must_sign(person) {
        gathering
            .sign_declaration(id, "needle typed", ink(), text, world.now())
            .unwrap();
    }
}

pub fn ink() -> Signature {
    Signature::Drawn(vec![(0..12).map(|n| (n * 10, 200)).collect()])
}

fn pinned(p: &Proceedings) -> TextHash {
    p.pinned.as_ref().unwrap().texts
}

fn owner(which: u8) -> ActionOwner {
    ActionOwner {
        team: team(which),
        person: which.is_multiple_of(2).then(|| "needle owner".to_owned()),
    }
}

fn team(which: u8) -> TeamKey {
    TeamKey::new(TEAMS[usize::from(which) % TEAMS.len()])
}

fn person(p: &Proceedings, which: u8) -> AttendanceId {
    p.attendances[usize::from(which) % p.attendances.len()].id
}

fn slot(p: &Proceedings, which: u8) -> SlotId {
    p.slots[usize::from(which) % p.slots.len()].id
}

/// Makes one move in a meeting that is in session.
pub fn make(world: &mut World, m: &mut InSession, choice: Choice) -> Result<(), Refusal> {
    match choice.0 % 30 {
        0..=9 => saying::say(world, m, choice),
        10..=14 => go_on(world, m, choice),
        15..=19 => come_and_go(world, m, choice),
        20..=23 => afterwards::put_right(world, m, choice),
        _ => agenda::turn(world, m, choice),
    }
}

fn go_on(world: &mut World, m: &mut InSession, (what, which): Choice) -> Result<(), Refusal> {
    let (id, at) = (world.id(), world.now());
    match what % 30 {
        10 => m.open_case(slot(m.proceedings(), which), Some(said("goes on")), at),
        11 => m.close_case(at),
        12 => m.defer_case(slot(m.proceedings(), which), said("put off"), at),
        13 if which.is_multiple_of(2) => {
            m.agree_minutes(Stage::Sealed, Some(said("corrected")), at)
        }
        13 => m.turn_to(Place::AnyOtherBusiness),
        _ => {
            let p = m.proceedings();
            let action = p.carried[usize::from(which) % p.carried.len()].id;
            let next = which.is_multiple_of(3).then_some((ActionId(id), p.date));
            let outcome = match next {
                Some(_) => Outcome::NotDone,
                None => Outcome::Done,
            };
            m.settle(action, outcome, Some(said("turned out")), next, at)
        }
    }
}

fn come_and_go(world: &mut World, m: &mut InSession, (what, which): Choice) -> Result<(), Refusal> {
    let at = world.now();
    let (id, text) = (person(m.proceedings(), which), pinned(m.proceedings()));
    match what % 30 {
        15 => m.step_out(id, at).or_else(|_| m.step_back(id, at)),
        16 => m.leave(id, at).or_else(|_| m.arrive(id)),
        17 => {
            let newcomer = world.attendance(None, AttendeeRole::Representative);
            let id = newcomer.id;
            m.newcomer(newcomer)?;
            m.accept(id, text, at)?;
            m.sign_declaration(id, "needle late", ink(), text, at)?;
            m.let_in(id, at)
        }
        18 => {
            // What was accepted before a leaving still stands: only the door is gone through again.
            let let_in = m.let_in(id, at);
            let_in.or_else(|_| m.confirm_authority(id, "needle director", at))
        }
        _ => m.set_role(id, AttendeeRole::Observer),
    }
}

/// A line that can still be tidied once the meeting has ended.
pub fn some_line(p: &Proceedings) -> Option<Line> {
    p.items.first().map(|item| Line::Item(item.parts().id))
}
