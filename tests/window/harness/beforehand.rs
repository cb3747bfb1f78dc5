//! A day that has come as far as a journey begins: made through the desk's own commands, and where no window has to show it,
//! without one.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use chrono::{Local, TimeDelta};
use desk::rehearsal::{Clock, ScriptedSurroundings};
use desk::{CaseForm, Desk, Kind, ToldView, dispatch};
use serde_json::{Value, json};

use super::laptop::repository;
use super::shortcuts::{CHAIRS_PASSPHRASE, MINUTES_PASSPHRASE, PIN, people};
use super::window::Window;

/// Whoever can ask the desk: a window, or a journey before it has one.
pub(super) trait Asks {
    /// Calls a command that must succeed.
    async fn does(&self, command: &str, form: Value) -> Value;

    /// Calls a command that replaces the window, where there is one.
    async fn moves(&self, command: &str, form: Value);
}

impl Asks for Window {
    async fn does(&self, command: &str, form: Value) -> Value {
        Self::does(self, command, form).await
    }

    async fn moves(&self, command: &str, form: Value) {
        self.ask_and_move(command, form).await;
    }
}

/// A desk without a window, over a folder of its own.
pub(super) struct AtTheDesk {
    desk: RefCell<Desk>,
    clock: Arc<Clock>,
}

impl AtTheDesk {
    /// A desk on this very day: nothing that it does lies in the future of the window that comes after it.
    pub fn over(folder: &Path) -> Self {
        let clock = Clock::at(Local::now().fixed_offset());
        let faces = repository().join("src-tauri/faces");
        let there = ScriptedSurroundings::new(clock.clone(), 1, folder.to_owned(), faces);
        let desk = RefCell::new(Desk::new(Arc::new(there)));
        Self { desk, clock }
    }
}

impl Asks for AtTheDesk {
    async fn does(&self, command: &str, form: Value) -> Value {
        self.clock.advance(TimeDelta::milliseconds(10));
        let answer = dispatch(&mut self.desk.borrow_mut(), command, form);
        answer.unwrap_or_else(|problem| panic!("{command}: {problem:?}"))
    }

    async fn moves(&self, command: &str, form: Value) {
        self.does(command, form).await;
    }
}

/// How far a day has come that many journeys begin with.
#[derive(Debug)]
pub(super) enum Begun {
    /// The sample partnership lies there, and nothing has been done to it.
    Sample,
    /// Business has begun in a meeting of so many cases: everybody expected but one sat down, accepted and, where asked, signed.
    Session {
        cases: usize,
        away: Option<&'static str>,
    },
    /// The largest month there is has begun, on its own day: so many cases, and so many people beside the minute-taker.
    Full { cases: usize, people: usize },
    /// A case review has begun with its one client: new to the caseload, who never signed a waiver, or one who did.
    Review { new_client: bool },
}

impl Begun {
    pub fn key(&self) -> String {
        format!("{self:?}")
    }
}

/// Takes the sample to that point of its day.
pub(super) async fn begins(there: &impl Asks, which: &Begun) -> Value {
    match which {
        Begun::Sample => json!({}),
        Begun::Session { cases, away } => {
            let plan = cut_to(there, *cases).await;
            begins_without(there, plan, *away).await
        }
        Begun::Full { cases, people } => {
            let plan = of_this_size(there, *cases, *people).await;
            begins_without(there, plan, None).await
        }
        Begun::Review { new_client } => {
            let form = json!({ "kind": "dip_case_review" });
            let plan = there.does("prepare_meeting", form).await;
            let meeting = plan["meeting"]["id"].clone();
            let only = |n: usize, _: &Value| n == 0 && !new_client;
            let mut plan = keeps_only(there, meeting.clone(), only).await;
            if *new_client {
                let case = a_new_client(there).await;
                let form = json!({ "meeting": meeting, "case": case });
                plan = there.does("plan_add_case", form).await;
            }
            begins_without(there, plan, None).await
        }
    }
}

/// Next month's meeting, held today, with every case and everybody that there is, and invented cases until there are enough.
async fn of_this_size(there: &impl Asks, cases: usize, people: usize) -> Value {
    let meeting = next_of(there, "odoc").await;
    let plan = there.does("meeting_plan", json!({ "meeting": meeting }));
    let mut plan = plan.await;
    let now = Local::now();
    let hour = |minutes: i64, otherwise: &str| {
        let then = now + TimeDelta::minutes(minutes);
        let today = then.date_naive() == now.date_naive();
        match today {
            true => then.format("%H:%M").to_string(),
            false => otherwise.to_owned(),
        }
    };
    let form = json!({ "meeting": meeting, "date": "today", "starts": hour(-1, "00:00"), "ends": hour(240, "23:59"), "venue": "Council House" });
    there.does("plan_when", form).await;
    // A new case is among the others, and is put on the agenda in the next round.
    for surname in INVENTED.iter().cycle().take(4 * cases) {
        let on_it = plan["slots"].as_array().expect("an agenda").len();
        if on_it == cases {
            break;
        }
        if plan["other_cases"][0].is_null() {
            an_invented_case(there, surname, on_it).await;
            let form = json!({ "meeting": meeting });
            plan = there.does("meeting_plan", form).await;
            continue;
        }
        let form = json!({ "meeting": meeting, "case": plan["other_cases"][0]["case"] });
        plan = there.does("plan_add_case", form).await;
    }
    while plan["people"].as_array().expect("people").len() <= people {
        let person = plan["other_people"][0]["person"].clone();
        let form = json!({ "meeting": meeting, "person": person });
        plan = there.does("plan_expect", form).await;
    }
    plan
}

/// With which forenames begin, so that no two of them are alike.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Names of every length and from everywhere.
const INVENTED: [&str; 8] = [
    "ap Cadfaelwy-Llanfihangel",
    "O'Farrell",
    "Featherstonehaugh-Cholmondeley",
    "Ng",
    "bin Yusuf al-Rashidi",
    "Wiśniewska",
    "de la Cruz Montenegro",
    "Llwyd",
];

async fn an_invented_case(there: &impl Asks, surname: &str, n: usize) {
    let form = CaseForm {
        forename: LETTERS
            .chars()
            .nth(n % LETTERS.len())
            .map(|c| format!("{c}wen"))
            .unwrap_or_default(),
        surname: surname.to_owned(),
        told: Some(ToldView::Told),
        ..CaseForm::empty(Kind::Odoc)
    };
    let form = serde_json::to_value(form).expect("a form");
    there.does("save_case", form).await;
}

/// A client as the case's form takes them, with a name and nothing else.
async fn a_new_client(there: &impl Asks) -> Value {
    let page = there.does("cases", json!({})).await;
    let known = page["cases"].as_array().and_then(|all| {
        let dip = |case: &&Value| case["meeting"] == "dip_case_review";
        all.iter().find(dip).map(|case| case["id"].clone())
    });
    let of = there.does("case_page", json!({ "case": known })).await;
    let mut form = of["form"].clone();
    for (field, text) in [
        ("id", Value::Null),
        ("reference", json!("")),
        ("cro", json!("")),
        ("born", json!("")),
    ] {
        form[field] = text;
    }
    form["forename"] = json!("Wilf");
    form["surname"] = json!("Ambrose-Tarn");
    there.does("save_case", form).await["row"]["id"].clone()
}

/// Makes a record, with the sample partnership or with nobody in it, and stays signed in as the chair.
pub(super) async fn sets_up(there: &impl Asks, sample: bool) {
    let form = json!({
        "record_name": "Canalside", "sample": sample,
        "chair_name": "Asha Verrall", "chair_passphrase": CHAIRS_PASSPHRASE,
        "minute_taker_name": "Tom Okell", "minute_taker_passphrase": MINUTES_PASSPHRASE,
    });
    let made = there.does("create_record", form).await;
    let key = made["recovery_key"].as_array().expect("a recovery key");
    let words: Vec<_> = key.iter().filter_map(Value::as_str).collect();
    let form = json!({ "recovery_key": words.join(" ") });
    there.does("confirm_recovery_key", form).await;
}

/// Signs in as the chair.
pub(super) async fn signs_in(there: &impl Asks) {
    let form = json!({ "passphrase": CHAIRS_PASSPHRASE });
    there.does("unlock", form).await;
}

/// The next meeting of a kind that is planned, by its number.
pub(super) async fn next_of(there: &impl Asks, kind: &str) -> Value {
    let all = there.does("meetings", json!({})).await;
    let mut planned = all["meetings"].as_array().expect("meetings").iter();
    let next = planned.rfind(|m| m["kind"] == kind && m["stage"] == "planned");
    next.expect("next month's meeting")["id"].clone()
}

/// Cuts next month's meeting down to its first cases.
pub(super) async fn cut_to(there: &impl Asks, cases: usize) -> Value {
    let next = next_of(there, "odoc").await;
    keeps_only(there, next, |n, _| n < cases).await
}

/// Takes every other case off a planned meeting's agenda.
pub(super) async fn keeps_only(
    there: &impl Asks,
    meeting: Value,
    keep: impl Fn(usize, &Value) -> bool,
) -> Value {
    let mut plan = there
        .does("meeting_plan", json!({ "meeting": meeting }))
        .await;
    let slots = plan["slots"].as_array().cloned().unwrap_or_default();
    for (_, slot) in slots.iter().enumerate().filter(|(n, slot)| !keep(*n, slot)) {
        let form = json!({ "meeting": meeting, "slot": slot["slot"] });
        plan = there.does("plan_remove_case", form).await;
    }
    plan
}

/// Everybody expected at a planned meeting but somebody sits down, accepts and signs, and business begins.
pub(super) async fn begins_without(there: &impl Asks, plan: Value, away: Option<&str>) -> Value {
    let here = |p: &Value| p["name"].as_str() != away;
    let form = json!({ "meeting": plan["meeting"]["id"] });
    let mut view = there.does("open_register", form).await;
    for person in people(&view).into_iter().filter(here) {
        let form = json!({ "attendance": person["attendance"] });
        view = there.does("mark_present", form).await;
    }
    let heard = there.does("read_statement", json!({})).await;
    let text = &heard["agreement"]["text_hash"];
    for person in people(&heard).into_iter().filter(here) {
        let form = json!({ "attendance": person["attendance"], "text_hash": text });
        view = there.does("accept", form).await;
    }
    there.does("set_pin", json!({ "pin": PIN })).await;
    let signs = |p: &&Value| here(p) && p["must_sign"] == true;
    for person in people(&view).iter().filter(signs) {
        let form = json!({ "attendance": person["attendance"] });
        there.moves("hand_over", form).await;
        let form = json!({
            "typed_name": person["name"],
            "signature": { "how": "typed", "name": person["name"] },
        });
        there.does("sign_declaration", form).await;
        there.moves("take_back", json!({ "pin": PIN })).await;
    }
    there.does("begin", json!({})).await
}
