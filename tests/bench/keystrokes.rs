//! From a keystroke to the frame that shows its verdict, against the same box while nothing is weighed in it.

use crate::timing::{Line, median, milliseconds, nineteen_in_twenty};
use crate::window::Window;
use fantoccini::key::Key;
use std::time::Duration;

const WHAT: &str = "keystroke to verdict / weighing off, p95";
const AIM: &str = "at most 1 frame";
/// One frame of a screen that shows sixty in a second.
const FRAME: f64 = 1.0 / 60.0;
const BLOCKS: usize = 8;
const A_BLOCK: usize = 20;
const CAPTURE: &str = "#capture-line";

/// Times a keydown to the frame after the part named first changes: the verdict, or what is written in the box.
const STOPWATCH: &str = "
    let begun;
    addEventListener('keydown', () => { begun = performance.now(); window.took = undefined }, true);
    const seen = () => {
        if (begun === undefined) return;
        const started = begun;
        begun = undefined;
        requestAnimationFrame(() => { window.took = performance.now() - started; window.timed?.(window.took) });
    };
    window.watching?.disconnect();
    window.watching = new MutationObserver(seen);
    window.watching.observe(document.querySelector(PART), { subtree: true, childList: true, characterData: true });";

/// A line that needs one letter more to be weighed for everybody in the room, typed and taken away again.
pub async fn measure(window: &Window, speaker: &str) -> Line {
    let begun = format!("{speaker} info ");
    let (mut weighed, mut written) = (Vec::new(), Vec::new());
    for _ in 0..BLOCKS {
        watch(window, "#capture-verdict").await;
        window.types(CAPTURE, &begun).await;
        letters(window, &mut weighed).await;
        empty(window).await;
        // A line that comes back to be tidied is not weighed: the same box, with the weighing off.
        watch(window, ".line .box").await;
        window
            .types(CAPTURE, &char::from(Key::Up).to_string())
            .await;
        window
            .until("return !!document.querySelector('#capture-line').value")
            .await;
        letters(window, &mut written).await;
        window
            .types(CAPTURE, &char::from(Key::Escape).to_string())
            .await;
        window
            .until("return !document.querySelector('#capture-line').value")
            .await;
    }
    let medians = (median(&mut weighed), median(&mut written));
    let (shown, alone) = (
        nineteen_in_twenty(&mut weighed),
        nineteen_in_twenty(&mut written),
    );
    Line {
        what: WHAT,
        ours: milliseconds(shown),
        theirs: milliseconds(alone),
        ratio: format!(
            "{:+.2} fr",
            (shown.as_secs_f64() - alone.as_secs_f64()) / FRAME
        ),
        aim: AIM,
        note: format!(
            "{} letters of each in {BLOCKS} turns, to the frame that shows it; medians {} against {}",
            weighed.len(),
            milliseconds(medians.0),
            milliseconds(medians.1)
        ),
    }
}

/// The line without figures.
pub fn none(why: &str) -> Line {
    Line::not_measured(WHAT, AIM, why.to_owned())
}

async fn watch(window: &Window, part: &str) {
    window
        .run(&STOPWATCH.replace("PART", &format!("{part:?}")))
        .await;
}

/// One letter at a time, each taken away before the next.
async fn letters(window: &Window, times: &mut Vec<Duration>) {
    for _ in 0..A_BLOCK {
        times.push(one(window, "s").await);
        one(window, &char::from(Key::Backspace).to_string()).await;
    }
}

async fn one(window: &Window, key: &str) -> Duration {
    window.between_keys().await;
    window.types(CAPTURE, key).await;
    let took = window.timed().await;
    Duration::from_secs_f64(took.as_f64().expect("milliseconds") / 1000.0)
}

async fn empty(window: &Window) {
    let all = format!(
        "{}a{}{}",
        char::from(Key::Control),
        char::from(Key::Null),
        char::from(Key::Backspace)
    );
    window.types(CAPTURE, &all).await;
    window
        .until("return !document.querySelector('#capture-line').value")
        .await;
}
