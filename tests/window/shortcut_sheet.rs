//! The sheet of shortcuts, saved from the list of them, and read by others.

use std::collections::BTreeSet;

use fantoccini::key::Key;
use protocol::pack::{DEFAULT, Pack};
use serde_json::Value;

use crate::harness::{Laptop, Window, judges};

/// The list that the window shows, read here so that a key which the sheet forgot is missed.
const LIST: &str = include_str!("../../ui/src/words/shortcuts.json");

#[tokio::test]
async fn every_shortcut_is_saved_on_one_page() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.with_the_sample(1).await;
    w.look_again().await;
    w.says("Before you start").await;
    w.key(Key::F1).await;
    w.says("All shortcuts").await;
    w.key(Key::Tab).await;
    w.until("the way to save to have the focus", async |w| {
        w.focus().await.contains("Save as a PDF")
    })
    .await;
    w.key(Key::Enter).await;
    w.says("One page to print").await;
    w.picture("shortcuts-saved").await;
    w.is_accessible("The list of shortcuts, saved").await;

    let sheet = laptop.chosen_folder().join("ODOC-Shortcuts.pdf");
    assert_eq!(judges::pages(&sheet), Some(1));
    let text = judges::text(&sheet).to_lowercase();
    let examples = Pack::read(DEFAULT).expect("the pack").examples();
    let list: Vec<Value> = serde_json::from_str(LIST).expect("the list");
    let rows = list.iter().flat_map(|place| place["rows"].as_array());
    for row in rows.flatten() {
        for words in ["keys", "to", "typed", "does"] {
            let words = row[words].as_str().unwrap_or_default();
            let words = examples
                .iter()
                .fold(words.to_owned(), |words, (name, key)| {
                    words.replace(&format!("{{{name}}}"), key)
                });
            let words = words.replace("Arrow", "Arrow ").replace("Escape", "Esc");
            let words = words.replace("+-", "+\u{2212}");
            assert!(text.contains(&words.to_lowercase()), "{words} is missing");
        }
    }
}

/// Presses everything there is where the keys are now, each press let go of as soon as something hears it, before it does anything:
/// whatever hears a key takes it from the window first, and here that is where it stops. Answers what was heard.
const PRESSES: &str = "
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
    const named = ['Enter', 'Escape', 'Tab', 'Delete', 'Backspace', 'Insert', ' ', '=', '-', '/', '.', '?',
        'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown',
        ...Array.from({ length: 12 }, (_, n) => `F${n + 1}`)];
    const held = [[], ['Ctrl'], ['Alt'], ['Shift'], ['Ctrl', 'Shift'], ['Alt', 'Shift'], ['Ctrl', 'Alt']];
    const at = document.activeElement;
    const heard = new Set();
    const let_go = (event) => event.preventDefault();
    window.addEventListener('error', let_go);
    for (const with_ of held) for (const key of [...letters, ...named]) {
        // A capital letter is the letter, and what stands above a sign is on the sign's own key.
        if (with_.join() === 'Shift' && key.length === 1) continue;
        if (with_.includes('Shift') && /^[^a-z0-9]$/.test(key)) continue;
        const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true,
            ctrlKey: with_.includes('Ctrl'), altKey: with_.includes('Alt'), shiftKey: with_.includes('Shift') });
        press.preventDefault = () => {
            heard.add([...with_, key.length === 1 ? key.toUpperCase() : key].join('+'));
            throw new Error('heard, and not done');
        };
        at.dispatchEvent(press);
    }
    window.removeEventListener('error', let_go);
    return [...heard]";

/// The caps in sight, each spelt as the list spells its key.
const CAPS: &str = "
    const spelt = { '⏎': 'Enter', '↑': 'ArrowUp', '↓': 'ArrowDown', Esc: 'Escape' };
    const seen = [...document.querySelectorAll('.caps, kbd')].filter((cap) => cap.offsetParent);
    const keys = (cap) => (cap.matches('kbd') ? [cap] : [...cap.querySelectorAll('kbd')]).map((key) => key.innerText.trim());
    return seen.map((cap) => keys(cap).map((key) => spelt[key] ?? key).join('+'))";

/// By which any list is walked, in this program as in every other, and what the shell takes away from the web view, which would reload,
/// print or go back (`src-tauri/src/quiet.js`).
fn is_no_shortcut(key: &str) -> bool {
    let (held, last) = key.rsplit_once('+').unwrap_or(("", key));
    let holds = |one: &str| held.split('+').any(|each| each == one);
    let walks = ["ArrowUp", "ArrowDown", "Home", "End"].contains(&last);
    (walks && !holds("Ctrl") && !holds("Alt"))
        || last == "F5"
        || (holds("Ctrl") && ["R", "P"].contains(&last))
        || (holds("Alt") && ["ArrowLeft", "ArrowRight"].contains(&last))
}

/// The keys of the list that work in those parts of it. A combination means one thing wherever it is heard, and stands in the list
/// once; a letter means another thing on every row.
fn listed(parts: &[&str]) -> BTreeSet<String> {
    let list: Vec<Value> = serde_json::from_str(LIST).expect("the list");
    for part in parts {
        let called = list.iter().any(|place| place["where"] == *part);
        assert!(called, "no part of the list is called {part:?}");
    }
    let rows = list.iter().flat_map(|place| {
        let here = parts.iter().any(|part| place["where"] == *part);
        let rows = place["rows"].as_array().into_iter().flatten();
        rows.filter_map(|row| row["keys"].as_str())
            .filter(move |key| here || key.contains('+'))
    });
    rows.map(str::to_owned).collect()
}

fn keys(found: &Value) -> BTreeSet<String> {
    let all = found.as_array().into_iter().flatten();
    all.filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Window {
    /// Whatever is heard where the keys are now has its cap in sight, or stands in those parts of the list; this among it is heard.
    async fn tells_every_key_that_it_hears(&self, parts: &[&str], among: &[&str]) {
        let heard = keys(&self.run(PRESSES).await);
        for key in among {
            assert!(
                heard.contains(*key),
                "{parts:?}: {key} is not heard among {heard:?}"
            );
        }
        let (listed, seen) = (listed(parts), keys(&self.run(CAPS).await));
        let told =
            |key: &&String| listed.contains(*key) || seen.contains(*key) || is_no_shortcut(key);
        let untold: Vec<&String> = heard.iter().filter(|key| !told(key)).collect();
        assert!(
            untold.is_empty(),
            "{untold:?} heard at {parts:?}, with no cap in sight and not in ui/src/words/shortcuts.json"
        );
    }
}

const EVERYWHERE: &str = "Everywhere";
const LINE: &str = "The capture line";
const MEETING: &str = "The meeting";
const CASE: &str = "A case in the meeting";
const ACTIONS: &str = "Carried actions, on a row";
const ROOM: &str = "The room, on a person";
const RECORDED: &str = "A line of the record, in the meeting and beside the draft";

#[tokio::test]
async fn every_key_that_the_meeting_hears_has_its_cap_in_sight_or_stands_in_the_list() {
    let laptop = Laptop::new();
    let w = laptop.open().await;
    w.in_session(2).await;
    w.comes_to("matters_arising").await;
    w.says("Carried actions").await;
    w.tabs_to_an_action().await;
    w.tells_every_key_that_it_hears(&[EVERYWHERE, MEETING, ACTIONS], &["D", "T", "Ctrl+Enter"])
        .await;

    w.opens_a_case().await;
    w.guests_step_out().await;
    w.tells_every_key_that_it_hears(
        &[EVERYWHERE, LINE, MEETING, CASE],
        &["Enter", "Alt+X", "Alt+Q", "F6", "Ctrl+K", "Ctrl+="],
    )
    .await;
    // A line with a doubtful word, to which a rule objects.
    w.type_words("hou intel the apointment was missed").await;
    w.says("Keep this word").await;
    w.element(".verdict .objection").await;
    w.tells_every_key_that_it_hears(
        &[EVERYWHERE, LINE, MEETING, CASE],
        &["Enter", "Alt+W", "Alt+H"],
    )
    .await;
    w.ctrl('a').await;
    w.key(Key::Delete).await;
    w.records("pol intel seen twice at the address").await;
    w.records("> prob check the plan by 2w").await;
    w.goes_to_the_last_line().await;
    for _ in 0..2 {
        w.tells_every_key_that_it_hears(
            &[EVERYWHERE, LINE, MEETING, CASE, RECORDED],
            &["E", "K", "M", "X"],
        )
        .await;
        w.key(Key::Up).await;
    }
    w.walks_to("Declan").await;
    w.tells_every_key_that_it_hears(&[EVERYWHERE, LINE, MEETING, CASE, ROOM], &["O", "L", "T"])
        .await;
    w.walks_the_agenda_to("Carried actions").await;
    w.tells_every_key_that_it_hears(&[EVERYWHERE, LINE, MEETING, CASE], &["Alt+L"])
        .await;
    w.alt('x').await;
    w.says("Add a case referred today").await;
    w.tells_every_key_that_it_hears(&[EVERYWHERE, MEETING], &["Ctrl+Enter", "Escape"])
        .await;
    w.key(Key::Escape).await;
    w.element("#capture-line").await;
    w.go_on().await;
    w.says("Read this to the room").await;
    w.tells_every_key_that_it_hears(&[EVERYWHERE, MEETING, CASE], &["Enter", "Escape"])
        .await;
}
