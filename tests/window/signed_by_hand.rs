//! The chair signs the minutes with a pen, and the pen's own mark stands on the minutes' page.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::harness::shortcuts::CHAIRS_PASSPHRASE;
use crate::harness::{Laptop, Window};

/// The longest line that a pen drew on any page of a document, as points of that page.
fn drawn_on(pdf: &[u8]) -> Vec<(f64, f64)> {
    let folder = tempfile::tempdir().expect("a folder");
    let (packed, plain) = (folder.path().join("in.pdf"), folder.path().join("out.pdf"));
    fs::write(&packed, pdf).expect("written");
    let unpacked = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .args([&packed, &plain])
        .status();
    assert!(unpacked.expect("qpdf").success());
    let page = fs::read(&plain).expect("a document");
    let page = String::from_utf8_lossy(&page).into_owned();
    let words: Vec<&str> = page.split_whitespace().collect();
    let (mut line, mut longest) = (Vec::new(), Vec::new());
    for at in words.windows(3) {
        let point = at[0].parse::<f64>().ok().zip(at[1].parse().ok());
        match (point, at[2]) {
            (Some(point), "m") => line = vec![point],
            (Some(point), "l") => line.push(point),
            _ => {}
        }
        if line.len() > longest.len() {
            longest.clone_from(&line);
        }
    }
    longest
}

async fn the_minutes(w: &Window, meeting: &Value) -> Vec<u8> {
    let form = json!({ "meeting": meeting, "document": { "document": "minutes" } });
    let pages = w.does("document_pages", form).await;
    let pdf = pages["pdf"].as_str().expect("a document");
    STANDARD.decode(pdf).expect("its bytes")
}

/// Whether some page in the window is dark wherever the pen went, and light beside it.
fn inked(points: &[(f64, f64)]) -> String {
    let points = json!(points);
    format!(
        "const points = {points};
        document.querySelector('.draft canvas:last-of-type')?.scrollIntoView();
        return [...document.querySelectorAll('.draft canvas')].some((page) => {{
            page.scrollIntoView();
            if (page.getAttribute('aria-busy') === 'true') return false;
            const scale = page.width / 595.28;
            const dark = ([x, y]) => {{
                const at = page.getContext('2d').getImageData(x * scale - 2, page.height - y * scale - 2, 5, 5).data;
                for (let n = 0; n < at.length; n += 4) if (at[n + 3] > 128 && at[n] < 120) return true;
                return false;
            }};
            return points.every(dark);
        }})"
    )
}

#[tokio::test]
async fn the_chair_signs_with_a_pen_and_the_minutes_show_the_mark_that_was_drawn() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let begun = w.in_session(1).await;
    let meeting = begun["meeting"]["id"].clone();
    w.does("end_meeting", json!({})).await;
    w.look_again().await;
    w.sized(1366, 768).await;
    w.press("Read and sign").await;
    w.says("who chaired at the close").await;
    w.element(".draft canvas").await;
    let before = drawn_on(&the_minutes(&w, &meeting).await).len();
    w.draws(".pad canvas").await;
    w.picture("drawn-to-sign-the-minutes").await;
    w.tab_to("input: Your passphrase").await;
    w.type_words(CHAIRS_PASSPHRASE).await;
    w.go_on().await;
    w.says("can be altered from now on").await;
    let mark = drawn_on(&the_minutes(&w, &meeting).await);
    assert!(
        mark.len() > 20 && mark.len() > before,
        "{before}, then {mark:?}"
    );
    let shown = inked(&mark);
    w.until("the pen's mark on a page", async |w| {
        w.run(&shown).await == true
    })
    .await;
    w.picture("drawn-signature-on-the-minutes").await;
}
