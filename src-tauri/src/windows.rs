//! The window that stands open: the work window, or the screen that an attendee holds.
//!
//! There is one at a time, beside the projector's. Leaving one destroys it, and with it the process that held the page: what was on
//! screen before a hand-over or a lock is then in nobody's memory.

use std::sync::atomic::{AtomicUsize, Ordering};

use desk::Face;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::folders::Folders;
use crate::projector;

/// A sort of window: its labels begin with the name of its capability, and its page is one of its own, which loads no line
/// of another's code.
pub struct Sort {
    label: &'static str,
    page: &'static str,
}

pub const WORK: Sort = Sort {
    label: "work",
    page: "index.html",
};
const HANDED_OVER: Sort = Sort {
    label: "handed-over",
    page: "handed-over.html",
};
pub const PROJECTOR: Sort = Sort {
    label: "projector",
    page: "projector.html",
};

impl Sort {
    /// Whether a window's label says that it is of this sort.
    pub fn names(&self, label: &str) -> bool {
        label.starts_with(self.label)
    }
}

/// Opens the window for a face and destroys whichever stood open; the projector's is matched to the desk elsewhere.
///
/// Every window has a fresh label, so that the new one can be made before the old one goes: with no window left the
/// application would end.
///
/// # Errors
/// When the system cannot make a window.
pub fn show(app: &AppHandle, face: Face) -> tauri::Result<()> {
    let before = app.webview_windows();
    let window = match face {
        Face::FirstRun | Face::Locked | Face::Work | Face::Resting => work_window(app)?,
        Face::HandedOver => handed_over_window(app)?,
    };
    for (label, old) in &before {
        if !PROJECTOR.names(label) {
            old.destroy()?;
        }
    }
    window.set_focus()
}

/// Matches the window to a face just reached: what was open is taken away, while signing in keeps the window.
///
/// When no new window can be made the application ends: an attendee must never be left with the work window.
pub fn follow(app: &AppHandle, before: Face, after: Face) {
    let shows_nothing = matches!(before, Face::FirstRun | Face::Locked | Face::Resting);
    let nothing_to_take_away = shows_nothing && after != Face::HandedOver;
    if nothing_to_take_away {
        return;
    }
    if show(app, after).is_err() {
        app.exit(1);
    }
}

fn work_window(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = quiet(app, &WORK)
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 600.0)
        .build()?;
    take_the_projector_along(&window);
    Ok(window)
}

/// A projector left alone on the wall would keep the application open with nobody before it.
fn take_the_projector_along(window: &WebviewWindow) {
    let (app, own) = (window.app_handle().clone(), window.label().to_owned());
    window.on_window_event(move |event| {
        if !matches!(event, WindowEvent::Destroyed) {
            return;
        }
        let left = app.webview_windows();
        let worked_in = |label: &String| *label != own && !PROJECTOR.names(label);
        if !left.keys().any(worked_in) {
            projector::close(&app);
        }
    });
}

fn handed_over_window(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = quiet(app, &HANDED_OVER)
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

/// What all windows share: a title that names nobody, and no way out of the application's own pages.
pub fn quiet<'a>(
    app: &'a AppHandle,
    sort: &Sort,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    static MADE: AtomicUsize = AtomicUsize::new(1);
    let page = sort.page;
    let label = format!("{}-{}", sort.label, MADE.fetch_add(1, Ordering::Relaxed));
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title("ODOC")
        .data_directory(app.state::<Folders>().window_traces())
        .initialization_script(include_str!("quiet.js"))
        .general_autofill_enabled(false)
        .content_protected(true)
        .disable_drag_drop_handler()
        .on_navigation(move |url| is_our_own(url) && is_page(url, page))
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
