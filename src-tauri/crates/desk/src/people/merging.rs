//! One person who stands on the register twice: merged with a trace, told apart, or put back as it was.

use super::along::Apart;
use super::forms::{MergeForm, PeopleView, UnmergeForm};
use super::merged::Merged;
use super::reading::view;
use crate::meetings::{in_planned, seats};
use crate::problem::{Problem, RefusalView};
use crate::session::Desk;
use crate::undoing::keep;
use protocol::ids::{AttendanceId, PersonId};
use protocol::meeting::Planned;
use protocol::pack::Pack;
use protocol::people::{Merge, MergedSeat, Person};
use protocol::refusal::Refusal;
use protocol::room::{Attendance, AttendeeRole};
use record::tables::MeetingChange;
use record::{Entry, EntryKind};

/// Lets an entry count as another: registers that were keep their names, seats to come go over (§2.2, accuracy).
pub(crate) fn merge_people(desk: &mut Desk, form: MergeForm) -> Result<PeopleView, Problem> {
    let (person, into) = both(desk, &form)?;
    let merged = Merged::of(desk.record()?.read())?;
    let mut seats = Vec::new();
    let pack = desk.pack()?;
    let changes = in_planned(desk, |planned| {
        planned.left_out_as_well(person.id, into.id);
        let Some(seat) = seat_of(planned, person.id) else {
            return Ok(());
        };
        let dropped = seat_of(planned, into.id).is_some();
        if dropped {
            planned.unexpect(seat.0)?;
        } else {
            planned.give_seat(seat.0, placed(seat, &into, &pack)?)?;
        }
        seats.push(MergedSeat {
            meeting: planned.proceedings().id,
            attendance: seat.0,
            role: seat.1,
            dropped,
        });
        Ok(())
    })?;
    let merge = Merge {
        person: person.id,
        into: into.id,
        at: desk.now(),
        was_retired: person.retired,
        seats,
    };
    let entry = traced(EntryKind::PersonMerged, &merge, &merged);
    let retired = Person {
        retired: true,
        ..person
    };
    desk.write(&with_words(entry, &changes), |tables| {
        tables.people().save(&retired)?;
        tables.merges().add(&merge)?;
        changes
            .iter()
            .try_for_each(|change| tables.meetings().apply(change))
    })?;
    view(desk)
}

/// Lets an entry stand for itself again, at the meetings still planned too.
pub(crate) fn unmerge_person(desk: &mut Desk, form: UnmergeForm) -> Result<PeopleView, Problem> {
    not_in_a_meeting(desk)?;
    let merged = Merged::of(desk.record()?.read())?;
    let merge = merged.merges.iter().find(|m| m.person == form.person);
    let merge = merge.ok_or_else(|| Problem::field("person", "not_merged"))?;
    let person = one(desk, form.person, "person")?;
    let pack = desk.pack()?;
    let changes = in_planned(desk, |planned| {
        let meeting = planned.proceedings().id;
        for seat in merge.seats.iter().filter(|seat| seat.meeting == meeting) {
            back(planned, merge, seat, &person, &pack)?;
        }
        Ok(())
    })?;
    let entry = traced(EntryKind::PersonUnmerged, merge, &merged);
    let as_before = Person {
        retired: merge.was_retired,
        ..person
    };
    desk.write(&with_words(entry, &changes), |tables| {
        changes
            .iter()
            .try_for_each(|change| tables.meetings().apply(change))?;
        tables.merges().remove(as_before.id)?;
        tables.people().save(&as_before)
    })?;
    view(desk)
}

/// Remembers that two who look alike are two, so that nobody is asked again.
pub(crate) fn tell_people_apart(desk: &mut Desk, form: MergeForm) -> Result<PeopleView, Problem> {
    let (person, into) = both(desk, &form)?;
    let apart = Apart(person.id, into.id);
    keep(desk, (EntryKind::PeopleToldApart, None), &apart)?;
    view(desk)
}

/// Two entries that each stand for themselves, and no meeting that has either in it.
fn both(desk: &Desk, form: &MergeForm) -> Result<(Person, Person), Problem> {
    not_in_a_meeting(desk)?;
    if form.person == form.into {
        return Err(Problem::field("into", "same_person"));
    }
    let merged = Merged::of(desk.record()?.read())?;
    for (field, id) in [("person", form.person), ("into", form.into)] {
        if merged.is_merged(id) {
            return Err(Problem::field(field, "already_merged"));
        }
    }
    Ok((
        one(desk, form.person, "person")?,
        one(desk, form.into, "into")?,
    ))
}

fn not_in_a_meeting(desk: &Desk) -> Result<(), Problem> {
    match desk.open()?.live {
        Some(_) => Err(RefusalView::under_way().into()),
        None => Ok(()),
    }
}

fn one(desk: &Desk, id: PersonId, field: &str) -> Result<Person, Problem> {
    let person = desk.record()?.read().people().one(id)?;
    person.ok_or_else(|| Problem::field(field, "not_on_the_register"))
}

type Seat = (AttendanceId, AttendeeRole);

fn seat_of(planned: &Planned, person: PersonId) -> Option<Seat> {
    let seats = &planned.proceedings().attendances;
    let seat = seats.iter().find(|a| a.person == person);
    seat.map(|a| (a.id, a.role))
}

fn placed((id, role): Seat, person: &Person, pack: &Pack) -> Result<Attendance, Refusal> {
    seats::expected(id, person, pack, role).ok_or(Refusal::NotInThePack)
}

/// Gives a seat back, where nobody has changed it since.
fn back(
    planned: &mut Planned,
    merge: &Merge,
    seat: &MergedSeat,
    person: &Person,
    pack: &Pack,
) -> Result<(), Refusal> {
    let held = seat_of(planned, merge.into);
    let attendance = placed((seat.attendance, seat.role), person, pack)?;
    match held {
        _ if seat_of(planned, person.id).is_some() => Ok(()),
        Some((id, _)) if !seat.dropped && id == seat.attendance => {
            planned.give_seat(id, attendance)
        }
        _ if seat.dropped => planned.expect(attendance),
        _ => Ok(()),
    }
}

/// The trace in the journal: who counts as whom, and every attendance that this concerns.
fn traced(kind: EntryKind, merge: &Merge, merged: &Merged) -> Entry {
    let own = merged.of_person(merge.person);
    let own = own.map(|a| format!("{} {}", a.meeting, a.attendance));
    let moved = merge.seats.iter();
    let moved = moved.map(|s| format!("{} {}", s.meeting, s.attendance));
    let mut attendances: Vec<String> = own.chain(moved).collect();
    attendances.sort();
    attendances.dedup();
    Entry::of(kind)
        .with("person", merge.person.to_string())
        .with("into", merge.into.to_string())
        .with("attendances", attendances.join("\n"))
}

fn with_words(entry: Entry, changes: &[MeetingChange]) -> Entry {
    let words = changes.iter().map(MeetingChange::words);
    words.fold(entry, Entry::with_words)
}
