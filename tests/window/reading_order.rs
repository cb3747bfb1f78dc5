//! The order in which a screen reader comes to the parts of the meeting: what is said first, what can be jumped to, what speaks
//! by itself.

use serde_json::{Value, json};

use crate::harness::accessibility::plainly;
use crate::harness::{Laptop, Window};

/// The meeting's parts with their roles and names, in the order of the page; figures and people's own words left out.
const PARTS: &str = "
    const named = (at) => at.getAttribute('aria-label')
        ?? document.getElementById(at.getAttribute('aria-labelledby'))?.innerText
        ?? (/^(H1|H2|A|P)$/.test(at.tagName) ? at.innerText : '');
    const role = (at) => at.getAttribute('role') ?? { A: 'link', HEADER: 'header', NAV: 'navigation', MAIN: 'main', ASIDE: 'complementary',
        SECTION: 'region', H1: 'main heading', H2: 'heading', OL: 'list', UL: 'list', TEXTAREA: 'text box', P: 'text', DIV: 'live' }[at.tagName];
    const shown = (at) => at.getClientRects().length && !at.closest('[aria-hidden=true]');
    const all = document.querySelectorAll('.govuk-skip-link, .marking, header, nav, main, aside, section, h1, h2, ol, ul, textarea, [role=group], [role=status], [aria-live]');
    return [...all].filter(shown).map((at) => {
        const speaks = at.getAttribute('aria-live') || { status: 'polite', alert: 'assertive' }[at.getAttribute('role')];
        const name = (named(at) ?? '').replace(/\\s+/g, ' ').trim();
        return role(at) + (name ? ` \"${name}\"` : '') + (speaks ? ', speaks' : '');
    })";

/// What a person hears who goes through the meeting from its beginning to its end.
const HEARD: &str = include_str!("said/reading_order.txt");

async fn at_a_case(w: &Window) -> Value {
    let view = w.in_session(3).await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let unflagged = agenda
        .iter()
        .find(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false)
        .expect("a case without a flag");
    let form = json!({ "slot": unflagged["place"]["slot"], "because": "" });
    let view = w.does("open_case", form).await;
    w.look_again().await;
    w.element("#capture-line").await;
    view
}

#[tokio::test]
async fn a_screen_reader_comes_to_the_parts_of_the_meeting_in_the_order_in_which_they_are_needed() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = at_a_case(&w).await;
    w.records("pol intel seen twice at the address").await;
    let parts = w.run(PARTS).await;
    let parts = parts.as_array().expect("the parts").iter();
    let case = &view["opened"]["case"];
    let name = case["name"].as_str().unwrap_or_default();
    let heard: Vec<String> = parts
        .filter_map(Value::as_str)
        .map(|part| plainly(part, name))
        .collect();
    let expected: Vec<&str> = HEARD.lines().collect();
    assert_eq!(heard, expected, "heard:\n{}", heard.join("\n"));
}

/// The regions of the screen that hold something to stop at, by name; and the one that has the focus.
const REGIONS: &str = "const name = (at) => at?.getAttribute('aria-label') ?? document.getElementById(at?.getAttribute('aria-labelledby'))?.innerText;
    const stops = '[data-region-start], [tabindex=\"0\"], button:not([tabindex=\"-1\"])';
    const all = [...document.querySelectorAll('[data-region]')].filter((at) => at.offsetParent && at.querySelector(stops));
    return { all: all.map(name), at: name(document.activeElement.closest('[data-region]')) }";

/// F6 stops once at each part of the screen that has something to stop at, from the line on, and comes back to it.
pub(crate) async fn f6_goes_once_round(w: &Window) {
    w.until("the cursor in the line", async |w| {
        w.focus().await == "textarea: Capture line"
    })
    .await;
    let seen = w.run(REGIONS).await;
    let mut all = seen["all"].as_array().cloned().unwrap_or_default();
    let at = all.iter().position(|one| *one == seen["at"]);
    all.rotate_left(at.expect("the capture line's region") + 1);
    assert!(all.len() >= 3, "{all:?}");
    let mut reached = Vec::new();
    for _ in &all {
        w.key(fantoccini::key::Key::F6).await;
        reached.push(w.run(REGIONS).await["at"].clone());
    }
    assert_eq!(reached, all);
}

#[tokio::test]
async fn f6_goes_once_round_the_meeting_in_the_order_of_the_page() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    at_a_case(&w).await;
    let jumps = "return [...document.querySelectorAll('[tabindex]')].filter((at) => at.tabIndex > 0).length";
    assert_eq!(w.run(jumps).await, json!(0), "a positive tabindex");
    f6_goes_once_round(&w).await;
}
