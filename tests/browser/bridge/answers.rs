//! Commands: each page asks what its capability allows, while it is the page that the desk's face asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use desk::{Desk, Face, dispatch};
use serde_json::Value;
use tiny_http::Response;

use super::pages::page_of;
use super::{Answer, header, repository};

/// Carries a form to the desk and its view or its problem back.
pub fn answer(desk: &mut Desk, asked: &str, form: &str) -> Answer {
    let (page, command) = asked.split_once('/').unwrap_or_default();
    let before = desk.face();
    let window = match page {
        "projector" => "projector",
        _ if format!("{page}.html") != page_of(before) => "none",
        _ if before == Face::HandedOver => "handed-over",
        _ => "work",
    };
    if !may_ask(window, command) {
        return told(403, &Value::from(format!("{command} not allowed")));
    }
    let Ok(form) = serde_json::from_str(form) else {
        return told(400, &Value::from("a form is JSON"));
    };
    let (status, said) = match dispatch(desk, command, form) {
        Ok(view) => (200, view),
        Err(problem) => (409, serde_json::to_value(problem).unwrap_or_default()),
    };
    let answer = told(status, &said);
    match instead(before, desk.face()) {
        Some(page) => answer.with_header(header("X-Window", page)),
        None => answer,
    }
}

/// The page that takes this one's place, by the shell's own rule: signing in keeps the window, all else replaces it.
fn instead(before: Face, after: Face) -> Option<&'static str> {
    let signing_in = matches!(before, Face::FirstRun | Face::Locked | Face::Resting)
        && after != Face::HandedOver;
    (before != after && !signing_in).then(|| page_of(after))
}

fn told(status: u16, said: &Value) -> Answer {
    let body = said.to_string();
    Response::from_data(body)
        .with_status_code(status)
        .with_header(header("Content-Type", "application/json"))
}

/// Whether the shell's own capability lets a window ask a command; a page that is not the face's is no window at all.
fn may_ask(window: &str, command: &str) -> bool {
    static ALLOWED: OnceLock<BTreeMap<&str, BTreeSet<String>>> = OnceLock::new();
    let read = || ["work", "handed-over", "projector"].map(|window| (window, capability(window)));
    let allowed = ALLOWED.get_or_init(|| BTreeMap::from(read()));
    let asked = format!("allow-{}", command.replace('_', "-"));
    allowed
        .get(window)
        .is_some_and(|of_it| of_it.contains(&asked))
}

fn capability(window: &str) -> BTreeSet<String> {
    let file = repository().join(format!("src-tauri/capabilities/{window}.json"));
    let text = std::fs::read_to_string(file).expect("a capability");
    let capability: Value = serde_json::from_str(&text).expect("a capability");
    let permissions = capability["permissions"].as_array();
    let names = permissions.into_iter().flatten().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}
