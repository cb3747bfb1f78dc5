//! A desk with a month behind it and a small meeting planned, the same for every test and quick to lay.

use chrono::{DateTime, FixedOffset, TimeDelta};
use desk::rehearsal::{Clock, Pace, Script, ScriptedSurroundings, run};
use desk::{
    CreateRecordForm, Desk, Kind, MeetingForm, Nothing, PlanAttendanceForm, PlanPersonForm,
    StageView, UnlockForm,
};
use protocol::ids::MeetingId;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

pub const CHAIR: &str = "a heron stood on the lock gate";
/// Whoever stands in the plan of the small meeting: two sign, and the rest need not.
const TEAMS: [&str; 6] = [
    "Community Safety",
    "Police",
    "Probation",
    "Welcome",
    "Aquarius",
    "Invented Advocacy Trust",
];

/// A desk, its clock, and its folder.
pub struct Table {
    pub desk: Desk,
    pub clock: Arc<Clock>,
    pub folder: TempDir,
}

impl Table {
    /// A copy of the laid table, signed in; another seed makes other identifiers.
    pub fn laid(seed: u64) -> Self {
        static LAID: OnceLock<TempDir> = OnceLock::new();
        let laid = LAID.get_or_init(|| lay(Kind::Odoc));
        Self::copy_of(laid.path(), seed)
    }

    /// The same for a case review.
    pub fn laid_for_a_review(seed: u64) -> Self {
        static LAID: OnceLock<TempDir> = OnceLock::new();
        let laid = LAID.get_or_init(|| lay(Kind::DipCaseReview));
        Self::copy_of(laid.path(), seed)
    }

    /// A record that was made this morning, with nothing in it.
    pub fn bare() -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Clock::at(moment("2026-11-01T09:00:00+00:00"));
        let mut desk = Desk::new(there(&clock, 0, folder.path()));
        desk.create_record(CreateRecordForm {
            record_name: "Invented partnership".to_owned(),
            chair_name: "The chair".to_owned(),
            chair_passphrase: CHAIR.into(),
            minute_taker_name: "The minute-taker".to_owned(),
            minute_taker_passphrase: "three kettles and a spoon".into(),
            sample: false,
        })
        .expect("a record");
        Self {
            desk,
            clock,
            folder,
        }
    }

    /// A desk over a copy of a record as it lies on the disk at this moment, as after a power cut.
    pub fn copy_of(record: &Path, seed: u64) -> Self {
        Self::copy_at(moment("2026-12-10T13:30:00+00:00"), record, seed)
    }

    /// The same, signed in at a moment of its own.
    pub fn copy_at(at: DateTime<FixedOffset>, record: &Path, seed: u64) -> Self {
        let folder = TempDir::new().expect("a folder");
        for file in std::fs::read_dir(record).expect("the record").flatten() {
            std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
        }
        let clock = Clock::at(at);
        let mut desk = Desk::new(there(&clock, seed, folder.path()));
        let passphrase = CHAIR.into();
        desk.unlock(UnlockForm { passphrase }).expect("unlocked");
        Self {
            desk,
            clock,
            folder,
        }
    }

    /// The meeting that is planned, and the one that was signed last month.
    pub fn meetings(&mut self) -> (MeetingId, MeetingId) {
        let meetings = self
            .desk
            .meetings(Nothing {})
            .expect("the meetings")
            .meetings;
        let at = |stage| meetings.iter().find(|m| m.stage == stage).map(|m| m.id);
        (
            at(StageView::Planned).expect("planned"),
            at(StageView::Sealed).expect("signed"),
        )
    }
}

/// Where the typefaces are: the setting is relative to the workspace.
pub fn faces() -> PathBuf {
    std::env::var_os("ODOC_FACES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/faces"),
        PathBuf::from,
    )
}

fn lay(kind: Kind) -> TempDir {
    let Table {
        mut desk,
        clock,
        folder,
    } = Table::bare();
    let script = Script {
        kind,
        cases: 3,
        attendees: 9,
        opens: moment("2026-11-12T13:30:00+00:00"),
        month: 0,
        chair_passphrase: CHAIR.to_owned().into(),
        pace: Pace::Brief,
    };
    run(&mut desk, &script).expect("last month's meeting");
    clock.set(script.opens + TimeDelta::days(7));
    fewer(&mut desk);
    desk.lock(Nothing {}).expect("locked");
    folder
}

/// The small meeting is planned with a few people, so that chance meets them often.
fn fewer(desk: &mut Desk) {
    let meetings = desk.meetings(Nothing {}).expect("the meetings").meetings;
    let planned = meetings.iter().find(|m| m.stage == StageView::Planned);
    let meeting = planned.expect("next month's").id;
    let plan = desk
        .meeting_plan(MeetingForm { meeting })
        .expect("the plan");
    for person in plan
        .people
        .iter()
        .filter(|p| !TEAMS.contains(&p.agency.as_str()))
    {
        let attendance = person.attendance;
        desk.plan_unexpect(PlanAttendanceForm {
            meeting,
            attendance,
        })
        .expect("fewer");
    }
    for person in plan.other_people.iter().filter(|p| p.agency == "Aquarius") {
        let person = person.person;
        desk.plan_expect(PlanPersonForm { meeting, person })
            .expect("one more");
    }
}

fn there(clock: &Arc<Clock>, seed: u64, folder: &Path) -> Arc<ScriptedSurroundings> {
    let saves = folder.join("saved");
    let there = ScriptedSurroundings::new(clock.clone(), seed, folder.to_owned(), faces());
    Arc::new(there.saving_to(saves))
}

/// A moment as it is written.
pub fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}
