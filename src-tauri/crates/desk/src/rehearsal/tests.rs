//! The sample's past months; meetings of every size are rehearsed in the rings.

use super::{Clock, ScriptedSurroundings};
use crate::*;
use chrono::{DateTime, NaiveDate};
use std::sync::Arc;

const TODAY: &str = "2026-11-24T09:00:00+00:00";

fn furnished() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::at(DateTime::parse_from_rfc3339(TODAY).expect("a moment"));
    let (record, faces) = (folder.path().join("record"), folder.path().join("no faces"));
    let there = ScriptedSurroundings::new(clock, 7, record, faces);
    let mut desk = Desk::new(Arc::new(there));
    let form = CreateRecordForm {
        record_name: "Sample partnership".to_owned(),
        chair_name: "The chair".to_owned(),
        chair_passphrase: "an owl above the towpath".into(),
        minute_taker_name: "The minute-taker".to_owned(),
        minute_taker_passphrase: "nine brass buttons in a jar".into(),
        sample: true,
    };
    desk.create_record(form).expect("a furnished record");
    (folder, desk)
}

#[test]
fn the_sample_has_two_past_months_signed_and_the_next_one_planned() {
    let (_folder, mut desk) = furnished();
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let meetings = desk.meetings(Nothing {}).expect("the meetings").meetings;
    let at = |kind, stage| {
        let these = meetings
            .iter()
            .filter(move |m| m.kind == kind && m.stage == stage);
        these.map(|m| m.date).collect::<Vec<_>>()
    };
    let signed = at(Kind::Odoc, StageView::Sealed);
    assert_eq!(signed.len(), 2);
    assert!(signed.iter().all(|date| *date < today), "{signed:?}");
    assert_eq!(at(Kind::DipCaseReview, StageView::Sealed).len(), 1);
    for kind in [Kind::Odoc, Kind::DipCaseReview] {
        let planned = at(kind, StageView::Planned);
        assert!(
            matches!(planned.as_slice(), [date] if *date >= today),
            "{planned:?}"
        );
    }
    assert_eq!(meetings.len(), 5, "nothing is left half-way");
}

#[test]
fn the_sample_has_every_case_person_and_officer_of_its_files_once() {
    let (_folder, mut desk) = furnished();
    let sample = crate::sample::Sample::read().expect("the sample");
    let cases = desk.cases(Nothing {}).expect("the cases").cases;
    assert_eq!(
        cases
            .iter()
            .filter(|case| case.meeting == Kind::Odoc)
            .count(),
        24
    );
    assert_eq!(cases.len(), sample.cases().count());
    let people = desk.people(Nothing {}).expect("the people");
    assert_eq!(people.officers.len(), sample.officers.len());
    for person in sample.people() {
        let same = people.people.iter().filter(|p| p.name == person.form.name);
        assert_eq!(same.count(), 1, "{}", person.form.name);
    }
}

#[test]
fn the_furnished_records_journal_is_whole_and_the_clock_is_the_machines_again() {
    let (_folder, mut desk) = furnished();
    let check = desk
        .check_record(Nothing {})
        .expect("a check")
        .check
        .expect("its outcome");
    assert!(check.whole, "{:?}", check.faults);
    let today = desk.standing(Nothing {}).expect("a standing").today;
    assert_eq!(today, NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"));
}

#[test]
fn a_rehearsal_removes_what_the_one_before_it_wrote_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    std::fs::create_dir(&out).expect("a folder");
    let beside = folder.path().join("beside.pdf");
    let (stale, own) = (out.join("Plan-ODOC-020.pdf"), out.join("own.pdf"));
    let account = r#"{ "meeting": {}, "files": [{ "name": "Plan-ODOC-020.pdf", "pages": 1 },
        { "name": "../beside.pdf" }, { "name": "gone already.pdf" }] }"#;
    std::fs::write(out.join("rehearsal.json"), account).expect("written");
    for file in [&beside, &stale, &own] {
        std::fs::write(file, "pages").expect("written");
    }
    super::folder::clear(&out).expect("cleared");
    assert!(!stale.exists());
    assert!(own.exists() && beside.exists());
}
