//! What meetings left held: read back with every name that it had, and listed until a later meeting has taken it up.

use super::moves;
use super::on_file::{file, on_file};
use super::world::{World, said};
use crate::journal::EntryKind;
use crate::tables::{Filed, Reading};
use protocol::grounds::{AdviceOutcome, LegalAdvice, OnFile, Withheld};
use protocol::ids::{AdviceId, CaseId, ItemId, KindKey, MeetingId, TeamKey};
use protocol::meeting::Meeting;
use protocol::sharing::Proposal;
use protocol::trade::Basis;

/// A meeting in session with its first case open.
fn opened(world: &mut World) -> Meeting {
    let planned = moves::planned(world);
    let mut meeting = moves::in_session(world, planned.clone());
    let slot = planned.proceedings().slots[0].id;
    let session = meeting.in_session_mut().unwrap();
    session
        .open_case(slot, Some(said("because")), world.now())
        .unwrap();
    world.keep(Some(&planned), &meeting);
    meeting
}

/// It ended with one item held for advice.
fn left(world: &mut World) -> (Meeting, ItemId) {
    let before = opened(world);
    let mut meeting = before.clone();
    let held = Proposal {
        for_advice: true,
        ..Proposal::of(
            TeamKey::new("police"),
            KindKey::new("name"),
            Basis::Fact,
            said("held"),
        )
    };
    let (item, pack) = (ItemId(world.id()), world.pack.clone());
    let session = meeting.in_session_mut().unwrap();
    session
        .record_item(held, item, world.now(), &pack, &OnFile::default())
        .unwrap();
    let why = said("later");
    let slot = session.proceedings().open_slot().unwrap().id;
    session.defer_case(slot, why.clone(), world.now()).unwrap();
    let ended = meeting.in_session().unwrap().end(&why, world.now());
    let ended = Meeting::from(ended.unwrap());
    world.keep(Some(&before), &ended);
    (ended, item)
}

fn listed(world: &World) -> Vec<(MeetingId, ItemId)> {
    Reading::of(&world.connection)
        .meetings()
        .left_held()
        .unwrap()
}

fn read(world: &World, meeting: &Meeting) -> Meeting {
    let read = Reading::of(&world.connection).meetings();
    read.one(meeting.proceedings().id).unwrap().unwrap()
}

#[test]
fn what_is_left_held_is_listed_until_a_later_meeting_takes_it_up_and_is_read_back_with_its_names() {
    let mut world = World::new();
    let (ended, item) = left(&mut world);
    let p = ended.proceedings();
    assert_eq!(listed(&world), [(p.id, item)]);
    let before = opened(&mut world);
    let mut left = p.left_held(&OnFile::default(), |who| who).remove(0);
    left[0].case = Some(before.proceedings().slots[0].case.case);
    let mut later = before.clone();
    let (fresh, pack) = (world.id(), world.pack.clone());
    later
        .in_session_mut()
        .unwrap()
        .take_up(&left, fresh, world.now(), &pack, &OnFile::default())
        .unwrap();
    world.keep(Some(&before), &later);
    assert_eq!(listed(&world), []);
    let meetings = Reading::of(&world.connection).meetings();
    assert_eq!(
        meetings.taken_up(item).unwrap(),
        Some(later.proceedings().id)
    );
    assert_eq!(meetings.taken_up(ItemId(fresh)).unwrap(), None);
    let back = read(&world, &later);
    assert_eq!(back, later);
    let last = back.proceedings().items.last().unwrap().parts();
    assert_eq!(last.held_over.as_ref(), Some(&left[0].from));
}

#[test]
fn what_is_shared_after_the_end_is_read_back_with_the_moment_and_listed_no_more() {
    let mut world = World::new();
    let (ended, item) = left(&mut world);
    let case = ended.proceedings().slots[0].case.case;
    let advised = OnFile {
        advice: vec![LegalAdvice {
            id: AdviceId(world.id()),
            case,
            item,
            asked_of: said("manager"),
            asked_at: world.now(),
            question: said("may it"),
            outcome: Some(AdviceOutcome {
                at: world.now(),
                may_be_shared: true,
                advice: said("yes"),
                given_by: said("solicitor"),
            }),
        }],
        ..OnFile::default()
    };
    let (mut after, pack, at) = (ended.clone(), world.pack.clone(), world.now());
    let closed = after.closed_mut().unwrap();
    closed.release(item, at, &pack, &advised).unwrap();
    world.keep(Some(&ended), &after);
    assert_eq!(listed(&world), []);
    let back = read(&world, &after);
    assert_eq!(back, after);
    let last = back.proceedings().items.last().unwrap().parts();
    assert_eq!(last.released, Some(at));
}

#[test]
fn that_an_item_is_not_to_be_shared_is_on_file_with_its_case_or_with_none_until_it_is_taken_off() {
    let mut world = World::new();
    let some = CaseId(world.id());
    for case in [Some(some), None] {
        is_on_file_until_taken_off(&mut world, case);
    }
}

fn is_on_file_until_taken_off(world: &mut World, case: Option<CaseId>) {
    let said = Withheld {
        item: ItemId(world.id()),
        case,
        by: "A. Chair".to_owned(),
        at: world.now(),
        because: said("needless"),
    };
    let paper = Filed::Withheld(said.clone());
    file(world, EntryKind::HeldWithheld, &paper).unwrap();
    assert_eq!(on_file(world, case).withheld, [said]);
    let entry = crate::journal::Entry::of(EntryKind::HeldWaits).about_some(case);
    world
        .enter(&entry, |tables| tables.on_file().drop(&paper))
        .unwrap();
    assert_eq!(on_file(world, case), OnFile::default());
}
