//! One rich meeting from its planning to its seal.

use super::moves::{self, Choice};
use super::world::{World, said};
use crate::journal::{Entry, EntryKind};
use crate::random::SystemRandom;
use crate::tables::{CommittedLeaves, MeetingChange, Reading};
use protocol::canonical;
use protocol::grounds::OnFile;
use protocol::ids::MeetingId;
use protocol::meeting::{Meeting, Stage};

/// Every kind of line, of coming and going, and of turning out.
const RICH: [Choice; 43] = [
    (18, 2),
    (10, 0),
    (0, 4),
    (0, 1),
    (1, 3),
    (2, 5),
    (6, 2),
    (6, 3),
    (6, 15),
    (6, 7),
    (3, 0),
    (4, 0),
    (5, 2),
    (15, 2),
    (0, 5),
    (15, 2),
    (3, 1),
    (7, 0),
    (11, 0),
    (17, 0),
    (10, 1),
    (0, 2),
    (4, 1),
    (8, 0),
    (11, 0),
    (12, 2),
    (14, 0),
    (14, 1),
    (13, 0),
    (16, 2),
    (20, 1),
    (20, 0),
    (22, 3),
    (23, 2),
    (13, 1),
    (20, 3),
    (10, 3),
    (24, 0),
    (25, 0),
    (11, 0),
    (29, 0),
    (26, 3),
    (26, 5),
];

/// The rich meeting in session, kept after each move.
pub fn rich(world: &mut World) -> Meeting {
    let planned = moves::planned(world);
    let mut meeting = moves::in_session(world, planned.clone());
    world.keep(Some(&planned), &meeting);
    for choice in RICH {
        let before = meeting.clone();
        moves::make(world, meeting.in_session_mut().unwrap(), choice).unwrap();
        world.keep(Some(&before), &meeting);
    }
    meeting
}

/// The rich meeting signed, with the leaves that were signed over.
pub fn signed(world: &mut World) -> (Meeting, CommittedLeaves) {
    let first_day = rich(world);
    let meeting = moves::another_day(world, first_day);
    let closed = meeting.clone().in_session().unwrap();
    let mut closed = closed.end(&said("not reached"), world.now()).unwrap();
    let ended = closed.clone().into();
    world.keep(Some(&meeting), &ended);
    let line = moves::some_line(closed.proceedings()).unwrap();
    let (pack, none) = (world.pack.clone(), OnFile::default());
    closed.reword(line, said("tidied"), &pack, &none).unwrap();
    let tidied: Meeting = closed.clone().into();
    world.keep(Some(&ended), &tidied);
    let sections = canonical::sections(closed.proceedings(), &OnFile::default());
    let leaves = CommittedLeaves::of(&sections, &SystemRandom).unwrap();
    let (chair, manifest) = (
        closed.chaired_by(),
        canonical::manifest(&leaves.commitments),
    );
    let sealed = closed
        .sign(
            chair,
            moves::ink(),
            manifest,
            world.now(),
            (&world.pack.clone(), &OnFile::default()),
        )
        .unwrap();
    let sealed: Meeting = sealed.into();
    seal(world, &tidied, &sealed, &leaves);
    (sealed, leaves)
}

fn seal(world: &mut World, before: &Meeting, after: &Meeting, leaves: &CommittedLeaves) {
    let change = MeetingChange::between(Some(before), after);
    let entry = Entry::of(EntryKind::MinutesSigned).with_words(change.words());
    let id = after.proceedings().id;
    world
        .enter(&entry, |tables| {
            tables.leaves().keep(id, leaves)?;
            tables.meetings().apply(&change)
        })
        .unwrap();
}

#[test]
fn a_meeting_is_read_back_as_it_was_kept_at_every_stage_and_sealed() {
    let mut world = World::new();
    let (sealed, leaves) = signed(&mut world);
    let id = sealed.proceedings().id;
    assert_eq!(world.read(id), Some(sealed.clone()));
    let reading = Reading::of(&world.connection);
    let kept = reading.leaves().of(id).unwrap();
    assert_eq!(kept, leaves);
    let sections = canonical::sections(sealed.proceedings(), &OnFile::default());
    assert!(kept.hold(&sections));
    let mut forged = sections;
    forged[0].leaves[0].push(0);
    assert!(!kept.hold(&forged));
    assert!(reading.journal().verify(&[]).unwrap().faults.is_empty());
    assert_eq!(world.read(MeetingId(uuid::Uuid::from_u128(5))), None);
}

#[test]
fn each_change_makes_one_entry() {
    let mut world = World::new();
    let meeting = rich(&mut world);
    let journal = Reading::of(&world.connection).journal();
    let before = journal.verify(&[]).unwrap().entries;
    let mut after = meeting.clone();
    moves::make(&mut world, after.in_session_mut().unwrap(), (4, 0)).unwrap();
    world.keep(Some(&meeting), &after);
    let journal = Reading::of(&world.connection).journal();
    assert_eq!(journal.verify(&[]).unwrap().entries, before + 1);
}

#[test]
fn the_list_of_meetings_has_the_newest_first_with_its_cases_people_and_seal() {
    let mut world = World::new();
    let (sealed, _) = signed(&mut world);
    let Meeting::Sealed(stage) = &sealed else {
        unreachable!("it was signed")
    };
    let all = Reading::of(&world.connection).meetings().all().unwrap();
    let shown: Vec<_> = all.iter().map(|m| (m.stage, m.cases, m.people)).collect();
    assert_eq!(shown, [(Stage::Sealed, 5, 5), (Stage::Closed, 4, 4)]);
    assert_eq!(all[0].signed_at, Some(stage.seal().at));
    assert_eq!(all[0].venue, "The blue room");
}

#[test]
fn the_list_of_actions_says_how_each_turned_out_while_its_own_meeting_stays_as_it_was() {
    let mut world = World::new();
    let meeting = rich(&mut world);
    let p = meeting.proceedings();
    let reading = Reading::of(&world.connection);
    let all = reading.actions().all().unwrap();
    let of = |id| all.iter().find(|a| a.id == id).unwrap();
    assert_eq!(p.carried.len(), 2);
    for carried in &p.carried {
        assert!(carried.settled.is_some());
        assert_eq!(of(carried.id), carried);
    }
    let open = reading.actions().open().unwrap();
    let still: Vec<_> = p.actions.iter().filter(|a| a.is_open()).collect();
    assert_eq!(open.iter().collect::<Vec<_>>(), still);
    let earlier = world.read(p.previous.as_ref().unwrap().meeting).unwrap();
    assert!(
        earlier
            .proceedings()
            .actions
            .iter()
            .all(|a| a.settled.is_none())
    );
}

#[test]
fn every_wording_of_a_line_can_be_read_with_who_wrote_it_and_when() {
    let mut world = World::new();
    let before = rich(&mut world);
    let mut after = before.clone();
    let line = moves::some_line(after.proceedings()).unwrap();
    let session = after.in_session_mut().unwrap();
    let (pack, none) = (world.pack.clone(), OnFile::default());
    session
        .reword(line, said("put otherwise"), &pack, &none)
        .unwrap();
    world.keep(Some(&before), &after);
    let reading = Reading::of(&world.connection);
    let versions = reading.meetings().versions(after.proceedings().id, line);
    let versions = versions.unwrap();
    assert!(versions.len() > 1);
    assert!(versions.windows(2).all(|pair| pair[0].at <= pair[1].at));
    let last = versions.last().and_then(|v| v.words.clone());
    assert_eq!(last.as_ref(), after.proceedings().words_of(line));
}
