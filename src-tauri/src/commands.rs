//! One command for each line of the contract, each carrying a form to the desk and its answer back.
//!
//! All of them are asynchronous: a synchronous command would hold the window's own thread while the record is written.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use desk::{Choice, ChooseWhy, Desk, Face, Problem, Surroundings};
use tauri::{AppHandle, Manager, Wry, ipc::Invoke};

use crate::surroundings::Machine;
use crate::{projector, windows};

/// The desk, reached by one command at a time.
pub struct Counter(Mutex<Desk>);

impl Counter {
    /// A desk before which nobody has signed in.
    pub fn new(surroundings: Arc<dyn Surroundings>) -> Self {
        Self(Mutex::new(Desk::new(surroundings)))
    }

    /// The face that the window should be showing.
    pub fn face(&self) -> Face {
        self.desk().face()
    }

    /// The projector's window was closed by hand.
    pub fn projector_closed(&self) {
        self.desk().projector_closed();
    }

    /// A command that panicked has rolled its change back in the record, so the desk behind a poisoned lock is still true.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Has the person choose what a command needs chosen, before the desk is asked and while nothing waits for it.
fn choose_first(app: &AppHandle, command: &str) {
    let Some(choice) = desk::asks_first(command) else {
        return;
    };
    let locked = app.state::<Counter>().face() != Face::Work;
    if locked && choice != Choice::Folder(ChooseWhy::TheRecord) {
        return;
    }
    app.state::<Arc<Machine>>().ask(choice);
}

/// Asks the desk, then makes the open window match the face it shows.
pub fn ask<View>(
    app: &AppHandle,
    question: impl FnOnce(&mut Desk) -> Result<View, Problem>,
) -> Result<View, Problem> {
    let counter = app.state::<Counter>();
    let mut desk = counter.desk();
    let (before, practised) = (desk.face(), desk.is_practice());
    let on_the_wall = projector::seen(&desk);
    desk.rest_when_idle();
    let answer = question(&mut desk);
    let after = desk.face();
    // A practice begins and ends in a window of its own, with nothing of the other record in its memory.
    if after != before || desk.is_practice() != practised {
        windows::follow(app, before, after);
    }
    projector::follow(app, &on_the_wall, &projector::seen(&desk));
    answer
}

/// Looks each second whether anybody is still there, for as long as the application runs.
///
/// Nothing is asked of the system about lids and sleep: a machine that wakes is locked by its clocks, within this second.
pub fn keep_watch(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_AGAIN);
            // What is asked is only whether it rests; the answer is the window.
            let _ = ask(&app, |_| Ok(()));
        }
    });
}

const LOOK_AGAIN: Duration = Duration::from_secs(1);

include!("../crates/desk/src/contract.in");

macro_rules! commands {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        $(
            #[tauri::command(async)]
            pub fn $name(app: AppHandle, form: desk::$form) -> Result<desk::$view, Problem> {
                choose_first(&app, stringify!($name));
                ask(&app, |desk| desk.$name(form))
            }
        )*
    };
}

with_contract!(commands);

macro_rules! answers_of {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        tauri::generate_handler![$($name),*]
    };
}

/// Every command of the contract, as the window knows them.
pub fn answers() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    with_contract!(answers_of)
}
