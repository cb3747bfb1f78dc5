//! The pages, as the build for this ring left them, under the application's own content policy.

use std::path::PathBuf;
use std::sync::OnceLock;

use desk::Face;
use serde_json::Value;
use tiny_http::Response;

use super::{Answer, empty, header, repository};

/// The page for a face; an attendee's is one of its own.
pub fn page_of(face: Face) -> &'static str {
    match face {
        Face::FirstRun | Face::Locked | Face::Work | Face::Resting => "index.html",
        Face::HandedOver => "handed-over.html",
    }
}

/// A file of the pages; whoever asks for a page that is not the face's is sent to the one that is.
pub fn page(face: Face, path: &str) -> Answer {
    let name = path.split(['?', '#']).next().unwrap_or_default();
    let name = name.trim_start_matches('/');
    let is_page = name.is_empty() || name.ends_with(".html");
    // The projector's page stands beside whichever other does.
    if is_page && name != page_of(face) && name != "projector.html" {
        let there = format!("/{}", page_of(face));
        return empty(302).with_header(header("Location", &there));
    }
    let plain = !name.contains("..") && name.split('/').count() <= 2;
    let Ok(file) = std::fs::read(folder().join(name)) else {
        return empty(404);
    };
    if !plain {
        return empty(404);
    }
    let answer = Response::from_data(file).with_header(header("Content-Type", sort_of(name)));
    if is_page {
        answer
            .with_header(header("Content-Security-Policy", policy()))
            .with_header(header("Cache-Control", "no-store"))
    } else {
        answer
    }
}

fn sort_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" | "mjs" => "text/javascript",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        _ => "application/octet-stream",
    }
}

fn folder() -> PathBuf {
    let folder = repository().join("out/loopback");
    assert!(
        folder.join("index.html").exists(),
        "build the pages of this ring first: npm --prefix ui run build:loopback"
    );
    folder
}

/// The application's own policy; only the door to the desk leads elsewhere.
fn policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        let file = repository().join("src-tauri/tauri.conf.json");
        let text = std::fs::read_to_string(file).expect("the shell's settings");
        let settings: Value = serde_json::from_str(&text).expect("the shell's settings");
        let policy = settings["app"]["security"]["csp"].as_object();
        let rules = policy.expect("a content policy").iter();
        let rules = rules.map(|(what, from)| match what.as_str() {
            "connect-src" => format!("{what} 'self'"),
            _ => format!("{what} {}", from.as_str().unwrap_or_default()),
        });
        rules.collect::<Vec<_>>().join("; ")
    })
}
