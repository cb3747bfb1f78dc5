//! The window that stands open: the work window, or the screen that an attendee holds.
//!
//! There is one at a time. Leaving one destroys it, and with it the process that held the page: what was on
//! screen before a hand-over or a lock is then in nobody's memory.

use std::sync::atomic::{AtomicUsize, Ordering};

use desk::Face;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::folders::Folders;

/// Which of the two windows shows a face; the names are the capabilities'.
fn kind_of(face: Face) -> &'static str {
    match face {
        Face::FirstRun | Face::Locked | Face::Work => "work",
        Face::HandedOver => "handed-over",
    }
}

/// The attendee's page is one of its own, which loads no line of the work window's code.
fn page_of(face: Face) -> &'static str {
    match face {
        Face::FirstRun | Face::Locked | Face::Work => "index.html",
        Face::HandedOver => "handed-over.html",
    }
}

/// Opens the window for a face and destroys whichever stood open.
///
/// Every window has a fresh label, so that the new one can be made before the old one goes: with no window left the
/// application would end.
///
/// # Errors
/// When the system cannot make a window.
pub fn show(app: &AppHandle, face: Face) -> tauri::Result<()> {
    let before = app.webview_windows();
    let window = match face {
        Face::FirstRun | Face::Locked | Face::Work => work_window(app)?,
        Face::HandedOver => handed_over_window(app)?,
    };
    for old in before.values() {
        old.destroy()?;
    }
    window.set_focus()
}

/// Matches the window to a face just reached: what was open is taken away, while signing in keeps the window.
///
/// When no new window can be made the application ends: an attendee must never be left with the work window.
pub fn follow(app: &AppHandle, before: Face, after: Face) {
    let nothing_to_take_away =
        matches!(before, Face::FirstRun | Face::Locked) && after != Face::HandedOver;
    if nothing_to_take_away {
        return;
    }
    if show(app, after).is_err() {
        app.exit(1);
    }
}

fn work_window(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    quiet(app, Face::Work)
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 600.0)
        .build()
}

fn handed_over_window(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = quiet(app, Face::HandedOver)
        .fullscreen(true)
        .always_on_top(true)
        .decorations(false)
        .closable(false)
        .minimizable(false)
        .build()?;
    window.on_window_event(|event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
        }
    });
    Ok(window)
}

/// What both windows share: a title that names nobody, and no way out of the application's own pages.
fn quiet(app: &AppHandle, face: Face) -> WebviewWindowBuilder<'_, tauri::Wry, AppHandle> {
    static MADE: AtomicUsize = AtomicUsize::new(1);
    let label = format!("{}-{}", kind_of(face), MADE.fetch_add(1, Ordering::Relaxed));
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page_of(face).into()))
        .title("ODOC")
        .data_directory(app.state::<Folders>().window_traces())
        .initialization_script(include_str!("quiet.js"))
        .general_autofill_enabled(false)
        .content_protected(true)
        .disable_drag_drop_handler()
        .on_navigation(move |url| is_our_own(url) && is_page(url, page_of(face)))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
}

/// A window never leaves its own page: an attendee's would otherwise be stranded on one that answers nothing.
fn is_page(url: &Url, page: &str) -> bool {
    let path = url.path().trim_start_matches('/');
    path == page || (path.is_empty() && page == "index.html")
}

/// The pages compiled into the application, under the name each system gives them.
fn is_our_own(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}
