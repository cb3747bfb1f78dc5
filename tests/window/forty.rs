//! The largest month there is: forty cases and twenty-five people, at a small laptop's size.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Laptop, Window};

const CASES: usize = 40;
/// Beside the minute-taker.
const PEOPLE: usize = 25;

/// What is cut, covered or out of sight on the meeting's screen; nothing, where all is as it should be.
const AMISS: &str = "
    const amiss = [];
    const box = (each) => each.getBoundingClientRect();
    const say = (what, each) => amiss.push(what + ': ' + (each?.innerText ?? '').slice(0, 60));
    const inside = (inner, outer) => inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1 && inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
    const screen = { top: 0, left: 0, bottom: innerHeight, right: innerWidth };
    if (document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth) {
        const loose = (each) => getComputedStyle(each).position === 'absolute' && (each.offsetParent ?? document.body) === document.body && box(each).bottom > innerHeight;
        say('the page scrolls', [...document.querySelectorAll('body *')].find(loose));
    }
    for (const region of document.querySelectorAll('nav, main, aside, #capture-line')) if (!inside(box(region), screen)) say('beyond the screen', region);
    const scrolls = document.querySelector('ol.agenda');
    const now = document.querySelector('[data-now]');
    const sought = scrolls.contains(document.activeElement) ? document.activeElement : now;
    if (sought && !inside(box(sought), box(scrolls))) say('out of sight', sought);
    for (const words of document.querySelectorAll('ol.agenda .name, ol.agenda .time, [data-person] .who, [data-person] .state, .hearing, .pace *'))
        if (words.scrollWidth > words.clientWidth + 1 && getComputedStyle(words).display !== 'inline') say('cut', words);
    for (const rows of ['ol.agenda > li', '[data-person]', 'aside > *', 'nav > *']) {
        const shown = [...document.querySelectorAll(rows)].filter((each) => box(each).height > 1);
        shown.slice(1).forEach((each, at) => { if (shown[at].parentElement === each.parentElement && box(shown[at]).bottom > box(each).top + 1) say('covered', each); });
    }
    return amiss";

async fn nothing_is_amiss(w: &Window, at: &str) {
    w.picture(&format!("forty-{at}")).await;
    let amiss = w.run(AMISS).await;
    assert_eq!(amiss, json!([]), "{at}");
}

fn last_case(view: &Value) -> Value {
    let rows = view["agenda"].as_array().expect("an agenda");
    let last = rows.iter().rfind(|row| row["place"]["place"] == "case");
    last.expect("a case").clone()
}

#[tokio::test]
async fn forty_cases_and_twenty_five_people_fit_a_small_screen_and_the_last_case_and_person_have_their_keys()
 {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    let view = w.in_a_full_session(CASES, PEOPLE).await;
    let last = last_case(&view);
    assert_eq!(last["number"], json!(CASES));
    assert_eq!(w.seats().await.len(), PEOPLE + 1);
    w.sized(1366, 768).await;
    w.look_again().await;
    w.element("ol.agenda").await;
    nothing_is_amiss(&w, "between-cases").await;
    let first = w.opens_a_case().await;
    w.sized(1366, 768).await;
    nothing_is_amiss(&w, "first-case").await;

    // The last of twenty-five steps out by the key of their own row, and is back by one key.
    let seats = w.seats().await;
    let speaks = |p: &&Value| p["role"] == "representative" && p["whereabouts"] == "in_the_room";
    let person = seats.iter().rfind(speaks).expect("somebody");
    let name = person["name"].as_str().expect("a name").to_owned();
    w.walks_to(&name).await;
    nothing_is_amiss(&w, "last-person").await;
    w.moves_somebody(&name, 'o', "stepped_out").await;
    nothing_is_amiss(&w, "last-person-out").await;
    w.goes_to_the_line().await;
    w.ctrl('z').await;
    w.until("them to be back", async |w| {
        w.person(&name).await["whereabouts"] == "in_the_room"
    })
    .await;

    // The last case is opened from the agenda, and is in sight there.
    let form = json!({ "slot": first["slot"], "reason": "The worker was called away." });
    w.does("defer_case", form).await;
    w.look_again().await;
    w.element("ol.agenda").await;
    w.sized(1366, 768).await;
    w.walks_the_agenda_to("Any other business").await;
    w.key(Key::Up).await;
    nothing_is_amiss(&w, "walked-to-the-last").await;
    w.key(Key::Enter).await;
    w.until("the last case", async |w| {
        let view = w.does("meeting", json!({})).await;
        view["place"] == last["place"]
    })
    .await;
    w.guests_step_out().await;
    w.records("pol intel seen twice at the address with known associates")
        .await;
    w.says("seen twice at the address").await;
    nothing_is_amiss(&w, "last-case").await;
    w.is_accessible("The meeting, with forty cases").await;
}
