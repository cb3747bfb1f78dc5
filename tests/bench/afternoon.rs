//! A meeting of twenty cases, in session, with last month's behind it.

use chrono::{Local, NaiveTime, TimeDelta};
use desk::rehearsal::{Clock, Pace, Script, ScriptedSurroundings, run};
use desk::{
    AcceptForm, AttendanceForm, CreateRecordForm, Desk, GiveBackForm, Kind, MeetingForm,
    MeetingView, Nothing, PersonInRoom, PinForm, RoleView, SignDeclarationForm, SignatureForm,
    StageView,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

pub const CHAIR: &str = "a heron stood on the lock gate";
const PIN: &str = "730514";
const CASES: usize = 20;
const ATTENDEES: usize = 12;

/// A desk in the middle of its meeting.
pub struct Afternoon {
    pub desk: Desk,
    pub clock: Arc<Clock>,
    pub folder: TempDir,
    /// Beside the record, never in it: half of an afternoon is copied as the files of its folder.
    _saved: TempDir,
}

impl Afternoon {
    /// A record with one month in it, whose next meeting opened yesterday.
    pub fn prepared() -> Self {
        // Yesterday, so that a window opened on a copy, by the clock on the wall, comes after everything in it.
        let yesterday = Local::now().fixed_offset() - TimeDelta::days(1);
        let half_past_one = NaiveTime::from_hms_opt(13, 30, 0).expect("a time");
        let now = yesterday
            .with_time(half_past_one)
            .single()
            .expect("a moment");
        let clock = Clock::at(now - TimeDelta::days(40));
        let folder = TempDir::new().expect("a folder");
        let there = ScriptedSurroundings::new(clock.clone(), 1, folder.path().to_owned(), faces());
        let saved = TempDir::new().expect("a folder for what is saved");
        let there = there.saving_to(saved.path().to_owned());
        let mut desk = Desk::new(Arc::new(there));
        desk.create_record(new_record()).expect("a record");
        run(
            &mut desk,
            &script(now - TimeDelta::weeks(4), 0, Pace::Brief),
        )
        .expect("last month");
        clock.set(now);
        Self {
            desk,
            clock,
            folder,
            _saved: saved,
        }
    }

    /// The register opens, everybody accepts and signs, and business begins.
    pub fn begun(mut self) -> Self {
        let meetings = self.desk.meetings(Nothing {}).expect("meetings").meetings;
        let planned = meetings.iter().find(|m| m.stage == StageView::Planned);
        let meeting = planned.expect("next month's meeting").id;
        let view = self.desk.open_register(MeetingForm { meeting });
        let people = view.expect("the register").people;
        for person in people.iter().take(ATTENDEES + 1) {
            let attendance = person.attendance;
            let form = AttendanceForm { attendance };
            self.desk.mark_present(form).expect("present");
        }
        let pin = PIN.into();
        self.desk.set_pin(PinForm { pin }).expect("a pin");
        let heard = self.desk.read_statement(Nothing {}).expect("the statement");
        for person in people.iter().take(ATTENDEES + 1) {
            self.admit(person, &heard.agreement.text_hash);
        }
        self.desk.begin(Nothing {}).expect("business begins");
        self
    }

    fn admit(&mut self, person: &PersonInRoom, text_hash: &str) {
        let attendance = person.attendance;
        let text_hash = text_hash.to_owned();
        let form = AcceptForm {
            attendance,
            text_hash,
        };
        self.desk.accept(form).expect("accepted");
        if !person.must_sign {
            return;
        }
        let form = AttendanceForm { attendance };
        self.desk.hand_over(form).expect("handed over");
        let typed_name = person.name.clone();
        let name = typed_name.clone();
        let signature = SignatureForm::Typed { name };
        let form = SignDeclarationForm {
            typed_name,
            signature,
        };
        self.desk.sign_declaration(form).expect("signed");
        let pin = PIN.into();
        self.desk
            .take_back(GiveBackForm {
                pin,
                not_understood: false,
            })
            .expect("taken back");
    }

    /// The meeting as the window would show it.
    pub fn seen(&mut self) -> MeetingView {
        self.desk.meeting(Nothing {}).expect("the meeting")
    }

    /// The record as it lies on the disk now, copied to another folder as after a power cut.
    pub fn copied_to(&self, other: &Path) {
        std::fs::create_dir_all(other).expect("a folder");
        for file in std::fs::read_dir(self.folder.path()).expect("the record") {
            let file = file.expect("a file of it");
            std::fs::copy(file.path(), other.join(file.file_name())).expect("a copy");
        }
    }

    /// The bytes of the database, which lies in the folder under one name or another.
    pub fn bytes(&self) -> u64 {
        let files = std::fs::read_dir(self.folder.path()).expect("the record");
        let sizes = files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len()));
        sizes.max().unwrap_or(0)
    }
}

/// The capture keys of those who speak for an agency.
pub fn speakers(view: &MeetingView) -> Vec<String> {
    let speak = view.people.iter().filter(|p| {
        p.whereabouts == desk::WhereaboutsView::InTheRoom && p.role == RoleView::Representative
    });
    let key = |p: &PersonInRoom| {
        let team = (view.seldom.as_ref()?)
            .teams
            .iter()
            .find(|t| Some(&t.key) == p.team.as_ref())?;
        Some(team.capture_key.clone())
    };
    speak.filter_map(key).collect()
}

/// A meeting of the benches' size.
pub fn script(opens: protocol::trade::At, month: usize, pace: Pace) -> Script {
    Script {
        kind: Kind::Odoc,
        cases: CASES,
        attendees: ATTENDEES,
        opens,
        month,
        chair_passphrase: CHAIR.to_owned().into(),
        pace,
    }
}

fn new_record() -> CreateRecordForm {
    CreateRecordForm {
        record_name: "Invented partnership, a bench".to_owned(),
        chair_name: "The chair".to_owned(),
        chair_passphrase: CHAIR.into(),
        minute_taker_name: "The minute-taker".to_owned(),
        minute_taker_passphrase: "three kettles and a borrowed spoon".into(),
        sample: false,
    }
}

fn faces() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/faces");
    std::env::var_os("ODOC_FACES").map_or(built, PathBuf::from)
}
