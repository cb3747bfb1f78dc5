//! Every document of a meeting against the same minutes as HTML, printed by WeasyPrint.

use crate::afternoon::{Afternoon, script};
use crate::plain_html::minutes;
use crate::timing::{Line, timed};
use desk::rehearsal::{Account, Pace, run};
use desk::{DocumentName, MeetingForm, SaveDocumentsForm};
use protocol::ids::MeetingId;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const WHAT: &str = "all documents / WeasyPrint's minutes";
const AIM: &str = "at most 0.10 ×";
const TURNS: usize = 3;

/// Plays the meeting to its signature and prints everything, in turns with WeasyPrint.
pub fn measure() -> Line {
    let Some(python) = weasyprints_python() else {
        let why = "ODOC_BENCH_PYTHON names no Python that has WeasyPrint";
        return Line::not_measured(WHAT, AIM, why.to_owned());
    };
    let mut afternoon = Afternoon::prepared();
    let played = script(afternoon.clock.now(), 1, Pace::Brief);
    let meeting = run(&mut afternoon.desk, &played)
        .expect("a meeting")
        .meeting;
    let account = Account::of(&mut afternoon.desk, meeting, &[]).expect("an account");
    let account = serde_json::to_value(&account).expect("plain values");
    let folder = TempDir::new().expect("a folder");
    let page = folder.path().join("minutes.html");
    std::fs::write(&page, minutes(&account)).expect("the page");
    let mut press = Press::started(&python, &page);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut made = (0, 0);
    let names = listed(&mut afternoon, meeting);
    for _ in 0..TURNS {
        let (saved, time) = timed(|| every_document(&mut afternoon, meeting, &names));
        made = saved;
        ours.push(time);
        theirs.push(press.time());
    }
    let (documents, bytes) = made;
    let size = std::fs::metadata(&page).map_or(0, |file| file.len());
    Line::of_times(WHAT, &mut ours, &mut theirs)
        .aiming_at(AIM)
        .noting(format!(
            "{TURNS} of each in turns; {documents} documents of {bytes} bytes, set, entered and saved through the desk; {size} bytes of HTML, printed in a warm process"
        ))
}

/// What `make bench` installed, if it could.
fn weasyprints_python() -> Option<PathBuf> {
    let named = std::env::var_os("ODOC_BENCH_PYTHON").map(PathBuf::from);
    named.filter(|python| python.exists())
}

/// What there is to take away, as the screen at the end lists it.
fn listed(afternoon: &mut Afternoon, meeting: MeetingId) -> Vec<DocumentName> {
    let ending = afternoon.desk.documents(MeetingForm { meeting });
    let rows = ending.expect("the documents").documents;
    rows.into_iter().map(|row| row.name).collect()
}

/// Sets, presses and saves every document as the chair does at the end; answers how many, and their bytes.
fn every_document(
    afternoon: &mut Afternoon,
    meeting: MeetingId,
    names: &[DocumentName],
) -> (usize, u32) {
    let documents = names.to_vec();
    let form = SaveDocumentsForm { meeting, documents };
    let files = afternoon.desk.save_documents(form).expect("saved").files;
    (files.len(), files.iter().map(|file| file.bytes).sum())
}

/// WeasyPrint in a process of its own, loaded before anything is timed.
struct Press {
    process: Child,
    asks: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Press {
    fn started(python: &Path, page: &Path) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/weasyprint_times.py");
        let mut process = Command::new(python)
            .arg(script)
            .arg(page)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python, which `make bench` installs");
        let asks = process.stdin.take().expect("its input");
        let mut answers = BufReader::new(process.stdout.take().expect("its output")).lines();
        let ready = answers.next().expect("an answer").expect("words");
        assert_eq!(ready, "ready");
        Self {
            process,
            asks,
            answers,
        }
    }

    fn time(&mut self) -> Duration {
        writeln!(self.asks, "again").expect("a listening process");
        let answer = self.answers.next().expect("an answer").expect("words");
        Duration::from_secs_f64(answer.parse().expect("seconds"))
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
