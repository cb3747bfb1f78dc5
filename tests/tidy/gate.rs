//! The gate between the window and the desk: a window can call what the contract says it can, and nothing else.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::tree::read;

include!("../../src-tauri/crates/desk/src/contract.in");

macro_rules! reaches {
    ($($name:ident($form:ident) -> $view:ident, $reach:ident;)*) => {
        &[$((stringify!($name), stringify!($reach))),*]
    };
}

const COMMANDS: &[(&str, &str)] = with_contract!(reaches);

#[test]
fn the_work_window_can_call_all_but_the_attendees_and_the_projectors_commands() {
    let others = ["handed_over", "projector"];
    assert_eq!(granted("work"), wanted(|reach| !others.contains(&reach)));
}

#[test]
fn the_projector_can_ask_what_it_shows_and_nothing_else() {
    assert_eq!(granted("projector"), wanted(|reach| reach == "projector"));
    assert_eq!(granted("projector").len(), 1);
}

#[test]
fn the_attendees_screen_can_call_its_own_commands_only() {
    assert_eq!(
        granted("handed-over"),
        wanted(|reach| reach == "handed_over")
    );
}

#[test]
fn every_reach_is_one_that_the_gate_knows() {
    let known = ["anyone", "unlocked", "personal", "projector", "handed_over"];
    let strays: Vec<_> = COMMANDS
        .iter()
        .filter(|(_, reach)| !known.contains(reach))
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
}

#[test]
fn the_windows_own_policy_lets_nothing_in_from_elsewhere() {
    let config: Value =
        serde_json::from_str(&read("src-tauri/tauri.conf.json")).expect("the shell's settings");
    let security = &config["app"]["security"];
    let policy = security["csp"].as_object().expect("a content policy");
    assert_eq!(policy["default-src"], "'none'");
    let whole = security["csp"].to_string();
    for danger in ["unsafe", "*", "https:"] {
        assert!(!whole.contains(danger), "{danger} in {whole}");
    }
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert!(!read("Cargo.toml").contains("\"devtools\""));
}

fn wanted(of: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let reached = COMMANDS.iter().filter(|(_, reach)| of(reach));
    reached
        .map(|(name, _)| format!("allow-{}", name.replace('_', "-")))
        .collect()
}

fn granted(window: &str) -> BTreeSet<String> {
    let file = read(&format!("src-tauri/capabilities/{window}.json"));
    let capability: Value = serde_json::from_str(&file).expect("a capability");
    let granted = capability["permissions"]
        .as_array()
        .expect("its permissions");
    granted
        .iter()
        .map(|one| one.as_str().expect("a plain permission").to_owned())
        .collect()
}
