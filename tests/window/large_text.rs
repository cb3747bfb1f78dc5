//! Twice the text on a small laptop, and what is said above a screen: the chair's sentence and the line stay in sight.

use serde_json::json;

use crate::harness::{Laptop, Window};

/// Whether the line stands wholly between what the chair says and the lower marking.
const LINE_IN_SIGHT: &str =
    "const at = document.querySelector('#capture-line').getBoundingClientRect();
    const [head, foot] = [...document.querySelectorAll('.marking')].map((each) => each.getBoundingClientRect());
    const said = document.querySelector('.script').getBoundingClientRect();
    return at.height > 0 && at.top >= Math.max(head.bottom, said.bottom) && at.bottom <= foot.top";
/// Which recorded lines cannot be brought to where nothing lies over them.
const COVERED: &str = "const over = (one, other) => one.top < other.bottom - 1 && one.bottom > other.top + 1;
    return [...document.querySelectorAll('[data-line]')].filter((line) => {
        line.scrollIntoView({ block: 'nearest' });
        const at = line.getBoundingClientRect();
        return [...document.querySelectorAll('[data-clear]')].some((kept) => over(at, kept.getBoundingClientRect()));
    }).map((line) => line.innerText)";
/// What the message of the moment lies over, of all that it may not.
const UNDER_THE_MESSAGE: &str = "const at = document.querySelector('.toast').getBoundingClientRect();
    const kept = document.querySelectorAll('[data-clear], :is(input, textarea, select):focus');
    return [...kept].filter((each) => {
        const its = each.getBoundingClientRect();
        return its.top < at.bottom && its.bottom > at.top && its.left < at.right && its.right > at.left;
    }).map((each) => each.className)";

async fn in_a_case() -> (Laptop, Window) {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.sized(1366, 768).await;
    (laptop, w)
}

async fn twice_the_text(w: &Window) {
    for _ in 0..4 {
        w.ctrl('+').await;
    }
}

#[tokio::test]
async fn at_twice_the_text_a_small_laptop_shows_the_case_and_keeps_the_line_in_sight() {
    let (_laptop, w) = in_a_case().await;
    twice_the_text(&w).await;
    for line in [
        "pol intel seen twice at the address with known associates in the last fortnight",
        "> prob check the plan by 2w",
        "= continue because the plan holds",
    ] {
        w.records(line).await;
    }
    assert_eq!(w.run(LINE_IN_SIGHT).await, true);
    assert_eq!(w.run(COVERED).await, json!([]));
    w.run("document.querySelector('.whole').scrollTo(0, 0)")
        .await;
    assert_eq!(w.run(LINE_IN_SIGHT).await, true, "with the case's head");
    w.run("document.querySelector('.whole').scrollTo(0, 1e6)")
        .await;
    w.alt('l').await;
    w.until("the line to be back in sight", async |w| {
        w.run(LINE_IN_SIGHT).await == true
    })
    .await;
}

#[tokio::test]
async fn a_message_covers_neither_the_chairs_sentence_nor_the_line_nor_a_field() {
    let (_laptop, w) = in_a_case().await;
    for large in [false, true] {
        if large {
            twice_the_text(&w).await;
        }
        w.records("pol intel seen twice at the address").await;
        w.ctrl('z').await;
        w.until("the line to be taken back", async |w| {
            w.recorded().await.is_empty()
        })
        .await;
        w.says("The last line is taken back").await;
        w.until("the message to stand clear", async |w| {
            w.run(UNDER_THE_MESSAGE).await == json!([])
        })
        .await;
        w.picture(&format!("message-large-{large}")).await;
        assert_eq!(w.run(LINE_IN_SIGHT).await, true, "large: {large}");
    }
}

#[tokio::test]
async fn a_long_line_brought_back_to_be_corrected_shows_whole() {
    let laptop = Laptop::new().in_the_dark();
    let w = laptop.open().await;
    w.in_a_case(2).await;
    w.sized(1366, 768).await;
    w.records(
        "pol intel seen twice at the address with known associates in the last fortnight; \
         one report of shouting from the flat above, and no complaint made by anybody so far",
    )
    .await;
    w.goes_to_the_last_line().await;
    w.type_words("k").await;
    w.says("Correcting what was said").await;
    w.picture("a-long-line-corrected-dark").await;
    let shown = "const box = document.querySelector('#capture-line');
        return box.clientHeight > 60 && box.scrollHeight <= box.clientHeight + 1";
    assert_eq!(w.run(shown).await, true);
    w.key(fantoccini::key::Key::Escape).await;
    w.looks_at_the_file().await;
    w.alt('r').await;
    w.says("How may it be used?").await;
    w.is_accessible("A consent in the dark").await;
    w.picture("consent-form-dark").await;
}
