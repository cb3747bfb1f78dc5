//! What chance says to the first partnership, said to the second: its own keys for the same things.

use serde_json::Value;

/// A whole text that names something of the agreement.
const NAMES: [(&str, &str); 19] = [
    ("police", "offender-unit"),
    ("probation", "vale-probation"),
    ("welcome", "brightwater"),
    ("dip", "recovery"),
    ("harden", "anchor"),
    ("mercian", "riverside"),
    ("council", "city"),
    ("treatment", "substance-misuse"),
    ("case-management", "other"),
    ("support", "settle"),
    ("manage-risk", "protect"),
    ("cda-s17", "offender-management"),
    ("dpa-s29", "crime-exemption"),
    ("dip-manager", "caldicott-guardian"),
    ("service-provider-manager", "clinical-lead"),
    ("group:asb-group", "group:violence-panel"),
    ("team:police", "team:offender-unit"),
    ("team:probation", "team:vale-probation"),
    ("organisation:council", "organisation:city"),
];
/// A word of a line, behind whatever sign it bears.
const TYPED: [(&str, &str); 10] = [
    ("pol", "omu"),
    ("prob", "vpr"),
    ("wel", "bri"),
    ("csu", "nbh"),
    ("aqu", "anc"),
    ("mer", "riv"),
    ("treat", "subs"),
    ("asbr", "expl"),
    ("asb", "expl"),
    ("work", "hous"),
];
const SIGNS: [&str; 4] = ["from:", "-", "+", ""];

/// The same form, in the second partnership's keys.
pub fn in_the_vale(form: Value) -> Value {
    match form {
        Value::String(text) => Value::String(text_in_the_vale(&text)),
        Value::Array(all) => Value::Array(all.into_iter().map(in_the_vale).collect()),
        Value::Object(fields) => {
            let fields = fields.into_iter();
            Value::Object(fields.map(|(key, one)| (key, in_the_vale(one))).collect())
        }
        other => other,
    }
}

fn text_in_the_vale(text: &str) -> String {
    if let Some((_, theirs)) = NAMES.iter().find(|(ours, _)| *ours == text) {
        return (*theirs).to_owned();
    }
    let words: Vec<String> = text.split(' ').map(word).collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    if word == "from:asb" {
        return "from:violence".to_owned();
    }
    let said = SIGNS.iter().find_map(|sign| {
        let bare = word.strip_prefix(sign)?;
        let (_, theirs) = TYPED.iter().find(|(ours, _)| *ours == bare)?;
        Some(format!("{sign}{theirs}"))
    });
    said.unwrap_or_else(|| word.to_owned())
}

#[test]
fn a_line_for_the_one_partnership_is_a_line_for_the_other() {
    let form = serde_json::json!({ "line": "prob info Kept the appointment. -wel", "owner": "team:police" });
    let said = serde_json::json!({ "line": "vpr info Kept the appointment. -bri", "owner": "team:offender-unit" });
    assert_eq!(in_the_vale(form), said);
}
