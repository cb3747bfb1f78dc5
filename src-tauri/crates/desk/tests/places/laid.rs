//! A desk laid for a test: a clock that stands still, chance that can be foretold, a folder that goes away.

use chrono::{DateTime, FixedOffset, TimeDelta};
use desk::rehearsal::{Clock, Pace, Script, ScriptedSurroundings, run};
use desk::{
    CaseForm, CreateRecordForm, Desk, FieldFault, Kind, Nothing, PersonForm, Problem, RefusalCode,
    ToldView,
};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A Tuesday.
const TODAY: &str = "2026-11-24T09:00:00+00:00";
pub const PASSPHRASE: &str = "an owl above the towpath";

pub struct Laid {
    pub desk: Desk,
    pub clock: Arc<Clock>,
    folder: TempDir,
}

/// A record with the default pack and nobody in it.
pub fn bare() -> Laid {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::at(moment(TODAY));
    let (record, faces) = (folder.path().join("record"), folder.path().join("faces"));
    let there = ScriptedSurroundings::new(clock.clone(), 11, record, faces)
        .offering(folder.path().join("cases.csv"));
    let mut desk = Desk::new(Arc::new(there));
    let form = CreateRecordForm {
        record_name: "Places".to_owned(),
        chair_name: "The chair".to_owned(),
        chair_passphrase: PASSPHRASE.into(),
        minute_taker_name: "The minute-taker".to_owned(),
        minute_taker_passphrase: "nine brass buttons in a jar".into(),
        sample: false,
    };
    desk.create_record(form).expect("a record");
    Laid {
        desk,
        clock,
        folder,
    }
}

/// A record with two past months of a small ODOC meeting, signed, and the next one planned.
pub fn two_months_on() -> Laid {
    let mut laid = bare();
    laid.a_month_on("2026-10-08T13:30:00+01:00", 0);
    laid.a_month_on("2026-11-12T13:30:00+00:00", 1);
    laid
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

impl Laid {
    /// The month's small ODOC meeting is held and signed.
    pub fn a_month_on(&mut self, opens: &str, month: usize) {
        let script = Script {
            kind: Kind::Odoc,
            cases: 4,
            attendees: 8,
            opens: moment(opens),
            month,
            chair_passphrase: PASSPHRASE.to_owned().into(),
            pace: Pace::Brief,
        };
        run(&mut self.desk, &script).expect("a meeting held");
    }

    /// How many entries the journal has.
    pub fn entries(&mut self) -> u64 {
        self.desk
            .safekeeping(Nothing {})
            .expect("the safekeeping")
            .entries
    }

    /// The file that is chosen next.
    pub fn table(&self, bytes: &[u8]) {
        std::fs::write(self.folder.path().join("cases.csv"), bytes).expect("a file");
    }

    /// Every file of the real record.
    pub fn real(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = std::fs::read_dir(self.record_folder()).expect("the record");
        let read = |path: PathBuf| (path.clone(), std::fs::read(path).expect("a file"));
        files
            .map(|file| read(file.expect("a file").path()))
            .collect()
    }

    pub fn record_folder(&self) -> PathBuf {
        self.folder.path().join("record")
    }

    pub fn practice_folder(&self) -> PathBuf {
        self.folder.path().join("practice")
    }

    pub fn passphrase(&self) -> String {
        PASSPHRASE.to_owned()
    }

    pub fn days_pass(&self, days: i64) {
        self.clock.advance(TimeDelta::days(days));
    }

    /// A new case of a kind, with the least that a case needs.
    pub fn case(&mut self, surname: &str, meeting: Kind) -> desk::CasePage {
        let form = case_form(surname, meeting);
        self.desk.save_case(form).expect("a case")
    }

    pub fn person(&mut self, name: &str, team: &str) -> desk::PeopleView {
        let form = PersonForm {
            id: None,
            name: name.to_owned(),
            job: "Officer".to_owned(),
            team: team.to_owned(),
            guest_agency: String::new(),
            guest_statutory: false,
            retired: false,
        };
        self.desk.save_person(form).expect("a person")
    }
}

pub fn case_form(surname: &str, meeting: Kind) -> CaseForm {
    CaseForm {
        forename: "Ash".to_owned(),
        surname: surname.to_owned(),
        told: Some(ToldView::Told),
        ..CaseForm::empty(meeting)
    }
}

/// The faults of a form that was not finished, as "field: code".
pub fn faults<T>(answer: Result<T, Problem>) -> Vec<String> {
    match answer {
        Err(Problem::Unfinished { fields }) => fields.iter().map(spelt).collect(),
        Err(other) => panic!("another problem: {other:?}"),
        Ok(_) => Vec::new(),
    }
}

fn spelt(fault: &FieldFault) -> String {
    format!("{}: {}", fault.field, fault.code)
}

/// The code of a refusal.
pub fn refused<T>(answer: Result<T, Problem>) -> Option<RefusalCode> {
    match answer {
        Err(Problem::Refused { refusal }) => Some(refusal.code),
        _ => None,
    }
}
