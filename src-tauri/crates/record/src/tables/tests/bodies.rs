//! Whose body holds which words: erasing one person must take nothing of another.

use super::moves;
use super::world::{World, said};
use crate::journal::Entry;
use crate::tables::Reading;
use protocol::ids::CaseId;
use protocol::meeting::Meeting;
use protocol::sharing::UpdateSays;
use protocol::words::Words;

/// Takes every body about one case, as an erasure of that person does.
fn erase(world: &mut World, case: CaseId) {
    let reading = Reading::of(&world.connection);
    let bodies = reading.journal().bodies_about(case).unwrap();
    assert!(!bodies.is_empty());
    let erasure = Entry::erasure("R2", &bodies);
    world
        .enter(&erasure, |tables| tables.erase_bodies(&bodies))
        .unwrap();
}

fn names(meeting: &Meeting) -> Vec<Words> {
    let slots = meeting.proceedings().slots.iter();
    slots.map(|slot| slot.case.name.clone()).collect()
}

#[test]
fn erasing_one_case_of_a_planned_agenda_leaves_the_names_of_the_others() {
    let mut world = World::new();
    let meeting = moves::planned(&mut world);
    let mut expected = names(&meeting);
    erase(&mut world, meeting.proceedings().slots[1].case.case);
    expected[1] = Words::default();
    let left = world.read(meeting.proceedings().id).unwrap();
    assert_eq!(names(&left), expected);
}

#[test]
fn what_an_agency_wrote_is_erased_with_the_person_whom_it_is_about_and_no_other() {
    let mut world = World::new();
    let meeting = moves::planned(&mut world);
    erase(&mut world, meeting.proceedings().slots[1].case.case);
    let left = world.read(meeting.proceedings().id).unwrap();
    let p = left.proceedings();
    assert_eq!(p.updates.len(), 3);
    for update in &p.updates {
        let UpdateSays::Information { words, .. } = &update.says else {
            continue;
        };
        let erased = update.slot == p.slots[1].id;
        assert_eq!(words.is_blank() && update.sender.is_blank(), erased);
    }
}

#[test]
fn a_move_that_touches_two_cases_lays_the_words_of_each_into_a_body_of_its_own() {
    let mut world = World::new();
    let before = moves::planned(&mut world);
    let mut after = before.clone();
    let slots: Vec<_> = before.proceedings().slots.clone();
    for (slot, name) in slots.iter().zip(["one", "other"]) {
        let mut heading = slot.case.clone();
        heading.name = said(name);
        after.planned_mut().unwrap().refresh_case(&heading);
    }
    world.keep(Some(&before), &after);
    erase(&mut world, slots[0].case.case);
    let left = world.read(after.proceedings().id).unwrap();
    assert_eq!(names(&left)[..2], [Words::default(), said("other")]);
}
