//! Case files that are one person's: what is kept of a merge, and what has been done since.

use super::registers::{case, save};
use super::world::World;
use crate::journal::{Entry, EntryKind};
use crate::tables::{CaseWords, FileMerges, MergeWords, Reading};
use chrono::DateTime;
use protocol::cases::Case;
use protocol::file_merges::{BeforeMerge, FileMerge, Since};

fn merges(world: &World) -> FileMerges<'_> {
    Reading::of(&world.connection).file_merges()
}

/// The first of two files stays.
fn merged(world: &mut World, stays: &Case, absorbed: &Case) -> (FileMerge, BeforeMerge) {
    let merge = FileMerge {
        absorbed: absorbed.id,
        into: stays.id,
        at: DateTime::parse_from_rfc3339("2026-11-24T09:00:00+00:00").unwrap(),
        by: "The minute-taker".to_owned(),
    };
    let before = BeforeMerge {
        stays: stays.clone(),
        consents: Vec::new(),
        slots: Vec::new(),
    };
    let entry = Entry::of(EntryKind::CasesMerged)
        .about(stays.id)
        .with_words(CaseWords::of(stays))
        .with_words(MergeWords::of(&merge, &before));
    world
        .enter(&entry, |tables| {
            tables.cases().save(stays)?;
            tables.file_merges().add(&merge, &before)
        })
        .unwrap();
    (merge, before)
}

#[test]
fn a_merge_is_read_back_with_how_things_stood_before_it_until_it_is_taken_back_or_erased() {
    let mut world = World::new();
    let (stays, absorbed) = (case(&mut world), case(&mut world));
    save(&mut world, &stays);
    save(&mut world, &absorbed);
    let (merge, before) = merged(&mut world, &stays, &absorbed);
    assert_eq!(merges(&world).all().unwrap(), std::slice::from_ref(&merge));
    assert_eq!(merges(&world).before(absorbed.id).unwrap(), Some(before));
    assert_eq!(merges(&world).before(stays.id).unwrap(), None);
    let bodies = Reading::of(&world.connection)
        .journal()
        .bodies_about(stays.id)
        .unwrap();
    let erasure = Entry::erasure("R2", &bodies);
    world
        .enter(&erasure, |tables| tables.erase_bodies(&bodies))
        .unwrap();
    assert_eq!(merges(&world).before(absorbed.id).unwrap(), None);
    let entry = Entry::of(EntryKind::CaseUnmerged);
    world
        .enter(&entry, |tables| tables.file_merges().remove(merge.absorbed))
        .unwrap();
    assert_eq!(merges(&world).all().unwrap(), []);
}

#[test]
fn what_was_done_since_a_merge_is_told_of_either_file_and_of_a_further_merge() {
    let mut world = World::new();
    let files = [case(&mut world), case(&mut world), case(&mut world)];
    let [stays, absorbed, third] = &files;
    files.iter().for_each(|file| save(&mut world, file));
    let (merge, _) = merged(&mut world, stays, absorbed);
    let since = |world: &World| merges(world).since(&merge).unwrap();
    assert_eq!(since(&world), Since::default());
    save(&mut world, third);
    assert_eq!(since(&world), Since::default());
    save(&mut world, absorbed);
    assert!(since(&world).changed);
    merged(&mut world, third, stays);
    assert!(since(&world).merged_on);
}

#[test]
fn two_told_apart_are_two_in_either_order_until_they_are_asked_about_again() {
    let mut world = World::new();
    let (one, other) = (case(&mut world).id, case(&mut world).id);
    let entry = Entry::of(EntryKind::CasesToldApart);
    for (one, other) in [(one, other), (other, one)] {
        world
            .enter(&entry, |tables| tables.file_merges().tell_apart(one, other))
            .unwrap();
    }
    let pair = (one.min(other), one.max(other));
    assert!(merges(&world).apart().unwrap().iter().eq([&pair]));
    world
        .enter(&entry, |tables| tables.file_merges().ask_again(other, one))
        .unwrap();
    assert!(merges(&world).apart().unwrap().is_empty());
}
