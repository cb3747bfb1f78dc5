//! A meeting goes through the one door and is there when the record is unlocked again.

use crate::folder::{CHAIR, create, now, unlock};
use chrono::{NaiveDate, NaiveTime};
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::ids::{CaseId, MeetingId, SlotId};
use protocol::meeting::{Meeting, Planned};
use protocol::trade::{MeetingKind, Tier};
use protocol::words::Words;
use record::{Entry, EntryKind, MeetingChange, Record, RecordError, Seq};
use uuid::Uuid;

fn planned() -> Planned {
    let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let id = MeetingId(Uuid::from_u128(50));
    Planned::new(id, MeetingKind::Odoc, date, (time(10), time(12)))
}

fn heading(name: &str) -> CaseHeading {
    CaseHeading {
        case: CaseId(Uuid::from_u128(60)),
        reference: "ODOC-001".to_owned(),
        name: Words::new(name),
        person: None,
        born: None,
        cro: None,
        offender_manager: None,
        cohort: Cohort::Free,
        lead: None,
        whereabouts: Custody::NotKnown,
        flags: Flags::default(),
        told: Told::Told,
    }
}

fn keep(
    record: &mut Record,
    before: Option<&Meeting>,
    after: &Meeting,
) -> Result<Seq, RecordError> {
    let change = MeetingChange::between(before, after);
    let entry = Entry::of(EntryKind::MeetingPlanned).with_words(change.words());
    let (seq, ()) = record.write(CHAIR, now(), &entry, |tables| {
        tables.meetings().apply(&change)
    })?;
    Ok(seq)
}

#[test]
fn a_meeting_is_there_with_its_words_when_the_record_is_unlocked_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, _) = create(folder.path());
    let empty: Meeting = planned().into();
    let first = keep(&mut record, None, &empty).unwrap();
    let mut planned = planned();
    let slot = SlotId(Uuid::from_u128(70));
    planned
        .add_case(slot, heading("An Invented Name"), Tier::Red, 10)
        .unwrap();
    let meeting: Meeting = planned.into();
    let second = keep(&mut record, Some(&empty), &meeting).unwrap();
    assert_eq!(second.0, first.0 + 1);
    record.lock(CHAIR, now()).unwrap();
    let record = unlock(folder.path()).unwrap();
    let kept = record.read().meetings().one(meeting.proceedings().id);
    assert_eq!(kept.unwrap(), Some(meeting));
}
