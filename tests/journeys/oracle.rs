//! What `rehearsal.json` must say of itself, worked out again from who was in the room.
//!
//! It reads the file as any stranger would and shares no line with the program: it knows the rules from the protocol alone.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

type At = DateTime<FixedOffset>;

/// Every contradiction in an account, in words.
pub fn objections(account: &Value) -> Vec<String> {
    let mut found = order(account);
    for person in list(account, "people") {
        found.extend(person_objections(account, person));
    }
    for item in list(account, "items") {
        found.extend(item_objections(account, item));
    }
    for action in list(account, "actions") {
        found.extend(action_objections(account, action));
    }
    found
}

/// Every file that is missing, altered or not accounted for.
pub fn file_objections(account: &Value, folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut named = BTreeSet::from(["rehearsal.json".to_owned()]);
    for file in list(account, "files") {
        let name = text(file, "name");
        let bytes = std::fs::read(folder.join(name)).unwrap_or_default();
        let sum: String = Sha256::digest(&bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        if !bytes.starts_with(b"%PDF-") || sum != text(file, "sha256") {
            found.push(format!("{name} is not the file accounted for"));
        }
        if file["pages"].as_u64().unwrap_or(0) == 0 || !named.insert(name.to_owned()) {
            found.push(format!("{name} has no page, or is there twice"));
        }
    }
    let there = std::fs::read_dir(folder).expect("the folder").flatten();
    let there: BTreeSet<String> = there
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.extend(
        there
            .symmetric_difference(&named)
            .map(|n| format!("{n} is there or not")),
    );
    found
}

/// Who was in the room at a moment and not out of it for a case.
pub fn in_the_room(account: &Value, at: At) -> BTreeSet<&str> {
    let within = |stretch: &Value| {
        moment(stretch, "from") <= Some(at) && moment(stretch, "to").is_none_or(|to| at < to)
    };
    let there = |person: &&Value| {
        list(person, "presence").iter().any(within) && !list(person, "step_outs").iter().any(within)
    };
    let people = list(account, "people").iter().filter(there);
    people.map(|person| text(person, "attendance")).collect()
}

fn order(account: &Value) -> Vec<String> {
    let steps = [
        "register_opened",
        "statement_read",
        "began",
        "ended",
        "signed",
    ];
    let times: Vec<_> = steps
        .iter()
        .map(|step| moment(&account["meeting"], step))
        .collect();
    let in_order = times.windows(2).all(|pair| pair[0] < pair[1]);
    let all = times.iter().all(Option::is_some);
    let mut found = Vec::new();
    if !in_order || !all {
        found.push(format!("the meeting's steps are out of order: {times:?}"));
    }
    found
}

/// Nobody is in the room while the meeting is in session who had not accepted, and signed where it is asked of them (§4.1).
fn person_objections(account: &Value, person: &Value) -> Vec<String> {
    let (began, name) = (moment(&account["meeting"], "began"), text(person, "name"));
    let asked = account["meeting"]["declarations_required"] == true && person["statutory"] == false;
    let mut found = Vec::new();
    if person["must_sign"] != asked {
        found.push(format!("{name} is asked for the wrong thing"));
    }
    for stretch in list(person, "presence") {
        if moment(stretch, "to").is_some_and(|to| Some(to) <= began) {
            continue;
        }
        let from = moment(stretch, "from").max(began);
        if !admitted_by(account, person, from) || moment(stretch, "to").is_none() {
            found.push(format!("{name} was in the room unadmitted, or still is"));
        }
    }
    found
}

fn admitted_by(account: &Value, person: &Value, at: Option<At>) -> bool {
    let shown = &account["meeting"]["texts_hash"];
    let by = |what: &str| {
        let given = &person[what];
        given["text"] == *shown && moment(given, "at").is_some_and(|given| Some(given) <= at)
    };
    by("acceptance") && (person["must_sign"] == false || by("declaration"))
}

/// Recipients are those in the room less those left out; all of them admitted, and allowed to have it (§1.2.3).
fn item_objections(account: &Value, item: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let at = moment(item, "at").expect("an item's moment");
    let left_out: BTreeSet<&str> = words(item, "left_out").collect();
    let heard: BTreeSet<&str> = in_the_room(account, at)
        .difference(&left_out)
        .copied()
        .collect();
    let barred = |id: &&&str| {
        let person = person(account, id);
        person["statutory"] == false && person["party"] == false
    };
    let barred: BTreeSet<&str> = heard.iter().filter(barred).copied().collect();
    let recipients: BTreeSet<&str> = names(item, "recipients");
    let waiting: BTreeSet<&str> = names(item, "waiting");
    let over = is_held_over(item);
    let right = match text(item, "standing") {
        "shared" => recipients == heard && barred.is_empty() && waiting.is_empty(),
        // What an earlier meeting left held is held here until somebody releases it, whoever is in the room.
        "held" => recipients.is_empty() && waiting == barred && (over || !barred.is_empty()),
        "undone" => recipients.is_empty(),
        _ => false,
    };
    if !right {
        found.push(format!(
            "item {} reached others than it should",
            text(item, "id")
        ));
    }
    let unadmitted = |id: &&str| !admitted_by(account, person(account, id), Some(at));
    if recipients.iter().any(unadmitted) {
        found.push(format!(
            "item {} reached somebody unadmitted",
            text(item, "id")
        ));
    }
    found.extend(contributor_objection(account, item, at));
    found.extend(regime_objection(account, item));
    found
}

fn contributor_objection(account: &Value, item: &Value, at: At) -> Option<String> {
    let contributor = text(item, "contributor");
    let here = in_the_room(account, at).contains(contributor);
    let over = is_held_over(item);
    let speaks_for = over || person(account, contributor)["team"] == item["team"];
    let case = list(account, "cases")
        .iter()
        .find(|case| case["slot"] == item["slot"]);
    let while_open = case.is_none_or(|case| {
        let begun =
            moment(case, "opened") < Some(at) || (over && moment(case, "opened") == Some(at));
        begun && Some(at) < moment(case, "closed")
    });
    let right = here && speaks_for && while_open;
    (!right).then(|| format!("item {} was said by nobody here", text(item, "id")))
}

/// The purposes of the default pack that are not of law enforcement.
const OTHER_PURPOSES: [&str; 4] = ["assess-needs", "support", "evaluate", "complaints"];

/// Between two competent authorities, to enforce the law, it is Part 3 of the Data Protection Act 2018, and otherwise not.
fn regime_objection(account: &Value, item: &Value) -> Option<String> {
    let competent = |id: &str| person(account, id)["competent_authority"] == true;
    let enforces = !OTHER_PURPOSES.contains(&text(item, "purpose"));
    // Whoever puts to a meeting what an earlier one left held speaks for nobody: it goes by whose it was.
    let from = enforces
        && match is_held_over(item) {
            true => is_competent(account, text(item, "team")),
            false => competent(text(item, "contributor")),
        };
    let wrong = list(item, "recipients").iter().any(|recipient| {
        let both = from && competent(text(recipient, "attendance"));
        (recipient["regime"] == "law_enforcement") != both
    });
    wrong.then(|| format!("item {} went under the wrong law", text(item, "id")))
}

fn is_held_over(item: &Value) -> bool {
    !item["held_since"].is_null()
}

/// Whether a team's organisation enforces the law.
fn is_competent(account: &Value, team: &str) -> bool {
    let find = |all, key: &str| list(account, all).iter().find(|one| one["key"] == key);
    let organisation = find("teams", team).map_or("", |team| text(team, "organisation"));
    find("organisations", organisation).is_some_and(|it| it["competent_authority"] == true)
}

fn action_objections(account: &Value, action: &Value) -> Option<String> {
    let team = list(account, "teams")
        .iter()
        .any(|team| team["key"] == action["owner"]);
    let source = list(account, "items")
        .iter()
        .find(|item| item["id"] == action["arises_from"]);
    let arises = match source {
        Some(item) => {
            let before = moment(item, "at") < moment(action, "at");
            before && item["slot"] == action["slot"] && item["standing"] == "shared"
        }
        None => action["arises_from"].is_null() || !action["continues"].is_null(),
    };
    let due = action["due"].as_str() >= account["meeting"]["date"].as_str();
    (!(team && arises && due)).then(|| format!("action {} hangs in the air", text(action, "id")))
}

pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

pub fn moment(value: &Value, key: &str) -> Option<At> {
    DateTime::parse_from_rfc3339(text(value, key)).ok()
}

fn words<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(value, key).iter().filter_map(Value::as_str)
}

fn names<'a>(item: &'a Value, key: &str) -> BTreeSet<&'a str> {
    list(item, key)
        .iter()
        .map(|one| text(one, "attendance"))
        .collect()
}

fn person<'a>(account: &'a Value, id: &str) -> &'a Value {
    let found = list(account, "people")
        .iter()
        .find(|person| person["attendance"] == id);
    found.unwrap_or(&Value::Null)
}
