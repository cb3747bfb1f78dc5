//! The projector's wall after every command: whatever is up, nothing stands there that should not.

use super::judge::admits_everyone;
use super::watch::Watch;
use desk::{Face, dispatch};
use protocol::meeting::{Meeting, Proceedings, Slot, Stage};
use serde_json::json;

/// What is wrong with the wall, with each of the three things up in turn.
pub fn objection(watch: &mut Watch) -> Option<String> {
    if watch.table.desk.face() != Face::Work {
        return look(watch, None);
    }
    let shows = ["place", "statement", "read_back"];
    shows.iter().find_map(|show| {
        let put_up = dispatch(&mut watch.table.desk, "project", json!({ "show": show }));
        if put_up.is_err() {
            return Some(format!("{show} could not be put up"));
        }
        let meeting = watch.meeting();
        look(watch, meeting.as_ref())
    })
}

/// Looks at the wall; without a meeting that goes on, locked or handed over, it is neutral.
fn look(watch: &mut Watch, meeting: Option<&Meeting>) -> Option<String> {
    let wall = dispatch(&mut watch.table.desk, "projection", json!({})).ok()?;
    let sort = wall["shows"].as_str().unwrap_or_default().to_owned();
    watch.walls.insert(sort.clone());
    let goes_on = |m: &&Meeting| matches!(m.stage(), Stage::Gathering | Stage::InSession);
    let Some(meeting) = meeting.filter(goes_on) else {
        return (wall != json!({ "shows": "neutral" })).then(|| format!("not neutral: {wall}"));
    };
    let p = meeting.proceedings();
    let text = wall.to_string();
    said(p, &text)
        .or_else(|| named(p, meeting.stage(), &text))
        .map(|wrong| format!("on the wall ({sort}): {wrong} in {text}"))
}

/// Nothing that was shared or is held stands there; what was decided may have been put in the same words.
fn said(p: &Proceedings, wall: &str) -> Option<String> {
    let decided = p.decisions.iter().map(|d| d.words.as_str());
    let agreed = p.actions.iter().map(|a| a.words.as_str());
    let aloud: Vec<&str> = decided.chain(agreed).collect();
    let items = p.items.iter().map(|item| item.parts().words.as_str());
    let mut quiet = items.filter(|words| !aloud.contains(words));
    quiet.find(|words| wall.contains(words)).map(str::to_owned)
}

/// Nobody stands there but whoever's case is open, and whoever is discussed with them, and they only while everybody in the room
/// has been admitted (§4.1). Two cases may have people of the same name: once one of them is open, that name is the open one's.
fn named(p: &Proceedings, stage: Stage, wall: &str) -> Option<String> {
    let may_open = stage == Stage::InSession && admits_everyone(p);
    let discussed = match may_open {
        true => p.cases_discussed(),
        false => Vec::new(),
    };
    let name = |slot: &Slot| slot.case.name.as_str().to_owned();
    let is_open = |slot: &&Slot| discussed.contains(&slot.id);
    let open: Vec<String> = p.slots.iter().filter(is_open).map(name).collect();
    let mut others = p.slots.iter().map(name);
    others.find(|other| !open.contains(other) && wall.contains(other.as_str()))
}
