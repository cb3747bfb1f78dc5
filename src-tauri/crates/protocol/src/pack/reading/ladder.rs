//! Conditions, groups, roles and the ladder, as the file gives them.

use super::entry::Entry;
use crate::ids::{ConditionKey, GroupKey, KindKey, RoleKey};
use crate::pack::{AuthorityRole, Condition, FaultKind, Group, Kind, Ladder, Register};
use crate::sharing::Regime;

/// Reads the conditions; a sensitive kind that lacks one under either law could never be shared lawfully.
pub fn conditions(file: &Entry, kinds: &[Kind]) -> Vec<Condition> {
    let conditions = file.tables("conditions", condition);
    let mut wanted: Vec<_> = kinds.iter().filter_map(|kind| kind.sensitivity).collect();
    wanted.sort_unstable();
    wanted.dedup();
    for category in wanted {
        for regime in [Regime::General, Regime::LawEnforcement] {
            let served =
                |one: &Condition| one.kinds.is_empty() && one.serves(category, regime, false);
            if !conditions.iter().any(served) {
                file.fault("conditions", FaultKind::NoCondition { category, regime });
            }
        }
    }
    conditions
}

fn condition(entry: &Entry) -> Condition {
    let condition = Condition {
        key: ConditionKey::new(entry.key(Register::Condition)),
        name: entry.text("name"),
        short: entry.text("short"),
        regime: entry.choice("regime"),
        categories: entry.choices("categories"),
        on_consent: entry.flag("on_consent"),
        kinds: entry
            .optional("kinds", |field| named(entry, field))
            .unwrap_or_default(),
        needs_policy: entry
            .optional("needs_policy", |field| entry.flag(field))
            .unwrap_or_default(),
        policy: entry.optional("policy", |field| entry.text(field)),
    };
    if condition.categories.is_empty() {
        entry.fault("categories", FaultKind::NoCategory);
    }
    condition
}

/// Kinds of information, by their keys.
fn named<'a>(entry: &Entry<'a>, field: &'a str) -> Vec<KindKey> {
    let kinds = entry.texts(field).into_iter().map(|(line, key)| {
        entry.notes.names(line, Register::Kind, &key);
        KindKey::new(key)
    });
    kinds.collect()
}

pub fn group(entry: &Entry) -> Group {
    let group = Group {
        key: GroupKey::new(entry.key(Register::Group)),
        name: entry.text("name"),
        meetings: entry.choices("meetings"),
        clause: entry.text("clause"),
    };
    if group.meetings.is_empty() {
        entry.fault("meetings", FaultKind::NoMeeting);
    }
    group
}

pub fn role(entry: &Entry) -> AuthorityRole {
    AuthorityRole {
        key: RoleKey::new(entry.key(Register::Role)),
        name: entry.text("name"),
        own_service: entry.flag("own_service"),
    }
}

/// Reads the ladder; a rung without a role would hold what stands on it for ever.
pub fn ladder(entry: &Entry) -> Ladder {
    let named = |field, register| {
        let named = entry.texts(field).into_iter().map(move |(line, key)| {
            entry.notes.names(line, register, &key);
            key
        });
        named.collect::<Vec<_>>()
    };
    let rung = |field| {
        let roles = named(field, Register::Role);
        if roles.is_empty() {
            entry.fault(field, FaultKind::NobodyAuthorises);
        }
        roles.into_iter().map(RoleKey::new).collect()
    };
    Ladder {
        meetings: entry.choices("meetings"),
        kinds: named("kinds", Register::Kind)
            .into_iter()
            .map(KindKey::new)
            .collect(),
        within: rung("within"),
        beyond: rung("beyond"),
    }
}
