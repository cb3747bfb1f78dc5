//! The application's window against a bare one of the same web view: start, memory, and Enter to tick.

#[allow(dead_code, reason = "the window ring's, of which this needs a part")]
#[path = "../window/harness/driver.rs"]
pub mod driver;

use crate::afternoon::CHAIR;
use crate::keystrokes;
use crate::timing::{Line, median, milliseconds};
use crate::window::Window;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

const LABELS: [(&str, &str); 3] = [
    ("start to sign-in / a bare window", "at most 1.3 ×"),
    ("resident in a meeting / a bare window", "at most 1.3 ×"),
    ("Enter to tick / a command of nothing", "at most 2 ×"),
];
const STARTS: usize = 5;
const LINES: usize = 25;
const CAPTURE: &str = "#capture-line";
const SIGN_IN: &str = "form input[type=password]";

/// Times from Enter to the change of the list, and on to the frame that shows it; WebKit's clock has whole milliseconds.
const STOPWATCH: &str = "
    const lines = () => document.querySelectorAll('ol.lines > li').length;
    let begun, before;
    addEventListener('keydown', (event) => {
        if (event.key === 'Enter') { begun = performance.now(); before = lines(); window.took = undefined }
    }, true);
    new MutationObserver(() => {
        if (begun === undefined || lines() <= before) return;
        const started = begun, changed = performance.now() - started;
        begun = undefined;
        requestAnimationFrame(() => { window.took = [changed, performance.now() - started]; window.timed?.(window.took) });
    }).observe(document, { subtree: true, childList: true });";
const DO_NOTHING: &str = "
    addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        window.__TAURI_INTERNALS__.invoke('nothing').then(() => {
            document.querySelector('ol.lines').append(document.createElement('li'));
            document.querySelector('input').value = '';
        });
    });";

/// Four lines, or as many reasons why there are none; `disk` holds a record in the middle of a meeting.
pub fn measure(disk: &Path) -> Vec<Line> {
    let (Some(application), Some(bare)) = (beside("odoc"), beside("examples/bare_window")) else {
        return none("the application and the bare window are not built");
    };
    if std::env::var_os("DISPLAY").is_none() {
        return none("there is no display");
    }
    let traces = TempDir::new().expect("a folder");
    let pair = Pair {
        application,
        own: format!("--data={}", disk.display()),
        bare,
        traces: traces.path().display().to_string(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let start = pair.start().await;
        let (memory, enter, keys) = pair.in_the_meeting().await;
        vec![start, memory, enter, keys]
    })
}

struct Pair {
    application: PathBuf,
    own: String,
    bare: PathBuf,
    traces: String,
}

impl Pair {
    async fn ours(&self) -> Window {
        let window = Window::open(&self.application, self.own.clone()).await;
        let ready = format!("return document.activeElement?.matches('{SIGN_IN}')");
        window.until(&ready).await;
        window
    }

    async fn theirs(&self) -> Window {
        let window = Window::open(&self.bare, self.traces.clone()).await;
        window.until("return !!document.querySelector('ol')").await;
        window
    }

    async fn start(&self) -> Line {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            let window = self.ours().await;
            ours.push(window.time_to_first_paint().await);
            window.close().await;
            let window = self.theirs().await;
            theirs.push(window.time_to_first_paint().await);
            window.close().await;
        }
        let [(what, aim), ..] = LABELS;
        Line::of_times(what, &mut ours, &mut theirs)
            .aiming_at(aim)
            .noting(format!(
                "{STARTS} of each in turns; to the first paint, which is the sign-in's"
            ))
    }

    async fn in_the_meeting(&self) -> (Line, Line, Line) {
        let (ours, theirs) = (self.ours().await, self.theirs().await);
        ours.types(SIGN_IN, CHAIR).await;
        ours.enter(SIGN_IN).await;
        ours.until("return !!document.querySelector('#capture-line')")
            .await;
        let memory = memory(&ours, &theirs);
        let speaker = ours.run(SPEAKER).await;
        let speaker = speaker.as_str().expect("a key");
        let enter = enter(&ours, &theirs, speaker).await;
        let keys = keystrokes::measure(&ours, speaker).await;
        ours.close().await;
        theirs.close().await;
        (memory, enter, keys)
    }
}

fn memory(ours: &Window, theirs: &Window) -> Line {
    let (a, b) = (ours.resident(), theirs.resident());
    let (what, aim) = LABELS[1];
    Line {
        what,
        ours: format!("{} MB", a / 1024),
        theirs: format!("{} MB", b / 1024),
        ratio: format!("{}.{:02} ×", a / b, a % b * 100 / b),
        aim,
        note: "once each, both open; the application and its web process".to_owned(),
    }
}

async fn enter(ours: &Window, theirs: &Window, speaker: &str) -> Line {
    ours.run(STOPWATCH).await;
    theirs
        .run("document.querySelector('ol').className = 'lines'")
        .await;
    theirs.run(STOPWATCH).await;
    theirs.run(DO_NOTHING).await;
    let line = format!("{speaker} info Seen by the lock gate.");
    let (mut shown, mut nothing) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for _ in 0..LINES {
        ours.types(CAPTURE, &line).await;
        ours.until("return !!document.querySelector('.box > kbd')")
            .await;
        one(ours, CAPTURE, &mut shown).await;
        theirs.types("input", &line).await;
        one(theirs, "input", &mut nothing).await;
    }
    let note = format!(
        "{LINES} of each in turns, to the frame that shows it; to the page's change alone {} against {}",
        milliseconds(median(&mut shown.0)),
        milliseconds(median(&mut nothing.0))
    );
    let (what, aim) = LABELS[2];
    Line::of_times(what, &mut shown.1, &mut nothing.1)
        .aiming_at(aim)
        .noting(note)
}

/// The capture key of somebody in the room who speaks for an agency.
const SPEAKER: &str = "return window.__TAURI_INTERNALS__.invoke('meeting', { form: {} }).then((view) => {
    const here = view.people.find((one) => one.whereabouts === 'in_the_room' && one.role === 'representative' && one.team);
    return view.seldom.teams.find((team) => team.key === here.team).capture_key })";

async fn one(window: &Window, selector: &str, times: &mut (Vec<Duration>, Vec<Duration>)) {
    window.between_keys().await;
    window.enter(selector).await;
    let took = window.timed().await;
    let milliseconds = |at: usize| {
        let number = took[at].as_f64().expect("milliseconds");
        Duration::from_secs_f64(number / 1000.0)
    };
    times.0.push(milliseconds(0));
    times.1.push(milliseconds(1));
}

/// What `make bench` built, beside this program.
fn beside(name: &str) -> Option<PathBuf> {
    let here = std::env::current_exe().ok()?;
    let built = here.ancestors().nth(2)?.join(name);
    built.exists().then_some(built)
}

fn none(why: &str) -> Vec<Line> {
    let line = |(what, aim)| Line::not_measured(what, aim, why.to_owned());
    let lines = LABELS.into_iter().map(line);
    lines.chain([keystrokes::none(why)]).collect()
}
