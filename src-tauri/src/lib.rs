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

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
enum NotOpened {
    #[error(transparent)]
    Folder(#[from] NoFolder),
    #[error("the window could not be made")]
    Window(#[from] tauri::Error),
}

fn open(app: &mut App) -> Result<(), NotOpened> {
    let folders = match Folders::claim(app) {
        Ok(folders) => folders,
        Err(NoFolder::InUse) => {
            dialogs::say_already_open();
            std::process::exit(0);
        }
        Err(fault) => return Err(fault.into()),
    };
    let machine = Machine::new(app.handle(), folders.own().to_owned());
    app.manage(folders);
    let counter = Counter::new(Arc::new(machine));
    let face = counter.face();
    app.manage(counter);
    windows::show(app.handle(), face)?;
    commands::keep_watch(app.handle());
    Ok(())
}

/// The pages, the icon and the gate, as the build wrote them down.
#[expect(
    clippy::unwrap_used,
    reason = "generated, and checked as it was generated"
)]
fn built_in() -> tauri::Context {
    tauri::tauri_build_context!()
}

#[expect(
    clippy::print_stderr,
    reason = "there is no window to say it in, and no name in the fault"
)]
fn refuse_to_start(fault: &tauri::Error) -> ExitCode {
    eprintln!("ODOC cannot open: {fault}");
    ExitCode::FAILURE
}
