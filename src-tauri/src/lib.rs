//! The shell: the only code that knows a window exists.
//!
//! It opens the right window for the face the desk shows, carries forms to the desk and views back, and lends the desk
//! what only a machine has: a clock, folders, dialogs. It decides nothing.

mod commands;
mod dialogs;
mod folders;
mod hardening;
mod projector;
mod surroundings;
mod windows;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{App, Manager, RunEvent};

use commands::Counter;
use folders::{Folders, NoFolder};
use surroundings::Machine;

/// Runs until the last window is closed.
pub fn run() -> ExitCode {
    hardening::leave_no_core_file();
    let app = tauri::Builder::default()
        .invoke_handler(commands::answers())
        .setup(|app| Ok(open(app)?))
        .build(built_in());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    app.state::<Folders>().wipe_window_traces();
                }
            });
            ExitCode::SUCCESS
        }
        Err(fault) => refuse_to_start(&fault),
    }
}

fn open(app: &mut App) -> Result<(), tauri::Error> {
    let folders = match Folders::claim(app) {
        Ok(folders) => folders,
        Err(NoFolder::InUse) => {
            dialogs::say_already_open();
            std::process::exit(0);
        }
        // Returned, it would end in a panic that nobody without a terminal ever sees.
        Err(fault) => {
            dialogs::say_no_folder(&fault);
            std::process::exit(1);
        }
    };
    let machine = Arc::new(Machine::new(app.handle(), folders.own().to_owned()));
    app.manage(folders);
    app.manage(machine.clone());
    let counter = Counter::new(machine);
    let face = counter.face();
    app.manage(counter);
    windows::show(app.handle(), face)?;
    commands::keep_watch(app.handle());
    Ok(())
}

/// The pages, the icon and the gate, as the build wrote them down.
#[expect(
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "generated, and checked as it was generated"
)]
fn built_in() -> tauri::Context {
    tauri::tauri_build_context!()
}

#[expect(
    clippy::print_stderr,
    reason = "no window came, and a dialog without a window system waits for ever; there is no name in the fault"
)]
fn refuse_to_start(fault: &tauri::Error) -> ExitCode {
    eprintln!("ODOC cannot open: {fault}");
    ExitCode::FAILURE
}
