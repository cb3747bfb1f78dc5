//! The projector's window: a second one, on a second screen where there is one, that shows what the desk says may be shown.

use desk::{Desk, ProjectionView};
use tauri::{AppHandle, Manager, Monitor, WindowEvent};

use crate::commands::Counter;
use crate::windows::{self, PROJECTOR, Sort, WORK};

/// What stands on the wall; nothing where no projector stands open.
pub type Seen = Option<ProjectionView>;

/// What the desk would have on the wall now.
pub fn seen(desk: &Desk) -> Seen {
    desk.is_projecting().then(|| desk.projection_now())
}

/// Matches the window to what the desk shows: opened, closed, or told to look again.
///
/// What goes neutral is replaced, so that whatever stood there goes with its process. A window that cannot be made is only missing:
/// the meeting goes on without a wall.
pub fn follow(app: &AppHandle, before: &Seen, after: &Seen) {
    match (before, after) {
        (None, Some(_)) => {
            let _ = open(app);
        }
        (Some(_), None) => close(app),
        (Some(before), Some(after)) if before == after => {}
        (Some(_), Some(ProjectionView::Neutral)) => {
            close(app);
            let _ = open(app);
        }
        (Some(_), Some(_)) => look_again(app, &PROJECTOR),
        (None, None) => {}
    }
}

/// Takes the projector down.
pub fn close(app: &AppHandle) {
    for (label, window) in app.webview_windows() {
        if PROJECTOR.names(&label) {
            let _ = window.destroy();
        }
    }
}

fn look_again(app: &AppHandle, sort: &Sort) {
    for (label, window) in app.webview_windows() {
        if sort.names(&label) {
            let _ = window.eval("dispatchEvent(new Event('look-again'))");
        }
    }
}

fn open(app: &AppHandle) -> tauri::Result<()> {
    let elsewhere = other_screen(app);
    let window = windows::quiet(app, &PROJECTOR)
        .inner_size(1024.0, 640.0)
        // A wireless projector is fed by capture, and what stands here is meant for everybody in the room.
        .content_protected(false)
        .focused(false)
        .build()?;
    if let Some(screen) = elsewhere {
        window.set_position(*screen.position())?;
        window.set_fullscreen(true)?;
    }
    let app = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::CloseRequested { .. }) {
            let app = app.clone();
            // The desk may be waiting for this very thread to make a window.
            std::thread::spawn(move || {
                app.state::<Counter>().projector_closed();
                // Where the meeting is run, the button says that it is off again.
                look_again(&app, &WORK);
            });
        }
    });
    Ok(())
}

/// A screen that the work is not on.
fn other_screen(app: &AppHandle) -> Option<Monitor> {
    let windows = app.webview_windows();
    let worked_in = windows.iter().find(|(label, _)| !PROJECTOR.names(label));
    let here = worked_in?.1.current_monitor().ok()??;
    let all = app.available_monitors().ok()?;
    all.into_iter()
        .find(|screen| screen.position() != here.position())
}
